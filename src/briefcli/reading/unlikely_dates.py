"""Finds dates that exist but can hardly be meant: a year with a typo, a wrong weekday, an hour that the clocks skip."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.domain.due import DUTCH_WEEKDAYS
from briefcli.domain.texts import Passage, passages
from briefcli.domain.when import HOME, When, clock_changes
from briefcli.patterns import Pattern
from briefcli.reading import codes
from briefcli.reading.limits import MOST_MISTAKES
from briefcli.reading.lines import place_of
from briefcli.reading.yaml_places import Place, Places

if TYPE_CHECKING:
    from briefcli.domain.dates.parts import DateMention

_YEAR: Final = 366  # days
_ALWAYS: Final = 10_000 * _YEAR
_YEARS: Final = range(1800, 2200)  # that a figure or a meeting can have
# Numbers that contain a year
_NUMBERED: Final = Pattern(
    r"(?:(?P<house>(?:19|20)[0-9]{2})(?P<sort>[DZ])[0-9]{5}|TZ(?P<promise>20[0-9]{2}(?:0[1-9]|1[0-2]))-[0-9]+"
    r"|(?:COM|JOIN|SWD) ?\((?P<union>(?:19|20)[0-9]{2})\) ?[0-9]+)"
)
_SOME_WEEKS: Final = timedelta(days=62)
_PAPERS: Final = 250 * _YEAR  # age of a paper at a meeting: the States General began to number theirs in 1814


def unlikely_dates(agenda: Agenda) -> dict[str, str]:
    """What is strange about each unlikely date, by the path of its field."""
    return {**dict(_years(agenda)), **dict(_against_numbers(agenda)), **dict(_against_others(agenda))}


def _years(agenda: Agenda) -> Iterator[tuple[str, str]]:
    years = {f"figures[{number}].year": figure.year for number, figure in enumerate(agenda.figures)}
    meeting = (("when", agenda.when), ("moved_to", agenda.moved_to))
    years |= {name: when.first.year for name, when in meeting if when and when.first}
    for where, year in years.items():
        if year is not None and year not in _YEARS:
            yield where, tr("“{year}” is hardly a year", year=year)


def _against_others(agenda: Agenda) -> Iterator[tuple[str, str]]:
    meeting = agenda.held_when
    if meeting.first is None or meeting.last is None:
        return
    first, last = meeting.first.toordinal(), meeting.last.toordinal()
    for where, when, before, after in _dates(agenda):
        if when is None or when.first is None or when.last is None:
            continue
        if when.last.toordinal() < first - before or when.first.toordinal() > last + after:
            yield where, tr("this is {day}, years from its meeting of {meeting}", day=when, meeting=meeting)
    for number, promise in enumerate(agenda.commitments):
        made, due = promise.made, promise.due.when if promise.due else None
        if made and due and made.first and due.last and due.last < made.first:
            message = tr("this is due {day}, before it was made on {made}", day=due, made=made)
            yield f"commitments[{number}].due", message


def changing_clocks(agenda: Agenda) -> Iterator[str]:
    """The fields with a time, in the home zone, in the hour that a change of clocks repeats or skips."""
    fields: list[tuple[str, When | None]] = [("when", agenda.when), ("moved_to", agenda.moved_to)]
    fields += ((f"sessions[{number}].when", each.when) for number, each in enumerate(agenda.sessions))
    fields += ((where, when) for where, when, _, _ in _dates(agenda))
    return (where for where, when in fields if when and agenda.timezone in {None, HOME} and clock_changes(when))


def _dates(agenda: Agenda) -> Iterator[tuple[str, When | None, int, int]]:
    """The path and value of each date, and how many days before and after its meeting it may be."""
    for number, event in enumerate(agenda.events):
        yield f"events[{number}].when", event.when, _YEAR, _YEAR
    for number, deadline in enumerate(agenda.deadlines):
        yield f"deadlines[{number}].due", deadline.due.when if deadline.due else None, _YEAR, _ALWAYS
    for number, paper in enumerate(agenda.documents):
        yield f"documents[{number}].date", paper.date, _PAPERS, _YEAR
    for number, promise in enumerate(agenda.commitments):
        yield f"commitments[{number}].made", promise.made, 10 * _YEAR, _YEAR
        yield f"commitments[{number}].due", promise.due.when if promise.due else None, 10 * _YEAR, 10 * _YEAR


def _against_numbers(agenda: Agenda) -> Iterator[tuple[str, str]]:
    """Papers and commitments whose date does not fit the year in their number."""
    dated = [(f"documents[{number}].date", each.ref, each.date) for number, each in enumerate(agenda.documents)]
    dated += [(f"commitments[{number}].made", each.ref, each.made) for number, each in enumerate(agenda.commitments)]
    for where, ref, when in dated:
        if when and ref and (found := _NUMBERED.fullmatch(ref.strip())):
            first, last = _days_of(found)
            if (when.last and when.last < first) or (when.first and when.first > last):
                yield where, tr("this is {day}, which does not go with the number {number}", day=when, number=ref)


def _days_of(found: re.Match[str]) -> tuple[date, date]:
    """The first and last day on which a paper with this number can be written. A case (Z) goes on in the next year."""
    if found["promise"]:
        month = date(int(found["promise"][:4]), int(found["promise"][4:]), 1)
        return month - _SOME_WEEKS, month + _SOME_WEEKS
    year = int(found["house"] or found["union"])
    if found["union"]:
        return date(year, 1, 1), date(year, 12, 31) + _SOME_WEEKS
    return date(year - 1, 1, 1), date(year + (found["sort"] == "Z"), 12, 31)


def wrong_weekdays(agenda: Agenda, places: Places, text: str) -> list[Diagnostic]:
    """A warning for each day of the week that does not fit its date. A date without a year is near the meeting."""
    if "dag" not in text or not any(day in text.lower() for day in DUTCH_WEEKDAYS):
        return []  # asked first, as reading all dates is slow
    from briefcli.domain.dates.in_text import scan_dates
    from briefcli.domain.dates.settle import MISFIT

    misfit = re.compile(re.sub(r"\\{\w+\\}", r"\\w+", re.escape(tr(MISFIT))))  # the reason, in the user's language
    near = agenda.held_when.first or agenda.held_when.last
    found: list[Diagnostic] = []
    for passage in passages(agenda):
        if "dag" not in passage.text.lower():
            continue
        after = 0
        for mention in scan_dates(passage.text, near):
            if mention.reason and misfit.search(mention.reason) and len(found) <= MOST_MISTAKES:
                place, width, after = _spot(passage, mention, places, text, after)
                hint = tr("correct the day of the week or the date")
                words, reason = " ".join(mention.text.split()), mention.reason.rstrip(".")
                message = tr("“{words}”: {reason}", words=words, reason=reason)
                found.append(problem(place, codes.WEEKDAY, message, hint, width=width))
    return found


def _spot(passage: Passage, mention: "DateMention", places: Places, text: str, after: int) -> tuple[Place, int, int]:
    """The place and width of the words of a date, and the position in the file's text at which they end.

    The words are searched for from position `after` on, because the passage may be folded over lines in the file.
    """
    hit, node = None, places.node(passage.where)
    if node is not None and node.start_mark is not None and node.end_mark is not None:
        words = re.compile(r"\s+".join(map(re.escape, mention.text.split())))
        hit = words.search(text, max(after, node.start_mark.index), node.end_mark.index)
    if hit is None:  # not in the file, or written with an escape, as in "1\x35 juni"
        return *places.spot(passage.where), after
    first_line = hit[0].split("\n", 1)[0].rstrip()
    return place_of(text, hit.start()), len(first_line), hit.end()
