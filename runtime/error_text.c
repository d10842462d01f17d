#include <mirage/error.h>
#include <stddef.h>

static const char *const texts[] = {
    [MIRAGE_OK] = "no error",
    [MIRAGE_CANCELLED] = "cancelled",
    [MIRAGE_TIMED_OUT] = "timed out",
    [MIRAGE_NO_MEMORY] = "memory ran out",
    [MIRAGE_INVALID] = "invalid argument",
    [MIRAGE_DISCONNECTED] = "disconnected",
    [MIRAGE_READ_ONLY] = "read only",
    [MIRAGE_OUT_OF_RANGE] = "out of range",
    [MIRAGE_NOT_FOUND] = "not found",
    [MIRAGE_NOT_A_VALUE] = "not a value",
    [MIRAGE_NOT_A_DICT] = "not a dictionary",
    [MIRAGE_EXISTS] = "exists already",
    [MIRAGE_NO_SPACE] = "no space left",
    [MIRAGE_CLOSED] = "closed",
    [MIRAGE_REFUSED] = "refused",
    [MIRAGE_UNSUPPORTED] = "not supported",
    [MIRAGE_AGAIN] = "nothing there yet",
    [MIRAGE_CORRUPT] = "corrupt",
    [MIRAGE_FAILED] = "failed",
};

enum { COUNT = sizeof(texts) / sizeof(texts[0]) };
_Static_assert(COUNT == MIRAGE_FAILED + 1, "each error has a text");

const char *mirage_error_text(enum mirage_error error)
{
    return (unsigned)error < COUNT ? texts[error] : "unknown error";
}
