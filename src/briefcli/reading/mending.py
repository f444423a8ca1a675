"""What follows a mistake in the notation is looked at as well: the text is mended in memory, and read on.

Each mend is tried on its section of the file first; the one after which most can be read, and which brings the
fewest mistakes of its own, is kept. Where none helps, or it would take too long, the rest of the file stays unread.
"""

import re

import msgspec
import yaml

from briefcli.domain.diagnostic import Diagnostic
from briefcli.reading import codes
from briefcli.reading.control import CONTROL
from briefcli.reading.fields import Walker
from briefcli.reading.limits import LARGEST, MOST_MENDS, MOST_WORK
from briefcli.reading.lines import lines_of
from briefcli.reading.mends import FILLER, Mend, Point, proposals, without
from briefcli.reading.nodes import DEEPEST, PlainLoader, Unreadable, compose, not_utf8
from briefcli.reading.outline import Lines, last_text, section_end, section_start, top_key
from briefcli.reading.syntax import first_mistake

Place = tuple[int, int]  # line and column, both from 1

_MOST_CONTROLS = 20  # in a text; what has more of them is none
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BAD_BYTE = re.compile("[\udc80-\udcff]")  # as Python keeps it: no text in UTF-8 has these signs
_FAR = (2**62, 0)
_OF_KEYS = frozenset({codes.UNKNOWN_KEY.name, codes.DUPLICATE_KEY.name})
_OF_SHAPE = frozenset({*_OF_KEYS, codes.MISSING_KEY.name, codes.WRONG_TYPE.name})
_ALWAYS_WRONG = frozenset({codes.TAB.name, codes.CONTROL_CHARACTER.name})  # whatever stands before them
_OWN_FAULT = 100  # more than any mistakes that it lets be seen


class Mended(msgspec.Struct):
    """The lines as they are read now, what was wrong with them, and how they differ from the file's.

    All numbers in `altered`, `moved` and `gone` count from 0. `root` is None where the fields cannot be told.
    """

    original: Lines
    lines: Lines
    mistakes: list[Diagnostic] = []
    altered: set[Point] = set()
    moved: dict[int, int] = {}
    gone: set[int] = set()
    root: yaml.MappingNode | None = None

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def note(self, mend: Mend) -> None:
        """Read on with this mend."""
        self.lines = _applied(mend, self.lines)
        self.altered = {(line, column + mend.moved.get(line, 0)) for line, column in self.altered}
        self.altered.update(mend.altered)
        self.gone |= mend.gone
        for number, by in mend.moved.items():
            self.moved[number] = self.moved.get(number, 0) + by

    def in_file(self, found: Diagnostic) -> Diagnostic:
        """The same mistake where the file has it."""
        column = found.column - self.moved.get(found.line - 1, 0)
        return msgspec.structs.replace(found, column=max(column, 1))


def mend(path: str, data: bytes) -> Mended:
    """The file with every mistake in its notation mended, as far as that can be done."""
    if len(data) > LARGEST or data.startswith(_UTF16):
        return Mended([], [])
    mended = _decoded(path, data)
    if len(mended.mistakes) > MOST_MENDS:
        return Mended([], [], mended.mistakes[:1])
    if _Mender(path, mended).is_done():
        try:
            mended.root = compose(path, mended.text)
        except Unreadable as refused:
            mended.mistakes += [] if mended.mistakes else [refused.diagnostic]
    return mended


def _decoded(path: str, data: bytes) -> Mended:
    """The text, with half a sign in place of each byte that is not UTF-8; the first of each line is told of."""
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    mended = Mended(lines_of(text), lines_of(text))
    for number, line in enumerate(mended.lines):
        if bad := _BAD_BYTE.search(line):
            mended.mistakes.append(not_utf8(path, (number + 1, bad.start() + 1), ord(bad[0]) - 0xDC00))
    return mended


class _Mender:
    """Goes from mistake to mistake; `lines` and what is told of them fill up on the way."""

    def __init__(self, path: str, mended: Mended) -> None:
        self.path = path
        self.mended = mended
        self.start = 0
        self.work = 0

    def is_done(self) -> bool:
        """Whether all of it could be mended."""
        if sum(len(CONTROL.findall(_BAD_BYTE.sub("", line))) for line in self.mended.lines) > _MOST_CONTROLS:
            return False
        while len(self.mended.mistakes) < MOST_MENDS:
            found = self._next()
            if found is None:
                return self.work <= MOST_WORK
            if not self._is_mended(found) or self.work > MOST_WORK:
                return False
        return False

    def _next(self) -> Diagnostic | None:
        """The next mistake: a sign that no text may contain as soon as all before it can be read."""
        lines, start = self.mended.lines, self.start
        found = self._mistake(start, len(lines))
        last = len(lines) if found is None else found.line
        sign = next((number for number in range(start, last) if CONTROL.search(lines[number])), None)
        if sign is None:
            return found
        of_line = first_mistake(self.path, lines[sign], PlainLoader, DEEPEST)
        return of_line and msgspec.structs.replace(of_line, line=sign + 1)

    def _is_mended(self, found: Diagnostic) -> bool:
        start, end = self._section(found)
        best = self._best(found, start, end)
        self._tell(found, best.note if best else "")
        if best is None:
            return False
        self.mended.note(best)
        self.start = start
        return True

    def _tell(self, found: Diagnostic, note: str = "") -> None:
        """A line that is mended already is at fault only for something new."""
        is_moved = found.line - 1 in self.mended.moved and found.code == codes.INDENT.name
        if is_moved or _BAD_BYTE.match(self.mended.lines[found.line - 1], found.column - 1):
            return
        hint = f"{found.hint}; {note}" if note else found.hint
        self.mended.mistakes.append(msgspec.structs.replace(self.mended.in_file(found), hint=hint))

    def _section(self, found: Diagnostic) -> tuple[int, int]:
        """From where to where the text must be read to meet this mistake."""
        lines, number = self.mended.lines, found.line - 1
        above = last_text(lines, number)
        start = section_start(lines, number if above is None else above)
        if start == above:  # it may belong to the section before
            start = section_start(lines, start - 1)
        end = section_end(lines, number) + 1
        is_there = found.code == codes.CONTROL_CHARACTER.name or self._mistake(start, end) == found
        return (start, end) if is_there else (0, len(lines))

    def _best(self, found: Diagnostic, start: int, end: int) -> Mend | None:
        place = (found.line, found.column)
        for mends in proposals(found, self.mended.lines):
            tried = [(self._reach(each, start, end), -number, each) for number, each in enumerate(mends)]
            reach, _, best = max(tried, key=lambda each: each[:2], default=((place, 0), 0, None))
            if best is not None and (reach[0] > place or found.code in _ALWAYS_WRONG):
                return best
        last = without(found.line - 1, end)
        return last if self._reach(last, start, end)[0] > place else None

    def _reach(self, tried: Mend, start: int, end: int) -> tuple[Place, int]:
        """How far the section can be read then, and (below 0) how many mistakes in its keys that brings."""
        lines = [_readable(line) for line in _applied(tried, self.mended.lines)[start:end]]
        found = self._mistake_in(lines, start)
        read = lines if found is None else lines[: found.line - 1 - start]
        return (found.line, found.column) if found else _FAR, -self._faults(tried, read, start, end)

    def _faults(self, tried: Mend, lines: Lines, start: int, end: int) -> int:
        """How much is wrong with the keys of these lines; what is wrong with a mended line itself counts most."""
        text = "\n".join(lines)
        self.work += len(text)
        try:
            node = compose(self.path, text)
        except Unreadable:
            return 0
        walker = Walker(self.path)
        walker.agenda(node, title="")
        mended = {number + 1 - start for number in tried.lines}
        faults = 0
        for each in walker.diagnostics:
            if each.code in _OF_KEYS and each.line in mended:
                faults += _OWN_FAULT
            elif each.code in _OF_SHAPE and each.line not in mended:
                faults += (each.line, each.column, each.code) != (1, 1, codes.MISSING_KEY.name)
        elsewhere = {top_key(line) for line in (*self.mended.lines[:start], *self.mended.lines[end:])}
        twice = [key for key, _ in node.value if isinstance(key, yaml.ScalarNode) and key.value in elsewhere]
        return faults + _OWN_FAULT * len(twice)

    def _mistake(self, start: int, end: int) -> Diagnostic | None:
        return self._mistake_in([_readable(line) for line in self.mended.lines[start:end]], start)

    def _mistake_in(self, lines: Lines, start: int) -> Diagnostic | None:
        """The first mistake in lines of which the first is the file's line `start`."""
        text = "\n".join(lines)
        self.work += len(text)
        if self.work > MOST_WORK:
            return None
        found = first_mistake(self.path, text, PlainLoader, DEEPEST)
        return found and msgspec.structs.replace(found, line=found.line + start)


def _readable(line: str) -> str:
    return line if line.isascii() and line.isprintable() else CONTROL.sub(FILLER, line)


def _applied(mend: Mend, lines: Lines) -> Lines:
    return [mend.lines.get(number, line) for number, line in enumerate(lines)] if mend.lines else lines
