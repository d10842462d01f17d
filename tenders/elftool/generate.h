/* generate.h: from a manifest in JSON to one in C. */
#ifndef GENERATE_H
#define GENERATE_H

/*
 * Reads `source` and writes `output`, which is left alone unless the source is
 * good. The C file needs solo5/mft_abi.h. Returns the program's exit status.
 */
int generate_manifest(const char *source, const char *output);

#endif
