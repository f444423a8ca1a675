"""The timeline as text: each item at its place, in any width, and in plain ASCII on request."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefcli.domain.when import parse_when
from briefcli.render import timeline
from briefcli.render.clean import in_ascii
from briefcli.render.screen import Screen
from briefcli.render.terminal import render_terminal
from briefcli.render.timeline import IN_A_PIPE, draw, scale_for
from briefcli.views.cell import Nearness, Words
from briefcli.views.view import Axis, AxisMark, View

TODAY = date(2031, 3, 4)


def _mark(when: str, sort: str = "event", leads_to: tuple[date, ...] = ()) -> AxisMark:
    return AxisMark(parse_when(when), Words(f"iets op {when}"), sort, Nearness.LATER, leads_to)


def _axis(*marks: AxisMark) -> Axis:
    return Axis(marks, TODAY)


ROAD = _axis(
    _mark("2031-03-01", "deadline"),
    _mark("../2031-03-11", "deadline"),
    _mark("../2031-03-18"),
    _mark("2031-03-18/2031-03-20", "meeting", (date(2031, 6, 24),)),
    _mark("2031-03-20/.."),
    _mark("2031-05"),
    _mark("2031-06-24", "meeting"),
    _mark("unknown"),
)


def _strips(axis: Axis, width: int | None = 120) -> list[str]:
    return [in_ascii(row.strip) for row in draw(axis, width).rows if isinstance(row.words, Words)]


def test_each_item_is_drawn_at_its_place() -> None:
    deadline, before, some_day, meeting, after, month, top, unknown = _strips(ROAD)
    now = unknown.index("|")
    assert unknown.strip() == "|"
    assert deadline.index("^") < now
    assert before[now + 1 : before.index("^")].strip(".") == ""  # from tomorrow to the bound
    assert some_day.rstrip().endswith(":")
    assert before.index("^") < meeting.index("#")
    assert meeting.index(">") == top.index("#")  # the arrow ends where the meeting that it leads to starts
    assert after.rstrip().endswith(".")
    assert meeting.index("#") < month.index("~") < top.index("#")
    assert all(strip.index("|") == now for strip in (deadline, before, meeting, month, top))


def test_today_is_between_past_and_future_items() -> None:
    rows = [row for row in draw(ROAD, 120).rows if row.words]
    assert [row.words for row in rows].index("today") == 1


def test_the_year_is_shown_once_if_all_dates_share_it() -> None:
    drawn = draw(ROAD, 120)
    assert drawn.rows[0].date == "2031"
    assert not any("2031" in row.date for row in drawn.rows[1:])
    assert any("2030" in row.date for row in draw(_axis(_mark("2030-12-31")), 120).rows)
    assert draw(_axis(_mark("2031-W24")), 120).rows[-1].date == "week 24 of 2031"


def test_today_follows_past_items_and_the_legend_names_only_drawn_signs() -> None:
    marks = (_mark("2031-04-01/.."), _mark("2031-04-02"), _mark("2031-12-31"))
    axis = Axis(marks, date(2031, 6, 1))
    assert [row.date for row in draw(axis, 120).rows[-3:-1]] == ["Wed 2 Apr", "Sun 1 Jun"]
    assert draw(axis, 120).legend
    assert not draw(axis, 30).legend
    undrawn = _axis(_mark("2031-05", "meeting"), _mark("unknown", "commitment"))
    assert draw(undrawn, 120).legend == "░ some day within"


def test_an_unconfirmed_date_has_a_question_mark() -> None:
    assert draw(_axis(_mark("2031-04-02?")), 120).rows[-1].date == "Wed 2 Apr?"


@pytest.mark.parametrize("width", [12, 20, 26, 30, 44, 60, 80, 120, 200, 400])
def test_nothing_is_wider_than_the_screen_and_no_word_is_lost(width: int) -> None:
    printed = render_terminal(View(data=[], blocks=(ROAD,)), Screen(width=width))
    assert max(map(len, printed.splitlines())) <= width
    assert printed.count("iets") == len(ROAD.marks)


def test_a_pipe_gets_a_readable_width_without_escapes() -> None:
    printed = render_terminal(View(data=[], blocks=(ROAD,)), Screen())
    assert max(map(len, printed.splitlines())) <= IN_A_PIPE
    assert "\x1b" not in printed


def test_ascii_output_is_pure_ascii() -> None:
    assert render_terminal(View(data=[], blocks=(ROAD,)), Screen(width=100, ascii=True)).isascii()


def test_text_from_a_file_is_printed_literally() -> None:
    hostile = Axis((AxisMark(parse_when("2031-03-05"), Words("[red]x[/] \x1b[31m"), "event", Nearness.NOW),), TODAY)
    printed = render_terminal(View(data=[], blocks=(hostile,)), Screen(width=100))
    assert "[red]x[/]" in printed
    assert "\x1b" not in printed


DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(st.lists(DAYS, min_size=1, max_size=8), st.integers(8, 120))
def test_a_scale_keeps_days_in_order_and_labels_apart(days: list[date], size: int) -> None:
    scale = scale_for(days, size)
    columns = [scale.column(day) for day in sorted(days)]
    assert columns == sorted(columns)
    assert columns[0] >= 0
    assert columns[-1] < size
    assert len(scale.labels.split()) >= len(scale.ticks)
    assert all(0 <= each < size for each in scale.ticks)
    assert len(scale.labels.rstrip()) <= size


@given(DAYS, st.integers(0, 4000))
def test_the_ends_of_the_axis_are_its_first_and_last_day(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    scale = scale_for([last, first], 60)
    assert scale.column(first) == 0
    assert scale.column(last) == (59 if length else 0)


WHENS = st.one_of(
    DAYS.map(str),
    DAYS.map("../{}".format),
    DAYS.map("{}/..".format),
    DAYS.map("{:%Y-%m}".format),
    DAYS.map("{:%G-W%V}".format),
    st.just("unknown"),
)


@given(st.lists(WHENS, max_size=6), DAYS, st.integers(1, 250))
def test_any_dates_can_be_drawn_in_any_width(whens: list[str], today: date, width: int) -> None:
    drawn = draw(Axis(tuple(map(_mark, whens)), today), width)
    strips = {len(row.strip) for row in drawn.rows}
    assert len(strips) == 1
    assert len(drawn.rows) in {len(whens) + 1, len(whens) + 3}


def test_no_more_ticks_are_counted_than_there_are_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[date] = []

    def label(day: date) -> str:
        asked.append(day)
        return str(day.year)

    monkeypatch.setattr("briefcli.render.timeline._STEPS", tuple((label, *rest) for _, *rest in timeline._STEPS))
    scale_for([date(1, 1, 1), date(9999, 12, 31)], 60)
    assert len(asked) <= 61 * len(timeline._STEPS)
