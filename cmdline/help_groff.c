/* Help pages in the language of man(7), which groff(1) and mandoc(1) read. */
#include "help_page.h"
#include <string.h>

static void put(struct help_page *page, const char *text)
{
    page->help->write(page->help->to, text, strlen(text));
}

/* Dashes that can be searched for and copied; no request by accident. */
static void put_escaped(struct help_page *page, const char *text, size_t size)
{
    put(page, "\\&");
    for (; size > 0; text++, size--) {
        if (*text == '-')
            put(page, "\\-");
        else if (*text == '\\')
            put(page, "\\e");
        else if (*text == '\n')
            put(page, " ");
        else
            page->help->write(page->help->to, text, 1);
    }
}

/* .TH MIRAGE-CONFIGURE 1 "" "" "Mirage Manual" */
static void title(struct help_page *page)
{
    put(page, ".TH \"");
    for (const char *at = page->help->name; *at; at++) {
        char upper = *at >= 'a' && *at <= 'z' ? *at - 'a' + 'A' : *at;

        page->help->write(page->help->to, &upper, 1);
    }
    put(page, "\" 1 \"\" \"\" \"");
    put(page, page->help->manual ? page->help->manual : "");
    put(page, "\"\n");
}

static void heading(struct help_page *page, const char *text)
{
    put(page, ".SH \"");
    put_escaped(page, text, strlen(text));
    put(page, "\"\n");
}

static void paragraph(struct help_page *page)
{
    if (!page->is_empty)
        put(page, ".P\n");
}

static void term(struct help_page *page)
{
    put(page, ".TP 4\n");
}

static void doc(struct help_page *page)
{
    put(page, "\n");
}

static void text(struct help_page *page, enum help_style style,
                 const char *text, size_t size)
{
    static const char *const fonts[] = {
        [HELP_BOLD] = "\\fB", [HELP_ITALIC] = "\\fI", [HELP_PLAIN] = ""};

    put(page, fonts[style]);
    put_escaped(page, text, size);
    if (style != HELP_PLAIN)
        put(page, "\\fR");
}

static void end(struct help_page *page)
{
    put(page, "\n");
}

void mirage_help_groff(const struct mirage_help *help)
{
    static const struct help_format groff = {
        .title = title,
        .heading = heading,
        .paragraph = paragraph,
        .term = term,
        .doc = doc,
        .text = text,
        .end = end,
    };

    help_page_write(help, &groff);
}
