#include "../switch.h"
#include <stdint.h>

enum { SAVED_REGISTERS = 6 };

void *mirage_switch_frame(void *top, void (*entry)(void))
{
    uintptr_t *sp = top;

    *--sp = 0; /* where entry() would return to: backtraces end here */
    *--sp = (uintptr_t)entry;
    for (int i = 0; i < SAVED_REGISTERS; i++)
        *--sp = 0;
    return sp;
}
