#include "action.h"
#include "command_line.h"
#include "context.h"
#include "files.h"
#include "tool.h"
#include <stdio.h>

void configure_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    tool_need_project();
    files_write();
    context_save(command_line_options(tool_command));
    if (!action_is_dry_run())
        puts("Successfully configured the unikernel. Now run 'make' (or more "
             "fine-grained steps: 'make depends' and 'make build').");
}
