/*
 * mirage/main.c: connects the devices, in order, and lists the jobs. People
 * learn from it, so it looks as if written by hand.
 */
#include "fatal.h"
#include "kinds.h"
#include "packages.h"
#include "project.h"
#include "version.h"
#include <string.h>

static bool is_first_with_header(size_t at)
{
    const char *header = project.devices.items[at]->device.header;

    for (size_t i = 0; i < at; i++) {
        const char *earlier = project.devices.items[i]->device.header;

        if (earlier && strcmp(earlier, header) == 0)
            return false;
    }
    return true;
}

static void emit_includes(FILE *out)
{
    fputs("#include \"unikernel.gen.h\"\n", out);
    for (size_t i = 0; i < project.devices.count; i++) {
        const char *header = project.devices.items[i]->device.header;

        if (header && is_first_with_header(i))
            fprintf(out, "#include \"%s\"\n", header);
    }
    fputs("#include <mirage/unikernel.h>\n\n", out);
}

/* ---- what app_info tells ---- */

static bool has_info(void)
{
    for (size_t i = 0; i < project.devices.count; i++)
        if (strcmp(project.devices.items[i]->device.kind, "info") == 0)
            return true;
    return false;
}

static void emit_info(FILE *out)
{
    struct package_use *use = packages_of(project.devices);

    fputs("static const char *const unikernel_packages[] = {\n", out);
    for (; use; use = use->next)
        fprintf(out, "    \"%s\",\n", use->name);
    fputs("    0,\n};\n\n", out);
    fprintf(out,
            "static const struct mirage_info unikernel_info = {\n"
            "    .name = \"%s\",\n"
            "    .target = \"%s\",\n"
            "    .packages = unikernel_packages,\n"
            "};\n\n",
            project.name, project.target);
}

/* ---- devices ---- */

static void emit_arguments(FILE *out, const struct node *node)
{
    const char *comma = "";

    for (size_t i = 0; i < CONFIG_MAX && node->device.params[i]; i++) {
        fprintf(out, "%s%s", comma, node->device.params[i]);
        comma = ", ";
    }
    for (size_t i = 0; i < CONFIG_MAX && node->device.args[i]; i++) {
        const struct node *arg = node_resolve(node->device.args[i]);

        if (!node_has_value(arg))
            continue;
        fprintf(out, "%s%s", comma, node_variable(arg));
        comma = ", ";
    }
}

static void emit_variables(FILE *out)
{
    bool any = false;

    for (size_t i = 0; i < project.devices.count; i++) {
        const struct node *node = project.devices.items[i];

        if (!node_has_value(node))
            continue;
        fprintf(out, "static %s *%s;\n", kind_type(node->device.kind),
                node_variable(node));
        any = true;
    }
    if (any)
        fputc('\n', out);
}

static void emit_connect(FILE *out)
{
    fputs("static void connect_devices(void)\n{\n", out);
    for (size_t i = 0; i < project.devices.count; i++) {
        const struct node *node = project.devices.items[i];

        if (!node_has_value(node))
            continue;
        fprintf(out, "    %s = %s(", node_variable(node), node->device.connect);
        emit_arguments(out, node);
        fputs(");\n", out);
    }
    fputs("}\n\n", out);
}

/* ---- jobs ---- */

/* Jobs that this one is given are done before it starts. */
static void emit_earlier_jobs(FILE *out, const struct node *job)
{
    for (size_t i = 0; i < CONFIG_MAX && job->device.args[i]; i++) {
        const struct node *arg = node_resolve(job->device.args[i]);

        if (node_is_job(arg) && arg->device.connect)
            fprintf(out,
                    "    enum mirage_error error_%d = %s();\n"
                    "    if (error_%d)\n"
                    "        return error_%d;\n",
                    arg->number, node_variable(arg), arg->number, arg->number);
    }
}

static void emit_job(FILE *out, const struct node *job)
{
    fprintf(out, "static enum mirage_error %s(void)\n{\n", node_variable(job));
    emit_earlier_jobs(out, job);
    fprintf(out, "    return %s(", job->device.connect);
    emit_arguments(out, job);
    fputs(");\n}\n\n", out);
}

static bool is_listed_before(const struct node *job, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (node_resolve(registration.jobs[i]) == job)
            return true;
    return false;
}

static void emit_jobs(FILE *out)
{
    for (size_t i = 0; i < project.devices.count; i++) {
        const struct node *node = project.devices.items[i];

        if (node_is_job(node) && node->device.connect)
            emit_job(out, node);
    }
    fputs("static const struct mirage_job jobs[] = {\n", out);
    for (size_t i = 0; i < registration.job_count; i++) {
        const struct node *job = node_resolve(registration.jobs[i]);

        if (job->device.connect && !is_listed_before(job, i))
            fprintf(out, "    {\"%s\", %s},\n", job->device.connect,
                    node_variable(job));
    }
    fputs("    {0},\n};\n\n", out);
}

static void emit_unikernel(FILE *out)
{
    fprintf(out,
            "extern struct mirage_option *const key_options[];\n\n"
            "const struct mirage_unikernel mirage_unikernel = {\n"
            "    .name = \"%s\",\n"
            "    .version = \"%s\",\n"
            "    .jobs = jobs,\n"
            "    .connect = connect_devices,\n"
            "    .keys = key_options,\n",
            project.name, VERSION);
    if (project.logs) {
        fputs("    .logs = ", out);
        emit_quoted(out, project.logs);
        fputs(",\n", out);
    }
    fputs("};\n", out);
}

void emit_main(FILE *out)
{
    emit_marker(out, "/* ", " */");
    emit_includes(out);
    if (has_info())
        emit_info(out);
    emit_variables(out);
    emit_connect(out);
    emit_jobs(out);
    emit_unikernel(out);
}
