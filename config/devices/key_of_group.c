#include "key_of_group.h"
#include <stdlib.h>

struct key *key_of_group(const struct key *model, struct generic_choice choice)
{
    struct key *key = choice.key;

    if (key)
        return key;
    key = malloc(sizeof(*key));
    if (!key)
        fatal("memory ran out");
    *key = *model;
    key->group = choice.group;
    return key;
}
