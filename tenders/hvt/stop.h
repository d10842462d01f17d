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
 * Waits until `fd` can be read (POLLIN) or written (POLLOUT), which is true
 * of files at once. False if a signal came first.
 */
bool stop_wait(int fd, short events);

#endif
