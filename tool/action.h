/*
 * action.h: everything the tool does to the machine. With --dry-run nothing is
 * done; each action is a line on standard error instead, such as
 *
 *     * Write to Makefile (524 bytes)
 *
 * What fails ends the tool with a message that names the file.
 */
#ifndef ACTION_H
#define ACTION_H

#include <stdbool.h>
#include <stddef.h>

void action_set_dry_run(bool dry_run);
bool action_is_dry_run(void);

/* True if an action, which the text tells of, must only be shown. */
bool action_shown(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

bool action_is_file(const char *path);

/* Makes a folder unless it is there. */
void action_make_folder(const char *path);

/* Makes `path` hold `text`, whole or not at all. Not rewritten if it does. */
void action_write(const char *path, const char *text, size_t size);

/* Removes a file; a folder only if it is empty. Not there is right too. */
void action_remove(const char *path);

/* Removes a folder with all that is in it. */
void action_remove_tree(const char *path);

/* Removes a symbolic link whose text begins so; anything else of that name
 * stays. */
void action_remove_link(const char *start, const char *path);

/* Copies a file with its permissions, whole or not at all. */
void action_copy(const char *from, const char *to);

/* Makes the symbolic link `path` lead to `to`; anything that is not a link to
 * the same folder stays. */
void action_link(const char *to, const char *path);

/*
 * Runs a program found on the PATH; argv ends with NULL. Returns its exit
 * status, 128 + n if signal n ended it.
 */
int action_run(const char *const *argv);

/* The same with --dry-run too; without a word if `quiet`. */
int action_run_always(const char *const *argv, bool quiet);

/* As action_run, its output, both streams, given to fn line by line. */
int action_run_lines(const char *const *argv,
                     void (*fn)(const char *line, void *arg), void *arg);

/* Becomes that program. */
void action_exec(const char *const *argv);

/* All of a file, with a zero byte after it, to free(); NULL if there is
 * none. *size may be NULL. */
char *action_read(const char *path, size_t *size);

#endif
