/*
 * mirage/start.gen.h: the start functions as config.c has them. The compiler
 * includes it before anything else in each file of the project, so that one
 * that disagrees is an error even where unikernel.gen.h is forgotten; hence it
 * includes nothing itself, and is plain C that any file can begin with.
 */
#include "fatal.h"
#include "kinds.h"
#include "project.h"

static bool is_start(const struct node *node)
{
    return node_is_job(node) && node->device.connect;
}

/* The i-th device that a start function is given; NULL at the end. */
static const struct node *parameter(const struct node *job, size_t i)
{
    for (size_t at = 0; at < CONFIG_MAX && job->device.args[at]; at++) {
        const struct node *arg = node_resolve(job->device.args[at]);

        if (node_has_value(arg) && i-- == 0)
            return arg;
    }
    return NULL;
}

static void emit_types(FILE *out, const struct node *job)
{
    const struct node *arg;

    for (size_t i = 0; (arg = parameter(job, i)); i++)
        fprintf(out, "%s;\n", kind_type(arg->device.kind));
}

/* The compiler shows this place where unikernel.c disagrees. The name of the
 * function stands below `JOB(`, since it believes in the column as well. */
static void emit_place(FILE *out, const struct device *device)
{
    struct place place = device_place(device);

    fprintf(out, "\nenum mirage_error\n#line %d ", place.line);
    emit_quoted(out, format_text("../../%s", place.file));
    fputc('\n', out);
}

static void emit_prototype(FILE *out, const struct node *job)
{
    const struct node *arg;

    emit_place(out, &job->device);
    fprintf(out, "    %s(", job->device.connect);
    for (size_t i = 0; (arg = parameter(job, i)); i++)
        fprintf(out, "%s%s *%s", i > 0 ? ", " : "", kind_type(arg->device.kind),
                node_variable(arg));
    fprintf(out, "%s);\n", parameter(job, 0) ? "" : "void");
}

static void for_each_start(FILE *out,
                           void (*fn)(FILE *out, const struct node *job))
{
    for (size_t i = 0; i < project.devices.count; i++)
        if (is_start(project.devices.items[i]))
            fn(out, project.devices.items[i]);
}

void emit_start(FILE *out)
{
    emit_marker(out, "/* ", " */");
    fputs("#ifndef START_GEN_H\n#define START_GEN_H\n\n"
          "enum mirage_error;\n",
          out);
    for_each_start(out, emit_types);
    for_each_start(out, emit_prototype);
    fputs("\n#endif\n", out);
}
