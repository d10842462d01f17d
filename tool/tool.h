/*
 * tool.h: one run of the tool, from its command line on.
 */
#ifndef TOOL_H
#define TOOL_H

#include "command.h"

/* Does what the command line says. */
void tool_run(int argc, char **argv);

/* The command it names; NULL before that is known. */
extern const struct command *tool_command;

/* Options of a command in the order of its table: keys of the devices in use,
 * its own, those of every command. */
mirage_options tool_options(const struct command *command);

/* Ends with a message unless config.c is there and describes a unikernel; with
 * it, fills in `project`. */
void tool_need_project(void);

#endif
