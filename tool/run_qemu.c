#define _GNU_SOURCE
#include "run_qemu.h"
#include "action.h"
#include "fatal.h"
#include "options.h"
#include "project.h"
#include "run_image.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- the image's command line ---- */

static bool is_plain(const char *word)
{
    return *word && !strpbrk(word, " \t\n\"\\");
}

/* A word with what the image's own reading of quotes takes away again. */
static const char *quoted(const char *word)
{
    char *text = "";

    if (is_plain(word))
        return word;
    for (; *word; word++)
        text = format_text("%s%s%c", text, strchr("\"\\", *word) ? "\\" : "",
                           *word);
    return format_text("\"%s\"", text);
}

static const char *join(int argc, char **argv)
{
    const char *text = "";

    for (int i = 0; i < argc; i++)
        text = format_text("%s%s%s", text, i > 0 ? " " : "", quoted(argv[i]));
    return text;
}

/* ---- disks and networks ---- */

/* In QEMU's options a comma is written twice. */
static const char *escaped(const char *path)
{
    const char *text = "";

    for (; *path; path++)
        text = format_text("%s%s%c", text, *path == ',' ? "," : "", *path);
    return text;
}

/* What --attach says of `name`; the image finds devices by their order. */
static const char *attached(const char *name)
{
    size_t size = strlen(name);

    for (struct mirage_option_value *at = option_attach.values; at;
         at = at->next)
        if (strncmp(at->text, name, size) == 0 && at->text[size] == '=')
            return escaped(at->text + size + 1);
    fatal("%s needs '%s': give it with --attach=%s=PATH", project.name, name,
          name);
}

static size_t add_disk(const char **argv, size_t argc,
                       const struct device *device)
{
    const char *name = device->disk, *image = run_image(device);

    argv[argc++] = "-drive";
    argv[argc++] = format_text("if=none,format=raw,id=%s,file=%s", name,
                               image ? escaped(image) : attached(name));
    argv[argc++] = "-device";
    argv[argc++] = format_text("virtio-blk-pci,drive=%s", name);
    return argc;
}

static size_t add_network(const char **argv, size_t argc, const char *name)
{
    argv[argc++] = "-netdev";
    argv[argc++] = format_text("tap,id=%s,ifname=%s,script=no,downscript=no",
                               name, attached(name));
    argv[argc++] = "-device";
    argv[argc++] = format_text("virtio-net-pci,netdev=%s", name);
    return argc;
}

static size_t add_devices(const char **argv, size_t argc)
{
    for (size_t i = 0; i < project.devices.count; i++) {
        const struct device *device = &project.devices.items[i]->device;

        if (device->disk)
            argc = add_disk(argv, argc, device);
        if (device->network)
            argc = add_network(argv, argc, device->network);
    }
    return argc;
}

/* ---- the machine ---- */

/*
 * isa-debug-exit makes 2n + 1 of the status n, which is not 0; 41 is Solo5's
 * word for that, and 127 stands for that or more (platforms/virtio/power.h):
 * a crash. 1 is QEMU's own.
 */
static int status_of_image(int status)
{
    enum { STOCK_SUCCESS = 41, MOST = 127, CRASH = 255 };

    if (status == 2 * STOCK_SUCCESS + 1)
        return 0;
    if (status == (2 * MOST + 1))
        return CRASH;
    return status > 1 && status % 2 == 1 ? status / 2 : status;
}

/* An image has no input; QEMU would take that of whoever called `mirage`. */
static void leave_input_alone(void)
{
    int null = open("/dev/null", O_RDONLY);

    if (null < 0 || dup2(null, STDIN_FILENO) < 0)
        fatal("cannot open /dev/null: %s", strerror(errno));
    close(null);
}

int run_qemu(int argc, char **argv)
{
    const char *fixed[] = {
        "qemu-system-x86_64",
        "-nodefaults",
        "-no-reboot",
        "-display",
        "none",
        "-serial",
        "stdio",
        "-device",
        "isa-debug-exit",
        "-m",
        option_mem.value ? option_mem.value : "128",
        "-kernel",
        project_artifact(),
        "-append",
        join(argc, argv),
    };
    size_t count = sizeof(fixed) / sizeof(*fixed);
    const char **command =
        calloc(count + 8 * project.devices.count + 1, sizeof(*command));

    if (!command)
        fatal("memory ran out");
    memcpy(command, fixed, sizeof(fixed));
    add_devices(command, count);
    leave_input_alone();
    return status_of_image(action_run(command));
}
