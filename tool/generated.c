#define _GNU_SOURCE
#include "generated.h"
#include "action.h"
#include "fatal.h"
#include "log.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool generated_is_ours(const char *path)
{
    char *text = action_read(path, NULL);
    bool ours = false;

    if (text) {
        text[strcspn(text, "\n")] = '\0';
        ours = strstr(text, MARKER " ") != NULL;
    }
    free(text);
    return ours;
}

static bool is_there(const char *path)
{
    struct stat stat;

    return lstat(path, &stat) == 0;
}

char *generated_text(void (*emit)(FILE *out), size_t *size)
{
    char *text;
    FILE *out = open_memstream(&text, size);

    if (!out)
        fatal("memory ran out");
    emit(out);
    fclose(out);
    return text;
}

void generated_write(const char *path, void (*emit)(FILE *out))
{
    size_t size;
    char *text;

    if (is_there(path) && !generated_is_ours(path)) {
        log_warning("%s was not made by mirage: it stays as it is", path);
        return;
    }
    text = generated_text(emit, &size);
    action_write(path, text, size);
    free(text);
}

void generated_remove(const char *path)
{
    if (!is_there(path))
        return;
    if (generated_is_ours(path))
        action_remove(path);
    else
        log_info("Skipped %s", path);
}
