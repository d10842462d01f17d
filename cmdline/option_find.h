/*
 * option_find.h: from a name on the command line to an option.
 */
#ifndef OPTION_FIND_H
#define OPTION_FIND_H

#include <mirage/option.h>

/*
 * The option whose long name, of `size` bytes, is `name` or begins so as the
 * only one. NULL if there is none, or if several begin so.
 */
struct mirage_option *mirage_option_by_name(mirage_options options,
                                            const char *name, size_t size,
                                            bool *is_ambiguous);

/* The long name of `option` that begins so; NULL if none does. */
const char *mirage_option_beginning(const struct mirage_option *option,
                                    const char *name, size_t size);

struct mirage_option *mirage_option_by_letter(mirage_options options,
                                              char letter);

#endif
