#include "words.h"
#include <stdbool.h>
#include <string.h>

static bool is_blank(char c)
{
    return c && strchr(" \t\n\v\f\r", c);
}

/* No word is shorter than one character and the blank after it. */
size_t solo5_words_room(const char *line)
{
    return strlen(line) / 2 + 2;
}

/*
 * Moves the word at *from to `to`, without quotes and backslashes and with a
 * NUL; returns where the next may go, NULL if the word does not end. A word
 * never grows, so `to` stays behind *from.
 */
static char *take_word(char **from, char *to)
{
    char *at = *from;
    bool quoted = false;

    for (; *at && (quoted || !is_blank(*at)); at++) {
        if (*at == '"') {
            quoted = !quoted;
            continue;
        }
        if (*at == '\\' && !*++at)
            return NULL;
        *to++ = *at;
    }
    if (quoted)
        return NULL;
    *from = *at ? at + 1 : at;
    *to++ = '\0';
    return to;
}

int solo5_words_split(char *line, char **words)
{
    char *to = line;
    int count = 0;

    for (;;) {
        while (is_blank(*line))
            line++;
        if (!*line)
            break;
        words[count++] = to;
        to = take_word(&line, to);
        if (!to)
            return -1;
    }
    words[count] = NULL;
    return count;
}
