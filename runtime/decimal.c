#include "decimal.h"
#include <stdint.h>

/* A double is mantissa * 2^exponent: IEEE 754, binary64. */
enum { MANTISSA_BITS = 52, EXPONENT_MASK = 0x7ff, BIAS = 1023 + MANTISSA_BITS };

/* Ten times what is less than 2^28 fits in 32 bits. */
enum { SHIFT_MAX = 28 };

int mirage_decimal_digit(const struct decimal *decimal, int i)
{
    return i >= decimal->first && i < decimal->end ? decimal->digits[i] : 0;
}

/* Takes zeroes off both ends. */
static void strip(struct decimal *decimal)
{
    while (decimal->first < decimal->end && !decimal->digits[decimal->first])
        decimal->first++;
    while (decimal->first < decimal->end && !decimal->digits[decimal->end - 1])
        decimal->end--;
    if (decimal->first >= decimal->end)
        decimal->first = decimal->end = decimal->point - 1;
}

/* ---- from binary ---- */

static void put_whole(struct decimal *decimal, uint64_t value)
{
    decimal->first = decimal->end = decimal->point = DECIMAL_WHOLE;
    for (; value; value /= 10)
        decimal->digits[--decimal->first] = value % 10;
}

/* By 2^shift. */
static void multiply(struct decimal *decimal, unsigned shift)
{
    uint64_t carry = 0;
    int i = decimal->end;

    while (i > decimal->first || carry) {
        carry += (uint64_t)mirage_decimal_digit(decimal, --i) << shift;
        decimal->digits[i] = carry % 10;
        carry /= 10;
    }
    decimal->first = i;
}

static void divide(struct decimal *decimal, unsigned shift)
{
    uint32_t rest = 0;
    int i = decimal->first;

    for (; i < decimal->end || rest; i++) {
        rest = rest * 10 + mirage_decimal_digit(decimal, i);
        decimal->digits[i] = rest >> shift;
        rest &= ((uint32_t)1 << shift) - 1;
    }
    decimal->end = i;
}

static void scale(struct decimal *decimal, int exponent)
{
    for (; exponent > SHIFT_MAX; exponent -= SHIFT_MAX)
        multiply(decimal, SHIFT_MAX);
    for (; exponent < -SHIFT_MAX; exponent += SHIFT_MAX)
        divide(decimal, SHIFT_MAX);
    if (exponent > 0)
        multiply(decimal, exponent);
    else
        divide(decimal, -exponent);
}

void mirage_decimal(struct decimal *decimal, double value)
{
    union {
        double value;
        uint64_t bits;
    } ieee = {value};
    uint64_t mantissa = ieee.bits & (((uint64_t)1 << MANTISSA_BITS) - 1);
    int exponent = ieee.bits >> MANTISSA_BITS & EXPONENT_MASK;

    if (exponent)
        mantissa |= (uint64_t)1 << MANTISSA_BITS;
    put_whole(decimal, mantissa);
    scale(decimal, (exponent ? exponent : 1) - BIAS);
    strip(decimal);
}

/* ---- rounding ---- */

/*
 * Whether what begins at digits[end] is more than half, or is half ("5", as
 * there are no zeroes at the end) and comes after an odd digit.
 */
static int rounds_up(const struct decimal *decimal, int end)
{
    int next = mirage_decimal_digit(decimal, end);

    if (next != 5 || decimal->end > end + 1)
        return next >= 5;
    return mirage_decimal_digit(decimal, end - 1) % 2;
}

/* Adds 1 to digits[i], which may be one before the first. */
static void count_up(struct decimal *decimal, int i)
{
    for (; mirage_decimal_digit(decimal, i) == 9; i--)
        decimal->digits[i] = 0;
    decimal->digits[i] = mirage_decimal_digit(decimal, i) + 1;
    if (i < decimal->first)
        decimal->first = i;
}

void mirage_decimal_round(struct decimal *decimal, int end)
{
    int up;

    if (decimal->end <= end)
        return;
    up = rounds_up(decimal, end);
    decimal->end = end;
    if (up)
        count_up(decimal, end - 1);
    strip(decimal);
}
