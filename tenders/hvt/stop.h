/*
 * stop.h: SIGINT and SIGTERM, which end the tender in good order.
 *
 * Every place where the tender waits also waits for stop_fd() to become
 * readable, and the processor is taken out of the guest; so a signal at any
 * moment is noticed. There is one stop for the whole process.
 */
#ifndef HVT_STOP_H
#define HVT_STOP_H

#include <linux/kvm.h>
#include <stdbool.h>

/* Catches the signals; `run` is what KVM_RUN shares. */
void stop_init(struct kvm_run *run);

/* The signal that came, or 0. */
int stop_signal(void);

/* A descriptor that is readable once a signal has come; -1 before init. */
int stop_fd(void);

/*
 * Also takes the processor out of the guest, and ends the guest's wait, when
 * `signal` comes, without stopping the tender.
 */
void stop_interrupt_on(int signal);

/* As if such a signal had come. */
void stop_interrupt(void);

/* Whether such a signal has come since this was last asked. */
bool stop_was_interrupted(void);

/* Whether a signal of either kind waits to be looked at. */
bool stop_is_pending(void);

/* Lets the processor enter the guest again; before looking for signals. */
void stop_rearm(void);

/*
 * Waits until `fd` can be read (POLLIN) or written (POLLOUT), which is true
 * of files at once. False if a signal came first.
 */
bool stop_wait(int fd, short events);

#endif
