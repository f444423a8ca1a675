"""Reads the head of a letter or agenda: the kind of paper, where the head ends, and the form that the House prints."""

import re
from enum import StrEnum
from itertools import takewhile

from briefcli.domain.citations.finder import scan_references
from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.marks import is_marked_heading
from briefcli.memo.layout.head import HeadValue, MemoHead
from briefcli.memo.layout.head_labels import ADDRESS, DAY, STAMPS, WANTED, Field, is_field, label_of, labelled
from briefcli.memo.layout.headings import heading_of
from briefcli.memo.layout.items import TIME, begins_item
from briefcli.memo.layout.joining import ends_sentence, expects_more
from briefcli.memo.layout.persons import GATHERING, PERSON, PREFIXED, is_greeting, is_salutation
from briefcli.memo.layout.points import BULLET_MARK
from briefcli.memo.layout.table_rows import CELL
from briefcli.memo.text import Line, not_blank, text_at
from briefcli.patterns import any_words

OPENING_LINES = 30
_DOSSIER = re.compile(
    r"\s*(?P<dossier>[0-9]{2}[ .]?[0-9]{3}(?:[-–][0-9IVXLA-Z]{1,5}|\s[IVXLC]{1,5}\b)?)(?:\s+(?P<name>[A-Z].{2,120}))?"
)
_BARE_NUMBER = re.compile(r"[0-9]{3,5}(?:/[0-9]{1,2}){1,2}(?: REV [0-9]{1,2})?")  # as the Council prints its own
_NUMBER = re.compile(r"(?i)\s*Nr\.?\s*(?P<number>[0-9]{1,5})\s*(?P<rest>.*)")
_PLACE_DATE = re.compile(
    r"\s*(?:’s-Gravenhage|'s-Gravenhage|Den Haag|Brussel\w*|Utrecht|Amsterdam|Rotterdam),?\s(?:\w+dag\s|den\s)?"
    r"[0-9].{5,40}|\s*[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}\s*\|.*|\s*Brief\s(?:van|aan)\s[^.;:]{3,90},\s[0-9].{5,40}"
)
_PLACE_DAYS = re.compile(
    r"\s*(?P<place>[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)?)(?:,|(?<=\bBrussel)|(?<=\bLuxemburg))\s(?P<days>[0-9].{5,40})"
)
_GATHERING = re.compile(rf"(?i)\b{GATHERING}\b")
_STAMPED = re.compile(rf"(?i)\s*(?:{STAMPS})\s(?:op\s|d\.d\.\s|on\s)?{DAY}")
_ADDRESSEE = re.compile(r"\s*(?:Aan\s(?:de|het|uw)\s.{3,90}|Geachte?\s.{3,60}|To\s(?:the|all)\s.{3,60})")
_OFFICE = r"(?i:de|het|mede namens de)\s(?i:ministers?(?:-president)?|staatssecretaris(?:sen)?)"
_HOLDER = rf"{_OFFICE}(?:,?\s(?:(?i:van|voor|en|de|het|zonder|a\.i\.)|[A-Z][\w’'-]*|[–&-])(?![\w.]))*"
_PERSON = rf"(?:{PERSON.pattern})(?:\s[A-Z][\w’-]+)?"
# An office with only names after it, because a line of running text can start with an office too
SIGNATORY = re.compile(rf"\W{{0,9}}{_HOLDER}(?:,\s{_HOLDER})?,?(?:\s{_PERSON})?\W*")
_SIGNATORY_GOES_ON = re.compile(r"(?:en|van|voor|[Mm]inister|[Ss]taatssecretaris)\s[^.;:]{2,90}")  # on a second line
_WHOLE_NAME = re.compile(rf"{PREFIXED}(?:\s{PREFIXED}){{1,3}}")
_NAMES = re.compile(rf"{_PERSON}(?:\s.*)?")
_FORM = re.compile(
    r"(?i)(?:(?:Tweede|Eerste) Kamer der Staten-Generaal(?:[\s|]+[0-9]{1,2})?"
    r"|Kamerstuk(?:ken)?\s[0-9]{2}[ .]?[0-9]{3}[^;|]{0,30}\|.*|Vergaderjaar [0-9]{4}\s?[-–]\s?[0-9]{2,4})[\s|]*"
)
_COUNCIL = re.compile(
    r"(?i)\s*(?:Council\s+of\s+the|North\s+Atlantic\s+Council|(?:provisional|draft)\s+agenda(?!\s[–-]\s))\b"
)
_SENDER = re.compile(r"(?:BRIEF|Brief|VERSLAG|Verslag|LIJST|Lijst)\s(?:VAN|van)\s")
_CAPITALS = re.compile(r"[^a-z]{4,}")


def is_printed(lines: list[Line]) -> bool:
    """Whether a text starts with a dossier and number as the House prints them, or as a council's agenda does."""
    opening = [lines[place].text for place in not_blank(lines)[:12]]
    return _dossier_at(lines) is not None or any(map(_COUNCIL.match, opening))


def _dossier_at(lines: list[Line]) -> int | None:
    """The place of the dossier among the first lines, if the number of a paper in it is there too."""
    opening = not_blank(lines)[:12]
    found = next((place for place in opening if _DOSSIER.fullmatch(lines[place].text)), None)
    return found if any(_NUMBER.fullmatch(lines[place].text) for place in opening) else None


def take_printed_head(lines: list[Line], head: MemoHead, start: int = 0) -> list[Line]:
    """Read the lines of the head into `head`, and make them empty in `lines`. Returns the lines that were read.

    If a head of labels ends at `start`, only signatures and addresses below it are taken.
    """
    reader = _PrintedHead(lines, head, is_labelled=start > 0)
    for place in not_blank(lines):
        if place >= start:
            reader.take(place)
    taken = [lines[place] for place in reader.taken]
    for place in reader.taken:
        lines[place] = lines[place].saying()
    return taken


class _PrintedHead:
    """Reads lines one after the other, and decides which belong to the head. `taken` has the places of these."""

    def __init__(self, lines: list[Line], head: MemoHead, *, is_labelled: bool) -> None:
        self._lines, self._head, self._is_labelled = lines, head, is_labelled
        self._dossier: str | None = None
        self._is_sender = self._is_signed = self._is_listing = self._is_council = False
        self._body_lines = 0
        opening = "".join(lines[place].text for place in not_blank(lines)[:1])
        names_meeting = _GATHERING.search(opening) is not None and not expects_more(opening)
        self._is_titled = names_meeting and any(name.search(opening) for name in NAMES.values())
        self._top = _dossier_at(lines) or 0  # above it can be the kind of paper: `Verslag van …`
        self.taken: list[int] = []

    def take(self, place: int) -> None:
        """Take a line into the head if it belongs there."""
        line, above, head = self._lines[place], text_at(self._lines, place - 1), self._head
        text = line.text.strip()
        is_near_top = not head.parts or len(self.taken) + self._body_lines < OPENING_LINES
        early, gap = is_near_top and not self._is_labelled, not above
        apart = gap or self.taken[-1:] == [place - 1] or ends_sentence(above) or is_greeting(above)
        self._is_council = self._is_council or _COUNCIL.match(text) is not None
        self._is_listing = self._is_listing or begins_item(text) or TIME.fullmatch(text) is not None
        is_split = self.taken[-1:] == [place - 1] and above.endswith("-") and _ADDRESSEE.fullmatch(above) is not None
        goes_on = self._is_signed and (_NAMES.fullmatch(text) or (not gap and _SIGNATORY_GOES_ON.fullmatch(text)))
        below = text_at(self._lines, place + 1)
        is_named = _WHOLE_NAME.fullmatch(text) and any(map(SIGNATORY.fullmatch, (below, f"de {below}")))
        self._is_signed = bool(goes_on or (apart and (is_named or SIGNATORY.fullmatch(text))))
        is_kind = place < self._top and _SENDER.match(text) is not None
        is_early = early and (is_kind or self._is_of_house(text, line, gap=gap) or self._is_field(text, line))
        is_address = is_split or (apart and ((early and _ADDRESSEE.fullmatch(text)) or ADDRESS.fullmatch(text)))
        if not (is_early or self._is_signed or is_address):
            self._body_lines += 1
            return
        self.taken.append(place)
        head.first = head.first or line
        if goes_on and head.parts:
            head.parts[-1] += f" {text}"
        else:
            head.parts.append(text.lstrip("*• "))

    def _is_of_house(self, text: str, line: Line, *, gap: bool) -> bool:
        """Read a dossier, its name, the number in it or the sender, as the House prints them. False for others."""
        head, is_first = self._head, self._body_lines == 0
        goes_on, self._is_sender = self._is_sender and _CAPITALS.fullmatch(text) is not None, False
        dossier = _DOSSIER.fullmatch(text) if is_first else None
        if _FORM.fullmatch(text):
            return is_first
        if self._dossier is None:
            if dossier:
                self._dossier = dossier["dossier"]
                head.title = HeadValue(dossier["name"].strip(), line) if dossier["name"] else None
            return dossier is not None
        if head.ref is not None:
            self._is_sender = goes_on or (is_first and _SENDER.match(text) is not None and not scan_dates(text))
            return self._is_sender
        if number := _NUMBER.fullmatch(text):
            head.ref = next((each.canonical for each in scan_references(f"{self._dossier}, nr. {number[1]}")), None)
            self._is_sender = _SENDER.match(number["rest"]) is not None
            return True
        return dossier is not None or (is_first and self._is_name(text, line, gap=gap))

    def _is_name(self, text: str, line: Line, *, gap: bool) -> bool:
        """Read a line below the dossier as its name, or as more of it. False if it is neither."""
        title = self._head.title
        if title is None and text[:1].isupper():
            self._head.title = HeadValue(text, line)
        elif title is not None and not gap:
            title.value += f" {text}"
        else:
            return False
        return True

    def _is_field(self, text: str, line: Line) -> bool:
        """Read a Council number (`6786/1/22 REV 1`), `Betreft: …` or a place with a date. False for another line."""
        head = self._head
        if head.ref in head.parts[-1:] and [each.text for each in scan_dates(text)] == [text]:
            return _dated(text, line, head)
        own = scan_references(f"ST {text}" if _BARE_NUMBER.fullmatch(text) else text) if not self._is_listing else []
        if len(own) == 1 and head.ref is None and own[0].kind in {"eu", "nato"} and len(own[0].text) >= len(text) * 0.6:
            head.ref = own[0].canonical
            return True
        may_be_field = not (self._is_council or self._is_listing) and self._body_lines < OPENING_LINES // 2
        field, value = (labelled(text) if may_be_field and ":" in text else None) or (None, "")
        if field is None or (field is Field.ANNEXES and is_marked_heading(value)):
            is_stamped, lasting = _STAMPED.fullmatch(text) is not None, _PLACE_DAYS.fullmatch(text)
            days = [each.when.is_range for each in scan_dates(lasting["days"])] if lasting else []
            is_place = lasting is not None and not _GATHERING.match(lasting["place"])
            may_be_held = self._is_titled and not self._is_council and head.held is None
            if lasting and is_place and may_be_held and days == [True]:  # a paper is written on one day
                head.held = text
                head.add(Field.PLACE, lasting["place"], line)
                return True
            return (is_stamped or _PLACE_DATE.fullmatch(text) is not None) and (_dated(text, line, head) or is_stamped)
        if field is Field.TITLE and any(each.start == 0 for each in scan_dates(value)):  # `Vergadering: 6 mei 2025`
            head.held = value
        elif field is Field.TITLE:
            head.title = HeadValue(value, line)
        elif field is Field.DATE:
            _dated(value, line, head)
        else:
            head.add(field, value, line, text.partition(":")[0])
        return True


def _dated(text: str, line: Line, head: MemoHead) -> bool:
    mentions = [each for each in scan_dates(text) if each.when.day is not None]
    if len(mentions) != 1 or mentions[0].when.is_range or head.date is not None:
        return False
    head.date, head.date_line = mentions[0].when, line
    return True


def lift_signatures(lines: list[Line]) -> tuple[list[Line], list[list[Line]]]:
    """Take out the lines below greetings that say who signs, but no minister. Returns the other lines, and these."""
    kept, found = list(lines), list[list[Line]]()
    for place in not_blank(lines):
        if not is_greeting(lines[place].text):
            continue
        below = (lines[place + 1 + each] for each in not_blank(lines[place + 1 :])[:8])
        signed = list(takewhile(lambda line: _may_sign(line.text), below))
        if signed and not any(SIGNATORY.fullmatch(line.text) for line in signed):
            found.append(signed)
            kept = [line.saying() if any(line is each for each in signed) else line for line in kept]
    return kept, found


def _may_sign(text: str) -> bool:
    is_part = heading_of(text) or begins_item(text) or labelled(text) or is_salutation(text) or WANTED.fullmatch(text)
    is_short = any(map(str.isalnum, text)) and len(text.split()) <= 8
    return is_short and not is_part and not text.rstrip().endswith((".", ":", ";", "?"))


_FIELDS = set(map(Field, ("to", "from", "date", "reference", "title", "place", "author", "held", "time", "present")))
_OF_TIME = {Field.TIME, Field.HELD, Field.DATE, Field.TERM}  # a time below their labels does not start a programme
_SENTENCE = re.compile(r".*[.?!:;][”’\"')\]]*", re.DOTALL)
_SPEECH = re.compile(r"(?i)\W*(?:spreektekst|toespraak|speech|speaking (?:notes?|points)|(?:spreek|gespreks)punten)\W*")
_TO_ALL = re.compile(r"(?i)\W*(?:dames en heren|ladies and gentlemen|excellenties|beste mensen)\b")


def head_length(lines: list[Line]) -> int:
    """The number of lines before the text itself, or 0 if fewer than two of these are fields of a head."""
    fields: set[Field] = set()
    end, above = 0, None
    for place in not_blank(lines[:70]):
        text = lines[place].text
        found = labelled(text)
        field = found[0] if found else label_of(text)
        is_listed = len(fields) > 1 and BULLET_MARK.match(text) and not is_field(BULLET_MARK.sub("", text, count=1))
        is_of_time = above in _OF_TIME and TIME.fullmatch(text)
        if field is None and not is_of_time and (is_listed or begins_text(lines, place)):
            break
        fields |= {field} if field else set()
        above, end = field, place + 1
    return end if len(fields & _FIELDS) >= 2 else 0


def speech_below_head(lines: list[Line]) -> list[Line]:
    """The lines of a speech, with the first line, which calls it so, moved below its head. Empty for any other text."""
    for first in not_blank(lines)[:1]:
        rest = lines[first + 1 :]
        dated = [each + 1 for each in not_blank(rest)[:3] if scan_dates(rest[each].text)]  # of a head without labels
        if _SPEECH.fullmatch(lines[first].text) and (length := head_length(rest) or max(dated, default=0)):
            return [*rest[:length], lines[first].saying("Spreektekst"), *rest[length:]]
    return []


def begins_text(lines: list[Line], place: int) -> bool:
    """Whether the text below the head starts here: a salutation, a heading, an item, a time or a whole sentence."""
    text = lines[place].text.strip()
    heading = heading_of(text)
    next_line = text_at(lines, place + 1)
    is_above_item = begins_item(next_line) and not is_field(next_line)  # `Onderwerp: …` is of the head
    is_item = begins_item(text) or is_above_item or CELL in text or TIME.fullmatch(text)
    if is_item or is_salutation(text) or _TO_ALL.match(text) or (heading is not None and heading.is_declared):
        return True
    texts = (line.text.strip() for line in lines[place + 1 :])
    below = takewhile(lambda each: each and not (labelled(each) or label_of(each)), texts)
    words = " ".join([text, *below])
    return len(words.split()) >= 7 and _SENTENCE.fullmatch(words) is not None


class LetterKind(StrEnum):
    """The form of a text. Its value is the kind of paper in the agenda."""

    AGENDA = "annotated agenda"
    REPORT = "report"
    LETTER = "letter"
    COUNCIL = "agenda"
    MEMO = "decision memo"
    FICHE = "fiche"
    ANSWER = "answer"
    SPEECH = "statement"


# What the title of a kind of paper says
NAMES = {
    LetterKind.AGENDA: re.compile(
        r"(?i)\b(?:geannoteerde\s+agenda|annotated\s+agenda|annotaties?"
        r"|informe\w+\s(?:ik|wij)\s(?:de|uw)\sKamer\sover\sde\s(?:\w+\s)?agenda)\b"
    ),
    LetterKind.REPORT: re.compile(
        r"(?im)\bverslag\s+(?:van|aan|over)\b(?!\s+een\s+schriftelijk)|^\s*(?:(?:concept-?|openbaar\s|kort\s)?verslag(?!\s+van\s+een\s+schriftelijk)|(?:actie-?\s(?:en\s)?)?besluitenlijst|notulen|afsprakenlijst|(?:afspraken|terugkoppeling)\s(?:\w+\s){0,3}\w*(?:overleg|debat|raad)|korte\saantekeningen)\b|\breport\s+of\s+the\s+meeting\b"
    ),
}
_NAMES_COUNCIL = any_words(r"""
    (?:concept)?agenda|programm[ea]|meeting +of|vergadering +(?:van|op) +(?:\w+ +)?[0-9]+|council +of +the
    north +atlantic
""")
_PROGRAMME = re.compile(r"(?i)programm[ae]\b")  # which can name a report that is due later
_DATED_COUNCIL = re.compile(r"(?im)[^.;\n]{0,60}\b(?:council|\w*raad|eurogro\w+|coreper)\b[^.;\n]{0,60}20[0-9]{2}\W*?$")
_OUTCOME = re.compile(
    r"(?im)^\W*(?:read-?out\b|(?:outcomes?|(?:summary\s+of\s+(?:the\s+)?)?conclusions|(?:draft\s+)?minutes|summary\s+record)"
    r"\s+of\s+(?:the\s+)?(?:\w+\s+){0,4}(?:meeting|council|summit)\b)"
)
_PRESENTS = any_words(r"informe\w+|hierbij|bied\w*|bijgaand\w*|bijgevoegd\w*|zend\w*|stuur\w*|doe\w* u|ontvangt")
_TO_THE_HOUSE = any_words(r"voorzitter\s+van\s+de\s+(?:tweede|eerste)\s+kamer|geachte (?:heer |mevrouw )?voorzitter")
_TO_SOMEONE = re.compile("BRIEF VAN|Geacht")


def letter_kind_of(opening: list[Line], *, is_head: bool) -> LetterKind:
    """The form of the text that starts with these lines or, with `is_head`, that is below these lines of a head."""
    texts = [line.text.strip() for line in opening]
    words = "\n".join(texts)
    titles = "\n".join(each for each in texts if len(each.split()) <= 15 or _PRESENTS.search(each))
    if is_head and _TO_THE_HOUSE.search(words):
        return LetterKind.LETTER
    named = [(found.start(), kind) for kind, name in NAMES.items() if (found := name.search(titles))]
    if named and (is_head or not _PROGRAMME.match(words)):
        return min(named)[1]
    if is_head:
        return LetterKind.LETTER if _TO_SOMEONE.search(words) else LetterKind.MEMO
    is_of_council = _NAMES_COUNCIL.search(titles) or _OUTCOME.search(titles) or _DATED_COUNCIL.match(words)
    return LetterKind.COUNCIL if is_of_council and not _TO_SOMEONE.search(words) else LetterKind.LETTER


def is_outcome(above: str) -> bool:
    """Whether the lines above a council's items say that it has been held."""
    return _OUTCOME.search(above) is not None
