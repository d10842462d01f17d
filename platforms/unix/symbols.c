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

static struct mirage_unix_symbol find_in_program(uintptr_t address)
{
    static const char *file;

    if (!file)
        file = map_program();

    const ElfW(Shdr) *table = file ? find_table(file) : NULL;
    const ElfW(Sym) *symbol =
        table ? find(file, table, address - load_offset()) : NULL;
    if (!symbol)
        return (struct mirage_unix_symbol){0};

    const ElfW(Ehdr) *header = (const void *)file;
    const ElfW(Shdr) *sections = (const void *)(file + header->e_shoff);
    return (struct mirage_unix_symbol){
        .name = file + sections[table->sh_link].sh_offset + symbol->st_name,
        .offset = address - load_offset() - symbol->st_value,
    };
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

struct mirage_unix_symbol mirage_unix_symbol_at(uintptr_t address)
{
    struct mirage_unix_symbol symbol = find_in_program(address);
    Dl_info info;

    if (symbol.name || !dladdr((void *)address, &info) ||
        info.dli_fbase == (const void *)&__ehdr_start)
        return symbol;
    symbol.name = info.dli_sname;
    symbol.offset = address - (uintptr_t)info.dli_saddr;
    symbol.image = base_name(info.dli_fname);
    return symbol;
}
