#include "action.h"
#include "build.h"
#include "fatal.h"
#include "project.h"
#include "tool.h"
#include <stdlib.h>
#include <string.h>

/* Becomes the unikernel, or what runs it. */
void run_run(int argc, char **argv)
{
    const char **command = calloc(argc + 2, sizeof(*command));

    if (!command)
        fatal("memory ran out");
    tool_need_project();
    build();
    if (strcmp(project.target, "unix") != 0)
        fatal("mirage run cannot start %s images yet", project.target);
    command[0] = format_text("./%s", project_artifact());
    for (int i = 0; i < argc; i++)
        command[i + 1] = argv[i];
    action_exec(command);
}
