/*
 * start_test.h: a unikernel for tests, started as platforms do. Its jobs and
 * keys are what the test puts there.
 */
#ifndef START_TEST_H
#define START_TEST_H

#include "test.h"
#include <mirage/fake.h>
#include <mirage/unikernel.h>

enum { JOBS = 3, KEYS = 3 };

/* Ended by a name that is NULL, and by NULL. */
extern struct mirage_job start_jobs[JOBS + 1];
extern struct mirage_option *start_keys[KEYS + 1];

/* Called where devices are connected; NULL: there are none. */
extern void (*start_connect)(void);

/* Without jobs and keys; for cmocka. */
int new_unikernel(void **state);

/* Starts it in a child process with these arguments, NULL at the end. */
int start_with(const char *argument, ...);

#endif
