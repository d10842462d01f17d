/* Things that must not work, by name; each ends the guest. */
#include "guest.h"

typedef void function(void);

/* `ret`, as data of several kinds */
static uint8_t code_in_data[1] = {0xc3};
static const uint8_t code_in_rodata[1] = {0xc3};
static uint8_t code_in_bss[1];

static void store(uint64_t address)
{
    *(volatile uint64_t *)address = 1;
}

static void run(const volatile uint8_t *code)
{
    ((function *)code)();
}

static void far(const struct guest *guest)
{
    (void)guest;
    store(0x400000000);
}

static void null(const struct guest *guest)
{
    (void)guest;
    store(8);
}

static void below_memory(const struct guest *guest)
{
    (void)guest;
    store(0xfff8);
}

static void above_memory(const struct guest *guest)
{
    store(guest->mem_size);
}

/* No thread-local variable works before its block has been set up. */
static void no_tls(const struct guest *guest)
{
    uint64_t value;

    (void)guest;
    __asm__ volatile("mov %%fs:0x28, %0" : "=r"(value));
}

static void write_text(const struct guest *guest)
{
    (void)guest;
    store((uint64_t)write_text & ~UINT64_C(7));
}

static void write_rodata(const struct guest *guest)
{
    (void)guest;
    store((uint64_t)code_in_rodata & ~UINT64_C(7));
}

static void run_data(const struct guest *guest)
{
    (void)guest;
    run(code_in_data);
}

static void run_rodata(const struct guest *guest)
{
    (void)guest;
    run(code_in_rodata);
}

static void run_bss(const struct guest *guest)
{
    (void)guest;
    *(volatile uint8_t *)code_in_bss = 0xc3;
    run(code_in_bss);
}

static void run_heap(const struct guest *guest)
{
    volatile uint8_t *code = (volatile uint8_t *)guest->heap_start + 4096;

    *code = 0xc3;
    run(code);
}

static void run_stack(const struct guest *guest)
{
    volatile uint8_t code[1];

    (void)guest;
    code[0] = 0xc3;
    run(code);
}

/* Down through the heap and the data, to what cannot be written. */
static void overflow_stack(const struct guest *guest)
{
    (void)guest;
    __asm__ volatile("1: push %rax\n jmp 1b");
}

static void undefined(const struct guest *guest)
{
    (void)guest;
    __asm__ volatile("ud2");
}

static void divide(const struct guest *guest)
{
    volatile int number = 100, zero = 0;

    (void)guest;
    number = number / zero;
}

static const struct {
    const char *name;
    void (*run)(const struct guest *guest);
} faults[] = {
    {"far", far},
    {"null", null},
    {"below-memory", below_memory},
    {"above-memory", above_memory},
    {"no-tls", no_tls},
    {"write-text", write_text},
    {"write-rodata", write_rodata},
    {"run-data", run_data},
    {"run-rodata", run_rodata},
    {"run-bss", run_bss},
    {"run-heap", run_heap},
    {"run-stack", run_stack},
    {"overflow-stack", overflow_stack},
    {"undefined", undefined},
    {"divide", divide},
};

int guest_main(const struct guest *guest)
{
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (guest_equal(guest->cmdline, faults[i].name)) {
            faults[i].run(guest);
            guest_print("survived\n");
            return 0;
        }
    guest_check(false, "there is no such fault");
    return 1;
}
