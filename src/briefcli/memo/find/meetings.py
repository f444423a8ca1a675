"""Finds the meeting that a memo prepares: its name, whose it is, when and where."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from briefcli.catalog import tr
from briefcli.domain.dates.in_text import DateMention, scan_dates
from briefcli.domain.when import Grain, When, parse_when
from briefcli.memo.find.links import NAME, linked_date, place_after, place_behind
from briefcli.memo.find.said import change_in
from briefcli.memo.layout.head_labels import label_of
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph
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
          r"|(?i:North Atlantic Council[^\n]{0,40}?(?:Defence Ministers|Ministers of Defence))", "NATO", "ministerial"),
    Known("fmm",
          rf"NAVO[- ](?:{_GATHERING}[Mm]inisters van Buitenlandse Zaken|Foreign Minister\w*)(?: \([A-Z]+\))?|\bFMM\b"
          r"|NAVO[- ][Mm]inisteriële(?: bijeenkomst)?|NATO (?:Ministers of Foreign Affairs|Foreign Ministers)"
          r"|(?i:North Atlantic Council[^\n]{0,40}?Ministers of Foreign Affairs)", "NATO", "ministerial"),
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
          r"(?: \((?:WSB(?:VC)?(?:-?Raad)?|EPSCO)\))?|\bWSB(?:VC)?-?[Rr]aad\b|\bEPSCO(?:-?[Rr]aad)?\b"),
    Known("ojcs", r"\bOJCS-?[Rr]aad\b|Raad (?:voor )?Onderwijs, Jeugd, Cultuur en Sport"),
    Known("rvc", r"Raad (?:voor )?Concurrentievermogen"),
)  # fmt: skip

_TO_PLACE = r"(?=\s(?:(?:op|van|om)\s(?:\w+dag\s)?[0-9]|(?:in|te)\s[A-Z])|[.,;]|$)"
# A meeting that is not in the table is recognised by the sentence that announces it
_ANNOUNCED = re.compile(
    rf"\bvind(?:t|en)\s(?:er\s)?(?:op\s[^.]{{3,40}}?\s)?(?:(?:in|te)\s{NAME}\s)?(?:de|het|een)\s(?P<what>[^.;]{{4,120}}?)"
    rf"\s(?:in\s{NAME}\s)?plaats\b"
    r"|^(?:De|Het)\s(?P<named>[^.;,]{4,100}?)\s(?:vindt|vinden|is|staat)\sop\s[^.]{3,60}(?:plaats|gepland)\b"
    rf"|\bkom(?:t|en)\s(?:de|het)\s(?P<who>[^.;]{{4,100}}?)(?:\s(?:in|te)\s{NAME})?\sbijeen\b"
    r"|\b(?:[Gg]eannoteerde agenda|[Aa]nnotaties|[Vv]erslag)\s(?:aan\s)?(?:van|voor)\sde\s(?P<presented>[^.;,]{4,100}?)"
    r"(?=,?\s(?:die\s)?(?:op|van|d\.d\.)\s(?:\w+dag\s)?[0-9])"
    r"|\b[Uu]\b(?:[^.;]|\.[0-9]){0,60}\b(?:deel\saan|uit(?:genodigd)?\svoor|aanwezig\sbij)\s(?:de|het|een)\s(?P<visited>[^.;,]{4,100}?)"
    rf"{_TO_PLACE}"
    rf"|\b(?:[Uu]\sspreekt|spreekt\su)\s(?:(?:[^.;]|\.[0-9]){{3,80}}\s)?(?P<spoken>met\s[^.;,]{{4,100}}?){_TO_PLACE}"
)
_VERB = re.compile(r"\b(?:bijeen|plaats|ingepland|gepland|neemt\su\sdeel|deelne\w+|geagendeerd|vergader\w+)\b")
_ASIDE = re.compile(
    r"(?i)(?:voorafgaand aan|in aanloop naar|na afloop van|tijdens|sinds|na|voor|vóór|over)\s(?:de|het)?\s?$"
)
_PRESENTS = any_words(r"bijeen|geannoteerde agenda|annotaties|verslag|agenda|beslispunt\w*|stukken|inzet|voorbereiding")
# A debate or another act of parliament
PARLIAMENT = re.compile(r"\b(?:\w*debat\w*|Kamer|Ministerraad|ministerraad|\w*overleg met de Kamer|hoorzitting)\b")
_OF_DEBATE = re.compile(
    r"(?i)\b(?:\w*debat|\w*overleg|AO|CD|SO)\s(?:(?:over|inzake|betreffende|ter\svoorbereiding\s(?:op|van))\s)?(?:de\s|het\s)?$"
)
_COUNCIL = re.compile(
    r"(?i)(?:COUNCIL\s+OF\s+THE\s+EUROPEAN\s+UNION\s*\(\s*|[0-9]{4}(?:st|nd|rd|th)\s+Council\s+meeting\s*\n\s*)"
    r"(?P<name>[A-Z][\w ,&-]+?)\s*(?:\)|\n)"
)
# Words about the text and not about the day of the meeting: that it is provisional, or when it was published
_OF_THE_TEXT = re.compile(
    r"(?i)\b(?:provisional|indicative|voorlopige?|indicatieve?)\s+(?=(?:agenda|programm[ae])\b)|\bsubject\sto\schange\b"
    r"|\b(?:gepubliceerd|geplaatst|bijgewerkt|gewijzigd|published|issued|updated|modified)\b[^\n]*"
)
_MEETING_WORD = re.compile(
    r"(?i)raad\b|overleg\b|debat\b|bijeenkomst\b|vergadering\b|conferentie\b|\btop\b|dialoog\b|briefing\b|\bgesprek\b"
    r"|\bforum\b|bezoek\b|\bdienstreis\b|\bhandelsmissie\b|\bG7\b|\bG20\b|\bmeetings?\b|\bcouncil\b|\bconference\b|\bsummit\b|\bministerial\b|\bcommittee\b"
)
_PAPER = re.compile(
    r"(?i)(?:\w*nota|\w*brief|beantwoording|antwoord\w*|reactie|\w*vragen|verzoek|aanbieding|voortgang|\w*besluit|\w*verslag"
    r"|verslag|motie\w*|inzet|beslispunt\w*|uitkomst\w*|terugkoppeling|evaluatie|uitstel|rapport\w*|advies|toezegging\w*)\b"
)
_LEAD_IN = re.compile(
    r"(?i)^(?:(?:concept|nota|memo|verslag|geannoteerde agenda|annotated agenda|agenda|programma|programme|annotaties"
    r"|inzet|inbreng|(?:ter\s)?voorbereiding|steering note|(?:kamer)?brief\s(?:inzake|over|met|betreffende))"
    r"\s*(?:(?:van|voor|ten behoeve van|t\.b\.v\.|of|for|op)?\s*(?:de|het|the)?\s)?[:–-]?\s*)+"
)
_SORT_OF_PAPER = re.compile(
    rf"{_PAPER.pattern}|(?:ter|dossier|concept|notitie|memo|bijlage|programma|convocatie|uitnodiging)\b"
)
ANSWER = re.compile(r"(?i)^\s*(?:(?:re|fwd?|antw|doorst)\s?:\s*)+")  # in the subject of a mail: `RE:`
_TO_DAY = re.compile(r"(?i)\s(?:op|van|d\.d\.|on|of)\s*(?:\w+dag\s*)?$|^\s*(?:in|te|en)\s")
_PIECES = re.compile(r"[|,;:()]|\s[–—-]\s")
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]+)(?:\s(?:[A-Z][\w.'’-]+|en|and)){0,3}")
_LABEL = re.compile(r"(?i)^\W*(?:date|datum|when|wanneer|place|plaats|venue|locatie)(?:\s(?:and|en)\s\w+)?\s*:")
_SORT = re.compile(r"\b(?:[Ii]nformele|[Ee]xtra|[Ii]ngelaste|[Bb]uitengewone|[Ii]nformal|[Ee]xtraordinary)\s$")
_TO_YEAR = re.compile(r".*?\b(?:19|20)[0-9]{2}\b")
_CITIES = r"Brussels|Luxembourg|Brussel|Luxemburg|Strasbourg|The Hague|Den Haag|Vienna|Geneva|New York"
_VENUE = re.compile(rf"(?:building|[Cc]ent(?:er|re)|[Hh]eadquarters|HQ|,)\b[^\n]{{0,30}}?\b(?P<place>{_CITIES})\b")
_FROM_NOW = re.compile(r"(?i)\s(?:a\.?s|aanstaande|jl|j\.l)\b\.?")  # says nothing later
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
        words = _FROM_NOW.sub("", self.date_words)
        is_sure = self.when.first is not None and self.doubt is None
        year = f" {self.when.first:%Y}" if is_sure and not YEAR.search(words) else ""
        return f"{self.title}, {words}{year}" if words else self.title

    def is_same_day(self, other: "MemoMeeting") -> bool:
        """Whether both start on the same day. The year of the other may be unknown."""
        return other.when.text.replace("XXXX", self.when.text[:4])[:10] == self.when.text[:10]

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
        return words.strip().casefold() in {*names, "raad", "bijeenkomst", "vergadering", "meeting"}


_Candidate = tuple[tuple[int, bool, int], MemoMeeting]  # compared by score, then a date with a year, then the earliest


def find_meeting(paragraphs: list[Paragraph]) -> MemoMeeting | None:
    """The meeting that the memo is about: named in its title or announced, with a date. None if there is none."""
    found: list[_Candidate] = []
    for order, paragraph in enumerate(paragraphs):
        if order == 0 or paragraph.part in _OUTWEIGHS:
            found += _known_meetings(paragraph, order)
            found += _announced_meetings(paragraph, order)
    dated = [each for each in found if each[1].when.grain in {Grain.DAY, Grain.MONTH, Grain.WEEK}]
    (score, *_), best = max(dated, key=lambda each: each[0], default=((0, False, 0), None))
    if best is None or score < 3:
        return None
    same = [each for _, each in dated if each.when == best.when]
    best.place = best.place or next((each.place for each in same if each.place), None)
    best.is_changed = any(change_in(each.words).status for each in same)
    return best


def meeting_above(lines: list[str], place: Line, written: date | None = None) -> MemoMeeting | None:
    """The meeting that the heading of an agenda, programme or memo names, with its day and place.

    A name that is not in `MEETINGS` must contain a word such as `overleg`, and is in doubt. `place` is the line of
    the heading, `written` the date of the memo.
    """
    lines = [ANSWER.sub("", line) for line in lines]
    text = "\n".join(lines)
    dated = _OF_THE_TEXT.sub(lambda found: "-" * len(found[0]), text)
    days = [each for each in scan_dates(dated, written) if each.when.grain is Grain.DAY]
    named = _COUNCIL.search(text)
    title = f"{named['name'].strip()} Council" if named else _name_in(lines)
    if not days or title is None:
        return None
    known = known_meeting(title) or known_meeting(text)
    beside = [each for each in days if any(title in line and each.text in line for line in lines)]
    days = beside or days
    day = next(each for each in reversed(days) if not any(_holds(other.when, each.when) for other in days))
    known = known or (Known("", "") if named else None)
    doubt = (day.reason if written else None) or (None if known else tr("read from a heading with a date"))
    venue = found["place"] if (found := _VENUE.search(text)) else _place_beside(text, day, title)
    words, date_words = text.replace("\n", " "), text[day.start : day.end].rstrip(" (")
    return MemoMeeting(_capital(title), day.when, place, words, date_words, known, venue, doubt)


def _name_in(lines: list[str]) -> str | None:
    """The name of a known meeting, or else of the first that a line names, without its day and place."""
    for line in sorted(lines, key=lambda each: known_meeting(each) is None):
        known = next((name[0] for _, name in _named(line)), "")
        words = line
        for each in reversed(scan_dates(line)):
            words = f"{words[: each.start]}|{words[each.end :]}"
        pieces = [_LEAD_IN.sub("", _TO_DAY.sub("", each)).strip(" .,:()–-") for each in _PIECES.split(words)]
        is_paper = _PAPER.match(line.strip() if line.isupper() else _LEAD_IN.sub("", line.strip()))
        for piece in filter(None, pieces):
            if (known and known in piece) or (_MEETING_WORD.search(piece) and not is_paper):
                return max(known, piece, key=len)
    return None


def _place_beside(text: str, day: DateMention, title: str) -> str | None:
    """The place on the line of the day: `Banff, Canada – 20–22 May 2025`."""
    start, end = text.rfind("\n", 0, day.start) + 1, text.find("\n", day.end)
    line = f"{text[start : day.start]}|{text[day.end : end if end >= 0 else len(text)]}"
    pieces = _PIECES.split(_LABEL.sub("", line).replace(title, "|"))
    pieces = [_TO_DAY.sub("", each).strip(" .:()") for each in pieces]
    places = [each for each in pieces if _PLACE.fullmatch(each) and not known_meeting(each)]
    # A label or a kind of paper, such as `Betreft` and `Nota`, is no place
    places = [each for each in places if not (label_of(each) or _LEAD_IN.fullmatch(each) or _SORT_OF_PAPER.match(each))]
    place = ", ".join(places)
    return (place.title() if line.isupper() else place) or None


def held_meeting(title: str, held: str, place: str | None, line: Line) -> MemoMeeting | None:
    """The meeting whose day (`held`), and perhaps place, have labels of their own in the head of the memo."""
    days = [each for each in scan_dates(held) if each.when.day is not None]
    if not days or days[0].when.first is None:
        return None
    name = _capital(_LEAD_IN.sub("", title.partition(held)[0].rstrip(" ,") or title))
    words = _TO_YEAR.match(days[0].text)
    date_words = words[0] if words else days[0].text
    return MemoMeeting(
        name, days[0].when, line, f"{title}; {held}", date_words, known_meeting(name), place, days[0].reason
    )


def _holds(one: When, other: When) -> bool:
    """Whether the days of `one` include those of `other`, and more."""
    if None in (one.first, one.last, other.first, other.last) or one == other:
        return False
    return one.first <= other.first and other.last <= one.last  # type: ignore[operator]  # none of them is None


def known_meeting(text: str) -> Known | None:
    """The known meeting that a text names. A debate about the meeting does not count."""
    return next((known for known, _ in _named(text)), None)


def _named(text: str) -> Iterator[tuple[Known, re.Match[str]]]:
    """Each known meeting that a text names, and its name there. In a text in capitals, names are in capitals too."""
    flags = re.IGNORECASE if text.isupper() else re.NOFLAG
    named = ((known, name) for known in MEETINGS for name in re.finditer(known.name, text, flags))
    return ((known, name) for known, name in named if not _OF_DEBATE.search(text, 0, name.start()))


def _known_meetings(paragraph: Paragraph, order: int) -> list[_Candidate]:
    found: list[_Candidate] = []
    for known, name in _named(paragraph.text) if paragraph.dates else ():
        words = paragraph.sentence_at(name.start()).text
        is_part = any(each.words == words and name[0] in each.title for _, each in found)  # of a longer name
        if not is_part and (mention := linked_date(paragraph, *name.span())):
            sort = _SORT.search(paragraph.text, max(name.start() - 20, 0), name.start())
            start = sort.start() if sort else name.start()
            found.append(_candidate(paragraph, order, start, name.end(), mention, known))
    return found


def _announced_meetings(paragraph: Paragraph, order: int) -> Iterator[_Candidate]:
    for sentence in paragraph.sentences:
        announced = _ANNOUNCED.search(sentence.text)
        dates = sentence.dates
        if not announced or not dates:
            continue
        name = announced.lastgroup or ""
        if PARLIAMENT.search(announced[name]) or known_meeting(announced[name]):
            continue
        start, end = sentence.start + announced.start(name), sentence.start + announced.end(name)
        within = paragraph.dates_in(start, end)
        if within:  # a date at the end is not part of the name
            before = re.sub(r"\s(?:op|van|d\.d\.)\s*$", "", paragraph.text[start : within[0].start])
            end = start + len(before.rstrip())
        yield _candidate(paragraph, order, start, end, dates[0], None)


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
    title = f"Gesprek {words}" if words.startswith("met ") else _capital(words)
    place = place_after(sentence, end) or place_behind(paragraph, mention.end)
    meeting = MemoMeeting(title, mention.when, line, sentence.text, mention.text, known, place, mention.reason)
    return (score, YEAR.search(mention.text) is not None, -order), meeting


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
