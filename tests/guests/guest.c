#include "guest.h"

/* The host's kernel must not run an image: it has no such interpreter. */
__attribute__((section(".interp"), used)) static const char interpreter[24] =
    "/nonexistent/solo5/";

/* The compiler calls these two for copies and for initial values. */
void *memcpy(void *restrict to, const void *restrict from, size_t size)
{
    for (size_t i = 0; i < size; i++)
        ((char *)to)[i] = ((const char *)from)[i];
    return to;
}

void *memset(void *to, int c, size_t size)
{
    for (size_t i = 0; i < size; i++)
        ((char *)to)[i] = (char)c;
    return to;
}

void guest_print(const char *text)
{
    size_t size = 0;

    while (text[size])
        size++;
    guest_write(text, size);
}

void guest_print_number(uint64_t number)
{
    char digits[21];
    char *at = digits + sizeof digits - 1;

    *at = '\0';
    do {
        *--at = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    guest_print(at);
}

bool guest_equal(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return *a == *b;
}

unsigned guest_find(const struct guest *guest, const char *name, uint32_t type)
{
    const struct mft *mft = guest->mft;

    for (unsigned i = 1; i < mft->entries; i++)
        if (mft->e[i].type == type && guest_equal(mft->e[i].name, name))
            return i;
    guest_check(false, name);
    return 0;
}

void guest_check(bool true_thing, const char *text)
{
    if (true_thing)
        return;
    guest_print("FAILED: ");
    guest_print(text);
    guest_print("\n");
    guest_exit(1);
}
