#define _GNU_SOURCE
#include "options.h"
#include <stdlib.h>
#include <string.h>

#define UNIKERNEL "UNIKERNEL PARAMETERS"
#define COMMON    "COMMON OPTIONS"
#define CONFIGURE "CONFIGURE OPTIONS"
#define DESCRIBE  "DESCRIBE OPTIONS"

static const char *const colors[] = {"auto", "always", "never", NULL};
static const char *const formats[] = {"auto", "pager", "groff", "plain", NULL};
static const char *const levels[] = {"quiet", "error", "warning",
                                     "info",  "debug", NULL};

/* ---- of all commands ---- */

struct mirage_option option_help = {
    .name = "help",
    .section = COMMON,
    .docv = "FMT",
    .bare = "auto",
    .choices = formats,
    .doc = "Show this help in format FMT. The value FMT must be one of auto, "
           "pager, groff or plain. With auto, the format is pager or plain "
           "whenever the TERM env var is dumb or undefined.",
};

struct mirage_option option_version = {
    .name = "version",
    .section = COMMON,
    .doc = "Show version information.",
};

struct mirage_option option_color = {
    .name = "color",
    .section = COMMON,
    .docv = "WHEN",
    .absent = "auto",
    .choices = colors,
    .doc = "Colorize the output. WHEN must be one of auto, always or never.",
};

struct mirage_option option_quiet = {
    .name = "quiet",
    .letter = 'q',
    .section = COMMON,
    .doc = "Be quiet. Takes over -v and --verbosity.",
};

struct mirage_option option_verbose = {
    .name = "verbose",
    .letter = 'v',
    .section = COMMON,
    .repeat = mirage_option_repeat,
    .doc = "Increase verbosity. Repeatable, but more than twice does not "
           "bring more.",
};

struct mirage_option option_verbosity = {
    .name = "verbosity",
    .section = COMMON,
    .docv = "LEVEL",
    .absent = "warning",
    .choices = levels,
    .doc = "Be more or less verbose. LEVEL must be one of quiet, error, "
           "warning, info or debug. Takes over -v.",
};

/* ---- of most ---- */

struct mirage_option option_file = {
    .name = "file",
    .alias = "config-file",
    .letter = 'f',
    .section = CONFIGURE,
    .docv = "FILE",
    .absent = "config.c",
    .doc = "The configuration file to use. Its folder is the project's.",
};

struct mirage_option option_output = {
    .name = "output",
    .letter = 'o',
    .section = CONFIGURE,
    .docv = "FILE",
    .doc = "Name of the output file.",
};

struct mirage_option option_context_file = {
    .name = "context-file",
    .section = CONFIGURE,
    .docv = "FILE",
    .absent = "mirage/context",
    .doc = "The context file to use: it keeps the options that configure was "
           "given for the other commands.",
};

struct mirage_option option_dry_run = {
    .name = "dry-run",
    .section = CONFIGURE,
    .doc = "Display I/O actions instead of executing them.",
};

static bool is_level(const char *text, size_t size)
{
    static const char *const names[] = {"quiet",   "app",  "error",
                                        "warning", "info", "debug"};

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (strlen(names[i]) == size && strncmp(text, names[i], size) == 0)
            return true;
    return false;
}

/* LEVEL or SOURCE:LEVEL, up to a comma. */
static bool is_threshold(const char *text, size_t size)
{
    const char *colon = memchr(text, ':', size);

    if (!colon)
        return is_level(text, size);
    return colon > text && is_level(colon + 1, text + size - colon - 1);
}

static const char *check_logs(const char *text)
{
    const char *comma;

    do {
        comma = strchrnul(text, ',');
        if (!is_threshold(text, comma - text))
            return "levels such as 'info' or '*:info,foo:debug', of quiet, "
                   "app, error, warning, info and debug";
        text = comma + 1;
    } while (*comma);
    return NULL;
}

struct mirage_option option_logs = {
    .name = "logs",
    .letter = 'l',
    .section = UNIKERNEL,
    .docv = "LEVEL",
    .env = "MIRAGE_LOGS",
    .check = check_logs,
    .doc = "Be more or less verbose. LEVEL must be of the form "
           "*:info,foo:debug, which means that the log threshold is set to "
           "info for every log source but foo, for which it is set to debug.",
};

/* ---- of configure ---- */

struct mirage_option option_depext = {
    .name = "depext",
    .section = CONFIGURE,
    .doc = "Enable the installation of host tools by 'make depends'. This is "
           "the default.",
};

struct mirage_option option_no_depext = {
    .name = "no-depext",
    .section = CONFIGURE,
    .doc = "Disable the installation of host tools by 'make depends'.",
};

/* NAME:URL,NAME:URL */
static const char *check_repositories(const char *text)
{
    while (*text) {
        size_t size = strcspn(text, ",");
        const char *colon = memchr(text, ':', size);

        if (!colon || colon == text || colon + 1 == text + size)
            return "<name>:<repository>";
        text += size;
        text += *text == ',';
    }
    return NULL;
}

struct mirage_option option_extra_repos = {
    .name = "extra-repos",
    .alias = "extra-repo",
    .section = CONFIGURE,
    .docv = "NAME1:URL1,NAME2:URL2,...",
    .env = "MIRAGE_EXTRA_REPOS",
    .check = check_repositories,
    .doc = "Additional repositories of overlays, folders or git, to find "
           "third-party packages in. They are looked through before the one "
           "that comes with mirage.",
};

struct mirage_option option_no_extra_repo = {
    .name = "no-extra-repo",
    .section = CONFIGURE,
    .doc = "Disable the use of any overlay repository.",
};

/* ---- of describe ---- */

struct mirage_option option_dot = {
    .name = "dot",
    .section = DESCRIBE,
    .doc = "Output a dot description. If no output file is given, it will "
           "display the dot file using the command given to --dot-command. "
           "Use in combination with --output=- (short version: -o-) to display "
           "the dot file on stdout.",
};

struct mirage_option option_dot_command = {
    .name = "dot-command",
    .section = DESCRIBE,
    .docv = "COMMAND",
    .absent = "xdot",
    .doc = "Command used to show a dot file. This command should accept a dot "
           "file on its standard input.",
};

struct mirage_option option_eval = {
    .name = "eval",
    .section = DESCRIBE,
    .doc = "Fully evaluate the graph before showing it. The default when the "
           "unikernel has already been configured.",
};

struct mirage_option option_no_eval = {
    .name = "no-eval",
    .section = DESCRIBE,
    .doc = "Do not evaluate the graph before showing it. See --eval. The "
           "default when the unikernel has not been configured.",
};

/* ---- of help ---- */

struct mirage_option option_man_format = {
    .name = "man-format",
    .section = "OPTIONS",
    .docv = "FMT",
    .absent = "auto",
    .choices = formats,
    .doc = "Show output in format FMT. The value FMT must be one of auto, "
           "pager, groff or plain.",
};

/* ---- of run ---- */

struct mirage_option option_attach = {
    .name = "attach",
    .section = "RUN OPTIONS",
    .docv = "NAME=PATH",
    .repeat = mirage_option_repeat,
    .doc = "Attach the disk NAME of an image to the file PATH, or the network "
           "NAME to the tap device PATH. All that an image has must be "
           "attached; a disk whose file `make build` makes is, unless "
           "another is given here. Can be repeated.",
};

struct mirage_option option_mem = {
    .name = "mem",
    .section = "RUN OPTIONS",
    .docv = "MB",
    .check = mirage_check_int,
    .doc = "Memory of an image in megabytes; what its tender thinks right if "
           "it is left out.",
};
