/*
 * app_info.h: what the generated mirage/main.c says about the unikernel, for
 * jobs that ask for it.
 */
#ifndef APP_INFO_H
#define APP_INFO_H

#include <mirage/info.h>

/* `info`, copied; what it points to has to last. */
struct mirage_info *app_info_connect(const struct mirage_info *info);

#endif
