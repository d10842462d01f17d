/*
 * switch.h: moving the processor from one stack to another. Each architecture
 * has a folder with these two functions.
 *
 * A context is the stack pointer of a function that has called mirage_switch:
 * what the calling convention lets a callee change is on the stack below it.
 * The control words of the floating point unit are not: a task that changes,
 * say, the rounding mode changes it back before it waits.
 */
#ifndef SWITCH_H
#define SWITCH_H

/*
 * Keeps the running context in *from and continues `to`. Returns when another
 * call continues *from.
 */
void mirage_switch(void **from, void *to);

/*
 * A context that calls entry() on the stack that ends at `top`, aligned to 16.
 * `entry` must not return.
 */
void *mirage_switch_frame(void *top, void (*entry)(void));

#endif
