"""Finds every mistake, with its line. The line comes from the same bytes in which the mistake was found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from briefcli.config import RECORD_FOLDER
from briefcli.domain.composed import composed
from briefcli.domain.diagnostic import Concern, Diagnostic
from briefcli.domain.rhythm import Rhythm
from briefcli.files.read import read_bytes
from briefcli.folders import SETTINGS_FILE
from briefcli.index.checks.across import concerns
from briefcli.index.checks.brief_toml import settings_doubts
from briefcli.index.queries import Index
from briefcli.index.scan import scan
from briefcli.official.folder import read_record_file
from briefcli.official.names import is_official
from briefcli.reading import codes
from briefcli.reading.ignores import unsilenced
from briefcli.reading.quoting import Quotable, quotable
from briefcli.reading.reader import Reading, read_agenda
from briefcli.reading.sense import placed


class Finding(msgspec.Struct, frozen=True):
    """One mistake, with the text of its line if this user may see that."""

    diagnostic: Diagnostic
    line: str | None = None


_MISPLACED = {codes.UNKNOWN_KEY.name, codes.WRONG_TYPE.name}
_BY_NAME = {codes.PASSED_OVER.name, codes.COPY.name}  # found in the scan of the folder, not in the file


class Checker(msgspec.Struct, frozen=True):
    """Checks files for one audience; `rhythms` and `record_folder` are those of the agendas folder."""

    internal: bool
    rhythms: tuple[Rhythm, ...] = ()
    record_folder: str = RECORD_FOLDER

    def folder(self, root: Path, index: Index, today: date, only: Sequence[str] | None = None) -> Iterator[Finding]:
        """Every finding below `root`. With `only`, just those in these files and folders."""
        across = defaultdict(list)
        for concern in concerns(index, today):
            across[concern.path].append(concern)
        known = defaultdict(list)
        for each in index.diagnostics():
            known[each.path].append(each)
        paths = sorted({*across, *known})
        survey = scan(root, self.record_folder) if any("\\" in path for path in paths) else None
        if only is None or is_within(SETTINGS_FILE, only):
            yield from map(Finding, settings_doubts(root, index, self.rhythms))
        for path in paths:
            if only is None or is_within(path, only):
                name = path if survey is None else survey.name_of(path)
                by_name = [Finding(each) for each in known[path] if each.code in _BY_NAME]
                yield from by_name
                if codes.PASSED_OVER.name not in {each.diagnostic.code for each in by_name}:
                    yield from self.file(root / name, path, across[path])

    def file(self, file: Path, shown_as: str, across: Iterable[Concern] = ()) -> list[Finding]:
        """The findings of one file, including `across`: the concerns from comparing it with other files."""
        if is_official(shown_as, self.record_folder):
            return [Finding(each) for each in read_record_file(file, shown_as).diagnostics]
        data = read_bytes(file, shown_as)
        if isinstance(data, Diagnostic):
            return [Finding(data)]
        reading = read_agenda(shown_as, data, self.rhythms)
        found = [*reading.diagnostics, *_placed(shown_as, data, reading, across)]
        lines = quotable(data) if found else Quotable([], None)
        return [self._finding(each, lines) for each in sorted(found, key=lambda each: each.sort_key)]

    def _finding(self, found: Diagnostic, lines: Quotable) -> Finding:
        if self.internal:
            return Finding(found, lines.line(found.line, internal=True))
        # A key or value in a wrong place may belong to something withheld near it
        hidden = found.withheld or (lines.hidden and found.code in _MISPLACED)
        return Finding(found, None if hidden else lines.line(found.line, internal=False))


def _placed(path: str, data: bytes, reading: Reading, across: Iterable[Concern]) -> list[Diagnostic]:
    if reading.root is None:
        return []
    found = [msgspec.structs.replace(placed(each, reading.places), path=path) for each in across]
    return [each for each in unsilenced(composed(data.decode("utf-8-sig")), reading.root, found) if each in found]


def is_within(path: str, only: Sequence[str]) -> bool:
    """Whether the path is one of these files or is in one of these folders. An empty name is the whole root folder."""
    return any(each in {path, ""} or path.startswith(f"{each}/") for each in only)
