/*
 * conformance.h: what every implementation of an interface has to do. Each
 * function runs in a task and asserts; devices are connected already.
 */
#ifndef CONFORMANCE_H
#define CONFORMANCE_H

#include <mirage/block.h>
#include <mirage/clock.h>
#include <mirage/console.h>
#include <mirage/kv.h>
#include <mirage/random.h>
#include <mirage/time.h>

void conformance_time(struct mirage_time *time);
void conformance_clock(struct mirage_mclock *mclock,
                       struct mirage_pclock *pclock, struct mirage_time *time);
void conformance_random(struct mirage_random *random);

/* What the disk had before is lost. The second is of one not writable. */
void conformance_block(struct mirage_block *block);
void conformance_block_read_only(struct mirage_block *block);

/* The store has what is in the folder tests/conformance/kv. */
void conformance_kv_ro(struct mirage_kv_ro *kv);

/* Writes conformance_console_text, to be compared by whoever can see it. */
void conformance_console(struct mirage_console *console);
extern const char conformance_console_text[];

#endif
