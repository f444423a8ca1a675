"""Reads the sessions of a meeting from numbered or named items: `Werksessie I`, `1. De eerste werksessie …`."""

import re
from datetime import date

from briefcli.domain.agenda import Session
from briefcli.domain.citations.reference import ROMANS
from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.item import Text, words_of
from briefcli.domain.when import Grain, When, WhenError, parse_when
from briefcli.memo.imported import Found
from briefcli.memo.layout.agenda_parts import says_only
from briefcli.memo.layout.headings import (
    Part,
    is_position,
    is_subhead,
    label_in,
    number_of,
    says_position,
    words_of_heading,
)
from briefcli.memo.layout.items import TIME, hours
from briefcli.memo.layout.outline import Section
from briefcli.memo.layout.paragraphs import Paragraph
from briefcli.memo.text import Line
from briefcli.patterns import any_words

_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste")
_MEAL = "werk(?:lunch(?:sessie)?|diner|ontbijt)"
_SORT = "working|thematische|plenaire|informele|gezamenlijke"
_KIND = rf"(?i:(?:(?:{_SORT}) )?(?:werk|deel|slot|openings)?sess(?:ie|ion)|{_MEAL})"
_NAMED = rf"(?i:(?:informele |plenaire )?(?:(?:avond|ochtend|middag|lunch|slot|openings|plenaire )sessie|{_MEAL}))"
# `De eerste werksessie betreft …`, `Agendapunt 3: …`, `Werklunch – …`
_ORDINAL = re.compile(
    rf"(?:(?:Tijdens|In|Op)\s)?(?:[Dd]e|[Hh]et)\s(?P<ordinal>{'|'.join(_ORDINALS)}|[1-9]e)\s(?P<kind>{_KIND})\b"
)
_LABEL = re.compile(
    rf"(?:(?P<kind>{_KIND}|[Aa]gendapunt)\s(?P<number>[1-9][0-9]?|[IVX]{{1,4}})\b\s*(?P<sign>[:.–—-])?"
    rf"|(?:(?:[Dd]e|[Hh]et|[Tt]ijdens de|[Tt]ijdens het)\s)?(?P<name>{_NAMED})\b\s*(?P<mark>[:–—-])?)\s*"
)
_SUBJECT = re.compile(
    r"\b(?:betreft|gaat over|is gewijd aan|staat in het teken van|handelt over|richt zich op)\s"
    r"(?:een\s(?:bijeenkomst|sessie)\svan\s)?(?:de\s|het\s|een\s)?(?P<subject>[^.;]{3,120}?)"
    r"(?=\sin\saanwezigheid\svan|\swaarbij|\smet\sdeelname|[.,;]|$)"
)
_ATTENDEES = re.compile(
    r"\b(?:in (?:aanwezigheid|bijzijn) van|met deelname van|in het format met)"
    r"\s(?:de\s|het\s)?(?P<who>[^.;]{2,90}?)(?=[.,;]|$)"
)
_LISTED = re.compile(r"^(?:Participants|Attendees|Deelnemers):\s(?P<who>[^.;]{2,200})")
_TOPIC = any_words(r"""
    op de agenda|wordt (?:ook )?(?:gesproken|stilgestaan)|besproken|bespreken|bespreekt|spreken|spreekt
    gaat over|betreft|centraal|aan de orde|in het teken van|van gedachten|gewijd aan|presenteert|presenteren
    aandacht voor|discussi\w+|behandel\w+
""")
_ELSEWHERE = re.compile(r"^(?:Tijdens de top|Na afloop van|Voorafgaand aan)\b")
_WE = r"(?:Nederland(?:se inzet)?|[Hh]et kabinet|NL)"
_SAYS = (
    r"(?:be)?pleit\w*|steun(?:t|de)|vindt|hecht|acht|wil|zal|kan|is|zet|benadruk\w+|onderstreep\w+|verwelkom\w+|onderschr\w+"
    r"|streeft|roept|riep|dringt|drong|vraagt|vroeg|spant|blijft|ziet|gaat|wees|stemde|sprak|gaf\saan|maakte|stelde|uitte|hield|vond|zag|bleef"
    r"|heeft\s[^.;]{0,60}(?:ingestemd|gesteund|bepleit|gepleit|ingezet|gewezen|benadrukt|onderstreept|aangedrongen|uitgesproken)"
)
# Not `Nederland heeft`, `staat op` and the like, nor `de Nederlandse inzet is opgenomen`
_POSITION = re.compile(
    rf"\b{_WE}\s(?:(?:[a-zà-ÿ]+\s){{0,3}}?(?:{_SAYS})\b|staat\s(?!ook|reeds|al|eerder|op\b|in\b))"
    rf"|^{_WE}\s(?!heeft\b|staat\b|kent\b|telt\b|ligt\b|ontvangt\b)[a-zà-ÿ]+t\b"
    rf"|\b(?:{_SAYS})\s(?:Nederland|het kabinet)\b"
    r"|^(?:Inzet|Positie|Standpunt)\b|\bNederlandse (?:inzet|positie|standpunt)\b"
    r"(?![^.;]{0,40}\s(?:staat|is|wordt)\s(?:\w+\s)?(?:genoemd|beschreven|opgenomen|toegelicht|vermeld))"
)
_HOURS = re.compile(r"[0-2][0-9]:[0-5][0-9](?:–[0-2][0-9]:[0-5][0-9])?")
_CLOCK = re.compile(r"\b[0-2]?[0-9][.:][0-5][0-9]\b")
_GOES_ON = re.compile(r"^(?:Deze|Dit|Die|Daarbij|Daarmee|Hiermee|Hierbij|Zo|Daarom|Ook dit)\b")
_LONGEST_TITLE = 140  # characters
_Opening = tuple[Session, int | None]  # the session that an item opens, and where its label ends if it has one


def split_sessions(sections: list[list[Paragraph]]) -> tuple[list[Found[Session]], list[Paragraph]]:
    """The sessions, and the paragraphs outside any session. A session never continues in the next section."""
    found: list[Found[Session]] = []
    rest: list[Paragraph] = []
    for paragraphs in sections:
        owner: Paragraph | None = None  # the item that opened a session
        day: When | None = None  # of the rows of a programme, from a line above them
        is_title = False  # below a mere title, paragraphs without a label belong to the session
        for paragraph in paragraphs:
            if paragraph.part is Part.WITHHELD:
                rest.append(paragraph)
                continue
            if is_day(paragraph):
                day, owner = paragraph.dates[0].when, None
                rest.append(paragraph)
                continue
            is_below = owner is not None and paragraph.level > owner.level
            is_loose = owner is not None and is_title and not (owner.label and paragraph.label)
            if opening := _opening(paragraph):
                _open(found, *opening, paragraph)
                set_time(found[-1].item, day or When.unknown())
                owner, end = paragraph, opening[1]
                is_title = end is not None and not paragraph.text[end:].strip().endswith(".")
            elif is_below or is_loose:
                _place(found[-1], paragraph)
            else:
                owner = None
                rest.append(paragraph)
    return found, rest


def is_day(paragraph: Paragraph) -> bool:
    """Whether a paragraph of a programme only names the day of the rows below it."""
    days = paragraph.dates if paragraph.part is Part.SESSIONS else []
    return len(days) == 1 and days[0].when.day is not None and says_only(paragraph.text, days[0])


def topic_session(section: Section) -> tuple[Found[Session], list[Line]]:
    """A session made of a whole section, and the lines of its subheads, which tell where the position starts."""
    title, number = section.title, number_of(section.title)
    is_counted = number.isdecimal()
    name = words_of_heading(title).strip() if is_counted or not number else title.rstrip(" :")
    session = Session(title=name, number=int(number) if is_counted else None, kind=section.kind or None)
    found = _found(session, section.place, title)
    role, subheads = None, list[Line]()
    for paragraph in section.paragraphs:
        if paragraph.part is Part.WITHHELD:
            continue
        is_head = is_subhead(paragraph.text)
        if label := paragraph.text if is_head else label_in(paragraph.text):
            role = "position" if is_position(label) else None
        if is_head:
            subheads.append(paragraph.line_at(0))
        else:
            _place(found, paragraph, role=role)
    return found, subheads


def set_time(session: Session, meeting: When, own: When | None = None) -> None:
    """Date a session that has a time, if its day is known: `own`, the day above it, or else the day of the meeting."""
    day = own or meeting
    if session.kind is not None and _HOURS.fullmatch(session.kind):
        if day.day is not None and not day.is_range:
            session.when = at_hours(day.day, *session.kind.split("–"), doubted=True)
            session.kind = None if session.when else session.kind
    elif session.when is None:
        is_one_of_days = own is not None and own.day is not None and meeting.is_range
        session.when = _time_of(session, day) or (parse_when(f"{day.day}") if is_one_of_days else None)


def at_hours(day: date, *hours: str, doubted: bool = False) -> When | None:
    """The day at an hour such as `9:30` or `9.30`, or between two. None for impossible hours: 27:30, 23:30–00:30."""
    times = (f"{day.isoformat()}T{each.replace('.', ':').zfill(5)}" for each in hours)
    try:
        return parse_when("/".join(times) + ("?" if doubted else ""))
    except WhenError:
        return None


def _time_of(session: Session, day: When) -> When | None:
    """The start of a session, from a line `Tijd: …`, or its title. `day` is its day or the meeting's."""
    if day.first is None or day.last is None or day.grain is not Grain.DAY:
        return None
    if not day.is_range:
        said = next((each for each in map(words_of, session.points) if label_in(each) == "Tijd"), "")
        if found := _CLOCK.search(said):
            return at_hours(day.first, found[0])
    for mention in scan_dates(words_of(session.title), day.first):
        start = mention.when
        if start.day is not None and start.from_time is not None and day.first <= start.day <= day.last:
            return parse_when(f"{start.day}T{start.from_time:%H:%M}")
    return None


def _opening(paragraph: Paragraph) -> _Opening | None:
    text = paragraph.text
    if paragraph.part in {Part.ANNEXES, Part.CONSULTED}:
        return None
    if match := _ORDINAL.match(text):
        subject = _SUBJECT.search(paragraph.sentences[0].text)
        title = subject["subject"].strip() if subject else None
        return Session(number=_number(match["ordinal"]), title=title, kind=match["kind"]), None
    if match := _LABEL.match(text):
        return _labelled(match)
    if paragraph.part is Part.SESSIONS and (timed := TIME.fullmatch(text)) and timed["rest"].strip(" :–-"):
        return Session(title=timed["rest"].lstrip(" :–-"), kind=hours(timed)), len(text)
    if paragraph.part is Part.SESSIONS and paragraph.label.strip("().").isdecimal():
        number = int(paragraph.label.strip("()."))
        is_title = len(text) <= _LONGEST_TITLE and len(paragraph.sentences) == 1 and not text.endswith((".", ":"))
        return Session(number=number, title=text if is_title else None), 0 if is_title else None
    return None


def _labelled(match: re.Match[str]) -> _Opening:
    """The opening of an item that starts with its label, such as `Sessie 1: Oekraïne`."""
    rest, digits = match.string[match.end() :], match["number"] or ""
    is_label = bool(match["sign"] or match["mark"]) or not rest[:1].islower()
    kind = match["name"] or (match["kind"] if digits.isdecimal() else f"{match['kind']} {digits}")
    first = rest.split(". ")[0].rstrip(".") if is_label else ""
    title = first if len(first) <= _LONGEST_TITLE else ""
    return Session(number=_number(digits), title=title or None, kind=kind), match.end() if is_label else None


def _number(text: str) -> int | None:
    """The number that `2`, `2e`, `tweede` and `II` stand for."""
    digits = text.removesuffix("e")
    names = (each.index(text) + 1 for each in (_ORDINALS, ROMANS) if text in each)
    return int(digits) if digits.isdecimal() else next(names, None)


def _open(found: list[Found[Session]], session: Session, end: int | None, paragraph: Paragraph) -> None:
    """Put an item in the session with its number, or in a new one. What is its label or its title is skipped."""
    own = next((each for each in found if session.number is not None and each.item.number == session.number), None)
    if own is None:
        own = _found(session, paragraph.line_at(0), paragraph.sentences[0].text if paragraph.sentences else "")
        found.append(own)
    skip = 0 if end is None else end + (len(words_of(session.title)) if own.item.title == session.title else 0)
    if own.item.title is None and own.item.number is None:
        own.item.title, own.item.kind = own.item.kind, None
    _place(own, paragraph, skip)
    days = [each.when for each in paragraph.dates[:1] if each.certain and each.when.grain is Grain.DAY]
    own.item.when = own.item.when or (days[0] if days and end is not None else None)


def _found(session: Session, line: Line, words: str) -> Found[Session]:
    return Found("sessions", session, line, words, parts=[("", line, words)])


def _place(found: Found[Session], paragraph: Paragraph, skip: int = 0, role: str | None = None) -> None:
    """Put each sentence in topics, position or points, without the first `skip` characters of the item."""
    session, field = found.item, "points"
    for sentence in paragraph.sentences:
        text = sentence.behind(max(skip, sentence.start)).strip(" ")
        if not text.strip(" .:–-"):
            continue
        field = role or _role(text, field)
        texts: list[Text] = getattr(session, field)
        texts.append(text.removeprefix(". ").strip())
        found.parts.append((f"{field}[{len(texts) - 1}]", sentence.line, text))
        listed = [who for each in _LISTED.finditer(text) for who in each["who"].split(",")]
        for who in map(str.strip, [*listed, *(each["who"] for each in _ATTENDEES.finditer(text))]):
            if who not in session.attendees:
                found.parts.append((f"attendees[{len(session.attendees)}]", sentence.line, who))
                session.attendees.append(who)


def _role(text: str, previous: str) -> str:
    goes_on = previous == "position" and _GOES_ON.search(text)
    if goes_on or _POSITION.search(text) or says_position(text):
        return "position"
    return "topics" if _TOPIC.search(text) and not _ELSEWHERE.search(text) else "points"
