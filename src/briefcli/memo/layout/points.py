"""Turns the lines of a section into points: paragraphs, bullets and numbered items."""

import itertools
import re

import msgspec

from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.dates.words import FULL_MONTHS
from briefcli.memo.layout.footnotes import GLUED_MARK, RAISED_MARK, Note
from briefcli.memo.layout.headings import counted_on, is_subhead, label_in
from briefcli.memo.layout.joining import ABBREVIATION, Hyphens, Stretch, ends_sentence, expects_more, joined
from briefcli.memo.layout.persons import is_greeting, is_salutation_alone
from briefcli.memo.layout.table_rows import CELL
from briefcli.memo.text import HOUR, LOWERED, YEAR, Line

# Bullets in all the shapes that text extraction makes of them: any sign before a space that is no ASCII, Latin-1 (but
# for © ¨ § ® ·), quotation mark, currency or sign of arithmetic, and has no meaning as ☒, †, ⚠ or a lock has
_NO_BULLETS = (
    r"\w\s!-/:-@\[-`{-~\u00a1-\u00a6\u00aa-\u00ac\u00af-\u00b6\u00b8-\u00bf\u00d7\u00f7"
    r"\u2018-\u2021\u2026\u2030-\u203a\u20a0-\u20bf\u2100-\u214f\u2200-\u22ff"
    r"\u2610-\u2612\u2620-\u2712\u2715-\u2718\u274c-\u274e\U0001f000-\U0001f535\U0001f53e-\U0001ffff"
)
_BULLET = rf"(?:[^{_NO_BULLETS}]|[-*o\u2219\u22c5])(?=\s|$)"
BULLET_MARK = re.compile(rf"(?:{_BULLET}|[\uf000-\uf0ff]|[•▪●](?=\S)|-(?=[A-Z][a-z]))\s*")
_BEFORE_BULLET = re.compile(r"(?<=\s)(?=[•▪●©\uf0b7]\s)")  # with other text before it on the line
NUMBER_MARK = re.compile(r"(?:\(?(?P<number>[0-9]{1,2}[a-z]?|[a-z]|[ivx]{1,4})[.)])(?:\s+(?=\S)|$)")
_FIRST_NUMBER = re.compile(r"\(?(?:1|a|i)[.)]\s")
_LETTERED = re.compile(r"[A-H][.)]\s+[A-Z]")
_LEADS_TO_LIST = re.compile(r"\b(?:om|te|tot|dat)\s*$")
_LABELLED = re.compile(r"[A-Z][\w ()/-]{1,30}:\s+\S")  # `Besluit: …`
# `DCO` above what it must do, and a row of that list: `10/5 Brief rondsturen`
_UNIT_ALONE = re.compile(r"[A-Z][A-Z&/]{1,12}:?")
_ROW_OF_UNIT = re.compile(r"[0-3]?[0-9]/[01]?[0-9]\s+[A-Z]")
_DATED = re.compile(r"(?:(?i:op|v[oó][oó]r|uiterlijk|per|vanaf)\s)?(?P<when>[^:]{3,30}?)\s?(?::|\s[–-])\s(?=\D)")
_ENDS_IN_DAY = re.compile(r"\b(?:(?:19|20)[0-9]{2}|[0-9]{1,2}[-/][0-9]{1,2})$")
_TIMED = re.compile(rf"\s*{HOUR}\b(?!\.?[0-9])\s*(?:[-–]\s?[0-9]|(?:uur|hrs?|u)\b)?\W*\S")
_BEGINS_WITH_DAY = re.compile(r"(?:[a-z]+ )?[0-9]{1,2} [a-z]+\.? (?:[0-9]{4} )?[0-9]{1,2}[.:][0-9]{2}\b")
_LONGEST_DAY = 60  # characters, with its hours
_LABELLED_AT_LENGTH = re.compile(r"[A-Z][^.:;?!]{1,80}:\s+\S")
_ROW_WITH_DAY = re.compile(
    rf"{_LABELLED_AT_LENGTH.pattern}.*(?:[0-9]|\b(?:uur|hrs?|{'|'.join(FULL_MONTHS)})\b)\)?[.;]?"
)
_OUTLINE_LETTER = re.compile(r"\(?[a-z]{1,4}[.)]")
Group = tuple[str, list[Line]]  # the label of a point, and its lines


class MemoPoint(msgspec.Struct):
    """One point. `label` is its bullet or number as written, `level` 0 or 1, `indent` the spaces before it."""

    stretch: Stretch
    label: str = ""
    level: int = 0
    indent: int = 0

    @property
    def text(self) -> str:
        return self.stretch.text


def rows_of(lines: list[Line]) -> list[Line]:
    """Add an empty line below each row of a table of actions: lines without bullets, some of which end in a day."""
    texts = [line.text.strip() for line in lines]
    if any(map(BULLET_MARK.match, texts)) or not any(map(_ENDS_IN_DAY.search, texts)):
        return lines
    kept: list[Line] = []
    for line, text in zip(lines, texts, strict=True):
        kept += [line, line.saying()] if YEAR.search(text) or _ENDS_IN_DAY.search(text) else [line]
    return kept


class PointReader:
    """Turns lines into points, given the lines of the whole body, the hyphens and the footnotes of the memo.

    The body shows how the memo is laid out. `_width` is the length of its long lines in characters. `_is_loose`: an
    empty line can be within a sentence. `_is_spaced`: there is one after every paragraph. `_indents_are_bullets`: an
    indented line may have lost its bullet in extraction.
    """

    def __init__(self, body: list[Line], hyphens: Hyphens, notes: dict[int, Note]) -> None:
        self.hyphens = hyphens
        self._notes = notes
        written = [line for line in body if not line.is_blank]
        lengths = sorted(len(line.text.strip()) for line in written) or [80]
        gaps = torn = 0
        for above, middle, below in zip(body, body[1:], body[2:], strict=False):
            if middle.is_blank and not above.is_blank and not below.is_blank:
                gaps += 1
                torn += not ends_sentence(above.text) and below.text.lstrip()[0].islower()
        tight = sum(not (above.is_blank or below.is_blank) for above, below in itertools.pairwise(body))
        indented = sum(line.text.startswith(" ") for line in written)
        self._width = max(lengths[int(len(lengths) * 0.9)], 40) if len(lengths) > 1 else lengths[0]
        self._is_spaced = gaps > 4 and torn == 0 and tight * 10 < gaps
        self._is_loose = gaps > 4 and torn > gaps * 0.25
        self._indents_are_bullets = 0 < indented < len(written) * 0.5

    def points(self, lines: list[Line], *, is_list: bool = False) -> list[MemoPoint]:
        """All points in order, with every word of the lines. `is_list`: an empty line always ends a point."""
        groups: list[Group] = []
        owed: list[str] = []  # labels that were printed apart from their texts, and before them
        previous: Line | None = None
        gap = False
        pieces = [line.saying(piece) for line in lines for piece in _BEFORE_BULLET.split(line.text) or [""]]
        for line in pieces:
            if line.is_blank:
                gap = True
                continue
            label, rest = self._label(line, previous, gap=gap, before=groups)
            if label and not rest.strip():
                owed.append(label)
                previous, gap = None, False
                continue
            in_item = bool(groups) and bool(groups[-1][0])
            # If the previous item does not end a sentence, an empty line ends the current one
            bare = (label and not ends_sentence(lines[-1].text) for label, lines in groups[-2:-1])
            is_bare = is_list or (in_item and gap and not self._is_loose and any(bare))
            if label or previous is None or self._breaks(previous, line, gap=gap, in_item=in_item, is_list=is_bare):
                groups.append((label or (owed.pop() if len(owed) == 1 else ""), [line.saying(rest)]))
            else:
                groups[-1][1].append(line.saying(rest))
            previous, gap = line, False
        if owed and groups:
            groups = self._shared_out(groups, owed)
        elif owed:  # numbers without any text are all that the section says
            groups = [("", [line]) for line in lines if any(char.isalnum() for char in line.text)]
        indents = {(line.page, line.line): len(line.text) - len(line.text.lstrip()) for line in lines}
        points: list[MemoPoint] = []
        for label, each in (group for group in groups if group[1]):
            stretch = self._with_notes(joined(each, self.hyphens))
            points.append(MemoPoint(stretch, label, indent=indents[each[0].page, each[0].line]))
        return _levelled(points)

    def _label(self, line: Line, previous: Line | None, *, gap: bool, before: list[Group]) -> tuple[str, str]:
        """The label that a line starts with (empty if there cannot be one here), and the rest of the line."""
        text = line.text.lstrip()
        is_after = previous is None or ends_sentence(previous.text)
        fresh = is_after or gap
        if previous is not None and not fresh and _FIRST_NUMBER.match(text):
            fresh = _LEADS_TO_LIST.search(previous.text) is not None
            fresh = fresh or self._breaks(previous, line, gap=gap, in_item=False, is_list=False)
        found = BULLET_MARK.match(text)
        if not found or not (fresh or self._may_begin(found[0].strip(), previous, before)):
            found = NUMBER_MARK.match(text)
            found = found if fresh or (found and _counts_on(found["number"], before)) else None
        if found:
            return found[0].strip(), text[found.end() :]
        is_lost = self._indents_are_bullets and line.text.startswith(" ") and text[:1].isupper()
        return ("•" if is_lost and is_after else ""), text

    def _may_begin(self, mark: str, previous: Line | None, before: list[Group]) -> bool:
        """Whether a bullet character in running lines is a bullet. After a full line a dash can be in a sentence."""
        if mark not in "-*–—o©®§" or previous is None or before[-1][0] == mark:
            return True
        return len(previous.text.strip()) < self._width * 0.75

    def _breaks(self, previous: Line, line: Line, *, gap: bool, in_item: bool, is_list: bool) -> bool:
        """Whether a line without a label starts a new paragraph."""
        above, text = previous.text.strip(), line.text.strip()
        ends, is_greeted = ends_sentence(above), is_salutation_alone(above) or is_greeting(above)
        is_below_row = _TIMED.match(above) is not None
        is_dated = _is_dated(text) or (_TIMED.match(text) and (gap or is_below_row)) or (is_below_row and _is_day(text))
        if (text[:1].islower() and not is_dated) or (expects_more(above) and CELL not in above and not is_greeted):
            return False
        is_row = is_list and _LETTERED.match(text) is not None
        is_apart = gap and (is_list or self._is_spaced or CELL in above)
        is_short = text.endswith(":") or len(above) < self._width * 0.9 or _ROW_OF_UNIT.match(above)
        is_unit = (_UNIT_ALONE.fullmatch(text) and is_short) or _ROW_OF_UNIT.match(text)
        is_row_of_day = _ROW_WITH_DAY.fullmatch(above) and _LABELLED_AT_LENGTH.match(text)
        is_field = is_row_of_day or label_in(text) or (_LABELLED.match(text) and (ends or _LABELLED.match(above)))
        is_headed = previous.is_heading != line.is_heading
        if (
            is_headed
            or is_unit
            or is_row
            or is_apart
            or is_greeted
            or is_field
            or is_dated
            or is_subhead(above)
            or is_subhead(text)
        ):
            return True
        is_loose = self._is_loose and not is_list
        if is_loose and (in_item or not ends):
            return False
        if ends:
            fits = len(above) + 1 + len(text.split(maxsplit=1)[0]) <= self._width * 0.9
            return fits if is_loose or not gap else True
        return len(above) < self._width * (0.75 if gap else 0.4)

    def _shared_out(self, groups: list[Group], owed: list[str]) -> list[Group]:
        """Divide loose text over the bullets that extraction printed apart: one point for each bullet."""
        loose = [place for place, (label, _) in enumerate(groups) if not label]
        first, last = (loose[0], loose[-1]) if loose else (0, -1)
        if any(label for label, _ in groups[first : last + 1]):
            return groups
        lines = [line for _, each in groups[first : last + 1] for line in each]
        pairs = enumerate(itertools.pairwise(lines), start=1)
        ends = [
            at for at, (above, below) in pairs if not (below.text.strip()[:1].islower() or expects_more(above.text))
        ]
        # The shortest lines are taken as the last ones of points
        cuts = sorted(sorted(ends, key=lambda at: len(lines[at - 1].text.strip()))[: len(owed) - 1])
        if len(cuts) + 1 != len(owed):
            return groups
        shared = [lines[start:end] for start, end in itertools.pairwise([0, *cuts, len(lines)])]
        return [*groups[:first], *zip(owed, shared, strict=True), *groups[last + 1 :]]

    def _with_notes(self, stretch: Stretch) -> Stretch:
        """Put footnotes back behind their words, in brackets."""
        marks = {each.span(): each[0] for shape in (RAISED_MARK, GLUED_MARK) for each in shape.finditer(stretch.text)}
        for (start, end), mark in sorted(marks.items(), reverse=True):
            note = self._notes.get(int(mark.translate(LOWERED).rstrip(")")))
            if note is not None and not note.used:
                note.used = True
                stretch = _annotated(stretch, start, end, joined(note.lines, self.hyphens))
        return stretch


def _annotated(stretch: Stretch, start: int, end: int, note: Stretch) -> Stretch:
    """Put a note in brackets in the place of its mark, but before the punctuation that the mark came after."""
    goes_on = stretch.text[end:].lstrip()[:1].islower()
    stop = stretch.text[start - 1] if start and stretch.text[start - 1] in ".,;:!?" and not goes_on else ""
    inner = note.text.rstrip()
    inner = inner.removesuffix(".") if not ABBREVIATION.search(inner) else inner
    shifted = Stretch(f" ({inner}){stop}", [0, *(each + 2 for each in note.starts)], [note.lines[0], *note.lines])
    return stretch.with_insert(start - len(stop), end, shifted)


def _is_dated(text: str) -> bool:
    """Whether a line starts with a date and a sign, as in a planning: `juli 2031: debat`."""
    if _BEGINS_WITH_DAY.match(text):  # `9 april 2031  14.00 - 17.00  Dijken`
        return any(each.start == 0 and each.when.from_time for each in scan_dates(text[:_LONGEST_DAY]))
    found = _DATED.match(text)
    days = scan_dates(found["when"]) if found else []
    return found is not None and len(days) == 1 and days[0].text == found["when"]


def _is_day(text: str) -> bool:
    """Whether a whole line is a day: `Maandag 11 mei`."""
    return len(text.split()) <= 5 and [each.text for each in scan_dates(text)] == [text.strip(" :")]


def _counts_on(number: str, before: list[Group]) -> bool:
    """Whether a number or letter is the next after the last label of its kind: `3.`, `3b.` or `c)`."""
    digits = number.rstrip("abcdefgh")
    for label in (label.strip("(). ") for label, _ in reversed(before)):
        if label[:1].isdigit() == number[:1].isdigit() and label.isalnum():
            last = label.rstrip("abcdefgh") if digits else label
            return (digits or number) == counted_on(last) or (number != digits == last != "")
    return False


def _levelled(points: list[MemoPoint]) -> list[MemoPoint]:
    """Put points whose label has another shape than the first label one level down, such as letters under bullets."""
    shapes = [_shape(point.label) for point in points]
    main = next(filter(None, shapes), "")
    for point, shape in zip(points, shapes, strict=True):
        point.level = int(shape not in {"", main})
    return points


def _shape(label: str) -> str:
    if label.strip("().").isdecimal():
        return "number"
    return "letter" if _OUTLINE_LETTER.fullmatch(label) else label
