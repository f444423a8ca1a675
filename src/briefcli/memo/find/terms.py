"""Terms that count from the meeting or from an event around it: `twee werkdagen voor het debat`."""

import re

import msgspec

from briefcli.catalog import tr
from briefcli.domain.dates.counted import UNIT
from briefcli.domain.dates.terms import in_figures
from briefcli.domain.dates.words import COUNTS
from briefcli.domain.due import Due, parse_due
from briefcli.memo.find.meetings import Meeting

# `twee werkdagen voor het debat`, `5 working days before the meeting`
_COUNTED = re.compile(
    rf"(?i)\b(?P<count>[\w½-]+)\s(?:{UNIT}|uur|uren|hours?)\s(?P<side>voorafgaande?\saan|voor|vóór|na|before"
    r"|after|prior\sto|ahead\sof|following)\s(?:(?:de\s)?(?:aanvang|start)\svan\s|het\sbegin\svan\s)?(?:de|het|dit|deze|the)\s"
    r"(?P<anchor>[\w-]+(?: [\w-]+){0,3})"
)
_AFTER_WORDS = frozenset({"na", "after", "following"})


class Around(msgspec.Struct, frozen=True):
    """What a term can count from: the meeting, and the kinds of events around it."""

    meeting: Meeting | None
    kinds: set[str]

    def anchor(self, words: str) -> str | None:
        """The debate, a summit or the meeting, where the words begin with its name."""
        pieces = words.split()
        first = pieces[0].lower()
        if (first.endswith("debat") or first in {"ao", "cd", "debate"}) and "debate" in self.kinds:
            return "debate"
        names = (" ".join(pieces[: number + 1]) for number in range(len(pieces)))
        if self.meeting is not None and any(map(self.meeting.is_called, names)):
            return "meeting"
        return "summit" if first.endswith(("top", "summit")) and "summit" in self.kinds else None

    def counted(self, text: str) -> tuple[Due | None, str | None] | None:
        """The first count in a text, `2 workdays before debate`, or why it says nothing; None where there is none."""
        found = _COUNTED.search(text)
        if found is None:
            return None
        anchor, count = self.anchor(found["anchor"]), count_of(found)
        side = "after" if found["side"].lower() in _AFTER_WORDS else "before"
        return (parse_due(f"{count} {side} {anchor}"), None) if anchor and count else (None, uncounted(found[0]))


def count_of(found: re.Match[str]) -> str | None:
    """`2 workdays`; None for `enkele dagen` and for hours."""
    words, unit = found["count"].lower(), (found["unit"] or "").lower()
    if words in {"de", "the", "a"} and re.fullmatch(r"(?:kalender)?da[gy]", unit):  # `de dag voor het debat`
        words = "1"
    is_number = words in COUNTS or re.fullmatch(r"[0-9]{1,3}", words)
    return in_figures(words, unit) if unit and is_number else None


def uncounted(term: str) -> str:
    return tr("“{term}” could not be counted; write the date", term=term)
