#define _GNU_SOURCE
#include "crash.h"
#include "fatal.h"
#include "patience.h"
#include "place.h"
#include "project.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

static bool configuring;

/* ---- mistakes in config.c ---- */

/* As fatal_at, but nothing is allocated: the heap may be broken. */
static noreturn void end_configure(const char *what, const char *how)
{
    struct calls calls = calls_here();
    struct place place = calls_place(&calls);

    if (place.line)
        dprintf(STDERR_FILENO, "%s:%d: ", place.file, place.line);
    else
        dprintf(STDERR_FILENO, "%s: ", place.file);
    dprintf(STDERR_FILENO, "error: configure() %s%s\n", what, how);
    _exit(EXIT_ERROR);
}

static void check_exit(void)
{
    if (configuring && !fatal_is_ending())
        end_configure("must return, but ends the program", " here");
}

void crash_run_configure(void)
{
    calls_here(); /* the first time takes memory */
    configuring = true;
    atexit(check_exit);
    patience_start(
        format_text("running configure() of %s", project.config_file));
    configure();
    patience_end();
    configuring = false;
}

/* ---- mistakes in the tool ---- */

static noreturn void end_tool(const char *how)
{
    dprintf(STDERR_FILENO,
            "mirage: [BUG] %s\n"
            "This is a mistake in mirage, not in your project. Please report "
            "it, with the\ncommand and your config.c.\n",
            how);
    _exit(EXIT_BUG);
}

static void give_up(int signal)
{
    (void)signal;
    _exit(configuring ? EXIT_ERROR : EXIT_BUG);
}

/* Should even the message be too much by now, it ends without. */
static void expect_more(void)
{
    for (size_t i = 0; i < sizeof(crashes) / sizeof(*crashes); i++)
        signal(crashes[i], give_up);
    signal(SIGALRM, give_up);
    alarm(5);
}

static void on_crash(int number)
{
    expect_more();
    if (configuring)
        end_configure("crashed here: ", strsignal(number));
    end_tool(strsignal(number));
}

void crash_watch(void)
{
    static char stack[1 << 16]; /* the usual one may have overflowed */
    struct sigaction action = {
        .sa_handler = on_crash,
        .sa_flags = SA_ONSTACK | SA_NODEFER,
    };

    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof(stack)}, NULL);
    for (size_t i = 0; i < sizeof(crashes) / sizeof(*crashes); i++)
        sigaction(crashes[i], &action, NULL);
}
