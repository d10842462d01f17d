#include "stock.h"

random_impl default_random(void)
{
    return STOCK_DEVICE(random, .connect = "random_chacha_connect",
                        .header = "random_chacha.h",
                        .packages = {"random-chacha"});
}
