from datetime import date

import pytest

from briefcli.domain.when import parse_when
from briefcli.index.questions import Dated
from briefcli.views.model import Left, Near
from briefcli.views.nearness import is_overdue, left_until, limit_of

TODAY = date(2031, 3, 4)


def item(when: str, source: str = "deadline", status: str = "open", meeting: str = "2031-03-15") -> Dated:
    return Dated(
        source=source, place=0, title="Brief", kind="", when=parse_when(when), written=when, owner="", status=status,
        meeting="raad", meeting_title="Raad", meeting_when=parse_when(meeting), meeting_status="", series="",
        rhythm="", recess="", withheld=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("when", "near", "days"),
    [
        ("2031-03-01", Near.OVERDUE, -3),
        ("2031-03-04", Near.NOW, 0),
        ("2031-03-06", Near.NOW, 2),
        ("2031-03-07", Near.WEEK, 3),
        ("2031-03-11", Near.WEEK, 7),
        ("2031-03-12", Near.MONTH, 8),
        ("2031-04-04", Near.MONTH, 31),
        ("2031-04-05", Near.LATER, 32),
        ("9999-12-31", Near.LATER, (date.max - TODAY).days),
        ("2031-03-03/2031-03-05", Near.NOW, 1),
        ("../2031-03-06", Near.NOW, 2),
        ("../2031-03-03", Near.OVERDUE, -1),
        ("2031-03", Near.UNDATED, None),
        ("2031-02", Near.OVERDUE, None),
        ("2031-03-01/..", Near.UNDATED, None),
        ("unknown", Near.UNDATED, None),
    ],
)
def test_how_near_a_deadline_is(when: str, near: Near, days: int | None) -> None:
    assert left_until(item(when), TODAY) == Left(near, days)


@pytest.mark.parametrize(
    ("when", "near", "days"),
    [
        ("2031-03-01", Near.PAST, -3),
        ("2031-03-03/2031-03-05", Near.NOW, -1),
        ("2031-03-04", Near.NOW, 0),
        ("2031-03-07/2031-03-20", Near.WEEK, 3),
        ("../2031-03-06", Near.UNDATED, None),
        ("../2031-03-03", Near.PAST, None),
        ("2031-02", Near.PAST, None),
    ],
)
def test_what_happens_is_counted_to_its_first_day_and_is_never_overdue(when: str, near: Near, days: int | None) -> None:
    assert left_until(item(when, source="event", status=""), TODAY) == Left(near, days)


def test_what_is_done_is_done_however_late() -> None:
    assert left_until(item("2031-03-01", status="done"), TODAY) == Left(Near.DONE, -3)
    assert left_until(item("unknown", status="done"), TODAY) == Left(Near.DONE, None)


@pytest.mark.parametrize(
    ("found", "overdue"),
    [
        (item("2031-03-03"), True),
        (item("2031-03-03", source="commitment"), True),
        (item("2031-03-03", source="event"), False),
        (item("2031-03-03", source="meeting"), False),
        (item("2031-03-04"), False),
        (item("2031-03-03/2031-03-04"), False),
        (item("2031-03-03", status="done"), False),
        (item("2031-03-03", status="dropped"), False),
        (item("2031-03-03", meeting="2031-03-03"), False),
        (item("2031-03-03", meeting="2031-03-04"), True),
        (item("2031-03-03", meeting="unknown"), True),
        (item("unknown"), False),
    ],
)
def test_overdue_is_what_is_past_and_open_while_its_meeting_is_ahead(found: Dated, overdue: bool) -> None:
    assert is_overdue(found, TODAY) is overdue


def test_the_limit_of_what_we_deliver_is_its_last_day_and_of_what_happens_its_first() -> None:
    days = "2031-03-05/2031-03-07"
    assert limit_of(item(days)) == date(2031, 3, 7)
    assert limit_of(item(days, source="event")) == date(2031, 3, 5)
    assert limit_of(item("../2031-03-07")) == date(2031, 3, 7)
    assert limit_of(item("../2031-03-07", source="event")) is None
    assert limit_of(item("2031-03")) is None
