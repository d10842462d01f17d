/*
 * The C library finds the calls. It loads what it needs for that when it is
 * first asked, so a unikernel that does not crash does not pay for it.
 */
#include "backtrace.h"
#include "symbols.h"
#include <execinfo.h>
#include <mirage/platform.h>
#include <stdio.h>

enum {
    MOST = 4096, /* calls that are looked at */
    FIRST = 24,  /* that are printed, if there are many */
    LAST = 8,
    LINE = 256,
};

static void print(const char *line, int size)
{
    mirage_platform_log_write(line, size < LINE ? size : LINE - 1);
}

/* Addresses are those in the file, as addr2line wants them. */
static void print_line(uintptr_t address, bool is_return)
{
    struct mirage_unix_symbol symbol =
        mirage_unix_symbol_at(address - is_return);
    unsigned long in_file = symbol.address + is_return;
    char line[LINE];

    if (!symbol.name)
        print(line, snprintf(line, LINE, "    0x%06lx ?%s%s\n", in_file,
                             symbol.image ? " in " : "",
                             symbol.image ? symbol.image : ""));
    else
        print(line,
              snprintf(line, LINE, "    0x%06lx %s+0x%lx%s%s\n", in_file,
                       symbol.name, (unsigned long)symbol.offset + is_return,
                       symbol.image ? " in " : "",
                       symbol.image ? symbol.image : ""));
}

static void print_left_out(int count)
{
    char line[LINE];

    print(line, snprintf(line, LINE, "    (%d calls are left out)\n", count));
}

static int find(void *const *calls, int count, const void *from)
{
    for (int i = 0; i < count; i++)
        if (calls[i] == from)
            return i;
    return -1;
}

void mirage_unix_backtrace_line(const void *address)
{
    print_line((uintptr_t)address, false);
}

void mirage_unix_backtrace(const void *from)
{
    static void *calls[MOST];
    int count = backtrace(calls, MOST);
    int first = find(calls, count, from);

    if (first < 0)
        first = 1;
    for (int i = first; i < count; i++) {
        if (i - first == FIRST && count - i > LAST + 1) {
            print_left_out(count - LAST - i);
            i = count - LAST;
        }
        print_line((uintptr_t)calls[i], calls[i] != from);
    }
}
