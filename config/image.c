#include "image.h"
#include "fatal.h"
#include "libraries.h"
#include "project.h"
#include <string.h>

static const struct {
    const char *target;
    const char *layout; /* script for the linker; NULL: not an image */
    const char *folders[4];
} targets[] = {
    {"unix", NULL, {"platforms/unix"}},
    {"macosx", NULL, {"platforms/macosx"}},
    {"spt", "platforms/solo5/tender.lds", {"platforms/spt", "platforms/solo5"}},
    {"hvt",
     "platforms/solo5/tender.lds",
     {"platforms/hvt", "platforms/x86_64", "platforms/solo5"}},
    {"virtio",
     "platforms/virtio/virtio.lds",
     {"platforms/virtio", "platforms/x86_64", "platforms/solo5"}},
    {"xen",
     "platforms/xen/xen.lds",
     {"platforms/xen", "platforms/x86_64", "platforms/solo5"}},
    {"muen",
     "platforms/muen/muen.lds",
     {"platforms/muen", "platforms/x86_64", "platforms/solo5"}},
};

static size_t place(void)
{
    size_t i = 0;

    while (strcmp(targets[i].target, project.target) != 0)
        i++;
    return i;
}

bool target_is_image(void)
{
    return targets[place()].layout != NULL;
}

const char *const *target_folders(void)
{
    return targets[place()].folders;
}

/*
 * The platform starts before anything but the general registers can be used.
 * The runtime may use the others, but is kept from it: some KVMs emulate ring
 * 0, and know few of those instructions.
 */
void emit_image_flags(FILE *out)
{
    fputs("flags = []\n"
          "mirage_flags = ['-mtune-ctrl=^sse_unaligned_load_optimal,"
          "^sse_unaligned_store_optimal']\n"
          "platform_flags = ['-mgeneral-regs-only']\n\n",
          out);
}

/* Libraries call __assert_fail, which must be the runtime's, not libc's. */
void emit_image_link_args(FILE *out)
{
    const char *layout =
        format_text("%s/%s", project.home, targets[place()].layout);

    fputs("  link_args: [\n"
          "    '-static', '-no-pie', '-nostdlib',\n    ",
          out);
    emit_meson_string(out, format_text("-Wl,-T,%s", layout));
    fputs(",\n"
          "    '-Wl,-z,max-page-size=0x1000', '-Wl,-z,noexecstack',\n"
          "    '-Wl,--build-id=none', '-Wl,--gc-sections',\n"
          "    '-Wl,-u,__assert_fail',\n"
          "  ] + libraries + [\n    ",
          out);
    emit_meson_string(out,
                      format_text("%s/lib/libc.a", library_folder(IMAGE_LIBC)));
    fputs(",\n    '-lgcc',\n  ],\n  link_depends: ", out);
    emit_meson_string(out, layout);
    fputs(",\n", out);
}
