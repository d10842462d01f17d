/* folder.h: an empty folder for each test to be in. */
#ifndef FOLDER_H
#define FOLDER_H

#include <sys/types.h>

/* For cmocka, before a test and after it. */
int folder_enter(void **state);
int folder_leave(void **state);

/* Makes a file of zeroes, or changes its size. */
void folder_make_file(const char *name, off_t size);

#endif
