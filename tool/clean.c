#define _GNU_SOURCE
#include "action.h"
#include "context.h"
#include "fatal.h"
#include "generated.h"
#include "options.h"
#include "placed.h"
#include "tool.h"
#include <dirent.h>
#include <unistd.h>

/*
 * What was made is told by marks and lists, not by config.c, which may be
 * wrong by now, have another name for the unikernel, or be gone.
 */

static int is_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && entry->d_type == DT_REG;
}

/* Removes generated files of `folder`, whatever unikernel and target they were
 * for. */
static void clean_folder(const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_file, alphasort);

    for (int i = 0; i < count; i++)
        generated_remove(format_text("%s/%s", folder, entries[i]->d_name));
}

static void clean_build(void)
{
    if (access("_build/.mirage", F_OK) == 0)
        action_remove_tree("_build");
}

void clean_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    placed_remove();
    action_remove("dist");
    if (generated_is_ours("mirage/main.c"))
        action_remove_tree("mirage/libraries");
    clean_folder("mirage");
    if (option_context_file.value)
        generated_remove(context_file());
    action_remove("mirage");
    generated_remove("Makefile");
    generated_remove("meson.build");
    action_remove_link("_build/", "compile_commands.json");
    clean_build();
}
