"""Texts that are no decision memo: annotated agendas, reports, letters to the House, agendas of councils, programmes.

Each has a head (number, date, sender), perhaps an introduction, and items under headings of its own words.
"""

import itertools
import re

import msgspec

from briefcli.catalog import tr
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.marks import is_marked
from briefcli.domain.when import When
from briefcli.memo.layout import house, items
from briefcli.memo.layout.head import Head, HeadValue
from briefcli.memo.layout.headings import (
    Part,
    SectionKind,
    heading_of,
    is_subhead,
    label_in,
    number_of,
    split_heading,
    squash,
    withheld_at,
    words_of_heading,
)
from briefcli.memo.layout.house import LetterKind
from briefcli.memo.layout.outline import REASON, Outline, Section, take_ranges
from briefcli.memo.layout.own_headings import KIND, headed, is_withheld_heading
from briefcli.memo.text import Line


class Letter(msgspec.Struct):
    """`opening` are the lines above the items of an agenda of a council or of a programme, `dropped` those that no
    section holds, each with the reason.

    `items` are the sections of items by number and title; `is_listed` says that a memo has them. The lines of a head of
    labels stand in `outline.head`; `head` is then empty.
    """

    form: LetterKind
    head: Head
    outline: Outline
    opening: list[Line] = []
    dropped: list[tuple[Line, str]] = []
    items: dict[str, Section] = {}
    is_listed: bool = False

    @property
    def kind(self) -> LetterKind:
        """The kind of paper: what a council concluded is divided as its agenda is, but is a report."""
        above = "\n".join(line.text for line in self.opening)
        return LetterKind.REPORT if self.form is LetterKind.COUNCIL and house.is_outcome(above) else self.form

    def drop(self, lines: list[Line], why: str) -> None:
        self.dropped += [(line, why) for line in lines]


_CAPITALS = re.compile(r"[^a-z]{12,}")
_LONGEST_TITLE = 140


def divide_letter(lines: list[Line]) -> Letter | None:
    """Head, introduction and items; None for a text that has none of them."""
    lines, ranges = take_ranges(lines)
    lines = items.with_rows(lines)
    top = 0 if house.is_printed(lines) else house.head_length(lines)
    if top:
        letter = Letter(house.kind_of_head(lines[:top]), Head(), Outline(lines[:top], [], []))
        body = house.read_printed_head(lines, Head(), top)
        letter.outline.tail = [lines[place] for place in _written(lines, top) if place not in body]
    else:
        form = house.kind_of(" \n".join(lines[place].text for place in _written(lines, 0)[: house.OPENING_LINES]))
        letter = Letter(form, Head(), Outline([], [], []))
        body = house.read_printed_head(lines, letter.head)
        if letter.head.title is None and body and _is_title(lines[body[0]].text, form):
            letter.head.title = HeadValue(lines[body[0]].text.strip(), lines[body[0]])
            del body[0]
    fiche = items.fiche_parts(lines, body)
    letter.form = LetterKind.FICHE if fiche else letter.form
    starts = fiche or _starts(lines, body, letter)
    withheld = {place for place in body if is_withheld_heading(lines, place)}
    hidden = withheld | {place for place in starts if is_marked(lines[place].text)}
    starts = sorted({*_outside_withheld(lines, starts, withheld), *withheld})
    if not (starts or top or letter.head.title or letter.head.date or letter.head.ref):
        return None
    if not fiche:
        starts = _without_contents(lines, starts, body, letter)
        parts, begins = items.dividing_lines(lines, body, starts, hidden)
        letter.drop([lines[place] for place in parts], tr("heading of a part of the agenda"))
        body = [place for place in body if place not in parts]
        starts = sorted({*starts, *begins} - {*parts})
    _divide(lines, body, starts, letter)
    letter.outline.sections += ranges
    return letter


def _written(lines: list[Line], start: int) -> list[int]:
    return [place for place in range(start, len(lines)) if not lines[place].is_blank]


def _is_title(text: str, form: LetterKind) -> bool:
    """Whether the first line of a report or an agenda says of which meeting, and which day, it is."""
    named = {LetterKind.REPORT: house.NAMES_REPORT, LetterKind.AGENDA: house.NAMES_AGENDA}.get(form)
    is_line = len(text) <= _LONGEST_TITLE and not text.isupper() and not text.rstrip().endswith((".", ":", ";"))
    return is_line and named is not None and named.match(text.strip()) is not None and bool(scan_dates(text))


def _outside_withheld(lines: list[Line], starts: list[int], withheld: set[int]) -> list[int]:
    """The starts without those that a heading of what is not public covers, as nothing says where its part ends.

    A heading among others covers the items up to the next heading; one that is an item itself, such as the fourth of
    five, ends at the next item.
    """
    outside: list[int] = []
    covers_items = covers_all = False
    for place in sorted({*starts, *withheld}):
        is_item = bool(number_of(lines[place].text)) or items.called(lines[place].text) is not None
        if place in withheld:
            covers_items = not (is_item and _is_counted(lines, place, starts))
            covers_all = place not in starts or lines[place].is_heading  # perhaps with headings of its own below it
        elif not covers_all and not (covers_items and is_item):
            covers_items = False
            outside.append(place)
    return outside


def _is_counted(lines: list[Line], place: int, starts: list[int]) -> bool:
    """Whether the number of an item is one of a series: in doubt a mark with a number alone is no item."""
    number = number_of(lines[place].text)
    numbers = {number_of(lines[each].text) for each in starts}
    return not number.isdecimal() or not numbers.isdisjoint({str(int(number) - 1), str(int(number) + 1)})


def is_agenda(lines: list[Line], outline: Outline) -> bool:
    """Whether a text that has parts of a memo calls itself an annotated agenda, or has items with our position."""
    first = next((line.text for line in lines if not line.is_blank), "")
    parts = [each.part for each in outline.sections]
    if Part.DECISION not in parts and _is_title(first, LetterKind.AGENDA):
        return True
    if Part.SESSIONS in parts and Part.DECISION in parts[: parts.index(Part.SESSIONS)]:  # of the memo, not of an item
        return False
    has_head = not house.is_printed(lines) and house.head_length(lines) > 0
    return has_head and items.has_positions(items.with_rows(lines))


def _starts(lines: list[Line], body: list[int], letter: Letter) -> list[int]:
    """Where items begin. In a memo the headings that memos have also divide it, and a programme is one of its lists."""
    found = items.labelled_items(lines, body)
    if not letter.outline.head:
        return found or items.timed_lines(lines, body) or items.numbered(lines, body) or headed(lines, body)
    found = found or _with_text(items.numbered(lines, body), body) or items.timed_lines(lines, body)
    letter.is_listed = bool(found)
    known = [place for place in body if _divides_memo(lines[place].text)]
    if found:
        known = [each for each in known if each < found[0] or not _is_within_item(lines[each].text)]
    return sorted({*(found or headed(lines, body)), *known})


def _is_within_item(text: str) -> bool:
    return is_subhead(text) or label_in(text) is not None


def _with_text(starts: list[int], body: list[int]) -> list[int]:
    """The numbered lines, where text stands between them, so that they are no mere list."""
    return starts if starts and body.index(starts[-1]) - body.index(starts[0]) >= len(starts) else []


def _divides_memo(text: str) -> bool:
    """Whether a line is, or begins with, a heading that memos have, or is a numbered field that bears a mark."""
    if number_of(text) and ":" in text and is_marked(text):
        return True
    split = split_heading(text)
    known = split[0] if split and ":" in text else heading_of(text)
    return known is not None and known.is_declared and known.part is not Part.ANNEXES


def _without_contents(lines: list[Line], starts: list[int], body: list[int], letter: Letter) -> list[int]:
    """Drop a list of the items that stands above them, and headings that only repeat what the text is."""
    named = [place for place in body if not is_withheld_heading(lines, place)]
    name = {place: squash(words_of_heading(lines[place].text)) for place in named}
    last = {name[place]: place for place in starts if place in name}
    above = {place for place in named if len(name[place]) > 2 and last.get(name[place], place) > place}
    following = dict(itertools.pairwise(body))
    listed = {place for place in above if following.get(place) in {*above, *starts}} if letter.outline.head else above
    letter.drop([lines[place] for place in sorted(listed)], tr("list of the items, which follow"))
    body[:] = [place for place in body if place not in listed]
    return [place for place in starts if place not in listed]


def _divide(lines: list[Line], body: list[int], starts: list[int], letter: Letter) -> None:
    """Titles of the whole go to the head, what stands before the first item is the introduction."""
    own = [place for place in starts if not is_withheld_heading(lines, place)]
    titles = [place for place in own if house.NAMES_AGENDA.search(lines[place].text) or _is_capital(lines[place].text)]
    if letter.outline.head:  # which gives the title itself
        titles = [place for place in titles if not number_of(lines[place].text)]
    named = _own_title(lines, own, titles, letter)
    if named is not None:
        letter.head.title = HeadValue(lines[named].text.strip(), lines[named])
        titles, starts, body = ([place for place in each if place != named] for each in (titles, starts, body))
    letter.head.parts += [lines[place].text.strip() for place in titles]
    starts = [place for place in starts if place not in titles]
    intro = [place for place in body if place not in titles and (not starts or place < starts[0])]
    is_programme = letter.form is LetterKind.COUNCIL or (
        bool(starts) and letter.head.title is None and all(items.TIME.fullmatch(lines[place].text) for place in starts)
    )
    if intro and is_programme and not letter.outline.head:
        above = [lines[place].text.strip() for place in intro]
        if letter.head.title is None and letter.head.date is None and letter.head.ref is None:
            letter.head.title, above = HeadValue(above[0], lines[intro[0]]), above[1:]
        letter.head.parts += above
        letter.opening = [lines[place] for place in intro]
        letter.head.first = letter.head.first or lines[intro[0]]
    elif intro:
        section = Section(REASON, "", lines[intro[0]], _with_blanks(lines, intro))
        letter.outline.sections.append(section)
    days, day_lines = items.days_of(lines, body, starts) if is_programme else ({}, [])
    letter.drop([lines[place] for place in day_lines], tr("time or day of items, now their when"))
    inside = set(body) - {*day_lines, *titles}
    for place, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        places = [each for each in range(place, end) if each in inside]
        _add_item(lines, places, days.get(place), letter)


def _own_title(lines: list[Line], starts: list[int], titles: list[int], letter: Letter) -> int | None:
    """The line by which a report in capitals or a fiche is called, where the head gives no title."""
    if letter.form is LetterKind.FICHE:
        return next((place for place in starts[:1] if items.FICHE.fullmatch(lines[place].text)), None)
    if letter.head.title is not None:
        return None
    is_report = letter.form is LetterKind.REPORT
    return next((place for place in titles if is_report and house.NAMES_REPORT.search(lines[place].text)), None)


def _add_item(lines: list[Line], places: list[int], day: When | None, letter: Letter) -> None:
    """Put an item with its title at the first of these places among the sections."""
    title, first = lines[places[0]].text.strip(), lines[places[0]]
    sections = letter.outline.sections
    known, split = heading_of(title), split_heading(title) if ":" in title else None
    if is_subhead(title) and sections and number_of(title) == "" and not _opens_part(known, title, letter):
        above = _item_above(sections)
        above.lines += [first.saying(), *_with_blanks(lines, places)]
    elif known is None and split is not None and _opens_part(split[0], title, letter):
        inner = [first.saying(split[1]), *_with_blanks(lines, places[1:])]
        sections.append(Section(split[0], title[: -len(split[1])].strip(), first, inner))
    else:
        is_withheld = (known is not None and known.part is Part.WITHHELD) or is_marked(title)
        title, kind, below = (title, None, places[1:]) if is_withheld else _titled(lines, places, letter)
        heading = SectionKind(Part.SESSIONS, (title,), 1, own_words=True)
        if is_withheld:
            heading = withheld_at(1, own_words=True)
        elif known is not None and (_opens_part(known, title, letter) or (known.part is Part.REASON and not sections)):
            heading = known
        _add_section(Section(heading, title, first, _with_blanks(lines, below), kind=kind, day=day), letter)


def _titled(lines: list[Line], places: list[int], letter: Letter) -> tuple[str, str | None, list[int]]:
    """The title of an item, its time, label or kind, and the places below it."""
    title, *below = [lines[place].text.strip() for place in places]
    kind = None
    if not letter.outline.head and (timed := items.TIME.fullmatch(title)):
        hours = [each for each in (timed["time"], timed["end"]) if each]
        kind = "–".join(each.replace(".", ":").zfill(5) for each in hours)
        title = timed["rest"] or (below[0] if below else title)
        if not timed["rest"] and below:
            letter.drop([lines[places[0]]], tr("time or day of items, now their when"))
            places = places[1:]
    elif label := items.called(title):
        title, kind = label
    said = KIND.fullmatch(lines[places[1]].text) if len(places) > 1 and letter.form is not LetterKind.COUNCIL else None
    if said:
        kind = (said["said"] or said["usual"] or said["aside"]).strip()
    return title, kind, places[2:] if said else places[1:]


def _add_section(section: Section, letter: Letter) -> None:
    """Add a section, or its lines to the item that had this title already."""
    title, place = section.title, section.place
    key = f"{number_of(title)} {squash(title)}"
    same = letter.items.setdefault(key, section) if is_topic(section) else section
    if same is not section:
        same.lines += [place.saying(), *section.lines]
        letter.drop([place], tr("list of the items, which follow"))
        return
    if letter.form is LetterKind.COUNCIL:  # each line is a matter of its own
        section.lines = [each for line in section.lines for each in (line, line.saying())]
    letter.outline.sections.append(section)


def _opens_part(known: SectionKind | None, title: str, letter: Letter) -> bool:
    """Whether a heading is one of the memo as a whole."""
    is_within = letter.is_listed and bool(letter.items) and _is_within_item(title)
    return known is not None and known.is_declared and not is_within and bool(letter.outline.head)


def _item_above(sections: list[Section]) -> Section:
    """The item that a heading within an item belongs to; not the speaking points between them."""
    if sections[-1].part is not Part.SPEAKING:
        return sections[-1]
    return next(filter(is_topic, reversed(sections)), sections[-1])


def _with_blanks(lines: list[Line], places: list[int]) -> list[Line]:
    """The lines at these places, with an empty line where there was one between them."""
    kept: list[Line] = []
    for number, place in enumerate(places):
        if number and place - places[number - 1] > 1:
            kept.append(lines[place].saying())
        kept.append(lines[place])
    return kept


def _is_capital(text: str) -> bool:
    return _CAPITALS.fullmatch(text.strip()) is not None and len(text.split()) > 2


def is_topic(section: Section) -> bool:
    """Whether a section is an item under a heading of its own words."""
    return section.part is Part.SESSIONS and section.heading.own_words
