#include "elf_image.h"
#include "pread_fully.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define INVALID "invalid executable: "

/* What is not examined here may be anything, as with stock tenders. */
static bool header_is_valid(const Elf64_Ehdr *header)
{
    return memcmp(header->e_ident, ELFMAG, SELFMAG) == 0 &&
           header->e_ident[EI_CLASS] == ELFCLASS64 &&
           header->e_ident[EI_DATA] == ELFDATA2LSB &&
           header->e_version == EV_CURRENT && header->e_type == ET_EXEC &&
           header->e_machine == EM_X86_64 &&
           header->e_ehsize == sizeof(Elf64_Ehdr) &&
           header->e_phentsize == sizeof(Elf64_Phdr) && header->e_phnum > 0;
}

static bool read_header(int fd, Elf64_Ehdr *header, struct failure *failure)
{
    ssize_t got = pread_fully(fd, header, sizeof *header, 0);

    if (got < 0)
        return fail(failure, "%s", strerror(errno));
    if (got != sizeof *header)
        return fail(failure,
                    INVALID "elf header does not match the expected size "
                            "(%zd != %zu)",
                    got, sizeof *header);
    if (!header_is_valid(header))
        return fail(failure, "invalid or unsupported executable (elf header "
                             "invalid while loading note)");
    return true;
}

static bool read_segments(struct elf_image *elf, const Elf64_Ehdr *header,
                          struct failure *failure)
{
    size_t size = header->e_phnum * sizeof(Elf64_Phdr);
    ssize_t got;

    elf->segments = malloc(size);
    if (!elf->segments)
        return fail(failure, "%s", strerror(errno));
    got = pread_fully(elf->fd, elf->segments, size, header->e_phoff);
    if (got < 0)
        return fail(failure, "%s", strerror(errno));
    if (got != (ssize_t)size)
        return fail(failure,
                    INVALID "program header does not match the expected size "
                            "(%zd != %zu)",
                    got, size);
    elf->segment_count = header->e_phnum;
    return true;
}

bool elf_read(struct elf_image *elf, int fd, struct failure *failure)
{
    Elf64_Ehdr header;

    *elf = (struct elf_image){.fd = fd};
    if (read_header(fd, &header, failure) &&
        read_segments(elf, &header, failure)) {
        elf->entry = header.e_entry;
        return true;
    }
    elf_close(elf);
    return false;
}

bool elf_open(struct elf_image *elf, const char *path, struct failure *failure)
{
    /* Opening a pipe would wait for its writer; reading one fails. */
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

    if (fd < 0)
        return fail(failure, "Could not open: %s", strerror(errno));
    return elf_read(elf, fd, failure);
}

void elf_close(struct elf_image *elf)
{
    free(elf->segments);
    close(elf->fd);
    *elf = (struct elf_image){.fd = -1};
}
