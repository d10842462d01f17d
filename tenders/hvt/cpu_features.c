#include "cpu_features.h"
#include <cpuid.h>
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>

/* Intel SDM volume 2, CPUID; AMD APM volume 3, appendix E. */

#define LEAF_1_ECX_VMX (1u << 5)
#define LEAF_EXTENDED  0x80000001u
#define LEAF_SVM       0x8000000au
#define EXTENDED_SVM   (1u << 2) /* ECX */

/*
 * Instructions that change general registers, and SSE registers, which every
 * guest may use: SSE3 PCLMULQDQ SSSE3 CMPXCHG16B SSE4.1 SSE4.2 MOVBE POPCNT
 * AES RDRAND; BMI1 BMI2 RDSEED ADX CLFLUSHOPT SHA; LAHF LZCNT.
 */
#define PLAIN_1_ECX                                                            \
    (1u << 0 | 1u << 1 | 1u << 9 | 1u << 13 | 1u << 19 | 1u << 20 | 1u << 22 | \
     1u << 23 | 1u << 25 | 1u << 30)
#define PLAIN_7_EBX                                                            \
    (1u << 3 | 1u << 8 | 1u << 18 | 1u << 19 | 1u << 23 | 1u << 29)
#define PLAIN_EXTENDED_ECX (1u << 0 | 1u << 5)

/* FMA XSAVE AVX F16C; AVX2; VAES VPCLMULQDQ: with AVX turned on. */
#define AVX_1_ECX (1u << 12 | 1u << 26 | 1u << 28 | 1u << 29)
#define AVX_7_EBX (1u << 5)
#define AVX_7_ECX (1u << 9 | 1u << 10)

/* x87, SSE, AVX and the three states of AVX-512 */
#define XCR0_VECTORS 0xe7ull
#define XCR0_AVX     0x4ull

enum { FIRST_TRY = 100, MOST = 4096 };

static struct kvm_cpuid2 *allocate(unsigned count)
{
    struct kvm_cpuid2 *cpuid =
        calloc(1, sizeof(*cpuid) + count * sizeof(cpuid->entries[0]));

    if (!cpuid)
        err(EXIT_FAILURE, "KVM: CPUID");
    cpuid->nent = count;
    return cpuid;
}

/* KVM says E2BIG where there is too little room, not how much it wants. */
static struct kvm_cpuid2 *supported(int kvm_fd)
{
    for (unsigned count = FIRST_TRY; count <= MOST; count *= 2) {
        struct kvm_cpuid2 *cpuid = allocate(count);

        if (ioctl(kvm_fd, KVM_GET_SUPPORTED_CPUID, cpuid) == 0)
            return cpuid;
        if (errno != E2BIG)
            break;
        free(cpuid);
    }
    err(EXIT_FAILURE, "KVM: ioctl (KVM_GET_SUPPORTED_CPUID) failed");
}

void cpu_features_filter(struct kvm_cpuid2 *cpuid)
{
    for (unsigned i = 0; i < cpuid->nent; i++) {
        struct kvm_cpuid_entry2 *entry = &cpuid->entries[i];

        if (entry->function == 1)
            entry->ecx &= ~LEAF_1_ECX_VMX;
        if (entry->function == LEAF_EXTENDED)
            entry->ecx &= ~EXTENDED_SVM;
        if (entry->function == LEAF_SVM)
            entry->eax = entry->ebx = entry->ecx = entry->edx = 0;
    }
}

static struct kvm_cpuid_entry2 *find(struct kvm_cpuid2 *cpuid,
                                     uint32_t function)
{
    for (unsigned i = 0; i < cpuid->nent; i++)
        if (cpuid->entries[i].function == function &&
            cpuid->entries[i].index == 0)
            return &cpuid->entries[i];
    return NULL;
}

static void add_host(struct kvm_cpuid2 *cpuid, uint32_t function,
                     uint32_t ebx_mask, uint32_t ecx_mask)
{
    struct kvm_cpuid_entry2 *entry = find(cpuid, function);
    uint32_t eax, ebx, ecx, edx;

    if (!entry || !__get_cpuid_count(function, 0, &eax, &ebx, &ecx, &edx))
        return;
    entry->ebx |= ebx & ebx_mask;
    entry->ecx |= ecx & ecx_mask;
}

void cpu_features_add_host(struct kvm_cpuid2 *cpuid, bool with_avx)
{
    add_host(cpuid, 1, 0, PLAIN_1_ECX);
    add_host(cpuid, 7, PLAIN_7_EBX, 0);
    add_host(cpuid, LEAF_EXTENDED, 0, PLAIN_EXTENDED_ECX);
    if (!with_avx)
        return;
    add_host(cpuid, 1, 0, AVX_1_ECX);
    add_host(cpuid, 7, AVX_7_EBX, AVX_7_ECX);
}

uint64_t cpu_features_set(const struct vm *vm, unsigned cpl)
{
    struct kvm_cpuid2 *cpuid = supported(vm->kvm_fd);
    const struct kvm_cpuid_entry2 *states = find(cpuid, 0xd);
    uint64_t xcr0 = states ? states->eax & XCR0_VECTORS : 0;

    cpu_features_filter(cpuid);
    if (cpl == 3)
        cpu_features_add_host(cpuid, xcr0 & XCR0_AVX);
    if (ioctl(vm->cpu_fd, KVM_SET_CPUID2, cpuid) < 0)
        err(EXIT_FAILURE, "KVM: ioctl (KVM_SET_CPUID2) failed");
    free(cpuid);
    return xcr0;
}
