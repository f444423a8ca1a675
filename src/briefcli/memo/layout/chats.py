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

    A text has none either if a mark stands where a name is, or above the messages: it is about these.
    """
    for shape in (_BEFORE, _ABOVE):
        found = {at: named for at, line in enumerate(lines) if (named := shape.fullmatch(line.text))}
        above = lines[: min(found, default=0)]
        if any(_may_mark(named) for named in found.values()) or any(is_marked(line.text) for line in above):
            return lines, []
        count = Counter(each["who"] for each in found.values())
        if len(found) >= _FEWEST and (shape is _BEFORE or max(count.values()) >= _FEWEST):
            kept = [each for at, line in enumerate(lines) for each in _message(line, found.get(at))]
            return kept, [(lines[at], each["who"]) for at, each in found.items()]
    return lines, []


def _may_mark(named: re.Match[str]) -> bool:
    """Whether the words before a message perhaps say that it is not public: `Niet openbaar`, `Riet (vertrouwelijk)`."""
    before = named.string[: named.start("said")]
    return is_marked(before) or any(map(may_withhold, (named["who"], *_IN_BRACKETS.findall(before))))


def _message(line: Line, named: re.Match[str] | None) -> list[Line]:
    """A line without the name in front, as a point of its own."""
    return [line] if named is None else [line.saying(f"• {named['said']}" if named["said"] else "")]
