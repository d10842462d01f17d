#include "child.h"
#include "runtime_stub.h"
#include "test.h"
#include <fcntl.h>
#include <mirage/platform.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECTOR = 512 };

/* Each test is in an empty folder of its own. */
static char folder[64];

static int enter_folder(void **state)
{
    (void)state;
    stub_message[0] = '\0';
    strcpy(folder, "/tmp/mirage-disk-XXXXXX");
    return mkdtemp(folder) ? chdir(folder) : -1;
}

static int leave_folder(void **state)
{
    char command[128];

    (void)state;
    snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    return chdir("/") || system(command);
}

static void make_file(const char *name, off_t size)
{
    int fd = open(name, O_WRONLY | O_CREAT, 0644);

    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, size), 0);
    close(fd);
}

static struct mirage_disk_info info;

static unsigned acquire(const char *name)
{
    unsigned handle;

    assert_int_equal(mirage_platform_disk_acquire(name, &handle, &info),
                     MIRAGE_OK);
    assert_string_equal(stub_message, "");
    return handle;
}

static void assert_refused(const char *name, enum mirage_error error,
                           const char *message)
{
    unsigned handle;

    assert_int_equal(mirage_platform_disk_acquire(name, &handle, &info), error);
    assert_string_equal(stub_message, message);
}

/* ---- reading and writing ---- */

static void what_is_written_is_read_again(void **state)
{
    uint8_t data[3 * SECTOR], again[3 * SECTOR];
    unsigned disk;

    (void)state;
    make_file("disk.img", 100 * SECTOR);
    disk = acquire("disk.img");
    assert_int_equal(info.sector_size, SECTOR);
    assert_int_equal(info.sector_count, 100);
    assert_true(info.writable);
    for (size_t i = 0; i < sizeof(data); i++)
        data[i] = i * 7;
    assert_int_equal(mirage_platform_disk_write(disk, 97, 3, data), 0);
    assert_int_equal(mirage_platform_disk_read(disk, 97, 3, again), 0);
    assert_memory_equal(data, again, sizeof(data));
    assert_int_equal(mirage_platform_disk_flush(disk), 0);
}

static void another_process_sees_what_was_written(void **state)
{
    uint8_t data[SECTOR], again[SECTOR];
    unsigned disk;
    int fd;

    (void)state;
    make_file("disk.img", 4 * SECTOR);
    disk = acquire("disk.img");
    memset(data, 'x', sizeof(data));
    assert_int_equal(mirage_platform_disk_write(disk, 2, 1, data), 0);
    fd = open("disk.img", O_RDONLY);
    assert_int_equal(pread(fd, again, SECTOR, 2 * SECTOR), SECTOR);
    close(fd);
    assert_memory_equal(data, again, sizeof(data));
}

/* Root may write to what is read-only for others, so it is another's. */
static void open_read_only(void)
{
    unsigned handle;
    uint8_t data[SECTOR];

    if (geteuid() == 0 && (setgid(65534) || setuid(65534)))
        abort();
    if (mirage_platform_disk_acquire("disk.img", &handle, &info) ||
        mirage_platform_disk_read(handle, 0, 1, data))
        abort();
    fprintf(stderr, "%s", info.writable ? "writable" : "read-only");
}

static void a_file_that_must_not_be_written_to_is_read_only(void **state)
{
    (void)state;
    make_file("disk.img", SECTOR);
    assert_int_equal(chmod("disk.img", 0444), 0);
    assert_int_equal(chmod(".", 0755), 0);
    assert_int_equal(child_run(open_read_only), 0);
    assert_string_equal(child_text, "read-only");
}

/* ---- what is no disk ---- */

static void a_file_that_is_missing_is_named(void **state)
{
    (void)state;
    assert_refused("disk.img", MIRAGE_NOT_FOUND,
                   "cannot use 'disk.img' as a disk: No such file or "
                   "directory");
}

static void a_folder_is_no_disk(void **state)
{
    (void)state;
    assert_int_equal(mkdir("folder", 0755), 0);
    assert_refused("folder", MIRAGE_FAILED,
                   "cannot use 'folder' as a disk: Is a directory");
}

static void a_pipe_is_no_disk(void **state)
{
    (void)state;
    assert_int_equal(mkfifo("pipe", 0644), 0);
    assert_refused("pipe", MIRAGE_FAILED,
                   "cannot use 'pipe' as a disk: it is neither a file nor a "
                   "block device");
}

static void a_terminal_is_no_disk(void **state)
{
    (void)state;
    assert_refused("/dev/null", MIRAGE_FAILED,
                   "cannot use '/dev/null' as a disk: it is neither a file "
                   "nor a block device");
}

static void a_file_of_odd_size_is_no_disk(void **state)
{
    (void)state;
    make_file("disk.img", 1000);
    assert_refused("disk.img", MIRAGE_FAILED,
                   "cannot use 'disk.img' as a disk: its size, 1000 bytes, is "
                   "not a multiple of 512");
}

static void an_empty_file_is_no_disk(void **state)
{
    (void)state;
    make_file("disk.img", 0);
    assert_refused("disk.img", MIRAGE_FAILED,
                   "cannot use 'disk.img' as a disk: it is empty");
}

static void a_disk_is_used_once_whatever_its_names(void **state)
{
    (void)state;
    make_file("disk.img", SECTOR);
    acquire("disk.img");
    assert_int_equal(symlink("disk.img", "other.img"), 0);
    assert_refused("other.img", MIRAGE_FAILED,
                   "cannot use 'other.img' as a disk: it is one already");
}

static void hold_disk(void)
{
    unsigned handle;
    char byte;

    if (mirage_platform_disk_acquire("disk.img", &handle, &info))
        abort();
    printf("held\n");
    fflush(stdout);
    while (read(STDIN_FILENO, &byte, 1) < 0)
        ;
}

static void a_disk_of_another_process_is_refused(void **state)
{
    struct child child;
    int pipe_fds[2];
    char line[5];

    (void)state;
    make_file("disk.img", SECTOR);
    assert_int_equal(pipe(pipe_fds), 0);
    assert_int_equal(dup2(pipe_fds[0], STDIN_FILENO), STDIN_FILENO);
    child = child_start(hold_disk);
    assert_int_equal(read(child.out, line, 5), 5);
    assert_refused("disk.img", MIRAGE_FAILED,
                   "cannot use 'disk.img' as a disk: another process is using "
                   "it");
    assert_int_equal(write(pipe_fds[1], "x", 1), 1);
    close(pipe_fds[0]);
    close(pipe_fds[1]);
    assert_int_equal(child_end(&child), 0);
    stub_message[0] = '\0';
    acquire("disk.img");
}

static void take_all_handles(void)
{
    char name[16];
    unsigned handle;

    for (int i = 0; i < 65; i++) {
        snprintf(name, sizeof(name), "%d.img", i);
        make_file(name, SECTOR);
        if (mirage_platform_disk_acquire(name, &handle, &info))
            fprintf(stderr, "%s", stub_message);
    }
}

static void there_can_be_64_disks(void **state)
{
    (void)state;
    assert_int_equal(child_run(take_all_handles), 0);
    assert_non_null(strstr(child_text, ".img' as a disk: there are too many "
                                       "devices, 64 already"));
}

/* ---- disks that fail ---- */

static void a_file_that_became_shorter_is_an_error(void **state)
{
    uint8_t data[4 * SECTOR];
    unsigned disk;

    (void)state;
    make_file("disk.img", 8 * SECTOR);
    disk = acquire("disk.img");
    assert_int_equal(truncate("disk.img", 6 * SECTOR + 1), 0);
    assert_int_equal(mirage_platform_disk_read(disk, 4, 4, data),
                     MIRAGE_DISCONNECTED);
    assert_string_equal(stub_message, "cannot read sector 6 of 'disk.img': the "
                                      "file has become shorter");
}

/* A limit to the size of files stands in for a disk that fails. */
static void write_past_limit(void)
{
    const struct rlimit limit = {2 * SECTOR, 2 * SECTOR};
    static uint8_t data[4 * SECTOR];
    unsigned handle;

    signal(SIGXFSZ, SIG_IGN);
    if (mirage_platform_disk_acquire("disk.img", &handle, &info) ||
        setrlimit(RLIMIT_FSIZE, &limit))
        abort();
    if (mirage_platform_disk_write(handle, 1, 4, data) == MIRAGE_DISCONNECTED)
        fprintf(stderr, "%s", stub_message);
}

static void a_write_that_fails_names_sector_and_file(void **state)
{
    (void)state;
    make_file("disk.img", 8 * SECTOR);
    assert_int_equal(child_run(write_past_limit), 0);
    assert_string_equal(child_text,
                        "cannot write sector 2 of 'disk.img': File too large");
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_written_is_read_again),
        TEST(another_process_sees_what_was_written),
        TEST(a_file_that_must_not_be_written_to_is_read_only),
        TEST(a_file_that_is_missing_is_named),
        TEST(a_folder_is_no_disk),
        TEST(a_pipe_is_no_disk),
        TEST(a_terminal_is_no_disk),
        TEST(a_file_of_odd_size_is_no_disk),
        TEST(an_empty_file_is_no_disk),
        TEST(a_disk_is_used_once_whatever_its_names),
        TEST(a_disk_of_another_process_is_refused),
        TEST(there_can_be_64_disks),
        TEST(a_file_that_became_shorter_is_an_error),
        TEST(a_write_that_fails_names_sector_and_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
