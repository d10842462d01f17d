/*
 * image.h: targets whose unikernels are images, run by a tender or a machine,
 * and what these are built with besides what a Linux process is.
 */
#ifndef IMAGE_H
#define IMAGE_H

#include <stdbool.h>
#include <stdio.h>

/* Whether project.target is such a target. */
bool target_is_image(void);

/*
 * The folders that make up the floor of project.target, NULL at the end:
 * "platforms/spt", "platforms/solo5".
 */
const char *const *target_folders(void);

/* The C library of images, one of those in libraries.h. */
#define IMAGE_LIBC "musl"

/*
 * For meson.build: flags of the unikernel's own code, of what is mirage's and
 * of the platform's; and of the link, with the image's C library.
 */
void emit_image_flags(FILE *out);
void emit_image_link_args(FILE *out);

/* mirage/TARGET.cross: how Meson compiles for project.target. */
const char *cross_file(void);
void emit_cross(FILE *out);

/* mirage/manifest.c and manifest.json: the networks and disks it is given. */
void emit_manifest(FILE *out);
void emit_manifest_json(FILE *out);

#endif
