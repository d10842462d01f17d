#include "query.h"
#include "command.h"
#include "fatal.h"
#include "files.h"
#include "packages.h"
#include "project.h"
#include "tool.h"
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

static void print_packages(FILE *out)
{
    for (struct package_use *use = packages_of(project.devices); use;
         use = use->next)
        emit_package(out, use);
}

static void print_libraries(FILE *out)
{
    for (struct package_use *use = packages_of(project.devices); use;
         use = use->next)
        if (package_kind(use->name) != PACKAGE_OURS)
            emit_package(out, use);
}

const char *const query_names[] = {
    "Makefile",    "files", "key_gen.c", "libraries",       "main.c",
    "meson.build", "name",  "packages",  "unikernel.gen.h", NULL};

static const struct {
    const char *name;
    void (*print)(FILE *out);
} queries[] = {
    {"Makefile", emit_makefile},
    {"files", print_files},
    {"key_gen.c", emit_keys},
    {"libraries", print_libraries},
    {"main.c", emit_main},
    {"meson.build", emit_meson},
    {"name", print_name},
    {"packages", print_packages},
    {"unikernel.gen.h", emit_header},
};

static noreturn void fail(const char *name)
{
    char *list = "";

    for (size_t i = 0; query_names[i]; i++)
        list = format_text("%s%s'%s'", list, i ? ", " : "", query_names[i]);
    command_line_error(tool_command,
                       "INFO argument: invalid value '%s', expected one of %s",
                       name, list);
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
