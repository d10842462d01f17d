#include "common.h"
#include "action.h"
#include "color.h"
#include "log.h"
#include "options.h"
#include <string.h>

static void apply_verbosity(void)
{
    static const char *const levels[] = {"quiet", "error", "warning", "info",
                                         "debug"};

    if (option_verbose.count > 0)
        log_set_verbosity(option_verbose.count > 1 ? DEBUGGING : INFORMATION);
    for (size_t i = 0; option_verbosity.value && i < 5; i++)
        if (strcmp(option_verbosity.value, levels[i]) == 0)
            log_set_verbosity((enum verbosity)i);
    if (option_quiet.value)
        log_set_verbosity(QUIET);
}

void common_apply(void)
{
    if (option_color.value)
        color_set(option_color.value);
    apply_verbosity();
    action_set_dry_run(option_dry_run.value != NULL);
}
