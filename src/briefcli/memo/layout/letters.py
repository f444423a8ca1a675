"""Texts that are no decision memo: annotated agendas, reports, letters to the House, agendas of councils, programmes.

Each has a head (number, date, sender), perhaps an introduction, and items under headings of its own words.
"""

import re
from enum import StrEnum

import msgspec

from briefcli.domain.citations.reader import scan_references
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.marks import is_marked, is_marked_heading
from briefcli.domain.when import Grain, When
from briefcli.memo.layout.dividers import FICHE, SUBHEADS, dividing_lines, fiche_parts
from briefcli.memo.layout.head import Head, HeadValue
from briefcli.memo.layout.head_labels import Field, labelled
from briefcli.memo.layout.headings import (
    Part,
    SectionKind,
    heading_of,
    number_of,
    squash,
    withheld_at,
    words_of_heading,
)
from briefcli.memo.layout.items import ITEM, KIND, headed, is_withheld_heading, numbered
from briefcli.memo.layout.outline import Outline, Section, take_ranges
from briefcli.memo.layout.paragraphs import as_dutch
from briefcli.memo.layout.programmes import TIME, days_of, timed_lines
from briefcli.memo.text import Line


class LetterKind(StrEnum):
    """What sort of text it is; the value is the kind of paper."""

    AGENDA = "annotated agenda"
    REPORT = "report"
    LETTER = "letter"
    COUNCIL = "agenda"


class Letter(msgspec.Struct):
    """`contents` are lines that only list the items; `kinds` has by section what its `= …` line says, or its time.
    `times` are the lines on which the time or the day of items stands alone, `days` the days by section.

    `opening` are the lines above the items of an agenda of a council or of a programme, `parts` headings above items.
    """

    form: LetterKind
    head: Head
    outline: Outline
    contents: list[Line] = []
    times: list[Line] = []
    kinds: dict[int, str] = {}
    days: dict[int, When] = {}
    opening: list[Line] = []
    parts: list[Line] = []
    is_fiche: bool = False


_AGENDA = re.compile(r"\bgeannoteerde\s+agenda\b|\bannotaties?\b|\bannotated\s+agenda\b", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:het\s)?verslag\s+(?:van|aan|over)\b|^\s*verslag\b|\breport\s+of\s+the\s+meeting\b",
    re.IGNORECASE | re.MULTILINE,
)
_COUNCIL = re.compile(
    r"\b(?:provisional\s|draft\s|indicative\s)?(?:agenda|programme)\b|\bmeeting\s+of\b|\bCOUNCIL\s+OF\s+THE\b"
    r"|\bNORTH\s+ATLANTIC\b|\b(?:concept)?agenda\b|\bprogramma\b",
    re.IGNORECASE,
)
_DOSSIER = re.compile(
    r"\s*(?P<dossier>[0-9]{2}[ .]?[0-9]{3}(?:[-–\s][0-9IVXLA-Z]{1,5})?)(?:\s+(?P<name>[A-Z].{2,120}))?"
)
_BARE_NUMBER = re.compile(r"[0-9]{3,5}(?:/[0-9]{1,2}){1,2}(?: REV [0-9]{1,2})?")  # as the Council prints its own
_NUMBER = re.compile(r"\s*Nr\.?\s*(?P<number>[0-9]{1,5})\s*(?P<rest>.*)", re.IGNORECASE)
_PLACE_DATE = re.compile(
    r"\s*(?:’s-Gravenhage|'s-Gravenhage|Den Haag|Brussel\w*|Utrecht|Amsterdam|Rotterdam),?\s.{6,40}"
)
_ADDRESSEE = re.compile(r"\s*(?:Aan\s(?:de|het|uw)\s.{3,90}|Geachte\s.{3,60}|To\s(?:the|all)\s.{3,60})")
_OFFICE = r"(?:[Dd]e|[Hh]et|[Mm]ede namens de)\s(?:[Mm]inister|[Ss]taatssecretaris|[Mm]inister-[Pp]resident)"
_SIGNATORY = re.compile(
    rf"\W*{_OFFICE}\b[^.;:]{{2,120}}?,?\s*(?:,\s(?:{_OFFICE}\b[^.;:]{{2,90}})|,|(?:[A-Z]\.\s?){{1,5}}(?:[a-z]+\s){{0,3}}[A-Z][\w-]+)?\s*"
)
_NAMES = re.compile(r"\s*(?:(?:Drs|Mr|Dr|Ir|Prof)\.?\s)?(?:[A-Z]\.\s?){1,5}(?:van |de |der |den )*[A-Z][\w-]+(?:\s.*)?")
_ADDRESS = re.compile(
    r"\W*(?:Postbus|Tel\.?|Telefoon|Fax|Internet|E-?mail|www\.|Ministerie\s+van\s+[A-Z][\w ]+$"
    r"|[A-Z]\w+(?:weg|straat|laan|plein)\s\d+"
    r"|[1-9][0-9]{3}\s?[A-Z]{2}\s)",
)
_PUBLISHED = re.compile(r"\s*[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}\s*\|.*")
_CAPITALS = re.compile(r"[^a-z]{12,}")
_PRESENTS = re.compile(r"\b(?:hierbij|bied\w*|bijgaand\w*|zend\w*|stuur\w*|doe\w*\su|ontvangt)\b", re.IGNORECASE)
_TITLE_WORDS = 15
_OPENING_LINES = 30
_REASON = SectionKind(Part.REASON, ("Aanleiding",), level=1)


def divide_letter(lines: list[Line]) -> Letter | None:
    """Head, introduction and items; None for a text that has none of them."""
    lines, ranges = take_ranges(lines)
    written = [place for place, line in enumerate(lines) if not line.is_blank]
    form = _form(" \n".join(lines[place].text for place in written[:_OPENING_LINES]))
    letter = Letter(form, Head(), Outline([], [], []))
    body = _read_head(lines, letter)
    fiche = fiche_parts(lines, body)
    letter.is_fiche = bool(fiche)
    starts = fiche or timed_lines(lines, body) or numbered(lines, body) or headed(lines, body)
    withheld = {place for place in body if is_withheld_heading(lines, place)}
    hidden = withheld | {place for place in starts if is_marked(lines[place].text)}
    starts = sorted({*starts, *withheld})
    if not starts and letter.head.date is None and letter.head.ref is None:
        return None
    if not fiche:
        starts = _without_contents(lines, starts, body, letter)
        parts, begins = dividing_lines(lines, body, starts, hidden)
        letter.parts = [lines[place] for place in parts]
        body = [place for place in body if place not in parts]
        starts = sorted({*starts, *begins} - {*parts})
    _divide(lines, body, starts, letter)
    letter.outline.sections += ranges
    return letter


def _form(opening: str) -> LetterKind:
    named = [line for line in opening.split("\n") if len(line.split()) <= _TITLE_WORDS or _PRESENTS.search(line)]
    titles = "\n".join(named)
    if _REPORT.search(titles) and not _AGENDA.search(titles):
        return LetterKind.REPORT
    if _AGENDA.search(titles):
        return LetterKind.AGENDA
    if "BRIEF VAN" in opening or "Geachte" in opening:
        return LetterKind.LETTER
    return LetterKind.COUNCIL if _COUNCIL.search(titles) else LetterKind.LETTER


def _read_head(lines: list[Line], letter: Letter) -> list[int]:
    """Take the lines of the head out; gives the places of the other written lines."""
    body: list[int] = []
    head = letter.head
    dossier: str | None = None
    after_signatory = is_listing = False
    for place, line in enumerate(lines):
        text = line.text.strip()
        early = not head.parts or place < _OPENING_LINES
        if line.is_blank:
            continue
        is_listing = is_listing or ITEM.fullmatch(text) is not None
        is_name = after_signatory and _NAMES.fullmatch(text) is not None
        after_signatory = _SIGNATORY.fullmatch(text) is not None or is_name
        if early and (found := _DOSSIER.fullmatch(text)) and dossier is None and not body:
            dossier = found["dossier"]
            head.title = HeadValue(found["name"].strip(), line) if found["name"] else None
        elif early and (found := _NUMBER.fullmatch(text)) and dossier is not None and head.ref is None:
            head.ref = next((each.canonical for each in scan_references(f"{dossier}, nr. {found['number']}")), None)
        elif dossier is not None and head.title is None and head.ref is None and not body and text[:1].isupper():
            head.title = HeadValue(text, line)
        elif (
            (early and not is_listing and _own_number(text, head))
            or (early and len(body) < _OPENING_LINES // 2 and _labelled(text, line, head))
            or (early and (_PLACE_DATE.fullmatch(text) or _PUBLISHED.fullmatch(text)) and _dated(text, line, head))
        ):
            pass
        elif not (after_signatory or (early and _ADDRESSEE.fullmatch(text)) or _ADDRESS.match(text)):
            body.append(place)
            continue
        head.first = head.first or line
        if is_name and head.parts:
            head.parts[-1] += f" {text}"
        else:
            head.parts.append(text.lstrip("*• "))
    return body


def _labelled(text: str, line: Line, head: Head) -> bool:
    """A field of the head with its value on one line: `Betreft: …`, `Datum: …`."""
    found = labelled(text) if ":" in text else None
    if found is None:
        return False
    label, value = found
    if label.field is Field.ANNEXES and is_marked_heading(value):
        return False
    if label.field is Field.TITLE:
        head.title = HeadValue(value, line)
    elif label.field is Field.DATE:
        _dated(value, line, head)
    elif label.field is Field.TERM:
        head.values.setdefault(Field.TERM, []).append(HeadValue(value, line, text.partition(":")[0]))
    return True


def _own_number(text: str, head: Head) -> bool:
    """A document number of the Council on a line of its own: `6786/1/22 REV 1`."""
    found = scan_references(f"ST {text}" if _BARE_NUMBER.fullmatch(text) else text)
    if len(found) != 1 or found[0].kind != "eu" or len(found[0].text) < len(text) * 0.6 or head.ref is not None:
        return False
    head.ref = found[0].canonical
    return True


def _dated(text: str, line: Line, head: Head) -> bool:
    mentions = [each for each in scan_dates(as_dutch(text)) if each.when.grain is Grain.DAY]
    if len(mentions) != 1 or head.date is not None:
        return False
    head.date, head.date_line = mentions[0].when, line
    return True


def _without_contents(lines: list[Line], starts: list[int], body: list[int], letter: Letter) -> list[int]:
    """Drop a list of the items that stands above them, and headings that only repeat what the text is."""
    named = [place for place in body if not is_withheld_heading(lines, place)]
    name = {place: squash(words_of_heading(lines[place].text)) for place in named}
    last = {name[place]: place for place in starts if place in name}
    listed = {place for place in named if len(name[place]) > 2 and last.get(name[place], place) > place}
    letter.contents += [lines[place] for place in sorted(listed)]
    body[:] = [place for place in body if place not in listed]
    return [place for place in starts if place not in listed]


def _divide(lines: list[Line], body: list[int], starts: list[int], letter: Letter) -> None:
    """Titles of the whole go to the head, what stands before the first item is the introduction."""
    own = [place for place in starts if not is_withheld_heading(lines, place)]
    titles = [place for place in own if _AGENDA.search(lines[place].text) or _is_capital(lines[place].text)]
    named = _own_title(lines, own, titles, letter)
    if named is not None:
        letter.head.title = HeadValue(lines[named].text.strip(), lines[named])
        titles, starts, body = ([place for place in each if place != named] for each in (titles, starts, body))
    letter.head.parts += [lines[place].text.strip() for place in titles]
    starts = [place for place in starts if place not in titles]
    begin = starts[0] if starts else len(lines)
    intro = [place for place in body if place < begin and place not in titles]
    if intro and letter.form is LetterKind.COUNCIL:
        above = [lines[place].text.strip() for place in intro]
        if letter.head.title is None and letter.head.date is None and letter.head.ref is None:
            letter.head.title, above = HeadValue(above[0], lines[intro[0]]), above[1:]
        letter.head.parts += above
        letter.opening = [lines[place] for place in intro]
        letter.head.first = letter.head.first or lines[intro[0]]
    elif intro:
        section = Section(_REASON, "", lines[intro[0]], _with_blanks(lines, intro))
        letter.outline.sections.append(section)
    days, day_lines = days_of(lines, body, starts) if letter.form is LetterKind.COUNCIL else ({}, [])
    letter.times += [lines[place] for place in day_lines]
    inside = set(body) - set(day_lines)
    for place, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        if place in days:
            letter.days[len(letter.outline.sections)] = days[place]
        _add_item(lines, [each for each in range(place, end) if each in inside and each not in titles], letter)


def _own_title(lines: list[Line], starts: list[int], titles: list[int], letter: Letter) -> int | None:
    """The line by which a report in capitals or a fiche is called, where the head gives no title."""
    if letter.head.title is not None:
        return None
    if letter.is_fiche:
        return next((place for place in starts[:1] if FICHE.fullmatch(lines[place].text)), None)
    is_report = letter.form is LetterKind.REPORT
    return next((place for place in titles if is_report and _REPORT.search(lines[place].text)), None)


def _add_item(lines: list[Line], places: list[int], letter: Letter) -> None:
    title, *rest = [lines[place].text.strip() for place in places]
    first = lines[places[0]]
    known = heading_of(title)
    if squash(words_of_heading(title)) in SUBHEADS and letter.outline.sections and number_of(title) == "":
        above = letter.outline.sections[-1]
        above.lines += [Line("", first.page, first.line), *_with_blanks(lines, places)]
        return
    if timed := TIME.fullmatch(title):
        title = timed["rest"] or (rest[0] if rest else title)
        if not timed["rest"] and rest:
            letter.times.append(first)
            places = places[1:]
        letter.kinds[len(letter.outline.sections)] = timed["time"].replace(".", ":").zfill(5)
    below = places[1:]
    if below and (kind := KIND.fullmatch(lines[below[0]].text)):
        letter.kinds[len(letter.outline.sections)] = kind["kind"].strip()
        below = below[1:]
    section_kind = SectionKind(Part.SESSIONS, (title,), 1, own_words=True)
    if (known is not None and known.part is Part.WITHHELD) or is_marked(title):
        section_kind = withheld_at(1, own_words=True)
    inner = _with_blanks(lines, below)
    if letter.form is LetterKind.COUNCIL:  # each line is a matter of its own
        inner = [each for line in inner for each in (line, Line("", line.page, line.line))]
    letter.outline.sections.append(Section(section_kind, title, first, inner))


def _with_blanks(lines: list[Line], places: list[int]) -> list[Line]:
    """The lines at these places, with an empty line where there was one between them."""
    kept: list[Line] = []
    for number, place in enumerate(places):
        if number and place - places[number - 1] > 1:
            kept.append(Line("", lines[place].page, lines[place].line))
        kept.append(lines[place])
    return kept


def _is_capital(text: str) -> bool:
    return _CAPITALS.fullmatch(text.strip()) is not None and len(text.split()) > 2


def is_topic(section: Section) -> bool:
    """Whether a section is an item under a heading of its own words."""
    return section.part is Part.SESSIONS and section.heading.own_words
