"""Read the bytes of a regular file, up to a limit. Opening never blocks, not even for a pipe or a device."""

import errno
import os
import stat
from pathlib import Path

from briefcli.catalog import later, tr
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.errors import BriefError
from briefcli.reading import codes
from briefcli.reading.limits import LARGEST

# Without O_NONBLOCK, opening a pipe waits for a writer; without O_BINARY, Windows changes line ends and stops at Ctrl-Z
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class NotAFile(OSError):  # noqa: N818  # named after the code that `check` reports
    """The path is not a regular file but a pipe, a device or, with `errno.EISDIR`, a folder."""


def read_bytes(file: Path | str, shown_as: str, most: int = LARGEST + 1) -> bytes | Diagnostic:
    """Return at most `most` bytes of an agenda, or a diagnostic if the file cannot be read.

    The default is one byte more than an agenda may have, so that the caller notices a file that is too large.
    """
    try:
        return bytes_of(file, most)
    except NotAFile:
        hint = tr("agendas are ordinary files; rename it or move it elsewhere")
        return problem((1, 1), codes.NOT_A_FILE, hint=hint, path=shown_as)
    except OSError as error:
        message = tr("the file cannot be read: {reason}", reason=reason(error))
        return problem((1, 1), codes.UNREADABLE, message, _advice(error), path=shown_as)


def bytes_or_error(file: Path | str, shown_as: str, most: int = LARGEST + 1) -> bytes:
    """Like `read_bytes`, but raise BriefError if the file cannot be read."""
    data = read_bytes(file, shown_as, most)
    if isinstance(data, Diagnostic):
        raise BriefError(f"{shown_as}: {data.message}", data.hint)
    return data


def read_input(name: str, most: int) -> bytes:
    """Return at most `most` bytes of a file that the user named. Raises BriefError."""
    try:
        return bytes_of(name, most)
    except FileNotFoundError as error:
        raise BriefError(tr("there is no file “{name}”", name=name), tr("look at how the name is spelled")) from error
    except NotAFile as error:
        if error.errno == errno.EISDIR:
            raise BriefError(tr("{name} is a folder", name=name), tr("name one file in it")) from error
        raise BriefError(tr("{name} is no ordinary file", name=name), tr("name an ordinary file")) from error
    except OSError as error:
        message = tr("{name} cannot be read: {reason}", name=name, reason=reason(error))
        raise BriefError(message, tr("look at its name and its permissions")) from error


def bytes_of(file: Path | str, most: int) -> bytes:
    """Return at most `most` bytes of a regular file. Raises NotAFile for anything else, OSError if reading fails."""
    descriptor = _opened(file)
    try:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            raise NotAFile(errno.EISDIR if stat.S_ISDIR(state.st_mode) else errno.ENODEV, tr("not an ordinary file"))
        data = os.read(descriptor, min(state.st_size + 1, most))
        if len(data) == state.st_size:
            return data
        while len(data) < most and (part := os.read(descriptor, most - len(data))):
            data += part  # the file grew meanwhile, or reports no size, as files in /proc do
        return data
    finally:
        os.close(descriptor)


def _opened(file: Path | str) -> int:
    try:
        return os.open(file, _FLAGS)
    except ValueError as error:
        raise OSError(errno.EINVAL, tr("its name cannot be used")) from error
    except PermissionError as error:
        if os.path.isdir(file):  # noqa: PTH112  # Windows refuses to open a folder
            raise NotAFile(errno.EISDIR, tr("not an ordinary file")) from error
        raise


# The most common messages, listed for translation. All others stay as the system words them
_REASONS = (
    later("permission denied"), later("no such file or directory"), later("is a directory"), later("not a directory"),
    later("read-only file system"), later("no space left on device"), later("file name too long"),
    later("input/output error"), later("too many levels of symbolic links"), later("unknown reason"),
)  # fmt: skip


def reason(error: OSError) -> str:
    """Return the system's message in lower case, translated if possible, for use inside a sentence."""
    return tr((error.strerror or "unknown reason").lower())


def _advice(error: OSError) -> str | None:
    if isinstance(error, PermissionError):
        return tr("ask its owner for permission to read it")
    return tr("it may be a link to a file that is gone") if isinstance(error, FileNotFoundError) else None
