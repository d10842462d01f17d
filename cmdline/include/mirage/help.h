/*
 * mirage/help.h: help pages in the manner of man(1), from option tables.
 *
 * Plain text is wrapped at 80 columns, a UTF-8 character being one: headings
 * at column 0, text at 7, the text of options at 11; options of a section are
 * sorted by name. Lines go to the page's `write` as they are made; nothing is
 * allocated.
 */
#ifndef MIRAGE_HELP_H
#define MIRAGE_HELP_H

#include <mirage/option.h>

/*
 * A heading and its paragraphs; `text` may be NULL: options and items only.
 * What the options' environment variables do is told under "ENVIRONMENT".
 */
struct mirage_help_section {
    const char *heading; /* "": here go sections that only options name */
    const char *text;    /* paragraphs separated by an empty line */
};

/* An entry of a list such as EXIT STATUS or COMMANDS. */
struct mirage_help_item {
    const char *heading; /* of the section it belongs to */
    const char *term, *doc;
};

struct mirage_help {
    const char *name;     /* "mirage-configure" */
    const char *manual;   /* "Mirage Manual", for groff's title line */
    const char *synopsis; /* "mirage configure [OPTION]..." */
    const char *summary;  /* "Configure a mirage application." */
    /* In the order printed; sections that only options name come at the
     * end if there is no place for them. A section without text, options or
     * items is left out. */
    const struct mirage_help_section *sections; /* heading NULL at the end */
    const struct mirage_help_item *items;       /* heading NULL at the end */
    mirage_options options;
    void (*write)(void *to, const char *data, size_t size);
    void *to;
};

void mirage_help_plain(const struct mirage_help *help);
void mirage_help_groff(const struct mirage_help *help);

/*
 * The one of `words` (NULL at the end) that `typo` most likely meant, or NULL
 * if none is near: at most two letters wrong.
 */
const char *mirage_suggest(const char *typo, const char *const *words);

#endif
