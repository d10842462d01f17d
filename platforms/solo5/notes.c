/*
 * Notes that every Solo5 image has, besides its manifest and its ABI: what
 * keeps the host from running it as a program.
 */
#include <stdint.h>

const char solo5_interpreter[24] __attribute__((section(".interp"), used)) =
    "/nonexistent/solo5/";

const struct {
    uint32_t name_size, descriptor_size, type;
    char name[8];
    uint32_t data;
} solo5_not_openbsd
    __attribute__((section(".note.solo5.not_openbsd"), used, aligned(4))) = {
        .name_size = sizeof("OpenBSD"),
        .descriptor_size = sizeof(uint32_t),
        .type = 1,
        .name = "OpenBSD",
};
