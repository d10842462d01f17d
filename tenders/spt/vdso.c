#include "vdso.h"
#include <elf.h>
#include <stddef.h>
#include <string.h>
#include <sys/auxv.h>

/* The vDSO is an ELF file in memory, from the kernel and so to be trusted. */
static const char *at(const Elf64_Ehdr *vdso, uint64_t offset)
{
    return (const char *)vdso + offset;
}

static const Elf64_Shdr *section(const Elf64_Ehdr *vdso, unsigned index)
{
    return (const Elf64_Shdr *)at(vdso, vdso->e_shoff) + index;
}

static uint64_t find_in(const Elf64_Ehdr *vdso, const Elf64_Shdr *table,
                        const char *name)
{
    const Elf64_Sym *symbols = (const Elf64_Sym *)at(vdso, table->sh_offset);
    const char *names = at(vdso, section(vdso, table->sh_link)->sh_offset);

    for (size_t i = 0; i < table->sh_size / sizeof *symbols; i++)
        if (strcmp(names + symbols[i].st_name, name) == 0)
            return (uint64_t)at(vdso, symbols[i].st_value);
    return 0;
}

uint64_t vdso_find(const char *name)
{
    const Elf64_Ehdr *vdso = (const Elf64_Ehdr *)getauxval(AT_SYSINFO_EHDR);

    if (!vdso)
        return 0;
    for (unsigned i = 0; i < vdso->e_shnum; i++)
        if (section(vdso, i)->sh_type == SHT_DYNSYM)
            return find_in(vdso, section(vdso, i), name);
    return 0;
}
