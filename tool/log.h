/*
 * log.h: what the tool tells besides its results, on standard error, as
 * "mirage: [WARNING] text". Errors end the tool: see fatal.h.
 */
#ifndef LOG_H
#define LOG_H

#include <stdbool.h>

enum verbosity { QUIET, ERRORS, WARNINGS, INFORMATION, DEBUGGING };

/* What is told from now on; warnings until then. */
void log_set_verbosity(enum verbosity verbosity);
bool log_is_verbose(void); /* information and more */
bool log_is_quiet(void);   /* nothing but errors */

void log_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_debug(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
