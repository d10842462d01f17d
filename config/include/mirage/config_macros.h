/*
 * mirage/config_macros.h: the machinery behind the macros of mirage/config.h.
 * Nothing here is for config.c to use.
 */
#ifndef MIRAGE_CONFIG_MACROS_H
#define MIRAGE_CONFIG_MACROS_H

/* clang-format off */

/* The macro that goes with the number of arguments, 0 to 8; prefix##MORE for
 * up to 14, which is too many. */
#define CONFIG_16TH(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ...) p
#define CONFIG_BY_COUNT(prefix, ...)                                           \
    CONFIG_16TH(0 __VA_OPT__(,) __VA_ARGS__, prefix##MORE, prefix##MORE,       \
                prefix##MORE, prefix##MORE, prefix##MORE, prefix##MORE,        \
                prefix##8, prefix##7, prefix##6, prefix##5, prefix##4,         \
                prefix##3, prefix##2, prefix##1, prefix##0)

/* (time, block) as parameters: time_impl arg1, block_impl arg2 */
#define CONFIG_PARAMS(...)                                                     \
    CONFIG_BY_COUNT(CONFIG_PARAMS, __VA_ARGS__)(__VA_ARGS__)
#define CONFIG_PARAMS0() void
#define CONFIG_PARAMS1(a) a##_impl arg1
#define CONFIG_PARAMS2(a, b) CONFIG_PARAMS1(a), b##_impl arg2
#define CONFIG_PARAMS3(a, b, c) CONFIG_PARAMS2(a, b), c##_impl arg3
#define CONFIG_PARAMS4(a, b, c, d) CONFIG_PARAMS3(a, b, c), d##_impl arg4
#define CONFIG_PARAMS5(a, b, c, d, e)                                          \
    CONFIG_PARAMS4(a, b, c, d), e##_impl arg5
#define CONFIG_PARAMS6(a, b, c, d, e, f)                                       \
    CONFIG_PARAMS5(a, b, c, d, e), f##_impl arg6
#define CONFIG_PARAMS7(a, b, c, d, e, f, g)                                    \
    CONFIG_PARAMS6(a, b, c, d, e, f), g##_impl arg7
#define CONFIG_PARAMS8(a, b, c, d, e, f, g, h)                                 \
    CONFIG_PARAMS7(a, b, c, d, e, f, g), h##_impl arg8

#define CONFIG_PARAMSMORE(...) a_job_takes_at_most_eight_devices arg1

/* The same as the nodes of those parameters: arg1.node, arg2.node */
#define CONFIG_NODES(...)                                                      \
    CONFIG_BY_COUNT(CONFIG_NODES, __VA_ARGS__)(__VA_ARGS__)
#define CONFIG_NODES0() 0
#define CONFIG_NODES1(...) arg1.node
#define CONFIG_NODES2(...) CONFIG_NODES1(), arg2.node
#define CONFIG_NODES3(...) CONFIG_NODES2(), arg3.node
#define CONFIG_NODES4(...) CONFIG_NODES3(), arg4.node
#define CONFIG_NODES5(...) CONFIG_NODES4(), arg5.node
#define CONFIG_NODES6(...) CONFIG_NODES5(), arg6.node
#define CONFIG_NODES7(...) CONFIG_NODES6(), arg7.node
#define CONFIG_NODES8(...) CONFIG_NODES7(), arg8.node

#define CONFIG_NODESMORE(...) 0

/*
 * match_impl: nested choices, the first case outermost. No macro expands
 * itself, so each level has a name of its own; inner levels are arguments,
 * which are expanded first.
 */
#define CONFIG_MATCH(key, otherwise, ...)                                      \
    CONFIG_BY_COUNT(CONFIG_MATCH, __VA_ARGS__)                                 \
    (key, otherwise __VA_OPT__(,) __VA_ARGS__)
#define CONFIG_VALUE(value, impl) value
#define CONFIG_IMPL(value, impl) impl
#define CONFIG_CASE(key, one, no)                                             \
    ({                                                                         \
        __auto_type config_other = (no);                                       \
        __auto_type config_this = (CONFIG_IMPL one);                           \
        _Static_assert(__builtin_types_compatible_p(typeof(config_this),       \
                                                    typeof(config_other)),     \
                       "match_impl: all cases must be the same kind of "       \
                       "device");                                              \
        (typeof(config_other)){config_if(key_is(key, CONFIG_VALUE one),         \
                                         config_this.node, config_other.node,  \
                                         __FILE__, __LINE__)};                 \
    })
#define CONFIG_MATCH1(k, o, a) CONFIG_CASE(k, a, o)
#define CONFIG_MATCH2(k, o, a, ...) CONFIG_CASE(k, a, CONFIG_MATCH1(k, o, __VA_ARGS__))
#define CONFIG_MATCH3(k, o, a, ...) CONFIG_CASE(k, a, CONFIG_MATCH2(k, o, __VA_ARGS__))
#define CONFIG_MATCH4(k, o, a, ...) CONFIG_CASE(k, a, CONFIG_MATCH3(k, o, __VA_ARGS__))
#define CONFIG_MATCH5(k, o, a, ...) CONFIG_CASE(k, a, CONFIG_MATCH4(k, o, __VA_ARGS__))
#define CONFIG_MATCH6(k, o, a, ...) CONFIG_CASE(k, a, CONFIG_MATCH5(k, o, __VA_ARGS__))
#define CONFIG_MATCH7(k, o, a, ...) CONFIG_CASE(k, a, CONFIG_MATCH6(k, o, __VA_ARGS__))
#define CONFIG_MATCH8(k, o, a, ...) CONFIG_CASE(k, a, CONFIG_MATCH7(k, o, __VA_ARGS__))

#define CONFIG_MATCH0(k, o) o
#define CONFIG_MATCHMORE(k, o, ...) match_impl_takes_at_most_eight_cases

#define CONFIG_KEY(name_, type_, doc_, ...)                                    \
    {                                                                          \
        .name = name_, .type = type_, .doc = doc_, .file = __FILE__,           \
        .line = __LINE__, __VA_ARGS__                                          \
    }

#define CONFIG_REGISTER(...) CONFIG_BY_COUNT(CONFIG_REGISTER, __VA_ARGS__)
#define CONFIG_REGISTER0 register_unikernel_without_a_job
#define CONFIG_REGISTERMORE register_unikernel_with_many_jobs
#define CONFIG_REGISTER1 (register_unikernel)
#define CONFIG_REGISTER2 register_unikernel_2
#define CONFIG_REGISTER3 register_unikernel_3
#define CONFIG_REGISTER4 register_unikernel_4
#define CONFIG_REGISTER5 register_unikernel_5
#define CONFIG_REGISTER6 register_unikernel_6
#define CONFIG_REGISTER7 register_unikernel_7
#define CONFIG_REGISTER8 register_unikernel_8

/* clang-format on */

#endif
