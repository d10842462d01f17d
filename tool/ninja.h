/*
 * ninja.h: the part of a build that Meson and Ninja do.
 */
#ifndef NINJA_H
#define NINJA_H

/* Brings `folder`/unikernel up to date, after meson.build; a failure ends the
 * tool with the compiler's message. */
void ninja_build(const char *folder);

#endif
