"""A date as it stands in a text, with what it means."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

import msgspec

from briefcli.catalog import tr
from briefcli.domain.when import When, WhenError, parse_when


class DateMention(msgspec.Struct, frozen=True, kw_only=True):
    """One date expression: `start` and `end` count code points, and `text` is what stands between them.

    `doubt` says why the meaning is a guess or the text contradicts itself, untranslated where it is one of the fixed
    texts, so that it can be compared in any language; `reason` is that for people. `alternatives` holds the other
    readings in the notation of `when`. A term that counts from a meeting or a debate has an unknown `when`, and is
    written in `due` as an agenda has it (`2 weeks before meeting`).
    """

    text: str
    start: int
    end: int
    when: When
    doubt: str | None = None
    alternatives: tuple[str, ...] = ()
    due: str | None = None

    @property
    def certain(self) -> bool:
        return self.doubt is None

    @property
    def reason(self) -> str | None:
        return tr(self.doubt) if self.doubt else None

    @property
    def notation(self) -> str:
        return self.due or self.when.text


class Meaning(msgspec.Struct, frozen=True):
    """What an expression means, before it is tied to its place."""

    edtf: str
    reason: str | None = None
    alternatives: tuple[str, ...] = ()


Partial = tuple[int, int, Meaning]  # start, end and meaning
# A pattern, and what a match means, given the date of the text
_Written = TypeVar("_Written", date, date | None)
Form = tuple[re.Pattern[str], Callable[[re.Match[str], _Written], Meaning | None]]


def first_reading(forms: Iterable[Form[_Written]], lower: str, position: int, written: _Written) -> Partial | None:
    """What the first of the forms that fits there means."""
    for pattern, read in forms:
        found = pattern.match(lower, position)
        if found and (meaning := read(found, written)):
            return position, found.end("year") if found.groupdict().get("footnote") else found.end(), meaning
    return None


def mention_of(text: str, start: int, end: int, meaning: Meaning) -> DateMention | None:
    """The mention at that place; None where the calendar has no such date (the year 10000)."""
    try:
        when = parse_when(meaning.edtf)
    except WhenError:
        return None
    doubt, others = meaning.reason, meaning.alternatives
    return DateMention(text=text[start:end], start=start, end=end, when=when, doubt=doubt, alternatives=others)


def doubted(mention: DateMention, doubt: str, *others: str) -> DateMention:
    """The mention, not certain, with further readings; an earlier doubt stays, as it says more."""
    alternatives = (*mention.alternatives, *others)
    return msgspec.structs.replace(mention, doubt=mention.doubt or doubt, alternatives=alternatives)
