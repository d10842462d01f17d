/*
 * vm.h: a virtual machine of KVM with one processor and one piece of memory.
 *
 * Each function ends the program with a message if the host cannot do it.
 */
#ifndef HVT_VM_H
#define HVT_VM_H

#include <linux/kvm.h>
#include <stdbool.h>
#include <stdint.h>

struct vm {
    int kvm_fd, vm_fd, cpu_fd;
    struct kvm_run *run; /* shared with KVM: why the processor stopped */
    uint8_t *memory;     /* from guest address 0 on; zero at first */
    uint64_t memory_size;
};

void vm_create(struct vm *vm);

/* Gives the machine `size` bytes of memory, from address 0 on. */
void vm_add_memory(struct vm *vm, uint64_t size);

/*
 * Asks the host to give this part of memory in large pages as it is first
 * touched: a fault for each small one is what a growing heap costs most.
 */
void vm_prefer_large_pages(const struct vm *vm, uint64_t start, uint64_t end);

/* Hz */
uint64_t vm_tsc_frequency(const struct vm *vm);

/*
 * Arranges that a 32-bit `out` to `port` adds to the eventfd `fd` and goes on.
 * False if the host cannot do that.
 */
bool vm_add_doorbell(const struct vm *vm, uint16_t port, int fd);

/*
 * Makes the processor forget what its page tables said about a part of memory,
 * whole pages, which were changed under it.
 */
void vm_forget_translation(const struct vm *vm, uint64_t address,
                           uint64_t size);

/* Whether KVM takes these; false if they want what it does not have. */
bool vm_try_sregs(const struct vm *vm, const struct kvm_sregs *sregs);

void vm_set_xcr0(const struct vm *vm, uint64_t xcr0);
void vm_set_registers(const struct vm *vm, const struct kvm_regs *regs,
                      const struct kvm_sregs *sregs);
void vm_get_registers(const struct vm *vm, struct kvm_regs *regs,
                      struct kvm_sregs *sregs);

#endif
