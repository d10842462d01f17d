#define _GNU_SOURCE
#include "vm.h"
#include "layout.h"
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

static int checked_ioctl(int fd, unsigned long request, void *arg,
                         const char *name)
{
    int result = ioctl(fd, request, arg);

    if (result < 0)
        err(EXIT_FAILURE, "KVM: ioctl (%s) failed", name);
    return result;
}

#define VM_IOCTL(fd, request, arg)                                             \
    checked_ioctl(fd, request, (void *)(arg), #request)

static void check_version(int kvm_fd)
{
    int version = VM_IOCTL(kvm_fd, KVM_GET_API_VERSION, 0);

    if (version != KVM_API_VERSION)
        errx(EXIT_FAILURE, "KVM: API version is %d, should be %d", version,
             KVM_API_VERSION);
}

static bool has(int fd, long capability)
{
    return ioctl(fd, KVM_CHECK_EXTENSION, capability) > 0;
}

void vm_create(struct vm *vm)
{
    size_t run_size;

    vm->kvm_fd = open("/dev/kvm", O_RDWR | O_CLOEXEC);
    if (vm->kvm_fd < 0)
        err(EXIT_FAILURE, "Could not open: /dev/kvm");
    check_version(vm->kvm_fd);
    vm->vm_fd = VM_IOCTL(vm->kvm_fd, KVM_CREATE_VM, 0);
    vm->cpu_fd = VM_IOCTL(vm->vm_fd, KVM_CREATE_VCPU, 0);
    run_size = VM_IOCTL(vm->kvm_fd, KVM_GET_VCPU_MMAP_SIZE, 0);
    vm->run =
        mmap(NULL, run_size, PROT_READ | PROT_WRITE, MAP_SHARED, vm->cpu_fd, 0);
    if (vm->run == MAP_FAILED)
        err(EXIT_FAILURE, "KVM: Could not map the processor's state");
}

/* So that large pages of the host are large pages of the guest. */
static uint8_t *map_aligned(uint64_t size)
{
    uint8_t *place = mmap(NULL, size + LARGE_PAGE_SIZE, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    uint64_t before;

    if (place == MAP_FAILED)
        err(EXIT_FAILURE, "Error allocating guest memory");
    before = -(uint64_t)place % LARGE_PAGE_SIZE;
    if (before)
        munmap(place, before);
    munmap(place + before + size, LARGE_PAGE_SIZE - before);
    return place + before;
}

void vm_add_memory(struct vm *vm, uint64_t size)
{
    struct kvm_userspace_memory_region region = {.memory_size = size};

    if (!has(vm->kvm_fd, KVM_CAP_USER_MEMORY))
        errx(EXIT_FAILURE, "KVM: host does not support KVM_CAP_USER_MEMORY");
    vm->memory = map_aligned(size);
    vm->memory_size = size;
    region.userspace_addr = (uint64_t)vm->memory;
    VM_IOCTL(vm->vm_fd, KVM_SET_USER_MEMORY_REGION, &region);
}

void vm_prefer_large_pages(const struct vm *vm, uint64_t start, uint64_t end)
{
    if (start < end)
        madvise(vm->memory + start, end - start, MADV_HUGEPAGE);
}

uint64_t vm_tsc_frequency(const struct vm *vm)
{
    int khz;

    if (!has(vm->kvm_fd, KVM_CAP_GET_TSC_KHZ))
        errx(EXIT_FAILURE, "KVM: host does not support KVM_CAP_GET_TSC_KHZ");
    khz = ioctl(vm->cpu_fd, KVM_GET_TSC_KHZ, 0);
    if (khz < 0 && errno == EIO)
        errx(EXIT_FAILURE, "KVM: host TSC is unstable, cannot continue");
    if (khz < 0)
        err(EXIT_FAILURE, "KVM: ioctl (KVM_GET_TSC_KHZ) failed");
    return khz * 1000ull;
}

bool vm_add_doorbell(const struct vm *vm, uint16_t port, int fd)
{
    struct kvm_ioeventfd doorbell = {
        .addr = port,
        .len = sizeof(uint32_t),
        .fd = fd,
        .flags = KVM_IOEVENTFD_FLAG_PIO,
    };

    return has(vm->kvm_fd, KVM_CAP_IOEVENTFD) &&
           ioctl(vm->vm_fd, KVM_IOEVENTFD, &doorbell) == 0;
}

/*
 * KVM drops whatever it has made of a page when the host's mapping changes;
 * no other way to say so exists.
 */
void vm_forget_translation(const struct vm *vm, uint64_t address, uint64_t size)
{
    uint8_t *place = vm->memory + address;

    if (size == 0)
        return;
    if (mprotect(place, size, PROT_READ) < 0 ||
        mprotect(place, size, PROT_READ | PROT_WRITE) < 0)
        err(EXIT_FAILURE, "KVM: Could not protect memory");
}

bool vm_try_sregs(const struct vm *vm, const struct kvm_sregs *sregs)
{
    return ioctl(vm->cpu_fd, KVM_SET_SREGS, sregs) == 0;
}

void vm_set_xcr0(const struct vm *vm, uint64_t xcr0)
{
    struct kvm_xcrs xcrs = {.nr_xcrs = 1, .xcrs = {{.value = xcr0}}};

    VM_IOCTL(vm->cpu_fd, KVM_SET_XCRS, &xcrs);
}

void vm_set_registers(const struct vm *vm, const struct kvm_regs *regs,
                      const struct kvm_sregs *sregs)
{
    VM_IOCTL(vm->cpu_fd, KVM_SET_SREGS, sregs);
    VM_IOCTL(vm->cpu_fd, KVM_SET_REGS, regs);
}

void vm_get_registers(const struct vm *vm, struct kvm_regs *regs,
                      struct kvm_sregs *sregs)
{
    VM_IOCTL(vm->cpu_fd, KVM_GET_SREGS, sregs);
    VM_IOCTL(vm->cpu_fd, KVM_GET_REGS, regs);
}
