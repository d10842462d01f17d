#include "query.h"
#include "command.h"
#include "fatal.h"
#include "files.h"
#include "image.h"
#include "packages.h"
#include "project.h"
#include "tool.h"
#include "words.h"
#include <stdlib.h>
#include <string.h>

static void print_name(FILE *out)
{
    fprintf(out, "%s\n", project.name);
}

static void print_files(FILE *out)
{
    for (const struct generated_file *file = files_list(); file->path; file++)
        fprintf(out, "%s\n", file->path);
}

static void print_some(FILE *out, bool ours)
{
    for (struct package_use *use = packages_of(project.devices); use;
         use = use->next) {
        if (!ours && package_kind(use->name) == PACKAGE_OURS)
            continue;
        emit_package(out, use);
        fputc('\n', out);
    }
}

static void print_packages(FILE *out)
{
    print_some(out, true);
}

static void print_libraries(FILE *out)
{
    print_some(out, false);
}

const char *const query_names[] = {
    "Makefile", "files",         "key_gen.c",       "libraries",
    "main.c",   "manifest.json", "meson.build",     "name",
    "packages", "start.gen.h",   "unikernel.gen.h", NULL};

static const struct {
    const char *name;
    void (*print)(FILE *out);
} queries[] = {
    {"Makefile", emit_makefile},
    {"files", print_files},
    {"key_gen.c", emit_keys},
    {"libraries", print_libraries},
    {"main.c", emit_main},
    {"manifest.json", emit_manifest_json},
    {"meson.build", emit_meson},
    {"name", print_name},
    {"packages", print_packages},
    {"start.gen.h", emit_start},
    {"unikernel.gen.h", emit_header},
};

static noreturn void fail(const char *name)
{
    command_line_error(tool_command,
                       "INFO argument: invalid value '%s', expected %s", name,
                       words_choices(query_names));
}

void query_run(int argc, char **argv)
{
    const char *name = argc > 0 ? argv[0] : "packages";

    for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
        if (strcmp(queries[i].name, name) != 0)
            continue;
        tool_need_project();
        queries[i].print(stdout);
        return;
    }
    fail(name);
}
