#include "kernel.h"
#include <solo5/mirage_abi.h>
#include <string.h>

static const struct elf_note_kind abi_note = {
    .name = "Solo5",
    .type = 0x31494241, /* "ABI1" */
    .alignment = 4,
    .max_size = 32,
};

static const struct elf_note_kind manifest_note = {
    .name = MFT1_NOTE_NAME,
    .type = MFT1_NOTE_TYPE,
    .alignment = 8,
    .max_size = 4 + sizeof(struct manifest),
};

static const struct elf_note_kind mirage_note = {
    .name = MIRAGE_NOTE_NAME,
    .type = MIRAGE_NOTE_TYPE,
    .alignment = 4,
    .max_size = 32,
};

const char *abi_target_name(uint32_t target)
{
    static const char *const names[] = {
        "unknown", "hvt", "spt", "virtio", "muen", "genode", "xen",
    };

    return names[target < sizeof names / sizeof *names ? target : 0];
}

bool kernel_read_abi(const struct elf_image *elf, struct abi_info *abi,
                     struct failure *failure)
{
    uint8_t descriptor[32] = {0};
    size_t size;

    if (!elf_read_note(elf, &abi_note, descriptor, &size, failure))
        return false;
    if (!size)
        return fail(failure, "No Solo5 ABI information found in executable");
    memcpy(abi, descriptor, sizeof *abi);
    return true;
}

bool kernel_read_manifest(const struct elf_image *elf,
                          struct manifest *manifest, struct failure *failure)
{
    size_t size;

    if (!elf_read_note(elf, &manifest_note, manifest, &size, failure))
        return false;
    if (!size)
        return fail(failure, "No Solo5 manifest found in executable");
    if (!manifest_is_valid(manifest, size))
        return fail(failure, "Solo5 manifest is invalid");
    return true;
}

/* What an image says of what it is attached to is not for it to say. */
static void clear_attachments(struct manifest *manifest)
{
    for (unsigned i = 1; i < manifest->entries; i++) {
        memset(&manifest->e[i].u, 0, sizeof manifest->e[i].u);
        memset(&manifest->e[i].b, 0, sizeof manifest->e[i].b);
    }
}

/* What is wrong with a note that stock tenders do not know is no failure. */
static void read_mirage_note(struct kernel *kernel)
{
    struct mirage_image_info info;
    struct failure ignored;
    uint8_t descriptor[32];
    size_t size;

    if (!elf_read_note(&kernel->elf, &mirage_note, descriptor, &size,
                       &ignored) ||
        size < sizeof info)
        return;
    memcpy(&info, descriptor, sizeof info);
    kernel->is_ours = true;
    kernel->flags = info.flags;
}

static bool check_abi(const struct abi_info *abi, const struct abi_info *wanted,
                      struct failure *failure)
{
    if (abi->target != wanted->target)
        return fail(failure, "Executable is not for the solo5-%s target",
                    abi_target_name(wanted->target));
    if (abi->version != wanted->version)
        return fail(failure, "Executable requests unsupported ABI version %u",
                    abi->version);
    return true;
}

bool kernel_open(struct kernel *kernel, const char *path,
                 const struct abi_info *wanted, struct failure *failure)
{
    struct abi_info abi;

    *kernel = (struct kernel){0};
    if (!elf_open(&kernel->elf, path, failure))
        return false;
    if (!kernel_read_abi(&kernel->elf, &abi, failure) ||
        !check_abi(&abi, wanted, failure) ||
        !kernel_read_manifest(&kernel->elf, &kernel->manifest, failure)) {
        elf_close(&kernel->elf);
        return false;
    }
    clear_attachments(&kernel->manifest);
    read_mirage_note(kernel);
    return true;
}
