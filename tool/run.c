#include "action.h"
#include "build.h"
#include "command_line.h"
#include "fatal.h"
#include "home.h"
#include "image.h"
#include "options.h"
#include "project.h"
#include "run_image.h"
#include "run_qemu.h"
#include "tool.h"
#include <stdlib.h>
#include <string.h>

/* The command that the tool becomes, NULL at the end. */
static const char **argv_;
static size_t argc_;

static void add(const char *word)
{
    argv_ = realloc(argv_, (argc_ + 2) * sizeof(*argv_));
    if (!argv_)
        fatal("memory ran out");
    argv_[argc_++] = word;
    argv_[argc_] = NULL;
}

/* ---- disks and networks of images ---- */

static bool is(const char *name, const char *wanted, size_t size)
{
    return name && strlen(name) == size && strncmp(name, wanted, size) == 0;
}

/* "block" or "net", as the device of that name is; NULL for none. */
static const char *module_of(const char *name, size_t size)
{
    for (size_t i = 0; i < project.devices.count; i++) {
        const struct device *device = &project.devices.items[i]->device;

        if (is(device->disk, name, size))
            return "block";
        if (is(device->network, name, size))
            return "net";
    }
    return NULL;
}

static void check_attachment(const char *text)
{
    size_t size = strcspn(text, "=");

    if (!text[size] || !text[size + 1])
        command_line_error(tool_command,
                           "option '--attach': invalid value '%s', expected "
                           "NAME=PATH",
                           text);
    if (!module_of(text, size))
        command_line_error(tool_command,
                           "option '--attach': %s has no disk or network "
                           "'%.*s'",
                           project.name, (int)size, text);
}

/* NAME=PATH as an option of a tender, --block:NAME=PATH */
static const char *attachment(const char *text)
{
    return format_text("--%s:%s", module_of(text, strcspn(text, "=")), text);
}

/* The build makes the images of some disks. */
static void attach_images(void)
{
    for (size_t i = 0; i < project.devices.count; i++) {
        const struct device *device = &project.devices.items[i]->device;
        const char *image = device->disk ? run_image(device) : NULL;

        if (image)
            add(format_text("--block:%s=%s", device->disk, image));
    }
}

/* ---- commands ---- */

static void add_tender(void)
{
    add(home_tender(project.target));
    if (option_mem.value)
        add(format_text("--mem=%s", option_mem.value));
    for (struct mirage_option_value *at = option_attach.values; at;
         at = at->next)
        add(attachment(at->text));
    attach_images();
    add("--");
    add(project_artifact());
}

static void add_program(void)
{
    if (target_is_image())
        add_tender();
    else
        add(format_text("./%s", project_artifact()));
}

/* What a Linux process needs it finds itself. */
static void check_options(void)
{
    if (!target_is_image() && (option_attach.value || option_mem.value))
        command_line_error(tool_command,
                           "options '--attach' and '--mem' are for images, "
                           "and %s is a process",
                           project.name);
    for (struct mirage_option_value *at = option_attach.values; at;
         at = at->next)
        check_attachment(at->text);
}

void run_run(int argc, char **argv)
{
    tool_need_project();
    check_options();
    build();
    if (strcmp(project.target, "virtio") == 0)
        exit(run_qemu(argc, argv));
    add_program();
    for (int i = 0; i < argc; i++)
        add(argv[i]);
    action_exec(argv_);
}
