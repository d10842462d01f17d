#include "words.h"
#include "fatal.h"

const char *words_choices(const char *const *words)
{
    size_t count = 0;
    char *text;

    while (words[count])
        count++;
    text = count > 2 ? "one of " : count == 2 ? "either " : "";
    for (size_t i = 0; i < count; i++)
        text = format_text("%s%s'%s'", text,
                           i == 0           ? ""
                           : i == count - 1 ? " or "
                                            : ", ",
                           words[i]);
    return text;
}
