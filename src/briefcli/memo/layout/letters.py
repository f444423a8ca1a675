"""Divides annotated agendas, reports, letters to the House, agendas of councils, programmes: all but decision memos.

Each has a head (number, date, sender), perhaps an introduction, and items under headings in its own words.
"""

import itertools
import re
from collections import Counter

from briefcli.catalog import tr
from briefcli.domain.citations.finder import scan_references
from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.marks import is_marked
from briefcli.domain.when import When
from briefcli.memo.layout import fiches, headings, house, items
from briefcli.memo.layout.agenda_parts import around_actions, days_of, dividing_lines, end_last_item, is_of_actions
from briefcli.memo.layout.head import HeadValue, MemoHead
from briefcli.memo.layout.headings import Part, SectionKind, heading_of, is_subhead, label_in, number_of, squash
from briefcli.memo.layout.house import LetterKind
from briefcli.memo.layout.joining import ends_sentence, expects_more
from briefcli.memo.layout.outline import REASON, Outline, Section, is_topic, take_ranges
from briefcli.memo.layout.table_rows import CELL
from briefcli.memo.text import YEAR, Line, not_blank, text_at

_CAPITALS = re.compile(r"(?=.{12})(?=.*[A-Z])(?:[^a-z\s]+\s+){2,}[^a-z\s]+")
_LEADS_TO_AGENDA = re.compile(r"(?i)\b(?:agenda|programma|programme)\b.*[:.]\s*$")
_ABOUT = re.compile(r"(?i)^(?:kamer)?brief\s(?:inzake|over|met|betreffende)\s(?:de\s|het\s)?")
_CONTENTS = {"inhoudsopgave", "tableofcontents"}
_BRACKET = re.compile(r"[\[{<]")  # can hold what is not public
_USUAL_TITLE, _LONGEST_TITLE = 2, 3  # lines
_ASIDE = re.compile(r"\([^()]{2,40}\)")  # after a time: `10.00 (to be confirmed)`


def divide_letter(lines: list[Line]) -> Outline | None:
    """Divide a text into head, introduction and items. None if it has no head and no items."""
    lines, ranges = take_ranges(lines)
    whole = items.with_rows(lines)
    lines = list(whole)
    top = 0 if house.is_printed(lines) else house.head_length(lines)
    if top:
        salutation = [lines[top + each] for each in not_blank(lines[top:])[:1]]
        form = house.letter_kind_of([*lines[:top], *salutation], is_head=True)
        letter = Outline(lines[:top], form=form)
        letter.tail = house.take_printed_head(lines, MemoHead(), top)
        lines[:top] = [line.saying() for line in lines[:top]]
    else:
        form = house.letter_kind_of([lines[place] for place in not_blank(lines)[: house.OPENING_LINES]], is_head=False)
        letter = Outline(form=form)
        house.take_printed_head(lines, letter.printed)
        _take_title(lines, letter)
    body = not_blank(lines)
    is_tight = len(body) > 1 and not any(line.is_blank for line in whole[body[0] : body[-1]])
    fiche = fiches.fiche_parts(lines)
    letter.form = LetterKind.FICHE if fiche else letter.form
    starts = fiche or around_actions(lines, _starts(lines, letter, is_tight=is_tight))
    withheld = {place for place in not_blank(lines) if items.is_withheld_heading(lines, place)}
    hidden = withheld | {place for place in starts if is_marked(lines[place].text)}
    starts = sorted({*items.outside_withheld(lines, starts, withheld), *withheld})
    if not (starts or top or letter.printed.title or letter.printed.date or letter.printed.ref):
        return None
    if not fiche:
        starts = _without_contents(lines, starts, letter)
        parts, begins = dividing_lines(lines, starts, hidden)
        if parts in (body[:1], starts[:1]) and not top and letter.printed.title is None:
            parts = []  # the only one is the title of the whole: `Milieuraad 4 juni 2031`
        letter.drop(lines, parts, tr("heading of a part of the agenda"))
        starts = sorted({*starts, *begins} - {*parts})
    _divide(lines, starts, letter)
    for section in filter(is_topic, letter.sections if letter.form is LetterKind.COUNCIL else ()):
        section.lines = [each for line in section.lines for each in (line, line.saying())]  # each is a point
    letter.sections += ranges
    return letter


def _take_title(lines: list[Line], letter: Outline) -> None:
    """Move the title of a report or agenda, one to three of its first lines, to the head, with the lines above it."""
    head, body = letter.printed, not_blank(lines)
    for place in body[: 3 if head.title is None else 1]:
        end = place + _title_length(lines, place, letter.form)
        if end > place:
            above = [lines[each].text.strip() for each in body if each < place]
            own = (each.canonical for text in above for each in scan_references(text) if each.text == text)
            head.title = HeadValue(" ".join(line.text.strip() for line in lines[place:end]), lines[place])
            head.first = head.first or lines[body[0]]
            head.ref = head.ref or next(own, None)
            head.parts += above
            lines[:end] = [line.saying() for line in lines[:end]]
            return


def _title_length(lines: list[Line], place: int, form: LetterKind) -> int:
    """How many lines from here on are the title of a report or an agenda; 0 if these are none."""
    run = [*itertools.takewhile(bool, (text_at(lines, each) for each in range(place, place + _LONGEST_TITLE)))]
    below = text_at(lines, place + 1)
    goes_on = below[:1].islower() or (below[:1].isdigit() and not items.begins_item(below))
    is_long = " " not in run[0] or (goes_on and (below[:1].islower() or expects_more(run[0])))
    is_apart = not below and not not_blank(lines[:place])
    for count in range(1 + goes_on, 1 + min(len(run), _LONGEST_TITLE if is_long else _USUAL_TITLE)):
        if _is_title(" ".join(run[:count]), form, dated=not is_apart):
            return count
    return 0


def _is_title(text: str, form: LetterKind, *, dated: bool = True) -> bool:
    """Whether a line is the title of a report or an agenda. If `dated`, it must also name the day of the meeting."""
    named = house.NAMES.get(form)
    is_line = len(text) <= 200 and not text.isupper() and not text.rstrip().endswith((".", ":", ";"))
    words = _ABOUT.sub("", text.strip())
    return is_line and named is not None and named.match(words) is not None and (not dated or bool(scan_dates(text)))


def _starts(lines: list[Line], letter: Outline, *, is_tight: bool) -> list[int]:
    """The places where items start.

    Below a head of labels the text can be a memo: then the usual headings of memos divide it too, and
    `letter.is_listed` is set if it has a list of items or a programme.
    """
    found, listed = items.labelled_items(lines), items.numbered(lines)
    is_mere_list = _is_mere_list(lines, listed)
    listed = items.with_named(lines, listed)
    if not letter.head_lines:
        return found or items.timed_lines(lines) or listed or items.headed(lines, is_tight=is_tight)
    if is_mere_list:
        above = [lines[place].text for place in not_blank(lines[: listed[0]])][-1:]
        listed = listed if any(map(_LEADS_TO_AGENDA.search, above)) else []
    found = found or listed or items.timed_lines(lines)
    letter.is_listed = bool(found)
    known = [place for place in not_blank(lines) if _divides_memo(lines, place)]
    titles = Counter(text_at(lines, place) for place in known)
    known = [each for each in known if titles[text_at(lines, each)] == 1 or not is_subhead(lines[each].text)]
    if found:
        known = [each for each in known if each < found[0] or not _is_within_item(lines[each].text)]
        # A heading behind items that are none, such as the rows of a programme, is of the whole text
        within = [each for each in range(found[0], len(lines)) if lines[each].is_heading]
        known += [each for each in within if within[0] > found[-1] and is_subhead(lines[each].text)]
    found = found or items.headed(lines, is_tight=is_tight)
    behind = [each for each in not_blank(lines) if found and each > found[-1] and not text_at(lines, each - 1)]
    known += [each for each in behind if headings.part_of(lines[each].text) is Part.ANNEXES]
    return sorted({*found, *known})


def _is_within_item(text: str) -> bool:
    return is_subhead(text) or label_in(text) is not None


def _divides_memo(lines: list[Line], place: int) -> bool:
    """Whether a line is or starts with a usual heading of memos, or perhaps is a heading of what is not public."""
    text = lines[place].text
    if headings.may_withhold(text) and items.is_unknown_heading(lines, place):
        return True
    split = headings.split_heading(text)
    known = split[0] if split and ":" in text else heading_of(text)
    return known is not None and known.is_declared and known.part is not Part.ANNEXES


def _without_contents(lines: list[Line], starts: list[int], letter: Outline) -> list[int]:
    """Drop lines above the items that repeat their titles, such as a table of contents. Returns the other starts."""
    body = not_blank(lines)
    timed = {place for place in starts if items.TIME.fullmatch(lines[place].text)}  # a table of contents has no times
    named = [place for place in body if place not in timed and not items.is_withheld_heading(lines, place)]
    name = {place: squash(headings.words_of_heading(lines[place].text)) for place in named}
    last = {name[place]: place for place in starts if place in name}
    listed = {place for place in named if len(name[place]) > 2 and last.get(name[place], place) > place}
    listed -= {place for place in named if lines[place].text.strip()[0].islower()}  # the end of a sentence
    listed |= {place for place in named if name[place] in _CONTENTS}
    following = dict(itertools.pairwise(body))
    bare = {place for place in listed if following.get(place) in {*listed, *starts}}  # with no text of their own
    listed = bare if letter.head_lines or len(bare) < len(listed) - 1 else listed  # a text may follow the last one
    letter.drop(lines, listed, tr("list of the items, which follow"))
    return [place for place in starts if place not in listed]


def _divide(lines: list[Line], starts: list[int], letter: Outline) -> None:
    """Move titles of the whole text to the head, and make sections of the introduction and the items."""
    head, is_memo = letter.printed, bool(letter.head_lines)  # the title of a memo is in its labels
    own = {place: lines[place].text.strip() for place in starts if not items.is_withheld_heading(lines, place)}
    is_named = house.NAMES[LetterKind.AGENDA].search
    titles = [place for place, text in own.items() if is_named(text) or _CAPITALS.fullmatch(text)]
    has_titles = not is_memo and letter.form is not LetterKind.COUNCIL
    titles = [place for place in titles if has_titles or not number_of(own[place])]
    titles = [place for place in titles if not items.called(own[place])]
    named: list[int] = []
    if letter.form is LetterKind.FICHE:
        named = [place for place in starts[:1] if fiches.FICHE.fullmatch(own.get(place, ""))]
    elif letter.form is LetterKind.REPORT and head.title is None:
        named = [place for place in titles if house.NAMES[LetterKind.REPORT].search(own[place])][:1]
    for place in named:
        head.title = HeadValue(own[place], lines[place])
    head.parts += [own[place] for place in titles if place not in named]
    starts = [place for place in starts if place not in {*titles, *named}]
    for place in {*titles, *named}:
        lines[place] = lines[place].saying()
    named = [place for place in starts if not (is_memo and heading_of(lines[place].text))]  # below `Programma`
    is_timed = bool(named) and all(items.TIME.fullmatch(lines[place].text) for place in named)
    is_programme = letter.form is LetterKind.COUNCIL or (is_timed and head.title is None)
    starts = _below_title(lines, starts) if letter.form is LetterKind.COUNCIL else starts
    above = lines[: starts[0] if starts else len(lines)]
    intro = [above[place] for place in not_blank(above)]
    if is_memo and is_timed and intro and _LEADS_TO_AGENDA.search(intro[-1].text):  # `Programma 9 september 2031:`
        letter.tail += [intro[-1].saying(), intro.pop()]
        above = above[: above.index(letter.tail[-1])]
    is_titled = letter.form is LetterKind.AGENDA and head.title is None
    is_titled = is_titled and not any(ends_sentence(each.text) or _BRACKET.search(each.text) for each in intro)
    if intro and (is_programme or is_titled) and not is_memo:
        intro += _own_day(head, intro) if is_timed else []
        letter.opening, head.first = intro, head.first or intro[0]
        head.held = "\n".join(line.text for line in intro)
        if head.title is None and head.date is None and head.ref is None:
            first = next((line for line in intro if CELL not in line.text), intro[0])  # below links of a web page
            head.title = HeadValue(first.text.strip(), first)
        head.parts += [line.text.strip() for line in intro if head.title is None or line is not head.title.line]
    elif intro:
        title = intro[0].text.strip() if headings.part_of(intro[0].text) is Part.REASON else ""
        below = [intro[0].saying(), *above[above.index(intro[0]) + 1 :]] if title else above
        letter.sections.append(Section(REASON, title, intro[0], below))
    named_above = [*head.parts, *(line.text for line in [*letter.head_lines, *letter.opening])]
    named_above += [head.title.value] if head.title is not None else []
    days, day_lines = days_of(lines, starts, named_above, is_programme=is_programme or is_timed)
    letter.drop(lines, day_lines, tr("time or day of items, now their when"))
    for place, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        _add_item(lines[place:end], days.get(place), letter)
    is_bare = _is_mere_list(lines, starts)
    end_last_item(letter, has_no_texts=is_timed or is_bare, is_list=is_memo and is_bare)


def _own_day(head: MemoHead, intro: list[Line]) -> list[Line]:
    """The line `Datum: …` above a programme, which is the day of the programme if no other line names one."""
    others = [*intro, *([head.title.line] if head.title is not None else [])]
    if head.date_line is None or any(scan_dates(line.text) for line in others):
        return []
    line, head.date, head.date_line = head.date_line, None, None
    return [line]


def _is_mere_list(lines: list[Line], starts: list[int]) -> bool:
    """Whether there is no text between these items."""
    shapes = (items.begins_item, items.is_named, items.TIME.fullmatch)
    are_listed = all(any(is_start(lines[each].text) for is_start in shapes) for each in starts)
    return len(starts) > 1 and are_listed and len(not_blank(lines[starts[0] : starts[-1]])) < len(starts)


def _below_title(lines: list[Line], starts: list[int]) -> list[int]:
    """The items below the title, which is the last of the headings at the top that names a day with its year."""
    title = -1
    for at, start in enumerate(starts[:-1]):
        text = lines[start].text
        if number_of(text) or items.TIME.fullmatch(text) or (at and not_blank(lines[starts[at - 1] + 1 : start])):
            break
        title = at if any(YEAR.search(each.text) for each in scan_dates(text)) else title
    return starts[title + 1 :]


def _add_item(lines: list[Line], day: When | None, letter: Outline) -> None:
    """Make a section of an item, whose title is the first line. A subheading and its lines go to the item above."""
    first, *below = lines
    title = first.text.strip()
    sections = letter.sections
    known, split = heading_of(title), headings.split_heading(title) if ":" in title else None
    is_row = bool(sections) and items.TIME.fullmatch(sections[-1].kind or "") is not None  # has no headings of its own
    if is_subhead(title) and is_row and first.is_heading:
        sections.append(Section(headings.in_own_words(title), title, first, below))
    elif is_subhead(title) and sections and number_of(title) == "" and not _opens_part(known, title, letter):
        is_spoken = sections[-1].part is Part.SPEAKING  # speaking points between an item and its subheading
        above = next(filter(is_topic, reversed(sections)), sections[-1]) if is_spoken else sections[-1]
        above.lines += [first.saying(), *lines]
    elif known is None and split is not None and _opens_part(split[0], title, letter):
        sections.append(Section(split[0], title[: -len(split[1])].strip(), first, [first.saying(split[1]), *below]))
    else:
        is_doubtful = known is None and letter.form is LetterKind.MEMO and headings.may_withhold(title)
        is_withheld = is_doubtful or is_marked(title) or (known is not None and known.part is Part.WITHHELD)
        title, kind = (title, None) if is_withheld else _titled(first, below, letter)
        heading = SectionKind(Part.SESSIONS, (title,), 1, own_words=True)
        if is_withheld:
            heading = headings.withheld_at(1, own_words=True)
        elif known is not None and (
            _opens_part(known, title, letter) or is_of_actions(title) or (known.part is Part.REASON and not sections)
        ):
            heading = known
        _add_section(Section(heading, title, first, below, kind=kind, day=day), letter)


def _titled(first: Line, below: list[Line], letter: Outline) -> tuple[str, str | None]:
    """The title of an item, and its time, label or kind. Lines that were read for these are removed from `below`."""
    title, kind = first.text.strip(), None
    if timed := items.TIME.fullmatch(title):
        kind = items.hours(timed)
        title = timed["rest"] or title
        is_aside = _ASIDE.fullmatch(timed["rest"]) is not None
        if (is_aside or not timed["rest"]) and (rest := not_blank(below)):
            letter.dropped.append((first, tr("time or day of items, now their when")))
            title = f"{below[rest[0]].text.strip()} {timed['rest']}".rstrip()
            del below[: rest[0] + 1]
    elif label := items.called(title):
        title, kind = label
    else:
        title, kind = items.without_hours(title)
    has_hours = kind is not None and items.TIME.fullmatch(kind) is not None
    for place in not_blank(below)[:1] if letter.form is not LetterKind.COUNCIL and not has_hours else ():
        if said := items.KIND.fullmatch(below[place].text):
            kind = (said["said"] or said["usual"] or said["aside"]).strip()
            del below[place]
        elif kind is None and (timed := items.TIME.fullmatch(below[place].text)) and not timed["rest"]:
            kind = items.hours(timed)
            letter.dropped.append((below.pop(place), tr("time or day of items, now their when")))
    return title, kind


def _add_section(section: Section, letter: Outline) -> None:
    """Add a section. If an item with its title, day and time is there already, only add the lines to that item."""
    title, place = section.title, section.place
    hours = section.kind if section.kind and items.TIME.fullmatch(section.kind) else ""
    key = " ".join([number_of(title), squash(title), hours, str(section.day)])
    same = letter.items.setdefault(key, section) if is_topic(section) else section
    if same is not section:
        same.lines += [place.saying(), *section.lines]
        letter.dropped.append((place, tr("list of the items, which follow")))
        return
    letter.sections.append(section)


def _opens_part(known: SectionKind | None, title: str, letter: Outline) -> bool:
    """Whether a heading opens a part of the whole memo, not of an item."""
    is_within = letter.is_listed and bool(letter.items) and _is_within_item(title)
    is_next = number_of(title) in {headings.counted_on(key.partition(" ")[0]) for key in letter.items} - {""}
    if known is None or not known.is_declared or not letter.head_lines:
        return False
    return known.part is Part.DECISION or not (is_within or is_next)
