/*
 * option_give.h: an option gets a value, from wherever it comes.
 */
#ifndef OPTION_GIVE_H
#define OPTION_GIVE_H

#include <mirage/option.h>

/*
 * The first mistake of a parse, as a message; NULL as long as there is none.
 * Only the first is kept, since others may follow from it.
 */
struct mirage_mistake {
    const char *text;
};

/* Notes down a mistake, made of the texts up to a NULL. */
void mirage_mistake_note(struct mirage_mistake *mistake, const char *first, ...)
    __attribute__((sentinel));

/* Sets `option` to `text` if that is a value for it. `as` is what the user
 * wrote, such as "option '--target'", for the message if it is not. */
void mirage_option_give(struct mirage_option *option, const char *as,
                        const char *text, struct mirage_mistake *mistake);

#endif
