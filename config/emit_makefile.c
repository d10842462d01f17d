/*
 * Makefile: the few commands that the tutorial types. Each step is a command
 * of `mirage`; rules that config.c brings along are here too.
 */
#include "fatal.h"
#include "project.h"
#include <string.h>

static void emit_shell_word(FILE *out, const char *text)
{
    fputc('\'', out);
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", out);
        else if (*text == '$')
            fputs("$$", out);
        else if (*text == '#')
            fputs("\\#", out);
        else
            fputc(*text, out);
    }
    fputc('\'', out);
}

static void emit_step(FILE *out, const char *step)
{
    fprintf(out, "\n%s:\n\t@$(MIRAGE) %s\n", step, step);
}

static void emit_rules(FILE *out)
{
    for (size_t i = 0; i < project.devices.count; i++) {
        const char *rule = project.devices.items[i]->device.rule;

        if (rule)
            fprintf(out, "\n%s", rule);
    }
}

void emit_makefile(FILE *out)
{
    emit_marker(out, "# ", "");
    fputs("-include Makefile.user\n\nUNIKERNEL_NAME = ", out);
    fprintf(out, "%s\nMIRAGE ?= ", project_id());
    emit_shell_word(out, project.tool);
    fputs("\n\n.PHONY: all depends depend lock depext pull build clean\n\n"
          "all: depends\n\t@$(MAKE) --no-print-directory build\n\n"
          "depends depend:\n"
          "\t@$(MIRAGE) lock\n\t@$(MIRAGE) depext\n\t@$(MIRAGE) pull\n",
          out);
    emit_step(out, "lock");
    emit_step(out, "depext");
    emit_step(out, "pull");
    emit_step(out, "build");
    emit_step(out, "clean");
    emit_rules(out);
}
