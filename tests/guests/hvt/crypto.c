/*
 * A self-test of cryptography, with vectors and with the processor's own
 * instructions for it where it says that it has them.
 */
#include "guest.h"
#include <cpuid.h>
#include <immintrin.h>

typedef uint32_t words __attribute__((vector_size(16)));

static bool equal(const void *a, const void *b, size_t size)
{
    const uint8_t *x = a, *y = b;
    uint8_t difference = 0;

    while (size--)
        difference |= *x++ ^ *y++;
    return difference == 0;
}

/* ---- ChaCha20 (RFC 8439), four columns at a time in SSE registers ---- */

static words rotate(words x, int bits)
{
    return x << bits | x >> (32 - bits);
}

static void quarter(words *a, words *b, words *c, words *d)
{
    *a += *b;
    *d = rotate(*d ^ *a, 16);
    *c += *d;
    *b = rotate(*b ^ *c, 12);
    *a += *b;
    *d = rotate(*d ^ *a, 8);
    *c += *d;
    *b = rotate(*b ^ *c, 7);
}

static words turn(words x, int by)
{
    return (words){x[by & 3], x[(by + 1) & 3], x[(by + 2) & 3],
                   x[(by + 3) & 3]};
}

static void chacha20(const words key[2], words nonce, words out[4])
{
    words a = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    words b = key[0], c = key[1], d = nonce, first = a;

    for (int i = 0; i < 10; i++) {
        quarter(&a, &b, &c, &d);
        b = turn(b, 1), c = turn(c, 2), d = turn(d, 3);
        quarter(&a, &b, &c, &d);
        b = turn(b, 3), c = turn(c, 2), d = turn(d, 1);
    }
    out[0] = a + first;
    out[1] = b + key[0];
    out[2] = c + key[1];
    out[3] = d + nonce;
}

static void test_chacha20(void)
{
    /* RFC 8439, 2.3.2 */
    const words key[2] = {{0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c},
                          {0x13121110, 0x17161514, 0x1b1a1918, 0x1f1e1d1c}};
    const words nonce = {1, 0x09000000, 0x4a000000, 0};
    const words expected[4] = {
        {0xe4e7f110, 0x15593bd1, 0x1fdd0f50, 0xc47120a3},
        {0xc7f4d1c7, 0x0368c033, 0x9aaa2204, 0x4e6cd4c3},
        {0x466482d2, 0x09aa9f07, 0x05d7c214, 0xa2028bd9},
        {0xd19c12b5, 0xb94e16de, 0xe883d0cb, 0x4e3c50a2},
    };
    words out[4];

    chacha20(key, nonce, out);
    guest_check(equal(out, expected, sizeof out), "ChaCha20");
}

/* ---- AES-128 (FIPS 197) by the processor's instructions ---- */

enum { ROUNDS = 10 };

#define WITH_AES __attribute__((target("aes")))

/* Each word is the exclusive or of all words up to it. */
WITH_AES static __m128i next_key(__m128i key, __m128i assist)
{
    key ^= _mm_slli_si128(key, 4);
    key ^= _mm_slli_si128(key, 8);
    return key ^ _mm_shuffle_epi32(assist, 0xff);
}

WITH_AES static void expand_key(__m128i k[ROUNDS + 1])
{
    k[1] = next_key(k[0], _mm_aeskeygenassist_si128(k[0], 0x01));
    k[2] = next_key(k[1], _mm_aeskeygenassist_si128(k[1], 0x02));
    k[3] = next_key(k[2], _mm_aeskeygenassist_si128(k[2], 0x04));
    k[4] = next_key(k[3], _mm_aeskeygenassist_si128(k[3], 0x08));
    k[5] = next_key(k[4], _mm_aeskeygenassist_si128(k[4], 0x10));
    k[6] = next_key(k[5], _mm_aeskeygenassist_si128(k[5], 0x20));
    k[7] = next_key(k[6], _mm_aeskeygenassist_si128(k[6], 0x40));
    k[8] = next_key(k[7], _mm_aeskeygenassist_si128(k[7], 0x80));
    k[9] = next_key(k[8], _mm_aeskeygenassist_si128(k[8], 0x1b));
    k[10] = next_key(k[9], _mm_aeskeygenassist_si128(k[9], 0x36));
}

WITH_AES static __m128i encrypt(const __m128i k[ROUNDS + 1], __m128i block)
{
    block ^= k[0];
    for (int i = 1; i < ROUNDS; i++)
        block = _mm_aesenc_si128(block, k[i]);
    return _mm_aesenclast_si128(block, k[ROUNDS]);
}

WITH_AES static void test_aes(void)
{
    /* FIPS 197, appendix C.1 */
    static const uint8_t expected[16] = {0x69, 0xc4, 0xe0, 0xd8, 0x6a, 0x7b,
                                         0x04, 0x30, 0xd8, 0xcd, 0xb7, 0x80,
                                         0x70, 0xb4, 0xc5, 0x5a};
    uint8_t plain[16], key[16];
    __m128i keys[ROUNDS + 1], out;

    for (uint8_t i = 0; i < 16; i++) {
        plain[i] = i * 0x11;
        key[i] = i;
    }
    keys[0] = _mm_loadu_si128((const __m128i *)key);
    expand_key(keys);
    out = encrypt(keys, _mm_loadu_si128((const __m128i *)plain));
    guest_check(equal(&out, expected, sizeof expected), "AES-128");
}

/* ---- AVX: registers of 32 bytes ---- */

__attribute__((target("avx2"))) static void test_avx2(void)
{
    volatile uint32_t ones[8] = {1, 1, 1, 1, 1, 1, 1, 1};
    __m256i sum = _mm256_loadu_si256((const __m256i *)ones);

    sum = _mm256_add_epi32(sum, sum);
    guest_check(_mm256_extract_epi32(sum, 0) == 2, "AVX2, low half");
    guest_check(_mm256_extract_epi32(sum, 7) == 2, "AVX2, high half");
}

/* ---- which of these there are ---- */

static bool has_aes(void)
{
    uint32_t a, b, c, d;

    return __get_cpuid(1, &a, &b, &c, &d) && c & bit_AES;
}

/* The processor has it, and whoever started us has turned it on. */
static bool has_avx2(void)
{
    uint32_t a, b, c, d;

    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE))
        return false;
    __asm__("xgetbv" : "=a"(a), "=d"(d) : "c"(0));
    return (a & 6) == 6 && __get_cpuid_count(7, 0, &a, &b, &c, &d) &&
           b & bit_AVX2;
}

int guest_main(const struct guest *guest)
{
    (void)guest;
    test_chacha20();
    guest_print("ChaCha20\n");
    if (has_aes()) {
        test_aes();
        guest_print("AES\n");
    }
    if (has_avx2()) {
        test_avx2();
        guest_print("AVX2\n");
    }
    guest_print("SUCCESS\n");
    return 0;
}
