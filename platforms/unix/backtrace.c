/*
 * The C library finds the calls. It loads what it needs for that when it is
 * first asked, so a unikernel that does not crash does not pay for it.
 */
#include "backtrace.h"
#include "symbols.h"
#include <execinfo.h>
#include <mirage/platform.h>
#include <stdio.h>

enum { MOST = 64, LINE = 256 };

static void print_line(uintptr_t address, bool is_return)
{
    struct mirage_unix_symbol symbol =
        mirage_unix_symbol_at(address - is_return);
    char line[LINE];
    int size;

    if (symbol.name)
        size = snprintf(line, sizeof(line), "    0x%012lx %s+0x%lx",
                        (unsigned long)address, symbol.name,
                        (unsigned long)symbol.offset + is_return);
    else
        size = snprintf(line, sizeof(line), "    0x%012lx ?",
                        (unsigned long)address);
    if (symbol.image && size < LINE)
        size += snprintf(line + size, LINE - size, " in %s", symbol.image);
    if (size > LINE - 2)
        size = LINE - 2;
    line[size++] = '\n';
    mirage_platform_log_write(line, size);
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
    void *calls[MOST];
    int count = backtrace(calls, MOST);
    int first = find(calls, count, from);

    if (first < 0)
        first = 1;
    for (int i = first; i < count; i++)
        print_line((uintptr_t)calls[i], calls[i] != from);
}
