/*
 * Comes before musl's src/internal/syscall.h: no thread is ever cancelled, so
 * a system call that may be is one like any other.
 */
#include_next "syscall.h"

#undef __syscall_cp
#define __syscall_cp(...) __syscall(__VA_ARGS__)
