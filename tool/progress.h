/*
 * progress.h: what ninja says while it builds, as shown to people. A terminal
 * has one line that counts the steps; elsewhere there is a line when work
 * begins, and one every ten seconds. Of a step that fails the compiler's words
 * are shown, and the command only with --verbose. All of it goes to standard
 * error, so that `mirage run` leaves standard output to the unikernel.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

/* Takes a line of ninja's, with the newline. */
void progress_line(const char *line);

/* No more lines come. */
void progress_end(void);

#endif
