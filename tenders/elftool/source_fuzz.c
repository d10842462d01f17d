/* Fuzzing: manifests in JSON. What is accepted must be a valid one. */
#include "source.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    struct manifest manifest;
    struct failure failure = {""};
    unsigned line = 0;

    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    if (source_parse(text, &manifest, &line, &failure)
            ? !manifest_is_valid(&manifest, manifest_size(&manifest))
            : !failure.text[0] || line == 0)
        abort();
    free(text);
    return 0;
}
