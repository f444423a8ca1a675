"""The commands about the files themselves, those that were named or all: find their mistakes, put them in order."""

import contextlib
import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from briefcli.catalog import tr
from briefcli.cli.options import CheckFormat, Common, Paths, Text, flag, option
from briefcli.cli.output import NO_AGENDA, complain, emit, say, screen, warn, workspace, write
from briefcli.domain.diagnostic import Diagnostic
from briefcli.errors import BriefError, Exit, NothingFound, UsageError
from briefcli.folders import is_agenda_name
from briefcli.index.checks.files import Checker, Finding, is_one_of
from briefcli.index.scan import scan
from briefcli.reading.codes import CODES
from briefcli.reading.explained import explained
from briefcli.reading.leaves import nearest
from briefcli.views.check import check_view, shown_findings, summary
from briefcli.workspace import Workspace, find_agendas, shown_path


class Result(StrEnum):
    """What became of a file."""

    CHANGED = "changed"
    SAME = "same"
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"


def check(
    paths: Paths = None,
    strict: Annotated[bool, flag("--strict", "Let warnings count as errors.")] = False,
    explain: Annotated[Text, option("--explain", "CODE", "Explain a code, with an example before and after.")] = None,
    watch: Annotated[bool, flag("--watch", "Check again whenever a file changes, until Ctrl-C.")] = False,
    form: Annotated[CheckFormat, option("--format -f", None, "How to print what is found.")] = "table",
    *,
    common: Common,
) -> Exit:
    """Find the mistakes in agenda files, show where they are, and say what to do.

    Each is shown as path:line:column: severity[code] message, with the line itself. The exit code is 1 where
    there are errors. A comment “# brief: ignore[code]” on a line silences that code on that line.

    Example: brief check agendas/dmm-2023-06.yaml
    """
    if explain is not None:
        text = explained(explain)
        if text is None:
            hint = nearest(explain, CODES) or tr("the codes are {codes}", codes=", ".join(CODES))
            raise NothingFound(tr("there is no code “{name}”", name=explain), hint)
        write(text)
        return Exit.DONE
    for _ in changes(paths or []) if watch else ():
        try:
            _check(paths or [], common, form, strict=strict)
        except BriefError as error:
            if error.exit_code is Exit.USAGE:
                raise
            complain(error)  # settings that are half typed will be whole in a moment
        warn(tr("watching; Ctrl-C stops"))
    return _check(paths or [], common, form, strict=strict)


def _check(paths: list[str], common: Common, form: CheckFormat, *, strict: bool) -> Exit:
    findings = checked(paths, common)
    view = check_view(findings, strict=strict)
    found = [each.diagnostic for each in findings]
    match form:
        case "table":
            from briefcli.render.diagnostics import render_findings

            write(render_findings(findings, summary(found), screen()))
        case "github":
            from briefcli.render.as_findings import render_github

            write(render_github(found), exact=True)
        case "sarif":
            from briefcli.render.as_findings import render_sarif

            write(render_sarif(found), exact=True)
        case _:
            emit(view, form)
    return Exit.DONE if view.found else Exit.NO


def changes(paths: Sequence[str]) -> Iterator[None]:
    """Once at the beginning, then each time something changed in these files or folders. Raises BriefError."""
    try:
        from watchfiles import watch
    except ImportError as error:
        hint = tr("install it with: pip install '.[watch]'")
        raise BriefError(tr("--watch needs the package watchfiles, which is not installed"), hint) from error
    watched = [Path(path) for path in paths] or [find_agendas(Path.cwd(), os.environ)]
    for path in watched:
        if not path.exists():
            hint = tr("without a name all agendas are checked")
            raise BriefError(tr("there is no file or folder {name}", name=path), hint)
    # An editor that replaces a file leaves a watch on the old one behind, so its folder is watched
    folders = {path if path.is_dir() else path.parent for path in watched}
    options: dict[str, Any] = {"watch_filter": _is_agenda, "debounce": 200, "step": 50}
    while True:
        identities = _identities(folders)
        is_begun = False
        with contextlib.suppress(FileNotFoundError):  # gone for a moment, as where git changes branches
            # The first time-out says that the watch has begun: what changes during the first check is seen as well
            for changed in watch(*folders, rust_timeout=200, yield_on_timeout=True, **options):
                if changed or not is_begun:
                    yield
                is_begun = True
                if _identities(folders) != identities:
                    break
        time.sleep(0.2)


def _identities(folders: Iterable[Path]) -> list[tuple[int, int]]:
    """A folder that came in the place of another is seen by these, and must be watched anew."""
    states = [folder.stat() for folder in folders if folder.exists()]
    return [(state.st_dev, state.st_ino) for state in states]


def _is_agenda(_change: object, path: str) -> bool:
    name = Path(path).name
    return (is_agenda_name(name) or name.endswith(".toml")) and not name.startswith(".")


def fmt(
    paths: Paths = None,
    check_only: Annotated[bool, flag("--check", "Change nothing; exit 1 where a file would be changed.")] = False,
) -> Exit:
    """Put the fields of agenda files in their usual order, with quotes where a text needs them.

    Values and comments stay as they are. A file that cannot be read is left alone, and named.

    Example: brief fmt agendas/dmm-2023-06.yaml
    """
    results = Counter(_format(file, shown_as, change=not check_only) for file, shown_as in files_at(paths or []))
    places = {each.value: results[each] for each in Result}
    if check_only:
        warn(tr("would change: {changed}, left as they are: {same}, not readable: {unreadable}", **places))
    else:
        warn(tr("changed: {changed}, left as they are: {same}, not readable: {unreadable}", **places))
    if results[Result.UNWRITABLE]:
        return Exit.UNUSABLE
    is_no = results[Result.UNREADABLE] or (check_only and results[Result.CHANGED])
    return Exit.NO if is_no else Exit.DONE


def _format(file: Path, shown_as: str, *, change: bool) -> Result:
    """Format one file; what keeps it from being written is said, and keeps no other file from it."""
    from briefcli.cli.changing import rewritten
    from briefcli.files.read import read_bytes
    from briefcli.reading.nodes import Unreadable, decoded
    from briefcli.writing.formatting import formatted

    data = read_bytes(file, shown_as)
    if isinstance(data, Diagnostic):
        return _left(data)
    try:
        text = formatted(shown_as, decoded(shown_as, data))
    except Unreadable as refused:
        return _left(refused.diagnostic)
    if text == data.decode("utf-8-sig"):
        return Result.SAME
    try:
        if change:
            rewritten(file, text, shown_as, data)
    except BriefError as error:
        warn(str(error))
        return Result.UNWRITABLE
    say(shown_as)
    return Result.CHANGED


def _left(found: Diagnostic) -> Result:
    """Say why a file is left as it is, without a word of it: it may not be public."""
    place = f"{found.path}:{found.line}:{found.column}"
    reason = tr(CODES[found.code].title)
    warn(tr("{place}: left as it is: {reason} (brief check says more)", place=place, reason=reason))
    return Result.UNREADABLE


def checked(paths: Sequence[str], common: Common) -> list[Finding]:
    """The findings in these files and folders, or in the agendas folder. Raises BriefError."""
    if not paths:
        return _in_folder(workspace(common), None)
    named = _named(paths)
    home = _home()
    inside = [path for path in named if home is not None and _is_agenda_in(path, home)]
    found: list[Finding] = []
    if home is not None and inside:
        only = [_inside(path, home) for path in inside]
        found += _in_folder(workspace(common), None if "" in only else only)
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
    """Each agenda that is meant, with its path as seen from here. Raises BriefError."""
    cwd = Path.cwd()
    for path in _named(paths) if paths else [find_agendas(cwd, os.environ)]:
        shown = shown_path(path, cwd)
        if path.is_dir():
            found = sorted(scan(path).paths)
            yield from ((path / each, f"{shown}/{each}") for each in found)
        elif is_agenda_name(path.name):
            yield path, shown
        else:
            raise UsageError(tr("{file} is no agenda: its name does not end in .yaml", file=shown))


def _in_folder(place: Workspace, only: Sequence[str] | None) -> list[Finding]:
    settings = place.settings()
    checker = Checker(place.internal, settings.rhythms, settings.official.folder)
    with place.open_index() as index:
        found = checker.folder(place.root, index, place.today, only)
        if not place.internal and any(only is None or is_one_of(each, only) for each in index.withheld_paths()):
            warn(tr("not all of this is public; mistakes in what is not are shown only with --internal"))
        if index.is_empty and not index.broken_files():
            warn(tr(NO_AGENDA))
        return shown_findings(found, internal=place.internal, folder=place.shown_as)


def _named(paths: Sequence[str]) -> list[Path]:
    """Raises BriefError for what is not there. `*` and `?` are for us where the shell leaves them, as on Windows."""
    from glob import glob

    found: list[Path] = []
    for path in paths:
        is_pattern = ("*" in path or "?" in path) and "\0" not in path and not os.path.lexists(path)
        matches = sorted(glob(path)) if is_pattern else []  # noqa: PTH207  # a pattern may be absolute
        found += map(_existing, matches or [path])
    return found


def _existing(name: str) -> Path:
    path = Path(name)
    if "\0" in name or not os.path.lexists(path):
        if (agenda := _by_id(name)) is not None:
            return agenda
        raise BriefError(tr("there is no file or folder {name}", name=name), tr("without a name all agendas are taken"))
    return path


def _by_id(name: str) -> Path | None:
    """The file of the meeting that is meant, as every other command finds it."""
    from briefcli.cli.choosing import file_typed

    home = _home()
    if home is None or name != Path(name).name:
        return None
    try:
        return home / file_typed(workspace(folder=home), name)
    except NothingFound:
        return None


def _home() -> Path | None:
    try:
        return find_agendas(Path.cwd(), os.environ)
    except BriefError:
        return None


def _is_agenda_in(path: Path, home: Path) -> bool:
    """Whether the index of that folder knows it: its agendas, and folders in it that are not hidden."""
    inside = _inside(path, home)
    hidden = any(part.startswith(".") for part in inside.split("/"))
    return not hidden and (path.is_dir() or is_agenda_name(path.name))


def _inside(path: Path, home: Path) -> str:
    """The path as the index names it; one that begins with .. lies elsewhere."""
    try:
        inside = os.path.relpath(path, home).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return ".."
    return "" if inside == "." else inside
