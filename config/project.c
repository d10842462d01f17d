#include "project.h"
#include "check.h"
#include "fatal.h"
#include "image.h"
#include "keys.h"
#include <string.h>

struct project project;

bool project_has_config(void)
{
    return configure != NULL;
}

void project_evaluate(void)
{
    check_registration();
    project.name = registration.name;
    if (!project.output)
        project.output = project.name;
    project.target = key_value(&target);
    project.devices = live_devices();
    project.keys = live_keys();
    check_devices();
}

const char *project_id(void)
{
    char *id = format_text("%s-%s", project.output, project.target);

    for (char *c = id; *c; c++)
        if (*c == '.')
            *c = '_';
    return id;
}

const char *project_artifact(void)
{
    return format_text("dist/%s%s%s", project.output,
                       target_is_image() ? "." : "",
                       target_is_image() ? project.target : "");
}

const char *project_build_dir(void)
{
    return format_text("_build/%s", strcmp(project.target, "unix") == 0
                                        ? "default"
                                        : project.target);
}
