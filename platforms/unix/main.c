/*
 * Where the process starts. Little happens here: what a unikernel may never
 * use, such as epoll, is set up when it is first used.
 */
#include "arguments.h"
#include "fault.h"
#include "output.h"
#include "signals.h"
#include <mirage/platform.h>

int main(int argc, char **argv)
{
    mirage_unix_set_arguments(argc, argv);
    mirage_unix_open_outputs();
    mirage_unix_catch_signals();
    mirage_unix_catch_faults();
    mirage_start();
}
