#include "files.h"
#include "action.h"
#include "fatal.h"
#include "generated.h"
#include "image.h"
#include "project.h"

const struct generated_file *files_list(void)
{
    static struct generated_file files[] = {
        {"Makefile", emit_makefile},
        {"meson.build", emit_meson},
        {"mirage/main.c", emit_main},
        {"mirage/key_gen.c", emit_keys},
        {"mirage/unikernel.gen.h", emit_header},
        {NULL, emit_packages},
        {NULL, emit_cross},
        {"mirage/manifest.c", emit_manifest},
        {0},
    };

    files[5].path = format_text("mirage/%s.packages", project_id());
    files[6].path = target_is_image() ? cross_file() : NULL;
    return files;
}

void files_write(void)
{
    action_make_folder("mirage");
    for (const struct generated_file *file = files_list(); file->path; file++)
        generated_write(file->path, file->emit);
}
