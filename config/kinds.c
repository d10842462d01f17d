#include "kinds.h"
#include "fatal.h"
#include <string.h>

static const struct {
    const char *kind, *header;
} kinds[] = {
    {"time", "mirage/time.h"},       {"mclock", "mirage/clock.h"},
    {"pclock", "mirage/clock.h"},    {"random", "mirage/random.h"},
    {"console", "mirage/console.h"}, {"info", "mirage/info.h"},
    {"block", "mirage/block.h"},     {"kv_ro", "mirage/kv.h"},
};

const char *kind_header(const char *kind)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            return kinds[i].header;
    return NULL;
}

const char *kind_type(const char *kind)
{
    return format_text("struct %s%s", kind_header(kind) ? "mirage_" : "", kind);
}

bool node_has_value(const struct node *node)
{
    return !node_is_job(node) && node->device.connect;
}

const char *node_variable(const struct node *node)
{
    return format_text("%s_%d", node->device.kind, node->number);
}
