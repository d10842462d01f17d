#include "source.h"
#include "json.h"
#include <ctype.h>
#include <string.h>

/* The manifest being made, and where to tell what is wrong. */
struct reader {
    struct manifest *manifest;
    unsigned *line;
    struct failure *failure;
};

/* A key, what its value must be, and what to do with it. */
struct member {
    const char *key;
    const char *path;    /* as failures name it */
    const char *missing; /* as it is named when it is not there */
    enum json_type type;
    bool (*read)(const struct reader *reader, const struct json *value);
};

enum { MAX_MEMBERS = 3 };

/* ---- objects of a fixed set of members ---- */

static bool check_type(const struct reader *reader, const struct json *json,
                       enum json_type wanted, const char *path)
{
    *reader->line = json->line;
    if (json->type == wanted)
        return true;
    return fail(reader->failure, "%s: expected %s, got %s", path,
                json_type_name(wanted), json_type_name(json->type));
}

static bool read_member(const struct reader *reader, const struct json *value,
                        const struct member *members, bool *seen,
                        const char *path)
{
    *reader->line = value->line;
    for (unsigned i = 0; i < MAX_MEMBERS && members[i].key; i++) {
        if (strcmp(members[i].key, value->key) != 0)
            continue;
        seen[i] = true;
        return check_type(reader, value, members[i].type, members[i].path) &&
               members[i].read(reader, value);
    }
    return fail(reader->failure, "%s: unknown key: %s", path, value->key);
}

static bool read_object(const struct reader *reader, const struct json *object,
                        const struct member *members, const char *path)
{
    bool seen[MAX_MEMBERS] = {0};

    if (!check_type(reader, object, JSON_OBJECT, path))
        return false;
    for (struct json *value = object->first; value; value = value->next)
        if (!read_member(reader, value, members, seen, path))
            return false;
    *reader->line = object->line;
    for (unsigned i = 0; i < MAX_MEMBERS && members[i].key; i++)
        if (!seen[i])
            return fail(reader->failure, "%s: missing %s", path,
                        members[i].missing);
    return true;
}

/* ---- a device ---- */

static struct mft_entry *last_entry(const struct reader *reader)
{
    return &reader->manifest->e[reader->manifest->entries - 1];
}

static bool is_alphanumeric(const char *name)
{
    for (; *name; name++)
        if (!isascii((unsigned char)*name) || !isalnum((unsigned char)*name))
            return false;
    return true;
}

static bool read_name(const struct reader *reader, const struct json *value)
{
    if (!*value->text)
        return fail(reader->failure, ".devices[...]: .name may not be empty");
    if (strlen(value->text) >= MFT_NAME_SIZE)
        return fail(reader->failure, ".devices[...]: name too long");
    if (!is_alphanumeric(value->text))
        return fail(reader->failure, ".devices[...]: name is not alphanumeric");
    strcpy(last_entry(reader)->name, value->text);
    return true;
}

static bool read_device_type(const struct reader *reader,
                             const struct json *value)
{
    static const uint32_t types[] = {MFT_DEV_BLOCK_BASIC, MFT_DEV_NET_BASIC};

    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(manifest_type_name(types[i]), value->text) == 0) {
            last_entry(reader)->type = types[i];
            return true;
        }
    return fail(reader->failure,
                ".devices[...]: invalid type \"%s\", expected BLOCK_BASIC or "
                "NET_BASIC",
                value->text);
}

static bool read_device(const struct reader *reader, const struct json *device)
{
    static const struct member members[MAX_MEMBERS] = {
        {"name", ".devices[...].name", ".name", JSON_STRING, read_name},
        {"type", ".devices[...].type", ".type", JSON_STRING, read_device_type},
    };

    *reader->line = device->line;
    if (reader->manifest->entries == MFT_MAX_ENTRIES)
        return fail(reader->failure, ".devices[]: too many entries, maximum %d",
                    MFT_MAX_ENTRIES - 1);
    reader->manifest->entries++;
    return read_object(reader, device, members, ".devices[...]");
}

/* ---- the manifest ---- */

static void clear(struct manifest *manifest)
{
    *manifest = (struct manifest){
        .version = MFT_VERSION,
        .entries = 1,
        .e = {{.type = MFT_RESERVED_FIRST}},
    };
}

static bool read_type(const struct reader *reader, const struct json *value)
{
    if (strcmp(value->text, "solo5.manifest") == 0)
        return true;
    return fail(reader->failure,
                ".type: invalid value, expected \"solo5.manifest\"");
}

static bool read_version(const struct reader *reader, const struct json *value)
{
    if (strcmp(value->text, "1") == 0)
        return true;
    return fail(reader->failure, ".version: invalid version %s, expected %d",
                value->text, MFT_VERSION);
}

/* The last of several lists counts, as with the other keys. */
static bool read_devices(const struct reader *reader, const struct json *list)
{
    clear(reader->manifest);
    for (struct json *device = list->first; device; device = device->next)
        if (!read_device(reader, device))
            return false;
    return true;
}

bool source_parse(const char *text, struct manifest *manifest, unsigned *line,
                  struct failure *failure)
{
    static const struct member members[MAX_MEMBERS] = {
        {"type", ".type", ".type", JSON_STRING, read_type},
        {"version", ".version", ".version", JSON_INTEGER, read_version},
        {"devices", ".devices[]", ".devices[]", JSON_ARRAY, read_devices},
    };
    const struct reader reader = {manifest, line, failure};
    struct json *json = json_parse(text, line, failure);
    bool succeeded;

    if (!json)
        return false;
    clear(manifest);
    succeeded = read_object(&reader, json, members, "(root)");
    json_free(json);
    return succeeded;
}
