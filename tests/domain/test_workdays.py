"""Working days, checked against the law, the `holidays` package as independent judge, and the decrees."""

from datetime import date, timedelta

import holidays as judge
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefcli.domain.workdays import (
    BY_DECREE,
    DECREED_DAYS,
    DECREED_YEARS,
    RECESSES,
    Calendar,
    Recess,
    day_off,
    holidays,
    shift,
    skipped,
    workday_by,
    years_without_decree,
)

PLAIN = Calendar()
YEARS = range(1990, 2051)
DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))


def test_holidays_agree_with_the_holidays_package() -> None:
    """The judge lists the days off of shops and schools. Its three differences from the law are spelled out."""
    of_all_years = judge.country_holidays("NL", years=YEARS, categories=("public", "optional"))
    for year in YEARS:
        judged = {day for day in of_all_years if day.year == year}
        easter = next(day for day, name in holidays(year).items() if "Easter Monday" in name) - timedelta(days=1)
        sundays = {easter, easter + timedelta(days=49)}  # Easter and Whit Sunday: article 3 leaves Sundays out
        every_fifth_of_may = {date(year, 5, 5)}  # the judge has it every five years, article 3(1) every year
        good_friday = {easter - timedelta(days=2)}  # article 3(2); the judge counts it as optional in some editions
        assert set(holidays(year)) == (judged - sundays) | every_fifth_of_may | good_friday


def test_the_holidays_package_has_5_may_only_every_five_years() -> None:
    """If the judge changes its rule for 5 May, the comparison above must change too."""
    assert date(2025, 5, 5) in judge.country_holidays("NL", years=2025)
    assert date(2023, 5, 5) not in judge.country_holidays("NL", years=2023)


@pytest.mark.parametrize(
    ("year", "day", "name"),
    [
        (2013, date(2013, 4, 30), "Queen's Day"),
        (2006, date(2006, 4, 29), "Queen's Day"),  # 30 April was a Sunday
        (2014, date(2014, 4, 26), "King's Day"),  # 27 April was a Sunday, in its very first year
        (2015, date(2015, 4, 27), "King's Day"),
        (2025, date(2025, 4, 26), "King's Day"),
        (2031, date(2031, 4, 26), "King's Day"),
    ],
)
def test_kings_day_and_queens_day_are_never_on_a_sunday(year: int, day: date, name: str) -> None:
    assert [each for each, known in holidays(year).items() if name in known] == [day]


def test_two_holidays_on_one_day_keep_both_names() -> None:
    assert holidays(2016)[date(2016, 5, 5)] == "Liberation Day, Ascension Day"
    assert len(holidays(2016)) == 8


def test_every_fifth_of_may_is_a_day_off() -> None:
    assert [year for year in YEARS if "Liberation Day" not in holidays(year)[date(year, 5, 5)]] == []


def test_decreed_days_are_weekdays_beside_a_holiday() -> None:
    for day in DECREED_DAYS:
        assert day.weekday() < 5
        assert day not in holidays(day.year)
        assert any(
            neighbour in holidays(neighbour.year) for neighbour in (day - timedelta(days=1), day + timedelta(days=1))
        )
        assert day_off(day, PLAIN) == BY_DECREE


def test_each_decree_includes_the_friday_after_ascension_day() -> None:
    for year in DECREED_YEARS:
        ascension = next(day for day, name in holidays(year).items() if "Ascension" in name)
        assert ascension + timedelta(days=1) in DECREED_DAYS


def test_years_without_a_built_in_decree_are_listed() -> None:
    assert years_without_decree(date(2021, 12, 30), date(2023, 1, 2)) == [2021, 2022]
    assert years_without_decree(date(2023, 6, 15), date(2023, 6, 1)) == []


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2023, 6, 15), -5, date(2023, 6, 8)),
        (date(2023, 6, 5), -5, date(2023, 5, 26)),  # Whit Monday and a weekend on the way
        (date(2023, 5, 22), -2, date(2023, 5, 16)),  # Ascension Day and the decreed Friday
        (date(2024, 2, 28), 2, date(2024, 3, 1)),  # over a leap day
        (date(2023, 2, 28), 1, date(2023, 3, 1)),
        (date(2024, 12, 24), 1, date(2024, 12, 30)),  # both Christmas days, the decreed 27th, a weekend
        (date(2024, 12, 31), 1, date(2025, 1, 2)),
        (date(2025, 1, 2), -1, date(2024, 12, 31)),
        (date(2023, 3, 24), 1, date(2023, 3, 27)),  # the clock goes forward that Sunday
        (date(2023, 10, 27), 1, date(2023, 10, 30)),  # and back that one
        (date(2023, 6, 17), 0, date(2023, 6, 17)),
    ],
)
def test_counting_skips_weekends_and_holidays(start: date, count: int, end: date) -> None:
    assert shift(start, count, PLAIN) == end


@given(DAYS, st.integers(-300, 300).filter(bool))
def test_a_count_ends_on_a_working_day_and_skips_days_off(start: date, count: int) -> None:
    end = shift(start, count, PLAIN)
    assert day_off(end, PLAIN) is None
    first, last = sorted((start, end))
    inside = [first + timedelta(days=n) for n in range(1, (last - first).days)]
    off = dict(skipped(start, end, PLAIN))
    assert sum(day not in off for day in inside) == abs(count) - 1
    assert all(day_off(day, PLAIN) == reason for day, reason in off.items())


@given(DAYS.filter(lambda day: day_off(day, PLAIN) is None), st.integers(1, 300))
def test_counting_forth_and_back_returns_to_the_same_working_day(day: date, count: int) -> None:
    assert shift(shift(day, count, PLAIN), -count, PLAIN) == day


def test_settings_add_days_off_with_their_name() -> None:
    closed = Calendar(days_off={date(2023, 6, 14): "Ministry closed"})
    assert day_off(date(2023, 6, 14), closed) == "Ministry closed"
    assert shift(date(2023, 6, 15), -5, closed) == date(2023, 6, 7)


def test_a_recess_is_named_and_is_no_day_off() -> None:
    own = Calendar(recesses=(Recess(date(2031, 7, 4), date(2031, 9, 1), "Zomerreces 2031"),))
    assert own.recess_on(date(2031, 7, 4)) == own.recess_on(date(2031, 9, 1)) == "Zomerreces 2031"
    assert own.recess_on(date(2031, 9, 2)) is None
    assert own.recess_on(date(2023, 7, 7)) == "Zomerreces 2023"
    assert day_off(date(2031, 7, 4), own) is None
    assert all(recess.first < recess.last for recess in RECESSES)


def test_the_last_working_day_by_a_day_may_be_that_day() -> None:
    for day, last in [(date(2031, 3, 7), 7), (date(2031, 3, 8), 7), (date(2031, 3, 9), 7), (date(2031, 3, 10), 10)]:
        assert workday_by(day, Calendar()) == date(2031, 3, last)
    assert workday_by(date.min, Calendar()) == date.min  # a holiday, with nothing before it


def test_counting_beyond_the_calendar_raises_an_overflow_error() -> None:
    with pytest.raises(OverflowError):
        shift(date(9999, 12, 20), 30, PLAIN)
    with pytest.raises(OverflowError):
        shift(date(1, 1, 5), -30, PLAIN)
