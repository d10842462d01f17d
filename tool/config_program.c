#define _GNU_SOURCE
#include "config_program.h"
#include "action.h"
#include "config_compiler.h"
#include "fatal.h"
#include "home.h"
#include "lock.h"
#include "patience.h"
#include "stamp.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER  "_build/config"
#define PROGRAM FOLDER "/config"
#define DEPENDS FOLDER "/config.d"
#define STAMP   FOLDER "/stamp"

/* ---- compiling ---- */

static bool compile(const char *config_file, const char *program,
                    const char *depends, bool quiet)
{
    const char *const *argv = config_compiler(config_file, program, depends);
    int status;

    patience_start(format_text("compiling %s", config_file));
    status = action_run_always(argv, quiet);
    patience_end();
    return status == 0;
}

/* ---- a program that stays ---- */

static char *stamp_of(const char *config_file)
{
    const char *files[] = {config_file, home_library(), NULL};

    return stamp_make(config_compiler(config_file, PROGRAM, DEPENDS), files,
                      DEPENDS);
}

static bool is_current(const char *config_file)
{
    char *old = action_read(STAMP, NULL);
    bool same = old && access(PROGRAM, X_OK) == 0 &&
                strcmp(old, stamp_of(config_file)) == 0;

    free(old);
    return same;
}

/* The stamp is that of config.c before it was read: if someone writes to it
 * meanwhile, the next run compiles it again. */
static bool make_lasting(const char *config_file, bool quiet)
{
    char *program = format_text("%s.new", PROGRAM);
    char *before, *after;

    unlink(STAMP);
    unlink(DEPENDS);
    before = stamp_of(config_file);
    if (!compile(config_file, program, DEPENDS, quiet))
        return false;
    if (rename(program, PROGRAM) < 0)
        fatal("cannot write %s: %m", PROGRAM);
    after = stamp_of(config_file);
    if (strncmp(before, after, strlen(before)) == 0)
        action_write(STAMP, after, strlen(after));
    return true;
}

/* The mark says that _build is ours to remove. */
static bool make_folder(void)
{
    if (mkdir("_build", 0777) == 0)
        close(open("_build/.mirage", O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
    mkdir(FOLDER, 0777);
    return access(FOLDER, W_OK) == 0;
}

/* ---- a program that does not ---- */

static const char *scratch_folder(void)
{
    const char *parent = getenv("TMPDIR");
    char *folder =
        format_text("%s/mirage-XXXXXX", parent && *parent ? parent : "/tmp");

    if (!mkdtemp(folder))
        fatal("cannot make the folder %s: %m", folder);
    return folder;
}

static const char *make_passing(const char *config_file, bool quiet)
{
    const char *folder = scratch_folder();
    char *program = format_text("%s/config", folder);
    char *depends = format_text("%s/config.d", folder);
    bool good = compile(config_file, program, depends, quiet);
    int fd = open(program, O_PATH | O_CLOEXEC);

    unlink(program);
    unlink(depends);
    rmdir(folder);
    if (!good)
        return NULL;
    if (fd < 0)
        fatal("cannot run what %s became: %m", config_file);
    return format_text("/proc/self/fd/%d", fd);
}

const char *config_program_find(const char *config_file)
{
    return is_current(config_file) ? PROGRAM : NULL;
}

const char *config_program_make(const char *config_file, bool quiet)
{
    if (is_current(config_file))
        return PROGRAM;
    if (action_is_dry_run() || !make_folder())
        return make_passing(config_file, quiet);
    lock_project();
    if (is_current(config_file) || make_lasting(config_file, quiet))
        return PROGRAM;
    return NULL;
}
