#include "arguments.h"
#include "help.h"
#include "text.h"
#include <mirage/exit.h>
#include <mirage/log.h>
#include <mirage/platform.h>
#include <mirage/task.h>
#include <mirage/unikernel.h>
#include <string.h>

#define UNIKERNEL "UNIKERNEL PARAMETERS"
#define COMMON    "COMMON OPTIONS"

/* ---- the options that every unikernel has ---- */

static const char *check_delay(const char *text)
{
    if (mirage_check_int(text) || mirage_parse_int(text) < 0)
        return "a number of seconds";
    return NULL;
}

static struct mirage_option backtrace = {
    .name = "backtrace",
    .section = UNIKERNEL,
    .docv = "BOOL",
    .absent = "true",
    .check = mirage_check_bool,
    .doc = "Trigger the printing of a stack backtrace when the unikernel "
           "crashes, on targets that can.",
};

static struct mirage_option delay = {
    .name = "delay",
    .section = UNIKERNEL,
    .docv = "N",
    .absent = "0",
    .check = check_delay,
    .doc = "Delay N seconds before starting up.",
};

static struct mirage_option logs = {
    .name = "logs",
    .letter = 'l',
    .section = UNIKERNEL,
    .docv = "LEVEL",
    .env = "MIRAGE_LOGS",
    .doc = "Be more or less verbose. LEVEL must be of the form "
           "*:info,foo:debug, which means that the log threshold is set to "
           "info for every log source but foo, for which it is set to debug. "
           "A level must be one of quiet, app, error, warning, info or debug.",
};

static struct mirage_option name = {
    .name = "name",
    .section = UNIKERNEL,
    .docv = "VAL",
    .doc = "Name of the unikernel, in its messages and wherever it tells its "
           "name.",
};

static const char *const formats[] = {"auto", "pager", "groff", "plain", NULL};

static struct mirage_option help = {
    .name = "help",
    .section = COMMON,
    .docv = "FMT",
    .bare = "auto",
    .choices = formats,
    .doc = "Show this help in format FMT. The value FMT must be one of auto, "
           "pager, groff or plain. A unikernel cannot start a pager: all but "
           "groff are plain.",
};

static struct mirage_option version = {
    .name = "version",
    .section = COMMON,
    .doc = "Show version information.",
};

static struct mirage_option *const own[] = {&backtrace, &delay, &logs,
                                            &name,      &help,  &version};

enum { OWN_COUNT = sizeof(own) / sizeof(own[0]) };

/* ---- what they say ---- */

const char *mirage_name(void)
{
    return name.value ? name.value : mirage_unikernel.name;
}

const char *mirage_arguments_logs(void)
{
    return mirage_key_text(&logs, logs.absent);
}

uint64_t mirage_arguments_delay(void)
{
    return MIRAGE_SEC(delay.value ? mirage_parse_int(delay.value) : 0);
}

bool mirage_wants_backtrace(void)
{
    return !backtrace.value || mirage_parse_bool(backtrace.value);
}

/* ---- reading ---- */

static size_t count(mirage_options options)
{
    size_t n = 0;

    while (options[n])
        n++;
    return n;
}

/* With the keys first: they are what the unikernel is about. */
static void fill(struct mirage_option **table)
{
    for (mirage_options key = mirage_unikernel.keys; *key; key++)
        *table++ = *key;
    for (size_t i = 0; i < OWN_COUNT; i++)
        *table++ = own[i];
    *table = NULL;
}

/* To be followed by the rest of the line. */
static void start_complaint(void)
{
    mirage_say("Usage: %s [OPTION]…\n%s: ", mirage_unikernel.name,
               mirage_unikernel.name);
}

static noreturn void refuse(const char *before, const char *message)
{
    start_complaint();
    mirage_say("%s%s\n", before, message);
    mirage_exit(MIRAGE_EXIT_ARGUMENTS);
}

static noreturn void refuse_all(char *const *words, int word_count)
{
    start_complaint();
    mirage_say("too many arguments, don't know what to do with '%s'", words[0]);
    for (int i = 1; i < word_count; i++)
        mirage_say(", '%s'", words[i]);
    mirage_say("\n");
    mirage_exit(MIRAGE_EXIT_ARGUMENTS);
}

static noreturn void show_version(void)
{
    char memory[160];
    struct text line = mirage_text(memory, sizeof(memory));

    mirage_text_format(&line, "%.60s (mirage %.60s)\n", mirage_unikernel.name,
                       mirage_unikernel.version);
    mirage_platform_console_write(memory, line.at - memory);
    mirage_exit(MIRAGE_EXIT_HELP);
}

/* Help first: who asks for it need not get the rest right. */
static void obey(mirage_options options, const char *mistake)
{
    if (help.value) {
        mirage_show_help(options, help.value);
        mirage_exit(MIRAGE_EXIT_HELP);
    }
    if (version.value)
        show_version();
    if (mistake)
        refuse("", mistake);
    mistake = mirage_check_logs(mirage_arguments_logs());
    if (mistake)
        refuse("option '--logs': ", mistake);
}

void mirage_arguments_read(void)
{
    struct mirage_option *options[count(mirage_unikernel.keys) + OWN_COUNT + 1];
    int argc, word_count;
    char **argv;

    mirage_platform_arguments(&argc, &argv);
    char *words[argc + 1];

    logs.absent = mirage_unikernel.logs ? mirage_unikernel.logs : "info";
    name.absent = mirage_unikernel.name;
    fill(options);
    obey(options,
         mirage_options_parse(options, argc, argv, words, &word_count));
    if (word_count)
        refuse_all(words, word_count);
}
