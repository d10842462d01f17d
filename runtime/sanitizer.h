/*
 * sanitizer.h: telling AddressSanitizer which stack is in use. Without it,
 * these are nothing.
 *
 * A move to another stack is sanitizer_leave(), mirage_switch() and, on the
 * other side, sanitizer_arrive().
 */
#ifndef SANITIZER_H
#define SANITIZER_H

#include <stddef.h>

/* What the sanitizer wants to know of a stack. Starts as {0}. */
struct sanitizer_stack {
    void *fake_stack;
    const void *bottom; /* of the first stack NULL until it was left */
    size_t size;
};

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ADDRESS_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER
#endif

#ifdef HAS_ADDRESS_SANITIZER

#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>

/* `from` is NULL if nothing on it is used any more. */
static inline void sanitizer_leave(struct sanitizer_stack *from,
                                   const struct sanitizer_stack *to)
{
    __sanitizer_start_switch_fiber(from ? &from->fake_stack : NULL, to->bottom,
                                   to->size);
}

/* The first arrival is from the `first` stack, which learns its place so. */
static inline void sanitizer_arrive(const struct sanitizer_stack *to,
                                    struct sanitizer_stack *first)
{
    const void *bottom;
    size_t size;

    __sanitizer_finish_switch_fiber(to->fake_stack, &bottom, &size);
    if (!first->bottom)
        *first = (struct sanitizer_stack){first->fake_stack, bottom, size};
}

/* A stack is used again: what its last user left behind is void. */
static inline void sanitizer_renew(struct sanitizer_stack *stack, void *bottom,
                                   size_t size)
{
    *stack = (struct sanitizer_stack){NULL, bottom, size};
    __asan_unpoison_memory_region(bottom, size);
}

#else

static inline void sanitizer_leave(struct sanitizer_stack *from,
                                   const struct sanitizer_stack *to)
{
    (void)from, (void)to;
}

static inline void sanitizer_arrive(const struct sanitizer_stack *to,
                                    struct sanitizer_stack *first)
{
    (void)to, (void)first;
}

static inline void sanitizer_renew(struct sanitizer_stack *stack, void *bottom,
                                   size_t size)
{
    (void)stack, (void)bottom, (void)size;
}

#endif

#endif
