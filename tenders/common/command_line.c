#include "command_line.h"
#include <ctype.h>
#include <solo5/mft_abi.h>
#include <string.h>

struct command_line command_line_parse(int argc, char **argv)
{
    struct command_line line = {.command = COMMAND_NO_KERNEL};
    int i = 1;

    line.options = argv + (argc > 0);
    for (; i < argc && argv[i][0] == '-' && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "--help") == 0)
            return (struct command_line){.command = COMMAND_HELP};
        if (strcmp(argv[i], "--version") == 0)
            return (struct command_line){.command = COMMAND_VERSION};
        line.option_count++;
    }
    if (i < argc && strcmp(argv[i], "--") == 0)
        i++;
    if (i < argc) {
        line.command = COMMAND_RUN;
        line.kernel = argv[i];
        line.args = argv + i + 1;
    }
    return line;
}

static size_t name_size(const char *text)
{
    size_t size = 0;

    while (isascii((unsigned char)text[size]) &&
           isalnum((unsigned char)text[size]))
        size++;
    return size;
}

const char *command_line_device(const char *arg, const char *prefix, char *name)
{
    size_t prefix_size = strlen(prefix);
    size_t size;

    if (strncmp(arg, prefix, prefix_size) != 0 || arg[prefix_size] != ':')
        return NULL;
    arg += prefix_size + 1;
    size = name_size(arg);
    if (size == 0 || size >= MFT_NAME_SIZE || arg[size] != '=')
        return NULL;
    memcpy(name, arg, size);
    name[size] = '\0';
    return arg + size + 1;
}
