/*
 * help_option.h: options as entries of a help page.
 */
#ifndef HELP_OPTION_H
#define HELP_OPTION_H

#include "help_page.h"

/* "-t TARGET, --target=TARGET (absent=unix or MODE env)" and what it does. */
void help_option_write(struct help_page *page,
                       const struct mirage_option *option);

/* The variable that sets it, and "See option --target." */
void help_variable_write(struct help_page *page,
                         const struct mirage_option *option);

/* The option of a section that sorts next after `last`, by name; the first for
 * NULL. NULL at the end. */
const struct mirage_option *help_option_next(mirage_options options,
                                             const char *section,
                                             const struct mirage_option *last);

/* Likewise the options that a variable sets, by its name. */
const struct mirage_option *
help_variable_next(mirage_options options, const struct mirage_option *last);

#endif
