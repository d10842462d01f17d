#include "stock.h"

/* The data is in the generated main.c, where the packages are known. */
info_impl app_info(void)
{
    return STOCK_DEVICE(info, .connect = "app_info_connect",
                        .header = "app_info.h", .params = {"&unikernel_info"},
                        .packages = {"app-info"});
}
