/*
 * command_line.h: the tool's command line, which also has the keys of the
 * devices in use, and so depends on what it says itself.
 */
#ifndef COMMAND_LINE_H
#define COMMAND_LINE_H

#include "command.h"

/*
 * Parses argv, of which argv[0] is the command, or `mirage` if `command` is
 * NULL. What the context says counts where the command line says nothing, for
 * commands that use it. Positional arguments are moved to argv[0] and on;
 * returns how many. A mistake ends the tool.
 */
int command_line_parse(const struct command *command, int argc, char **argv);

/*
 * Learns what argv says of the keys, right or wrong, and the context, to find
 * out with command_line_options what else can be said.
 */
void command_line_learn(const struct command *command, int argc, char **argv);

/* Gives the keys what the context says, if `command` uses it. */
void command_line_apply_context(const struct command *command);

/* The options of `command` with the values keys have now. */
mirage_options command_line_options(const struct command *command);

#endif
