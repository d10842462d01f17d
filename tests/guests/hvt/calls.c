/*
 * Things that only a guest of hvt can do, right and wrong: the command line
 * says which.
 */
#include "hvt.h"

static const uint64_t read_only[64] = {1};

/* ---- what is refused ---- */

static void bad_port(void)
{
    hvt_out(0x3f8, 'x');
}

static void kick_without_ring(void)
{
    hvt_out(HVT_NET_RING_PORT, 0);
}

static void narrow_port(void)
{
    __asm__ volatile("outb %%al, %0" : : "Nd"((uint16_t)0x502));
}

static void read_port(void)
{
    uint32_t value;

    __asm__ volatile("inl %1, %0" : "=a"(value) : "d"((uint16_t)0x502));
}

static void no_such_call(void)
{
    uint64_t call[8] = {0};

    hvt_call(31, call);
}

static void call_number_0(void)
{
    uint64_t call[8] = {0};

    hvt_call(0, call);
}

static void block_without_disk(void)
{
    uint64_t call[8] = {0};

    hvt_call(HVT_BLOCK_READ, call);
}

static void struct_outside(void)
{
    hvt_call(HVT_WALLTIME, (const void *)hvt_boot()->mem_size);
}

static void struct_at_end(void)
{
    hvt_call(HVT_WALLTIME, (const void *)(hvt_boot()->mem_size - 8));
}

static void struct_in_text(void)
{
    hvt_call(HVT_WALLTIME, (const void *)((uint64_t)struct_in_text & ~7ull));
}

static void struct_in_rodata(void)
{
    hvt_call(HVT_POLL, read_only);
}

static void data_outside(void)
{
    struct hvt_puts call = {.data = UINT64_MAX - 3, .len = 8};

    hvt_call(HVT_PUTS, &call);
}

static void data_wraps(void)
{
    struct hvt_puts call = {.data = 0x100000, .len = UINT64_MAX - 0xfffff};

    hvt_call(HVT_PUTS, &call);
}

static void halt_instruction(void)
{
    __asm__ volatile("hlt");
}

static void bad_cookie(void)
{
    struct hvt_halt call = {.cookie = hvt_boot()->mem_size - 100};

    hvt_call(HVT_HALT, &call);
}

/* ---- what only ring 0 may do ---- */

static void page_tables(void)
{
    uint64_t base;

    __asm__ volatile("mov %%cr3, %0" : "=r"(base));
    *(volatile uint64_t *)base = 0;
}

/* Where a tender of ours keeps what ring 3 may not touch, and all around. */
static void write_above_memory(void)
{
    for (uint64_t at = hvt_boot()->mem_size; at < 1ull << 40; at += 0x1000)
        *(volatile uint64_t *)at = 0;
}

static void call_breakpoint(void)
{
    __asm__ volatile("int3");
}

static void call_interrupt(void)
{
    __asm__ volatile("int $0x21");
}

static void disable_interrupts(void)
{
    __asm__ volatile("cli");
}

static void general_protection(void)
{
    *(volatile uint64_t *)0x8000000000000000 = 0;
}

/* ---- what our tender offers ---- */

static uint8_t guard[3 * 4096] __attribute__((aligned(4096)));
static uint8_t fault_stack[4096] __attribute__((aligned(16)));
static struct mirage_hvt_fault fault;

static enum hvt_result protect(const void *page, uint32_t access)
{
    struct mirage_hvt_protect call = {
        .address = (uint64_t)page,
        .size = 4096,
        .access = access,
    };

    hvt_call(MIRAGE_HVT_PROTECT, &call);
    return call.ret;
}

static void guard_page(void)
{
    volatile uint8_t *middle = guard + 4096;

    middle[5] = 5;
    guest_check(protect(guard + 4096, MIRAGE_HVT_NO_ACCESS) == HVT_OK, "off");
    guest_check(protect(guard + 4096, MIRAGE_HVT_READ_WRITE) == HVT_OK, "on");
    guest_check(middle[5] == 5, "it holds what it held");
    guest_check(protect(guard + 4096, MIRAGE_HVT_NO_ACCESS) == HVT_OK, "off");
    guard[4095] = 1;
    guard[2 * 4096] = 1;
    guest_print("guarded\n");
    middle[0] = 1;
}

static void guard_text(void)
{
    guest_check(protect((const void *)0x100000, MIRAGE_HVT_READ_WRITE) ==
                    HVT_INVALID,
                "text is never writable");
    guest_exit(0);
}

static void on_fault(const struct mirage_hvt_fault *seen)
{
    guest_print("fault ");
    guest_print_number(seen->vector);
    guest_print(" at ");
    guest_print_number(seen->frame.cr2);
    guest_print("\n");
    if (seen->rbx == 1)
        *(volatile uint64_t *)16 = 1;
    guest_exit(9);
}

static void handle_fault(uint64_t rbx)
{
    struct mirage_hvt_fault_handler call = {
        .handler = (uint64_t)on_fault,
        .stack = (uint64_t)fault_stack + sizeof fault_stack,
        .fault = (uint64_t)&fault,
    };

    hvt_call(MIRAGE_HVT_FAULT_HANDLER, &call);
    guest_check(call.ret == HVT_OK, "a handler");
    __asm__ volatile("xor %%esp, %%esp\n movq $1, 8" : : "b"(rbx));
}

static void handler(void)
{
    handle_fault(0);
}

static void fault_in_handler(void)
{
    handle_fault(1);
}

static void seed(void)
{
    const struct mirage_hvt_info *info = hvt_info();
    uint64_t sum = 0;

    guest_check(info, "what our tender offers");
    for (unsigned i = 0; i < sizeof info->seed / 8; i++)
        sum ^= ((const uint64_t *)info->seed)[i];
    guest_print_number(sum);
    guest_print("\n");
    guest_exit(0);
}

static void cpl(void)
{
    guest_print_number(hvt_cpl());
    guest_print("\n");
    guest_exit(0);
}

/* Unlike a stock image, says where it crashed; the registers follow. */
static void crash(void)
{
    static const struct hvt_trap_frame frame = {
        .cr2 = 1, .rip = 0x123456, .cs = 8, .rsp = 0x9998, .ss = 16};
    static uint8_t after[512] __attribute__((used));
    struct hvt_halt call = {.cookie = (uint64_t)&frame, .exit_status = 255};

    hvt_call(HVT_HALT, &call);
}

static const struct {
    const char *name;
    void (*run)(void);
} actions[] = {
    {"bad-port", bad_port},
    {"kick-without-ring", kick_without_ring},
    {"narrow-port", narrow_port},
    {"read-port", read_port},
    {"no-such-call", no_such_call},
    {"call-number-0", call_number_0},
    {"block-without-disk", block_without_disk},
    {"struct-outside", struct_outside},
    {"struct-at-end", struct_at_end},
    {"struct-in-text", struct_in_text},
    {"struct-in-rodata", struct_in_rodata},
    {"data-outside", data_outside},
    {"data-wraps", data_wraps},
    {"halt-instruction", halt_instruction},
    {"bad-cookie", bad_cookie},
    {"page-tables", page_tables},
    {"write-above-memory", write_above_memory},
    {"call-breakpoint", call_breakpoint},
    {"call-interrupt", call_interrupt},
    {"disable-interrupts", disable_interrupts},
    {"general-protection", general_protection},
    {"guard-page", guard_page},
    {"guard-text", guard_text},
    {"handler", handler},
    {"fault-in-handler", fault_in_handler},
    {"seed", seed},
    {"cpl", cpl},
    {"crash", crash},
};

int guest_main(const struct guest *guest)
{
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (guest_equal(guest->cmdline, actions[i].name)) {
            actions[i].run();
            guest_print("survived\n");
            return 0;
        }
    guest_check(false, "there is no such action");
    return 1;
}
