#include "conformance.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct mirage_kv_ro *store;

/* ---- values ---- */

static const struct {
    const char *key, *data;
    size_t size;
} values[] = {
    {"secret", "foo\n", 4},
    {"empty", "", 0},
    {"deep/er/value", "found\n", 6},
    {"deep.txt", "not in deep\n", 12},
    {"odd name \"?\\ *", "odd\n", 4},
    {"bytes", "\0\1\x7f\x80\xff\"\\?\?=\r\n1", 13},
};
enum { VALUES = sizeof(values) / sizeof(*values) };

static void every_value_is_got(void)
{
    for (size_t i = 0; i < VALUES; i++) {
        uint64_t whole;
        uint8_t *data;
        size_t size;

        assert(mirage_kv_size(store, values[i].key, &whole) == MIRAGE_OK);
        assert(whole == values[i].size);
        assert(mirage_kv_get(store, values[i].key, &data, &size) == MIRAGE_OK);
        assert(size == values[i].size && data[size] == 0);
        assert(memcmp(data, values[i].data, size) == 0);
        free(data);
    }
}

static void every_part_of_a_value_can_be_read(void)
{
    for (size_t i = 0; i < VALUES; i++)
        for (size_t from = 0; from <= values[i].size + 1; from++)
            for (size_t size = 0; size <= values[i].size + 1; size++) {
                size_t left = from < values[i].size ? values[i].size - from : 0;
                size_t wanted = size < left ? size : left, got;
                uint8_t data[16];

                assert(mirage_kv_read(store, values[i].key, from, size, data,
                                      &got) == MIRAGE_OK);
                assert(got == wanted);
                assert(memcmp(data, values[i].data + from, got) == 0 ||
                       got == 0);
            }
}

static void far_past_the_end_there_is_nothing(void)
{
    uint8_t data[1];
    size_t got;

    assert(mirage_kv_read(store, "secret", UINT64_MAX, 1, data, &got) ==
           MIRAGE_OK);
    assert(got == 0);
}

static void a_borrowed_value_is_the_same(void)
{
    const uint8_t *data;
    size_t size;
    enum mirage_error error = mirage_kv_borrow(store, "secret", &data, &size);

    if (error == MIRAGE_UNSUPPORTED)
        return;
    assert(error == MIRAGE_OK);
    assert(size == 4 && memcmp(data, "foo\n", 4) == 0);
    assert(mirage_kv_borrow(store, "deep", &data, &size) == MIRAGE_NOT_A_VALUE);
    assert(mirage_kv_borrow(store, "none", &data, &size) == MIRAGE_NOT_FOUND);
}

/* ---- keys ---- */

static void check_kind(const char *key, enum mirage_kv_kind wanted)
{
    enum mirage_kv_kind kind;
    enum mirage_error error = MIRAGE_OK;
    uint64_t size;
    uint8_t data[1];
    size_t got;

    if (wanted == MIRAGE_KV_DICT)
        error = MIRAGE_NOT_A_VALUE;
    if (wanted == MIRAGE_KV_NOTHING)
        error = MIRAGE_NOT_FOUND;
    assert(mirage_kv_exists(store, key, &kind) == MIRAGE_OK);
    assert(kind == wanted);
    assert(mirage_kv_size(store, key, &size) == error);
    assert(mirage_kv_read(store, key, 0, 1, data, &got) == error);
}

static void a_key_names_a_value_a_dictionary_or_nothing(void)
{
    static const char *const dicts[] = {"", "/", "deep", "/deep//er/"};
    static const char *const nothing[] = {"dee",      "deeper", "deep/e",
                                          "secret/x", "Secret", "deep/er/valu",
                                          "zzz",      "!"};

    check_kind("//secret/", MIRAGE_KV_VALUE);
    for (size_t i = 0; i < sizeof(dicts) / sizeof(*dicts); i++)
        check_kind(dicts[i], MIRAGE_KV_DICT);
    for (size_t i = 0; i < sizeof(nothing) / sizeof(*nothing); i++)
        check_kind(nothing[i], MIRAGE_KV_NOTHING);
}

static void no_key_leads_out_of_the_store(void)
{
    char long_key[5000];

    memset(long_key, 'x', sizeof(long_key) - 1);
    long_key[sizeof(long_key) - 1] = '\0';
    check_kind("..", MIRAGE_KV_NOTHING);
    check_kind("deep/../secret", MIRAGE_KV_NOTHING);
    check_kind("./secret", MIRAGE_KV_NOTHING);
    check_kind(long_key, MIRAGE_KV_NOTHING);
}

/* ---- dictionaries ---- */

static char seen[256];

/* "name " for a value and "name/ " for a dictionary, sorted into `seen`. */
static void note(const char *name, enum mirage_kv_kind kind, void *count)
{
    ++*(int *)count;
    assert(kind != MIRAGE_KV_NOTHING);
    strcat(seen, "<");
    strcat(seen, name);
    strcat(seen, kind == MIRAGE_KV_DICT ? "/>" : ">");
}

static int list(const char *key)
{
    int count = 0;

    seen[0] = '\0';
    assert(mirage_kv_list(store, key, note, &count) == MIRAGE_OK);
    return count;
}

static void a_dictionary_lists_each_name_once(void)
{
    assert(list("") == VALUES);
    assert(strstr(seen, "<deep/>") && strstr(seen, "<deep.txt>"));
    assert(strstr(seen, "<empty>") && strstr(seen, "<odd name \"?\\ *>"));
    assert(list("/deep") == 2);
    assert(strstr(seen, "<er/>") && strstr(seen, "<also>"));
    assert(list("deep/er") == 1);
    assert(strcmp(seen, "<value>") == 0);
}

static void only_a_dictionary_can_be_listed(void)
{
    int count = 0;

    assert(mirage_kv_list(store, "secret", note, &count) == MIRAGE_NOT_A_DICT);
    assert(mirage_kv_list(store, "none", note, &count) == MIRAGE_NOT_FOUND);
    assert(mirage_kv_list(store, "..", note, &count) == MIRAGE_NOT_FOUND);
    assert(count == 0);
}

void conformance_kv_ro(struct mirage_kv_ro *kv)
{
    store = kv;
    every_value_is_got();
    every_part_of_a_value_can_be_read();
    far_past_the_end_there_is_nothing();
    a_borrowed_value_is_the_same();
    a_key_names_a_value_a_dictionary_or_nothing();
    no_key_leads_out_of_the_store();
    a_dictionary_lists_each_name_once();
    only_a_dictionary_can_be_listed();
}
