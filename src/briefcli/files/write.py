"""Write files whole or not at all, and never over a change that someone else made.

The new bytes are written to a temporary file in the same folder and synced to disk. Only then is that file renamed.
The old file is checked once more before it is deleted, because someone may have saved it a moment ago. A file that
cannot be replaced without losing its owner or hard links is overwritten in place.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from briefcli.catalog import tr
from briefcli.errors import BriefError, UsageError
from briefcli.files.read import NotAFile, bytes_of, read_input, reason
from briefcli.folders import is_agenda_name

# On Windows a file cannot be renamed while another program, such as a virus scanner, has it open: wait and try again
_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()  # seconds
_LARGEST = 200_000_000  # bytes that are read of a file before it is replaced
_MAY_STILL_SAVE = 0.005  # seconds: a program that opened the old file just before may write to it that long


def make_folder(folder: Path) -> None:
    """Create a folder and its parents if they do not exist. Raises BriefError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = tr("{folder} cannot be made: {reason}", folder=folder, reason=reason(error))
        raise BriefError(message, tr("give another name")) from error


def create(file: Path, data: bytes, shown_as: str, mode: int = 0o666) -> None:
    """Write a new file; the umask applies to `mode`. Raises UsageError if it exists, BriefError for other errors."""
    temporary = None
    try:
        temporary = _temporary(file.parent, data, mode)
        _name_first(temporary, file)
    except FileExistsError as error:
        message = tr("{file} exists already", file=shown_as)
        raise UsageError(message, tr("brief edit opens it; nothing was changed")) from error
    except (OSError, ValueError) as error:
        raise _unwritable(shown_as, error) from error
    finally:
        _remove(temporary)


def rights_like(file: Path) -> int:
    """Return the mode for a new file with the contents of `file`: only users who may read `file` may read it."""
    try:
        return stat.S_IMODE(file.stat().st_mode) & 0o666 | 0o600
    except (OSError, ValueError):
        return 0o666


def replace(file: Path, data: bytes, shown_as: str, before: bytes | None) -> None:
    """Replace the bytes of a file, which keeps its owner, permissions, hard links and attributes.

    `before` is what the caller read. If the file no longer holds those bytes, someone else saved it meanwhile. With
    None the file is created, or replaced whatever it holds. Raises BriefError; then nothing has changed.
    """
    target, temporary = Path(os.path.realpath(file)), None  # a symbolic link stays one
    try:
        state = _state(target)
        if state is not None and not (state.st_mode & 0o222 and os.access(target, os.W_OK)):
            hint = tr("remove its write protection if you may change it; nothing was changed")
            raise BriefError(tr("{file} is read-only", file=shown_as), hint)
        mode = 0o666 if state is None else 0o600  # until it gets the permissions of the target
        temporary = _temporary(target.parent, data, mode)
        if state is not None and not _took_over(temporary, target, state):
            is_done = _overwrite(target, data, before)
        elif before is not None:
            is_done = holds(target, before) and _replace_only(temporary, target, before, data)
        else:
            is_done = _patiently(temporary.replace, target)
        if not is_done:
            hint = tr("run the command again; nothing was changed")
            raise BriefError(tr("{file} was saved by someone else meanwhile", file=shown_as), hint)
    except (OSError, ValueError) as error:
        raise _unwritable(shown_as, error) from error
    finally:
        _remove(temporary, data, before)


def delete(file: Path, before: bytes, shown_as: str) -> None:
    """Delete a file if it still holds `before`. Otherwise raise BriefError and change nothing."""
    try:
        aside = _renamed_aside(file)
        if aside is None or not holds(aside, before):
            if aside is not None:
                _name_first(aside, file)
            raise BriefError(tr("{file} was saved by someone else meanwhile", file=shown_as))
        aside.unlink()
    except OSError as error:
        raise _unwritable(shown_as, error) from error


def write_output(file: Path, data: bytes, endings: tuple[str, ...], is_ours: Callable[[bytes], bool]) -> None:
    """Write the output of a command to a file, a pipe or a device.

    An existing file is replaced if it is empty, or if its name has one of the `endings` and `is_ours` accepts its
    bytes. Raises UsageError for an agenda or any other existing file, BriefError if the file cannot be written.
    """
    try:
        state = _state(file)
        if state is not None and not stat.S_ISREG(state.st_mode) and not stat.S_ISDIR(state.st_mode):
            file.write_bytes(data)
            return
        there = b"" if state is None else read_input(str(file), _LARGEST)
    except (OSError, ValueError) as error:
        raise _unwritable(str(file), error) from error
    if is_agenda_name(file.name) or (there and not (file.name.lower().endswith(endings) and is_ours(there))):
        message = tr("{file} was not made by brief, or was changed since; it is left as it is", file=file)
        raise UsageError(message, tr("give another name with --output"))
    replace(file, data, str(file), None)


def _temporary(folder: Path, data: bytes, mode: int) -> Path:
    """Create a temporary file with these bytes in the folder, and sync it to disk."""
    file = folder / f".brief-{os.urandom(6).hex()}.tmp"
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
            _sync(opened)
    except BaseException:
        _remove(file)
        raise
    return file


def _name_first(source: Path, file: Path) -> None:
    """Rename `source` to `file` without overwriting. Raises FileExistsError."""
    if os.name == "nt":
        _patiently(source.rename, file)  # on Windows this never overwrites
        return
    try:
        file.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError:  # a disk or share without hard links
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        source.replace(file)
    else:
        source.unlink()


def _replace_only(temporary: Path, target: Path, before: bytes, data: bytes) -> bool:
    """Swap the files, and swap them back and return False if the old one does not hold `before`."""
    try:
        if not _swap(temporary, target, before):
            return False
        time.sleep(_MAY_STILL_SAVE)
        return holds(temporary, before)
    finally:
        if not holds(temporary, before, data):
            _swap(temporary, target, data)


def _swap(new: Path, target: Path, expected: bytes) -> bool:
    """Swap the names of two files. Return False if the target is gone, or if someone saves it at this moment.

    If the system cannot do this in one step, the target first gets a hidden name. If the program is killed before the
    new file is in place, the target keeps that hidden name, and `check` reports it.
    """
    if _exchange(new, target):
        return True
    aside = _renamed_aside(target)
    if aside is None:
        return False
    try:
        _name_first(new, target)
    except FileExistsError:
        _remove(aside, expected)
        return False
    except BaseException:
        _name_first(aside, target)
        raise
    aside.rename(new)
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Swap the names of two files in one step. Return False if that fails: only Linux can, and not on a network."""
    if sys.platform != "linux":
        return False
    try:
        import ctypes

        rename = ctypes.CDLL(None).renameat2
    except (ImportError, OSError, AttributeError):
        return False
    current_folder, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(rename(current_folder, os.fsencode(one), current_folder, os.fsencode(other), exchange) == 0)


def _renamed_aside(file: Path) -> Path | None:
    """Give a file a hidden name and return that name, or None if the file is gone."""
    aside = file.with_name(f".{file.name}.before-{os.urandom(4).hex()}")
    try:
        _patiently(file.rename, aside)
    except FileNotFoundError:
        return None
    return aside


def _patiently(step: Callable[[Path], object], file: Path) -> bool:
    # On Windows another program may have the file open: try again after each of `_WAITS`
    for wait in _WAITS:
        try:
            step(file)
        except PermissionError:
            time.sleep(wait)
        else:
            return True
    step(file)
    return True


def holds(file: Path, *contents: bytes) -> bool:
    """Whether the file has one of these contents. Raises OSError if it cannot be read."""
    try:
        return bytes_of(file, max(map(len, contents)) + 1) in contents
    except (FileNotFoundError, NotAFile):
        return False


def _state(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except FileNotFoundError:
        return None


def _took_over(temporary: Path, target: Path, state: os.stat_result) -> bool:
    """Copy owner, permissions and attributes of the target. False if that is not possible, or it has hard links."""
    import shutil

    if not stat.S_ISREG(state.st_mode):
        raise NotAFile(errno.ENODEV, tr("not an ordinary file"))
    try:
        made = temporary.stat()
        if (made.st_uid, made.st_gid) != (state.st_uid, state.st_gid):
            os.chown(temporary, state.st_uid, state.st_gid)
        shutil.copystat(target, temporary)
        os.utime(temporary)
    except OSError:
        return False
    return state.st_nlink == 1


def _overwrite(target: Path, data: bytes, before: bytes | None) -> bool:
    """Write into the file itself, which keeps its hard links and owner. Return False if it no longer holds `before`.

    The bytes beyond the present end are written first, so that a full disk is noticed before a byte is lost.
    """
    with target.open("r+b") as opened:
        if before is not None and opened.read(len(before) + 1) != before:
            return False
        size = opened.seek(0, os.SEEK_END)
        try:
            opened.write(data[size:])
            opened.flush()
        except OSError:
            os.truncate(target, size)
            raise
        opened.seek(0)
        opened.write(data[:size])
        opened.truncate(len(data))
        _sync(opened)
    return True


def _sync(opened: IO[bytes]) -> None:
    """Wait until the bytes are on the disk, except where the file system cannot tell, as on some network drives."""
    opened.flush()
    try:
        os.fsync(opened.fileno())
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise


def _remove(temporary: Path | None, *contents: bytes | None) -> None:
    """Remove a temporary file. If `contents` are given, remove it only if it holds one of them and so is ours."""
    known = [each for each in contents if each is not None]
    with contextlib.suppress(OSError):
        if temporary is not None and (not known or holds(temporary, *known)):
            temporary.unlink()


def _unwritable(shown_as: str, error: OSError | ValueError) -> BriefError:
    why = reason(error) if isinstance(error, OSError) else tr("its name cannot be used")
    hint = tr("look at the permissions of its folder and at the disk, and whether another program has it open")
    if isinstance(error, FileNotFoundError):
        hint = tr("make the folder first, or look how its name is spelled")
    return BriefError(tr("{file} cannot be written: {reason}", file=shown_as, reason=why), hint)
