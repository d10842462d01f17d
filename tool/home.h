/*
 * home.h: where the parts of this installation are. The tool finds them from
 * its own place: PREFIX/bin/mirage has PREFIX/share/mirage and
 * PREFIX/lib/mirage; in the build tree, build/tool/mirage has the sources two
 * folders up. Environment MIRAGE_HOME overrides the first.
 */
#ifndef HOME_H
#define HOME_H

/* The folder of runtime/, packages/, platforms/ ... */
const char *home_folder(void);

/* The library that config.c is linked with. */
const char *home_library(void);

/* The folder of the programs behind `make depends`. */
const char *home_depends(void);

/* The program that runs images for `target`. */
const char *home_tender(const char *target);

/* This program's own file. */
const char *home_program(void);

/* The tool as a Makefile calls it: "mirage" if the PATH leads to it. */
const char *home_command(void);

/* A launcher that runs below another believes nothing of the one above. */
void home_forget(void);

/* What the launcher tells the program that it makes of config.c. */
void home_export(void);

#endif
