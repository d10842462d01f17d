#include "stock.h"

job_impl noop(void)
{
    return STOCK_DEVICE(job);
}
