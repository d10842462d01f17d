#include "boot.h"
#include "pages.h"
#include "words.h"
#include <mirage/exit.h>
#include <mirage/platform.h>
#include <string.h>

static void fail(const char *message)
{
    mirage_platform_log_write(message, strlen(message));
    mirage_platform_exit(MIRAGE_EXIT_ARGUMENTS);
}

/* Pages, as an image that has no other use for malloc need not contain it. */
static void *allocate(size_t size)
{
    return (void *)solo5_pages_alloc(solo5_whole_pages(size));
}

void mirage_platform_arguments(int *argc, char ***argv)
{
    size_t words_size =
        (solo5_words_room(solo5_arguments) + 1) * sizeof(**argv);
    size_t line_size = strlen(solo5_arguments) + 1;
    char **words = allocate(words_size + line_size);
    char *line = (char *)words + words_size;
    int count;

    if (!words)
        fail("mirage: memory ran out for the command line\n");
    memcpy(line, solo5_arguments, line_size);
    words[0] = "mirage";
    count = solo5_words_split(line, words + 1);
    if (count < 0)
        fail("mirage: the command line ends inside of quotes or after a "
             "lone backslash\n");
    *argc = count + 1;
    *argv = words;
}
