"""Dutch and English date expressions in running text, each with its place and its meaning in the notation of `when`.

A cheap pattern finds where a date can start, and a bounded pattern reads it there, so the time grows only with the
length of the text. In this order:

- `written.py` reads dates with a day, `figures.py` those in figures, `periods.py` weeks, months and quarters.
  `parts.py` and `words.py` hold what they are made of, `settle.py` says what a row of them means: years left out,
  ranges, impossible dates.
- `counted.py` reads what counts from the date of the text (`morgen`) or from another date, `named.py` what has a name
  (`Prinsjesdag`, `voor de zomer`).
- `timed.py` adds the times beside a date, which `clock.py` reads, and `hedge.py` finds the words that doubt it.
- `due_by.py` says by when something is due, `typed.py` reads what a person types.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from briefcli.catalog import later
from briefcli.domain.composed import read_seen
from briefcli.domain.dates.counted import counted_from
from briefcli.domain.dates.hedge import with_hedges, with_weeks
from briefcli.domain.dates.named import FEASTS, nth_day, read_breaks
from briefcli.domain.dates.parts import MAY_BE_OTHER_DAY, DateMention, Link, WrittenDate, doubted, link_of, mention_of
from briefcli.domain.dates.periods import NUMBER_STARTS, STARTS, days_of_week, read_periods
from briefcli.domain.dates.settle import settle
from briefcli.domain.dates.timed import with_times
from briefcli.domain.dates.words import NO_LETTER, lowered, regex
from briefcli.domain.dates.written import read_written
from briefcli.domain.when import When, when_of
from briefcli.patterns import beginnings

__all__ = ["DateMention", "date_of_text", "scan_dates"]

_MOST_LINKED: Final = 12
# A figure that is joined to another one before it (a telephone number, an amount) starts no date, nor does `F-16`; one
# after a time does (`2024-06-14T10:00/2024-06-14T12:00`).
# The pattern starts with the figure, for which Python searches quickly, and then looks back.
_FIGURE: Final = regex(
    r"[0-9](?<![\w+#=@].)(?<![0-9][-–.,:].)(?:(?<![0-9]/.)|(?<=[.:][0-9]{2}/.)(?=[0-9]{3}-|[0-9]?[-.][0-9]{1,2}[-.][0-9]{4}))"
    r"(?=[0-9]{3}[-/._\x20][0-9]|[0-9]{7}(?!\w)|[0-9]{5}(?!\w)|(?<![a-z]-.)[0-9]?(?![0-9]))"
)
_MONTH: Final = regex("MONTH")
# The words that a date can start with, and the character before them.
_WORD: Final = regex(rf"{NO_LETTER}(?:{beginnings((*STARTS, *FEASTS))}|{NUMBER_STARTS})")
_NEXT_DATE: Final = regex(
    r"(?P<link>LINK|\sop\s|(?P<wrapped>\x20?\n[-–—]\x20?))(?:(?:van|op|on)\s)?WEEKDAY_FIRST(?:MONTH )?(?=[0-9])"
)
# A dash that begins a line after a date is the bullet of a list, unless such a word comes before the date. Without it,
# the date after the dash may end a range, if no list begins above it or goes on below it.
_FROM: Final = regex(r"\b(?:van|vanaf|from) \Z")
_ITEM: Final = regex(r"(?:\A|\n)[\x20\t]{0,12}[-–—•*·][\x20\t][^\n]{0,60}\Z")
_GOES_ON: Final = regex(r"~:|[^\n]{0,80}\n[\x20\t]{0,12}[-–—•*·]")
_WRAPPED: Final = later("The second date is on the next line, after a dash; it may be an item of a list.")
# A figure alone, above a month with a capital, may belong to a title: in a Dutch sentence months have no capital.
_FIGURE_ABOVE: Final = regex(
    r"[0-9]{1,2}[\x20\t]{0,8}\r?\n\s{0,8}(?:Januari|Februari|Maart|Mei|Juni|Juli|Augustus|Oktober)\b"
)

_LABEL: Final = regex(
    r"(?m)^[\x20\t]{0,40}(?:datum(?:[\x20](?:nota|brief|stuk|document|van[\x20](?:het|de)[\x20]\w{3,12}))?|(?P<mail>verzonden|sent)"
    r"|opgesteld(?:[\x20]op)?|(?:vast|voor)gesteld(?:[\x20]d\.d\.)?)[\x20\t]{0,8}[:|]?\s{1,8}(?=\S)",
)
_NAME: Final = r"[A-Z][^\W\d_]{1,30}"
_PLACE: Final = regex(
    rf"(?m)^[\x20\t]{{0,40}}(?:(?:['’][sS][\x20-])?{_NAME}(?:[\x20-]{_NAME}){{0,2}},|Den[\x20]Haag)[\x20]{{1,3}}(?=\S)"
)
_HEADING: Final = regex(r"\A\s{0,40}(?=[0-9])")
_END_OF_LINE: Final = regex(r"[\x20\t]{0,8}\.?[\x20\t]{0,8}(?:\r|\n|\Z)")
_LONGEST_DATE: Final = 60


def scan_dates(text: str, written: date | None = None) -> list[DateMention]:
    """Every date expression in the text, in order and without overlap.

    `written` is the date of the text, by which relative expressions (`morgen`) and dates without a year are resolved.
    Without it, relative expressions are left out and dates without a year stay `XXXX-06-15` (a week: unknown).
    """
    return read_seen(text, lambda seen: _scan(seen, written))


def _scan(text: str, written: date | None) -> list[DateMention]:
    lower, slips = _with_figures(lowered(text))
    words = [found.start() for found in _WORD.finditer(f" {lower}")]  # the space is the character before the text
    dated = list(_with_days(text, lower, written))
    dated += filter(None, (mention_of(text, *each) for each in read_breaks(lower, words, written)))
    dated.sort(key=lambda mention: mention.start)
    mentions = sorted([*dated, *_without_days(text, lower, words, written, dated)], key=lambda mention: mention.start)
    mentions = [counted_from(text, lower, each) for each in mentions]
    nexts = [each.start for each in mentions[1:]]  # `vrijdag voor 12 juni` covers the earlier `vrijdag`
    mentions = [each for each, limit in zip(mentions, [*nexts, len(text)], strict=False) if each.end <= limit]
    mentions = with_hedges(text, lower, with_times(text, lower, with_weeks(text, lower, mentions)))
    is_slip = [any(each.start <= place < each.end for place in slips) for each in mentions]
    return [doubted(each, _LETTER) if slip else each for each, slip in zip(mentions, is_slip, strict=True)]


def date_of_text(text: str) -> When | None:
    """The day on which the text says that it was written; None if it does not say so, or not clearly.

    It says so by a label (`Datum`, `Verzonden`, `Vastgesteld`), by a first line that is only a date, or by a line
    with a place and a date (`Den Haag, 5 juni 2023`), in that order; of each kind the first clear day counts.
    """
    lines = (*_LABEL.finditer(lowered(text)), *_HEADING.finditer(text), *_PLACE.finditer(text))
    for found in lines:
        is_label, place = found.re is _LABEL, found.end()
        for each in scan_dates(text[place : place + _LONGEST_DATE])[:1]:
            day = each.when.day if each.start == 0 and each.certain and not each.when.is_range else None
            is_mail = is_label and found["mail"]  # only mail is dated with a time
            is_whole = is_label or _END_OF_LINE.match(text, place + each.end)
            if day and is_whole and (is_mail or each.when.from_time is None):
                return when_of(day)
    return None


def _with_days(text: str, lower: str, written: date | None) -> Iterator[DateMention]:
    end = 0
    for position in (found.start() for found in _FIGURE.finditer(lower)):
        if position < end:
            continue
        dates = _linked_dates(lower, position, end, written)
        if not dates:
            continue
        end = dates[-1].end
        for mention in filter(None, (mention_of(text, *each) for each in settle(lower, dates, written))):
            is_title = mention.certain and _FIGURE_ABOVE.match(text, mention.start)
            yield doubted(mention, MAY_BE_OTHER_DAY, mention.when.text[:7]) if is_title else mention


def _linked_dates(lower: str, position: int, floor: int, written: date | None) -> list[WrittenDate]:
    """The date that starts at `position`, with those that are linked to it (`30 juni – 2 juli 2023`)."""
    floor = max(floor, position - _LONGEST_DATE)
    first = read_written(lower, position, written, floor=floor)
    dates = [first] if first else []
    while 0 < len(dates) < _MOST_LINKED and (found := _NEXT_DATE.match(lower, dates[-1].end)):
        following = read_written(lower, found.end(), written, floor=floor)
        if following is None or following.start > found.end():
            break
        last, next_day = dates[-1], (following.month, following.days[0].number)
        night = ((last.month, last.days[-1].number + 1), (last.month % 12 + 1, 1))  # `3 juni 2024 op 4 juni`
        is_other_night = found["link"].strip() == "op" and ("\n" in found["link"] or next_day not in night)
        if is_other_night or (found["wrapped"] and last.year):
            break
        if found["wrapped"] and not _FROM.search(lower, floor, last.start):
            if len(dates) > 1 or _is_item(lower, floor, last, following):
                break
            following = replace(following, doubt=following.doubt or _WRAPPED)
        is_choice = found["link"].strip() == "/" and _MONTH.search(lower, dates[-1].start, dates[-1].end) is not None
        dates.append(following.tied(Link.OR if is_choice else link_of(found["link"])))
    return dates


def _is_item(lower: str, floor: int, last: WrittenDate, following: WrittenDate) -> bool:
    """Whether the date after a dash that begins a line is an item of a list, and cannot end a range."""
    if _ITEM.search(lower, floor, last.start) or _GOES_ON.match(lower, following.end):
        return True
    months, days = (following.month - last.month) % 12, following.days[0].number - last.days[0].number
    return len(last.days) > 1 or months > 1 or (months == 0 and days <= 0)


def _without_days(
    text: str, lower: str, words: Sequence[int], written: date | None, dated: Sequence[DateMention]
) -> Iterator[DateMention]:
    """Partial and relative dates in the text between those with a day (`dated`)."""
    starts, end = [*(each.start for each in dated), len(lower)], 0
    for position in words:
        at = bisect_right(starts, position)
        end = max(end, dated[at - 1].end) if at else end
        read = read_periods(lower, position, written) if position >= end else []
        if not read or read[-1][1] > starts[at]:
            continue
        limit = read[1][0] if read[1:] else starts[at]
        if exact := nth_day(lower, read[0]) or days_of_week(lower, read[0], end, limit):
            read = [exact, *read[1:]]
        end = read[-1][1]
        yield from filter(None, (mention_of(text, *each) for each in read))


# Letters that a scanner confuses with figures in a date: `l5 juni 2O24`, `10.OO uur`.
_FIGURES: Final = str.maketrans("lios", "1105")
# The pattern starts with the figure, for which Python searches quickly.
_MAY_SLIP: Final = regex("[0-9](?:(?<=[lios].)|(?=[lios]))")
_SLIP: Final = regex(
    r"(?<![\w.,:/-])(?P<plain>(?=[0-9lios]{2}(?:e|ste|de)?\s{1,3}MONTH)(?:[lio][0-9]|[0-3][lios])"
    r"|(?=[0-9lo]{1,2}(?P<mark>[-/.])[0-9lo]{1,2}(?P=mark)[0-9lo]{4}(?!\w))[0-9lo./-]{8,10}"
    r"|[0-9o]{1,2}[.:][0-9o]{2}(?=\s{0,3}(?:uur|u)(?!\w)|\s?[-–]))"
    r"|MONTH\s{1,3}(?P<year>[12l][0-9o][0-9lio]{2})(?!\w)"
)
_LETTER: Final = later("A letter in the date is read as a digit.")


def _with_figures(lower: str) -> tuple[str, list[int]]:
    """The text with figures instead of such letters, and the indexes of those letters."""
    places: list[int] = []

    def figures(found: re.Match[str]) -> str:
        start, stop = found.span("plain" if found["plain"] else "year")
        read = lower[start:stop].translate(_FIGURES)
        places.extend(start + at for at, sign in enumerate(read) if sign != lower[start + at])
        return lower[found.start() : start] + read + lower[stop : found.end()]

    return _SLIP.sub(figures, lower) if _MAY_SLIP.search(lower) else lower, places
