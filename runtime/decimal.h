/*
 * decimal.h: the decimal digits of a floating-point number, exactly: every
 * double is a finite decimal fraction, of up to 1074 places.
 */
#ifndef DECIMAL_H
#define DECIMAL_H

enum {
    DECIMAL_WHOLE = 340,   /* digits before the point, and some to spare */
    DECIMAL_PLACES = 1100, /* after it */
};

/*
 * Each of digits[first] to digits[end - 1] is 0 to 9; the first and the last
 * are not 0, and all around them is. The point is before digits[point]. Zero
 * has no digits, and `first` where the only digit of 1 would be.
 */
struct decimal {
    int first, end, point;
    char digits[DECIMAL_WHOLE + DECIMAL_PLACES];
};

/* `value` is finite; its sign does not count. */
void mirage_decimal(struct decimal *decimal, double value);

/* Rounds to the digits before digits[end], half to even. */
void mirage_decimal_round(struct decimal *decimal, int end);

/* digits[i], 0 where there is none. */
int mirage_decimal_digit(const struct decimal *decimal, int i);

#endif
