/*
 * mirage/error.h: what a call that can fail returns.
 *
 * MIRAGE_OK is 0, so `if (error) return error;` passes any failure on. A
 * header that returns one lists which values its calls can give.
 */
#ifndef MIRAGE_ERROR_H
#define MIRAGE_ERROR_H

enum mirage_error {
    MIRAGE_OK,
    MIRAGE_CANCELLED,    /* the task was asked to stop */
    MIRAGE_TIMED_OUT,    /* the deadline came first */
    MIRAGE_NO_MEMORY,    /* memory ran out */
    MIRAGE_INVALID,      /* an argument makes no sense */
    MIRAGE_DISCONNECTED, /* the device is gone or failed */
    MIRAGE_READ_ONLY,    /* a write where only reading is allowed */
    MIRAGE_OUT_OF_RANGE, /* past the end of the device */
    MIRAGE_NOT_FOUND,    /* no such key, name or address */
    MIRAGE_NOT_A_VALUE,  /* the key names a dictionary */
    MIRAGE_NOT_A_DICT,   /* the key names a value */
    MIRAGE_EXISTS,       /* the name is taken */
    MIRAGE_NO_SPACE,     /* the device is full */
    MIRAGE_CLOSED,       /* this end was closed before */
    MIRAGE_REFUSED,      /* the peer does not want to talk */
    MIRAGE_UNSUPPORTED,  /* not on this device or target */
    MIRAGE_AGAIN,        /* nothing there right now */
    MIRAGE_CORRUPT,      /* what was read is not what was written */
    MIRAGE_FAILED,       /* anything else; the log says more */
};

/* The compiler warns when the result of such a function is ignored. */
#define MIRAGE_MUST_CHECK __attribute__((warn_unused_result))

/* A few words on `error` for people, such as "timed out". Static. */
const char *mirage_error_text(enum mirage_error error);

#endif
