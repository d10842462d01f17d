/*
 * mirage/log.h: messages for whoever runs the unikernel.
 *
 *     2017-02-08 09:54:44 -01:00: INF [application] hello
 *
 * A message has a level and a source; `--logs` says from which level on each
 * source is printed. The application's messages are written with
 * mirage_log_info("%d sheep", n) and the like. A package has a source of its
 * own:
 *
 *     MIRAGE_LOG_SOURCE(netif_log, "netif");
 *     ...
 *     mirage_log_info_to(&netif_log, "Plugging into %s", name);
 *
 * Formats are printf's, but for %a, %n, %lc and %ls. A message is written
 * before the call returns, whole, with a newline after it. Messages longer than
 * 64 KiB are cut. The calls never wait nor fail.
 */
#ifndef MIRAGE_LOG_H
#define MIRAGE_LOG_H

#include <stdarg.h>

/* From most to least urgent; QUIET is a threshold only. */
enum mirage_log_level {
    MIRAGE_LOG_QUIET,
    MIRAGE_LOG_APP, /* APP: what the program has to say */
    MIRAGE_LOG_ERROR,
    MIRAGE_LOG_WARNING,
    MIRAGE_LOG_INFO,
    MIRAGE_LOG_DEBUG,
};

struct mirage_log_source {
    const char *name;
    enum mirage_log_level level; /* messages above it are not printed */
};

/*
 * Defines the source `variable`, static, known to `--logs` as `name_`. Sources
 * are kept together in a section of the image, where the runtime finds them.
 */
#define MIRAGE_LOG_SOURCE(variable, name_)                                     \
    static struct mirage_log_source variable = {name_, MIRAGE_LOG_INFO};       \
    MIRAGE_LOG_LIST(variable)

#define MIRAGE_LOG_LIST(variable)                                              \
    static struct mirage_log_source *const variable##_listed                   \
        __attribute__((section("mirage_log_sources"), used)) = &variable

/* "application" */
extern struct mirage_log_source mirage_log_application;

__attribute__((format(printf, 3, 4))) void
mirage_log(struct mirage_log_source *source, enum mirage_log_level level,
           const char *format, ...);
void mirage_vlog(struct mirage_log_source *source, enum mirage_log_level level,
                 const char *format, va_list args);

/* clang-format off */
#define mirage_log_app_to(source, ...)     mirage_log(source, MIRAGE_LOG_APP, __VA_ARGS__)
#define mirage_log_error_to(source, ...)   mirage_log(source, MIRAGE_LOG_ERROR, __VA_ARGS__)
#define mirage_log_warning_to(source, ...) mirage_log(source, MIRAGE_LOG_WARNING, __VA_ARGS__)
#define mirage_log_info_to(source, ...)    mirage_log(source, MIRAGE_LOG_INFO, __VA_ARGS__)
#define mirage_log_debug_to(source, ...)   mirage_log(source, MIRAGE_LOG_DEBUG, __VA_ARGS__)

#define mirage_log_app(...)     mirage_log_app_to(&mirage_log_application, __VA_ARGS__)
#define mirage_log_error(...)   mirage_log_error_to(&mirage_log_application, __VA_ARGS__)
#define mirage_log_warning(...) mirage_log_warning_to(&mirage_log_application, __VA_ARGS__)
#define mirage_log_info(...)    mirage_log_info_to(&mirage_log_application, __VA_ARGS__)
#define mirage_log_debug(...)   mirage_log_debug_to(&mirage_log_application, __VA_ARGS__)
/* clang-format on */

/* ---- for the command line ---- */

/*
 * NULL if `text` is a value of `--logs`, such as "error" or "*:info,foo:debug"
 * (the first global level counts, and a source's own beats it), else what is
 * wrong with it, in memory that the next call overwrites.
 */
const char *mirage_check_logs(const char *text);

/* Sets the levels as `text`, which has been checked, says. Warns on the log's
 * way out of sources that are not in the image. */
void mirage_log_configure(const char *text);

#endif
