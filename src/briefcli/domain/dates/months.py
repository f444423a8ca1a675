"""Months, quarters and halves of a year, also several that share a year: `mei, juni en juli 2023`, `Q1 t/m Q3 2024`.

What follows on each other is one stretch, other ones stand apart, and a choice (`juni of juli 2023`) is not made.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.dates.days import LINK, Link, link_of
from briefcli.domain.dates.mention import Meaning, Partial
from briefcli.domain.dates.settle import BACKWARDS, CHOICE, FROM_NEIGHBOUR
from briefcli.domain.dates.words import ITS_YEAR, MONTH, MONTHS, NO_WORD_AFTER, SPACE, month_number
from briefcli.domain.dates.written import SHIFTED_YEAR, end_with_year, stated_year, year_of
from briefcli.domain.when import UNKNOWN

PARTS: Final = ("begin", "half", "medio", "midden", "eind", "einde", "ultimo", "primo", "in de loop")
PART: Final = "|".join(PARTS).replace(" ", SPACE)
PART_LETTERS: Final = frozenset(part[0] for part in PARTS)
ORDINALS: Final = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip

_LENGTHS: Final = {"kwartaal": 3, "quarter": 3, "helft": 6, "halfjaar": 6, "half": 6}
_YEAR: Final = rf"(?:{ITS_YEAR}|,?{SPACE}{SHIFTED_YEAR})"
_PART: Final = rf"(?:(?:{PART}){SPACE}(?:van{SPACE})?)?"
_MONTH: Final = rf"{_PART}(?P<month>{MONTH})"
_QUARTER: Final = rf"{_PART}(?:[qk](?P<q>[1-4])|h(?P<half_year>[12]))"
_ORDINAL: Final = (
    rf"{_PART}(?:het{SPACE}|de{SPACE})?(?:(?P<word>{'|'.join(ORDINALS)})|(?P<number>[1-4])(?:e|ste|de))"
    rf"(?:{SPACE}(?P<noun>kwartaal|quarter|helft|halfjaar|half(?={SPACE}(?:jaar|of|[12][0-9]{{3}})))"
    rf"(?:(?<=half){SPACE}jaar|(?:(?<=half)|(?<=quarter)){SPACE}of(?={SPACE}[12]))?)?"
)
MONTH_LETTERS: Final = frozenset(name[0] for name in MONTHS)
# Each with the letters that it can begin with
_FORMS: Final = tuple(
    (PART_LETTERS | letters, re.compile(rf"{form}(?:{_YEAR}|{NO_WORD_AFTER})"))
    for letters, form in ((MONTH_LETTERS, _MONTH), (frozenset("qkh"), _QUARTER), (frozenset("hdetvfs1234"), _ORDINAL))
)
_DAY_BEFORE: Final = re.compile(
    r"(?:[0-9]{1,2}\.|\b(?:eerste|(?:twee|der|vier|vijf|zes|zeven|negen|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|ach|negen)tien)de"
    r"|achtste|(?:\w{2,6}(?:en|ën))?(?:twin|der)tigste))\s{1,8}\Z"
)
_MAY_HAVE_DAY: Final = later("What stands before the month may be its day.")
_LINK: Final = re.compile(LINK)
_BETWEEN_BEFORE: Final = re.compile(r"\btussen\s{1,3}(?:het\s{1,3})?\Z")
_MOST: Final = 12


class _Item(msgspec.Struct, frozen=True, kw_only=True):
    """One of them as it is written; `noun` is empty where a later one says it (`eerste en tweede kwartaal`)."""

    start: int
    end: int
    number: int
    noun: str
    year: int | None
    reason: str | None = None


class _MonthRange(msgspec.Struct, frozen=True, kw_only=True):
    """Months, counted from the year 0, with the first and the one behind the last."""

    start: int
    end: int
    first: int
    behind: int
    reason: str | None

    @property
    def meaning(self) -> Meaning:
        if self.behind <= self.first:
            return Meaning(edtf=UNKNOWN, reason=BACKWARDS)
        first, last = _month_text(self.first), _month_text(self.behind - 1)
        return Meaning(edtf=first if first == last else f"{first}/{last}", reason=self.reason)


def read_row(lower: str, position: int, written: date | None) -> list[Partial]:
    """The months or the like that begin at `position` and have a year; none where they have not."""
    for letters, form in _FORMS:
        first = form.match(lower, position) if lower[position] in letters else None
        if first is None or _stands_alone(first):
            continue
        items, links = _items(form, lower, position, written)
        if not items:
            continue
        if links and links[0] is Link.AND and _BETWEEN_BEFORE.search(lower[max(0, position - 16) : position]):
            links[0] = Link.THROUGH
        items = _complete(items, links)
        if any(item.number * _LENGTHS.get(item.noun, 1) > 12 for item in items):
            return []  # a year has no third half
        return [(span.start, span.end, span.meaning) for span in _ranges(_with_doubt(lower, items), links)]
    return []


def _with_doubt(lower: str, items: list[_Item]) -> list[_Item]:
    """`tiende juni 2024`, `10. Juni 2024`: the day may stand before the month in another form."""
    start = items[0].start
    if items[0].noun != "month" or _DAY_BEFORE.search(lower, max(0, start - 24), start) is None:
        return items
    return [msgspec.structs.replace(items[0], reason=items[0].reason or _MAY_HAVE_DAY), *items[1:]]


def _stands_alone(found: re.Match[str]) -> bool:
    """Whether neither a year nor a link to a next one follows: so stand most months in a text."""
    return year_of(found) is None and found["shift"] is None and not _LINK.match(found.string, found.end())


def _items(form: re.Pattern[str], lower: str, position: int, written: date | None) -> tuple[list[_Item], list[Link]]:
    """Those that stand in a row, up to the last one with a year, or the end of a range that such a one begins."""
    items, links = list[_Item](), list[Link]()
    while len(items) < _MOST and (found := form.match(lower, position)):
        items.append(_item(found, written))
        if not (link := _LINK.match(lower, items[-1].end)):
            break
        links.append(link_of(link[0]))
        position = link.end()
    kept = max((place for place, item in enumerate(items, 1) if item.year is not None), default=0)
    if 0 < kept < len(items) and links[kept - 1] is Link.THROUGH and items[kept].noun:
        kept += 1
    # A quarter or a half is named at least once, by the last.
    return (items[:kept], links[: kept - 1]) if kept and items[kept - 1].noun else ([], [])


def _item(found: re.Match[str], written: date | None) -> _Item:
    groups = found.groupdict()
    end, doubt = end_with_year(found)
    return _Item(
        start=found.start(),
        end=end,
        number=_number(groups),
        noun=_noun(groups),
        year=stated_year(found, written),
        reason=doubt,
    )


def _noun(groups: dict[str, str | None]) -> str:
    if groups.get("month"):
        return "month"
    if groups.get("q"):
        return "kwartaal"
    return "helft" if groups.get("half_year") else groups["noun"] or ""


def _number(groups: dict[str, str | None]) -> int:
    if month := groups.get("month"):
        return month_number(month)
    if word := groups.get("word"):
        return ORDINALS[word]
    return int(groups.get("q") or groups.get("half_year") or groups.get("number") or 0)


def _complete(items: list[_Item], links: Sequence[Link]) -> list[_Item]:
    """Each with the noun and the year of the next one, and the end of a range with the year of its beginning."""
    last = len(items) - 1
    if items[last].year is None:
        items[last] = _after(items[last], items[last - 1])
    for index in range(last - 1, -1, -1):
        items[index] = _before(items[index], items[index + 1], links[index])
    return items


def _before(item: _Item, following: _Item, link: Link) -> _Item:
    noun = item.noun or following.noun
    if item.year is not None or following.year is None:
        return msgspec.structs.replace(item, noun=noun)
    is_in_order = item.number <= following.number or noun != following.noun
    reason = following.reason or (None if is_in_order or link is Link.THROUGH else FROM_NEIGHBOUR)
    return msgspec.structs.replace(item, noun=noun, year=following.year - (not is_in_order), reason=reason)


def _after(item: _Item, previous: _Item) -> _Item:
    year = previous.year
    if year is not None and item.noun == previous.noun and item.number < previous.number:
        year += 1
    return msgspec.structs.replace(item, year=year, reason=previous.reason)


def _ranges(items: Sequence[_Item], links: Sequence[Link]) -> Iterator[_MonthRange]:
    joined = _range(items[0])
    for item, link in zip(items[1:], links, strict=True):
        span = _range(item)
        if link is Link.THROUGH or (link is Link.AND and joined.behind == span.first):
            joined = msgspec.structs.replace(
                joined, end=span.end, behind=span.behind, reason=joined.reason or span.reason
            )
            continue
        if link is Link.OR:
            joined, span = _open(joined), _open(span)
        yield joined
        joined = span
    yield joined


def _range(item: _Item) -> _MonthRange:
    length = _LENGTHS.get(item.noun, 1)
    first = (item.year or 0) * 12 + (item.number - 1) * length
    return _MonthRange(start=item.start, end=item.end, first=first, behind=first + length, reason=item.reason)


def _open(span: _MonthRange) -> _MonthRange:
    return msgspec.structs.replace(span, reason=span.reason or CHOICE)


def _month_text(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"
