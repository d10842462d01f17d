#include "../image.h"
#include "../target.h"
#include <solo5.h>
#include <string.h>

static size_t number(const char *symbol)
{
    return (size_t)symbol;
}

static size_t variables_size(void)
{
    size_t align = number(_atls);

    return (number(_ltdata) + number(_ltbss) + align - 1) & -align;
}

/* The thread pointer points to a pointer to itself, which follows them. */
size_t solo5_tls_size(void)
{
    return variables_size() + sizeof(uintptr_t);
}

uintptr_t solo5_tls_tp_offset(uintptr_t tls)
{
    return tls + variables_size();
}

solo5_result_t solo5_tls_init(uintptr_t tls)
{
    uintptr_t pointer = solo5_tls_tp_offset(tls);

    if (!tls)
        return SOLO5_R_EINVAL;
    memcpy((void *)tls, _stdata, number(_ltdata));
    *(uintptr_t *)pointer = pointer;
    return SOLO5_R_OK;
}

solo5_result_t solo5_set_tls_base(uintptr_t base)
{
    return solo5_target_set_thread(base) ? SOLO5_R_OK : SOLO5_R_EINVAL;
}
