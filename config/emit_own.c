/*
 * The unikernel's own files, for meson.build: those in the project's folder
 * and in the library folders that config.c names, and those that are made.
 */
#include "fatal.h"
#include "image.h"
#include "project.h"
#include "sources.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Files named so far, NULL at the end. */
struct names {
    char **items;
    size_t count;
};

/* Two devices may want the same folder, and what a rule makes is found in the
 * project's folder once it is there. */
static void add(struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            return;
    names->items =
        realloc(names->items, (names->count + 2) * sizeof(*names->items));
    if (!names->items)
        fatal("memory ran out");
    names->items[names->count++] = (char *)name;
    names->items[names->count] = NULL;
}

static void add_all(struct names *names, char *const *more)
{
    for (; *more; more++)
        add(names, *more);
}

static void add_library(struct names *names, const char *folder,
                        const struct device *device)
{
    if (access(folder, R_OK | X_OK) < 0)
        fatal_at(device_place(device), "the library folder '%s' is not there",
                 folder);
    add_all(names, sources_in(folder));
}

static void add_device(struct names *names, const struct device *device)
{
    for (size_t i = 0; i < CONFIG_MAX && device->libraries[i]; i++)
        add_library(names, device->libraries[i], device);
    if (device->source)
        add(names, device->source);
}

void emit_own_files(FILE *out)
{
    struct names names = {NULL, 0};

    add_all(&names, sources_of_project(project.config_file));
    for (size_t i = 0; i < project.devices.count; i++)
        add_device(&names, &project.devices.items[i]->device);
    add(&names, "mirage/main.c");
    add(&names, "mirage/key_gen.c");
    if (target_is_image())
        add(&names, "mirage/manifest.c");
    fputs("own = [\n", out);
    emit_meson_strings(out, names.items);
    fputs("]\n\n", out);
}
