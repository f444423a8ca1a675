"""Finds the headings of a BNC-fiche, in which the government weighs a proposal of the European Commission."""

import re

from briefcli.domain.marks import is_marked
from briefcli.memo.layout.items import SIGNS
from briefcli.memo.text import Line, not_blank, text_at

FICHE = re.compile(r"(?i)\s*Fiche\b(?:\s[0-9]{1,2})?\s*:.{0,160}")
_FICHE_PART = re.compile(r"\s*(?:(?P<number>[0-9]{1,2})[.)]|(?P<letter>[a-z])\))\s+[A-Z“\"‘'].{2,240}")


def fiche_parts(lines: list[Line]) -> list[int]:
    """The places of the headings of a BNC-fiche (on one line each, from now on in `lines`). Empty for other texts."""
    if not any(FICHE.fullmatch(line.text) for line in lines):
        return []
    starts: list[int] = []
    number = letter = letters = 0  # the last number and letter, and how many headings have a letter
    for place in not_blank(lines):
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
    """Whether a line is a heading. If it is the first of two lines of one, these are joined in `lines`."""
    line, below = lines[place], text_at(lines, place + 1)
    if _FICHE_PART.fullmatch(below) or below.startswith(("http", "www")) or not below[:1].islower():
        return True
    if below.endswith(SIGNS) or is_marked(below):
        return False
    lines[place : place + 2] = [line.saying(f"{line.text.rstrip()} {below}"), line.saying()]
    return True
