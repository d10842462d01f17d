/*
 * mirage/config.h: the language of config.c, which says what devices a
 * unikernel needs and which it is given.
 *
 *     #include <mirage/config.h>
 *
 *     JOB(hello_start, (time));
 *
 *     void configure(void)
 *     {
 *         register_unikernel("hello", hello_start(default_time()));
 *     }
 *
 * JOB declares hello_start as a function from a description of a timer to a
 * description of a job; unikernel.c defines a function of that name from the
 * timer itself. Each kind of device is a C type of its own, so a device of
 * the wrong kind is a compile error here. What is required is an argument,
 * what is optional a designated initialiser, as in
 *
 *     JOB(hello_start, (time), .keys = {&hello}, .packages = {"duration"});
 *
 * config.c runs on the host, when `mirage` does. Strings and keys it hands
 * over must last: literals and static variables do.
 */
#ifndef MIRAGE_CONFIG_H
#define MIRAGE_CONFIG_H

#include <mirage/config_macros.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The one function that config.c defines; it calls register_unikernel. */
void configure(void);

/* ---- kinds of devices ---- */

struct node;

/* Makes `kind_impl`, the type of descriptions of devices of this kind. */
#define DEVICE_TYPE(kind)                                                      \
    typedef struct kind##_impl {                                               \
        struct node *node;                                                     \
    } kind##_impl

DEVICE_TYPE(job);
DEVICE_TYPE(time);
DEVICE_TYPE(mclock);
DEVICE_TYPE(pclock);
DEVICE_TYPE(random);
DEVICE_TYPE(console);
DEVICE_TYPE(info);
DEVICE_TYPE(block);
DEVICE_TYPE(kv_ro);

/* ---- making devices ---- */

enum {
    CONFIG_MAX = 8,         /* of each list below */
    CONFIG_CHOICES_MAX = 16 /* values that a key can be limited to */
};

/* Targets, for `.targets`. */
enum target {
    TARGET_UNIX = 1 << 0,
    TARGET_HVT = 1 << 1,
    TARGET_SPT = 1 << 2,
    TARGET_VIRTIO = 1 << 3,
    TARGET_XEN = 1 << 4,
    TARGET_MUEN = 1 << 5,
    TARGET_MACOSX = 1 << 6,
    TARGET_SOLO5 = TARGET_HVT | TARGET_SPT | TARGET_VIRTIO | TARGET_MUEN,
};

/*
 * What a device is made of; all but `kind` is optional. Devices that are equal
 * in every field are one device, connected once.
 */
struct device {
    const char *kind;    /* set by DEVICE and JOB */
    const char *connect; /* C function that returns the connected device, a
                            struct mirage_KIND * (struct KIND * for kinds of
                            your own); NULL: there is nothing at run time */
    const char *header;  /* declares `connect`, such as "time_floor.h" */

    /* Passed to `connect`, in this order. */
    const char *params[CONFIG_MAX + 1]; /* C expressions; see quote() */
    struct node *args[CONFIG_MAX + 1];  /* devices; JOB fills this in */

    struct node *deps[CONFIG_MAX + 1];    /* connected before, not passed */
    struct key *keys[CONFIG_MAX + 1];     /* options this device brings along */
    const char *packages[CONFIG_MAX + 1]; /* it is built with; package() */
    const char *libraries[CONFIG_MAX + 1]; /* folders of C files in the
                                              project */

    /*
     * The network or disk it opens, by the name that its tender knows: it is
     * listed in the image's manifest, and given by --net:NAME or --block:NAME.
     */
    const char *network, *disk;
    const char *image; /* the disk's file, where the build makes it: `mirage
                          run` attaches it */

    /* A file that must be made for it: a rule as in a Makefile. */
    const char *rule;
    const char *install; /* what the rule makes, kept in the project's folder
                            and removed by `mirage clean` */
    const char *source;  /* what it makes is C, compiled into the unikernel */

    const char *folder; /* of the project, compiled into the unikernel as
                           static_NAME, a struct kv_crunch_folder */

    unsigned targets; /* of enum target, where it is available; 0: all */

    const char *file; /* place in config.c; set by DEVICE and JOB */
    int line;
};

/* A device of kind `kind_`: DEVICE(block, .connect = "my_block_connect"). */
#define DEVICE(kind_, ...)                                                     \
    ((kind_##_impl){config_device(&(struct device){                            \
        .kind = #kind_, .file = __FILE__, .line = __LINE__, __VA_ARGS__})})

/*
 * JOB(start, (kind, ...), fields...): a job that calls start(device, ...) in
 * unikernel.c once the devices, up to eight, are connected. It writes a
 * function for you:
 *
 *     static job_impl block_start(time_impl a, block_impl b)
 *     {
 *         return DEVICE(job, .connect = "block_start",
 *                       .args = {a.node, b.node});
 *     }
 *
 * A device of kind `job` is not passed on: that job is done first.
 */
#define JOB(start, kinds, ...)                                                 \
    __attribute__((unused)) static job_impl start(CONFIG_PARAMS kinds)         \
    {                                                                          \
        return DEVICE(job, .connect = #start, .args = {CONFIG_NODES kinds},    \
                      __VA_ARGS__);                                            \
    }                                                                          \
    struct node /* takes the semicolon after JOB(...) */

/* A device as an element of `.deps`. */
#define dep(impl) ((impl).node)

/* `text` as a C string literal, for `.params`. */
const char *quote(const char *text);

/*
 * A package with a range of versions, for `.packages`: at least `.min`, and
 * less than `.max`. A name alone stands for any version.
 */
#define package(name, ...)                                                     \
    config_package(name, (struct version_range){__VA_ARGS__})

struct version_range {
    const char *min, *max;
};

/* ---- choosing between devices ---- */

/* Something true or false that is known once the keys are. */
typedef struct condition {
    struct value *value;
} condition;

extern const condition is_unix;  /* unix, macosx */
extern const condition is_solo5; /* hvt, spt, virtio, muen */
extern const condition is_xen;

condition key_true(struct key *key); /* of a FLAG_KEY or BOOL_KEY */
condition key_is(struct key *key, const char *text);
condition both(condition a, condition b);
condition either(condition a, condition b);
condition negated(condition a);

/* The device `yes` where `when` is true, else `no`, of the same kind. */
#define if_impl(when, yes, no)                                                 \
    ({                                                                         \
        __auto_type config_yes = (yes);                                        \
        __auto_type config_no = (no);                                          \
        _Static_assert(__builtin_types_compatible_p(typeof(config_yes),        \
                                                    typeof(config_no)),        \
                       "if_impl: both branches must be the same kind of "      \
                       "device");                                              \
        (typeof(config_yes)){config_if(when, config_yes.node, config_no.node,  \
                                       __FILE__, __LINE__)};                   \
    })

/*
 * The device that goes with the key's value, else `otherwise`:
 *
 *     match_impl(&kv_ro, crunch("t"), ("direct", direct_kv_ro("t")),
 *                ("archive", archive("t")))
 */
#define match_impl(key, otherwise, ...)                                        \
    CONFIG_MATCH(key, otherwise, __VA_ARGS__)

/* ---- keys: options of `mirage configure` and of the unikernel ---- */

enum stage {
    BOTH,      /* given at configure it changes the default, at run time the
                  value */
    CONFIGURE, /* option of `mirage` only; may choose between devices */
    RUN,       /* option of the unikernel only */
};

enum key_type {
    KEY_STRING,
    KEY_BOOL,
    KEY_FLAG,
    KEY_INT,
    KEY_INT64,
    KEY_IPV4,         /* address and prefix length, 10.0.0.2/24 */
    KEY_IPV4_ADDRESS, /* 10.0.0.2 */
    KEY_IPV6,         /* fe80::1/64 */
    KEY_IPV6_ADDRESS,
    KEY_IP_ADDRESS, /* either */
    KEY_LIST,       /* of `.first`, separated by commas */
    KEY_PAIR,       /* of `.first` and `.second`, with a colon between */
};

struct key {
    const char *name; /* accessor key_NAME() in the unikernel, '-' as '_' */
    enum key_type type;
    enum key_type first, second; /* of a list or pair */

    /* The default, of which one is used. */
    const char *text; /* NULL: none */
    int64_t number;
    bool truth;

    const char *doc; /* one sentence or more for the help page */

    /* Optional. */
    const char *option; /* long option, if not the name */
    char letter;        /* short option */
    const char *docs;   /* heading in help pages, if it is not to be "UNIKERNEL
                           PARAMETERS" in those of mirage and "APPLICATION
                           OPTIONS" in that of the unikernel */
    const char *docv;   /* what its value is called there; "VAL" */
    const char *env;    /* environment variable that sets it */
    const char *group;  /* prefix of name and option, "data" for --data-kv_ro */
    enum stage stage;
    bool optional;   /* a number without default: key_NAME_given() tells */
    bool required;   /* must be given, at the latest at run time */
    bool repeatable; /* may be given several times; the accessor is a list's */
    const char *choices[CONFIG_CHOICES_MAX + 1]; /* all values of a string
                                                    there are */

    const char *file; /* place in config.c */
    int line;
};

/* clang-format off */
#define STRING_KEY(name, otherwise, doc, ...)       CONFIG_KEY(name, KEY_STRING, doc, .text = otherwise, __VA_ARGS__)
#define BOOL_KEY(name, otherwise, doc, ...)         CONFIG_KEY(name, KEY_BOOL, doc, .truth = otherwise, __VA_ARGS__)
#define FLAG_KEY(name, doc, ...)                    CONFIG_KEY(name, KEY_FLAG, doc, .truth = false, __VA_ARGS__)
#define INT_KEY(name, otherwise, doc, ...)          CONFIG_KEY(name, KEY_INT, doc, .number = otherwise, __VA_ARGS__)
#define INT64_KEY(name, otherwise, doc, ...)        CONFIG_KEY(name, KEY_INT64, doc, .number = otherwise, __VA_ARGS__)
#define IPV4_KEY(name, otherwise, doc, ...)         CONFIG_KEY(name, KEY_IPV4, doc, .text = otherwise, __VA_ARGS__)
#define IPV4_ADDRESS_KEY(name, otherwise, doc, ...) CONFIG_KEY(name, KEY_IPV4_ADDRESS, doc, .text = otherwise, __VA_ARGS__)
#define IPV6_KEY(name, otherwise, doc, ...)         CONFIG_KEY(name, KEY_IPV6, doc, .text = otherwise, __VA_ARGS__)
#define IPV6_ADDRESS_KEY(name, otherwise, doc, ...) CONFIG_KEY(name, KEY_IPV6_ADDRESS, doc, .text = otherwise, __VA_ARGS__)
#define IP_ADDRESS_KEY(name, otherwise, doc, ...)   CONFIG_KEY(name, KEY_IP_ADDRESS, doc, .text = otherwise, __VA_ARGS__)
#define LIST_KEY(name, of, otherwise, doc, ...)     CONFIG_KEY(name, KEY_LIST, doc, .first = of, .text = otherwise, __VA_ARGS__)
#define PAIR_KEY(name, of, with, otherwise, doc, ...) CONFIG_KEY(name, KEY_PAIR, doc, .first = of, .second = with, .text = otherwise, __VA_ARGS__)
/* clang-format on */

/* The target: unix, hvt, spt, virtio ... */
extern struct key target;

/* ---- devices that come with mirage ---- */

time_impl default_time(void);
mclock_impl default_monotonic_clock(void);
pclock_impl default_posix_clock(void);
random_impl default_random(void);
console_impl default_console(void);
info_impl app_info(void);

/*
 * A disk: on unix the file or block device `name` of the host, elsewhere the
 * disk that the image's manifest calls so, of letters and digits, which its
 * tender is given by --block:NAME=PATH.
 */
block_impl block_of_file(const char *name);

/*
 * A disk in memory, of zeroes, with 32768 sectors of 512 bytes (16 MiB) unless
 * `.sector_count` says otherwise. Two of one name and size are one.
 */
#define ramdisk(name, ...)                                                     \
    config_ramdisk(name, (struct ramdisk_size){__VA_ARGS__})

struct ramdisk_size {
    uint64_t sector_count;
};

/*
 * A ramdisk, or with --block=file the disk that block_of_file(name) is. With
 * `.group = "data"` the option is --data-block; `.key` is a key of your own,
 * of the same values, in its place.
 */
#define generic_block(name, ...)                                               \
    config_generic_block(name, (struct generic_choice){__VA_ARGS__})

struct generic_choice {
    const char *group;
    struct key *key;
};

/* The folder `folder` of the project, compiled into the unikernel. */
kv_ro_impl crunch(const char *folder);

/* The folder `folder` of the host, read when the unikernel runs; unix only. */
kv_ro_impl direct_kv_ro(const char *folder);

/*
 * What the folder has, by whatever means --kv_ro names: compiled into the
 * unikernel, or as direct_kv_ro does it, where the target has folders.
 * `.group = "data"` makes that --data-kv_ro; `.key` is a key of your own, of
 * the same values, in its place.
 */
#define generic_kv_ro(folder, ...)                                             \
    config_generic_kv_ro(folder, (struct generic_choice){__VA_ARGS__})

/* A job that does nothing. */
job_impl noop(void);

/* ---- the unikernel ---- */

/*
 * Registers the unikernel, once: its name, of letters, digits, '.', '_', '-',
 * and one job or up to eight, which run side by side.
 */
#define register_unikernel(name, ...)                                          \
    (config_here(__FILE__, __LINE__),                                          \
     CONFIG_REGISTER(__VA_ARGS__)(name __VA_OPT__(, ) __VA_ARGS__))

void(register_unikernel)(const char *name, job_impl job);

/* ---- used by the macros ---- */

struct node *config_device(const struct device *device);
struct node *config_if(condition when, struct node *yes, struct node *no,
                       const char *file, int line);
const char *config_package(const char *name, struct version_range range);
block_impl config_ramdisk(const char *name, struct ramdisk_size size);
block_impl config_generic_block(const char *name, struct generic_choice choice);
kv_ro_impl config_generic_kv_ro(const char *folder,
                                struct generic_choice choice);
void config_here(const char *file, int line);
void config_add_job(job_impl job);

#include <mirage/config_register.h>

#endif
