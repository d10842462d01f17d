/*
 * help_page.h: a help page as a sequence of headings, paragraphs and entries,
 * which each format writes in its own way.
 */
#ifndef HELP_PAGE_H
#define HELP_PAGE_H

#include "help_line.h"
#include <mirage/help.h>

enum help_style { HELP_PLAIN, HELP_BOLD, HELP_ITALIC };

/* A page that is being written. */
struct help_page {
    const struct mirage_help *help;
    const struct help_format *format;
    struct help_line line;
    bool is_started; /* it has a heading already */
    bool is_empty;   /* nothing stands below the last heading yet */
};

/* What a format does. */
struct help_format {
    void (*title)(struct help_page *page); /* NULL: none */
    void (*heading)(struct help_page *page, const char *text);
    /* Text comes in pieces, after the start of what it belongs to: a
     * paragraph, or the term of an entry and what is said of it. */
    void (*paragraph)(struct help_page *page);
    void (*term)(struct help_page *page);
    void (*doc)(struct help_page *page);
    void (*text)(struct help_page *page, enum help_style style,
                 const char *text, size_t size);
    void (*end)(struct help_page *page); /* of a paragraph or entry */
};

/* Writes the page in that format. */
void help_page_write(const struct mirage_help *help,
                     const struct help_format *format);

/* ---- for the parts of a page ---- */

void help_page_put(struct help_page *page, enum help_style style,
                   const char *text);

/* An entry: its term is put between these. */
void help_page_start_entry(struct help_page *page);
void help_page_end_entry(struct help_page *page, const char *doc);

#endif
