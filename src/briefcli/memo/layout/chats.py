"""Takes out of a chat, copied as text, who wrote each message and when: what is left are the messages."""

import re
from collections import Counter

from briefcli.domain.marks import is_marked
from briefcli.memo.layout.headings import may_withhold
from briefcli.memo.layout.persons import PREFIXED
from briefcli.memo.text import HOUR, Line

_STAMP = rf"(?:[0-9]{{1,4}}[-/.][0-9]{{1,2}}[-/.][0-9]{{2,4}},?\s)?{HOUR}(?::[0-9]{{2}})?(?:\s?[AP]M)?"
# `[14:02] Riet, Karin: …` or `12-03-2031 14:02 - Karin Riet: …`, and `Karin Riet 14:02` above the message
_BEFORE = re.compile(rf"\s*(?:\[{_STAMP}\]|(?=[0-9]+[-/.]){_STAMP}\s-)\s(?P<who>[^:\[\]]{{2,40}}):\s(?P<said>.+)")
_ABOVE = re.compile(
    rf"\s*(?P<who>{PREFIXED}(?:,?\s{PREFIXED}){{0,3}})\s+(?:\(.{{2,30}}\)\s)?\[?{_STAMP}\]?\s*(?P<said>)"
)
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_FEWEST = 2  # messages of one writer above them, unlike the rows of a programme


def lift_writers(lines: list[Line]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """The lines of the messages, and each line that names a writer with the name. Other texts have no writers.

    If a mark is above the messages, it is about these: then the lines stay as they are.
    """
    for shape in (_BEFORE, _ABOVE):
        found = {at: named for at, line in enumerate(lines) if (named := shape.fullmatch(line.text))}
        count = Counter(each["who"] for each in found.values())
        if len(found) >= _FEWEST and (shape is _BEFORE or max(count.values()) >= _FEWEST):
            written = [(lines[at], each["who"]) for at, each in found.items() if each["who"] != _mark_in(each)]
            if any(is_marked(line.text) for line in lines[: min(found)]):
                return lines, written
            return _messages(lines, found), written
    return lines, []


def _mark_in(named: re.Match[str]) -> str:
    """The words before a message that perhaps say that it is not public: `Niet openbaar`, `Riet (vertrouwelijk)`."""
    before = named.string[: named.start("said")]
    words = (named["who"].partition(" (")[0], *_IN_BRACKETS.findall(before))
    return next((each for each in words if may_withhold(each)), named["who"] if is_marked(before) else "")


def _messages(lines: list[Line], found: dict[int, re.Match[str]]) -> list[Line]:
    """The lines without the names, each message as a point. A mark is the label of all lines of its message."""
    kept: list[Line] = []
    label = ""
    for at, line in enumerate(lines):
        if (named := found.get(at)) is not None:
            label = f"{mark}: " if (mark := _mark_in(named)) else ""
        said = line.text.strip() if named is None else named["said"]
        if said and (label or named is not None):
            kept.append(line.saying(f"• {label}{said}"))
        else:
            kept.append(line if named is None else line.saying(""))
    return kept
