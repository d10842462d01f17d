/*
 * command_line.h: a tender's command line, taken apart.
 *
 *     solo5-spt [OPTIONS] [--] KERNEL [ARGS]
 *
 * Options are the arguments that begin with '-', up to "--" or the first that
 * does not: that is the kernel, and all behind it belongs to the guest.
 */
#ifndef COMMAND_LINE_H
#define COMMAND_LINE_H

enum command { COMMAND_RUN, COMMAND_HELP, COMMAND_VERSION, COMMAND_NO_KERNEL };

struct command_line {
    enum command command;
    char **options; /* the first option_count arguments */
    int option_count;
    char *kernel; /* NULL unless the command is COMMAND_RUN */
    char **args;  /* up to a NULL */
};

/* Takes apart argv[1] and so on; the result points into argv. */
struct command_line command_line_parse(int argc, char **argv);

/*
 * The value of an option "PREFIX:NAME=VALUE", where a name is 1 to 67 ASCII
 * letters and digits; copies the name to `name`, which has MFT_NAME_SIZE
 * bytes. NULL if `arg` is not of this form.
 */
const char *command_line_device(const char *arg, const char *prefix,
                                char *name);

#endif
