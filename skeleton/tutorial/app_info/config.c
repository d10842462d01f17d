#include <mirage/config.h>

JOB(app_info_start, (console, info));

void configure(void)
{
    register_unikernel("app-info",
                       app_info_start(default_console(), app_info()));
}
