#define _GNU_SOURCE
#include "config_compiler.h"
#include "color.h"
#include "fatal.h"
#include "home.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* CC may have options: "ccache gcc". */
static size_t add_compiler(const char **argv, size_t room)
{
    const char *own = getenv("CC");
    char *words = format_text("%s", own && *own ? own : "cc"), *word;
    size_t count = 0;

    while ((word = strsep(&words, " ")))
        if (*word && count < room)
            argv[count++] = word;
    if (count == 0)
        argv[count++] = "cc";
    return count;
}

/* So that the program knows config.c by a path within the project: place.h. */
static const char *folder_is_dot(void)
{
    char *folder = getcwd(NULL, 0);

    if (!folder)
        fatal("the project's folder is gone");
    return format_text("-fdebug-prefix-map=%s=.", folder);
}

/* Messages show config.c, not what our macros are made of; gcc does that by
 * itself, and this is another word for an option it has anyway. */
static const char *quiet_macros(const char *compiler)
{
    return strstr(compiler, "clang") ? "-fmacro-backtrace-limit=1" : "-g";
}

const char *const *config_compiler(const char *config_file, const char *program,
                                   const char *depends)
{
    static const char *argv[64];
    size_t count = add_compiler(argv, 32);
    const char *const options[] = {
        "-std=gnu17",
        "-g",
        quiet_macros(argv[0]),
        "-no-pie",
        folder_is_dot(),
        "-Wall",
        "-Wextra",
        /* Mistakes that C lets pass with a warning. */
        "-Werror=int-conversion",
        "-Werror=incompatible-pointer-types",
        "-Werror=implicit-function-declaration",
        "-Werror=implicit-int",
        color_is_on() ? "-fdiagnostics-color=always"
                      : "-fdiagnostics-color=never",
        "-MD",
        "-MF",
        depends,
        "-isystem",
        format_text("%s/config/include", home_folder()),
        config_file,
        "-o",
        program,
        home_library(),
        NULL,
    };

    memcpy(argv + count, options, sizeof(options));
    return argv;
}
