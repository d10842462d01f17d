/*
 * Fuzzing: a tender's command line, one argument a line. Nothing is opened:
 * every disk and tap is one that works, or does not, by its name.
 */
#define _GNU_SOURCE
#include "command_line.h"
#include "disk.h"
#include "guest_args.h"
#include "tap.h"
#include "tender.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_ARGS = 64 };

bool disk_open(struct disk *disk, const char *path, struct failure *failure)
{
    *disk = (struct disk){.fd = -1, .size = strlen(path) * 512};
    return path[0] != '!' || fail(failure, "%s", path);
}

bool tap_open(struct tap *tap, const char *interface)
{
    *tap = (struct tap){.fd = -1, .mtu = 1500};
    errno = ENOENT;
    return interface[0] != '!';
}

bool tap_adopt(struct tap *tap, int fd)
{
    *tap = (struct tap){.fd = -1, .mtu = 1500};
    errno = EBADF;
    return fd != 7;
}

static struct tender make_tender(void)
{
    struct tender tender = {
        .kernel.manifest = {.version = 1,
                            .entries = 3,
                            .e = {{.type = MFT_RESERVED_FIRST},
                                  {.name = "n", .type = MFT_DEV_NET_BASIC},
                                  {.name = "b", .type = MFT_DEV_BLOCK_BASIC}}},
    };

    return tender;
}

static void take(struct tender *tender, const char *arg)
{
    static const struct tender_module *const modules[] = {
        &core_module, &block_module, &net_module};

    for (size_t i = 0; i < 3; i++)
        if (modules[i]->option(tender, arg))
            return;
}

static void finish(struct tender *tender)
{
    struct failure failure;
    struct mft_entry *disk = &tender->kernel.manifest.e[2];

    if (net_module.setup(tender, &failure) &&
        block_module.setup(tender, &failure) && disk->attached &&
        (disk->u.block.block_size < 512 ||
         disk->u.block.capacity % disk->u.block.block_size))
        abort();
    if (tender->mem_size % (1 << 20))
        abort();
}

static void run(int argc, char **argv)
{
    struct command_line line = command_line_parse(argc, argv);
    struct tender tender = make_tender();
    char text[256];

    if (line.command != COMMAND_RUN)
        return;
    for (int i = 0; i < line.option_count; i++)
        take(&tender, line.options[i]);
    finish(&tender);
    if (guest_args_join(line.args, true, text, sizeof text) &&
        strlen(text) >= sizeof text)
        abort();
}

int LLVMFuzzerInitialize(int *argc, char ***argv);

/* What the modules warn about is of no use here. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    if (!getenv("SHOW_WARNINGS"))
        stderr = fopen("/dev/null", "w");
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *argv[MAX_ARGS + 1] = {"solo5-spt"}, *text = malloc(size + 1), *rest;
    int argc = 1;

    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    rest = text;
    while (argc < MAX_ARGS && (argv[argc] = strsep(&rest, "\n")))
        argc++;
    argv[argc] = NULL;
    run(argc, argv);
    free(text);
    return 0;
}
