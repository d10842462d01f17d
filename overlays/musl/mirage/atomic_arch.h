/*
 * Comes before musl's arch/x86_64/atomic_arch.h: where musl finds its own data
 * destroyed it ends the program the way the platform does.
 */
#include_next "atomic_arch.h"
#include <mirage/system.h>

#undef a_crash
#define a_crash() mirage_system_abort()
