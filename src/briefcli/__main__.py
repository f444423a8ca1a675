"""The entry point of `python -m briefcli` and of the command `brief`."""

from __future__ import annotations

# Not the module signal: it takes milliseconds to import, and Ctrl-C in that time prints a traceback
import _signal  # type: ignore[import-not-found]

# Let Ctrl-C end the process at once until run_command handles it: Python's own handler would print a traceback
if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)

import gc
import os
import sys

TYPE_CHECKING = False  # a TAB needs neither typing nor the exit codes, which take 5 ms to import
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command that was typed, or answer a shell that asks for completions."""
    if sys.argv[1:2] == ["__complete"]:
        from briefcli.completing import main as complete

        complete(sys.argv[2:])
        sys.exit(0)
    _prepare_streams()
    # Starting creates some 100,000 objects and frees hardly any: collecting garbage meanwhile takes 8% of the time
    gc.set_threshold(200_000, 20, 20)
    _load_msgspec()
    from briefcli.cli.app import run_command

    code = run_command()
    gc.freeze()  # collecting garbage at exit is not worth the time either
    sys.exit(_flushed(code))


def _load_msgspec() -> None:
    """Import msgspec without typing_extensions, which takes 5% of a start and is not needed since Python 3.11."""
    spared = "typing_extensions"
    if spared not in sys.modules:
        sys.modules[spared] = None  # type: ignore[assignment]  # so that importing it fails
        try:
            import msgspec  # noqa: F401
        except ImportError:  # this version needs typing_extensions; a later import will load both
            pass
        finally:
            del sys.modules[spared]


def _prepare_streams() -> None:
    """Open the null device for each closed standard stream (`2>&-`), and let reading and writing wait.

    Otherwise the next file to be opened would get the stream's number, and messages would be written into that file.
    A parent that does not wait for its pipe shares that with us: text would be lost.
    """
    for stream in range(3):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
        if os.name != "nt":
            os.set_blocking(stream, True)
    # A user who closes standard error wants no messages. Standard output stays None: `cli.output.write` reports it
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _flushed(code: int) -> int:
    """Flush the output and return the exit code. Python itself would exit with 120 if nobody reads the output."""
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
