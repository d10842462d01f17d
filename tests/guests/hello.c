/* Says what its arguments are, and ends well if they are "Hello_Solo5". */
#include "guest.h"

int guest_main(const struct guest *guest)
{
    guest_print("Command line is: '");
    guest_print(guest->cmdline);
    guest_print("'\n");
    if (!guest_equal(guest->cmdline, "Hello_Solo5"))
        return 1;
    guest_print("SUCCESS\n");
    return 0;
}
