#define _GNU_SOURCE
#include "progress.h"
#include "fatal.h"
#include "log.h"
#include "patience.h"
#include "project.h"
#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { QUIET_TIMES = 10 }; /* their patience, before they hear a number */

static bool started;      /* there was a step */
static bool counting;     /* the terminal's line is in use */
static bool command_next; /* the next line is the command that failed */
static time_t last_shown;

static bool starts_with(const char *line, const char *prefix)
{
    return strncmp(line, prefix, strlen(prefix)) == 0;
}

/* "[12/41] Compiling C object ..." */
static bool is_step(const char *line)
{
    return line[0] == '[' && isdigit((unsigned char)line[1]);
}

/* Folders that are compiled in are looked through each time, which is no more
 * than a look unless there is something to compile after it. */
static bool only_looks(const char *line)
{
    return strstr(line, "] Generating ") != NULL;
}

static void show_step(const char *line)
{
    int size = strcspn(line, "]") + 1;

    if (log_is_quiet())
        return;
    if (isatty(STDERR_FILENO)) {
        fprintf(stderr, "\r%.*s Building %s", size, line, project.output);
        counting = true;
    } else if (!started) {
        fprintf(stderr, "Building %s for %s...\n", project.output,
                project.target);
        last_shown = time(NULL);
    } else if (time(NULL) - last_shown >= QUIET_TIMES * patience_seconds()) {
        fprintf(stderr, "%.*s\n", size, line);
        last_shown = time(NULL);
    }
    started = true;
}

/* How many bytes at `at` lead from the build folder to the project's. */
static size_t way_up(const char *at)
{
    static const char up[] = "../../";
    static const char *whole;

    if (!whole)
        whole =
            format_text("%s/%s/%s", getcwd(NULL, 0), project_build_dir(), up);
    if (starts_with(at, whole))
        return strlen(whole);
    return starts_with(at, up) ? strlen(up) : 0;
}

/* Compilers and linkers name files as seen from the build folder. */
static void show_words(const char *line)
{
    while (*line) {
        size_t size = way_up(line);

        if (size == 0)
            fputc(*line++, stderr);
        line += size;
    }
}

void progress_end(void)
{
    if (counting)
        fputs("\r\033[K", stderr);
    counting = false;
}

void progress_line(const char *line)
{
    bool failed = starts_with(line, "FAILED: ");
    bool command = command_next && !log_is_verbose();

    command_next = failed;
    if (is_step(line)) {
        if (!only_looks(line))
            show_step(line);
    } else if (!failed && !command && !starts_with(line, "ninja: ")) {
        progress_end();
        show_words(line);
    }
}
