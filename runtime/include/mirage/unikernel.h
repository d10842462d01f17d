/*
 * mirage/unikernel.h: what the generated mirage/main.c and mirage/key_gen.c
 * tell the runtime about this unikernel.
 */
#ifndef MIRAGE_UNIKERNEL_H
#define MIRAGE_UNIKERNEL_H

#include <mirage/error.h>
#include <mirage/option.h>
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
};

/* Defined by the generated mirage/main.c. */
extern const struct mirage_unikernel mirage_unikernel;

/* What it is called now: `--name`, or as registered. */
const char *mirage_name(void);

/* ---- values of keys, for the generated accessors ---- */

/* The value given at run time, else `otherwise`, as text. */
const char *mirage_key_text(const struct mirage_option *key,
                            const char *otherwise);

/* Text that passed the check of its kind, as a value. */
bool mirage_parse_bool(const char *text);
int mirage_parse_int(const char *text);
int64_t mirage_parse_int64(const char *text);

#endif
