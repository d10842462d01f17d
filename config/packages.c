#define _GNU_SOURCE
#include "packages.h"
#include "fatal.h"
#include "project.h"
#include <dirent.h>
#include <mirage/help.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *config_package(const char *name, struct version_range range)
{
    return format_text("%s%s%s%s%s", name, range.min ? " >= " : "",
                       range.min ? range.min : "", range.max ? " < " : "",
                       range.max ? range.max : "");
}

int version_compare(const char *a, const char *b)
{
    return strverscmp(a, b);
}

static char *word_after(const char *text, const char *sign)
{
    const char *at = strstr(text, sign);

    if (!at)
        return NULL;
    at += strlen(sign);
    at += strspn(at, " ");
    return strndup(at, strcspn(at, " "));
}

static bool name_is_valid(const char *name)
{
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_+.") ==
                        strlen(name);
}

/* "zlib >= 1.2 < 2", as config_package() writes it. */
static struct package_use parse(const char *text, const struct device *device)
{
    struct package_use use = {.name = strndup(text, strcspn(text, " ")),
                              .min = word_after(text, " >="),
                              .max = word_after(text, " <"),
                              .device = device};
    struct version_range range = {use.min, use.max};

    if (!name_is_valid(use.name) ||
        strcmp(text, config_package(use.name, range)) != 0)
        fatal_at(device_place(device), "package name \"%s\" is invalid", text);
    return use;
}

static void merge(struct package_use *into, const struct package_use *use)
{
    if (use->min && (!into->min || version_compare(use->min, into->min) > 0))
        into->min = use->min;
    if (use->max && (!into->max || version_compare(use->max, into->max) < 0))
        into->max = use->max;
    if (into->min && into->max && version_compare(into->min, into->max) >= 0)
        fatal_at(device_place(use->device),
                 "no version of the package '%s' is at least %s and less than "
                 "%s",
                 into->name, into->min, into->max);
}

static void add(struct package_use **list, const char *text,
                const struct device *device)
{
    struct package_use use = parse(text, device), *made;

    while (*list && strcmp((*list)->name, use.name) < 0)
        list = &(*list)->next;
    if (*list && strcmp((*list)->name, use.name) == 0) {
        merge(*list, &use);
        return;
    }
    made = malloc(sizeof(*made));
    if (!made)
        fatal("memory ran out");
    use.next = *list;
    *made = use;
    merge(made, &use);
    *list = made;
}

struct package_use *packages_of(struct node_list devices)
{
    struct package_use *list = NULL;

    for (size_t i = 0; i < devices.count; i++) {
        const struct device *device = &devices.items[i]->device;

        for (size_t j = 0; j < CONFIG_MAX && device->packages[j]; j++)
            add(&list, device->packages[j], device);
    }
    return list;
}

static bool folder_has(const char *folder, const char *name)
{
    return access(format_text("%s/%s/%s", project.home, folder, name), F_OK) ==
           0;
}

enum package_kind package_kind(const char *name)
{
    if (folder_has("packages", name))
        return PACKAGE_OURS;
    if (folder_has("overlays", name))
        return PACKAGE_OVERLAY;
    return PACKAGE_UNKNOWN;
}

static size_t list_folder(const char *folder, const char **names, size_t count,
                          size_t room)
{
    DIR *dir = opendir(format_text("%s/%s", project.home, folder));
    struct dirent *entry;

    while (dir && (entry = readdir(dir)))
        if (entry->d_name[0] != '.' && !strchr(entry->d_name, '.') &&
            count < room)
            names[count++] = strdup(entry->d_name);
    if (dir)
        closedir(dir);
    return count;
}

static const char *suggest(const char *name)
{
    const char *names[512] = {NULL};
    size_t count = list_folder("packages", names, 0, 511);

    list_folder("overlays", names, count, 511);
    return mirage_suggest(name, names);
}

static noreturn void fail_unknown(const struct package_use *use)
{
    const char *near = suggest(use->name);

    fatal_at(device_place(use->device), "unknown package '%s'%s%s%s", use->name,
             near ? ", did you mean '" : "", near ? near : "",
             near ? "'?" : "");
}

/* What a further repository offers is known only once it is fetched. */
void packages_check(const struct package_use *packages)
{
    for (; packages; packages = packages->next) {
        if (package_kind(packages->name) == PACKAGE_UNKNOWN &&
            !project.extra_repos)
            fail_unknown(packages);
        if (package_kind(packages->name) == PACKAGE_OVERLAY &&
            project.no_extra_repo)
            fatal_at(device_place(packages->device),
                     "the package '%s' comes from the overlay repository, "
                     "which --no-extra-repo disables",
                     packages->name);
    }
}
