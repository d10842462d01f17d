/*
 * options.h: the options of the tool's commands, beside the keys.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <mirage/option.h>

/* clang-format off */
extern struct mirage_option option_help, option_version, option_color,
    option_quiet, option_verbose, option_verbosity;       /* of all commands */
extern struct mirage_option option_file, option_output, option_context_file,
    option_dry_run, option_logs;                          /* of most */
extern struct mirage_option option_depext, option_no_depext,
    option_extra_repos, option_no_extra_repo;             /* of configure */
extern struct mirage_option option_dot, option_dot_command, option_eval,
    option_no_eval;                                       /* of describe */
extern struct mirage_option option_man_format;            /* of help */
extern struct mirage_option option_attach, option_mem;    /* of run */
/* clang-format on */

#endif
