/*
 * run_image.h: disks whose images the build makes, which `mirage run` attaches.
 */
#ifndef RUN_IMAGE_H
#define RUN_IMAGE_H

#include <mirage/config.h>

/*
 * The file that the build makes for the disk of `device`; NULL if it makes
 * none, or --attach gives it another.
 */
const char *run_image(const struct device *device);

#endif
