/*
 * The handlers run on a stack of their own, as the fault may be that the
 * task's is full. Nothing here allocates.
 */
#define _GNU_SOURCE /* REG_RIP */
#include "fault.h"
#include "backtrace.h"
#include <mirage/exit.h>
#include <mirage/platform.h>
#include <mirage/task.h>
#include <mirage/unikernel.h>
#include <signal.h>
#include <stdio.h>
#include <ucontext.h>
#include <unistd.h>

enum { STACK_SIZE = 64 * 1024, LINE = 1024 };

/* ---- where: on x86_64 ---- */

/* The address of the instruction at fault. */
static const void *program_counter(const ucontext_t *context)
{
    return (const void *)context->uc_mcontext.gregs[REG_RIP];
}

/* Undoes the call of a function that is not there. */
static void step_out(ucontext_t *context)
{
    greg_t *registers = context->uc_mcontext.gregs;

    registers[REG_RIP] = *(const greg_t *)registers[REG_RSP];
    registers[REG_RSP] += sizeof(greg_t);
}

/* ---- what ---- */

static bool has_address(const siginfo_t *info)
{
    return (info->si_signo == SIGSEGV || info->si_signo == SIGBUS) &&
           info->si_code > 0 && info->si_code != SI_KERNEL;
}

static const char *name_of(const siginfo_t *info)
{
    switch (info->si_signo) {
    case SIGSEGV:
        return "segmentation fault";
    case SIGBUS:
        return "bus error";
    case SIGILL:
        return "illegal instruction";
    case SIGFPE:
        return info->si_code == FPE_INTDIV ? "division by zero"
                                           : "arithmetic error";
    default:
        return "aborted";
    }
}

/* "hello: task 'hello_start': segmentation fault at address 0x8" */
static void print_what(const siginfo_t *info)
{
    const char *overflow =
        has_address(info) ? mirage_fault_text(info->si_addr) : NULL;
    char line[LINE], *end = line + sizeof(line), *at = line;

    at += snprintf(at, end - at, "%.100s: ", mirage_name());
    if (overflow)
        at += snprintf(at, end - at, "%.400s", overflow);
    else
        at += snprintf(at, end - at, "task '%.200s': %s", mirage_task_name(),
                       name_of(info));
    if (has_address(info))
        at += snprintf(at, end - at, ", at address 0x%lx",
                       (unsigned long)info->si_addr);
    at += snprintf(at, end - at, "\n");
    mirage_platform_log_write(line, at - line);
}

/* ---- telling it ---- */

static void print_backtrace(const siginfo_t *info, ucontext_t *context)
{
    const void *at = program_counter(context);

    if (has_address(info) && info->si_addr == at) {
        mirage_unix_backtrace_line(at);
        step_out(context);
    }
    mirage_unix_backtrace(program_counter(context));
}

/* A fault in here is one too many. */
static void give_up(void)
{
    static const char text[] = "    (another fault while telling of this)\n";

    mirage_platform_log_write(text, sizeof(text) - 1);
    _exit(MIRAGE_EXIT_CRASH);
}

static void report(int signal, siginfo_t *info, void *context)
{
    static volatile sig_atomic_t is_reporting;

    (void)signal;
    if (is_reporting)
        give_up();
    is_reporting = true;
    print_what(info);
    print_backtrace(info, context);
    _exit(MIRAGE_EXIT_CRASH);
}

void mirage_unix_catch_faults(void)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
    static char stack[STACK_SIZE];
    const stack_t own = {.ss_sp = stack, .ss_size = sizeof(stack)};
    const struct sigaction action = {
        .sa_sigaction = report,
        .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER,
    };

    sigaltstack(&own, NULL);
    for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
        sigaction(signals[i], &action, NULL);
}
