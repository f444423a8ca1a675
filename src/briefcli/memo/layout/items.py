"""Where the items of a letter, a report or an agenda begin: by their number, or by a heading of their own words."""

import re

from briefcli.memo.layout.headings import Part, heading_of, is_position, label_in, squash, words_of_heading
from briefcli.memo.layout.outline import goes_on
from briefcli.memo.layout.paragraphs import YEAR
from briefcli.memo.layout.points import BULLET_MARK, expects_more
from briefcli.memo.text import Line

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
ITEM = re.compile(r"\s*(?P<number>[0-9]{1,2})[.)]\s*(?P<title>(?:[a-z]\)\s*)?(?:[A-Z“\"‘']|(?<=\s)[0-9]{1,3}[a-z]).*)")
_WORD = r"(?P<word>(?i:agendapunt|punt|item|werksessie|working\ssession|sessie|session|onderwerp|topic))"
_CALLED = re.compile(rf"\s*{_WORD}(?:\s(?P<number>[0-9]{{1,2}}|[IVX]{{1,4}}))?\s*(?:[.:)–-]\s*(?P<title>\S.*)|$)")
_LETTERED = re.compile(r"\s*(?P<letter>[A-H])[.)]\s+[A-Z].{2,120}")
_ENDS = re.compile(r"(?<!\b[a-z])[.;]\s*$", re.IGNORECASE)  # a sentence; `W.v.t.t.k.` ends none
_ENDS_IN_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}$")
_LONGEST, _MOST_WORDS = 200, 26
_FEWEST_ROWS = 2
_SHORT, _LINE = 7, 60  # words of a heading without empty lines around it, characters of a line of text


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


def labelled_items(lines: list[Line], body: list[int]) -> list[int]:
    """Items that begin with a label: `Agendapunt: Dijken`, `Session 2: Dikes`."""
    starts = [place for place in body if called(lines[place].text) is not None]
    return starts if len(starts) > 1 else []


def numbered(lines: list[Line], body: list[int]) -> list[int]:
    """Items that are numbered in a row from 1; one that comes back with its title begins again."""
    starts: list[int] = []
    titles: dict[str, str] = {}
    for place in body:
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
        is_first = place == 0 or lines[place - 1].is_blank
        if is_first and line.text.strip().rstrip(".") == str(len(rows) + 1) and not lines[place + 1].is_blank:
            rows.append(place)
    if len(rows) < _FEWEST_ROWS:
        return lines
    kept = list(lines)
    for place in rows:
        title = lines[place + 1]
        kept[place] = Line(f"{lines[place].text.strip().rstrip('.')}. {title.text.strip()}", title.page, title.line)
        kept[place + 1] = Line("", title.page, title.line)
    return kept


def rows_of(lines: list[Line]) -> list[Line]:
    """The rows of a table of actions, each ending in a day, as one line with an empty line behind it.

    Any other lines are given back as they are.
    """
    texts = [line.text.strip() for line in lines]
    if any(map(BULLET_MARK.match, texts)) or not any(map(_ENDS_IN_YEAR.search, texts)):
        return lines
    rows: list[list[Line]] = [[]]
    for line in lines:
        if line.is_blank or YEAR.search(line.text):
            rows[-1] += [] if line.is_blank else [line]
            rows.append([])
        else:
            rows[-1].append(line)
    kept: list[Line] = []
    for row in filter(None, rows):
        words = " ".join(each.text.strip() for each in row)
        kept += [Line(words, row[0].page, row[0].line), Line("", row[0].page, row[0].line)]
    return kept


def has_positions(lines: list[Line]) -> bool:
    """Whether two items or more have a heading or label of our position below them."""
    body = [place for place, line in enumerate(lines) if not line.is_blank]
    starts = labelled_items(lines, body) or numbered(lines, body)
    starts = [place for place in starts if heading_of(lines[place].text) is None]
    found = 0
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        texts = [line.text for line in lines[start + 1 : end]]
        found += any(is_position(each) or is_position(label_in(each) or "") for each in texts)
    return found > 1


def lettered(lines: list[Line], body: list[int]) -> list[int]:
    """Headings that are lettered in a row from A."""
    starts: list[int] = []
    for place in body:
        found = _LETTERED.fullmatch(lines[place].text)
        if found and ord(found["letter"]) - ord("A") == len(starts) and not lines[place].text.rstrip().endswith("."):
            starts.append(place)
    return starts if len(starts) > 1 else []


def headed(lines: list[Line], body: list[int]) -> list[int]:
    """Lines that stand apart, end no sentence and have text below them."""
    found = [place for place in body if _is_heading(lines, place)]
    is_tight = len(body) > 1 and not any(line.is_blank for line in lines[body[0] : body[-1]])
    if is_tight:
        found += [place for place in body[1:-1] if _is_tight_heading(lines, place)]
    return sorted({*found, *lettered(lines, body)})


def _is_tight_heading(lines: list[Line], place: int) -> bool:
    """A short line between the end of a sentence and a text, where no empty line is used."""
    above, text, below = (lines[each].text.strip() for each in (place - 1, place, place + 1))
    is_short = len(text.split()) <= _SHORT and text[:1].isupper() and text[-1].isalpha()
    is_text = KIND.fullmatch(below) or (below[:1].isupper() and (below.endswith((".", "?")) or len(below) > _LINE))
    is_after = above.endswith((".", "?", "!", ")")) or above.isupper()
    return bool(is_short and is_text and is_after and not KIND.fullmatch(text))


def is_withheld_heading(lines: list[Line], place: int) -> bool:
    """Whether what stands below this line is not public; such a heading needs no empty lines around it."""
    known = heading_of(lines[place].text)
    return known is not None and known.part is Part.WITHHELD and not goes_on(lines, place)


def _is_heading(lines: list[Line], place: int) -> bool:
    text = lines[place].text.strip()
    below = next((line.text.strip() for line in lines[place + 1 :] if not line.is_blank), "")
    has_kind = KIND.fullmatch(below) is not None
    if (
        len(text) > (2 * _LONGEST if has_kind else _LONGEST)
        or not (has_kind or len(text.split()) <= _MOST_WORDS)
        or KIND.fullmatch(text)
    ):
        return False
    if not words_of_heading(text)[:1].isupper() and text[:1] not in '“‘"«':
        return False
    if (text.endswith((".", ",", ";", ":", "?", "!")) and not has_kind) or expects_more(text):
        return False
    if (place and not lines[place - 1].is_blank) or not below or text.startswith(("http", "www")):
        return False
    stands_alone = place + 1 < len(lines) and lines[place + 1].is_blank
    is_listed = BULLET_MARK.match(below) is not None and not BULLET_MARK.match(text)
    is_short = len(text.split()) < _SHORT
    return (
        stands_alone or has_kind or (is_short and (is_listed or (len(below) >= 2 * len(text) and below[:1].isupper())))
    )
