/*
 * launch.h: from `mirage` to the program that config.c becomes.
 */
#ifndef LAUNCH_H
#define LAUNCH_H

/*
 * Goes to the project's folder, and becomes the program made of config.c with
 * the same arguments. Returns if there is no config.c, or no use for one.
 */
void launch(int argc, char **argv);

/* What the launcher noted down for that program: the name of config.c in the
 * working folder, and `path` of the command line as seen from there. */
const char *launch_config_file(void);
const char *launch_path(const char *path);

#endif
