#include "help.h"
#include "text.h"
#include <mirage/help.h>
#include <mirage/platform.h>
#include <mirage/unikernel.h>
#include <string.h>

static const struct mirage_help_section sections[] = {
    {"APPLICATION OPTIONS", NULL},
    {"UNIKERNEL PARAMETERS", NULL},
    {"", NULL},
    {"COMMON OPTIONS", NULL},
    {"EXIT STATUS", "The unikernel exits with:"},
    {"ENVIRONMENT", NULL},
    {0},
};

static const struct mirage_help_item items[] = {
    {"EXIT STATUS", "0", "when all its jobs have ended well."},
    {"EXIT STATUS", "63", "after showing this help or its version."},
    {"EXIT STATUS", "64", "on command line parsing errors."},
    {"EXIT STATUS", "255", "when a job failed, or it crashed."},
    {0},
};

static void write(void *nowhere, const char *data, size_t size)
{
    (void)nowhere;
    mirage_platform_console_write(data, size);
}

void mirage_show_help(mirage_options options, const char *format)
{
    char memory[80];
    struct text synopsis = mirage_text(memory, sizeof(memory));
    struct mirage_help page = {
        .name = mirage_unikernel.name,
        .manual = "Mirage Manual",
        .summary = "a MirageOS unikernel",
        .sections = sections,
        .items = items,
        .options = options,
        .write = write,
    };

    mirage_text_format(&synopsis, "%.60s [OPTION]…", mirage_unikernel.name);
    page.synopsis = mirage_text_end(&synopsis);
    if (strcmp(format, "groff") == 0)
        mirage_help_groff(&page);
    else
        mirage_help_plain(&page);
}
