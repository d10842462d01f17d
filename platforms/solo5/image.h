/*
 * image.h: places in the image, as the linker script names them. All but the
 * last two are page aligned.
 */
#ifndef SOLO5_IMAGE_H
#define SOLO5_IMAGE_H

extern char _stext[], _etext[]; /* code */
extern char _erodata[];         /* constants, from _etext on */
extern char _end[];             /* data and bss, from _erodata on */

/* The first values of _Thread_local variables. */
extern const char _stdata[];

/* Absolute symbols: their addresses are the numbers. */
extern const char _ltdata[]; /* bytes at _stdata */
extern const char _ltbss[];  /* bytes of zeros that follow */
extern const char _atls[];   /* alignment of the whole */

#endif
