"""Finds the files that `brief check` and `brief fmt` work on: those that were named, else the whole agendas folder."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from briefcli.catalog import tr
from briefcli.cli.options import Common
from briefcli.cli.output import NO_AGENDA, warn, workspace
from briefcli.errors import BriefError, NothingFound, UsageError
from briefcli.folders import SETTINGS_FILE, is_agenda_name
from briefcli.index.checks.files import Checker, Finding, is_within
from briefcli.index.scan import scan
from briefcli.views.check import shown_findings
from briefcli.workspace import Workspace, agendas_here, find_agendas, shown_path


def findings_in(paths: Sequence[str], common: Common) -> list[Finding]:
    """The findings in these files and folders, or in the agendas folder if none is named. Raises BriefError."""
    if not paths:
        return _in_folder(workspace(common), None)
    named = paths_named(paths)
    home = agendas_here()
    inside = {path: name for path in named if home and (name := _inside(path, home)) is not None}
    found: list[Finding] = []
    if inside:
        found += _in_folder(workspace(common), None if "" in inside.values() else [*inside.values()])
    for path in named:
        if path not in inside:
            place = workspace(common, folder=path if path.is_dir() else path.parent)
            if path.is_dir():
                found += _in_folder(place, None)
            else:
                alone = Checker(place.internal).file(path, shown_path(path, Path.cwd()))
                found += shown_findings(alone, internal=place.internal)
    return found


def files_at(paths: Sequence[str]) -> Iterator[tuple[Path, str]]:
    """Each agenda file in these paths, or in the agendas folder, with its path in messages. Raises BriefError."""
    cwd = Path.cwd()
    for path in paths_named(paths) if paths else [find_agendas(cwd, os.environ)]:
        shown = shown_path(path, cwd)
        if path.is_dir():
            found = scan(path)
            yield from ((path / found.name_of(each), f"{shown}/{each}") for each in found.paths)
        elif is_agenda_name(path.name):
            yield path, shown
        else:
            raise UsageError(tr("{file} is no agenda: its name does not end in .yaml", file=shown))


def _in_folder(place: Workspace, only: Sequence[str] | None) -> list[Finding]:
    settings = place.settings()
    checker = Checker(place.internal, settings.rhythms, settings.official.folder)
    with place.open_index() as index:
        found = checker.folder(place.root, index, place.today, only)
        if not place.internal and any(only is None or is_within(each, only) for each in index.withheld_paths()):
            warn(tr("not all of this is public; mistakes in what is not are shown only with --internal"))
        if index.is_empty and not index.broken_files():
            warn(tr(NO_AGENDA))
        return shown_findings(found, internal=place.internal, folder=place.shown_as)


def paths_named(paths: Sequence[str]) -> list[Path]:
    """The paths that were named. Expands `*` and `?` if the shell did not, as on Windows. Raises BriefError."""
    from glob import glob

    found: list[Path] = []
    for path in paths:
        is_pattern = ("*" in path or "?" in path) and "\0" not in path and not os.path.lexists(path)
        matches = sorted(glob(path)) if is_pattern else []  # noqa: PTH207  # a pattern may be absolute
        found += map(_existing, matches or [path])
    return found


def _existing(name: str) -> Path:
    """The file or folder of this name, or else the file of the meeting that other commands find. Raises BriefError."""
    if "\0" not in name and os.path.lexists(name):
        return Path(name)
    home = agendas_here()
    if home is not None and name == Path(name).name:
        from briefcli.cli.choosing import file_typed

        with suppress(NothingFound):
            return home / file_typed(workspace(folder=home), name)
    raise BriefError(tr("there is no file or folder {name}", name=name), tr("without a name, all agendas are used"))


def _inside(path: Path, home: Path) -> str | None:
    """The path relative to `home`, as its index has it; None if it is outside `home`, hidden or nothing we read."""
    try:
        inside = os.path.relpath(path, home).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return None
    if inside == ".":
        return ""
    if inside == SETTINGS_FILE:
        return inside
    is_hidden = any(part.startswith(".") for part in inside.split("/"))
    return inside if not is_hidden and (path.is_dir() or is_agenda_name(path.name)) else None
