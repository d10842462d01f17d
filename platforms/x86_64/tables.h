/*
 * tables.h: the descriptor tables of ring 0.
 */
#ifndef X86_64_TABLES_H
#define X86_64_TABLES_H

#include <stdint.h>

/*
 * Selectors; code and data are where a tender has them, too, since it looks
 * at what they mean when it looks at the guest.
 */
enum { TABLES_CODE = 8, TABLES_DATA = 16, TABLES_TASK = 24 };

/* Loads a GDT and an IDT of our own. Faults then go to x86_traps_handle. */
void x86_tables_init(void);

/* Interrupt `vector`, from 32 to 47, goes to the code at `handler`. */
void x86_tables_set_interrupt(unsigned vector, uintptr_t handler);

#endif
