/* The net module: a tap, or what behaves like one, is the guest's network. */
#include "command_line.h"
#include "tap.h"
#include "tender.h"
#include <ctype.h>
#include <err.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

enum { MAC_SIZE = 6 };

static struct mft_entry *find(struct tender *tender, const char *name)
{
    struct mft_entry *entry =
        manifest_find(&tender->kernel.manifest, name, MFT_DEV_NET_BASIC);

    if (!entry)
        warnx("Resource not declared in manifest: '%s'", name);
    return entry;
}

static bool open_tap(struct tap *tap, const char *interface)
{
    unsigned long fd;
    char *end;

    if (interface[0] != '@')
        return tap_open(tap, interface);
    errno = EINVAL;
    if (!isdigit((unsigned char)interface[1]))
        return false;
    fd = strtoul(interface + 1, &end, 10);
    if (*end || fd > INT_MAX)
        return false;
    return tap_adopt(tap, (int)fd);
}

static bool attach(struct tender *tender, const char *name,
                   const char *interface)
{
    struct mft_entry *entry = find(tender, name);
    struct tap tap;

    if (!entry)
        return false;
    if (!open_tap(&tap, interface)) {
        warnx("Could not attach interface: %s: %s", interface, strerror(errno));
        return false;
    }
    if (entry->attached)
        close(entry->b.hostfd);
    entry->u.net.mtu = tap.mtu;
    entry->b.hostfd = tap.fd;
    entry->attached = true;
    return true;
}

static bool set_mac(struct tender *tender, const char *name, const char *text)
{
    struct mft_entry *entry = find(tender, name);
    unsigned char mac[MAC_SIZE];
    int used = -1;

    if (!entry)
        return false;
    if (sscanf(text, "%02hhx:%02hhx:%02hhx:%02hhx:%02hhx:%02hhx%n", &mac[0],
               &mac[1], &mac[2], &mac[3], &mac[4], &mac[5], &used) != 6 ||
        used < 0 || text[used]) {
        warnx("Malformed MAC address: '%s'", text);
        return false;
    }
    memcpy(entry->u.net.mac, mac, sizeof mac);
    return true;
}

static bool take_option(struct tender *tender, const char *arg)
{
    char name[MFT_NAME_SIZE];
    const char *value;

    value = command_line_device(arg, "--net", name);
    if (value && *value)
        return attach(tender, name, value);
    value = command_line_device(arg, "--net-mac", name);
    return value && set_mac(tender, name, value);
}

/* A locally administered address of one station. */
static bool make_mac(uint8_t *mac, struct failure *failure)
{
    if (getrandom(mac, MAC_SIZE, 0) != MAC_SIZE)
        return fail(failure, "Could not make a MAC address: %s",
                    strerror(errno));
    mac[0] = (mac[0] & 0xfe) | 0x02;
    return true;
}

static bool setup(struct tender *tender, struct failure *failure)
{
    static const uint8_t unset[MAC_SIZE];
    struct manifest *manifest = &tender->kernel.manifest;

    for (unsigned i = 1; i < manifest->entries; i++) {
        uint8_t *mac = manifest->e[i].u.net.mac;

        if (manifest->e[i].type == MFT_DEV_NET_BASIC &&
            manifest->e[i].attached && memcmp(mac, unset, sizeof unset) == 0 &&
            !make_mac(mac, failure))
            return false;
    }
    return true;
}

const struct tender_module net_module = {
    .name = "net",
    .usage = "    --net:NAME=IFACE | @NN (attach tap at IFACE or at fd @NN as "
             "network NAME)\n"
             "  [ --net-mac:NAME=HWADDR ] (set HWADDR for network NAME)\n",
    .option = take_option,
    .setup = setup,
};
