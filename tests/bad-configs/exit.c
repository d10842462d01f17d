#include <mirage/config.h>
#include <stdlib.h>

void configure(void)
{
    if (!getenv("NO_SUCH_VARIABLE"))
        exit(0);
}
