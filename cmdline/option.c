#include "message.h"
#include "option_find.h"
#include "option_give.h"
#include "suggest.h"
#include <stdlib.h>
#include <string.h>

/* A command line on its way; argv[at] is the next word. */
struct parse {
    mirage_options options;
    int argc, at;
    char **argv;
    struct mirage_mistake mistake;
};

/* ---- options with a value and flags ---- */

/* "option '--target'", "option '-t'" */
static const char *spell(const char *dashes, const char *name)
{
    static struct mirage_message spelling;

    return mirage_message_set(&spelling, "option '", dashes, name, "'", NULL);
}

static void give(struct parse *parse, struct mirage_option *option,
                 const char *as, const char *text)
{
    if (option->count++ > 0 && !option->repeat)
        mirage_mistake_note(&parse->mistake, as, " cannot be repeated", NULL);
    else
        mirage_option_give(option, as, text, &parse->mistake);
}

static bool looks_like_option(const char *word)
{
    return word[0] == '-' && word[1] && !(word[1] >= '0' && word[1] <= '9');
}

/* The value is the next word. */
static void give_next(struct parse *parse, struct mirage_option *option,
                      const char *as)
{
    if (parse->at < parse->argc && !looks_like_option(parse->argv[parse->at]))
        give(parse, option, as, parse->argv[parse->at++]);
    else
        mirage_mistake_note(&parse->mistake, as, " needs an argument", NULL);
}

/* What was written without a value beside it. */
static void give_alone(struct parse *parse, struct mirage_option *option,
                       const char *as)
{
    if (!option->docv)
        give(parse, option, as, "true");
    else if (option->bare)
        give(parse, option, as, option->bare);
    else
        give_next(parse, option, as);
}

/* ---- --name, --name=VALUE ---- */

static const char *suggest(mirage_options options, const char *name,
                           size_t size)
{
    struct mirage_nearest near = {0};

    for (; *options; options++) {
        mirage_nearest_try(&near, name, size, (*options)->name);
        mirage_nearest_try(&near, name, size, (*options)->alias);
    }
    return near.word;
}

/* `name` with its dashes, of which only `size` bytes count. */
static void note_unknown(struct parse *parse, const char *dashes,
                         const char *name, size_t size)
{
    static struct mirage_message whole;
    const char *near = suggest(parse->options, name, size);

    mirage_message_set(&whole, name, NULL);
    if (size < whole.size)
        whole.text[size] = '\0';
    if (near)
        mirage_mistake_note(&parse->mistake, "unknown option '", dashes,
                            whole.text, "', did you mean '--", near, "'?",
                            NULL);
    else
        mirage_mistake_note(&parse->mistake, "unknown option '", dashes,
                            whole.text, "'.", NULL);
}

/* Appends the names that begin so: '--color', '--context-file' */
static void list_beginnings(struct mirage_message *list, mirage_options options,
                            const char *name, size_t size)
{
    for (; *options; options++) {
        const char *found = mirage_option_beginning(*options, name, size);

        if (!found)
            continue;
        mirage_message_add(list, list->size > 0 ? ", '--" : "'--");
        mirage_message_add(list, found);
        mirage_message_add(list, "'");
    }
}

static void note_ambiguous(struct parse *parse, const char *name, size_t size)
{
    static struct mirage_message whole, list;

    mirage_message_set(&whole, name, NULL);
    whole.text[size] = '\0'; /* short: it begins a name */
    mirage_message_set(&list, "", NULL);
    list_beginnings(&list, parse->options, name, size);
    mirage_mistake_note(&parse->mistake, "option '--", whole.text,
                        "' ambiguous and could be one of ", list.text, NULL);
}

static void parse_long(struct parse *parse, const char *name)
{
    size_t size = strcspn(name, "=");
    const char *text = name[size] ? name + size + 1 : NULL;
    bool is_ambiguous;
    struct mirage_option *option =
        mirage_option_by_name(parse->options, name, size, &is_ambiguous);
    const char *as;

    if (is_ambiguous) {
        note_ambiguous(parse, name, size);
        return;
    }
    if (!option) {
        note_unknown(parse, "--", name, size);
        return;
    }
    as = spell("--", option->name);
    if (text && !option->docv)
        mirage_mistake_note(&parse->mistake, as,
                            " is a flag, it cannot take the argument '", text,
                            "'", NULL);
    else if (text)
        give(parse, option, as, text);
    else
        give_alone(parse, option, as);
}

/* ---- -n, -nVALUE, -ab ---- */

static void parse_letters(struct parse *parse, const char *letters)
{
    for (; *letters; letters++) {
        char letter[] = {*letters, '\0'};
        struct mirage_option *option =
            mirage_option_by_letter(parse->options, *letters);

        if (!option) {
            note_unknown(parse, "-", letters, strcspn(letters, "="));
            return;
        }
        if (option->docv && letters[1]) {
            give(parse, option, spell("-", letter), letters + 1);
            return;
        }
        give_alone(parse, option, spell("-", letter));
    }
}

/* ---- the whole ---- */

static void parse_words(struct parse *parse, char **positional,
                        int *positional_count)
{
    bool only_positional = false;

    while (parse->at < parse->argc) {
        char *word = parse->argv[parse->at++];

        if (only_positional || word[0] != '-' || !word[1])
            positional[(*positional_count)++] = word;
        else if (strcmp(word, "--") == 0)
            only_positional = true;
        else if (word[1] == '-')
            parse_long(parse, word + 2);
        else
            parse_letters(parse, word + 1);
    }
}

static void take_environment(struct mirage_option *option,
                             struct mirage_mistake *mistake)
{
    static struct mirage_message spelling;
    const char *text = option->env ? getenv(option->env) : NULL;

    if (option->count > 0 || !text || !*text)
        return;
    mirage_message_set(&spelling, "environment variable '", option->env, "'",
                       NULL);
    mirage_option_give(option, spelling.text, text, mistake);
}

static bool help_is_wanted(mirage_options options)
{
    for (; *options; options++)
        if ((*options)->name && strcmp((*options)->name, "help") == 0)
            return (*options)->value != NULL;
    return false;
}

static void need(const struct mirage_option *option,
                 struct mirage_mistake *mistake)
{
    const char letter[] = {option->letter, '\0'};

    if (option->required && !option->value)
        mirage_mistake_note(
            mistake, "required option ", option->name ? "--" : "-",
            option->name ? option->name : letter, " is missing", NULL);
}

const char *mirage_options_parse(mirage_options options, int argc, char **argv,
                                 char **positional, int *positional_count)
{
    struct parse parse = {
        .options = options, .argc = argc, .argv = argv, .at = 1};

    *positional_count = 0;
    mirage_options_reset(options);
    parse_words(&parse, positional, positional_count);
    for (mirage_options at = options; *at; at++)
        take_environment(*at, &parse.mistake);
    if (!help_is_wanted(options))
        for (mirage_options at = options; *at; at++)
            need(*at, &parse.mistake);
    return parse.mistake.text;
}

void mirage_options_reset(mirage_options options)
{
    for (; *options; options++) {
        struct mirage_option *option = *options;

        if (option->repeat)
            option->repeat(option, NULL);
        option->value = NULL;
        option->count = 0;
    }
}
