#include "describe.h"
#include "fatal.h"
#include "graph.h"
#include "kinds.h"
#include "project.h"
#include <stdlib.h>
#include <string.h>

/* Nodes are known by their place in the list of all nodes. */
static int number_of(const struct node *wanted)
{
    int number = 1;

    for (struct node *node = graph_nodes(); node; node = node->next, number++)
        if (node == wanted)
            return number;
    return 0;
}

static struct node *seen(struct node *node, bool evaluated)
{
    return evaluated ? node_resolve(node) : node;
}

/* ---- labels ---- */

static void print_escaped(FILE *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            fputc('\\', out);
        fputc(*text, out);
    }
}

/* What it is called in mirage/main.c, if the graph is that of the build. */
static const char *name_of(const struct node *node, bool evaluated)
{
    if (evaluated)
        return node_variable(node);
    return format_text("%s__%d", node->device.kind, number_of(node));
}

static void print_call(FILE *out, const struct device *device)
{
    if (!device->connect)
        return;
    print_escaped(out, device->connect);
    for (int i = 0; i < CONFIG_MAX && device->params[i]; i++) {
        fputs(i == 0 ? "(" : ", ", out);
        print_escaped(out, device->params[i]);
    }
    fputs(device->params[0] ? ")\\n" : "\\n", out);
}

static void print_device(FILE *out, const struct node *node, bool evaluated)
{
    fprintf(out, "%d [label=\"%s\\n", number_of(node),
            name_of(node, evaluated));
    print_call(out, &node->device);
    fputs("\", shape=\"box\"];\n", out);
}

static void print_choice(FILE *out, const struct node *node)
{
    char *text;
    size_t size;
    FILE *condition = open_memstream(&text, &size);

    if (!condition)
        fatal("memory ran out");
    value_print(node->when, condition);
    fclose(condition);
    fprintf(out, "%d [label=\"If\\n", number_of(node));
    print_escaped(out, text);
    fputs("\"];\n", out);
    free(text);
}

/* ---- edges ---- */

static void print_edge(FILE *out, const struct node *from,
                       const struct node *to, const char *attributes)
{
    fprintf(out, "%d -> %d [%s];\n", number_of(from), number_of(to),
            attributes);
}

static void print_branches(FILE *out, const struct node *node)
{
    static const char plain[] = "style=\"dotted\", headport=\"n\"";
    static const char usual[] =
        "style=\"bold\", style=\"dotted\", headport=\"n\"";
    bool yes = value_holds_by_default(node->when);

    print_edge(out, node, node->yes, yes ? usual : plain);
    print_edge(out, node, node->no, yes ? plain : usual);
}

static void print_needs(FILE *out, const struct node *node, bool evaluated)
{
    for (int i = 0; i < CONFIG_MAX && node->device.args[i]; i++)
        print_edge(out, node, seen(node->device.args[i], evaluated), "");
    for (int i = 0; i < CONFIG_MAX && node->device.deps[i]; i++)
        print_edge(out, node, seen(node->device.deps[i], evaluated),
                   "style=\"dashed\"");
}

/* ---- the graph ---- */

static bool is_shown(const struct node *node, bool evaluated)
{
    return !evaluated || (!node_is_choice(node) && node->number > 0);
}

void dot_print(FILE *out, bool evaluated)
{
    fputs("digraph G {\nordering=out;\n", out);
    for (struct node *node = graph_nodes(); node; node = node->next) {
        if (!is_shown(node, evaluated))
            continue;
        if (node_is_choice(node)) {
            print_choice(out, node);
            print_branches(out, node);
        } else {
            print_device(out, node, evaluated);
            print_needs(out, node, evaluated);
        }
    }
    fputs("}\n", out);
}
