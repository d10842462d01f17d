/*
 * mirage/unikernel.h: what the generated mirage/main.c and mirage/key_gen.c
 * tell the runtime about this unikernel.
 */
#ifndef MIRAGE_UNIKERNEL_H
#define MIRAGE_UNIKERNEL_H

#include <mirage/error.h>
#include <mirage/option.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A job: its start function with the devices it is given. */
struct mirage_job {
    const char *name; /* of the start function */
    enum mirage_error (*start)(void);
};

struct mirage_unikernel {
    const char *name;              /* as registered */
    const char *version;           /* of the tool that made it */
    const struct mirage_job *jobs; /* run side by side; name NULL at the end */
    void (*connect)(void);         /* connects the devices, in order */
    mirage_options keys;           /* of this unikernel, for its command line */
    const char *logs;              /* default of --logs; NULL: "info" */
};

/* Defined by the generated mirage/main.c. */
extern const struct mirage_unikernel mirage_unikernel;

/* What it is called now: `--name`, or as registered. */
const char *mirage_name(void);

/* ---- values of keys, for the generated accessors ---- */

/* The value given at run time, else `otherwise`, as text. */
const char *mirage_key_text(const struct mirage_option *key,
                            const char *otherwise);

/* The elements of a list, made once. */
struct mirage_key_list {
    char **items;
    size_t count;
};

/*
 * Fills in *list the first time: with `values`, those of a repeated option,
 * or if there are none with the parts of `text` between commas; NULL or empty
 * text has none. Returns `list`.
 */
const struct mirage_key_list *
mirage_key_list(struct mirage_key_list *list,
                const struct mirage_option_value *values, const char *text);

/* The two values of a pair, made once. */
struct mirage_key_pair {
    char *first, *second;
};

/*
 * Fills in *pair the first time: `text` in two at the first colon before which
 * `check`, unless NULL, finds a value of the first kind.
 */
void mirage_key_pair(struct mirage_key_pair *pair, const char *text,
                     const char *(*check)(const char *text));

#endif
