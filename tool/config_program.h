/*
 * config_program.h: the program that config.c becomes, in _build/config.
 */
#ifndef CONFIG_PROGRAM_H
#define CONFIG_PROGRAM_H

#include <stdbool.h>

/*
 * Compiles `config_file`, in the working folder, unless the program is still
 * that of this file, of all it includes and of this tool; returns the
 * program's path. Where nothing may be written, by --dry-run or because the
 * folder is read-only, the program is one that is gone once it ends.
 *
 * If config.c is wrong the compiler has told, and the result is NULL; nothing
 * is told if `quiet`.
 */
const char *config_program_make(const char *config_file, bool quiet);

/* The program if it is there and up to date; otherwise NULL. */
const char *config_program_find(const char *config_file);

#endif
