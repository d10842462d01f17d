#define _GNU_SOURCE
#include "context.h"
#include "action.h"
#include "fatal.h"
#include "generated.h"
#include "options.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *context_file(void)
{
    return option_context_file.value ? option_context_file.value
                                     : "mirage/context";
}

bool context_exists(void)
{
    return access(context_file(), F_OK) == 0;
}

/* ---- reading ---- */

static void unescape(char *text)
{
    char *to = text;

    for (const char *from = text; *from; from++) {
        if (from[0] == '\\' && from[1])
            *to++ = *++from == 'n' ? '\n' : *from;
        else
            *to++ = *from;
    }
    *to = '\0';
}

bool context_parse_line(char *line, const char **name, const char **value)
{
    char *equals;

    if (strncmp(line, "--", 2) != 0)
        return false;
    equals = strchr(line, '=');
    if (equals)
        *equals = '\0';
    unescape(equals ? equals + 1 : line);
    *name = line + 2;
    *value = equals ? equals + 1 : "true";
    return **name != '\0';
}

static struct mirage_option *find(mirage_options options, const char *name)
{
    for (; *options; options++)
        if ((*options)->name && strcmp((*options)->name, name) == 0)
            return *options;
    return NULL;
}

static void apply(mirage_options options, const char *name, const char *value)
{
    struct mirage_option *option = find(options, name);

    if (!option || option->count > 0)
        return;
    option->value = value;
    if (option->repeat && !option->repeat(option, value))
        fatal("memory ran out");
}

/* The environment says something too, but what configure made of it counts. */
static void forget_environment(mirage_options options)
{
    for (; *options; options++)
        if ((*options)->count == 0)
            mirage_options_reset(
                (struct mirage_option *const[]){*options, NULL});
}

void context_apply(mirage_options options)
{
    char *text = action_read(context_file(), NULL), *at = text, *line;
    const char *name, *value;

    if (text)
        forget_environment(options);
    while (at && (line = strsep(&at, "\n")))
        if (context_parse_line(line, &name, &value))
            apply(options, name, value);
}

/* ---- writing ---- */

static void print_escaped(FILE *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '\\' || *text == '\n')
            fputc('\\', out);
        fputc(*text == '\n' ? 'n' : *text, out);
    }
}

static void print_value(FILE *out, const struct mirage_option *option,
                        const char *value)
{
    fprintf(out, "--%s", option->name);
    if (option->docv) {
        fputc('=', out);
        print_escaped(out, value);
    }
    fputc('\n', out);
}

/* Where the options were given is not what they say. */
static bool is_kept(const struct mirage_option *option)
{
    return option->value && option != &option_dry_run &&
           option != &option_context_file && option != &option_file &&
           strcmp(option->section, "COMMON OPTIONS") != 0;
}

/* ---- what other commands were given ---- */

static mirage_options saved;
static char *earlier; /* the file as it was; NULL if that does not matter */

static bool is_of_others(const char *line)
{
    char *copy = format_text("%s", line);
    const char *name, *value;

    return context_parse_line(copy, &name, &value) && !find(saved, name);
}

static void print_others(FILE *out)
{
    char *at = earlier, *line;

    while ((line = strsep(&at, "\n")))
        if (is_of_others(line))
            fprintf(out, "%s\n", line);
}

static void emit(FILE *out)
{
    emit_marker(out, "# ", "");
    for (mirage_options at = saved; *at; at++) {
        if (!is_kept(*at))
            continue;
        if (!(*at)->values)
            print_value(out, *at, (*at)->value);
        for (struct mirage_option_value *v = (*at)->values; v; v = v->next)
            print_value(out, *at, v->text);
    }
    print_others(out);
}

void context_save(mirage_options options)
{
    earlier = NULL;
    saved = options;
    generated_write(context_file(), emit);
}

void context_update(mirage_options options)
{
    earlier = action_read(context_file(), NULL);
    saved = options;
    generated_write(context_file(), emit);
    free(earlier);
}
