"""Tests of solo5-hvt: what a guest must not do, at ring 3 and ring 0."""

import os

from runner import check, fails, file_of, guest, run, test

ABORT = 255


def call(action, *options, image="calls-ours"):
    return run("--mem=4", *options, guest(image), action)


# ---- faults at ring 3 ----


def traps(name, trap, text="", image="faults-ours"):
    def it_does():
        ended = run("--mem=4", guest(image), name)
        fails(ended, ABORT, f"trap: type={trap}")
        check("survived" not in ended.out, ended)
        check("trap: rax=0x" in ended.err, ended)
        check(f"ABORT: {text}" in ended.err, ended)

    it_does.__name__ = name.replace("-", "_") + "_traps_at_ring_3"
    return test(it_does)


for fault_name, fault_text in (
        ("far", "the guest tried to write to address 0x400000000, where "
         "nothing is"),
        ("null", "the guest tried to write to address 0x8, where nothing is"),
        ("below-memory", "the guest tried to write to address 0xfff8"),
        ("above-memory", "the guest tried to write to address 0x400000"),
        ("no-tls", "the guest tried to read from address 0x28"),
        ("write-text", "the guest tried to write to address 0x100"),
        ("write-rodata", "the guest tried to write to address 0x10"),
        ("run-data", "the guest tried to execute address 0x10"),
        ("run-rodata", "the guest tried to execute address 0x10"),
        ("run-bss", "the guest tried to execute address 0x10"),
        ("run-heap", "the guest tried to execute address 0x10"),
        ("run-stack", "the guest tried to execute address 0x3f"),
        ("overflow-stack", "the guest tried to write to address 0x10")):
    traps(fault_name, "#PF", fault_text)
traps("undefined", "#UD")
traps("divide", "#DE")
traps("write-above-memory", "#PF", "the guest tried to write to address "
      "0x400000, which it may not", image="calls-ours")
traps("page-tables", "#GP", image="calls-ours")
traps("halt-instruction", "#GP", image="calls-ours")
traps("call-breakpoint", "#BP", image="calls-ours")
traps("disable-interrupts", "#GP", image="calls-ours")
traps("general-protection", "#GP", image="calls-ours")
traps("bad-port", "#GP", image="calls-ours")


@test
def an_interrupt_cannot_be_called():
    # KVMs that emulate ring 0 say #UD, others #GP.
    fails(call("call-interrupt"), ABORT, "ABORT: the guest made a fault")


@test
def a_stock_image_at_ring_3_crashes_at_its_first_privileged_instruction():
    fails(call("page-tables", "--ring=3", image="calls"), ABORT,
          "trap: type=#GP")


# ---- faults at ring 0, as with a stock tender ----


@test
def a_fault_without_handler_ends_a_guest_at_ring_0():
    for name in ("far", "null", "no-tls"):
        fails(run("--mem=4", guest("faults"), name), 1,
              "KVM: unhandled exit: exit_reason=0x8, rip=0x10")


@test
def text_cannot_be_written_at_ring_0():
    for name in ("write-text", "write-rodata"):
        ended = run("--mem=4", guest("faults"), name)
        fails(ended, 1, "KVM: ")
        check("KVM: host/guest translation fault: rip=0x10" in ended.err
              or "KVM: unhandled exit: exit_reason=0x6, rip=0x10" in ended.err,
              ended)


@test
def a_halted_processor_ends_the_guest():
    fails(call("halt-instruction", image="calls"), 1,
          "KVM: unhandled exit: exit_reason=0x5, rip=0x10")


# ---- hypercalls ----


def is_refused(name, text, rings=("calls", "calls-ours")):
    def it_is():
        for image in rings:
            fails(call(name, image=image), 1, text)

    it_is.__name__ = name.replace("-", "_") + "_is_refused"
    return test(it_is)


is_refused("bad-port", "Invalid guest port access: port=0x3f8", ["calls"])
is_refused("narrow-port", "Invalid guest port access: port=0x502")
is_refused("read-port", "Invalid guest port access: port=0x502")
is_refused("kick-without-ring", "Invalid guest port access: port=0x600")
is_refused("no-such-call", "Invalid guest hypercall: num=31")
is_refused("call-number-0", "Invalid guest hypercall: num=0", ["calls"])
is_refused("block-without-disk", "Invalid guest hypercall: num=5")
is_refused("struct-outside", "Invalid guest access: gpa=0x400000, sz=8")
is_refused("struct-at-end", "Invalid guest access: gpa=0x3ffff8, sz=8")
is_refused("struct-in-text", "Invalid guest access: gpa=0x10")
is_refused("struct-in-rodata", "Invalid guest access: gpa=0x10")
is_refused("data-outside", "Invalid guest access: gpa=0xfffffffffffffffc, "
           "sz=8")
is_refused("data-wraps", "Invalid guest access: gpa=0x100000, "
           "sz=18446744073708503040")
is_refused("bad-cookie", "Invalid guest access: gpa=0x3fff9c, sz=512")


@test
def a_disk_past_its_end_is_an_error_to_the_guest():
    for action in ("past-end", "across-end", "many-across-end",
                   "far-past-end"):
        for image in ("disk", "disk-ours"):
            with file_of(4096) as path:
                ended = run("--mem=4", f"--block:storage={path}",
                            guest(image), action)
                check(ended.status == 0 and "refused" in ended.out, ended)
                check(os.path.getsize(path) == 4096, action)
