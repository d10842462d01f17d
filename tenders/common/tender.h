/*
 * tender.h: what a tender knows about the guest it is to run.
 *
 * The main function of a tender calls tender_init, which reads the command
 * line and the image's notes and attaches the devices; then makes the guest's
 * memory and loads the image; then calls tender_setup and writes the guest its
 * boot information; and enters it. Whatever goes wrong is told on standard
 * error as "PROGRAM: text", and the exit status is 1.
 */
#ifndef TENDER_H
#define TENDER_H

#include "kernel.h"
#include "module.h"

/* What sets solo5-hvt and solo5-spt apart. */
struct tender_kind {
    struct abi_info abi;                        /* of the images it runs */
    const struct tender_module *const *modules; /* up to a NULL */
};

struct tender {
    const struct tender_kind *kind;
    const char *kernel_path;
    struct kernel kernel;
    char **args;       /* the guest's, up to a NULL */
    uint64_t mem_size; /* bytes, as asked for; a multiple of 1 MB */
};

/*
 * Fills in `tender` from the command line. Ends the program where that asks
 * for help or the version, or is wrong.
 */
void tender_init(struct tender *tender, const struct tender_kind *kind,
                 int argc, char **argv);

/* Lets the modules finish, and checks that every device is attached. */
void tender_setup(struct tender *tender);

/*
 * Writes the guest's command line (see guest_args.h) to `line`, which has
 * `size` bytes. Ends the program if it is too long.
 */
void tender_write_args(const struct tender *tender, char *line, size_t size);

#endif
