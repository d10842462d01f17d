/*
 * mirage/manifest.c: the networks and disks of an image, as a note in it that
 * its tender reads. Entry 0 is reserved. See solo5/mft_abi.h.
 */
#include "fatal.h"
#include "image.h"
#include "project.h"
#include <ctype.h>
#include <string.h>

enum { MOST = 63, NAME_MOST = 67 };

struct entry {
    const char *name, *type;
};

struct manifest {
    struct entry entries[MOST];
    size_t count;
};

/* Solo5's rule for names. */
static void check_name(const char *name, const struct device *device)
{
    size_t size = 0;

    while (isalnum((unsigned char)name[size]))
        size++;
    if (size == 0 || name[size] || size > NAME_MOST)
        fatal_at(device_place(device),
                 "the device name \"%s\" is invalid on %s: it must be 1 to %d "
                 "letters and digits",
                 name, project.target, NAME_MOST);
}

static bool is_listed(const struct manifest *manifest, const char *name,
                      const char *type)
{
    for (size_t i = 0; i < manifest->count; i++)
        if (strcmp(manifest->entries[i].name, name) == 0 &&
            strcmp(manifest->entries[i].type, type) == 0)
            return true;
    return false;
}

static void add(struct manifest *manifest, const char *name, const char *type,
                const struct device *device)
{
    if (!name || is_listed(manifest, name, type))
        return;
    check_name(name, device);
    if (manifest->count == MOST)
        fatal_at(device_place(device),
                 "an image has at most %d networks and disks", MOST);
    manifest->entries[manifest->count++] = (struct entry){name, type};
}

static struct manifest collect(void)
{
    struct manifest manifest = {.count = 0};

    for (size_t i = 0; i < project.devices.count; i++) {
        const struct device *device = &project.devices.items[i]->device;

        add(&manifest, device->network, "NET_BASIC", device);
        add(&manifest, device->disk, "BLOCK_BASIC", device);
    }
    return manifest;
}

void emit_manifest(FILE *out)
{
    struct manifest manifest = collect();

    emit_marker(out, "/* ", " */");
    fprintf(out,
            "#define MFT_ENTRIES %zu\n"
            "#include <solo5/mft_abi.h>\n\n"
            "MFT1_NOTE_DECLARE_BEGIN\n"
            "{\n"
            "    .version = MFT_VERSION,\n"
            "    .entries = MFT_ENTRIES,\n"
            "    .e = {\n"
            "        {.name = \"\", .type = MFT_RESERVED_FIRST},\n",
            manifest.count + 1);
    for (size_t i = 0; i < manifest.count; i++)
        fprintf(out, "        {.name = \"%s\", .type = MFT_DEV_%s},\n",
                manifest.entries[i].name, manifest.entries[i].type);
    fputs("    },\n}\nMFT1_NOTE_DECLARE_END\n", out);
}

void emit_manifest_json(FILE *out)
{
    struct manifest manifest = collect();

    fputs("{\n  \"type\": \"solo5.manifest\",\n  \"version\": 1,\n"
          "  \"devices\": [",
          out);
    for (size_t i = 0; i < manifest.count; i++)
        fprintf(out, "%s { \"name\": \"%s\", \"type\": \"%s\" }",
                i > 0 ? "," : "", manifest.entries[i].name,
                manifest.entries[i].type);
    fputs(" ]\n}\n", out);
}
