"""The agenda files of a folder: which there are, and their bytes. Never waits, never follows a loop."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.reading import codes
from briefcli.reading.nodes import LARGEST

SUFFIXES = (".yaml", ".yml")


class Found(msgspec.Struct, frozen=True):
    """One file as the folder tells of it; `path` is relative to the agendas folder, with forward slashes."""

    path: str
    mtime_ns: int
    ctime_ns: int
    size: int
    inode: int

    @property
    def id(self) -> str:
        return self.path.rpartition("/")[2].rpartition(".")[0]


def find_files(root: Path) -> Iterator[Found]:
    """Every agenda file below `root`, hidden ones aside; folders that are links are not entered."""
    waiting = [(str(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            entries = os.scandir(folder)
        except OSError:
            if not prefix:
                raise
            continue
        with entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.name.endswith(SUFFIXES):
                    yield _found(entry, prefix + entry.name)
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))


def _found(entry: os.DirEntry[str], path: str) -> Found:
    try:
        state = entry.stat()
    except OSError:  # gone meanwhile, or a link to nowhere: reading it will say so
        return Found(path, 0, 0, 0, 0)
    return Found(path, state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino)


def read_bytes(file: Path, shown_as: str) -> bytes | Diagnostic:
    """The bytes of an ordinary file, at most one more than an agenda may have; else what is wrong with it."""
    try:
        # Without O_NONBLOCK opening a FIFO waits for a writer, for ever
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        return problem(shown_as, (1, 1), codes.UNREADABLE, f"the file cannot be read: {_reason(error)}", _advice(error))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        hint = "agendas are ordinary files; rename it or move it elsewhere"
        return problem(shown_as, (1, 1), codes.NOT_A_FILE, hint=hint)
    with os.fdopen(descriptor, "rb") as opened:
        try:
            return opened.read(LARGEST + 1)
        except OSError as error:
            return problem(shown_as, (1, 1), codes.UNREADABLE, f"the file cannot be read: {_reason(error)}")


def _reason(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()


def _advice(error: OSError) -> str | None:
    if isinstance(error, PermissionError):
        return "ask whoever owns it for permission to read it"
    return "it may be a link to a file that is gone" if isinstance(error, FileNotFoundError) else None
