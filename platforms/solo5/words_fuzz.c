/* Any command line splits within its room, or is refused. */
#include "words.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *line = malloc(size + 1);
    size_t room;
    char **words;
    int count;

    memcpy(line, data, size);
    line[size] = '\0';
    room = solo5_words_room(line);
    words = malloc(room * sizeof(*words));
    count = solo5_words_split(line, words);
    for (int i = 0; i < count; i++)
        if (strlen(words[i]) > size)
            abort();
    if (count >= 0 && (words[count] || (size_t)count >= room))
        abort();
    free(words);
    free(line);
    return 0;
}
