"""Relative due dates: which notations are accepted, and that a result is only as exact as its anchor."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import any_text

from briefcli.domain.due import LARGEST_COUNT, Due, Side, Unit, parse_due, resolve
from briefcli.domain.vocabulary import plain_name
from briefcli.domain.when import Grain, When, WhenError, parse_when
from briefcli.domain.workdays import Calendar, day_off

PLAIN = Calendar()


def _resolved(due: str, meeting: str) -> str:
    return resolve(parse_due(due), {"meeting": parse_when(meeting)}, PLAIN).text


@pytest.mark.parametrize(
    ("due", "meeting", "date_"),
    [
        ("5 workdays before meeting", "2023-06-15/2023-06-16", "2023-06-08"),
        ("14 days before meeting", "2023-06-15/2023-06-16", "2023-06-01"),
        ("14 days before vergadering", "2023-06-15/2023-06-16", "2023-06-01"),
        ("10 days after meeting", "2023-06-15/2023-06-16", "2023-06-26"),
        ("2 weeks before meeting", "2023-06-15", "2023-06-01"),
        ("1 month before meeting", "2024-03-31", "2024-02-29"),
        ("1 month before meeting", "2023-03-31", "2023-02-28"),
        ("1 month after meeting", "2023-12-31", "2024-01-31"),
        ("1 workday after meeting", "2023-12-29", "2024-01-02"),
        ("before meeting", "2023-06-15/2023-06-16", "../2023-06-15"),
        ("after meeting", "2023-06-15/2023-06-16", "2023-06-16/.."),
        ("on meeting", "2023-06-15/2023-06-16", "2023-06-15/2023-06-16"),
        ("the Friday before meeting", "2023-06-15", "2023-06-09"),
        ("the Friday before meeting", "2023-06-16", "2023-06-09"),  # a Friday itself: the previous Friday
        ("monday after meeting", "2023-06-15/2023-06-16", "2023-06-19"),
        ("5 days before meeting", "2023-06-15T09:30", "2023-06-10"),
        ("5 days before meeting", "2023-06-15?", "2023-06-10?"),
        ("2023-06-05", "unknown", "2023-06-05"),
        ("before 2023-06-05", "unknown", "../2023-06-05"),
        ("vóór 2023-06-05", "unknown", "../2023-06-05"),
        ("before 2023-06", "unknown", "../2023-06-01"),
        ("after 2023-06", "unknown", "2023-06-30/.."),
        ("na 2023-06-05", "unknown", "2023-06-05/.."),
        ("op 2023-06-05", "unknown", "2023-06-05"),
    ],
)
def test_a_due_date_is_counted_from_a_known_day(due: str, meeting: str, date_: str) -> None:
    assert _resolved(due, meeting) == date_


def test_case_and_spaces_in_the_name_of_an_anchor_are_ignored() -> None:
    for typed, id_ in (
        ("before Side  Meeting", "side-meeting"),
        ("before -", "-"),
        ("before side meeting", "side  meeting"),
    ):
        assert parse_due(typed).anchor == plain_name(id_) != ""


@pytest.mark.parametrize(
    ("typed", "anchor"),
    [
        ("3 days before the vote", "vote"), ("before de stemming", "stemming"), ("2 dagen na het debat", "debat"),
        ("5 werkdagen voor de vergadering", "meeting"), ("before de nota", "de nota"), ("before the note", "the note"),
    ],
)  # fmt: skip
def test_an_article_is_left_out_before_a_known_kind_alone(typed: str, anchor: str) -> None:
    assert parse_due(typed).anchor == anchor


def test_a_due_date_is_no_more_exact_than_its_anchor() -> None:
    for due, meeting, date_ in [
        ("2 weeks before meeting", "2023-W24", "2023-W22"),
        ("5 workdays before meeting", "2023-W24", "2023-W23/2023-W24"),
        ("14 days before meeting", "2023-06", "2023-05/2023-06"),
        ("1 month before meeting", "2023-06", "2023-05"),
        ("10 days after meeting", "2023", "2023/2024"),
        ("2 weeks before meeting", "2023-W02", "2022-W52"),
        ("14 days before meeting", "2023-06?", "2023-05/2023-06?"),
        ("14 days before meeting", "../2023-06-15", "../2023-06-01"),
        ("10 days after meeting", "../2023-06-15", "../2023-06-25"),
        ("14 days before meeting", "../2023-06-15T12:00", "../2023-06-02"),
        ("14 days before meeting", "2023-06-16/..", "2023-06-02/.."),
        ("before meeting", "2023-06", "2023-06"),
        ("after meeting", "2023-06", "2023-06-01/.."),
        ("before meeting", "../2023-06-15", "../2023-06-14"),
        ("after meeting", "../2023-06-15", "unknown"),
        ("before meeting", "2023-06-15/..", "unknown"),
        ("14 days before meeting", "unknown", "unknown"),
        ("14 days before meeting", "XXXX-06-15", "unknown"),
        ("14 days before elsewhere", "2023-06-15", "unknown"),
        ("3000 days before meeting", "0001-01-05", "unknown"),
        ("3 months before meeting", "0001-01-05", "unknown"),
        ("3000 workdays after meeting", "9999-12-05", "unknown"),
    ]:
        assert _resolved(due, meeting) == date_


@pytest.mark.parametrize("text", ["5 workdays before meeting", "before side-meeting", "the Friday before meeting"])
def test_a_due_date_keeps_its_original_text(text: str) -> None:
    assert parse_due(f"  {text} ").text == text


def test_a_due_date_is_parsed_into_its_parts() -> None:
    assert parse_due("5 Workdays BEFORE Side-Meeting") == Due(
        text="5 Workdays BEFORE Side-Meeting", side=Side.BEFORE, anchor="side meeting", count=5, unit=Unit.WORKDAY
    )


@pytest.mark.parametrize(
    "text",
    [
        "soon", "5 workdays", "before", "5 fortnights before meeting", "the someday before meeting",
        "3 days on meeting", f"{LARGEST_COUNT + 1} days before meeting", "2023-02-30", "05-06-2023", "",
    ],
)  # fmt: skip
def test_an_invalid_due_date_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(WhenError) as refused:
        parse_due(text)
    assert refused.value.hint


COUNTED = st.builds(
    "{} {}s {} meeting".format,
    st.integers(0, 400),
    st.sampled_from(["workday", "day", "week", "month"]),
    st.sampled_from(["before", "after"]),
)
DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))
FORTNIGHT = timedelta(days=14)


@given(COUNTED, DAYS, st.integers(0, 4))
def test_a_counted_due_date_stays_on_its_side_of_the_meeting(due: str, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = resolve(parse_due(due), {"meeting": parse_when(f"{first}/{last}")}, PLAIN)
    assert found.grain is Grain.DAY
    assert found.day is not None
    assert (found.day <= first) if "before" in due else (found.day >= last)
    if "workday" in due and not due.startswith("0 "):
        assert day_off(found.day, PLAIN) is None
    moved = resolve(parse_due(due), {"meeting": parse_when(f"{first + FORTNIGHT}/{last + FORTNIGHT}")}, PLAIN).day
    assert moved is not None
    if ("day" in due and "workday" not in due) or "week" in due:
        assert moved - found.day == FORTNIGHT
    else:  # months and the working days between holidays are not equally long
        assert abs(moved - found.day - FORTNIGHT) < FORTNIGHT


PARTLY = st.one_of(
    DAYS.map(lambda day: f"../{day}"),
    DAYS.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%G-W%V}"),
    DAYS.map(lambda day: f"{day:%Y}"),
    st.just("unknown"),
)


@given(COUNTED, PARTLY)
def test_an_inexact_anchor_never_gives_an_exact_day(due: str, meeting: str) -> None:
    target = parse_when(meeting)
    found = resolve(parse_due(due), {"meeting": target}, PLAIN)
    assert found.grain is target.grain
    assert found.day is None


@given(COUNTED, DAYS)
def test_the_exact_date_lies_within_the_earlier_inexact_one(due: str, day: date) -> None:
    """Once the day is known, the due date lies in the period that was shown before."""
    exact = resolve(parse_due(due), {"meeting": parse_when(day.isoformat())}, PLAIN)
    for vague in (f"{day:%Y-%m}", f"{day:%G-W%V}", f"{day:%Y}", f"../{day + timedelta(days=1)}", f"{day}/.."):
        shown = resolve(parse_due(due), {"meeting": parse_when(vague)}, PLAIN)
        assert exact.day is not None
        assert shown.first is None or shown.first <= exact.day
        assert shown.last is None or exact.day <= shown.last


@given(any_text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        due = parse_due(text)
    except WhenError:
        return
    assert isinstance(resolve(due, {"meeting": parse_when("2023-06-15")}, PLAIN), When)
