/* runtime_stub.h: stands in for the runtime in tests of the platform. */
#ifndef RUNTIME_STUB_H
#define RUNTIME_STUB_H

/* The last message that was logged; "" if none. */
extern char stub_message[1024];

/* What mirage_stop was called with; 0 if it was not. */
extern volatile int stub_stop_status;

/* What mirage_fault_text says of any address. */
extern const char *stub_fault_text;

#endif
