#define _GNU_SOURCE
#include "libraries.h"
#include "fatal.h"
#include "image.h"
#include "project.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static const char *links(void)
{
    return format_text("mirage/libraries/%s", project.target);
}

const char *library_folder(const char *name)
{
    const char *link = format_text("%s/%s", links(), name);
    const char *folder = realpath(link, NULL);

    return folder ? folder : link;
}

static int is_library(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strcmp(entry->d_name, IMAGE_LIBC) != 0;
}

const char **library_names(void)
{
    struct dirent **entries;
    int count = scandir(links(), &entries, is_library, alphasort);
    const char **names = calloc(count < 0 ? 1 : count + 1, sizeof(*names));

    if (!names)
        fatal("memory ran out");
    for (int i = 0; i < count; i++)
        names[i] = entries[i]->d_name;
    return names;
}
