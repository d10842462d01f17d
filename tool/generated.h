/*
 * generated.h: files that the tool makes. The first line of each says so; a
 * file without that line is somebody's own and is neither overwritten nor
 * removed.
 */
#ifndef GENERATED_H
#define GENERATED_H

#include "project.h"

/* Whether the tool made the file at `path`. */
bool generated_is_ours(const char *path);

/* Writes what `emit` prints to `path`; warns if a user's file is there. */
void generated_write(const char *path, void (*emit)(FILE *out));

/* Removes it; tells, if asked to be verbose, of a file that stays. */
void generated_remove(const char *path);

/* What `emit` prints. */
char *generated_text(void (*emit)(FILE *out), size_t *size);

#endif
