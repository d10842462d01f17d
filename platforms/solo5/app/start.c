#include "../boot.h"
#include "../image.h"
#include "../target.h"
#include <mirage/platform.h>
#include <mirage/system.h>
#include <mirage/task.h>
#include <solo5.h>

/* The C library's exit handlers are not these programs'. */
void solo5_exit(int status)
{
    mirage_system_exit(status);
}

void solo5_abort(void)
{
    mirage_platform_abort();
}

/* All memory is the program's, so it must not use malloc of the C library. */
noreturn void mirage_start(void)
{
    static struct solo5_start_info info;

    info.cmdline = solo5_arguments;
    info.heap_start = (uintptr_t)_end;
    info.heap_size = solo5_machine.memory_end - info.heap_start;
    solo5_target_set_thread(0);
    solo5_exit(solo5_app_main(&info));
}

/* Nothing of ours is called when a host asks for the end. */
void mirage_stop(int status)
{
    solo5_exit(status);
}

const char *mirage_task_name(void)
{
    return "solo5_app_main";
}

const char *mirage_fault_text(const void *address)
{
    (void)address;
    return NULL;
}
