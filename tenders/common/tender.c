#define _GNU_SOURCE
#include "tender.h"
#include "command_line.h"
#include "guest_args.h"
#include "usage.h"
#include <err.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <solo5/mirage_abi.h>
#include <stdlib.h>
#include <unistd.h>

enum { DEFAULT_MEM_SIZE = 512 << 20 };

/*
 * A disk opened as descriptor 1 would be written over by the guest's console:
 * the first three are taken before anything else is opened.
 */
static void open_standard_files(void)
{
    int fd;

    do
        fd = open("/dev/null", O_RDWR);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        close(fd);
}

/*
 * A console nobody reads any more, or a disk that reaches the user's limit for
 * files, is an error of that one write and no reason to stop the guest.
 */
static void ignore_write_signals(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

static void take_option(struct tender *tender, const char *arg)
{
    const struct tender_module *const *module;

    for (module = tender->kind->modules; *module; module++)
        if ((*module)->option(tender, arg))
            return;
    warnx("Invalid option: `%s'", arg);
    usage(tender->kind);
}

static void open_kernel(struct tender *tender)
{
    struct failure failure;

    if (!kernel_open(&tender->kernel, tender->kernel_path, &tender->kind->abi,
                     &failure))
        errx(EXIT_FAILURE, "%s: %s", tender->kernel_path, failure.text);
}

static struct command_line parse(const struct tender_kind *kind, int argc,
                                 char **argv)
{
    struct command_line line = command_line_parse(argc, argv);

    if (line.command == COMMAND_HELP)
        usage(kind);
    if (line.command == COMMAND_VERSION)
        usage_version(kind);
    if (line.command == COMMAND_NO_KERNEL) {
        warnx("Missing KERNEL operand");
        usage(kind);
    }
    return line;
}

void tender_init(struct tender *tender, const struct tender_kind *kind,
                 int argc, char **argv)
{
    struct command_line line;

    open_standard_files();
    ignore_write_signals();
    line = parse(kind, argc, argv);
    *tender = (struct tender){.kind = kind,
                              .kernel_path = line.kernel,
                              .args = line.args,
                              .mem_size = DEFAULT_MEM_SIZE};
    open_kernel(tender);
    for (int i = 0; i < line.option_count; i++)
        take_option(tender, line.options[i]);
}

static void check_attached(const struct manifest *manifest)
{
    bool missing = false;

    for (unsigned i = 1; i < manifest->entries; i++) {
        const struct mft_entry *entry = &manifest->e[i];
        const char *type = manifest_type_name(entry->type);

        if (entry->attached)
            continue;
        if (type)
            warnx("Device '%s' of type %s declared but not attached.",
                  entry->name, type);
        else
            warnx("Device '%s' of unknown type %" PRIu32
                  " declared but not attached.",
                  entry->name, entry->type);
        missing = true;
    }
    if (missing)
        errx(EXIT_FAILURE, "All declared devices must be attached. See --help "
                           "for syntax.");
}

void tender_setup(struct tender *tender)
{
    const struct tender_module *const *module;
    struct failure failure;

    for (module = tender->kind->modules; *module; module++)
        if ((*module)->setup && !(*module)->setup(tender, &failure))
            errx(EXIT_FAILURE, "%s", failure.text);
    check_attached(&tender->kernel.manifest);
}

void tender_write_args(const struct tender *tender, char *line, size_t size)
{
    bool quote = tender->kernel.flags & MIRAGE_IMAGE_SPLITS_ARGUMENTS;

    if (!guest_args_join(tender->args, quote, line, size))
        errx(EXIT_FAILURE, "Guest command line too long (max=%zu characters)",
             size - 1);
}
