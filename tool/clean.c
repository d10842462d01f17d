#include "action.h"
#include "context.h"
#include "fatal.h"
#include "generated.h"
#include "placed.h"
#include "tool.h"
#include <dirent.h>
#include <unistd.h>

/*
 * What was made is told by marks and lists, not by config.c, which may be
 * wrong by now, have another name for the unikernel, or be gone.
 */

/* Removes generated files of `folder`, whatever unikernel and target they were
 * for. */
static void clean_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;

    while (dir && (entry = readdir(dir)))
        if (entry->d_name[0] != '.' && entry->d_type == DT_REG)
            generated_remove(format_text("%s/%s", folder, entry->d_name));
    if (dir)
        closedir(dir);
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
    generated_remove(context_file());
    clean_folder("mirage");
    action_remove("mirage");
    generated_remove("Makefile");
    generated_remove("meson.build");
    action_remove_link("_build/", "compile_commands.json");
    clean_build();
}
