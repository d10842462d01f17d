/* Fuzzing: values of --logs. What passes the check can be set. */
#include <mirage/fake.h>
#include <mirage/log.h>
#include <stdlib.h>
#include <string.h>

MIRAGE_LOG_SOURCE(netif, "netif");

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    const char *wrong;

    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    fake_reset();
    wrong = mirage_check_logs(text);
    if (wrong && (!*wrong || strlen(wrong) >= 200))
        abort();
    if (!wrong && strlen(text) < 10000)
        mirage_log_configure(text);
    if (netif.level > MIRAGE_LOG_DEBUG)
        abort();
    free(text);
    return 0;
}
