/*
 * signals.h: signals that ask the process to end.
 *
 * SIGINT, SIGTERM and SIGHUP call mirage_stop with 128 and their number and
 * end the wait of mirage_platform_yield; after one of them, any other ends the
 * process at once. SIGHUP stays ignored if it was when the process started, as
 * nohup wants it. SIGPIPE is ignored.
 */
#ifndef SIGNALS_H
#define SIGNALS_H

void mirage_unix_catch_signals(void);

#endif
