/* Notes of an image. */
#include "elf_image.h"
#include "pread_fully.h"
#include <errno.h>
#include <string.h>

/* A note's head, as far as a name of up to eight bytes. */
struct note_head {
    Elf64_Nhdr header;
    char name[8];
};

_Static_assert(sizeof(struct note_head) == 20, "as it stands in the file");

static bool is_of_kind(const struct note_head *head,
                       const struct elf_note_kind *kind)
{
    size_t name_size = strlen(kind->name) + 1;

    return head->header.n_namesz == name_size &&
           head->header.n_type == kind->type &&
           memcmp(head->name, kind->name, name_size) == 0;
}

/* The bytes that align the descriptor to more than a note's 4 are its first. */
static size_t padding_of(const struct elf_note_kind *kind)
{
    return -sizeof(struct note_head) & (kind->alignment - 1);
}

static bool has_valid_size(const Elf64_Phdr *segment, uint32_t size,
                           const struct elf_note_kind *kind)
{
    return size > padding_of(kind) && size <= kind->max_size &&
           segment->p_filesz - sizeof(struct note_head) >= size;
}

static bool read_descriptor(const struct elf_image *elf,
                            const Elf64_Phdr *segment, uint32_t size,
                            const struct elf_note_kind *kind, void *descriptor,
                            size_t *descriptor_size, struct failure *failure)
{
    size_t start = sizeof(struct note_head) + padding_of(kind);
    size_t wanted = size - padding_of(kind);
    ssize_t got;

    if (!has_valid_size(segment, size, kind))
        return fail(failure,
                    "invalid executable: note does not fall within valid size "
                    "(%u)",
                    size);
    got = pread_fully(elf->fd, descriptor, wanted, segment->p_offset + start);
    if (got < 0)
        return fail(failure, "%s", strerror(errno));
    if (got != (ssize_t)wanted)
        return fail(failure,
                    "invalid executable: note does not fall within valid size "
                    "(%zd != %zu)",
                    got, wanted);
    *descriptor_size = wanted;
    return true;
}

/* A segment too short for a name is left as one without. */
static bool read_head(const struct elf_image *elf, unsigned index,
                      struct note_head *head, struct failure *failure)
{
    const Elf64_Phdr *segment = &elf->segments[index];
    ssize_t got;

    *head = (struct note_head){0};
    if (segment->p_filesz < sizeof(Elf64_Nhdr))
        return fail(failure,
                    "invalid executable: phdr[%u].p_filesz note does not fall "
                    "within valid size (%llu < %zu)",
                    index, (unsigned long long)segment->p_filesz,
                    sizeof(Elf64_Nhdr));
    if (segment->p_filesz < sizeof *head)
        return true;
    got = pread_fully(elf->fd, head, sizeof *head, segment->p_offset);
    if (got < 0)
        return fail(failure, "%s", strerror(errno));
    if (got != sizeof *head)
        return fail(failure,
                    "invalid executable: note does not fall within valid size "
                    "(%zd != %zu)",
                    got, sizeof *head);
    return true;
}

bool elf_read_note(const struct elf_image *elf,
                   const struct elf_note_kind *kind, void *descriptor,
                   size_t *size, struct failure *failure)
{
    *size = 0;
    for (unsigned i = 0; i < elf->segment_count; i++) {
        const Elf64_Phdr *segment = &elf->segments[i];
        struct note_head head;

        if (segment->p_type != PT_NOTE)
            continue;
        if (!read_head(elf, i, &head, failure))
            return false;
        if (is_of_kind(&head, kind))
            return read_descriptor(elf, segment, head.header.n_descsz, kind,
                                   descriptor, size, failure);
    }
    return true;
}
