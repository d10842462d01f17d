#include "machine.h"
#include "cpu_features.h"
#include "descriptors.h"
#include "device.h"
#include "layout.h"
#include "registers.h"
#include <elf.h>
#include <err.h>
#include <inttypes.h>
#include <solo5/mirage_abi.h>
#include <stdlib.h>
#include <sys/mman.h>

/* Solo5's rules and messages for --mem. */
static uint64_t memory_size(uint64_t wanted)
{
    uint64_t size = wanted & ~(LARGE_PAGE_SIZE - 1);

    if (size < LARGE_PAGE_SIZE)
        size = LARGE_PAGE_SIZE;
    if (size != wanted)
        warnx("adjusting memory to %" PRIu64 " bytes", size);
    if (size > GUEST_MAX_SIZE)
        errx(EXIT_FAILURE,
             "guest memory size %" PRIu64 " bytes exceeds the max size %" PRIu64
             " bytes",
             size, GUEST_MAX_SIZE);
    return size;
}

/* The rings come on top of --mem, as in Solo5, but not above 4 GiB. */
static uint64_t ring_area_size(const struct hvt *hvt)
{
    bool wanted = device_is_attached(hvt, MFT_DEV_NET_BASIC) ||
                  (hvt->tender.kernel.flags &&
                   device_is_attached(hvt, MFT_DEV_BLOCK_BASIC));

    return wanted ? RING_AREA_SIZE : 0;
}

/* FSGSBASE and XSAVE are there if KVM lets them be turned on. */
static bool can_enter_ring3(const struct vm *vm, bool xsave)
{
    struct kvm_sregs sregs;

    registers_set_ring3(&sregs, 0, xsave);
    return vm_try_sregs(vm, &sregs);
}

static unsigned choose_cpl(const struct hvt *hvt)
{
    if (hvt->ring_option != RING_AS_NOTED)
        return hvt->ring_option;
    return hvt->tender.kernel.flags & MIRAGE_IMAGE_RING3 ? 3 : 0;
}

static void prepare_cpu(struct hvt *hvt)
{
    hvt->cpl = choose_cpl(hvt);
    hvt->xcr0 = cpu_features_set(&hvt->vm, hvt->cpl);
    if (hvt->cpl == 0)
        return;
    if (!can_enter_ring3(&hvt->vm, hvt->xcr0 != 0))
        hvt->xcr0 = 0;
    if (hvt->xcr0 || can_enter_ring3(&hvt->vm, false))
        return;
    if (hvt->ring_option == RING_3)
        errx(EXIT_FAILURE, "--ring=3 needs a processor with FSGSBASE");
    hvt->cpl = 0;
    cpu_features_set(&hvt->vm, 0);
}

static void add_memory(struct hvt *hvt)
{
    uint64_t rings = ring_area_size(hvt);
    uint64_t size = memory_size(hvt->tender.mem_size);
    uint64_t supervisor;

    if (size > GUEST_MAX_SIZE - rings)
        size = GUEST_MAX_SIZE - rings;
    hvt->guest.size = size;
    hvt->supervisor = size + rings;
    supervisor = SUPERVISOR_TABLES +
                 page_tables_size(hvt->supervisor + SUPERVISOR_TABLES);
    vm_add_memory(&hvt->vm, hvt->supervisor + (hvt->cpl ? supervisor : 0));
    hvt->guest.memory = hvt->vm.memory;
}

/* For a debugger, which writes breakpoints into the text. */
static bool leave_writable(uintptr_t host_address, uint64_t size,
                           uint32_t flags)
{
    (void)host_address, (void)size, (void)flags;
    return true;
}

/* Read-only parts are so for KVM as well, and for the tender. */
static bool protect(uintptr_t host_address, uint64_t size, uint32_t flags)
{
    return mprotect((void *)host_address, size,
                    flags & PF_W ? PROT_READ | PROT_WRITE : PROT_READ) == 0;
}

static void note_segments(struct hvt *hvt)
{
    const struct elf_image *elf = &hvt->tender.kernel.elf;
    struct guest_segment *segments =
        calloc(elf->segment_count, sizeof(*segments));
    unsigned count = 0;

    if (!segments)
        err(EXIT_FAILURE, "image");
    for (unsigned i = 0; i < elf->segment_count; i++) {
        const Elf64_Phdr *header = &elf->segments[i];
        uint64_t end = header->p_vaddr + header->p_memsz;

        if (header->p_type != PT_LOAD || header->p_filesz == 0)
            continue;
        segments[count++] = (struct guest_segment){
            .start = header->p_vaddr & ~(header->p_align - 1),
            .end = (end + header->p_align - 1) & ~(header->p_align - 1),
            .flags = header->p_flags,
        };
    }
    hvt->guest.segments = segments;
    hvt->guest.segment_count = count;
}

static void load_image(struct hvt *hvt)
{
    const struct guest_memory memory = {
        .host_base = (uintptr_t)hvt->vm.memory,
        .start = HVT_GUEST_MIN_BASE,
        .size = hvt->guest.size,
        .protect = hvt->gdb ? leave_writable : protect,
    };
    struct failure failure;

    if (!elf_load(&hvt->tender.kernel.elf, &memory, &hvt->kernel_end, &failure))
        errx(EXIT_FAILURE, "%s: %s", hvt->tender.kernel_path, failure.text);
    note_segments(hvt);
}

/*
 * The heap, without what is near the image and the stack: a small guest that
 * never gets there takes no more memory than it touches.
 */
static void prefer_large_pages(const struct hvt *hvt)
{
    uint64_t start = hvt->kernel_end + 2 * LARGE_PAGE_SIZE;

    vm_prefer_large_pages(&hvt->vm, start & ~(LARGE_PAGE_SIZE - 1),
                          hvt->guest.size - LARGE_PAGE_SIZE);
}

static unsigned access_of(uint32_t flags)
{
    unsigned access = PAGE_READ;

    if (flags & PF_W)
        access |= PAGE_WRITE;
    if (flags & PF_X)
        access |= PAGE_EXECUTE;
    return access;
}

static void map_guest(struct hvt *hvt)
{
    struct page_tables *tables = &hvt->tables;
    const struct guest *guest = &hvt->guest;

    page_tables_map(tables, HVT_BOOT_INFO_BASE, HVT_GUEST_MIN_BASE, PAGE_READ);
    page_tables_map(tables, HVT_GUEST_MIN_BASE, hvt->supervisor,
                    PAGE_READ | PAGE_WRITE);
    for (unsigned i = 0; i < guest->segment_count; i++)
        page_tables_map(tables, guest->segments[i].start,
                        guest->segments[i].end,
                        access_of(guest->segments[i].flags));
}

static void map_supervisor(struct hvt *hvt, uint64_t offset, unsigned access)
{
    uint64_t start = hvt->supervisor + offset;

    page_tables_map(&hvt->tables, start, start + PAGE_SIZE,
                    access | PAGE_SUPERVISOR);
}

static void write_ring3_tables(struct hvt *hvt)
{
    uint8_t *area = hvt->vm.memory + hvt->supervisor;

    hvt->tables = (struct page_tables){
        .entries = (uint64_t *)(area + SUPERVISOR_TABLES),
        .base = hvt->supervisor + SUPERVISOR_TABLES,
        .limit = hvt->supervisor + SUPERVISOR_TABLES,
    };
    page_tables_init(&hvt->tables);
    map_guest(hvt);
    map_supervisor(hvt, SUPERVISOR_DESCRIPTORS, PAGE_READ);
    map_supervisor(hvt, SUPERVISOR_STUBS, PAGE_READ | PAGE_EXECUTE);
    map_supervisor(hvt, SUPERVISOR_STACK, PAGE_READ | PAGE_WRITE);
    descriptors_write(area + SUPERVISOR_DESCRIPTORS,
                      hvt->supervisor + SUPERVISOR_DESCRIPTORS,
                      hvt->supervisor + SUPERVISOR_STUBS,
                      hvt->supervisor + SUPERVISOR_STACK + PAGE_SIZE);
    descriptors_write_stubs(area + SUPERVISOR_STUBS);
}

static void write_stock_tables(struct hvt *hvt)
{
    page_tables_write_stock(hvt->vm.memory, hvt->vm.memory_size);
    descriptors_write_stock((uint64_t *)(hvt->vm.memory + STOCK_GDT));
}

static void set_registers(struct hvt *hvt)
{
    struct kvm_sregs sregs;
    struct kvm_regs regs;

    if (hvt->cpl == 3)
        registers_set_ring3(&sregs, hvt->supervisor, hvt->xcr0 != 0);
    else
        registers_set_stock(&sregs);
    registers_set_general(&regs, hvt->tender.kernel.elf.entry, hvt->guest.size);
    vm_set_registers(&hvt->vm, &regs, &sregs);
    if (hvt->cpl == 3 && hvt->xcr0)
        vm_set_xcr0(&hvt->vm, hvt->xcr0);
}

void machine_create(struct hvt *hvt)
{
    vm_create(&hvt->vm);
    prepare_cpu(hvt);
    add_memory(hvt);
    load_image(hvt);
    prefer_large_pages(hvt);
    if (hvt->cpl == 3)
        write_ring3_tables(hvt);
    else
        write_stock_tables(hvt);
    set_registers(hvt);
    elf_close(&hvt->tender.kernel.elf);
}
