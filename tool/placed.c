#define _GNU_SOURCE
#include "placed.h"
#include "action.h"
#include "fatal.h"
#include "generated.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Calls fn with each path in the list. */
static void for_each(void (*fn)(const char *path, void *arg), void *arg)
{
    char *text =
        generated_is_ours(PLACED_LIST) ? action_read(PLACED_LIST, NULL) : NULL;
    char *at = text, *line;

    strsep(&at, "\n"); /* the mark */
    while ((line = strsep(&at, "\n")))
        if (*line)
            fn(line, arg);
    free(text);
}

/* What is noted, and one more. */
static const char *added;
static bool is_noted;

static void print(const char *path, void *out)
{
    is_noted |= strcmp(path, added) == 0;
    fprintf(out, "%s\n", path);
}

static void emit(FILE *out)
{
    emit_marker(out, "# ", "");
    is_noted = false;
    for_each(print, out);
    if (!is_noted)
        fprintf(out, "%s\n", added);
}

void placed_add(const char *path)
{
    added = path;
    generated_write(PLACED_LIST, emit);
}

static void remove_one(const char *path, void *unused)
{
    (void)unused;
    action_remove(path);
}

void placed_remove(void)
{
    for_each(remove_one, NULL);
    generated_remove(PLACED_LIST);
}
