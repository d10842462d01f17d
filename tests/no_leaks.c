/* For tests of the tool, a short program that frees little by design: the
 * address sanitizer does not look for leaks. */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "detect_leaks=0";
}
