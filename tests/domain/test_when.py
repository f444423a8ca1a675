from datetime import date, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.examples import any_text

from briefcli.domain.when import Grain, When, WhenError, after, before, can_agree, parse_when, until, when_of

ALPHABET = "0123456789-/.:?TWX unknow"
DAYS = st.dates()
# Texts close to the notation, so that many of them can be parsed
NEARLY = st.from_regex(
    r"\A(\.\./)?([0-9]{4}|XXXX|20[0-3][0-9])(-W[0-5][0-9]|-[01][0-9](-[0-3][0-9](T[0-2][0-9]:[0-5][0-9])?)?)?\??"
    r"(/\.\.|/(20[0-3][0-9])(-[01][0-9](-[0-3][0-9])?)?\??)?\Z",
    alphabet=ALPHABET,
)


def test_each_notation_covers_its_possible_days() -> None:
    for text, grain, first, last in [
        ("2023-06-15", Grain.DAY, date(2023, 6, 15), date(2023, 6, 15)),
        ("2023-06-15/2023-06-16", Grain.DAY, date(2023, 6, 15), date(2023, 6, 16)),
        ("2023-06", Grain.MONTH, date(2023, 6, 1), date(2023, 6, 30)),
        ("2024-02", Grain.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-W24", Grain.WEEK, date(2023, 6, 12), date(2023, 6, 18)),
        ("2020-W53", Grain.WEEK, date(2020, 12, 28), date(2021, 1, 3)),
        ("2023", Grain.YEAR, date(2023, 1, 1), date(2023, 12, 31)),
        ("../2023-06-15", Grain.BEFORE, None, date(2023, 6, 14)),
        ("../2023-06-15T00:00", Grain.BEFORE, None, date(2023, 6, 14)),
        ("../0001-01-01", Grain.BEFORE, None, date(1, 1, 1)),
        ("../2023-06", Grain.BEFORE, None, date(2023, 6, 30)),
        ("2023-06-15/..", Grain.AFTER, date(2023, 6, 15), None),
        ("2023-06/2023-08", Grain.MONTH, date(2023, 6, 1), date(2023, 8, 31)),
        ("2023/2024", Grain.YEAR, date(2023, 1, 1), date(2024, 12, 31)),
        ("2023-06-15/2023-07", Grain.MONTH, date(2023, 6, 15), date(2023, 7, 31)),
        ("2023-W24/2023", Grain.YEAR, date(2023, 6, 12), date(2023, 12, 31)),
        ("XXXX-06-15", Grain.YEARLESS, None, None),
        ("XXXX-02-29", Grain.YEARLESS, None, None),
        ("XXXX-06", Grain.YEARLESS, None, None),
        ("unknown", Grain.UNKNOWN, None, None),
        ("../..", Grain.UNKNOWN, None, None),
        ("0001-01-01", Grain.DAY, date(1, 1, 1), date(1, 1, 1)),
        ("9999-12-31", Grain.DAY, date(9999, 12, 31), date(9999, 12, 31)),
    ]:
        when = parse_when(text)
        assert (when.grain, when.first, when.last, when.confirmed) == (grain, first, last, True)
        assert (when.from_time, when.to_time) == (None, None)


def test_a_time_belongs_to_its_end_of_the_range() -> None:
    assert parse_when("2023-06-15T09:30").from_time == time(9, 30)
    assert parse_when("2023-06-15T09:30:00").from_time == time(9, 30)
    both = parse_when("2023-06-15T09:30/2023-06-15T17:00")
    assert (both.from_time, both.to_time, both.is_range) == (time(9, 30), time(17), False)
    until_noon = parse_when("../2023-06-15T12:00")
    assert (until_noon.to_time, until_noon.last) == (time(12), date(2023, 6, 15))
    assert parse_when("2023-06-15T12:00/..").from_time == time(12)


@pytest.mark.parametrize(
    "text", ["2023-06-15?", "2023-06?", "2023-W24?", "2023?", "../2023-06-15?", "2023-06-15?/2023-06-16", "XXXX-06?"]
)
def test_a_question_mark_means_not_confirmed(text: str) -> None:
    when = parse_when(text)
    assert not when.confirmed
    assert when.first == parse_when(text.replace("?", "")).first


def test_an_invalid_date_is_refused_with_a_hint() -> None:
    for text, message, hint in [
        ("", "cannot be read as a date", "unknown"),
        ("soon", "cannot be read as a date", "2023-06-15"),
        ("Unknown", "cannot be read as a date", "unknown"),
        ("15-06-2023", "cannot be read as a date", "write the year first: 2023-06-15 for day 15"),
        ("05/01/2026", "cannot be read as a date", "2026-01-05 for day 5 of month 1"),
        ("5.1.2026", "cannot be read as a date", "2026-01-05 for day 5 of month 1"),
        ("06/15/2023", "cannot be read as a date", "write the year first: year-month-day"),
        ("2023/06/15", "cannot be read as a date", "write 2023-06-15"),
        ("2023-6-5", "cannot be read as a date", "write 2023-06-05"),
        ("2023-6-31", "cannot be read as a date", "write 2023-06-15, 2023-06-15/2023-06-16"),
        ("31-06-2023", "cannot be read as a date", "write the year first: year-month-day"),
        ("2023-02-30", "that month has 28 days", "2023-06-15"),
        ("2023-13-01", "there is no month 13", "2023-06-15"),
        ("2023-00", "there is no month 00", "2023-06-15"),
        ("2023-06-15T25:00", "there is no time 25:00", "2023-06-15"),
        ("2023-06-15T12:60", "there is no time 12:60", "2023-06-15"),
        ("2023-W53", "2023 has no week 53", "2023-W24"),
        ("2023-W00", "2023 has no week 00", "2023-W24"),
        ("XXXX-02-30", "does not exist", "2023-06-15"),
        ("XXXX", "does not exist", "2023-06-15"),
        ("0000-01-01", "does not exist", "2023-06-15"),
        ("2023-06-15T09:30:30", "cannot be read as a date", "2023-06-15"),
        ("2023-06-16/2023-06-15", "ends before it begins", "first day first"),
        ("2023-06-15T17:00/2023-06-15T09:00", "ends before it begins", "first day first"),
        ("2023-08/2023-06", "ends before it begins", "first day first"),
        ("XXXX-06-15/2023-06-16", "without a year", "2023-06-15"),
        ("2023-06-15/XXXX-06-16", "without a year", "2023-06-15"),
        ("../XXXX-06-15", "has no year", "2023-06-15"),
        ("2023-06-15/2023-06-16/2023-06-17", "cannot be read as a date", "2023-06-15"),
        ("२०२३-०६-१५", "cannot be read as a date", "2023-06-15"),
    ]:
        with pytest.raises(WhenError, match=r"^“") as refused:
            parse_when(text)
        assert message in str(refused.value)
        assert hint in str(refused.value.hint)


@given(st.one_of(any_text(), st.text(alphabet=ALPHABET, max_size=24), NEARLY))
@example("9999-W52")
@example("9999-W53")
@example("0001-W01")
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = parse_when(text)
    except WhenError:
        return
    again = parse_when(when.text)
    assert again == when
    if when.first and when.last:
        assert when.first <= when.last
    assert isinstance(when.sort_key, tuple)


@given(DAYS, DAYS, st.booleans())
def test_a_created_day_or_range_parses_back_to_itself(one: date, other: date, confirmed: bool) -> None:
    first, last = sorted((one, other))
    made = when_of(first, last, confirmed=confirmed)
    assert parse_when(made.text) == made
    assert (made.first, made.last, made.confirmed) == (first, last, confirmed)
    assert before(one, confirmed=confirmed).last == one - timedelta(days=1)
    assert until(one, confirmed=confirmed).last == one
    assert after(one, confirmed=confirmed).first == one
    assert before(one).grain is Grain.BEFORE
    assert after(one).grain is Grain.AFTER


def test_dates_sort_by_time_with_unknown_dates_last() -> None:
    in_order = [
        "../2023-06-01", "2023-06-14", "2023-06-15T09:00", "2023-06-15T13:30", "2023-07-01", "2023-07", "2024",
        "2024-02/..", "unknown",
    ]  # fmt: skip
    backwards = in_order[::-1]
    assert sorted(backwards, key=lambda text: parse_when(text).sort_key) == in_order
    assert parse_when("XXXX-06-15").sort_key == When.unknown().sort_key


@given(DAYS, DAYS, DAYS)
def test_days_left_past_and_running_follow_from_the_range(one: date, other: date, today: date) -> None:
    first, last = sorted((one, other))
    when = when_of(first, last)
    assert when.days_from(today) == (first - today).days
    assert when.is_past(today) == (last < today)
    assert when.is_running(today) == (first <= today <= last)
    for text in (str(one)[:7], str(one)[:4], f"../{one}", f"{one}/..", "XXXX-06-15", "unknown"):
        inexact = parse_when(text)
        assert (inexact.days_from(today), inexact.is_running(today)) == (None, False), text


@pytest.mark.parametrize(
    "text",
    ["2023-06", "2023-W24", "2023", "../2023-06-15", "2023-06-15/..", "2023-06-15/2023-07", "unknown", "XXXX-06-15"],
)
def test_an_inexact_date_has_no_countdown(text: str) -> None:
    when = parse_when(text)
    assert when.days_from(date(2023, 6, 1)) is None
    assert (when.day, when.final_day, when.is_range) == (None, None, False)
    assert not when.is_running(date(2023, 6, 15))


def test_a_date_is_past_only_after_its_last_possible_day() -> None:
    day = timedelta(days=1)
    for text in ("2023-06", "2023-W24", "2023", "../2023-06-15", "2023-06-15"):
        last = parse_when(text).last
        assert last is not None
        assert not parse_when(text).is_past(last)
        assert parse_when(text).is_past(last + day)
    assert not parse_when("2023-06-15/..").is_past(date.max)
    assert not parse_when("unknown").is_past(date.max)


def test_a_date_is_printed_in_its_notation() -> None:
    assert str(parse_when(" 2023-06-15? ")) == "2023-06-15?"
    assert str(parse_when("../..")) == "unknown"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2023-03-09", "2023-03", True),
        ("2023-03-09", "2023-03-09?", True),
        ("2023-03-09", "2023-W10", True),
        ("2023-03-09", "../2023-03-10", True),
        ("2023-03-09", "../2023-03-09", False),
        ("2023-03-09", "unknown", True),
        ("2023-03-09", "2023-03-10", False),
        ("2023-03-09", "2023-04", False),
        ("2023-03-09", "2023-03-10/..", False),
        ("2023-03-08/2023-03-10", "2023-03-09", True),
    ],
)
def test_two_dates_agree_if_they_share_a_possible_day(one: str, other: str, agree: bool) -> None:
    assert can_agree(map(parse_when, (one, other))) is agree
    assert can_agree(map(parse_when, (other, one))) is agree


def test_three_dates_agree_only_if_all_share_a_day() -> None:
    assert can_agree(())
    assert not can_agree(map(parse_when, ("2023-03", "2023-03-09", "2023-03-10")))
