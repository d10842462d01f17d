#include "acpi.h"
#include <stdbool.h>
#include <string.h>

struct rsdp {
    char signature[8];
    uint8_t checksum;
    char oem[6];
    uint8_t revision;
    uint32_t rsdt;
    uint32_t length;
    uint64_t xsdt;
} __attribute__((packed));

struct header {
    char signature[4];
    uint32_t length;
    uint8_t rest[28];
} __attribute__((packed));

/* Of the fixed description table, what is used, by its place. */
enum { FADT_DSDT = 40, FADT_PM1A = 64, FADT_PM1B = 68 };

/* Where firmware puts the first table. */
enum { SEARCH_START = 0xe0000, SEARCH_END = 0x100000, SEARCH_STEP = 16 };

enum { RSDP_V1_SIZE = 20 };

static uint32_t read32(const void *from)
{
    uint32_t value;

    memcpy(&value, from, sizeof(value));
    return value;
}

static uint64_t read64(const void *from)
{
    uint64_t value;

    memcpy(&value, from, sizeof(value));
    return value;
}

/* ---- tables ---- */

static bool is_rsdp(const struct rsdp *rsdp)
{
    uint8_t sum = 0;

    if (memcmp(rsdp->signature, "RSD PTR ", 8) != 0)
        return false;
    for (int i = 0; i < RSDP_V1_SIZE; i++)
        sum += ((const uint8_t *)rsdp)[i];
    return sum == 0;
}

static const struct rsdp *find_rsdp(uint64_t told)
{
    if (told && is_rsdp((const struct rsdp *)told))
        return (const struct rsdp *)told;
    for (uintptr_t at = SEARCH_START; at < SEARCH_END; at += SEARCH_STEP)
        if (is_rsdp((const struct rsdp *)at))
            return (const struct rsdp *)at;
    return NULL;
}

/* The table of this name that the root table, of pointers, lists. */
static const struct header *find_table(const struct rsdp *rsdp,
                                       const char *name)
{
    bool wide = rsdp->revision >= 2 && rsdp->xsdt;
    const struct header *root =
        (const struct header *)(wide ? rsdp->xsdt : rsdp->rsdt);
    size_t size = wide ? 8 : 4;

    for (size_t at = sizeof(*root); at + size <= root->length; at += size) {
        const uint8_t *entry = (const uint8_t *)root + at;
        const struct header *table =
            (const struct header *)(wide ? read64(entry) : read32(entry));

        if (memcmp(table->signature, name, 4) == 0)
            return table;
    }
    return NULL;
}

/* ---- the package ---- */

/* An integer in AML: a byte, or an opcode for 0 or 1. */
static size_t parse_integer(const uint8_t *code, size_t size, uint8_t *value)
{
    enum { BYTE_PREFIX = 0x0a };

    if (size >= 1 && code[0] <= 1) {
        *value = code[0];
        return 1;
    }
    if (size >= 2 && code[0] == BYTE_PREFIX) {
        *value = code[1];
        return 2;
    }
    return 0;
}

/* `code` follows the name: a package, its length, its count, two integers. */
static bool parse_package(const uint8_t *code, size_t size, uint8_t *type_a,
                          uint8_t *type_b)
{
    enum { PACKAGE = 0x12 };
    size_t at, used;

    if (size < 2 || code[0] != PACKAGE)
        return false;
    at = 1 + 1 + (code[1] >> 6) + 1;
    if (at >= size)
        return false;
    used = parse_integer(code + at, size - at, type_a);
    if (used == 0 || at + used >= size)
        return false;
    at += used;
    return parse_integer(code + at, size - at, type_b) > 0;
}

bool virtio_acpi_parse_s5(const uint8_t *code, size_t size, uint8_t *type_a,
                          uint8_t *type_b)
{
    for (size_t at = 0; at + 4 < size; at++)
        if (memcmp(code + at, "_S5_", 4) == 0 &&
            parse_package(code + at + 4, size - at - 4, type_a, type_b))
            return true;
    return false;
}

struct acpi_sleep virtio_acpi_find_sleep(uint64_t told)
{
    struct acpi_sleep sleep = {0};
    const struct rsdp *rsdp = find_rsdp(told);
    const struct header *fadt = rsdp ? find_table(rsdp, "FACP") : NULL;
    const struct header *dsdt;

    if (!fadt)
        return sleep;
    dsdt = (const struct header *)(uintptr_t)read32((const uint8_t *)fadt +
                                                    FADT_DSDT);
    if (!dsdt || !virtio_acpi_parse_s5((const uint8_t *)(dsdt + 1),
                                       dsdt->length - sizeof(*dsdt),
                                       &sleep.type_a, &sleep.type_b))
        return sleep;
    sleep.port_a = (uint16_t)read32((const uint8_t *)fadt + FADT_PM1A);
    sleep.port_b = (uint16_t)read32((const uint8_t *)fadt + FADT_PM1B);
    return sleep;
}
