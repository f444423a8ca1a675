"""Dates and countdowns in words, never more exact than what is known."""

from datetime import date

from briefcli.catalog import count, tr
from briefcli.domain.when import Grain, When, parse_when
from briefcli.views.model import Left, Near

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAYS_UNTIL_MONTHS = 61  # beyond it there are always two whole months
_MONTHS_UNTIL_YEARS = 24


def date_words(when: When) -> str:
    """The date as it is known: “Thu 15 – Fri 16 Jun 2023”, “before 15 Jun 2023”, “Jun 2023 (not confirmed)”."""
    known = _known(when)
    return known if when.confirmed else f"{known} ({tr('not confirmed')})"


def countdown(when: When, today: date) -> str:
    """How far off it is, seen from `today`: “in 14 days”, “in week 24”, “date unknown, before 15 Jun 2023”."""
    if when.grain in {Grain.UNKNOWN, Grain.YEARLESS}:
        return tr("date unknown")
    if when.grain in {Grain.BEFORE, Grain.AFTER}:
        return f"{tr('date unknown')}, {_known(when)}"
    if when.is_past(today) and when.last is not None:
        return _ago(when, today)
    if when.grain is not Grain.DAY:
        return _in_period(when, today)
    return _running(when, today) if when.is_running(today) else _ahead(when.first or today, today)


def left_words(left: Left) -> str:
    """Days left, or how late: “14 days”, “3 days late”, “done”."""
    if left.near is Near.DONE:
        return tr("done")
    if left.days is None:
        return {Near.NOW: tr("now"), Near.OVERDUE: tr("late")}.get(left.near, "")
    if left.near is Near.OVERDUE:
        return count("{n} day late", "{n} days late", -left.days)
    if left.days < 0:
        return tr("now") if left.near is Near.NOW else count("{n} day ago", "{n} days ago", -left.days)
    return tr("today") if left.days == 0 else count("{n} day", "{n} days", left.days)


def day_words(day: date) -> str:
    return f"{tr(WEEKDAYS[day.weekday()])} {day.day} {tr(MONTHS[day.month - 1])} {day.year}"


def _known(when: When) -> str:
    match when.grain:
        case Grain.DAY:
            return _days(when)
        case Grain.WEEK:
            return _weeks(when)
        case Grain.MONTH | Grain.YEAR:
            return _months(when)
        case Grain.BEFORE:
            return _bounded(when, tr("before {day}"), tr("before the end of {period}"))
        case Grain.AFTER:
            return _bounded(when, tr("after {day}"), tr("after the start of {period}"))
        case Grain.YEARLESS:
            return _yearless(when.text)
        case _:
            return tr("date unknown")


def _days(when: When) -> str:
    first, last = when.first, when.last
    if first is None or last is None:
        return when.text
    if first == last:
        return day_words(first) + _times(when)
    start = f"{tr(WEEKDAYS[first.weekday()])} {first.day}"
    if (first.year, first.month) != (last.year, last.month):
        start += f" {tr(MONTHS[first.month - 1])}"
    if first.year != last.year:
        start += f" {first.year}"
    if when.from_time or when.to_time:
        opening = f" {when.from_time:%H:%M}" if when.from_time else ""
        closing = f" {when.to_time:%H:%M}" if when.to_time else ""
        return f"{start}{opening} – {day_words(last)}{closing}"
    return f"{start} – {day_words(last)}"


def _times(when: When) -> str:
    if when.from_time is None:
        return f", {tr('until')} {when.to_time:%H:%M}" if when.to_time else ""
    end = f"–{when.to_time:%H:%M}" if when.to_time else ""
    return f", {when.from_time:%H:%M}{end}"


def _weeks(when: When) -> str:
    if when.first is None or when.last is None:
        return when.text
    (year, week, _), (last_year, last_week, _) = when.first.isocalendar(), when.last.isocalendar()
    if (year, week) == (last_year, last_week):
        return tr("week {week} of {year}").format(week=week, year=year)
    if year == last_year:
        return tr("weeks {week}–{last} of {year}").format(week=week, last=last_week, year=year)
    start = tr("week {week} of {year}").format(week=week, year=year)
    return f"{start} – {tr('week {week} of {year}').format(week=last_week, year=last_year)}"


def _months(when: When) -> str:
    first, last = when.first, when.last
    if first is None or last is None:
        return when.text
    if when.grain is Grain.YEAR:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    end = f"{tr(MONTHS[last.month - 1])} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = tr(MONTHS[first.month - 1])
    return f"{start} – {end}" if first.year == last.year else f"{start} {first.year} – {end}"


def _bounded(when: When, by_day: str, by_period: str) -> str:
    """The bound as exactly as it was written: a day, or the week, month or year that it closes or opens."""
    bound = parse_when(when.text.removeprefix("../").removesuffix("/.."))
    if bound.first is not None and bound.grain is Grain.DAY:
        time = f", {bound.from_time:%H:%M}" if bound.from_time else ""
        return by_day.format(day=day_words(bound.first) + time)
    return by_period.format(period=_known(bound))


def _yearless(text: str) -> str:
    known = " – ".join(_day_and_month(point) for point in text.split("/"))
    return tr("{day}, year unknown").format(day=known)


def _day_and_month(point: str) -> str:
    """`XXXX-06-15` as “15 Jun”, `XXXX-06` as “Jun”."""
    _, month, *day = point.strip("?").split("-")
    name = tr(MONTHS[int(month) - 1])
    return f"{int(day[0][:2])} {name}" if day else name


def _running(when: When, today: date) -> str:
    if when.first is None or when.last is None or when.first == when.last:
        return tr("today")
    day, days = (today - when.first).days + 1, (when.last - when.first).days + 1
    return tr("now, day {day} of {days}").format(day=day, days=days)


def _in_period(when: When, today: date) -> str:
    if when.first is not None and when.first <= today and "/" not in when.text:
        return {Grain.WEEK: tr("this week"), Grain.MONTH: tr("this month"), Grain.YEAR: tr("this year")}[when.grain]
    return tr("in {period}").format(period=_known(when))


def _ahead(day: date, today: date) -> str:
    days = (day - today).days
    if days == 1:
        return tr("tomorrow")
    if days <= _DAYS_UNTIL_MONTHS:
        return count("in {n} day", "in {n} days", days)
    months = months_between(today, day)
    if months < _MONTHS_UNTIL_YEARS:
        return count("in {n} month", "in {n} months", months)
    return count("in {n} year", "in {n} years", months // 12)


def _ago(when: When, today: date) -> str:
    last = when.last or today
    days = (today - last).days
    months = months_between(last, today)
    if months >= _MONTHS_UNTIL_YEARS:
        return count("{n} year ago", "{n} years ago", months // 12)
    if days > _DAYS_UNTIL_MONTHS and when.grain is not Grain.YEAR:
        return count("{n} month ago", "{n} months ago", months)
    if when.grain is not Grain.DAY:
        return tr("in {period}").format(period=_known(when))
    return tr("yesterday") if days == 1 else count("{n} day ago", "{n} days ago", days)


def months_between(start: date, end: date) -> int:
    """Whole months from `start` to `end`."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
