#include "stock.h"

time_impl default_time(void)
{
    return STOCK_DEVICE(time, .connect = "time_floor_connect",
                        .header = "time_floor.h", .packages = {"time-floor"});
}
