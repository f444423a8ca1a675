"""The bytes of a file, whatever it turns out to be. Never waits."""

import os
import stat
from pathlib import Path

from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.reading import codes
from briefcli.reading.limits import LARGEST


def read_bytes(file: Path | str, shown_as: str) -> bytes | Diagnostic:
    """The bytes of an ordinary file, at most one more than an agenda may have; else what is wrong with it."""
    try:
        # Without O_NONBLOCK opening a FIFO waits for a writer, for ever
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        return problem(shown_as, (1, 1), codes.UNREADABLE, f"the file cannot be read: {_reason(error)}", _advice(error))
    try:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            hint = "agendas are ordinary files; rename it or move it elsewhere"
            return problem(shown_as, (1, 1), codes.NOT_A_FILE, hint=hint)
        return _all_of(descriptor, state.st_size)
    except OSError as error:
        return problem(shown_as, (1, 1), codes.UNREADABLE, f"the file cannot be read: {_reason(error)}")
    finally:
        os.close(descriptor)


def _all_of(descriptor: int, size: int) -> bytes:
    """To the end, or one byte more than an agenda may have."""
    data = os.read(descriptor, min(size, LARGEST) + 1)
    if len(data) == size or len(data) > LARGEST:
        return data
    while len(data) <= LARGEST and (part := os.read(descriptor, LARGEST + 1 - len(data))):
        data += part  # it grew meanwhile, or says nothing of its size, as those in /proc
    return data


def _reason(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()


def _advice(error: OSError) -> str | None:
    if isinstance(error, PermissionError):
        return "ask whoever owns it for permission to read it"
    return "it may be a link to a file that is gone" if isinstance(error, FileNotFoundError) else None
