/*
 * source.h: a manifest as it is written by people, in JSON:
 *
 *     {
 *       "type": "solo5.manifest",
 *       "version": 1,
 *       "devices": [ { "name": "service", "type": "NET_BASIC" } ]
 *     }
 */
#ifndef SOURCE_H
#define SOURCE_H

#include "failure.h"
#include "manifest.h"

/*
 * Makes a manifest of the text. On failure *line is where, from 1 on, and the
 * failure's text begins with what is wrong, such as ".version: ".
 */
bool source_parse(const char *text, struct manifest *manifest, unsigned *line,
                  struct failure *failure);

#endif
