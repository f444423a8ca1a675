"""Counts how many days before a meeting its debates, written consultations and annotated agendas came in the record.

Only activities and papers whose subject names the meeting and its day are counted, so that nothing is guessed. A rule
such as “the Thursday before meeting” is fitted on some of them and scored on others.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from statistics import median, quantiles
from typing import Final

import msgspec

from briefcli.domain.due import MEETING_ANCHOR, WEEKDAYS, parse_due, resolve
from briefcli.domain.when import when_of
from briefcli.domain.workdays import Calendar
from briefcli.official.contents import Activity, ActivityForm, HousePaper
from briefcli.official.matching import FARTHEST
from briefcli.official.subjects import identity, meetings_named

FEW: Final = 5  # fewer cases than this say little about a spread
ANNOTATED: Final = "annotated agenda"
_ANNOTATED: Final = re.compile(r"\bgeannoteerde agenda'?s?\b", re.IGNORECASE)
_BODIES: Final = {"EU": "raad", "NATO": "navo"}
_FEWEST_YEARS: Final = 2
_EARLIER: Final = "7 days before meeting"  # the standard for meetings of NATO, and formerly also for councils
_RULES: Final = (
    *(f"the {day.capitalize()} before meeting" for day in WEEKDAYS[:5]),
    *(f"{days} days before meeting" for days in range(1, FARTHEST + 1)),
)

Name = tuple[frozenset[str], bool]  # of a meeting: its words, and whether it is informal


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One activity or paper, and the first day of the meeting that its subject names."""

    name: Name
    kind: str
    day: date
    meeting: date


class Practice(msgspec.Struct, frozen=True, kw_only=True):
    """How many days before the meetings of a series one kind of activity or paper came."""

    series: str
    kind: str
    n: int
    median: float
    low: int  # four in five came between `low` and `high` days before; with fewer than `FEW` cases, all did
    high: int


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """How well a rule gives the day."""

    rule: str
    n: int
    right: int  # how often it is the exact day
    off: float  # days, on average


def cases(activities: Iterable[Activity], papers: Iterable[HousePaper]) -> list[Case]:
    """A case for each meeting that is named by an activity that was held or is planned, or by an annotated agenda."""
    found = set[Case]()
    for activity in activities:
        if activity.prepares_meetings and activity.day:
            found.update(_cases(str(activity.form), activity.subject, activity.day, activity.committee.casefold()))
    for paper in papers:
        if paper.dated and _ANNOTATED.search(paper.title):
            found.update(_cases(ANNOTATED, _ANNOTATED.sub(" ", paper.title), paper.dated))
    return sorted(found, key=lambda each: (each.day, each.meeting, each.kind, sorted(each.name[0])))


def practice(found: Sequence[Case], series: Mapping[str, Collection[Name]], *, bodies: bool = True) -> list[Practice]:
    """The practice of each of our series, by the names of its meetings; with `bodies` also of all EU, and all NATO."""
    groups = {name: [each for each in found if each.name in names] for name, names in series.items()}
    if bodies:
        groups |= {body: [each for each in found if word in each.name[0]] for body, word in _BODIES.items()}
    told: list[Practice] = []
    for name, group in groups.items():
        for kind in (str(ActivityForm.DEBATE), str(ActivityForm.CONSULTATION), ANNOTATED):
            days = sorted((each.meeting - each.day).days for each in group if each.kind == kind)
            spread = days if len(days) < FEW else quantiles(days, n=10, method="inclusive")
            if days:
                low, high, middle = round(spread[0]), round(spread[-1]), float(median(days))
                told.append(Practice(series=name, kind=kind, n=len(days), median=middle, low=low, high=high))
    return told


def held_out(found: Sequence[Case]) -> list[Score]:
    """The score of a rule for debates before EU councils, and of the earlier standard. Empty with too few years.

    The rule is scored on each year after it was fitted on the other years.
    """
    councils = [each for each in found if _BODIES["EU"] in each.name[0] and each.kind == ActivityForm.DEBATE]
    years = sorted({each.day.year for each in councils})
    if len(years) < _FEWEST_YEARS:
        return []
    scores = list[Score]()
    for year in years:
        rule = fitted([each for each in councils if each.day.year != year])
        scores.append(score(rule, [each for each in councils if each.day.year == year]))
    n, right = sum(each.n for each in scores), sum(each.right for each in scores)
    off = round(sum(each.off * each.n for each in scores) / n, 1)
    rules = " / ".join(dict.fromkeys(each.rule for each in scores))
    return [Score(rule=rules, n=n, right=right, off=off), score(_EARLIER, councils)]


def fitted(found: Sequence[Case]) -> str:
    """The rule that gives the exact day most often; among equals, the one with the smallest average error."""
    return min((score(rule, found) for rule in _RULES), key=lambda each: (-each.right, each.off)).rule


def score(rule: str, found: Sequence[Case]) -> Score:
    """Score a rule, in the notation of `due`, on these cases."""
    off = [abs((each.day - told).days) for each in found if (told := _day_by(rule, each.meeting))]
    return Score(rule=rule, n=len(found), right=off.count(0), off=round(sum(off) / len(off), 1) if off else 0.0)


@cache  # a rule is scored on the same meetings for every year that is held out
def _day_by(rule: str, meeting: date) -> date | None:
    """The day that a rule gives for a meeting."""
    return resolve(parse_due(rule), {MEETING_ANCHOR: when_of(meeting)}, Calendar()).day


def _cases(kind: str, subject: str, day: date, committee: str = "") -> Iterator[Case]:
    """A case for each meeting of a council or of NATO that a subject names with its day."""
    for part in meetings_named(subject, day):
        words = identity(part.words, committee)
        first = part.when.first if part.when and part.is_dated else None
        if first and 0 <= (first - day).days <= FARTHEST and words & set(_BODIES.values()) and len(words) > 1:
            yield Case(name=(words, part.is_informal), kind=kind, day=day, meeting=first)
