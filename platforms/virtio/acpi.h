/*
 * acpi.h: how to switch the machine off: state S5 of ACPI. Specification 6.4,
 * sections 5.2 (tables) and 7.4.2 (_S5).
 */
#ifndef VIRTIO_ACPI_H
#define VIRTIO_ACPI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Ports of PM1 control, 0 where there is none, and what to write to them. */
struct acpi_sleep {
    uint16_t port_a, port_b;
    uint8_t type_a, type_b;
};

/* From the tables that begin at `rsdp`, or that are looked for if it is 0. */
struct acpi_sleep virtio_acpi_find_sleep(uint64_t rsdp);

/*
 * Finds _S5 in the code of a definition block, and the numbers of its package
 * in *type_a and *type_b. For tests.
 */
bool virtio_acpi_parse_s5(const uint8_t *code, size_t size, uint8_t *type_a,
                          uint8_t *type_b);

#endif
