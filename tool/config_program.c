#define _GNU_SOURCE
#include "config_program.h"
#include "action.h"
#include "fatal.h"
#include "home.h"
#include "log.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER  "_build/config"
#define PROGRAM FOLDER "/config"
#define DEPENDS FOLDER "/config.d"
#define STAMP   FOLDER "/stamp"

/*
 * The stamp says of each file that went into the program which one it was,
 * equal and not just older: an old copy put back counts as a change.
 */
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

/* Reads the next word of what the compiler says config.c depends on, where
 * "\ " is a blank and "\" at the end of a line continues it. */
static char *next_word(char **at)
{
    char *from = *at, *to, *word;

    from += strspn(from, " \n");
    while (from[0] == '\\' && from[1] == '\n')
        from += 2, from += strspn(from, " \n");
    word = to = from;
    while (*from && *from != ' ' && *from != '\n') {
        if (from[0] == '\\' && from[1] == ' ')
            from++;
        *to++ = *from++;
    }
    *at = *from ? from + 1 : from;
    *to = '\0';
    return *word ? word : NULL;
}

static char *make_stamp(void)
{
    char *text, *depends = action_read(DEPENDS, NULL), *at = depends, *word;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    if (!out)
        fatal("memory ran out");
    stamp_file(out, home_library());
    while (depends && (word = next_word(&at)))
        if (word[strlen(word) - 1] != ':')
            stamp_file(out, word);
    fclose(out);
    free(depends);
    return text;
}

static bool is_current(void)
{
    char *old = action_read(STAMP, NULL);
    bool same =
        old && access(PROGRAM, X_OK) == 0 && strcmp(old, make_stamp()) == 0;

    free(old);
    return same;
}

static void make_folder(void)
{
    if (mkdir("_build", 0777) == 0)
        action_write("_build/.mirage", "", 0);
    mkdir(FOLDER, 0777);
}

static const char *compiler(void)
{
    const char *own = getenv("CC");

    return own && *own ? own : "cc";
}

/* Messages shall show config.c, not what our macros are made of. */
static const char *quiet_macros(void)
{
    return strstr(compiler(), "clang") ? "-fmacro-backtrace-limit=1"
                                       : "-ftrack-macro-expansion=0";
}

static void compile(const char *config_file)
{
    const char *argv[] = {
        compiler(),
        "-std=gnu17",
        "-g",
        "-Wall",
        "-Wextra",
        "-Werror=int-conversion",
        "-Werror=incompatible-pointer-types",
        "-Werror=implicit-function-declaration",
        quiet_macros(),
        "-MD",
        "-MF",
        DEPENDS,
        "-isystem",
        format_text("%s/config/include", home_folder()),
        config_file,
        "-o",
        PROGRAM,
        home_library(),
        NULL,
    };

    unlink(STAMP);
    if (action_run(argv) != 0)
        fatal("%s does not compile: see above", config_file);
}

const char *config_program_make(const char *config_file)
{
    if (is_current())
        return PROGRAM;
    make_folder();
    compile(config_file);

    char *stamp = make_stamp();
    action_write(STAMP, stamp, strlen(stamp));
    free(stamp);
    return PROGRAM;
}
