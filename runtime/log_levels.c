/*
 * The value of --logs: thresholds such as "warning", "*:info" or "netif:debug"
 * with commas between.
 */
#include "text.h"
#include <mirage/log.h>
#include <mirage/platform.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* The linker makes these two, if there is any source. */
extern struct mirage_log_source *const __start_mirage_log_sources[]
    __attribute__((weak));
extern struct mirage_log_source *const __stop_mirage_log_sources[]
    __attribute__((weak));

static const char *const level_names[] = {
    [MIRAGE_LOG_QUIET] = "quiet", [MIRAGE_LOG_APP] = "app",
    [MIRAGE_LOG_ERROR] = "error", [MIRAGE_LOG_WARNING] = "warning",
    [MIRAGE_LOG_INFO] = "info",   [MIRAGE_LOG_DEBUG] = "debug",
};

/* ---- reading ---- */

struct part {
    const char *start;
    size_t size;
};

static bool is(struct part part, const char *name)
{
    return strlen(name) == part.size &&
           memcmp(name, part.start, part.size) == 0;
}

static struct part part_before(const char *text, const char *ends)
{
    return (struct part){text, strcspn(text, ends)};
}

/* The start of the next threshold, or NULL. */
static const char *next_threshold(const char *at)
{
    at += strcspn(at, ",");
    return *at ? at + 1 : NULL;
}

/* "*" where there is none. */
static struct part source_of(const char *threshold)
{
    struct part source = part_before(threshold, ":,");

    return source.start[source.size] == ':' ? source : (struct part){"*", 1};
}

static struct part level_of(const char *threshold)
{
    struct part source = part_before(threshold, ":,");

    if (source.start[source.size] != ':')
        return source;
    return part_before(source.start + source.size + 1, ",");
}

/* Whether `name` is a level, which is then in *level. */
static bool find_level(struct part name, enum mirage_log_level *level)
{
    for (size_t i = 0; i <= MIRAGE_LOG_DEBUG; i++) {
        if (!is(name, level_names[i]))
            continue;
        *level = i;
        return true;
    }
    return false;
}

/* ---- checking ---- */

static const char *complaint(const char *before, struct part part,
                             const char *after)
{
    static char memory[160];
    struct text text = mirage_text(memory, sizeof(memory));

    mirage_text_add(&text, before);
    mirage_text_add_bytes(&text, part.start, part.size < 60 ? part.size : 60);
    mirage_text_add(&text, after);
    return mirage_text_end(&text);
}

static const char *check(const char *threshold)
{
    struct part level = level_of(threshold);
    enum mirage_log_level found;

    if (!source_of(threshold).size || !level.size ||
        memchr(level.start, ':', level.size))
        return complaint(
            "Can't parse log threshold: ", part_before(threshold, ","), "");
    if (!find_level(level, &found))
        return complaint("", level,
                         " is not a valid log level, must be one of quiet, "
                         "app, error, warning, info or debug");
    return NULL;
}

const char *mirage_check_logs(const char *text)
{
    const char *wrong = NULL;

    for (; text && !wrong; text = next_threshold(text))
        wrong = check(text);
    return wrong;
}

/* ---- setting ---- */

/* Returns whether there is such a source; "*" is all. */
static bool set_level(struct part name, enum mirage_log_level level)
{
    bool found = false;

    for (struct mirage_log_source *const *source = __start_mirage_log_sources;
         source < __stop_mirage_log_sources; source++) {
        if (!is(name, "*") && !is(name, (*source)->name))
            continue;
        (*source)->level = level;
        found = true;
    }
    return found;
}

static void warn(struct part source)
{
    char memory[160];
    struct text line = mirage_text(memory, sizeof(memory));

    mirage_text_add(&line, "Warning: ");
    mirage_text_add_bytes(&line, source.start,
                          source.size < 80 ? source.size : 80);
    mirage_text_add(&line, " is not a valid log source.\n");
    mirage_platform_log_write(memory, line.at - memory);
}

/* The first level for all sources; info if there is none. */
static enum mirage_log_level global_level(const char *text)
{
    enum mirage_log_level level = MIRAGE_LOG_INFO;

    for (; text; text = next_threshold(text))
        if (is(source_of(text), "*") && find_level(level_of(text), &level))
            break;
    return level;
}

void mirage_log_configure(const char *text)
{
    set_level((struct part){"*", 1}, global_level(text));
    for (; text; text = next_threshold(text)) {
        struct part source = source_of(text);
        enum mirage_log_level level;

        if (is(source, "*") || !find_level(level_of(text), &level))
            continue;
        if (!set_level(source, level))
            warn(source);
    }
}
