/* The messages here are Solo5's, which scripts look for. */
#include "run.h"
#include "calls.h"
#include "descriptors.h"
#include "fault.h"
#include "gdb.h"
#include "gdb_guest.h"
#include "stop.h"
#include <err.h>
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

enum { VECTOR_DEBUG = 1, VECTOR_BREAKPOINT = 3 };

static uint64_t rip(const struct hvt *hvt)
{
    struct kvm_sregs sregs;
    struct kvm_regs regs;

    vm_get_registers(&hvt->vm, &regs, &sregs);
    return regs.rip;
}

/* As Linux tells processes of faults. */
static int signal_of(uint64_t vector)
{
    switch (vector) {
    case 0:
    case 16:
    case 19:
        return SIGFPE;
    case VECTOR_DEBUG:
    case VECTOR_BREAKPOINT:
        return SIGTRAP;
    case 6:
        return SIGILL;
    default:
        return SIGSEGV;
    }
}

/*
 * Shows a fault to the debugger. False if it has been shown, and the guest
 * could do no better than to run into it again.
 */
static bool show_fault(struct hvt *hvt, const struct mirage_hvt_fault *fault)
{
    if (fault->vector == VECTOR_BREAKPOINT)
        gdb_guest_rewind(hvt);
    else if (fault->vector != VECTOR_DEBUG &&
             hvt->shown_fault_rip == fault->frame.rip)
        return false;
    hvt->shown_fault_rip = fault->frame.rip;
    gdb_stopped(hvt, signal_of(fault->vector));
    return true;
}

/*
 * A guest at ring 3 ends as one at ring 0 would that has installed handlers:
 * crashed, not stopped by an error of the tender.
 */
static bool serve_fault(struct hvt *hvt, uint64_t vector)
{
    struct mirage_hvt_fault fault = fault_read(hvt, vector);

    /* From here on it is as if the guest had not gone below ring 3. */
    fault_return(hvt, &fault);
    if (gdb_is_connected() && show_fault(hvt, &fault))
        return true;
    if (fault_deliver(hvt, &fault))
        return true;
    fault_print(&fault);
    hvt->status = HVT_EXIT_ABORT;
    return false;
}

static bool serve_call(struct hvt *hvt, unsigned number, uint32_t address)
{
    switch (call_handle(hvt, number, address)) {
    case CALL_DONE:
        return true;
    case CALL_HALT:
        return false;
    case CALL_UNKNOWN:
        errx(EXIT_FAILURE, "Invalid guest hypercall: num=%u", number);
    case CALL_BAD_ACCESS:
        errx(EXIT_FAILURE,
             "hypercall %u: Invalid guest access: gpa=0x%" PRIx64
             ", sz=%" PRIu64,
             number, hvt->guest.refused_address, hvt->guest.refused_size);
    }
    return false;
}

static bool serve_io(struct hvt *hvt)
{
    const struct kvm_run *run = hvt->vm.run;
    uint16_t port = run->io.port;
    uint32_t value;

    if (fault_is_port(hvt, port))
        return serve_fault(hvt, port - FAULT_PORT);
    if (run->io.direction != KVM_EXIT_IO_OUT || run->io.size != sizeof(value) ||
        run->io.count != 1 || port < HVT_HYPERCALL_PORT ||
        port >= HVT_NET_RING_PORT)
        errx(EXIT_FAILURE, "Invalid guest port access: port=0x%" PRIx16, port);
    memcpy(&value, (const uint8_t *)run + run->io.data_offset, sizeof(value));
    return serve_call(hvt, port - HVT_HYPERCALL_PORT, value);
}

/* A KVM that emulates ring 0 may know nothing of `int3`. */
static bool stands_at_breakpoint(const struct hvt *hvt)
{
    return gdb_is_connected() && gdb_guest_has_breakpoint(rip(hvt));
}

static bool serve_exit(struct hvt *hvt)
{
    const struct kvm_run *run = hvt->vm.run;

    switch (run->exit_reason) {
    case KVM_EXIT_IO:
        return serve_io(hvt);
    case KVM_EXIT_DEBUG:
        gdb_stopped(hvt, SIGTRAP);
        return true;
    case KVM_EXIT_FAIL_ENTRY:
        errx(EXIT_FAILURE,
             "KVM: entry failure: hw_entry_failure_reason=0x%" PRIx64,
             (uint64_t)run->fail_entry.hardware_entry_failure_reason);
    case KVM_EXIT_INTERNAL_ERROR:
        if (stands_at_breakpoint(hvt)) {
            gdb_stopped(hvt, SIGTRAP);
            return true;
        }
        errx(EXIT_FAILURE, "KVM: internal error exit: suberror=0x%" PRIx32,
             run->internal.suberror);
    default:
        errx(EXIT_FAILURE,
             "KVM: unhandled exit: exit_reason=0x%" PRIx32 ", rip=0x%" PRIx64,
             run->exit_reason, rip(hvt));
    }
}

static void check_signal(void)
{
    if (stop_signal())
        errx(EXIT_FAILURE, "Exiting on signal %d", stop_signal());
}

static void check_debugger(struct hvt *hvt)
{
    if (stop_was_interrupted() && gdb_was_interrupted())
        gdb_stopped(hvt, SIGINT);
}

void run_guest(struct hvt *hvt)
{
    for (;;) {
        int result;

        stop_rearm();
        check_signal();
        check_debugger(hvt);
        result = ioctl(hvt->vm.cpu_fd, KVM_RUN, NULL);
        if (result < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (result < 0 && errno == EFAULT)
            errx(EXIT_FAILURE,
                 "KVM: host/guest translation fault: rip=0x%" PRIx64, rip(hvt));
        if (result < 0)
            err(EXIT_FAILURE, "KVM: ioctl (KVM_RUN) failed");
        if (!serve_exit(hvt))
            return;
    }
}
