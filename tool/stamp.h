/*
 * stamp.h: which files something was made of, to tell whether it still is what
 * they would make now.
 */
#ifndef STAMP_H
#define STAMP_H

/*
 * Text that changes when the command does, or one of `files` (NULL at the
 * end), or a file of the Makefile rule in `depends`. A file that is older than
 * it was counts as changed.
 */
char *stamp_make(const char *const *command, const char *const *files,
                 const char *depends);

#endif
