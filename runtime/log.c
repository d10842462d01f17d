#include "format.h"
#include <mirage/clock.h>
#include <mirage/log.h>
#include <mirage/platform.h>

enum {
    MESSAGE_MAX = 64 * 1024, /* bytes of a message; the rest is cut */
    LINE_SIZE = 512,         /* of lines that need no other memory */
    PAGE = 4096,
};

struct mirage_log_source mirage_log_application = {"application",
                                                   MIRAGE_LOG_INFO};
MIRAGE_LOG_LIST(mirage_log_application);

/* ---- "2017-02-08 09:54:44 -01:00: INF [application] " ---- */

static void add_date(struct text *line, struct mirage_date date)
{
    mirage_text_add_number(line, date.year, 4);
    mirage_text_add(line, "-");
    mirage_text_add_number(line, date.month, 2);
    mirage_text_add(line, "-");
    mirage_text_add_number(line, date.day, 2);
    mirage_text_add(line, " ");
    mirage_text_add_number(line, date.hour, 2);
    mirage_text_add(line, ":");
    mirage_text_add_number(line, date.minute, 2);
    mirage_text_add(line, ":");
    mirage_text_add_number(line, date.second, 2);
}

/* RFC 3339, section 4.3: "-00:00" says that the local zone is not known. */
static void add_zone(struct text *line, bool known, int minutes)
{
    int size = minutes < 0 ? -minutes : minutes;

    mirage_text_add(line, known && minutes >= 0 ? " +" : " -");
    mirage_text_add_number(line, size / 60, 2);
    mirage_text_add(line, ":");
    mirage_text_add_number(line, size % 60, 2);
}

static void add_time(struct text *line)
{
    int64_t ns = mirage_platform_wall_clock();
    int minutes = 0;
    bool known = mirage_platform_time_zone(ns, &minutes);

    if (!known)
        minutes = 0;
    ns += (int64_t)minutes * 60 * 1000000000;
    add_date(line, mirage_date_of_ns(ns));
    add_zone(line, known, minutes);
}

static void add_head(struct text *line, const struct mirage_log_source *source,
                     enum mirage_log_level level)
{
    static const char names[][8] = {
        [MIRAGE_LOG_APP] = ": APP [",     [MIRAGE_LOG_ERROR] = ": ERR [",
        [MIRAGE_LOG_WARNING] = ": WRN [", [MIRAGE_LOG_INFO] = ": INF [",
        [MIRAGE_LOG_DEBUG] = ": DBG [",
    };

    add_time(line);
    mirage_text_add(line, names[level]);
    mirage_text_add(line, source->name);
    mirage_text_add(line, "] ");
}

/* ---- the message ---- */

/* In a line's memory one byte is left after its `end`, for the newline. */
static void write_line(struct text *line)
{
    *line->at++ = '\n';
    mirage_platform_log_write(line->start, line->at - line->start);
}

/*
 * Writes a line with all of the message, unless there is no memory for it. That
 * comes from the platform: an image that logs need not have a malloc.
 */
static bool write_whole(const struct text *head, size_t message_size,
                        const char *format, va_list args)
{
    size_t head_size = head->at - head->start;
    size_t size =
        head_size +
        (message_size < MESSAGE_MAX ? message_size : (size_t)MESSAGE_MAX);
    size_t whole = (size + 1 + PAGE - 1) & ~((size_t)PAGE - 1);
    char *memory = mirage_platform_stack_alloc(whole);
    struct text line;

    if (!memory)
        return false;
    line = mirage_text(memory, size);
    mirage_text_add_bytes(&line, head->start, head_size);
    mirage_format(&line, format, args);
    write_line(&line);
    mirage_platform_stack_free(memory, whole);
    return true;
}

void mirage_vlog(struct mirage_log_source *source, enum mirage_log_level level,
                 const char *format, va_list args)
{
    char memory[LINE_SIZE];
    struct text head = mirage_text(memory, sizeof(memory) - 1), line;
    size_t size;

    if (level > source->level)
        return;
    add_head(&head, source, level);
    line = head;
    mirage_format(&line, format, args);
    size = line.at - head.at + line.cut - head.cut;
    if (!line.cut || !write_whole(&head, size, format, args))
        write_line(&line);
}

void mirage_log(struct mirage_log_source *source, enum mirage_log_level level,
                const char *format, ...)
{
    va_list args;

    va_start(args, format);
    mirage_vlog(source, level, format, args);
    va_end(args);
}
