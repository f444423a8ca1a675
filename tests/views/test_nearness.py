from datetime import date, timedelta

import msgspec
import pytest

from briefcli.domain.when import When, parse_when
from briefcli.index.records import DatedItem
from briefcli.views.cell import Left, Nearness
from briefcli.views.nearness import days_left, is_late, left_until, limit_of, own_day

TODAY = date(2031, 3, 4)


def item(when: str, source: str = "deadline", status: str = "open", meeting: str = "planned") -> DatedItem:
    return DatedItem(
        source=source, place=0, title="Brief", kind="", when=parse_when(when), written=when, owner="", status=status,
        done_on=When.unknown(),
        meeting="raad", meeting_title="Raad", meeting_status=meeting, series="",
        rhythm="", recess="", withheld=False,
    )  # fmt: skip


def left(near: Nearness, days: int | None) -> Left:
    return Left(near, None if days is None else TODAY + timedelta(days=days), TODAY)


@pytest.mark.parametrize(
    ("when", "near", "days"),
    [
        ("2031-03-01", Nearness.LATE, -3),
        ("2031-03-04", Nearness.NOW, 0),
        ("2031-03-06", Nearness.NOW, 2),
        ("2031-03-07", Nearness.WEEK, 3),
        ("2031-03-11", Nearness.WEEK, 7),
        ("2031-03-12", Nearness.MONTH, 8),
        ("2031-04-04", Nearness.MONTH, 31),
        ("2031-04-05", Nearness.LATER, 32),
        ("9999-12-31", Nearness.LATER, (date.max - TODAY).days),
        ("2031-03-03/2031-03-05", Nearness.NOW, 1),
        ("../2031-03-06", Nearness.NOW, 1),
        ("../2031-03-05", Nearness.NOW, 0),
        ("../2031-03-04", Nearness.LATE, -1),
        ("2031-03", Nearness.UNDATED, None),
        ("2031-02", Nearness.LATE, -4),
        ("2031-03-01/..", Nearness.UNDATED, None),
        ("unknown", Nearness.UNDATED, None),
    ],
)
def test_how_near_a_deadline_is(when: str, near: Nearness, days: int | None) -> None:
    assert left_until(item(when), TODAY) == left(near, days)


@pytest.mark.parametrize(
    ("when", "near", "days"),
    [
        ("2031-03-01", Nearness.PAST, -3),
        ("2031-03-01/2031-03-02", Nearness.PAST, -2),
        ("2031-03-03/2031-03-05", Nearness.NOW, -1),
        ("2031-03-04", Nearness.NOW, 0),
        ("2031-03-07/2031-03-20", Nearness.WEEK, 3),
        ("../2031-03-06", Nearness.UNDATED, None),
        ("../2031-03-03", Nearness.PAST, None),
        ("2031-02", Nearness.PAST, None),
    ],
)
def test_an_event_counts_to_its_first_day_and_is_never_late(when: str, near: Nearness, days: int | None) -> None:
    assert left_until(item(when, source="event", status=""), TODAY) == left(near, days)


def test_a_done_item_is_never_late() -> None:
    assert left_until(item("2031-03-01", status="done"), TODAY) == left(Nearness.DONE, -3)
    assert left_until(item("unknown", status="done"), TODAY) == left(Nearness.DONE, None)


@pytest.mark.parametrize(
    ("found", "late"),
    [
        (item("2031-03-03"), True),
        (item("2031-03-03", source="commitment"), True),
        (item("2031-03-03", source="event"), False),
        (item("2031-03-03", source="meeting"), False),
        (item("2031-03-04"), False),
        (item("2031-03-03/2031-03-04"), False),
        (item("2031-03-03", status="done"), False),
        (item("2031-03-03", status="dropped"), False),
        (item("2031-03-03", meeting="held"), True),
        (item("2031-03-03", meeting="moved"), True),
        (item("2031-03-03", meeting="cancelled"), False),
        (item("2031-03-03", source="commitment", meeting="cancelled"), True),
        (item("unknown"), False),
    ],
)
def test_only_open_past_deadlines_and_commitments_are_late(found: DatedItem, late: bool) -> None:
    assert is_late(found, TODAY) is late


def test_a_deadline_counts_to_its_last_day_and_an_event_to_its_first() -> None:
    days = "2031-03-05/2031-03-07"
    assert own_day(item(days)) == date(2031, 3, 7)
    assert own_day(item(days, source="event")) == date(2031, 3, 5)
    assert own_day(item("../2031-03-07")) == date(2031, 3, 6)
    assert own_day(item("../2031-03-07", source="event")) is None
    assert own_day(item("2031-03")) is None


def test_a_deadline_on_a_day_off_counts_to_the_working_day_before() -> None:
    sunday = msgspec.structs.replace(item("2031-03-09"), workday=parse_when("2031-03-07"))
    assert limit_of(sunday, date(2031, 3, 7)) == date(2031, 3, 7)
    assert limit_of(sunday, date(2031, 3, 8)) == date(2031, 3, 9)
    assert not is_late(sunday, date(2031, 3, 9))
    assert is_late(sunday, date(2031, 3, 10))


@pytest.mark.parametrize(("today", "days"), [(4, 3), (7, 0), (8, 1), (9, 0), (10, -1), (12, -3)])
def test_records_count_to_the_same_day_as_tables(today: int, days: int) -> None:
    sunday, day = msgspec.structs.replace(item("2031-03-09"), workday=parse_when("2031-03-07")), date(2031, 3, today)
    assert days_left(sunday, day) == days
    assert left_until(sunday, day).day == day + timedelta(days=days)


def test_an_item_due_in_a_month_is_late_after_its_last_day() -> None:
    assert days_left(item("2031-02"), TODAY) == -4
    assert days_left(item("2031-03"), TODAY) is None
