#include "query.h"
#include "kernel.h"
#include <err.h>
#include <stdio.h>
#include <stdlib.h>

static void open_image(struct elf_image *elf, const char *path)
{
    struct failure failure;

    if (!elf_open(elf, path, &failure))
        errx(EXIT_FAILURE, "%s: %s", path, failure.text);
}

static int finish(struct elf_image *elf)
{
    elf_close(elf);
    if (fclose(stdout) != 0)
        err(EXIT_FAILURE, "standard output");
    return EXIT_SUCCESS;
}

int query_abi(const char *path)
{
    struct elf_image elf;
    struct abi_info abi;
    struct failure failure;

    open_image(&elf, path);
    if (!kernel_read_abi(&elf, &abi, &failure))
        errx(EXIT_FAILURE, "%s: %s", path, failure.text);
    printf("{\n"
           "  \"type\": \"solo5.abi\",\n"
           "  \"target\": \"%s\",\n"
           "  \"version\": %u\n"
           "}\n",
           abi_target_name(abi.target), abi.version);
    return finish(&elf);
}

/* A name from an image may hold anything. */
static void print_name(const char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name < ' ')
            printf("\\u%04x", *name);
        else
            printf("%s%c", *name == '"' || *name == '\\' ? "\\" : "", *name);
}

static void print_entry(const struct mft_entry *entry, bool is_last)
{
    const char *type = manifest_type_name(entry->type);

    printf("    { \"name\": \"");
    print_name(entry->name);
    printf("\", \"type\": \"%s\" }%s\n", type ? type : "<undefined type>",
           is_last ? "" : ",");
}

static void print_manifest(const struct manifest *manifest)
{
    printf("{\n"
           "  \"type\": \"solo5.manifest\",\n"
           "  \"version\": %u,\n"
           "  \"devices\": [\n",
           manifest->version);
    for (unsigned i = 1; i < manifest->entries; i++)
        if (manifest->e[i].type != MFT_RESERVED_FIRST)
            print_entry(&manifest->e[i], i == manifest->entries - 1);
    printf("  ]\n"
           "}\n");
}

int query_manifest(const char *path)
{
    struct elf_image elf;
    struct manifest manifest;
    struct failure failure;

    open_image(&elf, path);
    if (!kernel_read_manifest(&elf, &manifest, &failure))
        errx(EXIT_FAILURE, "%s: %s", path, failure.text);
    print_manifest(&manifest);
    return finish(&elf);
}
