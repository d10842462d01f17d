#include "stock.h"

pclock_impl default_posix_clock(void)
{
    return STOCK_DEVICE(pclock, .connect = "pclock_floor_connect",
                        .header = "pclock_floor.h",
                        .packages = {"pclock-floor"});
}
