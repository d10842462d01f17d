/*
 * The start of `mirage`, and of the program that config.c becomes: one source
 * for both, since that program is `mirage` with a configure() of the user's.
 */
#include "crash.h"
#include "fatal.h"
#include "home.h"
#include "launch.h"
#include "project.h"
#include "tool.h"

/* This is a short program that frees little, by design: the address sanitizer,
 * if it is built with it, does not look for leaks. */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "detect_leaks=0";
}

int main(int argc, char **argv)
{
    crash_watch();
    project.home = home_folder();
    if (!project_has_config())
        launch(argc, argv);
    project.config_file = launch_config_file();
    if (project_has_config())
        crash_run_configure();
    tool_run(argc, argv);
    return EXIT_OK;
}
