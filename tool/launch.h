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

#endif
