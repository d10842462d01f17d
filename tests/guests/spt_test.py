"""The tests of solo5-spt."""

from runner import fails, guest, main, run, run_program, succeeds, test


@test
def the_host_does_not_run_an_image():
    # Through a shell, which says 127 for what cannot be run.
    fails(run_program("/bin/sh", "-c", guest("hello.spt")), 127, "")


@test
def hello_gets_its_argument():
    succeeds(run("--mem=2", "--", guest("hello.spt"), "Hello_Solo5"))


main()
