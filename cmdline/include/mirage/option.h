/*
 * mirage/option.h: the options of a command line, as data.
 *
 * One table of options is what parses a command line, what prints its help
 * page and what completes it in a shell, so these cannot disagree. The
 * `mirage` tool and every unikernel use it. Nothing here waits, writes or
 * ends the program, and only repeated options allocate.
 *
 * Accepted forms: --name=VALUE, --name VALUE, -nVALUE, -n VALUE, flags
 * together as -ab, any unambiguous prefix of a long name, and "--", after
 * which nothing is an option.
 */
#ifndef MIRAGE_OPTION_H
#define MIRAGE_OPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One value of a repeatable option, in the order given. */
struct mirage_option_value {
    const char *text;
    struct mirage_option_value *next;
};

struct mirage_option {
    /* What it is: constant. Strings live as long as the option. */
    const char *name;    /* long name without dashes, or NULL */
    const char *alias;   /* a second long name, or NULL; not completed */
    char letter;         /* short name, or 0 */
    const char *section; /* heading in the help page */
    const char *docv;    /* what its value is called there; NULL for a flag */
    const char *doc;     /* what it does, one paragraph */
    const char *absent;  /* the default as shown there, or NULL */
    const char *env;     /* environment variable that sets it, or NULL */
    const char *bare;    /* value of "--name" without one, as in --help[=FMT];
                            NULL if a value must follow */
    const char *const *choices; /* all values there are, NULL at the end;
                                   NULL: not a fixed set */
    bool required;              /* parsing fails without it */

    /*
     * mirage_option_repeat if it may be given more than once, else NULL. That
     * function is called by the parser; it stands here, and not there, so that
     * a program without such an option needs no malloc.
     */
    bool (*repeat)(struct mirage_option *option, const char *text);

    /*
     * NULL if `text` is a value for it, else what was expected, such as "an
     * integer": static text. A NULL function accepts all.
     */
    const char *(*check)(const char *text);

    /* What was given: written by mirage_options_parse. */
    const char *value; /* the last one; "true" for a flag; NULL: not given */
    unsigned count;    /* how often it was given on the command line */
    struct mirage_option_value *values; /* each, if repeatable */
};

/* A set of options: pointers, NULL at the end. */
typedef struct mirage_option *const *mirage_options;

/*
 * Parses argv[1] to argv[argc - 1], and forgets what was given before. What is
 * no option is moved, in order, to
 * positional[0] and on (an array of argc pointers), *positional_count of them.
 * Options not given take their environment variable's value, if that is not
 * empty. As VALUE counts no word that looks like an option: it starts with '-'
 * and is neither "-" nor a number; write --name=VALUE for such.
 *
 * Returns NULL, or the first mistake as a message such as "unknown option
 * '--helo', did you mean '--hello'?" in memory that the next call overwrites;
 * what can be made of the rest is parsed all the same. A required option that
 * is missing is reported last, and not at all if a `--help` was given.
 */
const char *mirage_options_parse(mirage_options options, int argc, char **argv,
                                 char **positional, int *positional_count);

/* Undoes a parse: frees lists, forgets values. */
void mirage_options_reset(mirage_options options);

/*
 * Adds `text`, which lives as long as the option, to its values; NULL frees
 * them all. Returns false if memory ran out.
 */
bool mirage_option_repeat(struct mirage_option *option, const char *text);

/* ---- values: each checks text and says what was expected ---- */

const char *mirage_check_bool(const char *text);  /* true or false */
const char *mirage_check_int(const char *text);   /* of int, base 10 or 0x */
const char *mirage_check_int64(const char *text); /* of int64_t */

/* What text that passed the check says; false or 0 for NULL. */
bool mirage_parse_bool(const char *text);
int mirage_parse_int(const char *text);
int64_t mirage_parse_int64(const char *text);

/*
 * Each element of `text`, separated by commas, passes `check`; a NULL `check`
 * accepts all. What these two say of a mistake is in memory that the next call
 * overwrites.
 */
const char *mirage_check_list(const char *text,
                              const char *(*check)(const char *));

/* `text` is two values that pass `first` and `second`, with a colon between:
 * the first one before which there is a value of the first kind. */
const char *mirage_check_pair(const char *text,
                              const char *(*first)(const char *),
                              const char *(*second)(const char *));

#endif
