/* What a guest sees of the processor. */
#include "cpu_features.h"
#include "test.h"
#include <stdlib.h>
#include <string.h>

enum {
    ECX_VMX = 1u << 5,
    ECX_AES = 1u << 25,
    ECX_AVX = 1u << 28,
    EXTENDED_SVM = 1u << 2
};

static struct kvm_cpuid2 *make(const struct kvm_cpuid_entry2 *entries,
                               unsigned count)
{
    struct kvm_cpuid2 *cpuid =
        calloc(1, sizeof(*cpuid) + count * sizeof(*entries));

    assert_non_null(cpuid);
    cpuid->nent = count;
    memcpy(cpuid->entries, entries, count * sizeof(*entries));
    return cpuid;
}

static void a_guest_sees_no_virtualisation(void **state)
{
    const struct kvm_cpuid_entry2 entries[] = {
        {.function = 1, .ecx = ~0u},
        {.function = 0x80000001, .ecx = ~0u},
        {.function = 0x8000000a, .eax = 1, .ebx = 8, .edx = ~0u},
    };
    struct kvm_cpuid2 *cpuid = make(entries, 3);

    (void)state;
    cpu_features_filter(cpuid);
    assert_int_equal(cpuid->entries[0].ecx, ~(uint32_t)ECX_VMX);
    assert_int_equal(cpuid->entries[1].ecx, ~(uint32_t)EXTENDED_SVM);
    assert_int_equal(cpuid->entries[2].eax | cpuid->entries[2].ebx |
                         cpuid->entries[2].edx,
                     0);
    free(cpuid);
}

static void the_host_adds_what_it_has_and_no_more(void **state)
{
    const struct kvm_cpuid_entry2 entries[] = {{.function = 1}};
    struct kvm_cpuid2 *cpuid = make(entries, 1);
    bool aes = __builtin_cpu_supports("aes");
    bool avx = __builtin_cpu_supports("avx");

    (void)state;
    cpu_features_add_host(cpuid, false);
    assert_int_equal(!!(cpuid->entries[0].ecx & ECX_AES), aes);
    assert_false(cpuid->entries[0].ecx & ECX_AVX);
    assert_false(cpuid->entries[0].ecx & ECX_VMX);
    cpu_features_add_host(cpuid, true);
    assert_int_equal(!!(cpuid->entries[0].ecx & ECX_AVX), avx);
    free(cpuid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_guest_sees_no_virtualisation),
        cmocka_unit_test(the_host_adds_what_it_has_and_no_more),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
