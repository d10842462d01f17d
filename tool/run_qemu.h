/*
 * run_qemu.h: virtio images run on a machine that QEMU makes.
 */
#ifndef RUN_QEMU_H
#define RUN_QEMU_H

/*
 * Runs the image with `argc` arguments, and returns its exit status. Disks and
 * networks are what --attach gives to them, or the build.
 */
int run_qemu(int argc, char **argv);

#endif
