#include "fatal.h"
#include "project.h"
#include "version.h"
#include <string.h>

void emit_marker(FILE *out, const char *open, const char *close)
{
    fprintf(out,
            "%s" MARKER " %s from %s for %s. Changes made here are lost.%s\n",
            open, VERSION, project.config_file, project.target, close);
}

void emit_quoted(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) {
        if (*text == '\n')
            fputs("\\n", out);
        else if (*text == '"' || *text == '\\')
            fprintf(out, "\\%c", *text);
        else if (*text == '?') /* no trigraphs */
            fputs("\\?", out);
        else if ((unsigned char)*text < ' ')
            fprintf(out, "\\%03o", *text);
        else
            fputc(*text, out);
    }
    fputc('"', out);
}

const char *quote(const char *text)
{
    char *quoted;
    size_t size;
    FILE *out = open_memstream(&quoted, &size);

    if (!out)
        fatal("memory ran out");
    emit_quoted(out, text);
    fclose(out);
    return quoted;
}
