/*
 * mirage/config_register.h: register_unikernel for several jobs, so that a
 * device in a job's place is an error that names the argument.
 */
#ifndef MIRAGE_CONFIG_REGISTER_H
#define MIRAGE_CONFIG_REGISTER_H

__attribute__((error("a unikernel has at least one job; noop() is one"))) void
register_unikernel_without_a_job(const char *name);

__attribute__((error("a unikernel has at most eight jobs"))) void
register_unikernel_with_many_jobs(const char *name, ...);

static inline void register_unikernel_2(const char *name, job_impl a,
                                        job_impl b)
{
    (register_unikernel)(name, a);
    config_add_job(b);
}

static inline void register_unikernel_3(const char *name, job_impl a,
                                        job_impl b, job_impl c)
{
    register_unikernel_2(name, a, b);
    config_add_job(c);
}

static inline void register_unikernel_4(const char *name, job_impl a,
                                        job_impl b, job_impl c, job_impl d)
{
    register_unikernel_3(name, a, b, c);
    config_add_job(d);
}

static inline void register_unikernel_5(const char *name, job_impl a,
                                        job_impl b, job_impl c, job_impl d,
                                        job_impl e)
{
    register_unikernel_4(name, a, b, c, d);
    config_add_job(e);
}

static inline void register_unikernel_6(const char *name, job_impl a,
                                        job_impl b, job_impl c, job_impl d,
                                        job_impl e, job_impl f)
{
    register_unikernel_5(name, a, b, c, d, e);
    config_add_job(f);
}

static inline void register_unikernel_7(const char *name, job_impl a,
                                        job_impl b, job_impl c, job_impl d,
                                        job_impl e, job_impl f, job_impl g)
{
    register_unikernel_6(name, a, b, c, d, e, f);
    config_add_job(g);
}

static inline void register_unikernel_8(const char *name, job_impl a,
                                        job_impl b, job_impl c, job_impl d,
                                        job_impl e, job_impl f, job_impl g,
                                        job_impl h)
{
    register_unikernel_7(name, a, b, c, d, e, f, g);
    config_add_job(h);
}

#endif
