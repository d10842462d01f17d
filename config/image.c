#include "image.h"
#include "fatal.h"
#include "project.h"
#include <string.h>

static const struct {
    const char *target;
    bool is_image;
    const char *folders[4];
} targets[] = {
    {"unix", false, {"platforms/unix"}},
    {"macosx", false, {"platforms/macosx"}},
    {"spt", true, {"platforms/spt", "platforms/solo5"}},
    {"hvt", true, {"platforms/hvt", "platforms/x86_64", "platforms/solo5"}},
    {"virtio",
     true,
     {"platforms/virtio", "platforms/x86_64", "platforms/solo5"}},
    {"xen", true, {"platforms/xen", "platforms/x86_64", "platforms/solo5"}},
    {"muen", true, {"platforms/muen", "platforms/x86_64", "platforms/solo5"}},
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
    return targets[place()].is_image;
}

const char *const *target_folders(void)
{
    return targets[place()].folders;
}

const char *image_libc(void)
{
    return format_text("libraries/%s/musl", project.target);
}

void emit_image_link_args(FILE *out)
{
    const char *script =
        format_text("%s/platforms/%s/link.lds", project.home, project.target);

    fputs("  link_args: [\n"
          "    '-static', '-no-pie', '-nostdlib',\n    ",
          out);
    emit_meson_string(out, format_text("-Wl,-T,%s", script));
    fputs(",\n"
          "    '-Wl,-z,max-page-size=0x1000', '-Wl,-z,noexecstack',\n"
          "    '-Wl,--build-id=none', '-Wl,--gc-sections',\n"
          "  ] + libraries + [\n"
          "    meson.current_source_dir() / ",
          out);
    emit_meson_string(out, format_text("mirage/%s/lib/libc.a", image_libc()));
    fputs(",\n    '-lgcc',\n  ],\n  link_depends: ", out);
    emit_meson_string(out, script);
    fputs(",\n", out);
}
