/*
 * color.h: messages in colour, for those who can see it.
 */
#ifndef COLOR_H
#define COLOR_H

#include <stdbool.h>

/* As gcc does it, so that its messages and ours look alike. */
#define COLOR_BOLD    "1"
#define COLOR_ERROR   "1;31"
#define COLOR_WARNING "1;35"
#define COLOR_NOTE    "1;36"

/* "always", "never" or "auto", which is as long as nothing else is said: in
 * colour if standard error is a terminal. */
void color_set(const char *when);
bool color_is_on(void);

/* `text` for standard error, in that colour if it is on. */
const char *color_text(const char *color, const char *text);

#endif
