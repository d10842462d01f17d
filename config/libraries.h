/*
 * libraries.h: third-party libraries as `make depends` places them: for each a
 * link mirage/libraries/TARGET/NAME to a folder with its include/ and lib/.
 */
#ifndef LIBRARIES_H
#define LIBRARIES_H

/*
 * Where the link leads, which is elsewhere for each version and build of the
 * library: what is compiled with the old one is then out of date. The link
 * itself if it leads nowhere.
 */
const char *library_folder(const char *name);

/*
 * All that are there, sorted, NULL at the end: those of packages in use, and
 * those that they need. Not the C library of images.
 */
const char **library_names(void);

#endif
