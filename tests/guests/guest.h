/*
 * guest.h: what a test program has. One folder for each target serves it from
 * the bare binary interface, see solo5-spt's and solo5-hvt's headers.
 *
 * Functions that can fail return 0 if they did not.
 */
#ifndef GUEST_H
#define GUEST_H

#include <solo5/mft_abi.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- the program ---- */

struct guest {
    const char *cmdline;
    const struct mft *mft;
    uint64_t heap_start; /* from here to mem_size is free, but for the stack */
    uint64_t mem_size;
};

/* Of the program: what it does; returns its exit status. */
int guest_main(const struct guest *guest);

/* ---- from the target ---- */

_Noreturn void guest_exit(int status);
void guest_write(const char *data, size_t size);
uint64_t guest_clock(void);
uint64_t guest_wall_clock(void);
/* Waits; the set of networks that can be read, a bit for each handle. */
uint64_t guest_yield(uint64_t deadline);
int guest_set_tls(uint64_t base);

int guest_disk_read(unsigned handle, uint64_t offset, void *data, size_t size);
int guest_disk_write(unsigned handle, uint64_t offset, const void *data,
                     size_t size);
/* A frame's size; 0 if there is none, negative on failure. */
long guest_net_read(unsigned handle, void *frame, size_t room);
int guest_net_write(unsigned handle, const void *frame, size_t size);

/* ---- for all targets, in guest.c ---- */

void *memcpy(void *restrict to, const void *restrict from, size_t size);
void *memset(void *to, int c, size_t size);
void guest_print(const char *text);
void guest_print_number(uint64_t number);
bool guest_equal(const char *a, const char *b);
/* The handle of a device; ends the program if there is none of this name. */
unsigned guest_find(const struct guest *guest, const char *name, uint32_t type);
/* Ends the program with status 1 and this text if `true_thing` is not. */
void guest_check(bool true_thing, const char *text);

#endif
