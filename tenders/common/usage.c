#define _GNU_SOURCE
#include "usage.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

noreturn void usage(const struct tender_kind *kind)
{
    const struct tender_module *const *module;

    fprintf(stderr,
            "usage: %s [ CORE OPTIONS ] [ MODULE OPTIONS ] [ -- ] KERNEL "
            "[ ARGS ]\n"
            "KERNEL is the filename of the unikernel to run.\n"
            "ARGS are optional arguments passed to the unikernel.\n"
            "Core options:\n",
            program_invocation_short_name);
    for (module = kind->modules; *module; module++)
        if ((*module)->core_usage)
            fputs((*module)->core_usage, stderr);
    fputs("Compiled-in modules: ", stderr);
    for (module = kind->modules; *module; module++)
        if ((*module)->name)
            fprintf(stderr, "%s ", (*module)->name);
    fputs("\nCompiled-in module options:\n", stderr);
    for (module = kind->modules; *module; module++)
        if ((*module)->usage)
            fputs((*module)->usage, stderr);
    exit(EXIT_FAILURE);
}

noreturn void usage_version(const struct tender_kind *kind)
{
    fprintf(stderr, "%s tender, version %s\nABI version %u\n",
            program_invocation_short_name, TENDER_VERSION, kind->abi.version);
    exit(EXIT_SUCCESS);
}
