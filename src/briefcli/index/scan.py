"""Lists every file that is in the agendas folder now, with a stamp that shows whether the file has changed."""

import os
import struct
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from briefcli.catalog import tr
from briefcli.config import RECORD_FOLDER
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.domain.file_names import copied_from, meant_name
from briefcli.folders import SETTINGS_FILE, is_agenda_name
from briefcli.official.names import is_official, is_official_name

# File systems round times (to two seconds on FAT, far less elsewhere), so a file that is changed twice within that time
# can look the same. So the stamp of a file that was changed less than this before the scan is not trusted.
GRAIN_NS = 2_000_000_000

Stamp = bytes  # modification time, change time, size and inode of a file, packed: there may be 100,000 of them
UNTRUSTED: Stamp = b""  # the stamp of a file that must be read again next time
_PACKED = struct.Struct("4Q")
_LOWEST = 2**64 - 1  # bits: inodes on Windows can have more, and so can the time of a file from before 1678

_IS_WINDOWS = os.name == "nt"
# Parts of the names that programs give to copies, in lower case
_OF_COPIES = ("(", "[", " ", "conflict", "copy", "kopie", "-desktop-", "-laptop-")


class Scan(msgspec.Struct, frozen=True):
    """Every file (agendas and official record) by its path inside the folder, with / between its parts."""

    stamps: dict[str, Stamp]
    odd_names: dict[str, str]  # the real names of the files whose path has escapes, for bytes that are not UTF-8
    # What is wrong with a file that is a copy made by a program, or with a file or folder that may hold agendas but is
    # not read (and has no stamp)
    remarks: dict[str, Diagnostic]
    record_folder: str = RECORD_FOLDER

    def name_of(self, path: str) -> str:
        """The name of a file in the file system."""
        return self.odd_names.get(path, path)

    @property
    def paths(self) -> list[str]:
        """The paths of the agendas, sorted."""
        return sorted(path for path in self.stamps if not is_official(path, self.record_folder))


def scan(root: Path, record_folder: str = RECORD_FOLDER) -> Scan:
    """Every agenda below `root` and every file of the record, without hidden ones. Links to folders are not followed.

    The folder of the record itself may be a link, hidden or outside `root`. Raises OSError if `root` cannot be read.
    """
    stamps: dict[str, Stamp] = {}
    others: list[str] = []
    recent = time.time_ns() - GRAIN_NS  # taken first, so that what changes during the scan is more recent
    closed: dict[str, str] = {}
    folders = {f"{record_folder}/": f"{root}/{record_folder}", "": str(root)}
    while folders:
        prefix, folder = folders.popitem()  # the newest first: the record's comes once, after all others
        is_ours = is_official_name if is_official(prefix, record_folder) else is_agenda_name
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if is_ours(entry.name) and entry.name[0] != ".":
                        stamps[prefix + entry.name] = _stamp(entry, f"{folder}/{entry.name}", recent)
                    elif _is_folder(entry):
                        folders[f"{prefix}{entry.name}/"] = f"{folder}/{entry.name}"
                    elif _may_be_meant(entry) and prefix + entry.name not in {record_folder, SETTINGS_FILE}:
                        others.append(prefix + entry.name)
        except OSError as error:
            if not prefix:
                raise
            if not isinstance(error, FileNotFoundError):  # deleted meanwhile, or there is no record
                from briefcli.files.read import reason

                closed[prefix.rstrip("/")] = tr("the folder cannot be read: {reason}", reason=reason(error))
    odd = _escaped(stamps)
    passed_over = [_passed_over(path, why) for path, why in (*closed.items(), *_meant_as_agendas(root, others, stamps))]
    remarks = {each.path: each for each in (*passed_over, *_copies(stamps, record_folder))}
    return Scan(stamps, odd, remarks, record_folder)


def is_agenda_path(path: str, record_folder: str) -> bool:
    """Whether a scan takes a file at this path inside the folder for an agenda."""
    is_shown = not any(part.startswith(".") for part in path.split("/"))
    return is_shown and is_agenda_name(path) and not is_official(path, record_folder)


def _passed_over(path: str, why: str) -> Diagnostic:
    from briefcli.reading import codes

    hint = tr("rename it, or move it out of the agendas folder")
    return problem((1, 1), codes.PASSED_OVER, why, hint, path=_as_text(path))


def _meant_as_agendas(root: Path, others: Iterable[str], stamps: Mapping[str, Stamp]) -> Iterator[tuple[str, str]]:
    """The links to folders and files with another ending that a user may take for agendas, and why each is not read."""
    for path in others:
        folder, slash, name = path.rpartition("/")
        meant = meant_name(name)
        if os.path.isdir(root / path):  # noqa: PTH112  # Path raises without permission
            yield path, tr("a link to a folder is not followed")
        elif meant == SETTINGS_FILE:
            if folder or not os.path.lexists(root / SETTINGS_FILE):
                yield path, tr("the settings are read only from {file} beside the agendas", file=SETTINGS_FILE)
        elif meant is not None and f"{folder}{slash}{meant}" not in stamps:
            if name.endswith(".icloud"):
                yield path, tr("iCloud has not put this file on this computer yet")
            elif name.startswith("."):
                yield path, tr("an interrupted change left this copy, and the agenda itself is gone")
            else:
                yield path, tr("the name of an agenda ends in .yaml")


def _copies(stamps: dict[str, Stamp], record_folder: str) -> Iterator[Diagnostic]:
    """A diagnostic for each copy. Its stamp is marked, so that it is read again if the original comes or goes."""
    if not _may_be_copy("\n".join(stamps)):  # all names at once, as every command runs this
        return
    from briefcli.reading import codes

    for path in [each for each in stamps if _may_be_copy(each.rpartition("/")[2])]:  # folders may have spaces
        if is_official(path, record_folder):
            continue
        stem, dot, ending = path.rpartition(".")
        folder, slash, name = stem.rpartition("/")
        while name := copied_from(name):  # a copy may be copied
            original = f"{folder}{slash}{name}{dot}{ending}"
            if original in stamps:
                stamps[path] = stamps[path] and stamps[path] + b"copy"
                yield problem((1, 1), codes.COPY, *said_of_copy(original), path=path)
                break


def said_of_copy(original: str) -> tuple[str, str]:
    """What is wrong with a copy of this file, and what to do."""
    message = tr("this seems to be a copy of {file}; both count in every answer", file=original)
    return message, tr("keep what is right in {file}, and remove the copy", file=original)


def _may_be_copy(path: str) -> bool:
    path = path.lower()
    return any(sign in path for sign in _OF_COPIES)


def _stamp(entry: os.DirEntry[str], file: str, recent: int) -> Stamp:
    try:
        # On Windows the entry has no inode, and its times can be outdated
        state = os.stat(file) if _IS_WINDOWS else entry.stat()  # noqa: PTH116
    except OSError:  # deleted meanwhile, or a broken link: reading it reports that
        return UNTRUSTED
    modified, changed = state.st_mtime_ns, state.st_ctime_ns
    if modified >= recent or changed >= recent:
        return UNTRUSTED
    return _PACKED.pack(modified & _LOWEST, changed & _LOWEST, state.st_size, state.st_ino & _LOWEST)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder that is not hidden, and no link."""
    return entry.name[0] != "." and entry.is_dir(follow_symlinks=False) and not _is_junction(entry)


def _may_be_meant(entry: os.DirEntry[str]) -> bool:
    """Whether a user may take it for an agenda or for a folder with agendas."""
    name = entry.name
    if name[0] == ".":
        return ".y" in name.lower() and (".before-" in name or name.endswith(".icloud"))
    return entry.is_symlink() or _is_junction(entry) or ".y" in name.lower() or "brief" in name.lower()


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether it is a junction of Windows, a link to a folder that may lead back here. Needs Python 3.12."""
    return _IS_WINDOWS and hasattr(entry, "is_junction") and entry.is_junction()


def _escaped(stamps: dict[str, Stamp]) -> dict[str, str]:
    """Give each path that is not valid UTF-8 its escapes. Returns the real names by these new paths."""
    odd: dict[str, str] = {}
    for name in sorted(name for name in stamps if not name.isascii()):
        if (shown := _as_text(name)) != name:
            while shown in stamps:  # another name has these escapes as letters
                shown = shown.replace("\\", "\\\\")
            odd[shown], stamps[shown] = name, stamps.pop(name)
    return odd


def _as_text(name: str) -> str:
    """The name with escapes for the bytes that are not UTF-8, which can be neither stored nor printed."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
