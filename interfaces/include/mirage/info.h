/*
 * mirage/info.h: what a unikernel knows about itself. Everything here is
 * constant and lasts for ever.
 */
#ifndef MIRAGE_INFO_H
#define MIRAGE_INFO_H

struct mirage_info {
    const char *name;   /* as registered in config.c */
    const char *target; /* "unix", "hvt" and so on */
    const char *const
        *packages; /* it was built with, sorted; NULL at the end */
};

#endif
