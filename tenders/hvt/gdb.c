#define _GNU_SOURCE
#include "gdb.h"
#include "gdb_guest.h"
#include "stop.h"
#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static int connection = -1;
static struct gdb_parser parser;
static struct gdb_reply reply;

/* ---- the connection ---- */

/* Reachable from this machine alone: whoever connects commands the guest. */
static int listen_at(uint16_t port)
{
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int yes = 1;

    if (fd < 0 ||
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)) < 0 ||
        bind(fd, (const struct sockaddr *)&address, sizeof(address)) < 0 ||
        listen(fd, 1) < 0)
        err(EXIT_FAILURE, "Could not listen for a debugger on port %u", port);
    return fd;
}

static int accept_at(int listener)
{
    struct sockaddr_in peer;
    socklen_t size = sizeof(peer);
    int fd;

    if (!stop_wait(listener, POLLIN))
        errx(EXIT_FAILURE, "Exiting on signal %d", stop_signal());
    fd = accept4(listener, (struct sockaddr *)&peer, &size, SOCK_CLOEXEC);
    if (fd < 0)
        err(EXIT_FAILURE, "Could not accept a debugger");
    warnx("Connection from debugger at %s", inet_ntoa(peer.sin_addr));
    return fd;
}

/* SIGIO comes for whatever gdb sends; it counts while the guest runs. */
static void ask_for_signals(void)
{
    int flags = fcntl(connection, F_GETFL);

    stop_interrupt_on(SIGIO);
    if (fcntl(connection, F_SETOWN, getpid()) < 0 ||
        fcntl(connection, F_SETFL, flags | O_ASYNC) < 0)
        err(EXIT_FAILURE, "Could not watch the debugger");
}

bool gdb_is_connected(void)
{
    return connection >= 0;
}

static void disconnect(struct hvt *hvt)
{
    close(connection);
    connection = -1;
    waiter_set_debugger(&hvt->waiter, -1);
    gdb_guest_release(hvt);
}

static void send_reply(void)
{
    size_t sent = 0;

    while (sent < reply.size) {
        ssize_t size = write(connection, reply.frame + sent, reply.size - sent);

        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return; /* the next read will find that gdb has gone */
        sent += (size_t)size;
    }
}

/* The next event, or GDB_NOTHING once the debugger has gone. */
static enum gdb_event receive(void)
{
    enum gdb_event event = GDB_NOTHING;
    char byte;

    while (event == GDB_NOTHING) {
        if (!stop_wait(connection, POLLIN))
            errx(EXIT_FAILURE, "Exiting on signal %d", stop_signal());
        if (read(connection, &byte, 1) != 1)
            return GDB_NOTHING;
        event = gdb_parser_take(&parser, byte);
    }
    return event;
}

bool gdb_was_interrupted(void)
{
    struct pollfd wait = {.fd = connection, .events = POLLIN};

    return connection >= 0 && poll(&wait, 1, 0) > 0;
}

/* ---- the conversation ---- */

static void acknowledge(bool good)
{
    if (write(connection, good ? "+" : "-", 1) != 1)
        return; /* as in send_reply */
}

/* Carries out commands until one lets the guest go on. */
static enum gdb_outcome converse(const struct gdb_target *target, int signal)
{
    for (;;) {
        enum gdb_event event = receive();
        enum gdb_outcome outcome;

        if (event == GDB_NOTHING)
            return GDB_DETACH;
        if (event == GDB_NACK)
            send_reply();
        if (event == GDB_BAD_PACKET)
            acknowledge(false);
        if (event != GDB_PACKET)
            continue;
        acknowledge(true);
        outcome = gdb_command(target, signal, parser.data, &reply);
        if (outcome == GDB_STAY || outcome == GDB_DETACH)
            send_reply();
        if (outcome != GDB_STAY)
            return outcome;
    }
}

static void let_debug(struct hvt *hvt, int signal)
{
    struct gdb_target target = gdb_guest_target(hvt);
    enum gdb_outcome outcome = converse(&target, signal);

    if (outcome == GDB_KILL)
        errx(EXIT_FAILURE, "Killed by the debugger");
    if (outcome == GDB_DETACH)
        disconnect(hvt);
    else
        gdb_guest_arm(hvt, outcome == GDB_STEP);
    /* What came with the last command brings no signal of its own. */
    stop_interrupt();
}

void gdb_connect(struct hvt *hvt)
{
    int listener = listen_at(hvt->gdb_port);

    warnx("Waiting for a debugger. Connect to it like this:");
    warnx("\tgdb --ex=\"target remote localhost:%u\" %s", hvt->gdb_port,
          hvt->tender.kernel_path);
    connection = accept_at(listener);
    close(listener);
    ask_for_signals();
    waiter_set_debugger(&hvt->waiter, connection);
    let_debug(hvt, SIGTRAP);
}

void gdb_stopped(struct hvt *hvt, int signal)
{
    gdb_reply_event(&reply, 'S', (uint8_t)signal);
    send_reply();
    let_debug(hvt, signal);
}

void gdb_ended(int status)
{
    if (connection < 0)
        return;
    gdb_reply_event(&reply, 'W', (uint8_t)status);
    send_reply();
}
