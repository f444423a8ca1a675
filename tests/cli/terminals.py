"""A pseudo-terminal in which a test types as a person does."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

_PATIENCE = 20  # seconds that one program may take before the test fails


class Shown(msgspec.Struct):
    """The exit code, and the text on the screen."""

    code: int
    screen: str


class Terminal:
    """A terminal of a given size, in a folder. It runs the real program."""

    def __init__(self, folder: Path, environment: dict[str, str], *, columns: int = 80, rows: int = 24) -> None:
        self._folder = folder
        self._environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm", "LANG": "C.UTF-8", "PAGER": "cat",
            "XDG_CACHE_HOME": str(folder / ".cache"), "XDG_STATE_HOME": str(folder / ".state"), **environment,
        }  # fmt: skip
        self._size = (rows, columns)

    def run(self, *arguments: str, answers: Sequence[tuple[str, str]] = ()) -> Shown:
        """Run `brief`, and type each answer once its question is on the screen."""
        pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
        import fcntl
        import struct
        import termios

        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *self._size, 0, 0))
        command = [sys.executable, "-m", "briefcli", *arguments]
        program = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=self._folder, env=self._environment
        )
        os.close(theirs)
        screen = _Screen(ours)
        try:
            for question, answer in answers:
                screen.wait_for(question)
                os.write(ours, f"{answer}\n".encode())
            screen.read_to_the_end()
            return Shown(program.wait(_PATIENCE), screen.text)
        finally:
            os.close(ours)  # first, so that the program cannot block on output that nobody reads
            program.kill()
            program.wait(_PATIENCE)


class _Screen:
    """All that a program has written so far. Reading stops after `_PATIENCE` seconds."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._data = b""
        self._seen = 0  # where to search for the next question: after those that were answered
        self._end = time.monotonic() + _PATIENCE
        os.set_blocking(descriptor, False)

    @property
    def text(self) -> str:
        return self._data.decode(errors="replace").replace("\r\n", "\n")

    def wait_for(self, question: str) -> None:
        while (found := self.text.find(question, self._seen)) < 0:
            if not self._read():
                pytest.fail(f"“{question}” was not asked; the screen says:\n{self.text}")
        self._seen = found + len(question)

    def read_to_the_end(self) -> None:
        while self._read():
            pass

    def _read(self) -> bool:
        """Read what is available. Returns False at the end of the output, or if nothing came in time."""
        while time.monotonic() < self._end:
            try:
                data = os.read(self._descriptor, 65536)
            except BlockingIOError:
                time.sleep(0.01)
                continue
            except OSError:  # Linux: the other end is closed
                return False
            self._data += data
            return bool(data)
        return False
