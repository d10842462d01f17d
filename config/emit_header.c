/*
 * mirage/unikernel.gen.h: what unikernel.c is promised: its devices, accessors
 * of its keys, and the prototypes of its start functions.
 */
#include "fatal.h"
#include "key_code.h"
#include "keys.h"
#include "kinds.h"
#include "project.h"
#include <string.h>

/* Prints "#include" once for each header. */
static void include_once(FILE *out, const char *header)
{
    static const char *seen[64];
    size_t i = 0;

    for (; i < 63 && seen[i]; i++)
        if (strcmp(seen[i], header) == 0)
            return;
    seen[i] = header;
    fprintf(out,
            header[0] == 'm' && strncmp(header, "mirage/", 7) == 0
                ? "#include <%s>\n"
                : "#include \"%s\"\n",
            header);
}

static void include_kind(FILE *out, const struct node *arg)
{
    const char *header = kind_header(arg->device.kind);

    if (!node_has_value(arg))
        return;
    if (!header)
        header = arg->device.header;
    if (header)
        include_once(out, header);
}

static void emit_includes(FILE *out)
{
    include_once(out, "mirage/error.h");
    for (size_t i = 0; i < project.devices.count; i++) {
        const struct node *node = project.devices.items[i];

        if (!node_is_job(node))
            continue;
        for (size_t j = 0; j < CONFIG_MAX && node->device.args[j]; j++)
            include_kind(out, node_resolve(node->device.args[j]));
    }
    fputs("#include <mirage/ip.h>\n#include <stdbool.h>\n"
          "#include <stddef.h>\n#include <stdint.h>\n\n",
          out);
}

/* ---- keys ---- */

static void emit_pair(FILE *out, const struct key *key)
{
    fprintf(out, "struct key_%s {\n    %sfirst;\n    %ssecond;\n};\n",
            key_c_name(key), key_code(key->first)->type,
            key_code(key->second)->type);
    fprintf(out, "struct key_%s key_%s(void);\n", key_c_name(key),
            key_c_name(key));
}

static void emit_accessor(FILE *out, const struct key *key)
{
    const char *name = key_c_name(key);

    fprintf(out, "\n/* --%s */\n", key_option_name(key));
    if (key->type == KEY_PAIR)
        emit_pair(out, key);
    else if (key_is_list(key))
        fprintf(out, "size_t key_%s_count(void);\n%skey_%s(size_t index);\n",
                name, key_code(key_element(key))->type, name);
    else
        fprintf(out, "%skey_%s(void);\n", key_code(key->type)->type, name);
    if (key_may_be_missing(key))
        fprintf(out, "bool key_%s_given(void);\n", name);
}

void emit_header(FILE *out)
{
    emit_marker(out, "/* ", " */");
    fputs("#ifndef UNIKERNEL_GEN_H\n#define UNIKERNEL_GEN_H\n\n", out);
    emit_includes(out);
    fputs("/* ---- the values of the keys ---- */\n", out);
    for (size_t i = 0; i < project.keys.count; i++)
        emit_accessor(out, project.keys.items[i]);
    fputs("\n/* ---- what unikernel.c has to define ---- */\n\n"
          "#include \"start.gen.h\"\n\n#endif\n",
          out);
}
