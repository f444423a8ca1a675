"""The head of a memo: who asks whom to decide what, also where its two columns were scrambled."""

import datetime as dt
import re

import msgspec

from briefcli.catalog import tr
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.when import When, parse_when
from briefcli.memo.layout.head_labels import GLUED, SHAPES, SIGNATORY, WANTED, Field, by_day, fits, label_of, labelled
from briefcli.memo.layout.joining import Hyphens, joined
from briefcli.memo.layout.persons import CONTACT
from briefcli.memo.layout.points import expects_more
from briefcli.memo.text import Line

# A line that only says what sort of paper it is
_MEMO_WORD = re.compile(
    r"\W*(?:(?:beslis|ople[gk])?nota|memo|notitie|(?:geannoteerde|annotated)?\s?agenda|steering (?:note|brief)"
    r"|briefing note|uitnodiging|gespreksnotitie|besluitenlijst|convocatie"
    r"|invitation|aanbiedingsformulier|programme(?: of events)?)\W*",
    re.IGNORECASE,
)
_LATEST = re.compile(r"\buiterlijk\b|\b(?:vóór|voor)\s*:", re.IGNORECASE)
_UNKNOWN_LABEL = re.compile(r"[A-Z][\w.()/ ]{2,25}\s?:\s\S.*")
_TITLE_WORD = re.compile(
    r"\b(?:\w*nota|kamerbrief|brief|beantwoording|reactie|antwoord\w*|kamervragen|uitstel|aanbieding"
    r"|geannoteerde agenda|verslag|voorstel|besluit|rapport|agenda|stand van zaken|voortgang|verzoek)\b",
    re.IGNORECASE,
)
_LOOSE_FIGURES = re.compile(r"(?<=[0-9]) (?=[0-9])")
_COUNT = re.compile(r"[0-9]{1,2}|geen", re.IGNORECASE)
_AFTER_DATE, _HAS_TITLE_WORD, _LAST, _MOST_WORDS = 20, 10, 2, 12
_SHORT_VALUE = 3  # words: a longer value behind an empty line is no name but a title


class HeadValue(msgspec.Struct, frozen=True):
    """One value, the line it stands on, and its label in the memo's words."""

    value: str
    line: Line
    label: str = ""


class Head(msgspec.Struct):
    """`parts` are all words of the head in order, each field as `label: value`, except those of the title.

    `held` and `place` are the words that say when and where the meeting is, apart from the date of the memo.
    """

    values: dict[Field, list[HeadValue]] = {}
    title: HeadValue | None = None
    date: When | None = None
    date_line: Line | None = None
    date_doubt: str | None = None
    ref: str | None = None
    parts: list[str] = []
    first: Line | None = None
    title_lines: list[Line] = []
    held: str | None = None
    place: str | None = None

    def of(self, field: Field) -> list[HeadValue]:
        return self.values.get(field, [])

    @property
    def written(self) -> dt.date | None:
        """The day the memo was written, or else that of its meeting, against which its other dates are read."""
        if self.date is not None:
            return self.date.day
        return next((each.when.day for each in scan_dates(self.held or "") if each.certain), None)


class _Block(msgspec.Struct):
    """Lines that belong to no label: a department, an address, or the title."""

    lines: list[Line]
    after_date: bool


class _Pending(msgspec.Struct):
    field: Field
    words: str
    part: int


def read_head(lines: list[Line], hyphens: Hyphens) -> Head:
    """The fields and the title. No word of the lines gets lost: what is no field stands in `parts`."""
    reader = _HeadReader(hyphens)
    gap = True
    for line in lines:
        if line.is_blank:
            gap = True
            continue
        reader.take(line, gap=gap)
        gap = False
    return reader.finish()


class _HeadReader:
    def __init__(self, hyphens: Hyphens) -> None:
        self.head = Head()
        self._hyphens = hyphens
        self._parts: list[str | _Block] = []
        self._pending: list[_Pending] = []
        self._block: _Block | None = None  # what the next line may still belong to
        self._open_value: int | None = None

    def take(self, line: Line, *, gap: bool) -> None:
        text = line.text.strip()
        self.head.first = self.head.first or line
        is_open = not gap and self._open_value is not None and expects_more(str(self._parts[self._open_value]))
        if is_open and not (":" in text and labelled(text)):
            self._loose(line, text, gap=gap)
        elif WANTED.fullmatch(text) or SIGNATORY.fullmatch(text) or self._is_contact(text):
            self._part(text)
        elif glued := GLUED.fullmatch(text):
            for name, value in glued.groupdict().items():
                self._value(Field(name), value.strip(), line)
            self._part(text)
            self._open_value = len(self._parts) - 1
        elif found := labelled(text):
            self._value(found[0], found[1], line, text[: -len(found[1])].rstrip(" :"))
            self._part(text if ":" in text else f"{text[: -len(found[1])].strip()}: {found[1]}")
            self._open_value = len(self._parts) - 1
        elif asked := label_of(text):
            self._pending.append(_Pending(asked, text.rstrip(": "), len(self._parts)))
            self._part(text)
        elif self._is_unknown_label(text):
            if _LATEST.search(text):
                self._value(Field.TERM, text.partition(":")[2].strip(), line, text.partition(":")[0])
            self._part(text)
        elif latest := by_day(text):
            self._value(Field.TERM, latest[1], line, latest[0])
            self._part(text)
        else:
            self._loose(line, text, gap=gap)

    def _is_unknown_label(self, text: str) -> bool:
        """Whether a line is a field that no label is declared for: `Aanwezig: BZ, FIN`."""
        is_field = not self._pending and bool(self.head.values) and _UNKNOWN_LABEL.fullmatch(text) is not None
        return is_field and not _MEMO_WORD.fullmatch(text.partition(":")[0])

    def _is_contact(self, text: str) -> bool:
        """Whether a line that is the value of no label says how to reach someone: never the title."""
        return not self._pending and labelled(text) is None and CONTACT.search(text) is not None

    def _part(self, text: str) -> None:
        self._parts.append(text)
        self._block = None
        self._open_value = None

    def _value(self, field: Field, value: str, line: Line, label: str = "") -> None:
        tight = value.replace(" ", "")
        is_spaced = tight.isupper() and any(len(piece) == 1 for piece in value.split())
        known = tight if is_spaced and self._hyphens.knows(tight) else value  # `SL O`, which is SLO elsewhere
        self.head.values.setdefault(field, []).append(HeadValue(known, line, label))

    def _loose(self, line: Line, text: str, *, gap: bool) -> None:
        """A line without a label: the value of one that waits, more of the line above, or a block of its own."""
        open_value = self._open_value
        above = self._parts[open_value] if open_value is not None and not gap else None
        if open_value is not None and isinstance(above, str) and (expects_more(above) or text[:1].islower()):
            self._parts[open_value] = f"{above} {text}"
            last = next(reversed(self.head.values.values()))
            last[-1] = HeadValue(f"{last[-1].value} {text}", last[-1].line, last[-1].label)
            return
        waiting = None if self._block is not None and not gap else self._waiting(text, gap=gap)
        if waiting is not None:
            self._pending.remove(waiting)
            self._value(waiting.field, text, line, waiting.words)
            self._parts[waiting.part] = f"{waiting.words}: {text}"
            self._block, self._open_value = None, waiting.part
        elif self._block is not None and (not gap or expects_more(self._block.lines[-1].text)):
            self._block.lines.append(line)
        else:
            self._block = _Block([line], after_date=bool(self.head.of(Field.DATE) or self.head.of(Field.REFERENCE)))
            self._parts.append(self._block)
            self._open_value = None

    def _waiting(self, text: str, *, gap: bool) -> _Pending | None:
        """The label that a value belongs to: one whose shape it has, or else the first that takes anything."""
        shaped = [each for each in self._pending if each.field in SHAPES and fits(each.field, text)]
        counts = [each for each in self._pending if each.field is Field.ANNEXES and _COUNT.fullmatch(text)]
        titles = [each for each in self._pending[-1:] if each.field is Field.TITLE]
        if found := shaped or counts or titles:
            return found[-1]
        free = [each for each in self._pending if each.field not in SHAPES]
        if not free or (gap and len(text.split()) > _SHORT_VALUE):
            return None
        if not gap and self._pending[-1] is free[-1] and free[-1].part == len(self._parts) - 1:
            return next(each for each in free if each.part >= free[-1].part - len(free) + 1)
        return next((each for each in free if _takes(each.field, text)), None)

    def finish(self) -> Head:
        head = self.head
        blocks = [part for part in self._parts if isinstance(part, _Block)]
        titles = head.of(Field.TITLE)
        if titles:
            head.title = titles[0]
        elif blocks:
            chosen = max(blocks, key=lambda each: _title_score(each) + _LAST * (each is blocks[-1]))
            before, head.title_lines = _split_title(chosen.lines)
            head.title = HeadValue(joined(head.title_lines, self._hyphens).text, head.title_lines[0])
            self._parts[self._parts.index(chosen)] = _Block(before, after_date=False)
        for part in self._parts:
            text = joined(part.lines, self._hyphens).text if isinstance(part, _Block) else part
            if text:
                head.parts.append(text)
        _settle_meeting(head)
        _settle_date(head)
        return head


def _takes(field: Field, text: str) -> bool:
    """Whether a value that stands apart from its label can be meant for it."""
    takes_any = field in {Field.TO, Field.FROM, Field.ANNEXES, Field.CONSULTED}
    return takes_any or (field is not Field.INITIALS and len(text.split()) <= 2)


def _title_score(block: _Block) -> int:
    text = " ".join(line.text for line in block.lines)
    if _MEMO_WORD.fullmatch(text) or text.lstrip().startswith("["):
        return -1
    score = min(len(text.split()), _MOST_WORDS)
    return score + _AFTER_DATE * block.after_date + _HAS_TITLE_WORD * bool(_TITLE_WORD.search(text))


def _split_title(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """What stands before the title in its block (up to the word `nota` on a line of its own), and the title."""
    marks = [place for place, line in enumerate(lines[:-1], start=1) if _MEMO_WORD.fullmatch(line.text)]
    start = marks[-1] if marks else 0
    return lines[:start], lines[start:]


def _settle_meeting(head: Head) -> None:
    """A date next to a time or a place is that of the meeting; the memo's own date has none beside it."""
    entries = [(each, field) for field, values in head.values.items() for each in values]
    entries.sort(key=lambda pair: (pair[0].line.page or 0, pair[0].line.line))
    times = [each.value for each in head.of(Field.TIME)[:1]]
    for number, (entry, field) in enumerate(entries):
        beside = {each for _, each in entries[max(number - 1, 0) : number + 2]}
        if field is Field.DATE and beside & {Field.TIME, Field.PLACE}:
            head.held = " ".join([entry.value, *times])
            head.values[Field.DATE] = [each for each in head.of(Field.DATE) if each is not entry]
    for entry in head.of(Field.HELD)[:1]:
        head.held = " ".join([entry.value, *times])
    for entry in head.of(Field.PLACE)[:1]:
        head.place = entry.value


def _settle_date(head: Head) -> None:
    for entry in head.of(Field.DATE):
        tight = _LOOSE_FIGURES.sub("", entry.value)
        for text, doubt in ((entry.value, None), (tight, tr("read from “{entry}”", entry=entry.value))):
            mentions = scan_dates(text)
            if mentions and mentions[0].certain and mentions[0].when.day is not None:
                day = parse_when(mentions[0].when.day.isoformat())
                head.date, head.date_line, head.date_doubt = day, entry.line, doubt
                return
