/*
 * print.h: lines on the console from the platform itself. They need neither
 * the C library nor a thread pointer nor memory, so that a fault can be told.
 */
#ifndef SOLO5_PRINT_H
#define SOLO5_PRINT_H

/* From most to least urgent; what is above the level chosen is not printed. */
enum solo5_level { SOLO5_ERROR, SOLO5_WARNING, SOLO5_INFO, SOLO5_DEBUG };

/* Chosen by --solo5:debug and so on; INFO at first. */
extern enum solo5_level solo5_level;

/*
 * A line: "Solo5: ", the text and a newline. Formats are %s, %c, %d, %lu, %lx
 * and %02x (two digits). Lines over 320 bytes are cut, and say so.
 */
__attribute__((format(printf, 2, 3))) void solo5_print(enum solo5_level level,
                                                       const char *format, ...);

/* The line as it stands, without "Solo5: ". */
void solo5_print_plain(enum solo5_level level, const char *line);

/* "Solo5: ABORT: ", the text and a newline, at any level. */
__attribute__((format(printf, 1, 2))) void solo5_print_abort(const char *format,
                                                             ...);

#endif
