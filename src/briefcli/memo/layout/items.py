"""Where the items of a letter, a report or an agenda begin: by a number, label, time or heading of their own words.

Also the lines between items: headings of their parts, and the days of a programme.
"""

import re
from datetime import date

from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.marks import is_marked
from briefcli.domain.when import When
from briefcli.memo.layout.headings import heading_of, is_position, label_in, squash
from briefcli.memo.layout.joining import expects_more
from briefcli.memo.text import ROMANS, Line, text_at, written

ITEM = re.compile(r"\s*(?P<number>[0-9]{1,2})[.)]\s*(?P<title>(?:[a-z]\)\s*)?(?:[A-Z“\"‘']|(?<=\s)[0-9]{1,3}[a-z]).*)")
_WORD = r"(?P<word>(?i:agendapunt|punt|item|werksessie|working\ssession|sessie|session|onderwerp|topic))"
_CALLED = re.compile(rf"\s*{_WORD}(?:\s(?P<number>[0-9]{{1,2}}|[IVX]{{1,4}}))?\s*(?:[.:)–-]\s*(?P<title>\S.*)|$)")
_ENDS = re.compile(r"(?<!\b[a-z])[.;]\s*$", re.IGNORECASE)  # a sentence; `W.v.t.t.k.` ends none


def begins_item(text: str) -> bool:
    """Whether a line begins an item, by its number or its label."""
    return ITEM.fullmatch(text) is not None or _CALLED.fullmatch(text) is not None


def called(text: str) -> tuple[str, str] | None:
    """An item under a label, as a numbered title, and that label: `1. Dikes` and `Session` of `Session 1: Dikes`."""
    found = _CALLED.fullmatch(text)
    if found is None or not (found["title"] or found["number"]):
        return None
    number = f"{found['number']}. " if found["number"] else ""
    return f"{number}{found['title'] or found['word']}", found["word"] if found["title"] else ""


def labelled_items(lines: list[Line]) -> list[int]:
    """Items that begin with a label: `Agendapunt: Dijken`, `Session 2: Dikes`."""
    starts = [place for place in written(lines) if called(lines[place].text) is not None]
    return starts if len(starts) > 1 else []


def numbered(lines: list[Line]) -> list[int]:
    """Items that are numbered in a row from 1; one that comes back with its title begins again."""
    starts: list[int] = []
    titles: dict[str, str] = {}
    for place in written(lines):
        found = ITEM.fullmatch(lines[place].text)
        if not found or _ENDS.search(found["title"]):
            continue
        title = squash(found["title"])
        if int(found["number"]) == len(titles) + 1 or titles.get(found["number"]) == title:
            starts.append(place)
            titles.setdefault(found["number"], title)
    return starts if len(titles) > 1 else []


def with_rows(lines: list[Line]) -> list[Line]:
    """The rows of a table whose first cell counts up from 1 as numbered items, with their other cells below."""
    rows: list[int] = []
    for place, line in enumerate(lines[:-1]):
        is_first = not text_at(lines, place - 1) and not lines[place + 1].is_blank
        if is_first and line.text.strip().rstrip(".") == str(len(rows) + 1):
            rows.append(place)
    if len(rows) <= 1:
        return lines
    kept = list(lines)
    for place in rows:
        title = lines[place + 1]
        kept[place] = title.saying(f"{lines[place].text.strip().rstrip('.')}. {title.text.strip()}")
        kept[place + 1] = title.saying()
    return kept


def has_positions(lines: list[Line]) -> bool:
    """Whether two items or more have a heading or label of our position below them."""
    starts = labelled_items(lines) or numbered(lines)
    starts = [place for place in starts if heading_of(lines[place].text) is None]
    found = 0
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        texts = [line.text for line in lines[start + 1 : end]]
        found += any(is_position(each) or is_position(label_in(each) or "") for each in texts)
    return found > 1


# What heads the items of a council, or says in brackets that it deals with them in public
_OF_COUNCIL = re.compile(
    r"\s*(?:(?:[A-Z]|[IVX]{1,4})[.)]\s*)?(?:(?:non-)?legislative\s(?:deliberations?|activities|acts|items)"
    r"|(?:niet-)?wetgevende\s(?:beraadslagingen|werkzaamheden|activiteiten|besprekingen|handelingen))\s*(?:\(.*)?"
    r"|\s*\((?:public\s(?:deliberation|debate|session)|openbaa?re?\s(?:beraadslaging|debat|zitting))"
    r"\s(?:in\saccordance|pursuant|under|overeenkomstig|op\sgrond|krachtens)\b.*",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\s*(?P<number>[IVX]{1,5})(?:[.)]?\s+[^a-z]{3,}|[.)]\s+[A-Z].{2,60})")
# One of several meetings, or the day of the items below it
_PART = re.compile(
    r"(?:\w+[ -]){0,5}?(?:Eurogroep|\w*[Rr]aad)\b(?:\s[\w(),]+){0,5}"
    r"|\s*[A-Z][^.:;]{3,60}\s\([^()]{0,20}[0-9]{1,2}\s[a-z]{3,9}(?:\s[0-9]{4})?\)\s*"
)
_MOST_LINES = 3  # of a remark in brackets
FICHE = re.compile(r"\s*Fiche\b(?:\s[0-9]{1,2})?\s*:.{0,160}", re.IGNORECASE)
_ESSENCE = re.compile(r"\s*(?:[0-9][.)]|[a-z]\))\s*Essentie voorstel\s*", re.IGNORECASE)
_FICHE_PART = re.compile(r"\s*(?:(?P<number>[0-9]{1,2})[.)]|(?P<letter>[a-z])\))\s+[A-Z“\"‘'].{2,120}")
_SIGNS = (".", ";", ",", ":", "?", "!")


def dividing_lines(lines: list[Line], starts: list[int], hidden: set[int]) -> tuple[list[int], list[int]]:
    """Lines that head a part of an agenda, and those that begin an item though they have the shape of such a heading.

    Below an item in `hidden` every line stays where it is.
    """
    taken: list[int] = []
    begins: list[int] = []
    begun, body = set(starts), written(lines)
    is_hidden = False
    last = 0
    for at, place in enumerate(body):
        is_hidden = place in hidden or (is_hidden and place not in starts)
        text, is_apart = lines[place].text, not text_at(lines, place - 1)
        if is_hidden or place in taken or is_marked(text):
            continue
        below = body[at + 1] if at + 1 < len(body) else None
        if _OF_COUNCIL.fullmatch(text):
            taken += _to_bracket(lines, body[at : at + _MOST_LINES])
        elif is_apart and below in begun and _PART.fullmatch(text):
            taken.append(place)
        elif (roman := _ROMAN.fullmatch(text)) and roman["number"] in ROMANS and below is not None:
            number = ROMANS.index(roman["number"]) + 1
            if below in begun and not _ROMAN.fullmatch(lines[below].text):
                taken.append(place)
            elif number in {1, last + 1} and is_apart:
                begins.append(place)
            last = number
    return taken, begins


def _to_bracket(lines: list[Line], places: list[int]) -> list[int]:
    """The first of these places, and those up to the bracket that closes what it opens."""
    depth = 0
    for count, place in enumerate(places, start=1):
        depth += lines[place].text.count("(") - lines[place].text.count(")")
        if depth <= 0:
            return places[:count]
    return places[:1]


def fiche_parts(lines: list[Line]) -> list[int]:
    """The headings of a fiche on a proposal of the European Commission: `2. Essentie voorstel`, `a) Titel voorstel`.

    A heading on two lines becomes one line. Empty for any other text.
    """
    if not any(FICHE.fullmatch(line.text) or _ESSENCE.fullmatch(line.text) for line in lines):
        return []
    starts: list[int] = []
    number = letter = letters = 0  # the last number and letter, and how many headings have a letter
    for place in written(lines):
        if FICHE.fullmatch(lines[place].text):
            starts.append(place)
            number = letter = 0
        found = _FICHE_PART.fullmatch(lines[place].text)
        if found is None:
            continue
        value = int(found["number"] or ord(found["letter"]) - ord("a") + 1)
        if value in {1, (number if found["number"] else letter) + 1} and _is_fiche_heading(lines, place):
            starts.append(place)
            number, letter = (value, 0) if found["number"] else (number, value)
            letters += bool(found["letter"])
    return starts if letters > 1 else []


def _is_fiche_heading(lines: list[Line], place: int) -> bool:
    """Whether a line is a whole heading, or the first of its two lines, which are then joined."""
    line, below, after = lines[place], text_at(lines, place + 1), text_at(lines, place + 2)
    if line.text.rstrip().endswith(_SIGNS):
        return False
    is_apart = _FICHE_PART.fullmatch(below) or below.startswith(("http", "www"))
    if is_apart or not (below[:1].islower() or expects_more(line.text)):
        return True
    if below.endswith(_SIGNS) or is_marked(below) or after[:1].islower():
        return False
    lines[place : place + 2] = [line.saying(f"{line.text.rstrip()} {below}"), line.saying()]
    return True


TIME = re.compile(
    r"\s*(?:\+/-|±|ca\.?|from|vanaf|at|om)?\s*(?P<time>[0-2]?[0-9][.:][0-5][0-9])"
    r"(?:\s?[-–]\s?(?P<end>[0-2]?[0-9][.:][0-5][0-9]))?"
    r"(?:\s?(?:uur|hrs?|h|(?-i:u))\b\.?)?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"(?:\W|\d|\b(?:day|dag|on|op)\b|\b\w+(?:day|dag)\b)*", re.IGNORECASE)
_DAY_COUNT = re.compile(r"^\W*(?:day|dag)\s*[0-9]\b\W*", re.IGNORECASE)
_WEEK = 7  # days
_DAY_WORDS = 6  # of a line that is only a day: `Thursday, 13 February 2031`


def timed_lines(lines: list[Line]) -> list[int]:
    """The lines of a programme that begin with a time."""
    times = [
        place for place in written(lines) if TIME.fullmatch(lines[place].text) and not scan_dates(lines[place].text)
    ]
    return times if len(times) > 2 else []


def days_of(lines: list[Line], starts: list[int]) -> tuple[dict[int, When], list[int]]:
    """The day of each item that stands below a line with only a day, and those lines among the items."""
    found: dict[int, When] = {}
    taken: list[int] = []
    day: When | None = None
    above = lines[: starts[0]] if starts else []
    dated = [each.when.day for line in above for each in scan_dates(line.text) if each.certain]
    near = next(filter(None, reversed(dated)), None)  # the last day above the items is the first of the meeting
    begun = set(starts)
    for place in written(lines):
        if place in begun:
            found |= {place: day} if day is not None else {}
        elif (named := _day_alone(lines[place].text, near)) is not None:
            day = named
            taken += [place] if starts and place > starts[0] else []
    return found, taken


def _day_alone(text: str, near: date | None) -> When | None:
    """The day that a line is; one without a year has to lie within a week of the first day of the meeting."""
    text = _DAY_COUNT.sub("", text)
    mentions = scan_dates(text, near) if len(text.split()) <= _DAY_WORDS else []
    day = mentions[0].when.day if len(mentions) == 1 else None
    if day is None or (not mentions[0].certain and (near is None or abs((day - near).days) >= _WEEK)):
        return None
    rest = text[: mentions[0].start] + text[mentions[0].end :]
    return mentions[0].when if _NO_MORE.fullmatch(rest) else None
