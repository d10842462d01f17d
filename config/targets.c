#include "targets.h"
#include "fatal.h"
#include "project.h"
#include "values.h"
#include <string.h>
#include <unistd.h>

struct key target = STRING_KEY(
    "target", "unix",
    "Target platform to compile the unikernel for. Valid values are: unix, "
    "hvt, spt, virtio, xen, muen, macosx.",
    .letter = 't', .docs = "MIRAGE PARAMETERS", .docv = "TARGET", .env = "MODE",
    .stage = CONFIGURE,
    .choices = {"unix", "hvt", "spt", "virtio", "xen", "muen", "macosx"});

static struct value unix_value = {VALUE_IS, &target, "unix", NULL, NULL, NULL};
static struct value macosx = {VALUE_IS, &target, "macosx", NULL, NULL, NULL};
static struct value any_unix = {VALUE_EITHER, NULL,    NULL,
                                &unix_value,  &macosx, NULL};
static struct value hvt = {VALUE_IS, &target, "hvt", NULL, NULL, NULL};
static struct value spt = {VALUE_IS, &target, "spt", NULL, NULL, NULL};
static struct value virtio = {VALUE_IS, &target, "virtio", NULL, NULL, NULL};
static struct value muen = {VALUE_IS, &target, "muen", NULL, NULL, NULL};
static struct value xen = {VALUE_IS, &target, "xen", NULL, NULL, NULL};
static struct value tenders = {VALUE_EITHER, NULL, NULL, &hvt, &spt, NULL};
static struct value machines = {VALUE_EITHER, NULL, NULL, &virtio, &muen, NULL};
static struct value solo5 = {VALUE_EITHER, NULL,      NULL,
                             &tenders,     &machines, NULL};

const condition is_unix = {&any_unix};
const condition is_solo5 = {&solo5};
const condition is_xen = {&xen};

unsigned target_bit(const char *name)
{
    for (unsigned i = 0; target.choices[i]; i++)
        if (strcmp(target.choices[i], name) == 0)
            return 1u << i;
    return 0;
}

void target_check(const char *name)
{
    if (access(format_text("%s/platforms/%s", project.home, name), F_OK) < 0)
        fatal("the target '%s' is not part of this version of mirage", name);
}
