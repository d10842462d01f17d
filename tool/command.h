/*
 * command.h: the commands of the tool, as a table that parses, explains and
 * completes them.
 */
#ifndef COMMAND_H
#define COMMAND_H

#include <mirage/option.h>
#include <stdbool.h>

struct command {
    const char *name;
    const char *summary;        /* "Configure a mirage application." */
    const char *positional;     /* as in the synopsis, "[INFO]"; NULL: none */
    const char *const *choices; /* of the positional; NULL: any */
    bool any_arguments;         /* not one, but as many as there are */
    const char *text;           /* paragraphs of DESCRIPTION */
    mirage_options options;     /* beside the keys and the common ones */
    bool needs_config;          /* makes no sense without config.c */
    bool uses_context;          /* takes what configure was given as given */
    bool changes_project;       /* one at a time: see lock.h */
    bool hidden;                /* a step of the Makefile; still explained */
    void (*run)(int argc, char **argv); /* with the positional arguments */
};

/* All, name NULL at the end. */
extern const struct command commands[];

/*
 * The command `name` is, or begins as the only one; otherwise ends the tool
 * with a message.
 */
const struct command *command_find(const char *name);

/* Names of the commands that begin so, NULL at the end, overwritten by the next
 * call; not those that are hidden. */
const char *const *command_names(const char *prefix);

/* Options of every command: --help, --verbose, --version ... */
extern struct mirage_option *const common_options[];

/* What can be understood before config.c is: these, and those of a project. */
extern struct mirage_option *const early_options[];

/* Ends with "Usage: ..." and "mirage: MESSAGE" and status 124. `command` may
 * be NULL. */
_Noreturn void command_line_error(const struct command *command,
                                  const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* "mirage configure [--help] [OPTION]…" */
const char *command_synopsis(const struct command *command);

/* What the commands do; argv holds argc positional arguments. */
void configure_run(int argc, char **argv);
void build_run(int argc, char **argv);
void clean_run(int argc, char **argv);
void describe_run(int argc, char **argv);
void query_run(int argc, char **argv);
void help_run(int argc, char **argv);
void run_run(int argc, char **argv);
void lock_run(int argc, char **argv);
void depext_run(int argc, char **argv);
void pull_run(int argc, char **argv);

#endif
