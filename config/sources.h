/*
 * sources.h: which files of a folder are compiled. A package is its folder, so
 * there is no list of files to keep.
 */
#ifndef SOURCES_H
#define SOURCES_H

/* The .c and .S files in `folder`, as folder/name, sorted, NULL at the end;
 * not those of tests, benchmarks and fuzzing. None if it is not there. */
char **sources_in(const char *folder);

/* The .c files of the project's own folder, but not config.c. */
char **sources_of_project(const char *config_file);

/* The .a files in `folder`, as folder/name. */
char **archives_in(const char *folder);

#endif
