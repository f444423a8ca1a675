from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefcli.domain.late import Standing, is_called_off, known_limit, standing
from briefcli.domain.when import parse_when

TODAY = date(2031, 3, 4)


@pytest.mark.parametrize(
    ("status", "due", "expected"),
    [
        ("open", "2031-03-03", Standing.LATE),
        ("open", "2025-01-01", Standing.LATE),
        ("open", "2031-02", Standing.LATE),
        ("open", "../2031-03-04", Standing.LATE),
        ("open", "2031-03-04", Standing.OPEN),
        ("open", "../2031-03-05", Standing.OPEN),
        ("open", "../2031-03-04T12:00", Standing.OPEN),
        ("open", "2031-03-03/2031-03-04", Standing.OPEN),
        ("open", "2031-03", Standing.OPEN),
        ("open", "2031-03-01/..", Standing.OPEN),
        ("open", "unknown", Standing.OPEN),
        ("done", "2031-03-03", Standing.DONE),
        ("done", "unknown", Standing.DONE),
        ("dropped", "2031-03-03", Standing.DROPPED),
    ],
)
def test_the_standing_follows_from_status_and_due_date(status: str, due: str, expected: Standing) -> None:
    assert standing(status, parse_when(due), TODAY) is expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2031-03-03", Standing.LATE),
        ("2031-02-02", Standing.LATE),
        ("2031-02-01", Standing.NOT_RECORDED),
        ("2031-03-04", Standing.OPEN),
    ],
)
def test_a_standard_deadline_is_late_for_thirty_days(due: str, expected: Standing) -> None:
    assert standing("open", parse_when(due), TODAY, standard=True) is expected


@pytest.mark.parametrize(
    ("done_on", "expected"),
    [
        ("2031-03-04", Standing.DONE),
        ("2031-03-05", Standing.LATE),
        ("../2031-03-08", Standing.LATE),
        ("unknown", Standing.DONE),
    ],
)
def test_an_item_counts_as_done_only_from_its_done_date(done_on: str, expected: Standing) -> None:
    assert standing("done", parse_when("2031-03-01"), TODAY, done_on=parse_when(done_on)) is expected


@given(st.dates(), st.dates())
def test_an_open_item_is_late_after_its_due_day(due: date, today: date) -> None:
    when = parse_when(due.isoformat())
    assert (standing("open", when, today) is Standing.LATE) == (due < today)


@pytest.mark.parametrize(
    ("source", "status", "meeting", "expected"),
    [
        ("deadline", "open", "cancelled", True),
        ("event", "", "cancelled", True),
        ("meeting", "cancelled", "cancelled", True),
        ("commitment", "open", "cancelled", False),
        ("event", "cancelled", "planned", True),
        ("deadline", "open", "moved", False),
        ("deadline", "open", "held", False),
    ],
)
def test_a_cancelled_meeting_cancels_all_items_but_commitments(
    source: str, status: str, meeting: str, expected: bool
) -> None:
    assert is_called_off(source, status, meeting) is expected


@pytest.mark.parametrize(
    ("due", "last", "known"),
    [
        ("2031-03-04", "2031-03-04", True),
        ("2031-03-03/2031-03-04", "2031-03-04", True),
        ("../2031-03-05", "2031-03-04", True),  # before a debate on the 5th
        ("2031-02", "2031-02-28", False),
    ],
)
def test_the_known_limit_is_the_last_day_in_time(due: str, last: str, known: bool) -> None:
    assert parse_when(due).last == date.fromisoformat(last)
    assert known_limit(parse_when(due)) == (date.fromisoformat(last) if known else None)


@pytest.mark.parametrize("due", ["2031-03-04/..", "unknown", "XXXX-03-04"])
def test_an_open_ended_due_date_has_no_last_day(due: str) -> None:
    assert standing("open", parse_when(due), date.max) is Standing.OPEN
    assert standing("open", parse_when(due), date.max, standard=True) is Standing.OPEN
