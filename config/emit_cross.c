/*
 * mirage/TARGET.cross: how Meson compiles for a target that is not this
 * machine. What all images have in common stands in the overlay of their C
 * library, cross.ini, where `make depends` finds it for libraries as well.
 */
#include "fatal.h"
#include "image.h"
#include "libraries.h"
#include "project.h"
#include "version.h"
#include <errno.h>
#include <string.h>

const char *cross_file(void)
{
    return format_text("mirage/%s.cross", project.target);
}

static void copy(const char *path, FILE *out)
{
    FILE *in = fopen(path, "r");
    int c;

    if (!in)
        fatal("cannot read %s: %s", path, strerror(errno));
    while ((c = fgetc(in)) != EOF)
        fputc(c, out);
    fclose(in);
}

void emit_cross(FILE *out)
{
    emit_marker(out, "# ", "");
    fputs("[constants]\nhome = ", out);
    emit_meson_string(out, project.home);
    fputs("\n" IMAGE_LIBC " = ", out);
    emit_meson_string(out, library_folder(IMAGE_LIBC));
    fprintf(out,
            "\ncommon = ['-ffunction-sections', '-fdata-sections', "
            "'-fstack-protector-strong', '-DMIRAGE_VERSION=\"%s\"']\n\n",
            VERSION);
    copy(format_text("%s/overlays/musl/cross.ini", project.home), out);
}
