#include "../solo5/target.h"
#include "../solo5/boot.h"
#include "../solo5/print.h"
#include "../x86_64/cpu.h"
#include "../x86_64/paging.h"
#include "clock.h"
#include "devices.h"
#include "machine.h"
#include "power.h"
#include "serial.h"
#include <mirage/platform.h>

enum { PAGE_ZERO = 0x1000 };

const bool mirage_platform_guards_stacks = true;

void solo5_target_write(const char *data, size_t size)
{
    virtio_serial_write(data, size);
}

bool solo5_target_set_thread(uintptr_t pointer)
{
    cpu_write_msr(CPU_MSR_FS_BASE, pointer);
    return true;
}

bool solo5_target_protect(uintptr_t start, size_t size, bool access)
{
    return x86_paging_set(start, size,
                          access ? PAGING_READ | PAGING_WRITE : PAGING_NONE);
}

const uint8_t *solo5_target_seed(size_t *size)
{
    *size = 0;
    return NULL;
}

/* ACPI's tables are above the memory that the image maps. */
void solo5_target_ready(void)
{
    virtio_power_init(virtio_machine_loader.rsdp);
    x86_paging_init(PAGE_ZERO, PAGING_READ, solo5_machine.memory_end);
    if (virtio_machine_loader.is_cut)
        solo5_print(SOLO5_WARNING, "command line too long, truncated");
    virtio_clock_init();
    virtio_devices_init();
}

noreturn void solo5_target_halt(int status)
{
    virtio_power_off(status);
}
