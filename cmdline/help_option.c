#include "help_option.h"
#include <string.h>

/* "-f FILE, --file=FILE" */
static void put_letter(struct help_page *page,
                       const struct mirage_option *option)
{
    char text[] = {'-', option->letter, '\0'};

    if (!option->letter)
        return;
    help_page_put(page, HELP_BOLD, text);
    if (option->docv) {
        help_page_put(page, HELP_PLAIN, option->bare ? " [" : " ");
        help_page_put(page, HELP_ITALIC, option->docv);
        help_page_put(page, HELP_PLAIN, option->bare ? "]" : "");
    }
    help_page_put(page, HELP_PLAIN, option->name ? ", " : "");
}

static void put_name(struct help_page *page, const struct mirage_option *option,
                     const char *name)
{
    help_page_put(page, HELP_BOLD, "--");
    help_page_put(page, HELP_BOLD, name);
    if (option->docv) {
        help_page_put(page, HELP_PLAIN, option->bare ? "[=" : "=");
        help_page_put(page, HELP_ITALIC, option->docv);
        help_page_put(page, HELP_PLAIN, option->bare ? "]" : "");
    }
}

/* "(absent=unix or MODE env)", "(required)" */
static void put_absent(struct help_page *page,
                       const struct mirage_option *option)
{
    if (!option->required && !option->absent && !option->env)
        return;
    help_page_put(page, HELP_PLAIN,
                  option->required ? " (required" : " (absent");
    if (!option->required && option->absent) {
        help_page_put(page, HELP_PLAIN, "=");
        help_page_put(page, HELP_BOLD, option->absent);
    }
    if (option->env) {
        help_page_put(page, HELP_PLAIN,
                      option->required || option->absent ? " or " : " ");
        help_page_put(page, HELP_BOLD, option->env);
        help_page_put(page, HELP_PLAIN, " env");
    }
    help_page_put(page, HELP_PLAIN, ")");
}

void help_option_write(struct help_page *page,
                       const struct mirage_option *option)
{
    help_page_start_entry(page);
    put_letter(page, option);
    if (option->name)
        put_name(page, option, option->name);
    if (option->alias) {
        help_page_put(page, HELP_PLAIN, ", ");
        put_name(page, option, option->alias);
    }
    if (option->bare) {
        help_page_put(page, HELP_PLAIN, " (default=");
        help_page_put(page, HELP_BOLD, option->bare);
        help_page_put(page, HELP_PLAIN, ")");
    }
    put_absent(page, option);
    help_page_end_entry(page, option->doc ? option->doc : "");
}

void help_variable_write(struct help_page *page,
                         const struct mirage_option *option)
{
    const char letter[] = {option->letter, '\0'};

    help_page_start_entry(page);
    help_page_put(page, HELP_BOLD, option->env);
    page->format->doc(page);
    help_page_put(page, HELP_PLAIN, "See option ");
    help_page_put(page, HELP_BOLD, option->name ? "--" : "-");
    help_page_put(page, HELP_BOLD, option->name ? option->name : letter);
    help_page_put(page, HELP_PLAIN, ".");
    page->format->end(page);
}

/* ---- order ---- */

/* By name, else by letter; letters come first. */
static int compare(const struct mirage_option *a, const struct mirage_option *b)
{
    if (a->name && b->name)
        return strcmp(a->name, b->name);
    if (!a->name && !b->name)
        return a->letter - b->letter;
    return a->name ? 1 : -1;
}

const struct mirage_option *help_option_next(mirage_options options,
                                             const char *section,
                                             const struct mirage_option *last)
{
    const struct mirage_option *next = NULL;

    for (; options && *options; options++) {
        if (strcmp((*options)->section, section) != 0 ||
            (last && compare(*options, last) <= 0))
            continue;
        if (!next || compare(*options, next) < 0)
            next = *options;
    }
    return next;
}

const struct mirage_option *help_variable_next(mirage_options options,
                                               const struct mirage_option *last)
{
    const struct mirage_option *next = NULL;

    for (; options && *options; options++) {
        const char *env = (*options)->env;

        if (!env || (last && strcmp(env, last->env) <= 0))
            continue;
        if (!next || strcmp(env, next->env) < 0)
            next = *options;
    }
    return next;
}
