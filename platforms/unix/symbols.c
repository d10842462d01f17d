/*
 * The program's own table is read from its file, as the dynamic linker knows
 * only the functions that a program exports, and ours exports none.
 */
#define _GNU_SOURCE /* dladdr */
#include "symbols.h"
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

extern const ElfW(Ehdr) __ehdr_start; /* by the linker */

static const char *map_program(void)
{
    int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    void *file = MAP_FAILED;
    struct stat stat;

    if (fd >= 0 && fstat(fd, &stat) == 0)
        file = mmap(NULL, stat.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (fd >= 0)
        close(fd);
    return file == MAP_FAILED ? NULL : file;
}

/* How far from its file's addresses the program was loaded. */
static uintptr_t load_offset(void)
{
    return __ehdr_start.e_type == ET_DYN ? (uintptr_t)&__ehdr_start : 0;
}

static const ElfW(Shdr) * find_table(const char *file)
{
    const ElfW(Ehdr) *header = (const void *)file;
    const ElfW(Shdr) *sections = (const void *)(file + header->e_shoff);

    for (int i = 0; header->e_shoff && i < header->e_shnum; i++)
        if (sections[i].sh_type == SHT_SYMTAB)
            return &sections[i];
    return NULL;
}

static const ElfW(Sym) *
    find(const char *file, const ElfW(Shdr) * table, uintptr_t address)
{
    const ElfW(Sym) *symbols = (const void *)(file + table->sh_offset);

    for (size_t i = 0; i < table->sh_size / sizeof(*symbols); i++)
        if (ELF64_ST_TYPE(symbols[i].st_info) == STT_FUNC &&
            address - symbols[i].st_value < symbols[i].st_size)
            return &symbols[i];
    return NULL;
}

static void find_in_program(struct mirage_unix_symbol *symbol)
{
    static const char *file;

    if (!file)
        file = map_program();

    const ElfW(Shdr) *table = file ? find_table(file) : NULL;
    const ElfW(Sym) *found = table ? find(file, table, symbol->address) : NULL;
    if (!found)
        return;

    const ElfW(Ehdr) *header = (const void *)file;
    const ElfW(Shdr) *sections = (const void *)(file + header->e_shoff);
    symbol->name = file + sections[table->sh_link].sh_offset + found->st_name;
    symbol->offset = symbol->address - found->st_value;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static void find_in_library(struct mirage_unix_symbol *symbol,
                            uintptr_t address, const Dl_info *info)
{
    symbol->image = base_name(info->dli_fname);
    symbol->address = address - (uintptr_t)info->dli_fbase;
    symbol->name = info->dli_sname;
    symbol->offset = address - (uintptr_t)info->dli_saddr;
}

struct mirage_unix_symbol mirage_unix_symbol_at(uintptr_t address)
{
    struct mirage_unix_symbol symbol = {.address = address};
    Dl_info info;

    if (!dladdr((void *)address, &info))
        return symbol;
    if (info.dli_fbase == (const void *)&__ehdr_start) {
        symbol.address -= load_offset();
        find_in_program(&symbol);
    } else {
        find_in_library(&symbol, address, &info);
    }
    return symbol;
}
