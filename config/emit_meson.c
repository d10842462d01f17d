/*
 * meson.build: how the unikernel is built, by Meson and Ninja. Only the
 * packages of the devices in use are compiled, and of what is compiled the
 * linker keeps only what is called.
 */
#include "crunch.h"
#include "fatal.h"
#include "image.h"
#include "libraries.h"
#include "packages.h"
#include "project.h"
#include "sources.h"
#include "version.h"
#include <string.h>
#include <unistd.h>

/* A Meson string: like C's, but with single quotes. */
void emit_meson_string(FILE *out, const char *text)
{
    fputc('\'', out);
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            fputc('\\', out);
        fputc(*text, out);
    }
    fputc('\'', out);
}

void emit_meson_strings(FILE *out, char *const *texts)
{
    for (; *texts; texts++) {
        fputs("  ", out);
        emit_meson_string(out, *texts);
        fputs(",\n", out);
    }
}

static void emit_project(FILE *out)
{
    emit_marker(out, "# ", "");
    fputs("project(\n  ", out);
    emit_meson_string(out, project.output);
    fputs(",\n  'c',\n  meson_version: '>= 1.0.0',\n  default_options: [\n"
          "    'c_std=gnu17',\n    'warning_level=2',\n"
          "    'buildtype=debugoptimized',\n    'b_pie=false',\n"
          "    'b_staticpic=false',\n  ],\n)\n\n",
          out);
}

/* ---- the parts that come with mirage ---- */

static void emit_folder_sources(FILE *out, const char *folder)
{
    emit_meson_strings(out,
                       sources_in(format_text("%s/%s", project.home, folder)));
}

/* The floor, which on images is in charge before anything can be used. */
static void emit_floor(FILE *out)
{
    fputs("# The platform.\nfloor = [\n", out);
    for (const char *const *folder = target_folders(); *folder; folder++)
        emit_folder_sources(out, *folder);
    fputs("]\n\n", out);
}

static void emit_parts(FILE *out)
{
    fputs("# What every unikernel has, and the packages in use.\nparts = [\n",
          out);
    emit_folder_sources(out, "cmdline");
    emit_folder_sources(out, "interfaces");
    emit_folder_sources(out, "runtime");
    emit_folder_sources(out, "runtime/x86_64");
    for (struct package_use *use = packages_of(project.devices); use;
         use = use->next)
        if (package_kind(use->name) == PACKAGE_OURS)
            emit_folder_sources(out, format_text("packages/%s", use->name));
    fputs("]\n\n", out);
}

/* Meson takes no absolute path to a folder within the project, where someone
 * may keep a copy of mirage. */
static const char *within_project(const char *path)
{
    const char *folder = getcwd(NULL, 0);
    size_t size = folder ? strlen(folder) : 0;

    if (folder && strncmp(path, folder, size) == 0 && path[size] == '/')
        return path + size + 1;
    return path;
}

static void emit_include(FILE *out, const char *folder)
{
    fputs("  ", out);
    emit_meson_string(out, within_project(folder));
    fputs(",\n", out);
}

static void emit_part_include(FILE *out, const char *part)
{
    emit_include(out, format_text("%s/%s", project.home, part));
}

static void emit_includes(FILE *out)
{
    fputs("include = include_directories(\n  'mirage',\n", out);
    emit_part_include(out, "cmdline/include");
    emit_part_include(out, "interfaces/include");
    emit_part_include(out, "platforms/include");
    emit_part_include(out, "runtime/include");
    if (target_is_image())
        emit_part_include(out, "abi/include");
    for (struct package_use *use = packages_of(project.devices); use;
         use = use->next)
        if (package_kind(use->name) == PACKAGE_OURS)
            emit_part_include(out, format_text("packages/%s", use->name));
    for (const char **name = library_names(); *name; name++)
        emit_include(out, format_text("%s/include", library_folder(*name)));
    fputs(")\n\n", out);
}

/* ---- third-party libraries, made by `make depends` ---- */

static void emit_archives(FILE *out, const char *folder)
{
    for (char **file = archives_in(folder); *file; file++) {
        fputs("  ", out);
        emit_meson_string(out, *file);
        fputs(",\n", out);
    }
}

static void emit_libraries(FILE *out)
{
    fputs("libraries = [\n", out);
    for (const char **name = library_names(); *name; name++)
        emit_archives(out, format_text("%s/lib", library_folder(*name)));
    fputs("]\n\n", out);
}

/* What every C file is compiled with. On images the cross file has the rest. */
static void emit_flags(FILE *out)
{
    if (target_is_image())
        emit_image_flags(out);
    else
        fputs("flags = ['-ffunction-sections', '-fdata-sections', "
              "'-fstack-protector-strong',\n  '-fstack-clash-protection',\n"
              "  '-fmacro-prefix-map=../../=']\n"
              "mirage_flags = flags\nplatform_flags = flags\n\n",
              out);
}

static void emit_library(FILE *out, const char *name, const char *sources)
{
    fprintf(out,
            "%s = static_library(\n  '%s',\n  %s,\n  c_args: %s_flags,\n"
            "  include_directories: include,\n",
            name, name, sources, name);
    if (target_is_image())
        fputs("  override_options: ['optimization=s'],\n", out);
    fputs(")\n\n", out);
}

static void emit_executable(FILE *out)
{
    emit_flags(out);
    emit_library(out, "platform", "floor");
    emit_library(out, "mirage", "parts");
    fputs("executable(\n  'unikernel',\n  own + crunched,\n"
          "  c_args: flags + ['-include', 'start.gen.h'],\n"
          "  include_directories: include,\n"
          "  link_with: [mirage, platform],\n",
          out);
    if (target_is_image())
        emit_image_link_args(out);
    else
        fputs("  link_args: ['-Wl,--gc-sections'] + libraries,\n", out);
    fputs(")\n", out);
}

void emit_meson(FILE *out)
{
    emit_project(out);
    emit_floor(out);
    emit_parts(out);
    emit_includes(out);
    emit_libraries(out);
    emit_own_files(out);
    emit_crunched(out);
    emit_executable(out);
}
