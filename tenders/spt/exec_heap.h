/* exec_heap.h: the option --x-exec-heap. */
#ifndef EXEC_HEAP_H
#define EXEC_HEAP_H

#include "module.h"

extern const struct tender_module exec_heap_module;

/* The guest may run code in its heap, on its stack and below its image. */
extern bool exec_heap_wanted;

#endif
