/* query.h: what an image says about itself, in JSON on standard output. */
#ifndef QUERY_H
#define QUERY_H

/* Each returns the program's exit status. */
int query_abi(const char *path);
int query_manifest(const char *path);

#endif
