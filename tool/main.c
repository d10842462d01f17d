/*
 * The start of `mirage`, and of the program that config.c becomes: one source
 * for both, since that program is `mirage` with a configure() of the user's.
 */
#include "fatal.h"
#include "home.h"
#include "launch.h"
#include "project.h"
#include "tool.h"

__attribute__((weak)) void configure(void);

int main(int argc, char **argv)
{
    project.home = home_folder();
    if (!configure)
        launch(argc, argv);
    else
        configure();
    tool_run(argc, argv);
    return EXIT_OK;
}
