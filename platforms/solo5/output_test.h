/* output_test.h: for tests: what the platform printed, as one string. */
#ifndef OUTPUT_TEST_H
#define OUTPUT_TEST_H

extern char output[8192];

void clear_output(void);

#endif
