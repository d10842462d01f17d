/*
 * Tells about its own faults: "null" faults once, "again" once more in the
 * handler. A stock image can set no handler, and says so.
 */
#include "guest.h"
#include <solo5/spt_abi.h>

static bool again;

__attribute__((noinline)) static void fault(void)
{
    *(volatile uint64_t *)8 = 1;
}

static void handle(const struct spt_fault *fault_data)
{
    guest_print("trap ");
    guest_print_number(fault_data->trap);
    guest_print(" at ");
    guest_print_number(fault_data->address);
    guest_print(fault_data->rip - (uint64_t)fault < 64 ? " in fault()\n"
                                                       : " elsewhere\n");
    if (again)
        fault();
}

int guest_main(const struct guest *guest)
{
    const struct spt_boot_info *boot = (void *)SPT_BOOT_INFO_BASE;
    struct spt_extension *extension = (void *)(boot + 1);

    guest_check(boot->mft - SPT_BOOT_INFO_BASE >=
                        sizeof *boot + sizeof *extension &&
                    extension->magic == SPT_EXTENSION_MAGIC,
                "there is an extension");
    guest_check(extension->features & SPT_FAULT_HANDLER,
                "a handler can be set");
    extension->fault_handler = (uint64_t)handle;
    again = guest_equal(guest->cmdline, "again");
    fault();
    return 0;
}
