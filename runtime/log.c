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

/* ---- the head ---- */

/* RFC 3339, section 4.3: "-00:00" says that the local zone is not known. */
static void add_time(struct text *line)
{
    int64_t ns = mirage_platform_wall_clock();
    int zone = 0;
    bool is_known = mirage_platform_time_zone(ns, &zone);
    char sign = is_known && zone >= 0 ? '+' : '-';
    struct mirage_date date;

    zone = is_known ? zone : 0;
    date = mirage_date_of_ns(ns + (int64_t)zone * 60 * 1000000000);
    zone = zone < 0 ? -zone : zone;
    mirage_text_format(line,
                       "%04d-%02d-%02d %02d:%02d:%02d %c%02d:%02d: ", date.year,
                       date.month, date.day, date.hour, date.minute,
                       date.second, sign, zone / 60, zone % 60);
}

static void add_head(struct text *line, const struct mirage_log_source *source,
                     enum mirage_log_level level)
{
    static const char names[] = "   APPERRWRNINFDBG";

    add_time(line);
    mirage_text_format(line, "%.3s [%s] ", names + 3 * level, source->name);
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
