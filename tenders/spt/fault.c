/*
 * The handlers run inside of the guest's walls and with its FS base: no call
 * of the C library, no thread-local variable, no stack protector.
 */
#define _GNU_SOURCE
#include "fault.h"
#include "boot.h"
#include <err.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

enum { STACK_SIZE = 32 * 1024, PAGE_FAULT = 14 };

static char stack[STACK_SIZE] __attribute__((aligned(16)));

/* ---- one line on the guest's console ---- */

struct line {
    char text[160];
    size_t size;
};

static void put(struct line *line, const char *text)
{
    while (*text && line->size < sizeof line->text)
        line->text[line->size++] = *text++;
}

static void put_hex(struct line *line, const char *name, uint64_t value)
{
    char digits[2] = {0};
    int shift = 60;

    put(line, name);
    put(line, "0x");
    while (shift > 0 && !(value >> shift))
        shift -= 4;
    for (; shift >= 0; shift -= 4) {
        digits[0] = "0123456789abcdef"[(value >> shift) & 15];
        put(line, digits);
    }
}

static void write_line(struct line *line)
{
    long result;

    put(line, "\n");
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(SYS_write), "D"(STDOUT_FILENO), "S"(line->text),
                       "d"(line->size)
                     : "rcx", "r11", "memory");
}

/* ---- what it says ---- */

static const char *name_of(unsigned trap)
{
    static const char names[][5] = {
        "#DE", "#DB", "#NMI", "#BP", "#OF", "#BR", "#UD",
        "#NM", "#DF", "#9",   "#TS", "#NP", "#SS", "#GP",
        "#PF", "#15", "#MF",  "#AC", "#MC", "#XM", "#VE",
    };

    return trap < sizeof names / sizeof *names ? names[trap] : "unknown";
}

static void print(const struct spt_fault *fault)
{
    struct line line = {.size = 0};

    put(&line, "Solo5: trap: type=");
    put(&line, name_of(fault->trap));
    put_hex(&line, " ec=", fault->error_code);
    put_hex(&line, " rip=", fault->rip);
    put_hex(&line, " rsp=", fault->rsp);
    put_hex(&line, " rflags=", fault->rflags);
    write_line(&line);
    if (fault->trap != PAGE_FAULT)
        return;
    line.size = 0;
    put_hex(&line, "Solo5: trap: cr2=", fault->address);
    write_line(&line);
}

static struct spt_fault fault_of(const greg_t *registers)
{
    return (struct spt_fault){
        .trap = (uint32_t)registers[REG_TRAPNO],
        .error_code = (uint32_t)registers[REG_ERR],
        .address = (uint64_t)registers[REG_CR2],
        .rip = (uint64_t)registers[REG_RIP],
        .rsp = (uint64_t)registers[REG_RSP],
        .rflags = (uint64_t)registers[REG_EFL],
        .rax = (uint64_t)registers[REG_RAX],
        .rbx = (uint64_t)registers[REG_RBX],
        .rcx = (uint64_t)registers[REG_RCX],
        .rdx = (uint64_t)registers[REG_RDX],
        .rsi = (uint64_t)registers[REG_RSI],
        .rdi = (uint64_t)registers[REG_RDI],
        .rbp = (uint64_t)registers[REG_RBP],
        .r8 = (uint64_t)registers[REG_R8],
        .r9 = (uint64_t)registers[REG_R9],
        .r10 = (uint64_t)registers[REG_R10],
        .r11 = (uint64_t)registers[REG_R11],
        .r12 = (uint64_t)registers[REG_R12],
        .r13 = (uint64_t)registers[REG_R13],
        .r14 = (uint64_t)registers[REG_R14],
        .r15 = (uint64_t)registers[REG_R15],
    };
}

/* A signal that somebody sent, or that the kernel sends for a system call. */
static bool is_no_fault(int number, const siginfo_t *info)
{
    return info->si_code <= 0 ||
           (number == SIGILL && info->si_code == SI_KERNEL);
}

/*
 * The signal's default action is back in force, so the instruction that
 * faulted kills the process when it is run again. Where there is no such
 * instruction, jumping to 0 is one.
 */
static void handle(int number, siginfo_t *info, void *context)
{
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    struct spt_fault fault = fault_of(registers);
    spt_fault_handler *handler = boot_fault_handler();

    if (is_no_fault(number, info)) {
        registers[REG_RIP] = 0;
        return;
    }
    if (handler)
        handler(&fault);
    else
        print(&fault);
}

void fault_watch(void)
{
    static const int numbers[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    struct sigaction action = {
        .sa_sigaction = handle,
        .sa_flags = SA_SIGINFO | SA_ONSTACK | (int)SA_RESETHAND,
    };

    if (sigaltstack(&alternate, NULL) < 0)
        err(EXIT_FAILURE, "Could not set a stack for faults");
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sigaction(numbers[i], &action, NULL) < 0)
            err(EXIT_FAILURE, "Could not watch for signal %d", numbers[i]);
}
