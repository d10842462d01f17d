#include "help_page.h"
#include <string.h>

enum { TEXT_INDENT = 7, DOC_INDENT = 11 };

static void heading(struct help_page *page, const char *text)
{
    if (page->is_started)
        help_line_end(&page->line);
    page->is_started = true;
    page->line.indent = 0;
    help_line_add(&page->line, text, strlen(text));
    help_line_end(&page->line);
}

static void separate(struct help_page *page)
{
    if (!page->is_empty)
        help_line_end(&page->line);
}

static void paragraph(struct help_page *page)
{
    separate(page);
    page->line.indent = TEXT_INDENT;
}

/* A term that takes more than a line is continued below its doc. */
static void term(struct help_page *page)
{
    separate(page);
    help_line_pad(&page->line, TEXT_INDENT);
    page->line.indent = DOC_INDENT;
}

/* Follows a short term on its line. */
static void doc(struct help_page *page)
{
    if (page->line.column < DOC_INDENT)
        help_line_pad(&page->line, DOC_INDENT);
    else
        help_line_end(&page->line);
}

static void text(struct help_page *page, enum help_style style,
                 const char *text, size_t size)
{
    (void)style;
    help_line_add(&page->line, text, size);
}

static void end(struct help_page *page)
{
    help_line_end(&page->line);
}

void mirage_help_plain(const struct mirage_help *help)
{
    static const struct help_format plain = {
        .heading = heading,
        .paragraph = paragraph,
        .term = term,
        .doc = doc,
        .text = text,
        .end = end,
    };

    help_page_write(help, &plain);
}
