#include "fatal.h"
#include "text.h"
#include <mirage/platform.h>
#include <mirage/task.h>
#include <mirage/unikernel.h>

void mirage_fatal(const char *text)
{
    char memory[200];
    struct text message = mirage_text(memory, sizeof(memory) - 1);

    mirage_text_add(&message, mirage_name());
    mirage_text_add(&message, ": task '");
    mirage_text_add(&message, mirage_task_name());
    mirage_text_add(&message, "': ");
    mirage_text_add(&message, text);
    *message.at++ = '\n';
    mirage_platform_log_write(memory, message.at - memory);
    mirage_platform_abort();
}
