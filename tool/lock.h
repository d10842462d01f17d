/*
 * lock.h: one `mirage` at a time changes a project.
 */
#ifndef LOCK_H
#define LOCK_H

/*
 * Waits until no other process changes the project in the working folder. Held
 * until the tool ends or unlocks it; programs that it runs meanwhile may run
 * it again and are not kept waiting.
 */
void lock_project(void);

/* Before the tool becomes another program. */
void unlock_project(void);

#endif
