/*
 * config_compiler.h: how config.c is compiled.
 */
#ifndef CONFIG_COMPILER_H
#define CONFIG_COMPILER_H

/*
 * The command that makes `program` of config_file, and writes to `depends` on
 * which files that depended, as a Makefile rule; NULL at the end.
 */
const char *const *config_compiler(const char *config_file, const char *program,
                                   const char *depends);

#endif
