/*
 * number.h: digits, and the decimal numbers inside addresses.
 */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>

/* The value of a hexadecimal digit; -1 for what is none. */
int mirage_hex_digit(char c);

/*
 * Reads a number from 0 to `max`, without leading zeros, to *number. Returns
 * what follows it, or NULL if there is no such number.
 */
const char *mirage_read_decimal(const char *text, unsigned max,
                                unsigned *number);

/* The same for a number that is the rest of the text. */
bool mirage_read_last_decimal(const char *text, unsigned max, unsigned *number);

/* Writes it in decimal, up to 999, and a zero byte; returns where that is. */
char *mirage_print_decimal(unsigned number, char *text);

#endif
