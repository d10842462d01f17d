/*
 * config_program.h: the program that config.c becomes, in _build/config.
 */
#ifndef CONFIG_PROGRAM_H
#define CONFIG_PROGRAM_H

/*
 * Compiles `config_file`, in the working folder, unless the program is still
 * that of this file, of all it includes and of this tool; returns the
 * program's path. A mistake in config.c ends the tool with the compiler's
 * message.
 */
const char *config_program_make(const char *config_file);

#endif
