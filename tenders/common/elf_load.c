/*
 * Loading an image. The checks are those of stock tenders, in their order.
 * Segments come in ascending order and share no page; a segment without bytes
 * in the file is passed over whatever else its header says.
 */
#include "elf_image.h"
#include "pread_fully.h"
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#define INVALID  "invalid executable: "
#define COMPARED " (%" PRIu64 " %s %" PRIu64 ")"

enum { PAGE_SIZE = 4096 };

/* A segment, and the whole pages it takes. */
struct placement {
    unsigned index;
    const Elf64_Phdr *segment;
    uint64_t start, end;
};

static bool round_up(uint64_t value, uint64_t alignment, uint64_t *rounded)
{
    if (__builtin_add_overflow(value, alignment - 1, rounded))
        return false;
    *rounded &= ~(alignment - 1);
    return true;
}

static bool check_order(const struct placement *place, uint64_t previous,
                        const struct guest_memory *memory,
                        struct failure *failure)
{
    uint64_t address = place->segment->p_vaddr;

    if (address < memory->start)
        return fail(failure,
                    INVALID
                    "phdr[%u].p_vaddr outside of valid memory range" COMPARED,
                    place->index, address, "<", memory->start);
    if (address < previous)
        return fail(failure,
                    INVALID
                    "phdr[%u].p_vaddr is not in ascending order" COMPARED,
                    place->index, address, "<", previous);
    return true;
}

/* No lower than where the memory begins, or the previous segment ends. */
static bool check_start(struct placement *place, uint64_t lowest,
                        struct failure *failure)
{
    uint64_t address = place->segment->p_vaddr;
    uint64_t alignment = place->segment->p_align;

    if (alignment == 0 || (alignment & (alignment - 1)))
        return fail(failure,
                    INVALID "phdr[%u].p_vaddr is outside of memory range "
                            "(align_down %" PRIu64 " to %" PRIu64 ")",
                    place->index, address, alignment);
    place->start = address & ~(alignment - 1);
    if (place->start < lowest)
        return fail(failure,
                    INVALID "phdr[%u].p_vaddr_start is outside of memory "
                            "range" COMPARED,
                    place->index, place->start, "<", lowest);
    return true;
}

static bool check_end(struct placement *place,
                      const struct guest_memory *memory,
                      struct failure *failure)
{
    const Elf64_Phdr *segment = place->segment;
    uint64_t file_end, memory_end;

    if (segment->p_vaddr >= memory->size ||
        __builtin_add_overflow(segment->p_vaddr, segment->p_filesz,
                               &file_end) ||
        file_end > memory->size)
        return fail(
            failure,
            INVALID "phdr[%u] program file segment falls outside of "
                    "valid range (%" PRIu64 " + %" PRIu64 " > %" PRIu64 ")",
            place->index, segment->p_vaddr, segment->p_filesz, memory->size);
    if (segment->p_memsz < segment->p_filesz ||
        __builtin_add_overflow(segment->p_vaddr, segment->p_memsz,
                               &memory_end) ||
        !round_up(memory_end, segment->p_align, &place->end) ||
        place->end > memory->size)
        return fail(
            failure,
            INVALID "phdr[%u] program memory segment falls outside of "
                    "valid range (%" PRIu64 " + %" PRIu64 " > %" PRIu64 ")",
            place->index, segment->p_vaddr, segment->p_memsz, memory->size);
    return true;
}

static bool read_bytes(const struct elf_image *elf,
                       const struct placement *place,
                       const struct guest_memory *memory,
                       struct failure *failure)
{
    const Elf64_Phdr *segment = place->segment;
    uint8_t *bytes = (uint8_t *)(memory->host_base + segment->p_vaddr);
    ssize_t got =
        pread_fully(elf->fd, bytes, segment->p_filesz, segment->p_offset);

    if (got < 0)
        return fail(failure, "%s", strerror(errno));
    if ((uint64_t)got != segment->p_filesz)
        return fail(failure,
                    INVALID "phdr[%u] program file segment falls outside of "
                            "valid range" COMPARED,
                    place->index, (uint64_t)got, "<", segment->p_filesz);
    memset(bytes + segment->p_filesz, 0, segment->p_memsz - segment->p_filesz);
    return true;
}

static bool protect(const struct placement *place,
                    const struct guest_memory *memory, struct failure *failure)
{
    uint32_t flags = place->segment->p_flags;

    if (place->start % PAGE_SIZE)
        return fail(failure,
                    INVALID "phdr[%u].p_vaddr_start not aligned with "
                            "architectural page size" COMPARED,
                    place->index, place->start, "%", (uint64_t)PAGE_SIZE);
    if (place->end % PAGE_SIZE)
        return fail(failure,
                    INVALID "phdr[%u].p_vaddr_end not aligned with "
                            "architectural page size" COMPARED,
                    place->index, place->end, "%", (uint64_t)PAGE_SIZE);
    if ((flags & PF_W) && (flags & PF_X))
        return fail(failure,
                    INVALID "phdr[%u] requests WRITE and EXEC permissions",
                    place->index);
    if (!memory->protect(memory->host_base + place->start,
                         place->end - place->start, flags))
        return fail(failure, "phdr[%u]: cannot set its permissions: %s",
                    place->index, strerror(errno));
    return true;
}

static bool check_entry(const struct elf_image *elf,
                        const struct guest_memory *memory,
                        struct failure *failure)
{
    if (elf->entry < memory->start)
        return fail(failure,
                    INVALID "e_entry does not fall within the memory "
                            "allocation range" COMPARED,
                    elf->entry, "<", memory->start);
    if (elf->entry >= memory->size)
        return fail(failure,
                    INVALID "e_entry does not fall within the memory "
                            "allocation range" COMPARED,
                    elf->entry, ">=", memory->size);
    return true;
}

bool elf_load(const struct elf_image *elf, const struct guest_memory *memory,
              uint64_t *end, struct failure *failure)
{
    uint64_t previous = 0, previous_end = memory->start;

    if (!check_entry(elf, memory, failure))
        return false;
    for (unsigned i = 0; i < elf->segment_count; i++) {
        struct placement place = {.index = i, .segment = &elf->segments[i]};

        if (place.segment->p_type != PT_LOAD || place.segment->p_filesz == 0)
            continue;
        if (!check_order(&place, previous, memory, failure) ||
            !check_start(&place, previous_end, failure) ||
            !check_end(&place, memory, failure) ||
            !read_bytes(elf, &place, memory, failure) ||
            !protect(&place, memory, failure))
            return false;
        previous = place.segment->p_vaddr;
        previous_end = place.end;
    }
    *end = previous_end;
    return true;
}
