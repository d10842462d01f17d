/*
 * The value of --logs: thresholds such as "warning", "*:info" or "netif:debug"
 * with commas between.
 */
#include "text.h"
#include <mirage/log.h>
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

/* Some bytes of the value. */
struct part {
    const char *start;
    size_t size;
};

struct threshold {
    struct part whole, source, level; /* "netif:debug", "netif", "debug" */
};

static bool is(struct part part, const char *name)
{
    return strlen(name) == part.size &&
           memcmp(name, part.start, part.size) == 0;
}

/* The one `text` begins with. */
static struct threshold read_threshold(const char *text)
{
    struct part whole = {text, strcspn(text, ",")};
    size_t size = strcspn(text, ":,");

    if (text[size] != ':')
        return (struct threshold){whole, {"*", 1}, whole};
    return (struct threshold){
        whole, {text, size}, {text + size + 1, whole.size - size - 1}};
}

/* Where the one after it begins, or NULL. */
static const char *after(struct threshold threshold)
{
    const char *end = threshold.whole.start + threshold.whole.size;

    return *end ? end + 1 : NULL;
}

/* -1 if there is none of this name. */
static int find_level(struct part name)
{
    int level = MIRAGE_LOG_DEBUG;

    while (level >= 0 && !is(name, level_names[level]))
        level--;
    return level;
}

/* ---- checking ---- */

static const char *complain(const char *format, struct part part)
{
    static char memory[160];
    struct text text = mirage_text(memory, sizeof(memory));

    mirage_text_format(&text, format, part.size < 60 ? (int)part.size : 60,
                       part.start);
    return mirage_text_end(&text);
}

static const char *check(struct threshold threshold)
{
    struct part level = threshold.level;

    if (!threshold.source.size || !level.size ||
        memchr(level.start, ':', level.size))
        return complain("Can't parse log threshold: %.*s", threshold.whole);
    if (find_level(level) < 0)
        return complain("%.*s is not a valid log level, must be one of quiet, "
                        "app, error, warning, info or debug",
                        level);
    return NULL;
}

const char *mirage_check_logs(const char *text)
{
    const char *wrong = NULL;

    while (text && !wrong) {
        struct threshold threshold = read_threshold(text);

        wrong = check(threshold);
        text = after(threshold);
    }
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

/* The first level for all sources; info if there is none. */
static enum mirage_log_level global_level(const char *text)
{
    while (text) {
        struct threshold threshold = read_threshold(text);

        if (is(threshold.source, "*"))
            return find_level(threshold.level);
        text = after(threshold);
    }
    return MIRAGE_LOG_INFO;
}

static void set_sources(const char *text)
{
    while (text) {
        struct threshold threshold = read_threshold(text);
        struct part source = threshold.source;

        if (!is(source, "*") && !set_level(source, find_level(threshold.level)))
            mirage_say("Warning: %.*s is not a valid log source.\n",
                       (int)source.size, source.start);
        text = after(threshold);
    }
}

void mirage_log_configure(const char *text)
{
    set_level((struct part){"*", 1}, global_level(text));
    set_sources(text);
}
