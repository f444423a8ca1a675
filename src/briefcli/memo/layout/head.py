"""Reads the head of a memo (who asks whom to decide what), even if extraction mixed up its two columns."""

import datetime as dt
import re
from itertools import takewhile

import msgspec

from briefcli.catalog import tr
from briefcli.domain.dates.in_text import date_of_text, scan_dates
from briefcli.domain.when import When, parse_when
from briefcli.memo.layout.head_labels import GLUED, SHAPES, WANTED, Field, fits, label_of, labelled
from briefcli.memo.layout.joining import Hyphens, expects_more, joined
from briefcli.memo.layout.persons import CONTACT, PERSON, SENT
from briefcli.memo.text import Line

# A line that only says what sort of paper it is, or whose
_MEMO_WORD = re.compile(
    r"(?i)\W*(?:(?:beslis|ople[gk])?nota|memo|notitie|(?:geannoteerde|annotated)?\s?agenda|steering (?:note|brief)"
    r"|briefing note|uitnodiging|gespreksnotitie|besluitenlijst|convocatie|minutes"
    r"|(?:concept-?\s?)?(?:verslag|notulen)(?:\W+concept)?"
    r"|ministerie van [\w, ]{3,60}|invitation|aanbiedingsformulier|programme(?: of events)?)\W*"
)
_HEAD_FIELDS = 7  # lines from `Van` to `Onderwerp` in the head of a mail
_LONGEST_COVER = 25  # lines; a longer text is no covering words
# What is above a mail or memo that someone passes on, and what else is in the head of a mail
_PASSED_ON = re.compile(
    r"(?i)[\W_]*(?:(?:van|from)\s?:\s*\S|(?:begin\s)?(?:oorspronkelijk|original|forwarded|doorgestuurd)\w*\s(?:bericht|message)\b)"
)
_MAIL_FIELD = re.compile(
    r"(?i)\W*(?:aan|to|b?cc|verzonden|sent|dat(?:um|e)|onderwerp|subject|bijlagen?|attachments?)\s?:|[\W_]*$"
)
_UNKNOWN_LABEL = re.compile(r"[A-Za-z][\w.()/ ]{2,25}\s?:\s+\S.*")
_TITLE_WORD = re.compile(
    r"(?i)\b(?:\w*nota|kamerbrief|brief|beantwoording|reactie|antwoord\w*|kamervragen|uitstel|aanbieding"
    r"|geannoteerde agenda|verslag|voorstel|besluit|rapport|agenda|stand van zaken|voortgang|verzoek)\b"
)
_UNIT = re.compile(
    r"(?:Directoraat|Directie|Hoofddirectie|Dir\.|DG|Bestuurskern|Afdeling|Ministerie van"
    r"|[Vv]aste commissie|Tweede Kamer)\b"
)
_LETTER_PLACE = re.compile(r"\s*(?:Den Haag|['’‘]s-Gravenhage)\b")  # where ministries write from
_LOOSE_FIGURES = re.compile(r"(?<=[0-9]) (?=[0-9])")
# What values of these fields usually look like, though they accept any
_LIKELY = {Field.ANNEXES: re.compile(r"(?i)[0-9]{1,2}|geen"), Field.AUTHOR: PERSON}
_OF_MEETING = {Field.TIME, Field.PLACE, Field.PRESENT}
_MEETING = re.compile(r"(?i)vergadering|overleg|bijeenkomst|meeting")
_REPORT = re.compile(r"(?i)\W*(?:\w+\s)?(?:\w*verslag|besluitenlijst|notulen|afspraken\w*|terugkoppeling|report)\b")
_AHEAD = dt.timedelta(days=30)  # a memo is written in the weeks before its meeting
_DATE = re.compile(r"(?i)datum|date")  # unlike `Datum nota`
_TAKES_ANY = {Field.TO, Field.FROM, Field.ANNEXES, Field.CONSULTED}  # also accept a value that is apart from its label


def lift_covering_words(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Take out what people write in a mail above the mail or memo that they pass on.

    Returns the other lines, and those taken out. Words with a day above nothing but mails stay: the agenda is made of
    that planning.
    """
    covering, words, planning = list[Line](), list[Line](), list[Line]()
    is_sent = [SENT.match(line.text) is not None for line in lines]
    for place, line in enumerate(lines if any(is_sent[:_HEAD_FIELDS]) else ()):
        if _PASSED_ON.match(line.text):
            is_of_mail = any(is_sent[place : place + _HEAD_FIELDS])
            is_planning = is_of_mail and scan_dates(" ".join(each.text for each in words)) != []
            (planning if is_planning else covering).extend(words if len(words) < _LONGEST_COVER else [])
            words = []
            if not is_of_mail:
                covering += planning
                break  # the head of the memo itself
        elif not (_MAIL_FIELD.match(line.text) or _MEMO_WORD.fullmatch(line.text)):
            words.append(line)
    lifted = set(map(id, covering))
    return [line for line in lines if id(line) not in lifted], covering


class HeadValue(msgspec.Struct, eq=False):
    """One value of a field, its line, and its label in the memo's words."""

    value: str
    line: Line
    label: str = ""


class MemoHead(msgspec.Struct):
    """What the head says. `parts` are all its words in order, each field as `label: value`; no unlabelled title.

    `date` is when the memo was written; `held` are the words that say when the meeting is; `loose` are the lines that
    belong to no field, with those of the title.
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
    loose: list[Line] = []
    held: str | None = None

    def of(self, field: Field) -> list[HeadValue]:
        return self.values.get(field, [])

    def add(self, field: Field, value: str, line: Line, label: str = "") -> HeadValue:
        """Add a value to a field."""
        entry = HeadValue(value, line, label)
        self.values.setdefault(field, []).append(entry)
        return entry

    @property
    def written(self) -> dt.date | None:
        """The day the memo was written, or else about that day, as the day of its meeting says.

        Its other dates are read relative to this day. A report is of the day of the meeting, any other memo is written
        before it, and then the title does not count.
        """
        if self.date is not None:
            return self.date.day
        is_report = any(_REPORT.match(each) for each in [*([self.title.value] if self.title else []), *self.parts[:3]])
        named = self.held or (self.title.value if self.title and is_report else "")
        day = next((each.when.day for each in scan_dates(named) if each.certain), None)
        return day - _AHEAD if day is not None and not is_report else day


class _Part(msgspec.Struct, eq=False):
    """Words of the head, or a block of lines without label. A label `waits` for a value until it has an `entry`."""

    words: str = ""
    waits: Field | None = None
    entry: HeadValue | None = None
    block: list[Line] = []
    after_date: bool = False


def read_memo_head(lines: list[Line], hyphens: Hyphens) -> MemoHead:
    """Read the fields and the title. No word gets lost: what belongs to no field is in `parts`."""
    reader = _HeadReader(hyphens)
    gap = True
    for line in lines:
        if not line.is_blank:
            reader.take(line, gap=gap)
        gap = line.is_blank
    return reader.finish()


class _HeadReader:
    def __init__(self, hyphens: Hyphens) -> None:
        self.head = MemoHead()
        self._hyphens = hyphens
        self._parts: list[_Part] = []
        self._asked: list[_Part] = []  # the labels that wait for a value
        self._above: _Part | None = None  # the part that the next line may continue

    def take(self, line: Line, *, gap: bool) -> None:
        text = line.text.strip()
        self.head.first = self.head.first or line
        found, above = labelled(text), None if gap else self._above
        is_open = above is not None and above.entry is not None and expects_more(above.words)
        if is_open and not (":" in text and found):
            self._loose(line, text, gap=gap)
        elif WANTED.fullmatch(text) or (found is None and self._is_apart(text, gap=gap)):
            self._add(text)
        elif glued := GLUED.fullmatch(text):
            entries = [self._value(Field(name), value.strip(), line) for name, value in glued.groupdict().items()]
            self._add(text, entry=entries[-1])
        elif found:
            label = text[: -len(found[1])].rstrip(" :")
            entry = self._value(found[0], found[1], line, label)
            self._add(text if ":" in text else f"{label}: {found[1]}", entry=entry)
        elif asked := label_of(text):
            self._add(text, waits=asked)
        else:
            self._loose(line, text, gap=gap)

    def _is_apart(self, text: str, *, gap: bool) -> bool:
        """Whether a line cannot be the title: it says how to reach someone, or has an unknown label: `Gasten: BZ`."""
        is_field = bool(self.head.values) and _UNKNOWN_LABEL.fullmatch(text) is not None
        is_title = gap and _TITLE_WORD.search(text) is not None  # `Wet dijken: nota van wijziging`
        is_field = is_field and not (is_title or _MEMO_WORD.fullmatch(text.partition(":")[0]))
        return not self._asked and (is_field or CONTACT.search(text) is not None)

    def _add(self, text: str, *, waits: Field | None = None, entry: HeadValue | None = None) -> None:
        part = _Part(text, waits, entry)
        self._parts.append(part)
        self._asked += [part] if waits is not None else []
        self._above = part if entry is not None else None

    def _value(self, field: Field, value: str, line: Line, label: str = "") -> HeadValue:
        tight = value.replace(" ", "")
        is_spaced = tight.isupper() and any(len(piece) == 1 for piece in value.split())
        known = tight if is_spaced and self._hyphens.knows(tight) else value  # `SL O` if the memo has SLO elsewhere
        return self.head.add(field, known, line, label)

    def _loose(self, line: Line, text: str, *, gap: bool) -> None:
        """Take a line without a label: as more of the part above, the value of a waiting label, or a new block."""
        above = self._above
        entry = above.entry if above is not None and not gap else None
        is_title = any(entry is each for each in self.head.of(Field.TITLE)) and not _MEMO_WORD.fullmatch(text)
        is_small = text[:1].islower() and not self._asking_for(text)
        if above is not None and entry is not None and (is_title or is_small or expects_more(above.words)):
            above.words, entry.value = (self._hyphens.join(each, text) for each in (above.words, entry.value))
            return
        is_in_block = above is not None and above.block and not gap
        part = None if is_in_block else self._waiting(text, gap=gap)
        if part is not None and part.waits is not None:
            label = part.words.rstrip(": ")
            part.entry, part.words = self._value(part.waits, text, line, label), f"{label}: {text}"
            part.waits, self._above = None, part
            self._asked.remove(part)
        elif above is not None and above.block and (not gap or expects_more(above.block[-1].text)):
            above.block.append(line)
        else:
            is_dated = bool(self.head.of(Field.DATE) or self.head.of(Field.REFERENCE))
            self._above = _Part(block=[line], after_date=is_dated)
            self._parts.append(self._above)

    def _asking_for(self, text: str) -> _Part | None:
        """The last waiting label for which this looks like a value."""
        shaped = [each for each in self._asked if each.waits in SHAPES and fits(each.waits, text)]
        likely = [each for each in self._asked if each.waits in _LIKELY and _LIKELY[each.waits].fullmatch(text)]
        titles = [each for each in self._asked[-1:] if each.waits is Field.TITLE]
        return next(reversed(shaped or likely or titles), None)

    def _waiting(self, text: str, *, gap: bool) -> _Part | None:
        """The waiting label that a value belongs to: one whose shape it has, or else the first that accepts any."""
        if found := self._asking_for(text):
            return found
        free = [each for each in self._asked if each.waits not in SHAPES]
        if not free or (gap and len(text.split()) > 3 and text[:1].isupper()):  # a title
            return None
        if not gap and self._parts[-1] is free[-1]:
            column = list(takewhile(lambda each: each.waits or each.entry, reversed(self._parts)))
            return next(each for each in free if each in column)
        takes = _TAKES_ANY | (set(Field) - {Field.INITIALS} if len(text.split()) <= 2 else set())
        return next((each for each in free if each.waits in takes), None)

    def finish(self) -> MemoHead:
        head = self.head
        blocks = [part for part in self._parts if part.block]
        _settle_meeting(head)
        if titles := head.of(Field.TITLE):
            head.title = titles[0]
        elif blocks:
            chosen = max(blocks, key=lambda each: _title_score(each) + 2 * (each is blocks[-1]))
            marks = [place for place, line in enumerate(chosen.block[:-1], start=1) if _MEMO_WORD.fullmatch(line.text)]
            start = max(marks, default=0)  # after `nota` on a line of its own
            chosen.block, head.title_lines = chosen.block[:start], chosen.block[start:]
            head.title = HeadValue(joined(head.title_lines, self._hyphens).text, head.title_lines[0])
        words = (joined(part.block, self._hyphens).text or part.words for part in self._parts)
        head.parts = [each for each in words if each]
        head.loose = [*(line for part in blocks for line in part.block), *head.title_lines]
        head.loose.sort(key=lambda line: (line.page or 0, line.line))
        _settle_date(head)
        return head


def _title_score(part: _Part) -> int:
    text = " ".join(line.text for line in part.block)
    if _MEMO_WORD.fullmatch(text) or _LETTER_PLACE.match(text) or text.lstrip().startswith("["):
        return -1
    score = min(len(text.split()), 12) - 12 * bool(_UNIT.match(text)) - 40 * bool(PERSON.search(text))
    score += 30 * any(line.is_heading for line in part.block)
    return score + 20 * part.after_date + 10 * bool(_TITLE_WORD.search(text))


def _settle_meeting(head: MemoHead) -> None:
    """Take a date next to a time, a place, those present or a meeting as the meeting's, and not as the memo's own.

    A memo to or from someone has a date of its own next to the name of a meeting.
    """
    entries = [(each, field) for field, values in head.values.items() for each in values]
    entries.sort(key=lambda pair: (pair[0].line.page or 0, pair[0].line.line))
    times = [each.value for each in head.of(Field.TIME)[:1]]
    is_sent = bool(head.of(Field.TO) or head.of(Field.FROM))
    for number, (entry, field) in enumerate(entries):
        beside = entries[max(number - 1, 0) : number + 2]
        named = [other for other, _ in beside if _MEETING.fullmatch(other.label) and not scan_dates(other.value)]
        is_named = named and not is_sent and _DATE.fullmatch(entry.label)
        is_of_meeting = is_named or any(each in _OF_MEETING for _, each in beside)
        if field is Field.DATE and is_of_meeting:
            head.held = " ".join([entry.value, *times])
            head.values[Field.DATE] = [each for each in head.of(Field.DATE) if each is not entry]
    for entry in list(head.of(Field.TITLE)):
        days = scan_dates(entry.value)
        is_day = any(each.start == 0 for each in days)  # `Debat: woensdag 25 maart 2031, 16.45 uur`
        has_other_title = entry.label and len(head.of(Field.TITLE)) > 1
        if is_day or (has_other_title and len(days) > 1):  # `Overleg: Raad 13 mei, MR 16 mei`
            head.values[Field.TITLE].remove(entry)
            head.values[Field.HELD] = [*head.of(Field.HELD), *([entry] if is_day else [])]
    for entry in head.of(Field.HELD)[:1]:
        head.held = " ".join([entry.value, *times])


def _settle_date(head: MemoHead) -> None:
    """Set the memo's date: the day after its label, or else (to be checked) that in `Den Haag, 5 juni 2023`."""
    for entry in head.of(Field.DATE):
        tight = _LOOSE_FIGURES.sub("", entry.value)
        for text, doubt in ((entry.value, None), (tight, tr("read from “{entry}”", entry=entry.value))):
            mentions = scan_dates(text)
            if mentions and mentions[0].certain and mentions[0].when.day is not None:
                day = parse_when(mentions[0].when.day.isoformat())
                head.date, head.date_line, head.date_doubt = day, entry.line, doubt
                return
    for line in head.loose:
        if _LETTER_PLACE.match(line.text) and (written := date_of_text(line.text)):
            head.date, head.date_line = written, line
            head.date_doubt = tr("read from “{entry}”", entry=line.text.strip())
            return
