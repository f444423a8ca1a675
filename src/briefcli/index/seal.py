"""One small file beside an index: its locks say who works there, its words what the index looked like when whole.

SQLite sees a torn or foreign file only where the damage breaks its own structure; a changed letter in a row it
hands on as the truth. So whoever has written the index closes it with a seal (the marks by which any later write
shows), and whoever finds the seal broken throws the index away and makes it anew.

The locks are POSIX record locks: the kernel lets go of them when a process ends, however it ends, and a child
does not inherit them.
"""

import os
import time
from pathlib import Path

try:
    import fcntl
except ImportError:  # no such locks here: the index is then made in memory
    fcntl = None  # type: ignore[assignment]

PATIENCE = 30.0  # seconds to wait for others; the longest that one of them keeps a lock is a few
_GATE, _DOOR = 0, 1  # the two bytes that are locked
_LONGEST = 200


class Seal:
    """Raises OSError wherever something cannot be had, a lock in time included."""

    def __init__(self, file: Path) -> None:
        if fcntl is None:
            raise OSError("no record locks on this system")
        self._file = file
        self._open()

    def share(self) -> None:
        """Read from now on, together with others. The gate keeps a stream of readers from shutting writers out."""
        while True:
            self._lock(_GATE, fcntl.LOCK_SH)
            self._lock(_DOOR, fcntl.LOCK_SH)
            fcntl.lockf(self._descriptor, fcntl.LOCK_UN, 1, _GATE)
            if self._is_in_place():
                return
            self._reopen()

    def own(self) -> None:
        """Write from now on, alone."""
        self.release()  # two readers that both want to write would wait for each other
        while True:
            self._lock(_GATE, fcntl.LOCK_EX)
            self._lock(_DOOR, fcntl.LOCK_EX)
            if self._is_in_place():
                return
            self._reopen()

    def share_owned(self) -> None:
        """From writing to reading, with no one in between."""
        fcntl.lockf(self._descriptor, fcntl.LOCK_SH, 1, _DOOR)
        fcntl.lockf(self._descriptor, fcntl.LOCK_UN, 1, _GATE)

    def release(self) -> None:
        fcntl.lockf(self._descriptor, fcntl.LOCK_UN, 2, _GATE)

    def fits(self, index: Path) -> bool:
        """Whether the index is as it was when it was last left whole."""
        try:
            return os.pread(self._descriptor, _LONGEST, 0) == _marks(index)
        except OSError:
            return False

    def break_(self) -> None:
        """Before the first write: who finds it like this knows that someone did not finish."""
        os.ftruncate(self._descriptor, 0)
        os.fsync(self._descriptor)

    def close_on(self, index: Path) -> None:
        """After the last write. The index is on the disk before the seal is: a power cut leaves it broken."""
        descriptor = os.open(index, os.O_RDWR | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
            # A date that no clock gives again: the next write shows, were it in the same tick
            state = os.fstat(descriptor)
            os.utime(descriptor, ns=(state.st_atime_ns, state.st_mtime_ns // 2))
        finally:
            os.close(descriptor)
        os.pwrite(self._descriptor, _marks(index), 0)

    def close(self) -> None:
        os.close(self._descriptor)

    def _open(self) -> None:
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        self._descriptor = os.open(self._file, flags, 0o600)
        os.fchmod(self._descriptor, 0o600)

    def _reopen(self) -> None:
        os.close(self._descriptor)
        self._open()

    def _is_in_place(self) -> bool:
        """False where the file was removed while we waited for it: its locks then bind nobody."""
        try:
            there, ours = self._file.lstat(), os.fstat(self._descriptor)
        except FileNotFoundError:
            return False
        return (there.st_ino, there.st_dev) == (ours.st_ino, ours.st_dev)

    def _lock(self, byte: int, kind: int) -> None:
        until = time.monotonic() + PATIENCE
        pause = 0.001
        while True:
            try:
                fcntl.lockf(self._descriptor, kind | fcntl.LOCK_NB, 1, byte)
            except (BlockingIOError, PermissionError):
                if time.monotonic() > until:
                    raise
            else:
                return
            time.sleep(pause)
            pause = min(pause * 1.5, 0.05)


def _marks(index: Path) -> bytes:
    state = index.lstat()
    return f"brief {state.st_mtime_ns} {state.st_ctime_ns} {state.st_size} {state.st_ino}\n".encode()
