#include "check.h"
#include "fatal.h"
#include "keys.h"
#include "packages.h"
#include "project.h"
#include "targets.h"
#include <string.h>

bool check_name(const char *name)
{
    return *name && *name != '.' && *name != '-' &&
           strspn(name,
                  "abcdefghijklmnopqrstuvwxyz"
                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") == strlen(name);
}

void check_registration(void)
{
    if (!registration.name)
        fatal_at((struct place){project.config_file, 0},
                 "configure() does not call register_unikernel: what is to be "
                 "built?");
    if (!check_name(registration.name))
        fatal_at(registration.place,
                 "invalid name '%s': a unikernel's name is made of letters, "
                 "digits, '.', '_' and '-', and starts with none of the last "
                 "but '_'",
                 registration.name);
}

static void check_target(const struct device *device)
{
    if (device->targets && !(device->targets & target_bit(project.target)))
        fatal_at(device_place(device),
                 "%s devices made by %s are not supported on %s", device->kind,
                 device->connect ? device->connect : "this rule",
                 project.target);
}

/* ---- jobs ---- */

static int uses_as_argument(const struct node *job)
{
    int uses = 0;

    for (size_t i = 0; i < project.devices.count; i++) {
        const struct device *device = &project.devices.items[i]->device;

        for (size_t j = 0; j < CONFIG_MAX && device->args[j]; j++)
            uses += node_resolve(device->args[j]) == job;
    }
    return uses;
}

static int uses_as_job(const struct node *job)
{
    for (size_t i = 0; i < registration.job_count; i++)
        if (node_resolve(registration.jobs[i]) == job)
            return 1;
    return 0;
}

/* A job runs once: on its own, or before the one that it is given to. */
static void check_job(const struct node *job)
{
    if (job->device.connect && uses_as_argument(job) + uses_as_job(job) > 1)
        fatal_at(device_place(&job->device),
                 "the job %s runs once, and so cannot both be registered and "
                 "given to a job, nor be given to two",
                 job->device.connect);
}

/* ---- keys ---- */

static void check_key_pair(const struct key *a, const struct key *b)
{
    if (strcmp(key_option_name(a), key_option_name(b)) != 0 &&
        strcmp(key_c_name(a), key_c_name(b)) != 0 &&
        (!a->letter || a->letter != b->letter))
        return;
    note_at(key_place(a), "'%s' was defined here first", a->name);
    fatal_at(key_place(b),
             "Duplicate key name: \"%s\" is defined twice, and differently",
             b->name);
}

static void check_duplicates(struct key_list keys)
{
    for (size_t i = 0; i < keys.count; i++)
        for (size_t j = i + 1; j < keys.count; j++)
            check_key_pair(keys.items[i], keys.items[j]);
}

static void check_stage(struct key *key)
{
    if (key->stage != CONFIGURE)
        fatal_at(key_place(key),
                 "the key '%s' chooses between devices, which is done when "
                 "configuring: it needs .stage = CONFIGURE",
                 key->name);
}

static void check_made(const struct device *device)
{
    for (size_t i = 0; i < CONFIG_MAX && device->keys[i]; i++)
        if (!device->keys[i]->file)
            fatal_at(device_place(device),
                     "key %zu of its .keys was not made with STRING_KEY or the "
                     "like",
                     i + 1);
}

void check_keys(void)
{
    struct key_list keys = all_keys();

    for (struct node *node = graph_nodes(); node; node = node->next)
        check_made(&node->device);
    for (size_t i = 0; i < keys.count; i++)
        key_validate(keys.items[i]);
    for (struct node *node = graph_nodes(); node; node = node->next)
        if (node_is_choice(node))
            value_keys(node->when, check_stage);
}

void check_devices(void)
{
    for (size_t i = 0; i < project.devices.count; i++)
        check_target(&project.devices.items[i]->device);
    for (size_t i = 0; i < project.devices.count; i++)
        if (node_is_job(project.devices.items[i]))
            check_job(project.devices.items[i]);
    packages_check(packages_of(project.devices));
    check_duplicates(project.keys);
}
