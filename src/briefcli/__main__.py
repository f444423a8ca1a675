"""`python -m briefcli` and the command `brief`."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # signal takes milliseconds, in which Ctrl-C prints a traceback

# Until run_command can answer it, Ctrl-C ends the process at once: Python's own handler would print a traceback
if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)

import gc
import os
import sys

TYPE_CHECKING = False  # the module typing, and the exit codes, cost a TAB 5 ms
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command that was typed."""
    if sys.argv[1:2] == ["__complete"]:
        from briefcli.completing import main as complete

        complete(sys.argv[2:])
        sys.exit(0)
    _fill_closed_streams()
    # A start makes some 100,000 objects and drops hardly one: looking for garbage meanwhile takes 8% of it
    gc.set_threshold(200_000, 20, 20)
    _load_msgspec()
    from briefcli.cli.app import run_command

    code = run_command()
    gc.freeze()  # nor does it pay to look for garbage at the end
    sys.exit(_flushed(code))


def _load_msgspec() -> None:
    """Load it without typing_extensions, which takes 5% of a start, and which it can do without since Python 3.11."""
    spared = "typing_extensions"
    if spared not in sys.modules:
        sys.modules[spared] = None  # type: ignore[assignment]  # so that importing it fails
        try:
            import msgspec  # noqa: F401
        except ImportError:  # of a version that cannot do without; it is imported again, with it
            pass
        finally:
            del sys.modules[spared]


def _fill_closed_streams() -> None:
    """Where a stream is closed (`2>&-`), the next file to be opened would take its place, and be written to."""
    for stream in range(3):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    # A user who closes these wants no messages; a command that cannot print its answer says so later
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _flushed(code: int) -> int:
    """The exit code, once all output is written: Python itself would end with 120 where nobody listens any more."""
    from briefcli.errors import Exit

    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            code = code or Exit.UNUSABLE
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    return code


if __name__ == "__main__":
    main()
