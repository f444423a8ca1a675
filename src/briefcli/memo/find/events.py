"""Finds the events around a meeting, with or without a date: debates, summits, side meetings."""

import itertools
import re
from datetime import date, timedelta

from briefcli.catalog import tr
from briefcli.domain.agenda import Event
from briefcli.domain.dates.in_text import DateMention
from briefcli.domain.dates.settle import MOVED
from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import CONSULTATION, WITH_THE_HOUSE
from briefcli.domain.when import Grain, When, after, before, parse_when
from briefcli.memo.find.links import NAME, linked_date, place_after, place_behind
from briefcli.memo.find.meetings import MemoMeeting, known_meeting
from briefcli.memo.find.said import DELIVERED, FIRST_PLAN, Change, change_in, is_given_up, is_to_come
from briefcli.memo.imported import Found
from briefcli.memo.layout.paragraphs import Paragraph, Sentence
from briefcli.memo.layout.persons import GATHERING

# The committee or subject after the name of a debate: `commissiedebat Externe Veiligheid van …`
_SUBJECT = (
    r"(?:\s[A-Z][\w/&-]+(?:\s(?:en\s|van\s)?[\w/&-]+){0,4}?"
    r"(?=,?\s(?:(?:van|op|d\.d\.|gaat|is|vindt|wordt|staat|plaats|gepland|voorzien|geagendeerd)\b|\|)|\)))?"
)

# The kind of event, a pattern for its name, and `dated` if that name is too common to count without a date
_NAMES = tuple((kind, re.compile(pattern), bool(dated)) for kind, pattern, *dated in (
    (CONSULTATION, r"\b[Ss]chriftelijk overleg\b"),
    ("debate", (r"\b(?:[Cc]ommissiedebat|[Tt]weeminutendebat|[Nn]otaoverleg|[Ww]etgevingsoverleg|[Pp]lenaire? debat"
                r"|[Bb]egrotingsbehandeling(?: [A-Z]{2,6})?|[Bb]egrotingsdebat|[Aa]lgemeen overleg|AO|CD|WGO"
                rf"|[Cc]ommissievergadering|(?:[Cc]ommittee|[Pp]lenary) debate)\b{_SUBJECT}")),
    ("debate", r"\b[A-Za-z]?[a-z]*debat(?:teer[tn]|teren)?\b|\bplenaire? behandel\w+|\bbehandel\w+ plenair", "dated"),
    # Held in the House too, but not a debate about a meeting
    ("other", rf"\b(?:[Rr]ondetafelgesprek|[Tt]echnische briefing|[Hh]oorzitting)\b{_SUBJECT}"),
    ("summit", r"\bCOP ?[0-9]{2}\b|(?:\bNAVO|\bVN|\bEU|\bG7|\bG20|\b[Kk]limaat|\bAI)-?[Tt]op\b|\bEuropese Raad\b"),
    ("summit", r"\b[Tt]op(?= in [A-Z])|\b(?:Leaders['’] )?Summit\b", "dated"),
    ("vote", (r"\b[Ss]temming(?:en)?(?:(?:\s(?:over|in)\s(?:de|het)\s[\w-]+(?:\s[\w-]+){0,3}?)?"
              r"(?=\s(?:is|zijn|vindt|vinden|staat|staan)\b|$)|(?=\s(?:over|in\sde)\b))"), "dated"),
    ("visit", r"\b(?:[Ww]erkbezoek|[Ss]taatsbezoek|[Hh]andelsmissie|[Dd]ienstreis)\b", "dated"),
    ("press", r"\b[Pp]ers(?:conferentie|moment)\b"),
    ("other", (r"\b(?:[Pp]rocedurevergadering|[Vv]ragenuur|[Mm]inisterraad|bewindspersonenoverleg|Coreper"
               r"|MR|RFL|RFEB|RVK|RWIO|CoCo)\b"), "dated"),
    ("other", (r"\b(?:[Ee]erstv|[Vv])olgende?\s(?:\w+\s)?[A-Z][\w-]+(?:(?:(?<=-)\sen)?\s[A-Z][\w-]+){0,3}"
               r"|\b(?:[Ee]erstv|[Vv])olgende?\s(?:vergadering|bijeenkomst|overleg|keer|afspraak|[Rr]aad)\b"), "dated"),
    ("other", r"(?<=\b(?:de|te) )(?:Raad|[A-Z]\w*raad)(?= (?:van|op) [0-9])", "dated"),
    ("side meeting", (r"\b(?:[Bb]ilaterale? )?(?:[Oo]ntmoeting|[Gg]esprek|[Ll]unch|[Dd]iner)"
                      r"(?: met [^.;,]{3,50}?(?= op\b))?"), "dated"),
))  # fmt: skip

# What is held, the place where people gather, or what happens after or beside something else (`aside`)
_HELD = re.compile(
    r"^(?:De|Het|Een)\s(?P<subject>[^.;,]{3,80}?)\svind(?:t|en)\s(?=[^.;]{3,110}\splaats\b)"
    r"|\bvind(?:t|en)\s(?:er\s|ook\s|daarnaast\s|tevens\s)*(?:een|het|de)?\s?(?P<held>[^.;,]{3,110}?)\splaats\b"
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
_AROUND = re.compile(
    r"(?:(?P<before>\b(?:Voorafgaand aan|Vóór|Voor))|^(?:Na afloop van|Na|Aansluitend aan))\s(?:de|het)\s"
    r"(?P<what>[^.,;]{2,40}?)(?=\s(?:vind|kom|is|wordt|spre|ontm|heb|teke)|[,.]|$)"
)
_NONE = re.compile(r"\b(?:[Gg]een|[Nn]och|no|[Dd]eadline)\s(?:\w+\s){0,2}$")
_UNKNOWN = re.compile(r"\b(?:nog\s(?:on|niet\s)bekend|nog\sniet\svast\w*|datum\svolgt|nader\ste\sbepalen|n\.?t\.?b\.?)")
_NEXT_CLAUSE = re.compile(
    r";|,\s(?=(?:(?!(?:die|dat|waar\w*|als|indien|omdat|tenzij)\s)[\w-]+\s){1,4}(?:schuift|verhuist|gaat|komt|volgt|wordt|is|vindt)\s)"
    r"|,?\s(?:terwijl|maar(?!\s(?:is|zijn|wordt|worden|vindt|vinden|staat|staan)\s)|en\s(?:het|de|een)(?=\s[\w\s]{0,30}(?:debat|overleg|briefing|raad|top|AO|CD)\b))\s"
)
# The title in a row behind its day or before it, and what may be behind the day
_BEHIND_DAY = re.compile(r"\s*(?:[:–|-]\s*|(?=[A-Z]))(?P<title>[^.;:|]{3,90}?)[\s.]*")
_BEFORE_DAY = re.compile(r"(?P<title>[^.;:|]{3,90}?)\s?(?::|\s[–|-])\s(?:op\s)?")
_END_OF_ROW = re.compile(r"(?:\s?uur)?(?:\s\([^()]{2,40}\))?[\s.]*")
_GATHERING = re.compile(
    rf"(?i)\b(?:{GATHERING}|\w*(?:bespreking|triloog|diner|lunch|ontbijt|stemming(?:en)?|bilateraa?l|hoorzitting|opening))\b"
)
# `Voorbereiding overleg`, `Aanmelden voor bijeenkomst`: something to do by that day
_TO_DO = re.compile(r"(?i)(?:\w{3,}(?:ing|atie)|(?:aan|af|door|in|na|op|terug|toe|uit|voor)\w+en)\s")
_END = re.compile(r"[ .)]*(?:,|$)")  # only a time and a place may follow
_ON = re.compile(r"(?P<word>\w*)\sop\s(?:\w+dag\s)?$")
# `aangevraagd op`: then it is not held on that day
_OTHER_ACT = re.compile(r"(?!ge|voorzien)\w*(?:ge|be|ver)\w*(?:d|t|en)")


def find_events(paragraphs: list[Paragraph], meeting: MemoMeeting | None, most: int) -> list[Found[Event]]:
    """At most `most` events, in order. An event that is named twice is returned once, with a date if either has one."""
    found: list[Found[Event]] = []
    for paragraph, below in itertools.zip_longest(paragraphs, paragraphs[1:]):
        for sentence in paragraph.sentences:
            listed = below.dates if below and sentence.text.endswith(":") else []
            named = [*_named(sentence, listed), *filter(None, [_held(sentence, meeting)])]
            row = _row(sentence)
            is_span = row is not None and row.item.when is not None and row.item.when.to_time is not None
            for event in filter(None, [row]) if is_span or not named else named:
                if len(found) < most:
                    _add(found, event, meeting)
    # A bare `debat` without a date says too little
    kept = [each for each in found if each.item.when is not None or each.item.title != "debat"]
    written = next((each.written for each in paragraphs if each.written), None)
    start = (meeting.when.first if meeting else None) or date.max
    for each in kept:
        last = each.item.when.final_day if each.item.when is not None else None
        if each.item.kind in WITH_THE_HOUSE and written and last and last < written <= start:
            each.item.kind = "other"
            each.doubts["kind"] = tr("a debate before the memo, so not the one about this meeting")
        if each.item.when is None and each.doubts.get("when") is None:
            each.doubts = {"": tr("the memo gives no date")}
    return kept


def _found(event: Event, sentence: Sentence, place: int, doubt: str | None) -> Found[Event]:
    return Found("events", event, sentence.paragraph.line_at(place), sentence.text, {"when": doubt})


def _named(sentence: Sentence, below: list[DateMention]) -> list[Found[Event]]:
    """The events that a sentence names, in order. `below` are the dates below a sentence that ends in a colon."""
    events: list[tuple[int, Found[Event]]] = []
    taken: list[tuple[int, int]] = []
    paragraph, dates = sentence.paragraph, sentence.dates
    for kind, pattern, is_dated in _NAMES:
        if is_dated and not dates:
            continue
        for match in pattern.finditer(paragraph.text, sentence.start, sentence.end):
            is_taken = any(start < match.end() and match.start() < end for start, end in taken)
            if is_taken or _NONE.search(paragraph.text, sentence.start, match.start()):
                continue
            change = change_in(_clause(sentence, match.start() - sentence.start), below)
            if change.written and kind == CONSULTATION:  # returned as the debate that it replaces
                continue
            mention, doubt = linked_date(paragraph, *match.span()), None
            if mention is None and (mention := _only_date(sentence, match.end())):
                doubt = tr("the only date of the sentence, further on in it")
            if is_dated and mention is None:
                continue
            if mention is not None and FIRST_PLAN.search(sentence.before(mention.start)):
                continue
            if mention is not None and mention.doubt == MOVED and change.moved_to is None:  # `van 3 naar 9 december`
                change = next((Change(moved_to=each.when) for each in dates if each.start >= mention.end), change)
            taken.append(match.span())
            behind = place_behind(paragraph, mention.end) if mention is not None else None
            place = place_after(sentence, match.end()) if kind == "summit" else None
            place = place or (behind if behind and behind in sentence.text else None)
            title = re.sub("teer[tn]$|teren$", "", match[0])  # leaves `debat`
            event = Event(title=title, kind=kind, place=place, when=mention.when if mention else None)
            doubt = _apply(change, event, [*dates, *below]) or (mention.reason if mention else None) or doubt
            events.append((match.start(), _found(event, sentence, match.start(), doubt)))
    return [each for _, each in sorted(events, key=lambda each: each[0])]


def _row(sentence: Sentence) -> Found[Event] | None:
    """The event in a row of a planning: `24 maart: oefensessie`, `Dijken: maandag 22 juni van 11.00 tot 17.00 uur`.

    The row must say from when till when, have the word for a gathering, or have an hour in front. It does not name
    something to deliver.
    """
    day = next(iter(sentence.dates), None)
    if len(sentence.dates) != 1 or day is None or day.when.grain is not Grain.DAY:
        return None
    before, behind = sentence.before(day.start), sentence.behind(day.end)
    first = _BEHIND_DAY.fullmatch(behind) if not before else None
    last = _BEFORE_DAY.fullmatch(before) if _END_OF_ROW.fullmatch(behind) else None
    title = (first or last or {"title": ""})["title"].strip()
    is_timed = first is not None and day.when.from_time is not None and " " in title  # a single word may be a person
    is_gathering = is_timed or _GATHERING.search(title) or known_meeting(title)
    is_to_do = DELIVERED.search(title) or (_TO_DO.match(title) and not _GATHERING.match(title))
    is_held = day.when.to_time is not None or (is_gathering and not is_to_do)
    if not title or not is_held or not is_to_come(day.when, sentence.paragraph.written):
        return None
    event = Event(title=title, kind="other", when=day.when)
    doubt = _apply(change_in(sentence.text, []), event, [day]) or day.reason
    doubt = doubt or tr("read from a list of names and dates: see whether it is on that day")
    return _found(event, sentence, sentence.start, doubt)


def _only_date(sentence: Sentence, end: int) -> DateMention | None:
    """The only date of a sentence that ends in `: ` or `op` and that date. None if another act has that date."""
    dates = sentence.dates
    if len(dates) != 1 or dates[0].start < end or not _END.match(sentence.behind(dates[0].end)):
        return None
    between = sentence.paragraph.text[end : dates[0].start]
    if between.endswith(": "):  # a row of a planning: `CD Milieuraad: 18 juni`
        return dates[0]
    before = _ON.search(between)
    return dates[0] if before and not _OTHER_ACT.fullmatch(before["word"]) else None


def _clause(sentence: Sentence, start: int) -> str:
    """The clause around offset `start`: the sentence without its clauses about something else."""
    end = _NEXT_CLAUSE.search(sentence.text, start)
    before = [found.end() for found in _NEXT_CLAUSE.finditer(sentence.text, 0, start)]
    return sentence.text[before[-1] if before else 0 : end.start() if end else len(sentence.text)]


def _apply(change: Change, event: Event, dates: list[DateMention]) -> str | None:
    """Give the event its new form, day or status. The new day is looked up in `dates`. Returns what to check."""
    if change.written:
        event.title, event.kind = change.written, CONSULTATION
        return tr("a debate that became a written consultation; its date is that of the debate")
    if change.moved_to is not None:
        event.when = next((each.when for each in dates if each.text in change.words), change.moved_to)
        return tr("the memo says that it was moved to this date")
    event.status = change.status
    return None


def _held(sentence: Sentence, meeting: MemoMeeting | None) -> Found[Event] | None:
    """The event that a sentence says is held: `Voorafgaand aan de DMM vindt een … plaats`."""
    if (eve := _EVE.search(sentence.text)) and (days := _days_of(meeting, eve["meeting"])):
        evening = parse_when((days[0] - timedelta(days=1)).isoformat())
        doubt = tr("“{term}”, counted from {date}", term=eve["when"], date=days[0])
        event = Event(title=eve["what"].strip(), kind="side meeting", when=evening)
        return _found(event, sentence, sentence.start + eve.start("what"), doubt)
    match = _HELD.search(sentence.text)
    if match is None or (group := match.lastgroup) is None:
        return None
    title = _IN_PLACE.sub("", match[group].strip())
    for mention in sentence.dates:
        title = re.sub(rf"\s?(?:op\s)?{re.escape(mention.text)}\s?", " ", title).strip()
    if not title or any(pattern.search(title) for _, pattern, _ in _NAMES) or (meeting and meeting.title in title):
        return None
    dates = [each for each in sentence.dates if not is_given_up(sentence, each)]
    when = dates[0].when if dates else None
    if not dates and (found := _AROUND.search(sentence.text)) and (days := _days_of(meeting, found["what"])):
        when = before(days[0]) if found["before"] else after(days[1])
    if group == "aside" and when is None:  # not after the meeting but after something else: too vague to list
        return None
    title = sentence.text.rstrip(".") if group == "aside" else title
    event = Event(title=title, kind="side meeting", when=when)
    if _UNKNOWN.search(sentence.following):
        event.note = sentence.following
    if event.note is not None or _UNKNOWN.search(sentence.text):
        event.when = event.when or When.unknown()
    return _found(event, sentence, sentence.start + match.start(group), dates[0].reason if dates else None)


def _days_of(meeting: MemoMeeting | None, words: str) -> tuple[date, date] | None:
    """The first and last day of the meeting, if they are known and the words stand for the meeting."""
    if meeting is None or meeting.when.grain is not Grain.DAY or not meeting.is_called(words):
        return None
    return (meeting.when.first, meeting.when.last) if meeting.when.first and meeting.when.last else None


def _add(found: list[Found[Event]], new: Found[Event], meeting: MemoMeeting | None) -> None:
    """Add a new event to `found`, or complete the same event if it is there already. Leave out the meeting itself."""
    if meeting is not None and _is_meeting(new.item, meeting):
        has_hours = new.item.when is not None and new.item.when.text.startswith(f"{meeting.when}T")
        meeting.when = new.item.when if new.item.when and has_hours else meeting.when
        meeting.place = meeting.place or words_of(new.item.place) or None
        return
    same = next((each for each in found if _is_same(each.item, new.item)), None)
    if same is None:
        found.append(new)
        return
    event, other = same.item, new.item
    if event.when is None and other.when is not None:
        event.when, same.line, same.words, same.doubts = other.when, new.line, new.words, new.doubts
    event.status = other.status or event.status
    event.place = event.place or other.place


def _is_meeting(event: Event, meeting: MemoMeeting) -> bool:
    """Whether an event is the meeting itself, and not another event whose title names the meeting."""
    title, known = str(event.title), known_meeting(str(event.title))
    one, other = (each.series if each else "" for each in (known, meeting.known))
    is_council = one != "" and one.split("-")[0] == other.split("-")[0]  # `rbz` and `rbz-def`
    if meeting.starts_on(event.when) and (title.casefold() in meeting.title.casefold() or is_council):
        return True
    day, last = event.when.day if event.when is not None else None, meeting.when.final_day
    if known is None or one != other or (day is not None and last is not None and day > last):
        return False
    return re.fullmatch(known.name, title) is not None or len(title) < 2 * len(meeting.title)


def _is_same(one: Event, other: Event) -> bool:
    names = sorted((str(one.title).casefold(), str(other.title).casefold()), key=len)
    related = names[0] in names[1] or (names[0].endswith("debat") and names[1].endswith(f" {names[0]}"))
    is_one_day = one.when is None or other.when is None or one.when == other.when
    return one.kind == other.kind and related and is_one_day
