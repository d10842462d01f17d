#include "run_image.h"
#include "options.h"
#include "project.h"
#include <string.h>

static bool is_attached(const char *name)
{
    size_t size = strlen(name);

    for (struct mirage_option_value *at = option_attach.values; at;
         at = at->next)
        if (strncmp(at->text, name, size) == 0 && at->text[size] == '=')
            return true;
    return false;
}

/* What the rules of config.c make for the user; NULL if it is not one file. */
static const char *only_installed(void)
{
    const char *file = NULL;

    for (size_t i = 0; i < project.devices.count; i++) {
        const char *more = project.devices.items[i]->device.install;

        if (file && more && strcmp(file, more) != 0)
            return NULL;
        file = more ? more : file;
    }
    return file;
}

static bool is_only_disk(const char *name)
{
    for (size_t i = 0; i < project.devices.count; i++) {
        const char *disk = project.devices.items[i]->device.disk;

        if (disk && strcmp(disk, name) != 0)
            return false;
    }
    return true;
}

/* A disk that does not say whose image it is: if it is the only one, that is
 * the only file. */
const char *run_image(const struct device *device)
{
    if (is_attached(device->disk))
        return NULL;
    if (device->image)
        return device->image;
    return is_only_disk(device->disk) ? only_installed() : NULL;
}
