#include "handles.h"

bool mirage_unix_handle_take(unsigned *handle)
{
    static unsigned next;

    if (next == MIRAGE_UNIX_HANDLES)
        return false;
    *handle = next++;
    return true;
}
