#include "help.h"
#include "command_line.h"
#include "fatal.h"
#include "options.h"
#include "pager.h"
#include "project.h"
#include "tool.h"
#include "words.h"
#include <mirage/help.h>
#include <stdlib.h>
#include <string.h>

static const char see_also[] = "mirage(1)";

static const struct mirage_help_item statuses[] = {
    {"EXIT STATUS", "0", "on success."},
    {"EXIT STATUS", "123",
     "on indiscriminate errors reported on standard error."},
    {"EXIT STATUS", "124", "on command line parsing errors."},
    {"EXIT STATUS", "125", "on unexpected internal errors (bugs)."},
    {0},
};

static void write_to_file(void *to, const char *data, size_t size)
{
    fwrite(data, 1, size, to);
}

/* ---- pages ---- */

static bool has_variables(mirage_options options)
{
    for (; *options; options++)
        if ((*options)->env)
            return true;
    return false;
}

static struct mirage_help command_page(const struct command *command)
{
    static struct mirage_help_section sections[] = {
        {"DESCRIPTION", NULL},
        {"UNIKERNEL PARAMETERS", NULL},
        {"MIRAGE PARAMETERS", NULL},
        {"CONFIGURE OPTIONS", NULL},
        {"DESCRIBE OPTIONS", NULL},
        {"RUN OPTIONS", NULL},
        {"OPTIONS", NULL},
        {"APPLICATION OPTIONS", NULL},
        {"", NULL},
        {"COMMON OPTIONS", NULL},
        {"EXIT STATUS", NULL},
        {"ENVIRONMENT", NULL},
        {"SEE ALSO", see_also},
        {0},
    };
    mirage_options options = command_line_options(command);
    const char *name = format_text("mirage %s", command->name);

    sections[0].text = command->text;
    sections[10].text = format_text("%s exits with:", name);
    if (has_variables(options))
        sections[11].text = format_text(
            "These environment variables affect the execution of %s:", name);
    return (struct mirage_help){
        .name = format_text("mirage-%s", command->name),
        .synopsis = command_synopsis(command),
        .summary = command->summary,
        .sections = sections,
        .items = statuses,
        .options = options,
    };
}

/* The commands as items of the main page, and the statuses. */
static const struct mirage_help_item *main_items(void)
{
    static struct mirage_help_item items[32];
    size_t at = 0;

    for (const struct command *command = commands; command->name; command++)
        if (!command->hidden)
            items[at++] = (struct mirage_help_item){
                "COMMANDS", command_synopsis(command) + strlen("mirage "),
                command->summary};
    for (size_t i = 0; statuses[i].heading; i++)
        items[at++] = statuses[i];
    return items;
}

static struct mirage_help main_page(void)
{
    static const struct mirage_help_section sections[] = {
        {"DESCRIPTION",
         "The MirageOS application builder: from a program and a description "
         "of the devices it needs it makes a unikernel, one image that holds "
         "exactly the code it needs.\n\n"
         "Use `mirage help COMMAND' for help on a command."},
        {"COMMANDS", NULL},
        {"COMMON OPTIONS", NULL},
        {"EXIT STATUS", "mirage exits with:"},
        {"SEE ALSO", "mirage-configure(1), mirage-build(1), mirage-run(1)"},
        {0},
    };

    return (struct mirage_help){
        .name = "mirage",
        .synopsis = command_synopsis(NULL),
        .summary = "The MirageOS application builder",
        .sections = sections,
        .items = main_items(),
        .options = common_options,
    };
}

static struct mirage_help page_of(const struct command *command, FILE *out)
{
    struct mirage_help page = command ? command_page(command) : main_page();

    page.manual = "Mirage Manual";
    page.write = write_to_file;
    page.to = out;
    return page;
}

static void print(const struct command *command, const char *format, FILE *out)
{
    struct mirage_help page = page_of(command, out);

    if (strcmp(format, "groff") == 0)
        mirage_help_groff(&page);
    else
        mirage_help_plain(&page);
}

static bool print_paged(const struct command *command)
{
    FILE *out = pager_open();

    print(command, "plain", out);
    return pager_close(out);
}

void help_print(const struct command *command, const char *format)
{
    bool paged = strcmp(format, "pager") == 0 ||
                 (strcmp(format, "auto") == 0 && pager_is_wanted());

    if (!paged || !print_paged(command))
        print(command, format, stdout);
}

/* ---- mirage help ---- */

static void print_topics(void)
{
    for (const char *const *name = command_names(""); *name; name++)
        puts(*name);
}

static noreturn void fail_topic(const char *topic)
{
    const char *topics[32] = {"topics"};
    const char *const *names = command_names("");

    for (size_t i = 0; names[i]; i++)
        topics[i + 1] = names[i];
    command_line_error(tool_command,
                       "TOPIC argument: invalid value '%s', expected %s", topic,
                       words_choices(topics));
}

/* The same page as that of --help, so with what the command itself would take
 * from the context. */
static void print_topic(const char *topic, const char *format)
{
    const struct command *command = commands;

    while (command->name && strcmp(command->name, topic) != 0)
        command++;
    if (!command->name)
        fail_topic(topic);
    command_line_apply_context(command);
    help_print(command, format);
}

void help_run(int argc, char **argv)
{
    const char *format =
        option_man_format.value ? option_man_format.value : "auto";

    if (argc == 0)
        help_print(NULL, format);
    else if (strcmp(argv[0], "topics") == 0)
        print_topics();
    else
        print_topic(argv[0], format);
}
