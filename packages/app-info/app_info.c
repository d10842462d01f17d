#include "app_info.h"

struct mirage_info *app_info_connect(const struct mirage_info *info)
{
    static struct mirage_info connected;

    connected = *info;
    return &connected;
}
