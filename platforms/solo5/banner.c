#include "banner.h"
#include "print.h"

static void print_name(void)
{
    solo5_print_plain(SOLO5_INFO, "            |      ___|");
    solo5_print_plain(SOLO5_INFO, "  __|  _ \\  |  _ \\ __ \\");
    solo5_print_plain(SOLO5_INFO, "\\__ \\ (   | | (   |  ) |");
    solo5_print_plain(SOLO5_INFO, "____/\\___/ _|\\___/____/");
}

static void print_part(const char *name, uintptr_t from, uintptr_t to)
{
    solo5_print(SOLO5_INFO, "%s @ (0x%lx - 0x%lx)", name, from, to - 1);
}

void solo5_banner(const char *version, const struct solo5_map *map)
{
    print_name();
    solo5_print(SOLO5_INFO, "Bindings version %s", version);
    solo5_print(SOLO5_INFO, "Memory map: %lu MB addressable:", map->end >> 20);
    print_part("    unused", 0, map->text);
    print_part("      text", map->text, map->rodata);
    print_part("    rodata", map->rodata, map->data);
    print_part("      data", map->data, map->heap);
    solo5_print(SOLO5_INFO, "      heap >= 0x%lx < stack < 0x%lx", map->heap,
                map->end);
}
