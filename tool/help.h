/*
 * help.h: the tool's help pages.
 */
#ifndef TOOL_HELP_H
#define TOOL_HELP_H

#include "command.h"
#include <stdio.h>

/*
 * Prints the page on `command`, NULL for that on the tool, in a format of
 * --help: auto, pager, groff or plain.
 */
void help_print(const struct command *command, const char *format);

#endif
