/*
 * solo5-elftool: makes the manifest of an image, and shows what an image says
 * about itself. Failures are told on standard error; the status is then 1.
 */
#define _GNU_SOURCE
#include "generate.h"
#include "query.h"
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int usage(void)
{
    fprintf(stderr,
            "usage: %s COMMAND ...\n"
            "\n"
            "COMMAND is:\n"
            "    gen-manifest SOURCE OUTPUT:\n"
            "        Generate application manifest from SOURCE, writing to "
            "OUTPUT.\n"
            "        Either may be '-', for standard input or output.\n"
            "    query-abi BINARY:\n"
            "        Display ABI information for BINARY.\n"
            "    query-manifest BINARY:\n"
            "        Display application manifest for BINARY.\n",
            program_invocation_short_name);
    return EXIT_FAILURE;
}

static bool is_command(int argc, char **argv, const char *name, int arguments)
{
    return argc == 2 + arguments && strcmp(argv[1], name) == 0;
}

int main(int argc, char **argv)
{
    if (is_command(argc, argv, "gen-manifest", 2))
        return generate_manifest(argv[2], argv[3]);
    if (is_command(argc, argv, "query-abi", 1))
        return query_abi(argv[2]);
    if (is_command(argc, argv, "query-manifest", 1))
        return query_manifest(argv[2]);
    return usage();
}
