/* options.h: the options of solo5-hvt that solo5-spt does not have. */
#ifndef HVT_OPTIONS_H
#define HVT_OPTIONS_H

#include "module.h"

/* --ring=0|3, in hvt.ring_option. */
extern const struct tender_module ring_module;
/* --gdb and --gdb-port=N, in hvt.gdb and hvt.gdb_port. */
extern const struct tender_module gdb_module;
/* --dumpcore=DIR, in hvt.core_dir. */
extern const struct tender_module dumpcore_module;

#endif
