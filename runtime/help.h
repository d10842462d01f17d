/* help.h: the help page of the unikernel. */
#ifndef HELP_H
#define HELP_H

#include <mirage/option.h>

/* Writes it to the console; `format` is a value of --help. */
void mirage_show_help(mirage_options options, const char *format);

#endif
