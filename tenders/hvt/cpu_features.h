/*
 * cpu_features.h: which features of the host's processor a guest sees and may
 * use.
 */
#ifndef HVT_CPU_FEATURES_H
#define HVT_CPU_FEATURES_H

#include "vm.h"

/*
 * Shows the guest what KVM supports, except for running guests of its own. A
 * guest at ring 3 also sees the host's further instructions: they run on the
 * processor itself, with no help of KVM's, which is why a KVM that emulates
 * ring 0 does not list them. Returns the vector states (bits of XCR0) that
 * can be turned on. Ends the program with a message if KVM cannot do it.
 */
uint64_t cpu_features_set(const struct vm *vm, unsigned cpl);

/* ---- for tests ---- */

/* Hides what is not for guests. */
void cpu_features_filter(struct kvm_cpuid2 *cpuid);

/* Adds the host's instructions, those of AVX only `with_avx`. */
void cpu_features_add_host(struct kvm_cpuid2 *cpuid, bool with_avx);

#endif
