/*
 * query.h: what `mirage query` can tell.
 */
#ifndef QUERY_H
#define QUERY_H

/* The names, for the command line; NULL at the end. */
extern const char *const query_names[];

#endif
