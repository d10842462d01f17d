/*
 * options.h: Solo5's own options, the first words of the command line.
 */
#ifndef SOLO5_OPTIONS_H
#define SOLO5_OPTIONS_H

#include "print.h"

/*
 * Passes over leading words --solo5:quiet, --solo5:error, --solo5:warn,
 * --solo5:info and --solo5:debug, and the blanks around them; sets *level as
 * the last of them says. Returns the rest of the line, without blanks before
 * it. Any other word, such as --solo5:bogus, is the unikernel's.
 */
const char *solo5_options_parse(const char *line, enum solo5_level *level);

#endif
