#include "conformance.h"
#include "unikernel.gen.h"

enum mirage_error
conformance_start(struct mirage_time *time, struct mirage_mclock *mclock,
                  struct mirage_pclock *pclock, struct mirage_random *random,
                  struct mirage_console *console, struct mirage_block *block,
                  struct mirage_kv_ro *kv)
{
    conformance_time(time);
    conformance_clock(mclock, pclock, time);
    conformance_random(random);
    conformance_console(console);
    conformance_block(block);
    conformance_kv_ro(kv);
    mirage_console_log(console, "conformance: passed");
    return MIRAGE_OK;
}
