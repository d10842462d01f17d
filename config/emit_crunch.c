/*
 * Folders that are compiled into the unikernel, for meson.build. Whether a file
 * is new, changed or gone is looked up in each build.
 */
#include "crunch.h"
#include "fatal.h"
#include "project.h"
#include <ctype.h>
#include <string.h>
#include <sys/stat.h>

const char *crunch_name(const char *folder)
{
    char *name = format_text("static_%s", folder);

    for (char *c = name; *c; c++)
        *c = isalnum((unsigned char)*c) ? tolower((unsigned char)*c) : '_';
    return name;
}

static void check_folder(const struct device *device)
{
    struct stat stat_;

    if (stat(device->folder, &stat_) < 0 || !S_ISDIR(stat_.st_mode))
        fatal_at(device_place(device), "the folder '%s' is not there",
                 device->folder);
}

/* Two folders cannot have one name in C. */
static void check_name(size_t at)
{
    const struct device *device = &project.devices.items[at]->device;

    for (size_t i = 0; i < at; i++) {
        const char *earlier = project.devices.items[i]->device.folder;

        if (earlier && strcmp(earlier, device->folder) != 0 &&
            strcmp(crunch_name(earlier), crunch_name(device->folder)) == 0)
            fatal_at(device_place(device),
                     "the folders '%s' and '%s' would both be %s.c", earlier,
                     device->folder, crunch_name(device->folder));
    }
}

static void emit_folder(FILE *out, const char *folder)
{
    const char *name = crunch_name(folder);

    fprintf(out,
            "crunched += custom_target(\n  '%s',\n"
            "  output: ['%s.c', '%s.h'],\n  command: [\n    'python3', ",
            name, name, name);
    emit_meson_string(
        out, format_text("%s/packages/kv-crunch/crunch", project.home));
    fputs(",\n    meson.current_source_dir() / ", out);
    emit_meson_string(out, folder);
    fprintf(out,
            ", '%s',\n    '@OUTPUT0@', '@OUTPUT1@',\n  ],\n"
            "  build_always_stale: true,\n)\n",
            name);
}

void emit_crunched(FILE *out)
{
    fputs("crunched = []\n", out);
    for (size_t i = 0; i < project.devices.count; i++) {
        const struct device *device = &project.devices.items[i]->device;

        if (!device->folder)
            continue;
        check_folder(device);
        check_name(i);
        emit_folder(out, device->folder);
    }
    fputc('\n', out);
}
