#include "arguments.h"
#include <mirage/platform.h>

static int count;
static char **vector;

void mirage_unix_set_arguments(int argc, char **argv)
{
    count = argc;
    vector = argv;
}

void mirage_platform_arguments(int *argc, char ***argv)
{
    *argc = count;
    *argv = vector;
}
