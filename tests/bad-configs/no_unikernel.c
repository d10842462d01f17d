#include <mirage/config.h>

void configure(void)
{
}
