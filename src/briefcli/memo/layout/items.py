"""Finds where items start (by a number, label or time), and headings by the lines around them."""

import itertools
import re

from briefcli.domain.citations.reference import ROMANS
from briefcli.domain.dates.in_text import scan_dates
from briefcli.memo.layout.head_labels import is_field
from briefcli.memo.layout.headings import (
    Part,
    counted_on,
    is_subhead,
    label_in,
    may_withhold,
    number_of,
    part_of,
    squash,
    words_of_heading,
)
from briefcli.memo.layout.joining import expects_more
from briefcli.memo.layout.points import BULLET_MARK, NUMBER_MARK
from briefcli.memo.text import HOUR, YEAR, Line, not_blank, text_at

SIGNS = (".", ",", ";", ":", "?", "!")
ITEM = re.compile(
    r"\s*(?P<number>[0-9]{1,2})[.)]\s*"
    r"(?P<title>(?:\(?[a-z]\)\s*)?(?:[A-Z“\"‘']|(?<=\s)(?:[0-9]{1,3}[a-z]|[0-9]{2}[ .]?[0-9]{3}\b)).*)"
)
_WORD = r"(?P<word>(?i:agendapunt|punt|item|werksessie|working\ssession|sessie|session|onderwerp|topic))"
_CALLED = re.compile(
    rf"\s*(?:(?P<front>[0-9]{{1,2}})[.)]\s+)?{_WORD}"
    r"(?:\s(?P<number>[0-9]{1,2}|[IVX]{1,4}))?\s*(?:[.:)–-]\s*(?P<title>\S.*)|$)"
)
# Items without a label, alone on a line, among items that have one
_NAMED = re.compile(
    r"\s*(?:(?:Informe(?:el|le)|Informal)\s)?(?i:werk(?:lunch|diner|ontbijt)|working\s(?:lunch|dinner|breakfast)|plenaire\ssessie|diversen"
    r"|any\sother\sbusiness|overige?(?:\s(?:onderwerpen|punten))?|en\smarge)\s*"
    r"|\s*(?i:(?:werk|working\s)?(?:lunch|diner|dinner|ontbijt|breakfast))(?:\s\([^()]{4,30}\))?\s*:\s\S.{3,120}"
)
_ROMAN = re.compile(r"\s*(?P<number>[IVX]{1,4})[.)]\s+(?P<title>[A-Z].*)")
_AGENDA = re.compile(r"(?i)agenda|programm|\b(?:werk)?sessi")
_ENDS = re.compile(r"(?i)(?<!\b[a-z])[.;]\s*$")  # the end of a sentence, unlike the stop in `W.v.t.t.k.`


def begins_item(text: str) -> bool:
    """Whether a line starts an item, by its number or its label."""
    return ITEM.fullmatch(text) is not None or _CALLED.fullmatch(text) is not None


def called(text: str) -> tuple[str, str] | None:
    """The title of a labelled item, after its number, and its label if it is a session: `1. Dikes`, `Session`."""
    found = _CALLED.fullmatch(text)
    if found is None or not (found["title"] or found["number"]):
        return None
    said = found["number"] or found["front"] or ""
    number = f"{ROMANS.index(said) + 1 if said in ROMANS else said}. " if said else ""
    is_session = found["title"] and found["word"].casefold().endswith(("sessie", "session"))
    return f"{number}{found['title'] or found['word']}", found["word"] if is_session else ""


def labelled_items(lines: list[Line]) -> list[int]:
    """The places of items that start with a label: `Agendapunt: Dijken`, `Session 2: Dikes`. Not if only one does."""
    starts = [place for place in not_blank(lines) if called(lines[place].text) is not None]
    return with_named(lines, starts) if len(starts) > 1 else []


def is_named(text: str) -> bool:
    """Whether a line can be an item without a number or label: `Diversen`."""
    return _NAMED.fullmatch(text) is not None


def with_named(lines: list[Line], starts: list[int]) -> list[int]:
    """These items, and the lines below the first of them that can be items by their name alone: `Diversen`."""
    below = range(starts[0], len(lines)) if starts else ()
    return sorted([*starts, *(place for place in below if is_named(lines[place].text))])


def numbered(lines: list[Line]) -> list[int]:
    """The places of items that are numbered in a row from 1, also where an item is repeated with the same title.

    Empty if they are no items but a numbered list. It has no text between its rows, and the file marks as headings
    two lines or more above it, the last of which is not `Agenda`, but not its first row.
    """
    starts: list[int] = []
    titles: dict[str, str] = {}
    for place in not_blank(lines):
        found = ITEM.fullmatch(lines[place].text)
        if not found or _ENDS.search(found["title"]):
            continue
        title = squash(found["title"])
        if int(found["number"]) == len(titles) + 1 or titles.get(found["number"]) == title:
            starts.append(place)
            titles.setdefault(found["number"], title)
    if len(titles) < 2:
        return []
    own = [place for place in not_blank(lines[: starts[0]]) if is_styled_heading(lines[place])]
    has_text = len(not_blank(lines[starts[0] : starts[-1]])) >= len(starts)
    if len(own) > 1 and not has_text and not _AGENDA.search(lines[own[-1]].text) and not lines[starts[0]].is_heading:
        return []
    return starts


def outside_withheld(lines: list[Line], starts: list[int], withheld: set[int]) -> list[int]:
    """The `starts` that no heading in `withheld` covers. A memo does not say where the part below such a heading ends.

    A withheld heading that is itself an item, such as the fourth of five, covers the lines up to the next item. A
    heading that is no item, or whose number does not come right before or after that of a start, covers the items up
    to the next heading. A heading that is not among `starts`, or that the file marks as one, covers all up to the next
    withheld heading. An item without a number, such as `Diversen`, ends no covered part, and a list of actions does not
    end that of an item.
    """
    outside: list[int] = []
    numbers = {number_of(lines[place].text) for place in starts}
    covers_items = covers_all = is_covered = False
    for place in sorted({*starts, *withheld}):
        number = number_of(lines[place].text)
        is_item = bool(number) or called(lines[place].text) is not None
        if place in withheld:
            is_alone = number.isdecimal() and numbers.isdisjoint({str(int(number) - 1), str(int(number) + 1)})
            covers_items = not is_item or is_alone
            covers_all = place not in starts or lines[place].is_heading  # it may have headings of its own below it
            is_covered = True
        elif not covers_all and not (covers_items and (is_item or lines[place].text.rstrip().endswith("?"))):
            of_actions = not covers_items and part_of(lines[place].text) is Part.ACTIONS
            is_covered = is_covered and (of_actions or is_named(lines[place].text))
            covers_items = False
            outside += [] if is_covered else [place]
    return outside


def with_rows(lines: list[Line]) -> list[Line]:
    """Make numbered items of the rows of a table whose first cells count from 1. Other cells stay below the title."""
    rows: list[int] = []
    lines = _with_figures(lines)
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


def _with_figures(lines: list[Line]) -> list[Line]:
    """Number items `1.`, `2.` that have Roman numbers in order, if these are the only ones and two are not apart."""
    body = not_blank(lines)
    begun = {place: found for place in body if (found := _ROMAN.fullmatch(lines[place].text))}
    is_list = any(one in begun and other in begun for one, other in itertools.pairwise(body))
    in_order = [each["number"] for each in begun.values()] == list(ROMANS[: len(begun)])
    if not (is_list and in_order) or any(ITEM.fullmatch(lines[place].text) for place in body):
        return lines
    said = {place: f"{ROMANS.index(each['number']) + 1}. {each['title']}" for place, each in begun.items()}
    return [line.saying(said[place]) if place in said else line for place, line in enumerate(lines)]


_HOURS = (
    rf"(?:\+/-|±|ca\.?|from|vanaf|at|om)?\s*(?P<time>{HOUR})"
    rf"(?:\s?[-–]\s?(?P<end>{HOUR}))?(?:\s?(?:uur|hrs?|h|(?-i:u))\b\.?)?\s*"
)
_BETWEEN_FIGURES = re.compile("[.hu]")
TIME = re.compile(rf"(?i)\s*{_HOURS}(?P<rest>.*)")
_HOURS_IN_BRACKETS = re.compile(rf"\s\(\s*{_HOURS}\)")


def programme_below(lines: list[Line], place: int) -> bool:
    """Whether a short line is the heading of a programme: lines that start with a time, perhaps below their day."""
    text = lines[place].text.strip()
    below = [lines[place + 1 + each].text for each in not_blank(lines[place + 1 : place + 20])][:5]
    timed = [TIME.fullmatch(each) is not None for each in below]
    is_name = _is_name(words_of_heading(text), _SHORT) and not any(map(str.isdigit, text)) and not is_field(text)
    is_apart = ": " not in text and (not text_at(lines, place - 1) or lines[place].is_heading)
    return is_name and is_apart and sum(timed) > 2 and any(timed[:2])


def without_hours(title: str) -> tuple[str, str | None]:
    """A title without the hours in it, and these: `Lunch (13.00 - 15.00 uur): Dijken`."""
    found = _HOURS_IN_BRACKETS.search(title)
    return (title[: found.start()] + title[found.end() :], hours(found)) if found else (title, None)


def hours(timed: re.Match[str]) -> str:
    """When an item starts, and perhaps ends: `09:30–10:15`."""
    return "–".join(_BETWEEN_FIGURES.sub(":", each).zfill(5) for each in (timed["time"], timed["end"]) if each)


def timed_lines(lines: list[Line]) -> list[int]:
    """The places of the lines of a programme that start with a time. Empty if there are fewer than three."""
    found = ((place, TIME.fullmatch(lines[place].text)) for place in not_blank(lines))
    # A day beside the time is the day of the item itself: `9.30 12 maart`
    days = ((place, timed, scan_dates(lines[place].text)) for place, timed in found if timed)
    times = [place for place, timed, named in days if not any(each.start <= timed.start("rest") for each in named)]
    return times if len(times) > 2 else []


# What is done with an item, on the line below its title
_DEALT_WITH = (
    r"(?:oriënterend\s|eerste\s)?(?:beleids)?debat|(?:oriënterende\s)?gedachtewisseling"
    r"|(?:partiële\s)?algemene\soriëntatie|politiek\sakkoord|voortgangs(?:rapportage|verslag)|aanname|hamerstuk|discussie"
    r"|(?:lunch)?bespreking|ter\s(?:informatie|bespreking|besluitvorming)|informatie\svan\s(?:de|het)\s[\w ]{4,30}"
    r"|presentatie(?:\s[\w ]{4,30})?|policy\sdebate|exchange\sof\sviews|progress\sreport|general\sapproach"
    r"|political\sagreement"
)
KIND = re.compile(
    rf"\s*=\s*(?P<said>\S.*)|\s*\(?(?P<usual>(?i:{_DEALT_WITH}))\)?\s*|\s*\((?P<aside>[a-zà-ÿ][^()]{{2,50}})\)\s*"
)
_LETTERED = re.compile(r"\s*([A-H])[.)]\s+[A-Z].{1,119}[^.\s]\s*")
_SUBJECT = re.compile(r"(?:Thema|Onderwerp|Document(?:en)?|Aard(?: van de)? bespreking|Subject):\s")  # below an item
_SMALL_LETTER = re.compile(r"\s*[a-h][.)]\s")
_LAST_VERB = re.compile(r"(?i)\s(?:is|zijn|wordt|worden)\W*$")  # can be the last word of its clause
_MOST_WORDS = 26  # of a heading
_SHORT, _LINE = 7, 60  # words in a heading without empty lines around it; characters in a line of text
_ASKS = re.compile(r"(?:Wat|Waarom|Hoe|Wie|Wanneer|Waar|Welke|What|Why|How|Who|When|Which)\s[^.?!]{3,60}\?")


def is_unknown_heading(lines: list[Line], place: int) -> bool:
    """Whether a line is marked as a heading, or is below an empty line or a heading and above a text.

    Then it is a short line or a question. One that perhaps says that the text is not public may be above a list too.
    """
    text, above, below = (text_at(lines, each) for each in (place, place - 1, place + 1))
    is_apart = not is_field(text) and (not above or part_of(above) is not None)
    is_doubtful = may_withhold(text) and _is_name(words_of_heading(text), _SHORT) and below != ""
    is_asked = _ASKS.fullmatch(text) is not None and below != ""
    is_name = not any(map(str.isdigit, text)) and (is_asked or _is_above_text(lines, place, below))
    return is_styled_heading(lines[place]) or (is_apart and (is_doubtful or is_name))


def begins_part(lines: list[Line], place: int) -> bool:
    """Whether the file marks a line as a heading, or it stands above a text as one; but not one within an item."""
    line = lines[place]
    if line.is_blank or is_subhead(line.text):
        return False
    return is_styled_heading(line) or _is_above_text(lines, place, next_text(lines, place))


def is_styled_heading(line: Line) -> bool:
    """Whether the file marks a line as a heading, and it is short enough to be one."""
    text = line.text.strip()
    return line.is_heading and len(text.split()) <= _MOST_WORDS and not text.endswith((".", ";", ","))


def is_next_heading(lines: list[Line], place: int, above: str, between: list[Line]) -> bool:
    """Whether a short line in no list has the number after that of the heading `above`: `c. Financiële gevolgen`."""
    text, below = text_at(lines, place), next_text(lines, place)
    number, last = number_of(text), number_of(above)
    following = {counted_on(last), counted_on(last.partition(".")[0])}
    if not number or number not in following or not _is_name(words_of_heading(text), 10):
        return False
    is_above = below[:1].isupper() or number_of(below) in {f"{number}.1", "a", "1"} or BULLET_MARK.match(below)
    listed = filter(None, (NUMBER_MARK.match(line.text.strip()) for line in between))
    return bool(is_above) and all(counted_on(each["number"]) != number for each in listed)


def next_text(lines: list[Line], place: int) -> str:
    """The next line that is not blank; empty after the last one."""
    return next((line.text.strip() for line in lines[place + 1 :] if not line.is_blank), "")


def goes_on(lines: list[Line], place: int) -> bool:
    """Whether a line continues a sentence from the long line above it, or starts one that goes on below."""
    above, below = text_at(lines, place - 1), text_at(lines, place + 1)
    if below[:1].islower() or expects_more(_LAST_VERB.sub("", lines[place].text)):
        return True
    return len(above) > _LINE and not above.endswith((".", ":", ";", "?", "!", ")", "]"))


def headed(lines: list[Line], *, is_tight: bool) -> list[int]:
    """The places of headings above a text, and of headings with the letters A., B., … in order.

    Empty lines are around a heading, unless `is_tight`: then the text has none.
    """
    body = not_blank(lines)
    found = [place for place in body if _is_heading(lines, place)]
    if found and not _SMALL_LETTER.match(lines[found[0]].text):
        found = [place for place in found if not _SMALL_LETTER.match(lines[place].text)]
    if is_tight:
        found += [place for place in body[:-1] if place and _is_above_text(lines, place, text_at(lines, place + 1))]
    lettered: list[int] = []
    for place in body:
        letter = _LETTERED.fullmatch(lines[place].text)
        lettered += [place] if letter and ord(letter[1]) - ord("A") == len(lettered) else []
    return sorted({*found, *(lettered if len(lettered) > 1 else [])})


def _is_above_text(lines: list[Line], place: int, below: str) -> bool:
    """Whether a short line is between the end of a sentence and a text `below`."""
    text = text_at(lines, place)
    above = next(filter(None, (text_at(lines, each) for each in range(place - 1, -1, -1))), "")
    is_after = above.endswith((".", "?", "!", ")")) or above.isupper() or not above
    is_text = below[:1].isupper() and (below.endswith((".", "?")) or len(below) > _LINE)
    is_named = text[-1:].isalpha() or YEAR.fullmatch(text[-4:]) is not None
    is_name = is_named and _is_name(text, _SHORT) and not KIND.fullmatch(text)
    return is_after and is_name and (is_text or KIND.fullmatch(below) is not None)


def _is_name(text: str, most_words: int) -> bool:
    """Whether a line can be a heading: it starts in upper case, has few words, and is no sentence or part of one."""
    is_short = text[:1].isupper() and len(text.split()) <= most_words
    return is_short and not text.endswith(SIGNS) and not expects_more(text)


def is_withheld_heading(lines: list[Line], place: int) -> bool:
    """Whether a line is a heading of what is not public. Such a heading needs no empty lines around it."""
    return part_of(lines[place].text) is Part.WITHHELD and not goes_on(lines, place)


def _is_heading(lines: list[Line], place: int) -> bool:
    """Whether a line is marked as a heading, or stands apart as one above a text or a list."""
    text = lines[place].text.strip()
    if is_styled_heading(lines[place]):
        return True
    below = next_text(lines, place)
    has_kind = KIND.fullmatch(below) is not None
    is_asked = text.endswith("?") and len(text.split()) <= 10 and text_at(lines, place + 1) != ""
    is_long = len(text) > 200 or len(text.split()) > _MOST_WORDS or (text.endswith(SIGNS) and not is_asked)
    if (len(text) > 400 if has_kind else is_long) or expects_more(text) or KIND.fullmatch(text) or label_in(text):
        return False
    is_name = words_of_heading(text)[:1].isupper() or text[:1] in '“‘"«'
    if not is_name or (text_at(lines, place - 1) and not has_kind) or not below or text.startswith(("http", "www")):
        return False
    is_list = BULLET_MARK.match(below) or _SMALL_LETTER.match(below) or _SUBJECT.match(below)
    is_listed = is_list and not BULLET_MARK.match(text)
    is_longer = len(below) >= 2 * len(text) or len(below) > _LINE >= len(text)
    is_above = bool(is_listed) or (is_longer and below[:1].isupper())
    return lines[place + 1].is_blank or has_kind or is_asked or (len(text.split()) < _SHORT and is_above)
