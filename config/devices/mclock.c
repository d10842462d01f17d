#include "stock.h"

mclock_impl default_monotonic_clock(void)
{
    return STOCK_DEVICE(mclock, .connect = "mclock_floor_connect",
                        .header = "mclock_floor.h",
                        .packages = {"mclock-floor"});
}
