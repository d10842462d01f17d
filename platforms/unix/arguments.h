/* arguments.h: the command line, as main was given it. */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

void mirage_unix_set_arguments(int argc, char **argv);

#endif
