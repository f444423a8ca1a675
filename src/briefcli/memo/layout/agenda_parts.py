"""Finds lines above several items of an agenda (a kind of work, a subject, a meeting or a day), and where these end.

A list of actions ends the items too.
"""

import re
from datetime import date
from itertools import takewhile

from briefcli.domain.citations.reference import ROMANS
from briefcli.domain.dates.in_text import DateMention, scan_dates
from briefcli.domain.dates.words import WHOLE_WEEKDAYS
from briefcli.domain.marks import is_marked
from briefcli.domain.when import When
from briefcli.memo.layout.headings import Part, in_own_words, number_of, part_of
from briefcli.memo.layout.items import KIND, TIME, begins_item, begins_part
from briefcli.memo.layout.outline import REASON, Outline, Section, is_topic
from briefcli.memo.text import YEAR, Line, not_blank, text_at

# Headings in a council's agenda that say whether it makes laws, and lines in brackets that say that it meets in public
_OF_COUNCIL = re.compile(
    r"(?i)\s*(?:(?:[A-Z]|[IVX]{1,4})[.)]\s*)?(?:(?:non-)?legislative\s(?:deliberations?|activities|acts|items)"
    r"|(?:niet-)?wetgevende\s(?:beraadslagingen|werkzaamheden|activiteiten|besprekingen|handelingen))\s*(?:\(.*)?"
    r"|\s*\((?:public\s(?:deliberation|debate|session)|openbaa?re?\s(?:beraadslaging|debat|zitting))"
    r"\s(?:in\saccordance|pursuant|under|overeenkomstig|op\sgrond|krachtens)\b.*"
)
_ROMAN = re.compile(r"\s*(?P<number>[IVX]{1,5})(?:[.)]?\s+[^a-z]{3,}|[.)]\s+[A-Z].{2,60})")
# The subjects of a council that meets for several ministers
_POLICY = (
    r"(?:justitie|binnenlandse\szaken|grondrechten|buitenlandse\szaken|handel|ontwikkeling|transport|telecommunicatie|energie"
    r"|interne\smarkt|industrie|onderzoek|ruimtevaart|werkgelegenheid|sociaal\sbeleid|volksgezondheid|onderwijs|jeugd|cultuur"
    r"|sport|landbouw|visserij|milieu|klimaat|justice|home\saffairs|trade|development|telecommunications|energy|employment"
    r"|social\spolicy|health|education|youth|culture|agriculture|fisheries|environment|internal\smarket|industry|research|space)"
)
# The name of one of several meetings, or a name with a day in brackets
_PART = re.compile(
    r"(?:\w+[ -]){0,5}?(?:Eurogroep|\w*[Rr]aad)\b(?:\s[\w(),]+){0,5}"
    r"|\s*[A-Z][^.:;]{3,60}\s\([^()]{0,20}[0-9]{1,2}\s[a-z]{3,9}(?:\s[0-9]{4})?\)\s*"
)
SUBJECTS = re.compile(
    rf"(?i)\s*(?:{_POLICY}(?:(?:,|\s(?:en|and|&))\s{_POLICY}){{0,3}}|any\sother\sbusiness|diversen(?:punten)?)\s*:?\s*"
)
_AD = re.compile(r"(?i)\W*ad\.?\s(?:(?:agenda)?punt\s)?(?P<number>[0-9]{1,2})\b")
_WEEKDAY = re.compile(rf"(?i)\W*(?:(?:day|dag)\s?[0-9]\W+)?(?:{'|'.join(WHOLE_WEEKDAYS)})\b")
_DAY_COUNT = re.compile(r"(?i)^\W*(?:day|dag)\s*[0-9]\b\W*")
_NO_MORE = re.compile(r"(?i)(?:\W|\d|\b(?:day|dag|on|op|of|van|meeting|vergadering)\b|\b\w+(?:day|dag)\b)*")


def dividing_lines(lines: list[Line], starts: list[int], hidden: set[int]) -> tuple[list[int], list[int]]:
    """The places of lines that start a part of an agenda, and of lines that look so but start an item.

    Lines in `hidden` and those below them, up to the next item, are neither: they are not public.
    """
    taken: list[int] = []
    begins: list[int] = []
    begun, body = set(starts), not_blank(lines)
    is_hidden = False
    last = 0
    for at, place in enumerate(body):
        is_hidden = place in hidden or (is_hidden and place not in starts)
        text, is_apart = lines[place].text, not text_at(lines, place - 1)
        if is_hidden or place in taken or is_marked(text):
            continue
        below = body[at + 1] if at + 1 < len(body) else len(lines)
        words = text_at(lines, below)
        is_item = number_of(words) != "" or KIND.fullmatch(text_at(lines, below + 1)) is not None
        is_subject = SUBJECTS.fullmatch(text) and is_item and not TIME.fullmatch(words)  # above its items
        if _OF_COUNCIL.fullmatch(text):
            depth = text.count("(") - text.count(")")  # its brackets can close on the next line
            taken += body[at : at + 1 + (depth > 0 and words.count(")") >= depth)]
        elif (is_apart or text.isupper()) and below in begun and (_PART.fullmatch(text) or is_subject):
            taken.append(place)
        elif (roman := _ROMAN.fullmatch(text)) and roman["number"] in ROMANS and words:
            number = ROMANS.index(roman["number"]) + 1
            if below in begun and not _ROMAN.fullmatch(words):
                taken.append(place)
            elif number in {1, last + 1} and is_apart:
                begins.append(place)
            last = number
    return taken, begins


def around_actions(lines: list[Line], starts: list[int]) -> list[int]:
    """Make the heading of a list of actions a start, and none of its rows, which count from 1 again."""
    heads = [place for place in not_blank(lines) if is_of_actions(lines[place].text)]
    if len(heads) != 1:
        return starts
    below = [place for place in starts if place > heads[0]]
    rows = _tight_rows(lines, heads[0])
    rows = rows or list(takewhile(lambda place: begins_item(lines[place].text), below))
    if rows and number_of(lines[rows[0]].text) != "1":
        return starts
    return sorted({*starts, *heads} - {*rows})


def _tight_rows(lines: list[Line], head: int) -> list[int]:
    """The rows below the heading of a list that count from 1, if no empty lines are between these."""
    rows: list[int] = []
    for place in range(head + 1, len(lines)):
        number = number_of(lines[place].text)
        if rows and lines[place].is_blank:
            break
        rows += [place] if number == str(len(rows) + 1) else []
    return rows if len(rows) > 1 else []


def is_of_actions(text: str) -> bool:
    return part_of(text) is Part.ACTIONS and not number_of(text)


def days_of(
    lines: list[Line], starts: list[int], opening: list[str], *, is_programme: bool
) -> tuple[dict[int, When], list[int]]:
    """The day of each item below a line with only a day, and the places of such lines between items.

    `opening` has the words above these lines. Outside a programme the line must begin with the day of the week, be
    right above an item, and not be the only text of the item above it. An item with another kind of number (`III.`
    below `1.`) is not of that day.
    """
    found: dict[int, When] = {}
    taken: list[int] = []
    day: When | None = None
    first = ""  # the first item with a number below the day
    texts = [*opening, *(line.text for line in lines[: starts[0]])] if starts else []
    dated = [each.when.first for text in texts for each in scan_dates(text) if YEAR.search(each.text)]
    near = [*filter(None, reversed(dated))]  # the last date above the items is often the meeting's first day
    begun, body = set(starts), not_blank(lines)
    for above, place, below in zip([-1, *body], body, [*body[1:], -1], strict=False):
        is_apart = above not in begun or not _are_of_one_list(lines[above].text, lines[below].text)
        if place in begun:
            first = first or (lines[place].text if number_of(lines[place].text) else "")
            day = day if is_programme or _are_of_one_list(lines[place].text, first) else None
            found |= {place: day} if day is not None else {}
        elif (is_programme or (below in begun and is_apart and _WEEKDAY.match(lines[place].text))) and (
            named := day_alone(lines[place].text, near)
        ):
            day, first = named, ""
            taken += [place] if starts and place > starts[0] else []
    return found, taken


def _are_of_one_list(one: str, other: str) -> bool:
    """Whether two items may be in one list: `1.` and `2.`, or one without a number, but not `II.` and `1.`."""
    numbers = [*filter(None, map(number_of, (one, other)))]
    return len(numbers) < 2 or numbers[0].isupper() == numbers[1].isupper()


def day_alone(text: str, near: list[date]) -> When | None:
    """The day that a line names, if it names only a day. Without a year it must be within a week of one in `near`."""
    text = _DAY_COUNT.sub("", text)
    for year_of in (near or (None,)) if len(text.split()) <= 8 else ():
        mentions = scan_dates(text, year_of)
        day = mentions[0].when.day if len(mentions) == 1 else None
        is_near = day is not None and year_of is not None and abs((day - year_of).days) < 7
        if day is not None and (is_near or YEAR.search(mentions[0].text)):
            return mentions[0].when if says_only(text, mentions[0]) else None
    return None


def says_only(text: str, mention: DateMention) -> bool:
    """Whether a text has no other words than this date."""
    return _NO_MORE.fullmatch(text[: mention.start] + text[mention.end :]) is not None


def end_last_item(letter: Outline, *, has_no_texts: bool, is_list: bool) -> None:
    """Take what is no part of the last item out of it: the text below a heading or a mere list, and `Ad 3. …`.

    `has_no_texts`: items have no text, so that a line above a text is a heading. Else the file must mark it as one, and
    mark none of the items and no lines in them.
    """
    last = letter.sections[-1] if letter.sections else None
    if last is None or not is_topic(last) or any(is_marked(line.text) for line in last.lines):
        return  # a mark may be about all below it
    lines, last.lines = last.lines, []
    is_styled = any(line.is_heading for each in letter.sections for line in (each.place, *each.lines))
    for place, line in enumerate(lines):
        above, may_begin = letter.sections[-1], has_no_texts or (line.is_heading and not is_styled)
        if may_begin and begins_part(lines, place) and above.part is not Part.WITHHELD:
            letter.sections.append(Section(in_own_words(line.text), line.text.strip(), line))
        elif is_list and line.is_blank and above is last:
            letter.sections.append(Section(REASON, "", last.place))
        else:
            above.lines.append(line)
    for section in letter.sections[letter.sections.index(last) :]:
        if section.part is not Part.WITHHELD:
            section.lines = _told_of_others(section.lines, letter)


def _told_of_others(lines: list[Line], letter: Outline) -> list[Line]:
    """Move what is said of an item further below, from `Ad 3.` on, to that item. Returns the other lines."""
    told = kept = list[Line]()
    for line in lines:
        if found := _AD.match(line.text):
            item = next((each for key, each in letter.items.items() if key.startswith(f"{found['number']} ")), None)
            told = item.lines if item is not None else kept
        told.append(line)
    return kept
