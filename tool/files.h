/*
 * files.h: the files that configure makes.
 */
#ifndef FILES_H
#define FILES_H

#include <stdio.h>

struct generated_file {
    const char *path;
    void (*emit)(FILE *out);
};

/* All of this unikernel for this target, path NULL at the end. */
const struct generated_file *files_list(void);

/* Brings all of them up to date, and removes those that were for another name
 * or target. */
void files_write(void);

#endif
