/* What is no disk, and what is said then. */
#include "child.h"
#include "folder.h"
#include "runtime_stub.h"
#include "test.h"
#include <fcntl.h>
#include <mirage/platform.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECTOR = 512 };

static struct mirage_disk_info info;

static unsigned acquire(const char *name)
{
    unsigned handle;

    stub_message[0] = '\0';
    assert_int_equal(mirage_platform_disk_acquire(name, &handle, &info),
                     MIRAGE_OK);
    assert_string_equal(stub_message, "");
    return handle;
}

static void assert_refused(const char *name, enum mirage_error error,
                           const char *message)
{
    unsigned handle;

    stub_message[0] = '\0';
    assert_int_equal(mirage_platform_disk_acquire(name, &handle, &info), error);
    assert_string_equal(stub_message, message);
}

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
    folder_make_file("disk.img", 1000);
    assert_refused("disk.img", MIRAGE_FAILED,
                   "cannot use 'disk.img' as a disk: its size, 1000 bytes, is "
                   "not a multiple of 512");
}

static void an_empty_file_is_no_disk(void **state)
{
    (void)state;
    folder_make_file("disk.img", 0);
    assert_refused("disk.img", MIRAGE_FAILED,
                   "cannot use 'disk.img' as a disk: it is empty");
}

static void a_disk_is_used_once_whatever_its_names(void **state)
{
    (void)state;
    folder_make_file("disk.img", SECTOR);
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
    folder_make_file("disk.img", SECTOR);
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
        folder_make_file(name, SECTOR);
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

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_file_that_is_missing_is_named),
        TEST(a_folder_is_no_disk),
        TEST(a_pipe_is_no_disk),
        TEST(a_terminal_is_no_disk),
        TEST(a_file_of_odd_size_is_no_disk),
        TEST(an_empty_file_is_no_disk),
        TEST(a_disk_is_used_once_whatever_its_names),
        TEST(a_disk_of_another_process_is_refused),
        TEST(there_can_be_64_disks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
