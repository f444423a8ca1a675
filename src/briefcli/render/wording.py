"""Dates and countdowns in words, never more exact than what is known.

Each form with words is one sentence of the catalog; days and months have the same order in both languages.
"""

from datetime import date, time

from briefcli.catalog import later_as, tr, tr_as
from briefcli.config import DATES, WORDS_OF, value_of
from briefcli.domain.when import Grain, When, parse_when
from briefcli.views.cell import Left, Nearness
from briefcli.views.labels import span_words

_DAYS_UNTIL_MONTHS = 61  # more days are always at least two whole months
_MONTHS_UNTIL_YEARS = 24

_MONTHS = (
    later_as("month", "Jan"), later_as("month", "Feb"), later_as("month", "Mar"), later_as("month", "Apr"),
    later_as("month", "May"), later_as("month", "Jun"), later_as("month", "Jul"), later_as("month", "Aug"),
    later_as("month", "Sep"), later_as("month", "Oct"), later_as("month", "Nov"), later_as("month", "Dec"),
)  # fmt: skip
_WEEKDAYS = (
    later_as("weekday", "Mon"), later_as("weekday", "Tue"), later_as("weekday", "Wed"), later_as("weekday", "Thu"),
    later_as("weekday", "Fri"), later_as("weekday", "Sat"), later_as("weekday", "Sun"),
)  # fmt: skip


def month_name(number: int) -> str:
    """The short name of a month, from 1 for January."""
    return tr_as("month", _MONTHS[number - 1])


def weekday_name(number: int) -> str:
    """The short name of a day of the week, from 0 for Monday."""
    return tr_as("weekday", _WEEKDAYS[number])


def date_words(when: When) -> str:
    """The date as it is known: “Thu 15 – Fri 16 Jun 2023”, “before 15 Jun 2023”, “Jun 2023 (not confirmed)”."""
    known = known_words(when)
    return known if when.confirmed else tr("{date} (not confirmed)", date=known)


def countdown(when: When, today: date) -> str:
    """How far off a date is, seen from `today`: “in 14 days”, “in week 24”, “date unknown, before 15 Jun 2023”."""
    if when.grain in {Grain.UNKNOWN, Grain.YEARLESS}:
        return tr("date unknown")
    if when.grain in {Grain.BEFORE, Grain.AFTER}:
        return tr("date unknown, {bound}", bound=known_words(when))
    if when.is_past(today) and when.last is not None:
        return _past(when, when.last, today)
    if when.grain is not Grain.DAY:
        return _in_period(when, today)
    return _running(when, today) if when.is_running(today) else _ahead(when.first or today, today)


def near_words(near: Nearness) -> str:
    return tr(WORDS_OF[near])


def left_words(left: Left) -> str:
    """The countdown in a cell of a table: “in 14 days”, “tomorrow”, “3 days late”, “done”."""
    if left.near in {Nearness.DONE, Nearness.NOT_RECORDED, Nearness.CALLED_OFF}:
        return near_words(left.near)
    if left.near is Nearness.LATE:
        return tr("{span} late", span=_span(left.day, left.today)) if left.day else near_words(left.near)
    if left.day is None:
        return tr("now") if left.near is Nearness.NOW else ""
    if left.day < left.today:
        return tr("now") if left.near is Nearness.NOW else _ago(left.day, left.today)
    return tr("today") if left.day == left.today else _ahead(left.day, left.today)


def day_words(day: date) -> str:
    """A day in words: “Thu 15 Jun 2023”, or 2023-06-15 if the user wants it so."""
    if value_of(DATES) == "iso":
        return day.isoformat()
    return f"{weekday_name(day.weekday())} {day.day} {month_name(day.month)} {day.year}"


def known_words(when: When) -> str:
    """The date without “(not confirmed)”, and with its time zone if that is not the one at home."""
    known = _known(when)
    return f"{known} ({when.zone})" if when.zone else known


def _known(when: When) -> str:
    first, last = when.first, when.last
    match when.grain:
        case Grain.BEFORE | Grain.AFTER:
            return _bound(when)
        case Grain.YEARLESS:
            return _yearless(when.text)
        case _ if first is None or last is None:
            return tr("date unknown")
        case Grain.DAY:
            return _days(when, first, last)
        case Grain.WEEK:
            return _weeks(first, last)
        case Grain.YEAR:
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        case _:
            return _months(first, last)


def _days(when: When, first: date, last: date) -> str:
    if first == last:
        return _one_day(when, day_words(first))
    if when.from_time:  # it separates the first day from the month and year of the last
        return f"{_at(first, when.from_time)} – {_at(last, when.to_time)}"
    return _one_day(when, f"{_start_of_range(first, last)} – {day_words(last)}")


def _at(day: date, hour: time | None) -> str:
    return f"{day_words(day)} {hour:%H:%M}" if hour else day_words(day)


def _start_of_range(first: date, last: date) -> str:
    """The first day of a range, without the month and year that it shares with the last day."""
    if first.year != last.year or value_of(DATES) == "iso":
        return day_words(first)
    day = f"{weekday_name(first.weekday())} {first.day}"
    return day if first.month == last.month else f"{day} {month_name(first.month)}"


def _one_day(when: When, day: str) -> str:
    if when.from_time is None:
        return tr("{day}, until {time}", day=day, time=f"{when.to_time:%H:%M}") if when.to_time else day
    hours = f"{when.from_time:%H:%M}–{when.to_time:%H:%M}" if when.to_time else f"{when.from_time:%H:%M}"
    return f"{day}, {hours}"


def _weeks(first: date, last: date) -> str:
    (year, week, _), (last_year, last_week, _) = first.isocalendar(), last.isocalendar()
    if (year, week) == (last_year, last_week):
        return tr("week {week} of {year}", week=week, year=year)
    if year == last_year:
        return tr("weeks {week}–{last} of {year}", week=week, last=last_week, year=year)
    return tr("week {week} of {year} – week {last} of {last_year}",
              week=week, year=year, last=last_week, last_year=last_year)  # fmt: skip


def _months(first: date, last: date) -> str:
    start, end = (f"{month_name(each.month)} {each.year}" for each in (first, last))
    if start == end:
        return end
    return f"{start if first.year != last.year else month_name(first.month)} – {end}"


def _bound(when: When) -> str:
    """“before 15 Jun 2023” or “after the start of Jun 2023”: as exact as it was written."""
    bound = parse_when(when.text.removeprefix("../").removesuffix("/.."))
    is_before = when.grain is Grain.BEFORE
    if bound.first is not None and bound.grain is Grain.DAY:
        day = _one_day(bound, day_words(bound.first))
        return tr("before {day}", day=day) if is_before else tr("after {day}", day=day)
    known = known_words(bound)
    return (
        tr("before the end of {period}", period=known) if is_before else tr("after the start of {period}", period=known)
    )


def _yearless(text: str) -> str:
    start, _, end = text.partition("/")
    known = " – ".join(map(_day_and_month, filter(None, (start, end))))
    return tr("{day}, year unknown", day=known)


def _day_and_month(point: str) -> str:
    """`XXXX-06-15` as “15 Jun”, `XXXX-06` as “Jun”."""
    _, month, *day = point.strip("?").split("-")
    name = month_name(int(month))
    return f"{int(day[0][:2])} {name}" if day else name


def _running(when: When, today: date) -> str:
    if when.first is None or when.last is None or when.first == when.last:
        return tr("today")
    day, days = (today - when.first).days + 1, (when.last - when.first).days + 1
    return tr("now, day {day} of {days}", day=day, days=days)


def _in_period(when: When, today: date) -> str:
    if when.first is not None and when.first <= today and "/" not in when.text:
        return {Grain.WEEK: tr("this week"), Grain.MONTH: tr("this month"), Grain.YEAR: tr("this year")}[when.grain]
    return tr("in {period}", period=known_words(when))


def _ahead(day: date, today: date) -> str:
    return tr("tomorrow") if (day - today).days == 1 else tr("in {span}", span=_span(today, day))


def _past(when: When, last: date, today: date) -> str:
    is_far = (today - last).days > _DAYS_UNTIL_MONTHS and when.grain is not Grain.YEAR
    if when.grain is Grain.DAY or is_far or months_between(last, today) >= _MONTHS_UNTIL_YEARS:
        return _ago(last, today)
    return tr("in {period}", period=known_words(when))


def _ago(day: date, today: date) -> str:
    return tr("yesterday") if (today - day).days == 1 else tr("{span} ago", span=_span(day, today))


def _span(start: date, end: date) -> str:
    """The time between two days: in days up to two months, in months up to two years, then in years."""
    days, months = (end - start).days, months_between(start, end)
    if days <= _DAYS_UNTIL_MONTHS:
        return span_words(days, "day")
    return span_words(months, "month") if months < _MONTHS_UNTIL_YEARS else span_words(months // 12, "year")


def months_between(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
