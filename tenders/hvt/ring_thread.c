/*
 * The thread behind a ring: it looks for a while, then sleeps until the guest
 * rings the doorbell, and wakes the processor if that sleeps.
 */
#define _GNU_SOURCE
#include "hvt.h"
#include "sandbox.h"
#include <err.h>
#include <inttypes.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum { SPINS = 4096, STACK_SIZE = 64 << 10 };

static void add_one(int eventfd)
{
    eventfd_write(eventfd, 1);
}

static void take_all(int eventfd)
{
    eventfd_t value;

    eventfd_read(eventfd, &value);
}

static bool look(struct ring *ring)
{
    for (unsigned i = 0; i < ring->spins; i++) {
        if (ring_pending(ring) || atomic_load(&ring->draining))
            return true;
        __builtin_ia32_pause();
    }
    return false;
}

/*
 * needs_kick is set before the last look, and the guest adds before it looks
 * at needs_kick; with full barriers between, one of them sees the other.
 */
static void await_entries(struct ring *ring)
{
    uint32_t *needs_kick = &ring->shared->needs_kick;

    if (look(ring))
        return;
    __atomic_store_n(needs_kick, 1, __ATOMIC_SEQ_CST);
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    if (!ring_pending(ring) && !atomic_load(&ring->draining))
        take_all(ring->doorbell_fd);
    __atomic_store_n(needs_kick, 0, __ATOMIC_SEQ_CST);
}

static void *serve(void *arg)
{
    struct ring *ring = arg;

    sandbox_enter();
    add_one(ring->done_fd);
    for (;;) {
        bool draining = atomic_load(&ring->draining);

        if (!ring_serve(ring)) {
            warnx("ring: Invalid guest access: gpa=0x%" PRIx64 ", sz=%" PRIu64,
                  ring->hvt->guest.refused_address,
                  ring->hvt->guest.refused_size);
            _exit(EXIT_FAILURE);
        }
        if (draining)
            atomic_store(&ring->draining, false);
        atomic_thread_fence(memory_order_seq_cst);
        if (atomic_load(&ring->waiting) || draining)
            add_one(ring->done_fd);
        await_entries(ring);
    }
}

/* A thread that no signal interrupts. */
static bool start_thread(struct ring *ring)
{
    sigset_t all, before;
    pthread_attr_t attributes;
    pthread_t thread;
    bool started;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_SIZE);
    started = pthread_create(&thread, &attributes, serve, ring) == 0;
    pthread_attr_destroy(&attributes);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

/* With one CPU, looking only keeps the guest from going on. */
static unsigned spins(void)
{
    cpu_set_t cpus;

    if (sched_getaffinity(0, sizeof(cpus), &cpus) == 0 && CPU_COUNT(&cpus) > 1)
        return SPINS;
    return 0;
}

bool ring_start(struct ring *ring, struct hvt *hvt, struct hvt_ring *shared,
                uint16_t port)
{
    ring->hvt = hvt;
    ring->doorbell_fd = eventfd(0, EFD_CLOEXEC);
    ring->done_fd = eventfd(0, EFD_CLOEXEC);
    ring->spins = spins();
    ring->shared = shared;
    if (ring->doorbell_fd >= 0 && ring->done_fd >= 0 &&
        vm_add_doorbell(&hvt->vm, port, ring->doorbell_fd) &&
        start_thread(ring)) {
        take_all(ring->done_fd); /* it is confined */
        return true;
    }
    warn("cannot serve a ring, falling back to hypercalls");
    ring->shared = NULL;
    return false;
}

void ring_drain(struct ring *ring)
{
    if (!ring->shared)
        return;
    atomic_store(&ring->draining, true);
    add_one(ring->doorbell_fd);
    while (atomic_load(&ring->draining))
        take_all(ring->done_fd);
}
