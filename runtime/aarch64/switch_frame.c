#include "../switch.h"
#include <stdint.h>

enum { FRAME_WORDS = 20, FRAME_POINTER = 0, LINK = 1 };

void *mirage_switch_frame(void *top, void (*entry)(void))
{
    uintptr_t *sp = (uintptr_t *)top - FRAME_WORDS;

    for (int i = 0; i < FRAME_WORDS; i++)
        sp[i] = 0;
    sp[FRAME_POINTER] = 0; /* backtraces end here */
    sp[LINK] = (uintptr_t)entry;
    return sp;
}
