#define _GNU_SOURCE
#include "stamp.h"
#include "action.h"
#include "fatal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void stamp_file(FILE *out, const char *path)
{
    struct stat stat_;

    if (stat(path, &stat_) < 0)
        fprintf(out, "%s is missing\n", path);
    else
        fprintf(out, "%s %ld %ld.%09ld %lu\n", path, (long)stat_.st_size,
                (long)stat_.st_mtim.tv_sec, stat_.st_mtim.tv_nsec,
                (unsigned long)stat_.st_ino);
}

/* ---- what a compiler writes with -MD ---- */

/* A line break with "\" before it, and a blank, end a word. */
static char *skip_gap(char *at)
{
    for (;;) {
        at += strspn(at, " \n");
        if (at[0] != '\\' || at[1] != '\n')
            return at;
        at += 2;
    }
}

/* In words "\ " is a blank, "\#" a '#' and "$$" a '$'. */
static char *next_word(char **at)
{
    char *from = skip_gap(*at), *to = from, *word = from;

    while (*from && *from != ' ' && *from != '\n') {
        if ((from[0] == '\\' && (from[1] == ' ' || from[1] == '#')) ||
            (from[0] == '$' && from[1] == '$'))
            from++;
        *to++ = *from++;
    }
    *at = *from ? from + 1 : from;
    *to = '\0';
    return *word ? word : NULL;
}

static void stamp_depends(FILE *out, const char *depends)
{
    char *text = action_read(depends, NULL), *at = text, *word;

    while (at && (word = next_word(&at)))
        if (word[strlen(word) - 1] != ':')
            stamp_file(out, word);
    free(text);
}

char *stamp_make(const char *const *command, const char *const *files,
                 const char *depends)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    if (!out)
        fatal("memory ran out");
    for (; *command; command++)
        fprintf(out, "%s ", *command);
    fputc('\n', out);
    for (; *files; files++)
        stamp_file(out, *files);
    stamp_depends(out, depends);
    fclose(out);
    return text;
}
