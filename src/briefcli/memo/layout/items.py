"""Where the items of a letter, a report or an agenda begin: by their number, or by a heading of their own words."""

import re

from briefcli.memo.layout.headings import Part, heading_of, words_of_heading
from briefcli.memo.layout.outline import goes_on
from briefcli.memo.layout.points import expects_more
from briefcli.memo.text import Line

KIND = re.compile(r"\s*=\s*(?P<kind>\S.*)")
ITEM = re.compile(r"\s*(?P<number>[0-9]{1,2})[.)]\s*(?P<title>[A-Z“\"‘'].*)")
_LONGEST, _MOST_WORDS = 200, 26


def numbered(lines: list[Line], body: list[int]) -> list[int]:
    """Items that are numbered in a row from 1."""
    starts: list[int] = []
    for place in body:
        found = ITEM.fullmatch(lines[place].text)
        if found and int(found["number"]) == len(starts) + 1 and not lines[place].text.rstrip().endswith((".", ";")):
            starts.append(place)
    return starts if len(starts) > 1 else []


def headed(lines: list[Line], body: list[int]) -> list[int]:
    """Lines that stand apart, end no sentence and have text below them."""
    return [place for place in body if _is_heading(lines, place)]


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
    return stands_alone or (len(text.split()) < 7 and len(below) >= 2 * len(text) and below[:1].isupper())
