#include "help_page.h"
#include "help_option.h"
#include <string.h>

static void put_sized(struct help_page *page, enum help_style style,
                      const char *text, size_t size)
{
    page->format->text(page, style, text, size);
}

void help_page_put(struct help_page *page, enum help_style style,
                   const char *text)
{
    put_sized(page, style, text, strlen(text));
}

static void start_section(struct help_page *page, const char *heading)
{
    page->format->heading(page, heading);
    page->is_empty = true;
}

/* ---- entries ---- */

void help_page_start_entry(struct help_page *page)
{
    page->format->term(page);
    page->is_empty = false;
}

void help_page_end_entry(struct help_page *page, const char *doc)
{
    page->format->doc(page);
    help_page_put(page, HELP_PLAIN, doc);
    page->format->end(page);
}

static void write_options(struct help_page *page, const char *section)
{
    const struct mirage_option *option = NULL;

    while ((option = help_option_next(page->help->options, section, option)))
        help_option_write(page, option);
}

static void write_items(struct help_page *page, const char *section)
{
    const struct mirage_help_item *item = page->help->items;

    for (; item && item->heading; item++) {
        if (strcmp(item->heading, section) != 0)
            continue;
        help_page_start_entry(page);
        help_page_put(page, HELP_BOLD, item->term);
        help_page_end_entry(page, item->doc);
    }
}

static void write_variables(struct help_page *page)
{
    const struct mirage_option *option = NULL;

    while ((option = help_variable_next(page->help->options, option)))
        help_variable_write(page, option);
}

/* ---- paragraphs ---- */

static void write_paragraph(struct help_page *page, const char *text,
                            size_t size)
{
    page->format->paragraph(page);
    page->is_empty = false;
    put_sized(page, HELP_PLAIN, text, size);
    page->format->end(page);
}

/* Up to an empty line or the end. */
static size_t paragraph_size(const char *text)
{
    size_t size = 0;

    while (text[size] && !(text[size] == '\n' && text[size + 1] == '\n'))
        size++;
    return size;
}

static void write_paragraphs(struct help_page *page, const char *text)
{
    while (text && *text) {
        size_t size = paragraph_size(text);

        if (size > 0)
            write_paragraph(page, text, size);
        text += size + (text[size] ? 2 : 0);
    }
}

/* ---- sections ---- */

static bool is_environment(const char *heading)
{
    return strcmp(heading, "ENVIRONMENT") == 0;
}

static bool has_items(const struct mirage_help *help, const char *heading)
{
    const struct mirage_help_item *item = help->items;

    for (; item && item->heading; item++)
        if (strcmp(item->heading, heading) == 0)
            return true;
    return false;
}

static bool has_entries(const struct mirage_help *help, const char *heading)
{
    return has_items(help, heading) ||
           help_option_next(help->options, heading, NULL) ||
           (is_environment(heading) && help_variable_next(help->options, NULL));
}

static void write_section(struct help_page *page, const char *heading,
                          const char *text)
{
    if (!text && !has_entries(page->help, heading))
        return;
    start_section(page, heading);
    write_paragraphs(page, text);
    write_options(page, heading);
    write_items(page, heading);
    if (is_environment(heading))
        write_variables(page);
}

static bool is_listed(const struct mirage_help *help, const char *heading)
{
    const struct mirage_help_section *section = help->sections;

    for (; section->heading; section++)
        if (strcmp(section->heading, heading) == 0)
            return true;
    return false;
}

/* The heading, named by options alone, that sorts next after `last`. */
static const char *next_other(const struct mirage_help *help, const char *last)
{
    const char *next = NULL;

    for (mirage_options at = help->options; at && *at; at++) {
        const char *heading = (*at)->section;

        if (strcmp(heading, last) <= 0 || is_listed(help, heading))
            continue;
        if (!next || strcmp(heading, next) < 0)
            next = heading;
    }
    return next;
}

static void write_other_sections(struct help_page *page)
{
    const char *heading = "";

    while ((heading = next_other(page->help, heading)))
        write_section(page, heading, NULL);
}

static void write_sections(struct help_page *page)
{
    const struct mirage_help_section *section = page->help->sections;
    bool others_written = false;

    for (; section->heading; section++) {
        if (*section->heading) {
            write_section(page, section->heading, section->text);
        } else {
            write_other_sections(page);
            others_written = true;
        }
    }
    if (!others_written)
        write_other_sections(page);
}

/* ---- the page ---- */

static void write_name(struct help_page *page)
{
    start_section(page, "NAME");
    page->format->paragraph(page);
    help_page_put(page, HELP_PLAIN, page->help->name);
    help_page_put(page, HELP_PLAIN, " - ");
    help_page_put(page, HELP_PLAIN, page->help->summary);
    page->format->end(page);
}

void help_page_write(const struct mirage_help *help,
                     const struct help_format *format)
{
    struct help_page page = {
        .help = help,
        .format = format,
        .line = {.write = help->write, .to = help->to},
    };

    if (format->title)
        format->title(&page);
    write_name(&page);
    start_section(&page, "SYNOPSIS");
    write_paragraph(&page, help->synopsis, strlen(help->synopsis));
    write_sections(&page);
}
