"""The timeline (“road”) in a paper: no title is cut off, and no picture is higher than a page."""

import re
from datetime import date

from briefcli.domain.when import parse_when
from briefcli.render.road import road_pictures
from briefcli.views.cell import Nearness, Words
from briefcli.views.view import Axis, AxisMark

DAY = date(2031, 3, 4)


def _svgs(*titles: str) -> list[str]:
    marks = tuple(AxisMark(parse_when("2031-03-18"), Words(title), "deadline", Nearness.MONTH) for title in titles)
    return [svg for svg, _ in road_pictures(Axis(marks, DAY))]


def test_a_long_title_is_wrapped() -> None:
    title = "Kamer inlichten over de stand van de dijken, de duinen en de dammen in de drie noordelijke provincies"
    (svg,) = _svgs(title, "Brief")
    shown = re.findall(r">([^<]+)</text>", svg)
    assert title in " ".join(shown)
    assert max(map(len, shown)) <= 50


def test_a_long_date_stays_beside_the_strip() -> None:
    days = ("2031-03-17T10:00/2031-03-18T18:00", "2031-03-18")
    marks = tuple(AxisMark(parse_when(day), Words("Raad"), "meeting", Nearness.MONTH) for day in days)
    ((svg, words),) = road_pictures(Axis(marks, DAY))
    shown = re.findall(r'<text x="0"[^>]*>([^<]+)</text>', svg)
    assert max(map(len, shown)) <= 24
    assert " ".join(shown[:-1]) in words
    assert shown[-1] == "Tue 18 Mar 2031"


def test_a_date_that_is_not_confirmed_is_marked_in_the_picture_and_its_words() -> None:
    marks = tuple(AxisMark(parse_when(day), Words("Raad"), "event", Nearness.MONTH) for day in ("2031-03-18?", "2031"))
    ((svg, words),) = road_pictures(Axis(marks, DAY))
    assert "Tue 18 Mar 2031 (not" in svg
    assert "Tue 18 Mar 2031 (not confirmed): Raad" in words


def test_a_picture_fits_on_a_page() -> None:
    svgs = _svgs(*(f"{number} " + "lang woord " * 200 for number in range(20)))
    assert len(svgs) > 1
    for svg in svgs:
        height = re.search(r'height="([0-9]+)"', svg)
        assert height is not None
        assert int(height[1]) <= 300  # so that no half pages stay empty


def test_the_first_and_last_day_of_the_calendar_can_be_drawn() -> None:
    days = ("0001-01-01", "2031-03-18", "9999-12-31")
    marks = tuple(AxisMark(parse_when(day), Words("Raad"), "event", Nearness.LATER) for day in days)
    ((svg, words),) = road_pictures(Axis(marks, DAY))
    places = [int(each) for each in re.findall(r'cx="([0-9]+)"', svg)]
    assert places == sorted(places)
    assert len(set(places)) == 3
    assert "31 Dec 9999" in words
