/*
 * compiler_cache.h: ccache, where it is installed. Meson puts it before the
 * compiler by itself; so what mirage brings along is compiled once for a
 * target, not for each unikernel anew.
 */
#ifndef COMPILER_CACHE_H
#define COMPILER_CACHE_H

/*
 * Tells ccache, by its environment, how to work for unikernels: in a folder
 * beside the other things mirage keeps, and the same in every project. What
 * the user has set stays. Where that folder cannot be, ccache would fail each
 * compilation, so it is told to do nothing.
 */
void compiler_cache_set_up(void);

#endif
