/*
 * symbols.h: the names of functions, for backtraces. For signal handlers too:
 * nothing is allocated.
 */
#ifndef SYMBOLS_H
#define SYMBOLS_H

#include <stdint.h>

struct mirage_unix_symbol {
    const char *name;  /* NULL: not known */
    uintptr_t offset;  /* of the address in it */
    uintptr_t address; /* in the file, wherever that was loaded to */
    const char *image; /* shared library it is in; NULL: the program */
};

struct mirage_unix_symbol mirage_unix_symbol_at(uintptr_t address);

#endif
