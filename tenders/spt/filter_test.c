/*
 * The filter, run by an interpreter of seccomp's instructions, against what
 * the ABI says in plain C.
 */
#include "filter.h"
#include "test.h"
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <solo5/spt_abi.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>

enum { EPOLL_FD = 3, TIMER_FD = 4, NET_FD = 5, DISK_FD = 6, BLOCK = 4096 };

#define CAPACITY   ((UINT64_C(5) << 32) + 2 * BLOCK)
#define HEAP_START UINT64_C(0x200000)
#define MEM_SIZE   UINT64_C(0x140000000)

static struct filter filter;

/* ---- running it ---- */

static uint32_t load(const struct seccomp_data *data, uint32_t offset)
{
    uint32_t word;

    assert_true(offset % 4 == 0 && offset + 4 <= sizeof *data);
    memcpy(&word, (const char *)data + offset, sizeof word);
    return word;
}

static bool test_holds(uint16_t test, uint32_t a, uint32_t b)
{
    switch (test) {
    case BPF_JEQ:
        return a == b;
    case BPF_JGT:
        return a > b;
    case BPF_JGE:
        return a >= b;
    default:
        assert_int_equal(test, BPF_JSET);
        return a & b;
    }
}

/* What the filter returns. It ends, because all jumps go forward. */
static uint32_t run(const struct seccomp_data *data)
{
    uint32_t a = 0, x = 0, memory[BPF_MEMWORDS] = {0};

    for (unsigned at = 0; at < filter.size; at++) {
        const struct sock_filter *f = &filter.code[at];

        switch (f->code) {
        case BPF_LD | BPF_W | BPF_ABS:
            a = load(data, f->k);
            break;
        case BPF_LD | BPF_MEM:
            a = memory[f->k];
            break;
        case BPF_ST:
            memory[f->k] = a;
            break;
        case BPF_MISC | BPF_TAX:
            x = a;
            break;
        case BPF_ALU | BPF_ADD | BPF_X:
            a += x;
            break;
        case BPF_ALU | BPF_ADD | BPF_K:
            a += f->k;
            break;
        case BPF_JMP | BPF_JA:
            at += f->k;
            break;
        case BPF_RET | BPF_K:
            return f->k;
        default:
            assert_int_equal(BPF_CLASS(f->code), BPF_JMP);
            at += test_holds(BPF_OP(f->code), a,
                             BPF_SRC(f->code) == BPF_X ? x : f->k)
                      ? f->jt
                      : f->jf;
        }
    }
    fail();
    return 0;
}

/* ---- what it should say ---- */

static bool ends_by(uint64_t start, uint64_t size, uint64_t end)
{
    return size <= UINT32_MAX && start <= end && size <= end - start;
}

static bool is_ours(uint32_t features, uint64_t nr, const uint64_t *args)
{
    switch (nr) {
    case SYS_fdatasync:
        return (features & SPT_BLOCK_FLUSH) && args[0] == DISK_FD;
    case SYS_epoll_ctl:
        return args[0] == EPOLL_FD && args[2] == NET_FD &&
               ((args[1] == 2 && (features & SPT_NET_FORGET)) ||
                (args[1] == 3 && (features & SPT_NET_CHOOSE)));
    case SYS_mprotect:
        return (features & SPT_GUARD_PAGES) && args[0] >= HEAP_START &&
               ends_by(args[0], args[1], MEM_SIZE) &&
               (args[2] == PROT_NONE || args[2] == (PROT_READ | PROT_WRITE));
    default:
        return false;
    }
}

static bool is_allowed(uint32_t features, uint64_t nr, const uint64_t *args)
{
    switch (nr) {
    case SYS_write:
        return args[0] == 1 || args[0] == NET_FD;
    case SYS_read:
        return args[0] == NET_FD;
    case SYS_exit_group:
    case SYS_rt_sigreturn:
        return true;
    case SYS_epoll_pwait:
        return args[0] == EPOLL_FD;
    case SYS_timerfd_settime:
        return args[0] == TIMER_FD;
    case SYS_clock_gettime:
        return args[0] <= 1;
    case SYS_arch_prctl:
        return args[0] == 0x1002;
    case SYS_pread64:
    case SYS_pwrite64:
        return args[0] == DISK_FD && ends_by(args[3], args[2], CAPACITY) &&
               ((features & SPT_BLOCK_MANY) ? args[2] % BLOCK == 0
                                            : args[2] == BLOCK);
    default:
        return is_ours(features, nr, args);
    }
}

/* ---- trying it ---- */

static void build(uint32_t features)
{
    static const struct manifest manifest = {
        .version = MFT_VERSION,
        .entries = 3,
        .e = {{.type = MFT_RESERVED_FIRST},
              {.type = MFT_DEV_NET_BASIC, .attached = true, .b.hostfd = NET_FD},
              {.type = MFT_DEV_BLOCK_BASIC,
               .attached = true,
               .b.hostfd = DISK_FD,
               .u.block = {.capacity = CAPACITY, .block_size = BLOCK}}},
    };
    const struct filter_grants grants = {
        .manifest = &manifest,
        .epollfd = EPOLL_FD,
        .timerfd = TIMER_FD,
        .features = features,
        .heap_start = HEAP_START,
        .mem_size = MEM_SIZE,
    };

    assert_true(filter_build(&filter, &grants));
}

static uint64_t random64(void)
{
    return (uint64_t)random() << 33 ^ (uint64_t)random() << 11 ^
           (uint64_t)random();
}

/* A number that decides something, or close to one, or any. */
static uint64_t interesting(void)
{
    static const uint64_t values[] = {
        0,          1,        2,     3,
        4,          5,        6,     0x1002,
        BLOCK,      CAPACITY, BLOCK, 2 * BLOCK,
        HEAP_START, MEM_SIZE, BLOCK, CAPACITY - BLOCK,
        UINT32_MAX, 0,        3,     UINT64_MAX - BLOCK + 1,
    };
    uint64_t value = values[random64() % (sizeof values / sizeof *values)];

    switch (random64() % 8) {
    case 0:
        return value + 1;
    case 1:
        return value - 1;
    case 2:
        return value | random64() << 32;
    case 3:
        return random64() >> random64() % 64;
    default:
        return value;
    }
}

static const unsigned calls[] = {
    SYS_read,       SYS_write,         SYS_pread64,         SYS_pwrite64,
    SYS_mprotect,   SYS_fdatasync,     SYS_epoll_pwait,     SYS_epoll_ctl,
    SYS_arch_prctl, SYS_clock_gettime, SYS_timerfd_settime, SYS_exit_group,
    SYS_openat,     SYS_rt_sigreturn,  SYS_seccomp,
};

static void assert_agrees(uint32_t features, const struct seccomp_data *data)
{
    uint64_t args[6];
    uint32_t expected = SECCOMP_RET_KILL_PROCESS;

    for (int i = 0; i < 6; i++)
        args[i] = data->args[i];
    if (is_allowed(features, (uint32_t)data->nr, args))
        expected = SECCOMP_RET_ALLOW;
    assert_int_equal(run(data), expected);
}

static void try_many(uint32_t features)
{
    build(features);
    for (int i = 0; i < 300000; i++) {
        struct seccomp_data data = {
            .nr = (int)calls[random64() % (sizeof calls / sizeof *calls)],
            .arch = AUDIT_ARCH_X86_64,
        };

        for (int j = 0; j < 6; j++)
            data.args[j] = interesting();
        assert_agrees(features, &data);
    }
}

static void a_stock_image_may_do_what_the_abi_says(void **state)
{
    (void)state;
    try_many(0);
}

static void an_image_of_ours_may_do_more(void **state)
{
    (void)state;
    try_many(SPT_BLOCK_MANY | SPT_BLOCK_FLUSH | SPT_GUARD_PAGES |
             SPT_NET_FORGET | SPT_NET_CHOOSE);
    try_many(SPT_BLOCK_FLUSH | SPT_NET_CHOOSE);
}

static void calls_of_another_kind_are_killed(void **state)
{
    struct seccomp_data data = {
        .nr = SYS_exit_group,
        .arch = AUDIT_ARCH_I386,
    };

    (void)state;
    build(0);
    assert_int_equal(run(&data), SECCOMP_RET_KILL_PROCESS);
    data.arch = AUDIT_ARCH_X86_64;
    assert_int_equal(run(&data), SECCOMP_RET_ALLOW);
    data.nr |= 0x40000000; /* x32 */
    assert_int_equal(run(&data), SECCOMP_RET_KILL_PROCESS);
    data.nr = -1;
    assert_int_equal(run(&data), SECCOMP_RET_KILL_PROCESS);
}

/* Every jump lands inside, and the last instruction is an end. */
static void assert_is_well_formed(void)
{
    for (unsigned i = 0; i < filter.size; i++) {
        const struct sock_filter *f = &filter.code[i];

        if (BPF_CLASS(f->code) == BPF_JMP && BPF_OP(f->code) != BPF_JA)
            assert_true(i + 1u + f->jt < filter.size &&
                        i + 1u + f->jf < filter.size);
    }
    assert_int_equal(BPF_CLASS(filter.code[filter.size - 1].code), BPF_RET);
}

static void there_is_room_for_63_devices(void **state)
{
    struct manifest manifest = {.version = 1, .entries = MFT_MAX_ENTRIES};
    struct filter_grants grants = {
        .manifest = &manifest, .features = UINT32_MAX, .mem_size = MEM_SIZE};

    (void)state;
    for (int i = 1; i < MFT_MAX_ENTRIES; i++)
        manifest.e[i] = (struct mft_entry){
            .type = MFT_DEV_BLOCK_BASIC,
            .attached = true,
            .b.hostfd = i + 5,
            .u.block = {.capacity = CAPACITY, .block_size = BLOCK}};
    assert_true(filter_build(&filter, &grants));
    assert_is_well_formed();
    for (int i = 1; i < MFT_MAX_ENTRIES; i++)
        manifest.e[i].type = MFT_DEV_NET_BASIC;
    assert_true(filter_build(&filter, &grants));
    assert_is_well_formed();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stock_image_may_do_what_the_abi_says),
        cmocka_unit_test(an_image_of_ours_may_do_more),
        cmocka_unit_test(calls_of_another_kind_are_killed),
        cmocka_unit_test(there_is_room_for_63_devices),
    };

    return cmocka_run_group_tests_name("filter", tests, NULL, NULL);
}
