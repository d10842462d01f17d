/* Help pages, byte for byte. */
#include "test.h"
#include <mirage/help.h>
#include <stdlib.h>
#include <string.h>

static char page[8192];
static size_t page_size;

static void append(void *to, const char *data, size_t size)
{
    (void)to;
    assert_true(page_size + size < sizeof(page));
    memcpy(page + page_size, data, size);
    page_size += size;
    page[page_size] = '\0';
}

static struct mirage_option logs = {.name = "logs",
                                    .letter = 'l',
                                    .section = "COMMON OPTIONS",
                                    .docv = "LEVEL",
                                    .env = "MIRAGE_LOGS",
                                    .doc = "Be more or less verbose."};
static struct mirage_option help = {.name = "help",
                                    .section = "COMMON OPTIONS",
                                    .docv = "FMT",
                                    .bare = "auto",
                                    .doc = "Show this help."};
static struct mirage_option target = {.name = "target",
                                      .letter = 't',
                                      .section = "PARAMETERS",
                                      .docv = "TARGET",
                                      .absent = "unix",
                                      .env = "MODE",
                                      .doc = "Target platform."};
static struct mirage_option must = {.name = "must",
                                    .section = "ZEBRAS",
                                    .docv = "VAL",
                                    .required = true,
                                    .doc = "Is needed."};
static struct mirage_option quiet = {
    .name = "quiet", .letter = 'q', .section = "APES", .doc = "Be quiet."};
static struct mirage_option *const options[] = {&target, &must, &quiet,
                                                &logs,   &help, NULL};

static const struct mirage_help_section sections[] = {
    {"DESCRIPTION", "One.\n\nTwo\nlines."},
    {"EMPTY", NULL},
    {"PARAMETERS", NULL},
    {"", NULL},
    {"COMMON OPTIONS", "These options are common."},
    {"EXIT STATUS", NULL},
    {"ENVIRONMENT", NULL},
    {0},
};
static const struct mirage_help_item items[] = {
    {"EXIT STATUS", "0", "on success."},
    {"EXIT STATUS", "0xff", "on failure."},
    {0},
};

static struct mirage_help whole = {
    .name = "hello",
    .manual = "Hello Manual",
    .synopsis = "hello [OPTION]…",
    .summary = "says hello",
    .sections = sections,
    .items = items,
    .options = options,
    .write = append,
};

static int start_over(void **state)
{
    (void)state;
    page_size = 0;
    return 0;
}

static void a_page_has_all_its_sections_in_order(void **state)
{
    static const char expected[] = "NAME\n"
                                   "       hello - says hello\n"
                                   "\n"
                                   "SYNOPSIS\n"
                                   "       hello [OPTION]…\n"
                                   "\n"
                                   "DESCRIPTION\n"
                                   "       One.\n"
                                   "\n"
                                   "       Two lines.\n"
                                   "\n"
                                   "PARAMETERS\n"
                                   "       -t TARGET, --target=TARGET "
                                   "(absent=unix or MODE env)\n"
                                   "           Target platform.\n"
                                   "\n"
                                   "APES\n"
                                   "       -q, --quiet\n"
                                   "           Be quiet.\n"
                                   "\n"
                                   "ZEBRAS\n"
                                   "       --must=VAL (required)\n"
                                   "           Is needed.\n"
                                   "\n"
                                   "COMMON OPTIONS\n"
                                   "       These options are common.\n"
                                   "\n"
                                   "       --help[=FMT] (default=auto)\n"
                                   "           Show this help.\n"
                                   "\n"
                                   "       -l LEVEL, --logs=LEVEL (absent "
                                   "MIRAGE_LOGS env)\n"
                                   "           Be more or less verbose.\n"
                                   "\n"
                                   "EXIT STATUS\n"
                                   "       0   on success.\n"
                                   "\n"
                                   "       0xff\n"
                                   "           on failure.\n"
                                   "\n"
                                   "ENVIRONMENT\n"
                                   "       MIRAGE_LOGS\n"
                                   "           See option --logs.\n"
                                   "\n"
                                   "       MODE\n"
                                   "           See option --target.\n";

    (void)state;
    mirage_help_plain(&whole);
    assert_string_equal(page, expected);
}

static const char *page_of_text(const char *text)
{
    const struct mirage_help_section one[] = {{"TEXT", text}, {0}};
    struct mirage_help short_page = whole;

    page_size = 0;
    short_page.sections = one;
    short_page.options = NULL;
    short_page.items = NULL;
    mirage_help_plain(&short_page);
    return strstr(page, "TEXT\n") + strlen("TEXT\n");
}

static void lines_end_at_80_columns(void **state)
{
    (void)state;
    assert_string_equal(
        page_of_text("aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee "
                     "fffffffff ggggggggg hhh iii"),
        "       aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff "
        "ggggggggg hhh\n"
        "       iii\n");
    assert_string_equal(
        page_of_text("aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee "
                     "fffffffff ggggggggg hhhh"),
        "       aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff "
        "ggggggggg\n"
        "       hhhh\n");
}

static void a_column_is_a_character(void **state)
{
    (void)state;
    assert_string_equal(
        page_of_text("äääääääää ööööööööö üüüüüüüüü ééééééééé ßßßßßßßßß "
                     "ççççççççç ñññññññññ ……… ø"),
        "       äääääääää ööööööööö üüüüüüüüü ééééééééé ßßßßßßßßß ççççççççç "
        "ñññññññññ ………\n"
        "       ø\n");
}

static void a_word_that_fits_no_line_is_left_whole(void **state)
{
    char text[1200];

    (void)state;
    memset(text, 'x', sizeof(text));
    memcpy(text, "short ", 6);
    strcpy(text + sizeof(text) - 5, " end");
    const char *lines = page_of_text(text);
    assert_memory_equal(lines, "       short\n       xxx", 23);
    assert_string_equal(lines + strlen(lines) - 13, "x\n       end\n");
    assert_int_equal(strspn(strchr(lines, 'x'), "x"), sizeof(text) - 11);
}

static void bytes_that_are_no_text_do_no_harm(void **state)
{
    char text[3000];

    (void)state;
    memset(text, 0x80, sizeof(text));
    text[sizeof(text) - 1] = '\0';
    text[700] = 'a';
    text[1500] = ' ';
    page_of_text(text);
    assert_int_equal(page[page_size - 1], '\n');
}

static void groff_gets_no_request_by_accident(void **state)
{
    static struct mirage_option odd = {.name = "odd-one",
                                       .section = "COMMON OPTIONS",
                                       .docv = "A\\B",
                                       .doc = ".TH is 'no' request"};
    static struct mirage_option *const table[] = {&odd, NULL};
    struct mirage_help groff = whole;

    (void)state;
    groff.options = table;
    mirage_help_groff(&groff);
    assert_ptr_equal(
        strstr(page, ".TH \"HELLO\" 1 \"\" \"\" \"Hello Manual\"\n"), page);
    assert_non_null(strstr(page,
                           ".TP 4\n\\fB\\&\\-\\-\\fR\\fB\\&odd\\-one\\fR\\&="
                           "\\fI\\&A\\eB\\fR"));
    assert_non_null(strstr(page, "\n\\&.TH is 'no' request\n"));
    assert_non_null(strstr(page, "\\&One.\n.P\n\\&Two lines.\n"));
}

static void a_typo_finds_its_word(void **state)
{
    static const char *const words[] = {"configure", "clean", "describe", "run",
                                        NULL};

    (void)state;
    assert_string_equal(mirage_suggest("confgiure", words), "configure");
    assert_string_equal(mirage_suggest("clan", words), "clean");
    assert_string_equal(mirage_suggest("rnu", words), "run");
    assert_null(mirage_suggest("x", words));
    assert_null(mirage_suggest("", words));
    assert_null(mirage_suggest("building", words));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, start_over)
    const struct CMUnitTest tests[] = {
        TEST(a_page_has_all_its_sections_in_order),
        TEST(lines_end_at_80_columns),
        TEST(a_column_is_a_character),
        TEST(a_word_that_fits_no_line_is_left_whole),
        TEST(bytes_that_are_no_text_do_no_harm),
        TEST(groff_gets_no_request_by_accident),
        TEST(a_typo_finds_its_word),
    };

    return cmocka_run_group_tests_name("help", tests, NULL, NULL);
}
