"""What happens around the meeting, dated or not: debates, summits, side meetings."""

import re
from datetime import timedelta

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Event
from briefcli.domain.dates.reader import DateMention
from briefcli.domain.vocabulary import CONSULTATION, Status
from briefcli.domain.when import Grain, When, after, before, parse_when
from briefcli.memo.find.changes import EventChange, change_in
from briefcli.memo.find.links import NAME, linked_date, place_after
from briefcli.memo.find.meetings import Meeting, known_meeting
from briefcli.memo.layout.paragraphs import Paragraph, Sentence
from briefcli.memo.text import Line

MOST = 100  # a memo has a handful; beyond this nobody reads them


class FoundEvent(msgspec.Struct):
    """An event, and the words of the memo that name it."""

    event: Event
    line: Line
    words: str
    doubt: str | None = None


class _Name(msgspec.Struct, frozen=True):
    """How events of one kind are called; `dated`: too common a word to count without a date."""

    kind: str
    pattern: str
    dated: bool = False


# The committee or subject behind a debate: `commissiedebat Externe Veiligheid van …`
_SUBJECT = (
    r"(?:\s[A-Z][\w/&-]+(?:\s(?:en\s|van\s)?[\w/&-]+){0,4}?(?=,?\s(?:van|op|d\.d\.|gaat|is|vindt|wordt|staat)\b))?"
)

_NAMES = (
    _Name(CONSULTATION, r"\b[Ss]chriftelijk overleg\b"),
    _Name("debate", r"\b(?:[Cc]ommissiedebat|[Tt]weeminutendebat|[Nn]otaoverleg|[Ww]etgevingsoverleg"
                    r"|[Pp]lenaire? debat"
                    r"|[Bb]egrotingsbehandeling(?: [A-Z]{2,6})?|[Bb]egrotingsdebat|[Aa]lgemeen overleg|AO|CD|WGO"
                    rf"|[Rr]ondetafelgesprek|[Tt]echnische briefing|[Cc]ommissievergadering)\b{_SUBJECT}"),
    _Name("debate", r"\b(?:[a-z]*debat|procedurevergadering|vragenuur)\b", dated=True),
    _Name("summit", r"\bCOP ?[0-9]{2}\b|(?:\bNAVO|\bVN|\bEU|\bG7|\bG20|\b[Kk]limaat|\bAI)-?[Tt]op\b|\bEuropese Raad\b"),
    _Name("summit", r"\b[Tt]op(?= in [A-Z])|\b(?:Leaders['’] )?Summit\b", dated=True),
    _Name("vote", r"\b(?:stemming|stemmingen)\b(?= (?:over|in de))", dated=True),
    _Name("visit", r"\b(?:werkbezoek|staatsbezoek|handelsmissie|dienstreis)\b", dated=True),
    _Name("press", r"\b(?:persconferentie|persmoment)\b"),
    _Name("other", r"\b[Mm]inisterraad\b|\bbewindspersonenoverleg\b|\bCoreper\b|\b(?:MR|RFL|RFEB|RVK|RWIO|CoCo)\b",
          dated=True),
    _Name("other", r"\b(?:[Ee]erstv|[Vv])olgende\s(?:\w+\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}"
                   r"|\b(?:[Ee]erstv|[Vv])olgende\s(?:vergadering|bijeenkomst|overleg|[Rr]aad)\b", dated=True),
    _Name("other", r"(?<=\b(?:de|te) )(?:Raad|[A-Z]\w*raad)(?= (?:van|op) [0-9])", dated=True),
    _Name("side meeting", r"\b(?:bilaterale? )?(?:ontmoeting|gesprek|lunch|diner)(?: met [^.;,]{3,50}?(?= op\b))?",
          dated=True),
)  # fmt: skip
_NAME_PATTERNS = tuple((name, re.compile(name.pattern)) for name in _NAMES)

_HELD = re.compile(
    r"\bvind(?:t|en)\s(?:er\s|ook\s|daarnaast\s|tevens\s)*(?:een|het|de)?\s?(?P<held>[^.;,]{3,110}?)\splaats\b"
    r"|\bkom(?:t|en)\s[^.;,]{3,60}?\s(?:bijeen|samen|bij elkaar)\sin\s(?:de|het)\s(?P<gathered>[A-Z][^.;,]{3,80}?)"
    r"(?=\sen\s|\swaar|[.;,]|$)"
    r"|^(?:Na afloop van|Na|Aansluitend aan|En marge van|In de marge van)\s[^.;,]{2,50}?"
    r"\s(?P<aside>(?:spreek|spreken|spreekt|ontmoet|ontmoeten|heeft|hebben|tekent|tekenen|is er|volgt)\s[^.;]{3,120})"
)
_IN_PLACE = re.compile(rf"^(?:in|te)\s{NAME}\s(?:de|het|een)\s")
_EVE = re.compile(
    r"(?P<what>\b\w*(?:bijeenkomst|ontmoeting|diner|lunch|ontbijt|overleg)\b(?:\s(?!op\sde\s(?:avond|dag))\S+){0,12}?)"
    r"\s(?P<when>op\sde\s(?:avond|dag)\s(?:voorafgaande?\s(?:aan|van)|vóór|voor)\s(?:de|het)\s(?P<meeting>\w+))"
)
_BEFORE = re.compile(
    r"\b(?:Voorafgaand aan|Vóór|Voor)\s(?:de|het)\s(?P<what>[^.,;]{2,40}?)(?=\s(?:vind|kom|is|wordt|spre)|[,.]|$)"
)
_AFTER = re.compile(
    r"^(?:Na afloop van|Na|Aansluitend aan)\s(?:de|het)\s(?P<what>[^.,;]{2,40}?)"
    r"(?=\s(?:vind|kom|is|spre|ontm|heb|teke))"
)
_NONE = re.compile(r"\b(?:[Gg]een|[Nn]och|no)\s(?:\w+\s){0,2}$")
_UNKNOWN = re.compile(
    r"\b(?:nog\s(?:on|niet\s)bekend|nog\sniet\svast\w*"
    r"|datum\svolgt|nader\ste\sbepalen|n\.?t\.?b\.?)"
)


_NEXT_CLAUSE = re.compile(
    r";|,?\s(?:maar|terwijl|en\s(?:het|de|een)(?=\s[\w\s]{0,30}(?:debat|overleg|briefing|raad|top|AO|CD)\b))\s"
)
_ON = re.compile(r"(?P<word>\w*)\sop\s(?:\w+dag\s)?$")
_OTHER_ACT = re.compile(
    r"^(?!gehouden|gepland|voorzien|gevoerd|geagendeerd|georganiseerd)(?:aan|toe|in|uit|af|op|ver|be|ge|her|ont)\w*(?:d|t|en)$"
)


def find_events(paragraphs: list[Paragraph], meeting: Meeting | None) -> list[FoundEvent]:
    """All events in order of the memo; one that is named twice is given once, with its best known date."""
    found: list[FoundEvent] = []
    for paragraph in paragraphs:
        for number, sentence in enumerate(paragraph.sentences):
            following = paragraph.sentences[number + 1 : number + 2]
            for event in (*_named(paragraph, sentence), *_held(paragraph, sentence, following, meeting)):
                if len(found) < MOST:
                    _add(found, event, meeting)
    return [each for each in found if not _is_vague(each)]


def _named(paragraph: Paragraph, sentence: Sentence) -> list[FoundEvent]:
    events: list[tuple[int, FoundEvent]] = []
    taken: list[tuple[int, int]] = []
    has_dates = bool(paragraph.dates_in(sentence.start, sentence.end))
    for name, pattern in _NAME_PATTERNS:
        if name.dated and not has_dates:
            continue
        for match in pattern.finditer(paragraph.text, sentence.start, sentence.end):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if _NONE.search(paragraph.text, sentence.start, match.start()):
                continue
            change = change_in(_clause(sentence, match.start() - sentence.start))
            if change.written and name.kind == CONSULTATION:  # given with the debate that it replaces
                continue
            mention = linked_date(paragraph, *match.span())
            doubt = mention.reason if mention is not None else None
            if mention is None and (mention := _only_date(paragraph, sentence, match.end())):
                doubt = mention.reason or tr("the only date of the sentence, further on in it")
            if name.dated and mention is None:
                continue
            taken.append(match.span())
            place = place_after(paragraph, match.end(), sentence)
            is_summit = name.kind == "summit" and place is not None
            event = Event(title=match[0], kind=name.kind, place=place if is_summit else None)
            if mention is not None:
                event.when = mention.when
            doubt = _apply(change, event, paragraph.dates_in(sentence.start, sentence.end)) or doubt
            place_of = paragraph.line_at(match.start())
            events.append((match.start(), FoundEvent(event, place_of, sentence.text, doubt)))
    return [each for _, each in sorted(events, key=lambda each: each[0])]


def _only_date(paragraph: Paragraph, sentence: Sentence, end: int) -> DateMention | None:
    """The only date of a sentence, where that ends in `op` and the date, and no other act is dated by it."""
    dates = paragraph.dates_in(sentence.start, sentence.end)
    if len(dates) != 1 or dates[0].start < end or paragraph.text[dates[0].end : sentence.end].strip(" .)"):
        return None
    before = _ON.search(paragraph.text[end : dates[0].start])
    return dates[0] if before and not _OTHER_ACT.search(before["word"]) else None


def _clause(sentence: Sentence, start: int) -> str:
    """The part of the sentence that a name at `start` stands in, up to what is said of something else."""
    end = _NEXT_CLAUSE.search(sentence.text, start)
    before = [found.end() for found in _NEXT_CLAUSE.finditer(sentence.text, 0, start)]
    return sentence.text[before[-1] if before else 0 : end.start() if end else len(sentence.text)]


def _apply(change: EventChange, event: Event, dates: list[DateMention]) -> str | None:
    """Give the event the day and the form that it has now; gives what has to be checked about it.

    `dates` are those of the sentence, with the year that the whole memo gives them.
    """
    if change.written:
        event.title, event.kind = change.written, CONSULTATION
        return tr("a debate that became a written consultation; its date is that of the debate")
    event.status = change.status if change.status is not Status.MOVED or change.moved_to is None else None
    if change.moved_to is not None:
        event.when = next((each.when for each in dates if each.text in str(change.words)), change.moved_to)
        return tr("the memo says that it was moved to this date")
    return None


def _held(
    paragraph: Paragraph, sentence: Sentence, following: list[Sentence], meeting: Meeting | None
) -> list[FoundEvent]:
    """What a sentence says is held: `Voorafgaand aan de DMM vindt een … plaats`."""
    if eve := _on_the_eve(paragraph, sentence, meeting):
        return [eve]
    match = _HELD.search(sentence.text)
    if not match:
        return []
    group = next(name for name in ("held", "gathered", "aside") if match[name])
    title = _IN_PLACE.sub("", match[group].strip())
    if any(pattern.search(title) for _, pattern in _NAME_PATTERNS) or (meeting and meeting.title in title):
        return []
    dates = paragraph.dates_in(sentence.start, sentence.end)
    for mention in dates:
        title = re.sub(rf"\s?(?:op\s)?{re.escape(mention.text)}\s?", " ", title).strip()
    if group == "aside" or not title:
        title = sentence.text.rstrip(".")
    event = Event(title=title, kind="side meeting")
    if dates:
        event.when = dates[0].when
    else:
        event.when = _relative(sentence.text, meeting)
        if group == "aside" and event.when is None:  # after something else than the meeting: too vague to list
            return []
    if following and _UNKNOWN.search(following[0].text):
        event.note = following[0].text
        event.when = event.when or When.unknown()
    elif _UNKNOWN.search(sentence.text):
        event.when = event.when or When.unknown()
    start = sentence.start + match.start(group)
    return [FoundEvent(event, paragraph.line_at(start), sentence.text, dates[0].reason if dates else None)]


def _on_the_eve(paragraph: Paragraph, sentence: Sentence, meeting: Meeting | None) -> FoundEvent | None:
    """What is held on the evening or the day before the meeting."""
    found = _EVE.search(sentence.text)
    if found is None or meeting is None or meeting.when.grain is not Grain.DAY or meeting.when.first is None:
        return None
    if not names_meeting(found["meeting"], meeting):
        return None
    day = parse_when((meeting.when.first - timedelta(days=1)).isoformat())
    event = Event(title=found["what"].strip(), kind="side meeting", when=day)
    line = paragraph.line_at(sentence.start + found.start("what"))
    return FoundEvent(
        event, line, sentence.text, tr("“{term}”, counted from {date}", term=found["when"], date=meeting.when)
    )


def _relative(text: str, meeting: Meeting | None) -> When | None:
    """Before or after the meeting, where its days are known."""
    if meeting is None or meeting.when.grain is not Grain.DAY or meeting.when.first is None:
        return None
    found = _BEFORE.search(text)
    if found and names_meeting(found["what"], meeting):
        return before(meeting.when.first)
    found = _AFTER.search(text)
    if found and names_meeting(found["what"], meeting) and meeting.when.last is not None:
        return after(meeting.when.last)
    return None


def names_meeting(words: str, meeting: Meeting) -> bool:
    """Whether words such as `DMM` or `de Raad` stand for the meeting."""
    known = known_meeting(words)
    if known is not None and meeting.known is not None:
        return known.series == meeting.known.series
    last = meeting.title.split()[-1].strip("()")
    return words.strip().casefold() in {meeting.title.casefold(), last.casefold(), "raad", "bijeenkomst", "vergadering"}


def _add(found: list[FoundEvent], new: FoundEvent, meeting: Meeting | None) -> None:
    """Keep a new event, or what it adds to one that is there already."""
    if meeting is not None and _is_meeting(new.event, meeting):
        return
    same = next((each for each in found if _is_same(each.event, new.event)), None)
    if same is None:
        found.append(new)
        return
    if same.event.when is None and new.event.when is not None:
        same.event.when, same.line, same.words, same.doubt = new.event.when, new.line, new.words, new.doubt
    if len(str(new.event.title)) > len(str(same.event.title)) and new.event.kind == "debate":
        same.event.title = new.event.title
    same.event.status = new.event.status or same.event.status
    same.event.place = same.event.place or new.event.place


def _is_meeting(event: Event, meeting: Meeting) -> bool:
    """Whether an event is the meeting itself, not something else that names it."""
    title = str(event.title)
    known = known_meeting(title)
    is_known = known is not None and meeting.known is not None and known.series == meeting.known.series
    if event.when is not None and _is_later(event.when, meeting.when):
        return False
    if known is None or not is_known:
        return False
    return re.fullmatch(known.name, title) is not None or len(title) < 2 * len(meeting.title)


def _is_later(one: When, other: When) -> bool:
    """Whether both days are known, and the one begins after the other has ended."""
    return one.day is not None and other.final_day is not None and one.day > other.final_day


def _is_same(one: Event, other: Event) -> bool:
    names = sorted((str(one.title).casefold(), str(other.title).casefold()), key=len)
    related = names[0] in names[1] or (names[0].endswith("debat") and names[1].endswith(f" {names[0]}"))
    if one.kind != other.kind or not related:
        return False
    return one.when is None or other.when is None or one.when == other.when


def _is_vague(found: FoundEvent) -> bool:
    """A bare `debat` next to nothing says too little to be an event."""
    return found.event.when is None and found.event.title == "debat"
