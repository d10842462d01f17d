/* Things that must work, by name: the command line says which. */
#include "guest.h"

#define SECOND UINT64_C(1000000000)

/* ---- memory ---- */

static uint64_t initialised = 0x0123456789abcdef;
static const uint64_t constant = 42;
static uint64_t zeroed[1024];

static void globals(const struct guest *guest)
{
    volatile uint64_t *written = &initialised;

    (void)guest;
    guest_check(*written == 0x0123456789abcdef, "data is initialised");
    *written = 1;
    guest_check(*written == 1, "data can be written");
    guest_check(*(volatile const uint64_t *)&constant == 42, "a constant");
    for (size_t i = 0; i < 1024; i++)
        guest_check(((volatile uint64_t *)zeroed)[i] == 0, "bss is zero");
}

static void heap(const struct guest *guest)
{
    uint64_t stack = (uint64_t)__builtin_frame_address(0) - 4096;

    guest_check(guest->heap_start < stack, "there is a heap");
    for (uint64_t at = guest->heap_start; at < stack; at += 512) {
        volatile uint64_t *word = (volatile uint64_t *)at;

        guest_check(*word == 0, "the heap is zero");
        *word = at;
        guest_check(*word == at, "the heap can be written");
    }
}

/* ---- the processor ---- */

extern char _stdata[], _ltdata[], _ltbss[];

static _Thread_local volatile uint64_t with_value = 7;
static _Thread_local volatile uint64_t without_value;

/* A block of thread-local variables in `room`; returns its thread pointer. */
static uint64_t make_tls(uint64_t *room)
{
    size_t data_size = (size_t)_ltdata, size = data_size + (size_t)_ltbss;
    uint64_t *pointer = (uint64_t *)((char *)room + size);

    memcpy(room, _stdata, data_size);
    *pointer = (uint64_t)pointer;
    return (uint64_t)pointer;
}

static void tls(const struct guest *guest)
{
    uint64_t *room = (uint64_t *)(guest->heap_start + 4096);
    uint64_t one = make_tls(room), two = make_tls(room + 4096);

    guest_check(guest_set_tls(one) == 0, "the first block is taken");
    guest_check(with_value == 7 && without_value == 0, "its values");
    with_value = 8;
    without_value = 9;
    guest_check(guest_set_tls(two) == 0, "the second block is taken");
    guest_check(with_value == 7 && without_value == 0, "values of its own");
    guest_set_tls(one);
    guest_check(with_value == 8 && without_value == 9, "values are kept");
}

typedef float floats __attribute__((vector_size(16)));

/* Elsewhere an image must not use vectors: see meson.build. */
__attribute__((target("sse2"))) static void fpu(const struct guest *guest)
{
    volatile floats a = {1, 2, 3, 4}, b = {5, 6, 7, 8};
    floats product = a * b;
    volatile double x = 3;
    uint32_t mxcsr;
    uint16_t control;

    (void)guest;
    __asm__ volatile("mulps %1, %0"
                     : "+x"(product)
                     : "x"((floats){1, 1, 1, 2}));
    guest_check(product[0] == 5 && product[3] == 64, "vectors");
    guest_check(x / 2 == 1.5, "doubles");
    __asm__ volatile("stmxcsr %0\n fnstcw %1" : "=m"(mxcsr), "=m"(control));
    guest_check((mxcsr & ~0x3fu) == 0x1f80, "MXCSR");
    guest_check(control == 0x37f, "the x87 control word");
}

/* ---- time ---- */

static void time(const struct guest *guest)
{
    const uint64_t year_2017 = UINT64_C(1483228800) * SECOND;
    uint64_t before = guest_clock(), deadline;

    (void)guest;
    guest_check(guest_clock() >= before, "the clock goes on");
    guest_check(guest_wall_clock() > year_2017, "the wall clock");
    guest_check(guest_yield(0) == 0, "a deadline in the past");
    for (int i = 0; i < 5; i++) {
        deadline = guest_clock() + SECOND / 10;
        guest_check(guest_yield(deadline) == 0, "nothing is ready");
        guest_check(guest_clock() >= deadline, "it is not woken too early");
    }
}

static void wait(const struct guest *guest)
{
    (void)guest;
    guest_print("waits\n");
    for (;;)
        guest_yield(guest_clock() + 3600 * SECOND);
}

static void spin(const struct guest *guest)
{
    (void)guest;
    guest_print("spins\n");
    for (volatile int forever = 1; forever;)
        ;
}

/* ---- the console ---- */

static char page[4096];

static void output(const struct guest *guest)
{
    (void)guest;
    memset(page, 'x', sizeof page);
    page[sizeof page - 1] = '\n';
    guest_write(page, 0);
    guest_write(page, sizeof page);
}

/* Writes more than a pipe holds, and says so by its status alone. */
static void flood(const struct guest *guest)
{
    memset(page, 'x', sizeof page);
    for (int i = 0; i < 64; i++)
        guest_write(page, sizeof page);
    (void)guest;
    guest_exit(7);
}

static void status(const struct guest *guest)
{
    (void)guest;
    guest_exit(300);
}

static const struct {
    const char *name;
    void (*run)(const struct guest *guest);
} checks[] = {
    {"globals", globals}, {"heap", heap},     {"tls", tls},
    {"fpu", fpu},         {"time", time},     {"wait", wait},
    {"spin", spin},       {"output", output}, {"flood", flood},
    {"status", status},
};

int guest_main(const struct guest *guest)
{
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        if (!guest_equal(guest->cmdline, checks[i].name))
            continue;
        checks[i].run(guest);
        guest_print("SUCCESS\n");
        return 0;
    }
    guest_check(false, "there is no such check");
    return 1;
}
