/* Fuzzing: lines of mirage/context, which users edit by hand. */
#include "context.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *line = malloc(size + 1);
    const char *name, *value;

    if (!line)
        return 0;
    memcpy(line, data, size);
    line[size] = '\0';
    if (context_parse_line(line, &name, &value) &&
        strlen(name) + strlen(value) > size + strlen("true"))
        abort();
    free(line);
    return 0;
}
