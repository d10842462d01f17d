/* The test vectors of RFC 8439. */
#include "chacha20.h"
#include "test.h"
#include <stdio.h>
#include <string.h>

/* Bytes as the RFC prints them. */
static void assert_block(const uint32_t *key, uint32_t counter,
                         const uint32_t *nonce, const char *expected)
{
    uint8_t block[CHACHA20_BLOCK_SIZE];
    char text[2 * CHACHA20_BLOCK_SIZE + 1];

    chacha20_block(key, counter, nonce, block);
    for (int i = 0; i < CHACHA20_BLOCK_SIZE; i++)
        snprintf(text + 2 * i, 3, "%02x", block[i]);
    assert_string_equal(text, expected);
}

/* Section 2.3.2: the key is the bytes 00 to 1f. */
static void the_example_of_section_2_3_2_comes_out(void **state)
{
    static const uint32_t nonce[3] = {0x09000000, 0x4a000000, 0};
    uint32_t key[8];
    uint8_t bytes[32];

    (void)state;
    for (int i = 0; i < 32; i++)
        bytes[i] = i;
    memcpy(key, bytes, sizeof(key));
    assert_block(
        key, 1, nonce,
        "10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c"
        "4ed2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a250"
        "3c4e");
}

/* Appendix A.1, vectors 1, 2 and 5, whose keys are 0. */
static void the_vectors_of_the_zero_key_come_out(void **state)
{
    static const uint32_t key[8], nonce[3], other[3] = {0, 0, 0x02000000};

    (void)state;
    assert_block(
        key, 0, nonce,
        "76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770d"
        "c7da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee"
        "6586");
    assert_block(
        key, 1, nonce,
        "9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7a"
        "ed29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b79"
        "4d6f");
    assert_block(
        key, 0, other,
        "c2c64d378cd536374ae204b9ef933fcd1a8b2288b3dfa49672ab765b54ee27"
        "c78a970e0e955c14f3a88e741b97c286f75f8fc299e8148362fa198a39531b"
        "ed6d");
}

/* Appendix A.1, vectors 3 and 4: keys with one bit set. */
static void the_vectors_of_other_keys_come_out(void **state)
{
    static const uint32_t last[8] = {[7] = 0x01000000}, nonce[3];
    static const uint32_t second[8] = {0x0000ff00};

    (void)state;
    assert_block(
        last, 1, nonce,
        "3aeb5224ecf849929b9d828db1ced4dd832025e8018b8160b82284f3c949aa"
        "5a8eca00bbb4a73bdad192b5c42f73f2fd4e273644c8b36125a64addeb006c"
        "13a0");
    assert_block(
        second, 2, nonce,
        "72d54dfbf12ec44b362692df94137f328fea8da73990265ec1bbbea1ae9af0"
        "ca13b25aa26cb4a648cb9b9d1be65b2c0924a66c54d545ec1b7374f4872e99"
        "f096");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_example_of_section_2_3_2_comes_out),
        cmocka_unit_test(the_vectors_of_the_zero_key_come_out),
        cmocka_unit_test(the_vectors_of_other_keys_come_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
