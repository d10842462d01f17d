#include "runtime_stub.h"
#include <mirage/log.h>
#include <mirage/platform.h>
#include <mirage/task.h>
#include <mirage/unikernel.h>
#include <stdio.h>

char stub_message[1024];
volatile int stub_stop_status;
const char *stub_fault_text;

void mirage_log(struct mirage_log_source *source, enum mirage_log_level level,
                const char *format, ...)
{
    va_list args;

    (void)source, (void)level;
    va_start(args, format);
    vsnprintf(stub_message, sizeof(stub_message), format, args);
    va_end(args);
}

void mirage_stop(int status)
{
    stub_stop_status = status;
}

const char *mirage_fault_text(const void *address)
{
    (void)address;
    return stub_fault_text;
}

const char *mirage_task_name(void)
{
    return "busy";
}

const char *mirage_name(void)
{
    return "tested";
}
