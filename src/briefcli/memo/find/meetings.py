"""Finds the meeting that a memo prepares: its name, whose it is, when and where."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import msgspec

from briefcli.catalog import tr
from briefcli.domain.dates.in_text import DateMention
from briefcli.domain.when import Grain, When, parse_when
from briefcli.memo.find.links import NAME, linked_date, place_after, place_behind
from briefcli.memo.find.said import CORRECTED, change_in, is_to_come
from briefcli.memo.layout.fiches import FICHE
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph
from briefcli.memo.layout.persons import GATHERING
from briefcli.memo.text import YEAR, Line
from briefcli.patterns import any_words


class Known(msgspec.Struct, frozen=True):
    """A series of meetings. `name` is a pattern for the names that memos use for it."""

    series: str
    name: str
    body: str = "EU"
    kind: str = "council"


_TRANSPORT = r"(?:Raad (?:voor )?Vervoer, Telecommunicatie en Energie|\bVTE-?[Rr]aad\b)"
_GATHERING = r"(?:bijeenkomst van (?:de )?)?"
_FOREIGN = r"(?:Raad Buitenlandse Zaken|\bRBZ|Foreign Affairs Council)"
MEETINGS = (
    Known("dmm",
          rf"NAVO[- ](?:{_GATHERING}[Mm]inisters van Defensie|[Dd]efensieminister(?:s|iële)|Defence Minister\w*)"
          r"(?: \([A-Z]+\))?|NAVO[- ]DMM|\bDMM\b|Defence Ministers['’]? Meeting"
          r"|NATO (?:Ministers of Defence|Defence Ministers)"
          r"|(?i:North Atlantic Council[^.;]{0,40}?(?:Defence Ministers|Ministers of Defence))", "NATO", "ministerial"),
    Known("fmm",
          rf"NAVO[- ](?:{_GATHERING}[Mm]inisters van Buitenlandse Zaken|Foreign Minister\w*)(?: \([A-Z]+\))?|\bFMM\b"
          r"|NATO (?:Ministers of Foreign Affairs|Foreign Ministers)"
          r"|(?i:North Atlantic Council[^.;]{0,40}?Ministers of Foreign Affairs)", "NATO", "ministerial"),
    Known("nato-top", r"NAVO[- ][Tt]op\b|NATO [Ss]ummit\b", "NATO", "summit"),
    Known("rbz-def", rf"{_FOREIGN}[ /(-]{{1,3}}(?:Defensie|Defence)\b\)?"),
    Known("rbz-handel", rf"{_FOREIGN}[ /(-]{{1,3}}(?:Handel|Trade)\b\)?"),
    Known("rbz-os", rf"{_FOREIGN}[ /(-]{{1,3}}(?:OS|Ontwikkelingssamenwerking|Development)\b\)?"),
    Known("rbz", r"Raad Buitenlandse Zaken(?: \(RBZ\))?|\bRBZ\b|Foreign Affairs Council"),
    Known("razeb", r"Raad Algemene Zaken en Externe Betrekkingen(?: \(RAZEB\))?|\bRAZEB\b"),
    Known("raz", r"Raad Algemene Zaken(?: \(RAZ\))?|\bRAZ\b|General Affairs Council"),
    Known("gymnich", r"\bGymnich\b", kind="informal"),
    Known("europese-raad", r"Europese Raad\b|(?<!the )European Council\b", kind="summit"),
    Known("eurogroep", r"\bEurogroe?p\b|\bEurogroup\b"),
    Known("ecofin", r"\b(?:Ecofin|ECOFIN)(?:[ -]?[Rr]aad| Council)?\b|Raad voor Economische en Financiële Zaken"),
    Known("lvr", r"Landbouw- en Visserijraad|\bLVR\b|Agriculture and Fisheries Council"),
    Known("jbz", r"\bJBZ-?[Rr]aad\b|Raad Justitie en Binnenlandse Zaken|Justice and Home Affairs Council"),
    Known("milieuraad", r"\bMilieuraad\b|Environment Council"),
    Known("energieraad", rf"\bEnergieraad\b|{_TRANSPORT} \([Ee]nergie\)"),
    Known("transportraad", rf"\bTransportraad\b|{_TRANSPORT} \([Tt]ransport\)"),
    Known("telecomraad", rf"\bTelecomraad\b|{_TRANSPORT} \([Tt]elecom\w*\)"),
    Known("vte", _TRANSPORT),
    Known("wsbvc",
          r"Raad (?:voor )?(?:de )?Werkgelegenheid(?:,| en) Sociaal Beleid(?:, Volksgezondheid en Consumentenzaken)?"
          r"(?: \((?:WSB(?:VC)?(?:-?Raad)?|EPSCO)\))?|\bWSB(?:VC)?-?[Rr]aad\b|\bRaad WSB(?:VC)?\b"
          r"|\bEPSCO(?:-?[Rr]aad)?\b"),
    Known("ojcs", r"\bOJCS-?[Rr]aad\b|Raad (?:voor )?Onderwijs, Jeugd, Cultuur en Sport"),
    Known("rvc", r"Raad (?:voor )?Concurrentievermogen"),
)  # fmt: skip

_WORDS = r"(?:(?!niet\b)[^.;]|\.[0-9]){0,60}"
_TO_PLACE = r"(?=\s(?:(?:op|van|om)\s(?:\w+dag\s)?[0-9]|(?:in|te)\s[A-Z])|[.,;]|$)"
# A meeting that is not in the table is recognised by the sentence that announces it
_ANNOUNCED = re.compile(
    rf"\bvind(?:t|en)\s(?:er\s)?(?:op\s[^.]{{3,40}}?\s)?(?:(?:in|te)\s{NAME}\s)?(?:de|het|een)\s(?P<what>[^.;]{{4,120}}?)"
    rf"\s(?:in\s{NAME}\s)?plaats\b"
    r"|^(?:De|Het)\s(?P<named>[^.;,]{4,100}?)\s(?:vindt|vinden|is|staat)\sop\s[^.]{3,60}(?:plaats|gepland)\b"
    rf"|\bkom(?:t|en)\s(?:de|het)\s(?P<who>[^.;]{{4,100}}?)(?:\s(?:in|te)\s{NAME})?\sbijeen\b"
    r"|\b(?:[Gg]eannoteerde agenda|[Aa]nnotaties|[Vv]erslag)\s(?:aan\s)?(?:van|voor)\sde\s(?P<presented>[^.;,]{4,100}?)"
    r"(?=,?\s(?:die\s)?(?:op|van|d\.d\.)\s(?:\w+dag\s)?[0-9])"
    r"|\b(?i:planning|voorbereiding|stukken|dossier|input|inbreng|agenda)\s(?:van|voor|op)\s(?:de|het)\s"
    rf"(?P<prepared>(?:[\w-]+\s)?(?:{GATHERING}|\w*groep|[A-Z]{{2,5}})\b[^.;,]{{0,60}}?)(?=,?\s(?:op|van|d\.d\.)\s(?:\w+dag\s)?[0-9])"
    rf"|(?:\b[Uu]\b{_WORDS}\b(?:deel\saan|uitgenodigd\svoor|aanwezig\sbij)|\bnodigt?\b{_WORDS}\bu\suit\svoor)\s(?:de|het|een)\s"
    rf"(?P<visited>[^.;,]{{4,100}}?){_TO_PLACE}"
    rf"|\b(?:[Uu]\sspreekt|spreekt\su)\s(?:(?:[^.;]|\.[0-9]){{3,80}}\s)?(?P<spoken>met\s(?!het\soog)[^.;,]{{4,100}}?){_TO_PLACE}"
)
_ON = re.compile(r"(?i)(?<!uiterlijk )(?<!om )\bop\s(?:\w+dag\s)?$")
_VERB = re.compile(r"\b(?:bijeen|plaats|ingepland|gepland|neemt\su\sdeel|deelne\w+|geagendeerd|vergader\w+)\b")
_ASIDE = re.compile(
    r"(?i)(?:voorafgaand aan|in aanloop naar|na afloop van|tijdens|sinds|na|voor|vóór|over)\s(?:de|het)?\s?$"
)
_PRESENTS = any_words(r"""
    bijeen|geannoteerde agenda|annotaties|verslag|agenda|beslispunt\w*|stukken|inzet|voorbereiding|spreekpunten|dossier
    instructie|inbreng
""")
# A debate or another act of parliament
PARLIAMENT = re.compile(r"\b(?:\w*debat\w*|Kamer|Ministerraad|ministerraad|\w*overleg met de Kamer|hoorzitting)\b")
_OF_DEBATE = re.compile(
    r"(?i)\b(?:\w*debat|\w*overleg|AO|CD|SO)\s(?:(?:over|inzake|betreffende|ter\svoorbereiding\s(?:op|van))\s)?(?:de\s|het\s)?$"
)
ANSWER = re.compile(r"(?i)^\s*(?:(?:re|fwd?|antw|doorst)\s?:\s*)+")  # in the subject of a mail: `RE:`
_SORT = re.compile(r"\b(?:[Ii]nformele|[Ee]xtra|[Ii]ngelaste|[Bb]uitengewone|[Ii]nformal|[Ee]xtraordinary)\s$")
# What a title does not need of a date: what says nothing later, and a time of which the bracket is not closed
_NOT_IN_TITLE = re.compile(r"(?i)\s(?:a\.?s|aanstaande|jl|j\.l)\b\.?|\s\([^)]*\Z")
_OUTWEIGHS = {Part.REASON: 3, Part.DECISION: 2, Part.KEY_POINTS: 1}


class MemoMeeting(msgspec.Struct):
    """The meeting of a memo. `words` name it; `doubt` says why its date is uncertain.

    `is_changed`: another sentence about this day says that something is moved or cancelled.
    """

    title: str
    when: When
    line: Line
    words: str
    date_words: str
    known: Known | None = None
    place: str | None = None
    doubt: str | None = None
    is_changed: bool = False

    @property
    def dated_title(self) -> str:
        """The title with the day, and with its year if that is certain: `Raad Algemene Zaken, 9 april 2019`."""
        words = _NOT_IN_TITLE.sub("", self.date_words)
        is_sure = self.when.first is not None and self.doubt is None
        year = f" {self.when.first:%Y}" if is_sure and not YEAR.search(words) else ""
        return f"{self.title}, {words}{year}" if words else self.title

    def starts_on(self, when: When | None) -> bool:
        """Whether it starts on the same day as something else, whose year may be unknown."""
        return when is not None and when.text.replace("XXXX", self.when.text[:4])[:10] == self.when.text[:10]

    def take_days(self, days: list[date]) -> None:
        """Make the meeting last over all the `days` of its items, if these are in one week."""
        if self.when.first is None or self.when.last is None or not days:
            return
        first, last = min(*days, self.when.first), max(*days, self.when.last)
        if (first, last) != (self.when.first, self.when.last) and (last - first).days < 7:
            self.when, self.date_words = parse_when(f"{first}/{last}"), ""
            self.doubt = tr("the days of all its items")

    def is_called(self, words: str) -> bool:
        """Whether words such as `DMM` or `de Raad` stand for this meeting."""
        known = known_meeting(words)
        if known is not None and self.known is not None:
            return known.series == self.known.series
        if words.isupper() and len(words) > 1 and "".join(re.findall(r"\b\w", self.title.upper())).startswith(words):
            return True
        names = {self.title.casefold(), self.title.split()[-1].strip("()").casefold()}
        names |= {"top", "summit"} if self.known is not None and self.known.kind == "summit" else set()
        return words.strip().casefold() in {*names, "raad", "bijeenkomst", "vergadering", "meeting"}


_Candidate = tuple[tuple[int, bool, int], MemoMeeting]  # compared by score, then a date with a year, then the earliest


def find_meeting(paragraphs: list[Paragraph], written: date | None) -> MemoMeeting | None:
    """The meeting with a date that a memo of the day `written` names in its title or announces; None without one."""
    found: list[_Candidate] = []
    if any(FICHE.fullmatch(each.text) for each in paragraphs[:1]):  # it names the councils that will deal with it
        return None
    for order, paragraph in enumerate(paragraphs):
        if order == 0 or paragraph.part in _OUTWEIGHS:
            found += _known_meetings(paragraph, order)
            found += _announced_meetings(paragraph, order, written)
    dated = [each for each in found if each[1].when.grain in {Grain.DAY, Grain.MONTH, Grain.WEEK}]
    (score, *_), best = max(dated, key=lambda each: each[0], default=((0, False, 0), None))
    if best is None or score < 3:
        return None
    same = [each for _, each in dated if each.when == best.when]
    best.place = best.place or next((each.place for each in same if each.place), None)
    named = (each for each in paragraphs if best.known and known_meeting(each.text) == best.known)
    places = (place_behind(each, day.end) for each in named for day in each.dates if day.when == best.when)
    best.place = best.place or next(filter(None, places), None)
    best.is_changed = any(change_in(each.words).status for each in same)
    return best


def is_corrected(lines: list[Line]) -> bool:
    """Whether a sentence, as in a mail above the memo, may cancel its meeting or give it another day."""
    pairs = (f"{one.text} {other.text}" for one, other in pairwise([*lines, Line("", None, 0)]))
    found = filter(None, map(CORRECTED.search, pairs))
    return any(not PARLIAMENT.search(re.split(r"[.;!?]\s", each.string[: each.end()])[-1]) for each in found)


def known_meeting(text: str) -> Known | None:
    """The known meeting that a text names. A debate about the meeting does not count."""
    return next((known for known, _ in named_meetings(text)), None)


def named_meetings(text: str) -> Iterator[tuple[Known, re.Match[str]]]:
    """Each known meeting that a text names, and its name there. In a text in capitals, names are in capitals too."""
    flags = re.IGNORECASE if text.isupper() else re.NOFLAG
    named = ((known, name) for known in MEETINGS for name in re.finditer(known.name, text, flags))
    return ((known, name) for known, name in named if not _OF_DEBATE.search(text, 0, name.start()))


def _known_meetings(paragraph: Paragraph, order: int) -> list[_Candidate]:
    found: list[_Candidate] = []
    for known, name in named_meetings(paragraph.text) if paragraph.dates else ():
        words = paragraph.sentence_at(name.start()).text
        is_part = any(each.words == words and name[0] in each.title for _, each in found)  # of a longer name
        if not is_part and (mention := linked_date(paragraph, *name.span())):
            sort = _SORT.search(paragraph.text, max(name.start() - 20, 0), name.start())
            start = sort.start() if sort else name.start()
            found.append(_candidate(paragraph, order, start, name.end(), mention, known))
    return found


def _announced_meetings(paragraph: Paragraph, order: int, written: date | None) -> Iterator[_Candidate]:
    for sentence in paragraph.sentences:
        announced = _ANNOUNCED.search(sentence.text)
        if announced is None or (name := announced.lastgroup) is None:
            continue
        start, end = sentence.start + announced.start(name), sentence.start + announced.end(name)
        dates = sentence.dates
        if name == "prepared":
            dates = [day for day in dates if day.start >= end and is_to_come(day.when, written)]
        elif name in {"visited", "spoken"}:  # the day of a letter or of an earlier meeting can be near too
            dates = [day for day in dates if _ON.search(sentence.before(day.start)) and is_to_come(day.when, written)]
            dates = dates if len(dates) == 1 else []
        is_within = any(start <= each.start < end for each in sentence.dates)  # `verslag van het overleg van vandaag`
        if not dates or is_within or PARLIAMENT.search(announced[name]) or known_meeting(announced[name]):
            continue
        score, meeting = _candidate(paragraph, order, start, end, dates[0], None)
        if name in {"visited", "spoken", "prepared"}:
            meeting.doubt = meeting.doubt or tr("read from the sentence that names the meeting")
        yield score, meeting


def _candidate(
    paragraph: Paragraph, order: int, start: int, end: int, mention: DateMention, known: Known | None
) -> _Candidate:
    """The meeting that is named at `[start:end]`, with the score by which candidates are compared."""
    sentence = paragraph.sentence_at(start)
    before = sentence.before(start)
    score = 6 if order == 0 else _OUTWEIGHS.get(paragraph.part, 0)
    score += 3 if _VERB.search(sentence.text) else 0
    score += 2 if known is None or known.kind != "summit" else 0
    if known is not None:
        score += 1 - 5 * bool(order and _ASIDE.search(before) and not _PRESENTS.search(before))
    words, line = paragraph.text[start:end].strip(), paragraph.line_at(start)
    title = f"Gesprek {words}" if words.startswith("met ") else capital(words)
    place = place_after(sentence, end) or place_behind(paragraph, mention.end)
    meeting = MemoMeeting(title, mention.when, line, sentence.text, mention.text, known, place, mention.reason)
    return (score, YEAR.search(mention.text) is not None, -order), meeting


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
