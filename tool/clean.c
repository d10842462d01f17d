#include "action.h"
#include "command_line.h"
#include "context.h"
#include "fatal.h"
#include "files.h"
#include "generated.h"
#include "project.h"
#include "tool.h"
#include <dirent.h>
#include <string.h>
#include <unistd.h>

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

static void clean_installed(void)
{
    for (struct node *node = graph_nodes(); node; node = node->next) {
        if (node_is_choice(node))
            continue;
        if (node->device.install)
            action_remove(node->device.install);
        if (node->device.source)
            action_remove(node->device.source);
    }
}

/* dist/ may hold files of the user's; ours are named after the unikernel. */
static void clean_dist(void)
{
    for (size_t i = 0; target.choices[i]; i++) {
        project.target = target.choices[i];
        action_remove(project_artifact());
    }
    action_remove("dist");
}

static void clean_build(void)
{
    if (access("_build/.mirage", F_OK) == 0)
        action_remove_tree("_build");
}

void clean_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    if (!project_has_config())
        return;
    project.output = project.output ? project.output : registration.name;
    clean_installed();
    clean_dist();
    generated_remove(context_file());
    action_remove_tree("mirage/libraries");
    clean_folder("mirage");
    action_remove("mirage");
    generated_remove("Makefile");
    generated_remove("meson.build");
    action_remove_link("compile_commands.json");
    clean_build();
}
