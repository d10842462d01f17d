#include "sources.h"
#include "fatal.h"
#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool ends_with(const char *name, const char *end)
{
    size_t size = strlen(name), end_size = strlen(end);

    return size >= end_size && strcmp(name + size - end_size, end) == 0;
}

static bool is_source(const char *name)
{
    return name[0] != '.' && (ends_with(name, ".c") || ends_with(name, ".S")) &&
           !ends_with(name, "_test.c") && !ends_with(name, "_bench.c") &&
           !ends_with(name, "_fuzz.c");
}

static bool is_archive(const char *name)
{
    return ends_with(name, ".a");
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static char **list(const char *folder, const char *prefix,
                   bool (*wanted)(const char *name))
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    char **names = calloc(1, sizeof(*names));
    size_t count = 0;

    while (dir && names && (entry = readdir(dir))) {
        if (!wanted(entry->d_name))
            continue;
        names = realloc(names, (count + 2) * sizeof(*names));
        if (names)
            names[count++] = format_text("%s%s", prefix, entry->d_name);
    }
    if (dir)
        closedir(dir);
    if (!names)
        fatal("memory ran out");
    names[count] = NULL;
    qsort(names, count, sizeof(*names), compare);
    return names;
}

char **sources_in(const char *folder)
{
    return list(folder, format_text("%s/", folder), is_source);
}

char **archives_in(const char *folder)
{
    return list(folder, format_text("%s/", folder), is_archive);
}

char **sources_of_project(const char *config_file)
{
    char **names = list(".", "", is_source);
    size_t kept = 0;

    for (size_t i = 0; names[i]; i++)
        if (strcmp(names[i], config_file) != 0)
            names[kept++] = names[i];
    names[kept] = NULL;
    return names;
}
