"""How these programs end: what went wrong, in one message, and the status."""

import errno
import os
import signal
import sys

EXIT_ERROR = 123  # what the user or the world can put right
EXIT_USAGE = 124
EXIT_BUG = 125


FULL_DISK = ("The disk is full: make room there, or set XDG_CACHE_HOME to a "
             "folder on a larger disk, and run this again")


class Failure(Exception):
    """Ends the program. Names the culprit, and what to do about it."""


class MissingFile(Failure):
    """The archive does not have a file that its index names, or no longer."""


class UsageFailure(Failure):
    """A command line that makes no sense."""


def fail_at(path, line, message):
    raise Failure(f"{path}:{line}: error: {message}")


def describe_os_error(error):
    """An OSError as a sentence that names the file."""
    path = error.filename2 or error.filename
    what = f"{path}: {error.strerror}" if path else str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{what}. {FULL_DISK}"
    return what


def print_failure(message):
    """Messages with a place in a file stand alone, as a compiler's do."""
    sys.stdout.flush()
    located = ": error: " in message.split("\n", 1)[0]
    print(message if located else f"mirage: [ERROR] {message}",
          file=sys.stderr)


def end_by_signal(number):
    """Ends as a program does that leaves the signal alone: make sees it."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def stop(number, frame):
    raise KeyboardInterrupt(number)


def run(main):
    """Calls main, turns what it raises into a message and an exit status."""
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGHUP, stop)
    try:
        main()
        sys.stdout.flush()
    except UsageFailure as failure:
        print_failure(str(failure))
        sys.exit(EXIT_USAGE)
    except Failure as failure:
        print_failure(str(failure))
        sys.exit(EXIT_ERROR)
    except OSError as error:
        print_failure(describe_os_error(error))
        sys.exit(EXIT_ERROR)
    except KeyboardInterrupt as interrupt:
        print_failure("interrupted. What was fetched and built so far is kept")
        end_by_signal(interrupt.args[0] if interrupt.args else signal.SIGINT)
    except Exception:  # a bug: all that is known about it, for its report
        import traceback
        traceback.print_exc()
        print_failure("this is a bug in mirage; please report it with the "
                      "lines above")
        sys.exit(EXIT_BUG)
