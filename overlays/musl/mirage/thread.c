/*
 * What musl's start-up code does on Linux, as far as an image needs it, and
 * the few things it does in assembly because they are system calls.
 */
#include "libc.h"
#include "pthread_impl.h"
#include <mirage/system.h>

const size_t mirage_system_thread_size = sizeof(struct pthread);

void mirage_system_thread(void *thread, const char *name)
{
    struct pthread *self = thread;

    self->self = self;
    self->canary = __stack_chk_guard;
    self->tid = 1;
    self->detach_state = DT_JOINABLE;
    self->locale = &libc.global_locale;
    self->robust_list.head = &self->robust_list.head;
    self->next = self->prev = self;
    libc.page_size = PAGE_SIZE;
    __progname = __progname_full = (char *)name;
}

/* There is one thread, and it stays: pthread_create fails with EAGAIN. */
volatile int __thread_list_lock;

void *__copy_tls(unsigned char *mem)
{
    return mem;
}

hidden int __clone(int (*fn)(void *), void *stack, int flags, void *arg, ...)
{
    (void)fn, (void)stack, (void)flags, (void)arg;
    return -ENOSYS;
}

_Noreturn hidden void __unmapself(void *start, size_t size)
{
    (void)start, (void)size;
    mirage_system_abort();
}

pid_t vfork(void)
{
    errno = ENOSYS;
    return -1;
}

/* No handler returns: there are none. */
hidden void __restore_rt(void)
{
}
