/*
 * mirage/key_gen.c: the keys as options of the unikernel's command line, and
 * the accessors of their values.
 */
#include "fatal.h"
#include "key_code.h"
#include "keys.h"
#include "project.h"
#include <string.h>

static bool is_run_time(const struct key *key)
{
    return key->stage != CONFIGURE;
}

static void emit_field(FILE *out, const char *field, const char *text)
{
    if (!text)
        return;
    fprintf(out, "    .%s = ", field);
    emit_quoted(out, text);
    fputs(",\n", out);
}

/* ---- checks ---- */

static const char *check_argument(enum key_type type)
{
    const char *check = key_code(type)->check;

    return check ? check : "NULL";
}

static void emit_check_function(FILE *out, const struct key *key)
{
    const char *name = key_c_name(key);

    if (key->type == KEY_LIST)
        fprintf(out,
                "static const char *check_%s(const char *text)\n{\n"
                "    return mirage_check_list(text, %s);\n}\n\n",
                name, check_argument(key->first));
    if (key->type == KEY_PAIR)
        fprintf(out,
                "static const char *check_%s(const char *text)\n{\n"
                "    return mirage_check_pair(text, %s, %s);\n}\n\n",
                name, check_argument(key->first), check_argument(key->second));
}

static void emit_choices(FILE *out, const struct key *key)
{
    fprintf(out, "static const char *const %s_choices[] = {", key_c_name(key));
    for (size_t i = 0; key->choices[i]; i++) {
        emit_quoted(out, key->choices[i]);
        fputs(", ", out);
    }
    fputs("NULL};\n\n", out);
}

static void emit_check_field(FILE *out, const struct key *key)
{
    const char *name = key_c_name(key);

    if (key->choices[0])
        fprintf(out, "    .choices = %s_choices,\n", name);
    else if (key->type == KEY_LIST || key->type == KEY_PAIR)
        fprintf(out, "    .check = check_%s,\n", name);
    else if (key_code(key->type)->check)
        fprintf(out, "    .check = %s,\n", key_code(key->type)->check);
}

/* ---- options ---- */

static void emit_option(FILE *out, struct key *key)
{
    const struct mirage_option *option = key_option(key);

    emit_check_function(out, key);
    if (key->choices[0])
        emit_choices(out, key);
    fprintf(out, "static struct mirage_option %s_option = {\n",
            key_c_name(key));
    emit_field(out, "name", option->name);
    if (option->letter)
        fprintf(out, "    .letter = '%c',\n", option->letter);
    emit_field(out, "docv", option->docv);
    emit_field(out, "section", key->docs ? key->docs : "APPLICATION OPTIONS");
    emit_field(out, "doc", option->doc);
    if (key->type != KEY_FLAG)
        emit_field(out, "absent", key_value(key));
    emit_field(out, "env", option->env);
    if (key->required && !key_value(key))
        fputs("    .required = true,\n", out);
    if (key->repeatable)
        fputs("    .repeat = mirage_option_repeat,\n", out);
    emit_check_field(out, key);
    fputs("};\n\n", out);
}

static void emit_option_list(FILE *out)
{
    fputs("struct mirage_option *const key_options[] = {\n", out);
    for (size_t i = 0; i < project.keys.count; i++)
        if (is_run_time(project.keys.items[i]))
            fprintf(out, "    &%s_option,\n",
                    key_c_name(project.keys.items[i]));
    fputs("    NULL,\n};\n", out);
}

/* ---- accessors ---- */

/* The text of the value: an expression. */
static void emit_text(FILE *out, const struct key *key)
{
    const char *value = key_value(key);

    if (is_run_time(key))
        fprintf(out, "mirage_key_text(&%s_option, ", key_c_name(key));
    if (value)
        emit_quoted(out, value);
    else
        fputs("NULL", out);
    if (is_run_time(key))
        fputc(')', out);
}

static void emit_single(FILE *out, const struct key *key)
{
    const struct key_code *code = key_code(key->type);

    fprintf(out, "%skey_%s(void)\n{\n    return %s%s", code->type,
            key_c_name(key), code->parse, *code->parse ? "(" : "");
    emit_text(out, key);
    fprintf(out, "%s;\n}\n\n", *code->parse ? ")" : "");
}

static void emit_pair(FILE *out, const struct key *key)
{
    const struct key_code *first = key_code(key->first);
    const struct key_code *second = key_code(key->second);
    const char *name = key_c_name(key);

    fprintf(out,
            "struct key_%s key_%s(void)\n{\n"
            "    static struct mirage_key_pair pair;\n\n"
            "    mirage_key_pair(&pair, ",
            name, name);
    emit_text(out, key);
    fprintf(out,
            ", %s);\n"
            "    return (struct key_%s){%s(pair.first), %s(pair.second)};\n"
            "}\n\n",
            check_argument(key->first), name, first->parse, second->parse);
}

/* What a repeatable key was given when configuring: a list whose
 * first element is NAME_given_1. Its elements may have commas, unlike those of
 * other lists. */
static void emit_given_values(FILE *out, const char *name,
                              const struct mirage_option_value *value, size_t n)
{
    if (value->next)
        emit_given_values(out, name, value->next, n + 1);
    fprintf(out, "static struct mirage_option_value %s_given_%zu = {", name, n);
    emit_quoted(out, value->text);
    if (value->next)
        fprintf(out, ", &%s_given_%zu};\n\n", name, n + 1);
    else
        fputs(", NULL};\n\n", out);
}

/* Where the elements are: arguments of mirage_key_list. */
static void emit_elements(FILE *out, struct key *key)
{
    const char *name = key_c_name(key);
    bool is_given = key_option(key)->values != NULL;

    if (key->repeatable && is_run_time(key))
        fprintf(out,
                is_given ? "%s_option.values ? %s_option.values : "
                         : "%s_option.values",
                name, name);
    if (is_given)
        fprintf(out, "&%s_given_1", name);
    else if (!key->repeatable || !is_run_time(key))
        fputs("NULL", out);
    fputs(", ", out);
    if (is_given)
        fputs("NULL", out);
    else
        emit_text(out, key);
}

static void emit_list(FILE *out, struct key *key)
{
    const struct key_code *code = key_code(key_element(key));
    const char *name = key_c_name(key);

    if (key_option(key)->values)
        emit_given_values(out, name, key_option(key)->values, 1);
    fprintf(out,
            "static const struct mirage_key_list *%s_list(void)\n{\n"
            "    static struct mirage_key_list list;\n\n"
            "    return mirage_key_list(\n        &list, ",
            name);
    emit_elements(out, key);
    fprintf(out,
            ");\n}\n\n"
            "size_t key_%s_count(void)\n{\n"
            "    return %s_list()->count;\n}\n\n"
            "%skey_%s(size_t index)\n{\n"
            "    return %s(%s_list()->items[index]);\n}\n\n",
            name, name, code->type, name, code->parse, name);
}

static void emit_given(FILE *out, const struct key *key)
{
    fprintf(out, "bool key_%s_given(void)\n{\n    return ", key_c_name(key));
    emit_text(out, key);
    fputs(" != NULL;\n}\n\n", out);
}

static void emit_key(FILE *out, struct key *key)
{
    if (is_run_time(key))
        emit_option(out, key);
    if (key->type == KEY_PAIR)
        emit_pair(out, key);
    else if (key_is_list(key))
        emit_list(out, key);
    else
        emit_single(out, key);
    if (key_may_be_missing(key))
        emit_given(out, key);
}

void emit_keys(FILE *out)
{
    emit_marker(out, "/* ", " */");
    fputs("#include \"unikernel.gen.h\"\n#include <mirage/option.h>\n"
          "#include <mirage/unikernel.h>\n\n",
          out);
    for (size_t i = 0; i < project.keys.count; i++)
        emit_key(out, project.keys.items[i]);
    emit_option_list(out);
}
