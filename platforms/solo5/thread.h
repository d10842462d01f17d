/*
 * thread.h: the memory behind the thread pointer: _Thread_local variables,
 * and what the C library keeps there. There is one thread; tasks share it.
 */
#ifndef SOLO5_THREAD_H
#define SOLO5_THREAD_H

/* Makes that memory and sets the thread pointer to it. */
void solo5_thread_init(void);

#endif
