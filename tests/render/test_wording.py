import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.speaking import speaking

from briefcli.domain.dates.typed import read_typed
from briefcli.domain.when import parse_when, when_of
from briefcli.render.wording import countdown, date_words, day_words, left_words, months_between
from briefcli.views.cell import Left, Nearness

DAYS = st.dates(date(1900, 1, 1), date(2198, 11, 1))
TODAY = date(2023, 5, 1)
FORMS = (
    "{first}", "{first}?", "{first}T09:30", "{first}T09:30/{first}T17:00", "{first}/{last}", "{first}/{last}?",
    "{first}T09:30/{last}T17:00", "{month}", "{month}?", "{week}", "../{first}", "../{month}", "{first}/..",
    "{month}/..", "unknown", "{first}/{first}T17:00", "../{first}T12:00", "../{week}", "{week}/..", "{first:%Y}",
    "../{first:%Y}", "{first:%Y}/..", "XXXX-{first:%m-%d}", "XXXX-{first:%m}", "XXXX-{first:%m-%d}?",
)  # fmt: skip


def test_a_date_in_words_is_as_exact_as_the_date() -> None:
    for text, words in [
        ("2023-06-15", "Thu 15 Jun 2023"),
        ("2023-06-15?", "Thu 15 Jun 2023 (not confirmed)"),
        ("2023-06-15T09:30", "Thu 15 Jun 2023, 09:30"),
        ("2023-06-15T09:30/2023-06-15T17:00", "Thu 15 Jun 2023, 09:30–17:00"),
        ("2023-06-15/2023-06-15T17:00", "Thu 15 Jun 2023, until 17:00"),
        ("2023-06-15/2023-06-16", "Thu 15 – Fri 16 Jun 2023"),
        ("2023-06-15T09:30/2023-06-16T17:00", "Thu 15 Jun 2023 09:30 – Fri 16 Jun 2023 17:00"),
        ("2023-06-15T09:30/2023-06-16", "Thu 15 Jun 2023 09:30 – Fri 16 Jun 2023"),
        ("2023-06-15/2023-06-16T17:00", "Thu 15 – Fri 16 Jun 2023, until 17:00"),
        ("2023-06-29/2023-07-01", "Thu 29 Jun – Sat 1 Jul 2023"),
        ("2023-12-31/2024-01-01", "Sun 31 Dec 2023 – Mon 1 Jan 2024"),
        ("2022-06-15/2023-06-15", "Wed 15 Jun 2022 – Thu 15 Jun 2023"),
        ("2023-06", "Jun 2023"),
        ("2023-06?", "Jun 2023 (not confirmed)"),
        ("2023-06/2023-08", "Jun – Aug 2023"),
        ("2023-12/2024-01", "Dec 2023 – Jan 2024"),
        ("2023-06-15/2023-07", "Jun – Jul 2023"),
        ("2023", "2023"),
        ("2023/2025", "2023–2025"),
        ("2023-06/2024", "2023–2024"),
        ("2023-W24", "week 24 of 2023"),
        ("2020-W53", "week 53 of 2020"),
        ("2025-W01", "week 1 of 2025"),
        ("2023-W24/2023-W26", "weeks 24–26 of 2023"),
        ("2023-06-15/2023-W26", "weeks 24–26 of 2023"),
        ("2023-W52/2024-W01", "week 52 of 2023 – week 1 of 2024"),
        ("../2023-06-15", "before Thu 15 Jun 2023"),
        ("../2023-06-15T12:00", "before Thu 15 Jun 2023, 12:00"),
        ("../2023-06-15?", "before Thu 15 Jun 2023 (not confirmed)"),
        ("../2023-06", "before the end of Jun 2023"),
        ("../2023-W24", "before the end of week 24 of 2023"),
        ("2023-06-15/..", "after Thu 15 Jun 2023"),
        ("2023-06/..", "after the start of Jun 2023"),
        ("2023?/..", "after the start of 2023 (not confirmed)"),
        ("XXXX-06-15", "15 Jun, year unknown"),
        ("XXXX-06", "Jun, year unknown"),
        ("XXXX-02-29?", "29 Feb, year unknown (not confirmed)"),
        ("unknown", "date unknown"),
    ]:
        assert date_words(parse_when(text)) == words


@pytest.mark.parametrize("language", ["en", "nl"])
@given(first=DAYS, days=st.integers(1, 400), form=st.sampled_from(FORMS))
def test_a_date_in_words_can_be_typed(language: str, first: date, days: int, form: str) -> None:
    year, week, _ = first.isocalendar()
    when = parse_when(
        form.format(first=first, last=first + timedelta(days), month=f"{first:%Y-%m}", week=f"{year}-W{week:02}")
    )
    with speaking(language):
        assert read_typed(date_words(when), TODAY, ahead=True) == when


def test_a_countdown_is_never_more_exact_than_its_date() -> None:
    for text, today, words in [
        ("2023-06-15", "2023-06-15", "today"),
        ("2023-06-15T23:00", "2023-06-15", "today"),
        ("2023-06-15", "2023-06-14", "tomorrow"),
        ("2023-06-15", "2023-06-16", "yesterday"),
        ("2023-06-15", "2023-06-01", "in 14 days"),
        ("2023-06-15", "2023-06-20", "5 days ago"),
        ("2024-01-01", "2023-12-31", "tomorrow"),
        ("2023-12-31", "2024-01-01", "yesterday"),
        ("2024-03-01", "2024-02-28", "in 2 days"),
        ("2023-03-01", "2023-02-28", "tomorrow"),
        ("2023-09-01", "2023-07-02", "in 61 days"),
        ("2023-09-01", "2023-07-01", "in 2 months"),
        ("2023-07-01", "2023-09-01", "2 months ago"),
        ("2025-06-14", "2023-06-15", "in 23 months"),
        ("2025-06-15", "2023-06-15", "in 2 years"),
        ("2023-06-15", "2026-11-23", "3 years ago"),
        ("2023-06-15/2023-06-16", "2023-06-15", "now, day 1 of 2"),
        ("2023-06-15/2023-06-16", "2023-06-16", "now, day 2 of 2"),
        ("2023-06-15/2023-06-16", "2023-06-17", "yesterday"),
        ("2023-06-15/2023-06-16", "2023-06-14", "tomorrow"),
        ("2023-W24", "2023-06-01", "in week 24 of 2023"),
        ("2023-W24", "2023-06-12", "this week"),
        ("2023-W24", "2023-06-18", "this week"),
        ("2023-W24", "2023-06-19", "in week 24 of 2023"),
        ("2023-W24", "2023-12-01", "5 months ago"),
        ("2023-W24/2023-W26", "2023-06-20", "in weeks 24–26 of 2023"),
        ("2023-06", "2023-05-31", "in Jun 2023"),
        ("2023-06", "2023-06-30", "this month"),
        ("2023-06", "2023-07-01", "in Jun 2023"),
        ("2023-06/2023-08", "2023-07-01", "in Jun – Aug 2023"),
        ("2023", "2023-06-01", "this year"),
        ("2023", "2022-06-01", "in 2023"),
        ("2023", "2024-06-01", "in 2023"),
        ("2023", "2026-06-01", "2 years ago"),
        ("../2023-06-15", "2023-06-01", "date unknown, before Thu 15 Jun 2023"),
        ("../2023-06-15", "2024-06-01", "date unknown, before Thu 15 Jun 2023"),
        ("2023-06-15/..", "2023-06-20", "date unknown, after Thu 15 Jun 2023"),
        ("XXXX-06-15", "2023-06-15", "date unknown"),
        ("unknown", "2023-06-15", "date unknown"),
    ]:
        assert countdown(parse_when(text), date.fromisoformat(today)) == words


@given(DAYS, DAYS)
def test_a_countdown_gives_the_number_of_days_between(day: date, today: date) -> None:
    words = countdown(when_of(day), today)
    distance = (day - today).days
    if found := re.fullmatch(r"in ([0-9]+) days", words):
        assert int(found[1]) == distance
    elif found := re.fullmatch(r"([0-9]+) days ago", words):
        assert int(found[1]) == -distance
    elif found := re.fullmatch(r"(?:in )?([0-9]+) (month|year)s(?: ago)?", words):
        length = {"month": 30.44, "year": 365.25}[found[2]]
        assert int(found[1]) == pytest.approx(abs(distance) / length, abs=1.1)
        assert ("ago" in words) == (distance < 0)
    else:
        assert {"today": 0, "tomorrow": 1, "yesterday": -1}[words] == distance


@given(DAYS)
def test_a_day_in_words_has_the_right_weekday(day: date) -> None:
    weekday, number, month, year = day_words(day).split()
    assert (weekday, month) == (f"{day:%a}", f"{day:%b}")
    assert (int(number), int(year)) == (day.day, day.year)


TODAY = date(2031, 3, 4)


@pytest.mark.parametrize(
    ("near", "days", "words"),
    [
        (Nearness.WEEK, 4, "in 4 days"),
        (Nearness.NOW, 1, "tomorrow"),
        (Nearness.NOW, 0, "today"),
        (Nearness.NOW, -1, "now"),
        (Nearness.NOW, None, "now"),
        (Nearness.LATER, 61, "in 61 days"),
        (Nearness.LATER, 62, "in 2 months"),
        (Nearness.LATE, -3, "3 days late"),
        (Nearness.LATE, -1, "1 day late"),
        (Nearness.LATE, -70, "2 months late"),
        (Nearness.LATE, -1200, "3 years late"),
        (Nearness.LATE, None, "late"),
        (Nearness.PAST, -1, "yesterday"),
        (Nearness.PAST, -5, "5 days ago"),
        (Nearness.PAST, None, ""),
        (Nearness.UNDATED, None, ""),
        (Nearness.DONE, 4, "done"),
        (Nearness.NOT_RECORDED, -40, "not recorded"),
    ],
)
def test_the_time_left_is_put_in_words(near: Nearness, days: int | None, words: str) -> None:
    day = None if days is None else TODAY + timedelta(days=days)
    assert left_words(Left(near, day, TODAY)) == words


@given(DAYS, DAYS)
def test_a_countdown_is_the_same_in_a_table_and_under_a_title(day: date, today: date) -> None:
    near = Nearness.PAST if day < today else Nearness.LATER
    assert left_words(Left(near, day, today)) == countdown(when_of(day), today)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [("2023-01-31", "2023-02-28", 0), ("2023-01-31", "2023-03-31", 2), ("2023-12-15", "2024-01-15", 1)],
)
def test_months_between_are_whole_months(start: str, end: str, months: int) -> None:
    assert months_between(date.fromisoformat(start), date.fromisoformat(end)) == months
