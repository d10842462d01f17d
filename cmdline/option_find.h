/*
 * option_find.h: from a name on the command line to an option.
 */
#ifndef OPTION_FIND_H
#define OPTION_FIND_H

#include <mirage/option.h>

/*
 * The option whose long name, of `size` bytes, is `name` or begins so as the
 * only one. NULL with *other NULL: none; NULL with both set: two that begin
 * so, for a message.
 */
struct mirage_option *mirage_option_by_name(mirage_options options,
                                            const char *name, size_t size,
                                            const char **one,
                                            const char **other);

struct mirage_option *mirage_option_by_letter(mirage_options options,
                                              char letter);

#endif
