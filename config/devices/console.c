#include "stock.h"

console_impl default_console(void)
{
    return STOCK_DEVICE(console, .connect = "console_floor_connect",
                        .header = "console_floor.h",
                        .packages = {"console-floor"});
}
