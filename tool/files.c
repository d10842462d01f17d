#include "files.h"
#include "action.h"
#include "context.h"
#include "fatal.h"
#include "generated.h"
#include "image.h"
#include "placed.h"
#include "project.h"
#include <dirent.h>
#include <string.h>

static struct generated_file files[16];
static size_t file_count;

static void add(const char *path, void (*emit)(FILE *out))
{
    files[file_count++] = (struct generated_file){path, emit};
    files[file_count] = (struct generated_file){0};
}

const struct generated_file *files_list(void)
{
    file_count = 0;
    add("Makefile", emit_makefile);
    add("meson.build", emit_meson);
    add("mirage/main.c", emit_main);
    add("mirage/key_gen.c", emit_keys);
    add("mirage/start.gen.h", emit_start);
    add("mirage/unikernel.gen.h", emit_header);
    add(format_text("mirage/%s.packages", project_id()), emit_packages);
    if (target_is_image()) {
        add(cross_file(), emit_cross);
        add("mirage/manifest.c", emit_manifest);
    }
    return files;
}

/* ---- what was for another target or name ---- */

static bool is_listed(const char *path)
{
    for (const struct generated_file *file = files_list(); file->path; file++)
        if (strcmp(file->path, path) == 0)
            return true;
    return strcmp(path, context_file()) == 0 || strcmp(path, PLACED_LIST) == 0;
}

/* Lock files of other targets are what these will be built from again. */
static bool is_lock(const char *name)
{
    const char *end = strrchr(name, '.');
    const char *id = project_id();
    size_t size = strlen(id) - strlen(project.target);

    return end && strcmp(end, ".lock") == 0 && strncmp(name, id, size) == 0;
}

static void remove_others(void)
{
    DIR *dir = opendir("mirage");
    struct dirent *entry;

    while (dir && (entry = readdir(dir))) {
        const char *path = format_text("mirage/%s", entry->d_name);

        if (entry->d_type == DT_REG && !is_listed(path) &&
            !is_lock(entry->d_name) && generated_is_ours(path))
            action_remove(path);
    }
    if (dir)
        closedir(dir);
}

void files_write(void)
{
    action_make_folder("mirage");
    remove_others();
    for (const struct generated_file *file = files_list(); file->path; file++)
        generated_write(file->path, file->emit);
}
