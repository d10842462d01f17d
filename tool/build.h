/*
 * build.h: from the generated files to dist/.
 */
#ifndef BUILD_H
#define BUILD_H

/* Builds what is not up to date; a failure ends the tool. */
void build(void);

#endif
