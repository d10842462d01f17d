#define _GNU_SOURCE
#include "describe.h"
#include "command_line.h"
#include "context.h"
#include "fatal.h"
#include "keys.h"
#include "launch.h"
#include "log.h"
#include "options.h"
#include "packages.h"
#include "project.h"
#include "tool.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* ---- text ---- */

/* Starts an item: with its label the first time, below it later. */
static void start_item(const char *label, bool first)
{
    printf(first ? "%-11s" : ",\n%11s", first ? label : "");
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(key_option_name(*(struct key *const *)a),
                  key_option_name(*(struct key *const *)b));
}

/* On one line, whatever it is. */
static void print_value(const char *value)
{
    for (; *value; value++) {
        if (*value == '\n')
            fputs("\\n", stdout);
        else
            putchar(*value);
    }
}

static void print_keys(struct key_list keys)
{
    qsort(keys.items, keys.count, sizeof(*keys.items), compare_names);
    for (size_t i = 0; i < keys.count; i++) {
        const char *value = key_value(keys.items[i]);

        start_item("Keys", i == 0);
        printf("%s=", key_option_name(keys.items[i]));
        print_value(value ? value : "");
        fputs(key_is_given(keys.items[i]) ? "" : " (default)", stdout);
    }
    putchar('\n');
}

static void print_packages(void)
{
    struct package_use *use = packages_of(project.devices);

    for (struct package_use *at = use; at; at = at->next) {
        start_item("Packages", at == use);
        emit_package(stdout, at);
    }
    if (use)
        putchar('\n');
}

static void print_text(bool evaluated)
{
    printf("%-11s%s\n", "Name", project.name);
    if (option_output.value)
        printf("%-11s%s\n", "Output", project.output);
    print_keys(evaluated ? project.keys : all_keys());
    if (log_is_verbose())
        print_packages();
}

/* ---- dot ---- */

static void show_dot(bool evaluated)
{
    const char *command =
        option_dot_command.value ? option_dot_command.value : "xdot";
    FILE *out = popen(command, "we");
    int status;

    signal(SIGPIPE, SIG_IGN); /* who leaves early says so by its status */
    if (!out)
        fatal("cannot run %s", command);
    dot_print(out, evaluated);
    status = pclose(out);
    if (status != 0)
        fatal("the command '%s' failed: see --dot-command, or use -o- to print "
              "the graph",
              command);
}

static void write_dot(const char *path, bool evaluated)
{
    FILE *out = fopen(launch_path(path), "we");

    if (!out)
        fatal("cannot write %s: %m", path);
    dot_print(out, evaluated);
    if (fclose(out) != 0)
        fatal("cannot write %s: %m", path);
}

/* What --output was when configuring names the unikernel, not this file. */
static void put_dot(bool evaluated)
{
    const char *path = option_output.count > 0 ? option_output.value : NULL;

    if (!path)
        show_dot(evaluated);
    else if (strcmp(path, "-") == 0)
        dot_print(stdout, evaluated);
    else
        write_dot(path, evaluated);
}

/* ---- the command ---- */

static bool is_evaluated(void)
{
    if (option_eval.value || option_no_eval.value)
        return !option_no_eval.value;
    return context_exists();
}

void describe_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    if (option_eval.count && option_no_eval.count)
        command_line_error(tool_command,
                           "options --eval and --no-eval contradict each "
                           "other");
    tool_need_project();
    if (option_dot.value)
        put_dot(is_evaluated());
    else
        print_text(is_evaluated());
}
