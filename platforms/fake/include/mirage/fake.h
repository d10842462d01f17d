/*
 * mirage/fake.h: what unit tests tell the fake platform, and ask it.
 *
 *     fake_reset();
 *     assert_int_equal(mirage_run(sleeper, NULL), MIRAGE_OK);
 *     assert_string_equal(fake_log(), "...");
 *
 * Mistakes of the test end it with a message on standard error: waiting with
 * nothing to wait for, a device that was not added, an end outside of
 * fake_child.
 */
#ifndef MIRAGE_FAKE_H
#define MIRAGE_FAKE_H

#include <mirage/platform.h>

/*
 * All as at the start: clocks at 0, time zone unknown, no output, no devices,
 * nothing fails. The first call of each test.
 */
void fake_reset(void);

/* ---- time ---- */

/* Lets both clocks move, as if the running task had worked so long. */
void fake_advance(uint64_t ns);

void fake_set_wall_clock(int64_t ns);
void fake_set_time_zone(int minutes);

/* fn() is called whenever all tasks wait, before time jumps; NULL: nothing. */
void fake_when_idle(void (*fn)(void));

/* How often the platform was asked to wait or to look at devices. */
unsigned fake_yields(void);

/* ---- output, and how it was written ---- */

const char *fake_console(void);
const char *fake_log(void);
unsigned fake_log_writes(void);
void fake_forget_output(void);

/* ---- stacks ---- */

/* There is memory for `count` stacks at a time. */
void fake_limit_stacks(size_t count);

size_t fake_stacks_in_use(void);
size_t fake_stacks_made(void); /* since fake_reset */
void *fake_last_stack(void);

/* ---- start and end ---- */

/* The command line; NULL at the end. Kept, not copied. */
void fake_set_arguments(char **argv);

enum fake_end { FAKE_RETURNED, FAKE_EXITED, FAKE_ABORTED, FAKE_KILLED };

struct fake_result {
    enum fake_end end; /* how fn ended: KILLED is by a signal */
    int status;        /* what it exited with; the signal */
};

/*
 * Runs fn(arg) in a child process. Its output is read here as usual, but what
 * else it does to memory is lost.
 */
struct fake_result fake_child(void (*fn)(void *arg), void *arg);

/*
 * fn(status) is called in place of an end outside of fake_child, and does not
 * return: for fuzzing, which has no time for child processes.
 */
void fake_when_exiting(void (*fn)(int status));

/* ---- disks: of zeroes at first ---- */

void fake_add_disk(const char *name, struct mirage_disk_info info);
uint8_t *fake_disk_data(const char *name);

/*
 * After `count` more calls that work, calls fail with `error`; with MIRAGE_OK
 * they work for good.
 */
void fake_fail_disk(const char *name, size_t count, enum mirage_error error);

size_t fake_disk_flushes(const char *name);

/* ---- networks ---- */

void fake_add_net(const char *name, struct mirage_net_info info);

/* `frame`, copied, can be read from the moment `when` on. */
void fake_arrive(const char *name, uint64_t when, const void *frame,
                 size_t size);

/*
 * Takes the frame that was sent first, of the `size` bytes returned, into
 * `frame`; 0 if there is none. It fits.
 */
size_t fake_sent(const char *name, void *frame, size_t room);

/* What is sent on one arrives on the other `delay_ns` later. */
void fake_link(const char *one, const char *other, uint64_t delay_ns);

/* After `count` more frames the network is busy. */
void fake_limit_net(const char *name, size_t count);

/* From now on calls fail with `error`; with MIRAGE_OK they work again. */
void fake_fail_net(const char *name, enum mirage_error error);

#endif
