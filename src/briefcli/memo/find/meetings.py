"""Which meeting a memo prepares: its name, whose it is, and when."""

import re

import msgspec

from briefcli.domain.dates.reader import DateMention, scan_dates
from briefcli.domain.when import Grain, When, parse_when
from briefcli.memo.find.links import linked_date, place_after, place_behind
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, as_dutch
from briefcli.memo.text import Line


class Known(msgspec.Struct, frozen=True):
    """A meeting that comes back; `name` is a pattern for how memos call it."""

    series: str
    body: str
    kind: str
    name: str


MEETINGS = (
    Known("dmm", "NATO", "ministerial",
          r"NAVO[- ](?:[Mm]inisters van Defensie|[Dd]efensieminister(?:s|iële)|Defence Minister\w*)(?: \([A-Z]+\))?"
          r"|NAVO[- ]DMM|\bDMM\b|Defence Ministers['’]? Meeting"
          r"|North Atlantic Council[^\n]{0,40}?Defence Ministers"
          r"|(?i:North Atlantic Council[^\n]{0,40}?Ministers of Defence)"),
    Known("fmm", "NATO", "ministerial",
          r"NAVO[- ](?:[Mm]inisters van Buitenlandse Zaken|Foreign Minister\w*)(?: \([A-Z]+\))?|\bFMM\b"
          r"|NAVO[- ][Mm]inisteriële(?: bijeenkomst)?"
          r"|(?i:North Atlantic Council[^\n]{0,40}?Ministers of Foreign Affairs)"),
    Known("nato-top", "NATO", "summit", r"NAVO[- ][Tt]op\b"),
    Known("rbz-def", "EU", "council", r"Raad Buitenlandse Zaken[ /(-]{1,3}Defensie\)?|\bRBZ[ -]Defensie"),
    Known("rbz-handel", "EU", "council", r"Raad Buitenlandse Zaken[ /(-]{1,3}Handel\)?|\bRBZ[ -]Handel"),
    Known("rbz-os", "EU", "council",
          r"Raad Buitenlandse Zaken[ /(-]{1,3}Ontwikkelingssamenwerking\)?|\bRBZ[ -](?:OS|Ontwikkelingssamenwerking)"),
    Known("rbz", "EU", "council", r"Raad Buitenlandse Zaken(?: \(RBZ\))?|\bRBZ\b|Foreign Affairs Council"),
    Known("razeb", "EU", "council", r"Raad Algemene Zaken en Externe Betrekkingen(?: \(RAZEB\))?|\bRAZEB\b"),
    Known("raz", "EU", "council", r"Raad Algemene Zaken(?: \(RAZ\))?|\bRAZ\b|General Affairs Council"),
    Known("gymnich", "EU", "informal", r"\bGymnich\b"),
    Known("europese-raad", "EU", "summit", r"Europese Raad\b"),
    Known("eurogroep", "EU", "council", r"\bEurogroep\b"),
    Known("ecofin", "EU", "council", r"\bEcofin(?:[ -]?[Rr]aad)?\b"),
    Known("lvr", "EU", "council", r"Landbouw- en Visserijraad|\bLVR\b"),
    Known("jbz", "EU", "council",
          r"\bJBZ-?[Rr]aad\b|Raad Justitie en Binnenlandse Zaken|Justice and Home Affairs Council"),
    Known("milieuraad", "EU", "council", r"\bMilieuraad\b"),
    Known("energieraad", "EU", "council", r"\bEnergieraad\b"),
    Known("transportraad", "EU", "council", r"\bTransportraad\b"),
    Known("telecomraad", "EU", "council", r"\bTelecomraad\b"),
    Known("wsbvc", "EU", "council",
          r"Raad (?:voor )?(?:de )?Werkgelegenheid, Sociaal Beleid(?:, Volksgezondheid en Consumentenzaken)?"
          r"(?: \((?:WSBVC|EPSCO)\))?|\bWSBVC-?[Rr]aad\b|\bEPSCO-?[Rr]aad\b"),
    Known("ojcs", "EU", "council", r"\bOJCS-?[Rr]aad\b|Raad (?:voor )?Onderwijs, Jeugd, Cultuur en Sport"),
    Known("rvc", "EU", "council", r"Raad voor Concurrentievermogen|Raad Concurrentievermogen"),
)  # fmt: skip

# A meeting that is not in the table is known by the sentence that announces it.
_ANNOUNCED = re.compile(
    r"\bvind(?:t|en)\s(?:er\s)?(?:op\s[^.]{3,40}?\s)?(?:(?:in|te)\s[A-Z][\w-]+\s)?(?:de|het|een)\s(?P<what>[^.;]{4,120}?)"
    r"\s(?:in\s[A-Z][\w-]+\s)?plaats\b"
    r"|^(?:De|Het)\s(?P<named>[^.;,]{4,100}?)\s(?:vindt|vinden|is|staat)\sop\s[^.]{3,60}(?:plaats|gepland)\b"
    r"|\bkom(?:t|en)\s(?:de|het)\s(?P<who>[^.;]{4,100}?)(?:\s(?:in|te)\s[A-Z][\w-]+)?\sbijeen\b"
)
_VERB = re.compile(r"\b(?:bijeen|plaats|ingepland|gepland|neemt\su\sdeel|deelne\w+|geagendeerd|vergader\w+)\b")
_ASIDE = re.compile(
    r"(?:voorafgaand aan|in aanloop naar|na afloop van|tijdens|sinds|na|voor|vóór|over)\s(?:de|het)?\s?$", re.IGNORECASE
)
_PRESENTS = re.compile(r"\b(?:geannoteerde agenda|annotaties|verslag|agenda)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_PARLIAMENT = re.compile(r"\b(?:\w*debat\w*|Kamer|Ministerraad|ministerraad|\w*overleg met de Kamer|hoorzitting)\b")
_COUNCIL = re.compile(r"COUNCIL\s+OF\s+THE\s+EUROPEAN\s+UNION\s*\(\s*(?P<name>[A-Z][\w ,&-]+?)\s*\)", re.IGNORECASE)
_PROVISIONAL = re.compile(r"\b(?:provisional|voorlopige)\s+(?=agenda\b)", re.IGNORECASE)  # says nothing of the day
_TIME_OF_DAY = re.compile(r"[\s,]*\(?(?:at\s)?(?P<hour>[0-2]?[0-9])[.:](?P<minute>[0-5][0-9])")
_CITIES = r"Brussels|Luxembourg|Brussel|Luxemburg|Strasbourg|The Hague|Den Haag|Vienna|Geneva|New York"
_VENUE = re.compile(rf"(?:building|[Cc]ent(?:er|re)|[Hh]eadquarters|HQ|,)\b[^\n]{{0,30}}?\b(?P<place>{_CITIES})\b")
_OUTWEIGHS = {Part.REASON: 3, Part.DECISION: 2, Part.KEY_POINTS: 1}
_PAST_GRAINS = {Grain.DAY, Grain.MONTH, Grain.WEEK}


class Meeting(msgspec.Struct):
    """The meeting that was found; `doubt` says why its date is not certain."""

    title: str
    when: When
    line: Line
    words: str
    date_words: str
    known: Known | None = None
    place: str | None = None
    doubt: str | None = None


class _Candidate(msgspec.Struct):
    meeting: Meeting
    score: int
    order: int


def find_meeting(paragraphs: list[Paragraph]) -> Meeting | None:
    """The meeting that the memo is about: named in its title or announced, with a date. None where it names none."""
    found: list[_Candidate] = []
    for order, paragraph in enumerate(paragraphs):
        if order == 0 or paragraph.part in _OUTWEIGHS:
            found += _known_meetings(paragraph, order)
            found += _announced_meetings(paragraph, order)
    dated = [each for each in found if each.meeting.when.grain in _PAST_GRAINS]
    if not dated:
        return None
    best = max(dated, key=lambda each: (each.score, bool(_YEAR.search(each.meeting.date_words)), -each.order))
    if best.score < 3:
        return None
    same = [each.meeting.place for each in dated if each.meeting.when == best.meeting.when and each.meeting.place]
    best.meeting.place = best.meeting.place or next(iter(same), None)
    return best.meeting


def council_meeting(lines: list[Line]) -> Meeting | None:
    """The meeting that an agenda of a council or a programme is of, from the lines above its items."""
    text = "\n".join(line.text.strip() for line in lines)
    dated = _PROVISIONAL.sub(lambda found: "-" * len(found[0]), as_dutch(text))
    days = [each for each in scan_dates(dated) if each.when.grain is Grain.DAY]
    known = known_meeting(text)
    name = next((found for each in MEETINGS if (found := re.search(each.name, text))), None)
    named = _COUNCIL.search(text)
    if not days or not (name or named):
        return None
    title = f"{named['name'].strip()} Council" if named else name[0] if name else ""
    known = known_meeting(title) or known
    day = next(each for each in reversed(days) if not any(_holds(other.when, each.when) for other in days))
    time = _TIME_OF_DAY.match(text, day.end)
    when = day.when
    if time and when.day:
        when = parse_when(f"{when.day.isoformat()}T{time['hour'].zfill(2)}:{time['minute']}")
    place = _VENUE.search(text)
    return Meeting(
        title=title,
        when=when,
        line=lines[0],
        words=text.replace("\n", " "),
        date_words=text[day.start : day.end],
        known=known or Known("", "EU", "council", ""),
        place=place["place"] if place else None,
    )


def _holds(one: When, other: When) -> bool:
    """Whether the one is a range of days with the other in it."""
    if None in (one.first, one.last, other.first, other.last) or one == other:
        return False
    return one.first <= other.first and other.last <= one.last  # type: ignore[operator]  # none of them is None


def known_meeting(text: str) -> Known | None:
    """The meeting that a name stands for."""
    return next((each for each in MEETINGS if re.search(each.name, text)), None)


def _known_meetings(paragraph: Paragraph, order: int) -> list[_Candidate]:
    found: list[_Candidate] = []
    flags = re.IGNORECASE if paragraph.text.isupper() else re.NOFLAG
    for known in MEETINGS:
        for name in re.finditer(known.name, paragraph.text, flags):
            if any(each.meeting.words == _words(paragraph, name.start()) and _covers(each, name[0]) for each in found):
                continue
            mention = linked_date(paragraph, name.start(), name.end())
            if mention is not None:
                found.append(_candidate(paragraph, order, name.span(), mention, known))
    return found


def _covers(candidate: _Candidate, name: str) -> bool:
    """Whether a longer name, such as that of the Raad Buitenlandse Zaken Defensie, was found there already."""
    return name in candidate.meeting.title


def _announced_meetings(paragraph: Paragraph, order: int) -> list[_Candidate]:
    found: list[_Candidate] = []
    for sentence in paragraph.sentences:
        announced = _ANNOUNCED.search(sentence.text)
        dates = paragraph.dates_in(sentence.start, sentence.end)
        if not announced or not dates:
            continue
        name = next(group for group in ("what", "named", "who") if announced[group])
        if _PARLIAMENT.search(announced[name]) or known_meeting(announced[name]):
            continue
        span = (sentence.start + announced.start(name), sentence.start + announced.end(name))
        found.append(_candidate(paragraph, order, _without_date(paragraph, span), dates[0], None))
    return found


def _without_date(paragraph: Paragraph, span: tuple[int, int]) -> tuple[int, int]:
    """A name that ends in its date ends before it."""
    start, end = span
    for mention in paragraph.dates_in(start, end):
        before = re.sub(r"\s(?:op|van|d\.d\.)\s*$", "", paragraph.text[start : mention.start])
        return start, start + len(before.rstrip())
    return span


def _candidate(
    paragraph: Paragraph, order: int, span: tuple[int, int], mention: DateMention, known: Known | None
) -> _Candidate:
    start, end = span
    sentence = paragraph.sentence_at(start)
    score = 6 if order == 0 else _OUTWEIGHS.get(paragraph.part, 0)
    score += 3 if _VERB.search(sentence.text) else 0
    score += 2 if known is None or known.kind != "summit" else 0
    before = paragraph.text[sentence.start : start]
    score -= 5 if order and _ASIDE.search(before) and not _PRESENTS.search(before) else 0
    meeting = Meeting(
        title=paragraph.text[start:end].strip(),
        when=mention.when,
        line=paragraph.line_at(start),
        words=_words(paragraph, start),
        date_words=mention.text,
        known=known,
        place=place_after(paragraph, end, sentence) or place_behind(paragraph, mention.end),
        doubt=mention.reason,
    )
    return _Candidate(meeting, score, order)


def _words(paragraph: Paragraph, offset: int) -> str:
    return paragraph.sentence_at(offset).text
