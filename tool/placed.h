/*
 * placed.h: files that a build put where the user looks for them, such as
 * dist/hello and disk.img. They cannot say in a first line that the tool made
 * them, so mirage/placed lists them, for `mirage clean`.
 */
#ifndef PLACED_H
#define PLACED_H

#define PLACED_LIST "mirage/placed"

/* Notes that the build made `path`. */
void placed_add(const char *path);

/* Removes all that is noted, and the list. */
void placed_remove(void);

#endif
