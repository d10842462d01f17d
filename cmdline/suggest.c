#include "suggest.h"
#include <mirage/help.h>
#include <string.h>

enum { LONGEST = 48 }; /* bytes of a word that is worth a comparison */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The distance of the first `at` bytes of a from the first j of b, given the
 * rows before it; two letters swapped count as one mistake. */
static size_t step(const char *a, size_t at, const char *b, size_t j,
                   size_t rows[3][LONGEST + 1])
{
    size_t *row = rows[at % 3], *above = rows[(at + 2) % 3];
    size_t changed = above[j - 1] + (a[at - 1] != b[j - 1]);
    size_t best = least(changed, least(above[j], row[j - 1]) + 1);

    if (at > 1 && j > 1 && a[at - 1] == b[j - 2] && a[at - 2] == b[j - 1])
        best = least(best, rows[(at + 1) % 3][j - 2] + 1);
    return best;
}

static size_t distance(const char *a, size_t a_size, const char *b,
                       size_t b_size)
{
    size_t rows[3][LONGEST + 1];

    for (size_t j = 0; j <= b_size; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a_size; i++) {
        rows[i % 3][0] = i;
        for (size_t j = 1; j <= b_size; j++)
            rows[i % 3][j] = step(a, i, b, j, rows);
    }
    return rows[a_size % 3][b_size];
}

/* Of short words fewer letters can be wrong. */
static size_t mistakes_allowed(size_t size)
{
    return size < 3 ? 0 : size < 5 ? 1 : 2;
}

void mirage_nearest_try(struct mirage_nearest *nearest, const char *typo,
                        size_t size, const char *word)
{
    size_t word_size = word ? strlen(word) : 0, far;

    if (!word || size > LONGEST || word_size > LONGEST)
        return;
    far = distance(typo, size, word, word_size);
    if (far > mistakes_allowed(size))
        return;
    if (!nearest->word || far < nearest->distance)
        *nearest = (struct mirage_nearest){word, far};
}

const char *mirage_suggest(const char *typo, const char *const *words)
{
    struct mirage_nearest nearest = {0};

    for (; *words; words++)
        mirage_nearest_try(&nearest, typo, strlen(typo), *words);
    return nearest.word;
}
