/*
 * From the platform's start to the end of the last job.
 */
#include "arguments.h"
#include "text.h"
#include <mirage/exit.h>
#include <mirage/log.h>
#include <mirage/platform.h>
#include <mirage/task.h>
#include <mirage/unikernel.h>

static struct mirage_group jobs;

/* Jobs that are cancelled because another one failed have nothing to report. */
static enum mirage_error run_job(void *arg)
{
    const struct mirage_job *job = arg;
    enum mirage_error error = job->start();

    if (error && !(error == MIRAGE_CANCELLED && jobs.cancelled))
        mirage_say("%s: job '%s' failed: %s\n", mirage_name(), job->name,
                   mirage_error_text(error));
    if (error)
        mirage_cancel(&jobs);
    return error;
}

static enum mirage_error run_jobs(void)
{
    for (const struct mirage_job *job = mirage_unikernel.jobs; job->name; job++)
        mirage_spawn_named(&jobs, job->name, MIRAGE_STACK_SIZE, run_job,
                           (void *)job);
    return mirage_join(&jobs);
}

static enum mirage_error run_unikernel(void *unused)
{
    enum mirage_error error = MIRAGE_OK;

    (void)unused;
    if (mirage_arguments_delay())
        error = mirage_sleep(mirage_arguments_delay());
    if (error)
        return error;
    mirage_unikernel.connect();
    return run_jobs();
}

void mirage_start(void)
{
    enum mirage_error error;

    mirage_arguments_read();
    mirage_log_configure(mirage_arguments_logs());
    error = mirage_run(run_unikernel, NULL);
    mirage_exit(error ? MIRAGE_EXIT_CRASH : MIRAGE_EXIT_OK);
}
