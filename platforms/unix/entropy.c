#include <errno.h>
#include <mirage/platform.h>
#include <sys/random.h>

/* At boot the kernel makes this wait until it has entropy. */
void mirage_platform_entropy(void *data, size_t size)
{
    uint8_t *to = data;

    while (size > 0) {
        ssize_t got = getrandom(to, size, 0);

        if (got < 0 && errno != EINTR)
            mirage_platform_abort();
        if (got > 0) {
            to += got;
            size -= got;
        }
    }
}
