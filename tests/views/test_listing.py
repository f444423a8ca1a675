from datetime import date
from pathlib import Path

import pytest
from tests.agendas import library_of

from briefcli.domain.when import parse_when
from briefcli.index.questions import Library, Wanted
from briefcli.views.listing import Side, list_view
from briefcli.views.model import Countdown, Remark, Table, View, Words

TODAY = date(2031, 3, 4)
AGENDAS = {
    "dmm-1": "{title: Vorige, short: DMM 1, series: dmm, body: NATO, when: 2030-06-15, status: held, place: Brussel}",
    "dmm-2": "{title: Komende, series: DMM, body: NATO, when: 2031-03-15/2031-03-16, kind: ministerial}",
    "raad-1": "{title: Geschrapt, series: raad, body: EU, when: 2031-03-10, status: cancelled}",
    "raad-2": "{title: Verplaatst, series: raad, body: EU, when: 2031-02-01, status: moved, moved_to: 2031-04-01}",
    "raad-3": "{title: Verschoven, body: eu, when: 2031-02-01, status: moved}",
    "sub/top": "{title: {text: Stille top, public: false, ground: Woo}, when: 2031-W12}",
    "visit": "{title: Bezoek, when: unknown}",
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, AGENDAS)


def ids(view: View) -> list[str]:
    return [record["id"] for record in view.data]


def table(view: View) -> Table:
    (block,) = view.blocks
    assert isinstance(block, Table)
    return block


def test_meetings_stand_in_order_of_date_undated_ones_last(library: Library) -> None:
    view = list_view(library, TODAY, Wanted(), None)
    assert ids(view) == ["dmm-1", "raad-1", "dmm-2", "top", "raad-2", "raad-3", "visit"]
    assert [row[0] for row in table(view).rows] == [Words(each) for each in ids(view)]


def test_upcoming_is_what_is_not_over_and_not_cancelled(library: Library) -> None:
    assert ids(list_view(library, TODAY, Wanted(), Side.UPCOMING)) == ["dmm-2", "top", "raad-2", "raad-3", "visit"]
    assert "dmm-2" in ids(list_view(library, date(2031, 3, 16), Wanted(), Side.UPCOMING))
    assert "dmm-2" not in ids(list_view(library, date(2031, 3, 17), Wanted(), Side.UPCOMING))


def test_past_is_what_is_wholly_over(library: Library) -> None:
    assert ids(list_view(library, TODAY, Wanted(), Side.PAST)) == ["dmm-1"]
    assert ids(list_view(library, date(2031, 3, 17), Wanted(), Side.PAST)) == ["dmm-1", "raad-1", "dmm-2"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(series="Dmm"), ["dmm-1", "dmm-2"]),
        (Wanted(body="EU"), ["raad-1", "raad-2", "raad-3"]),
        (Wanted(year=2030), ["dmm-1"]),
        (Wanted(year=2031, body="NATO"), ["dmm-2"]),
        (Wanted(meeting="top"), ["top"]),
    ],
)
def test_a_list_can_be_of_some(library: Library, wanted: Wanted, found: list[str]) -> None:
    assert ids(list_view(library, TODAY, wanted, None)) == found


def test_each_has_a_countdown_but_what_is_cancelled(library: Library) -> None:
    countdowns = {row[0]: row[2] for row in table(list_view(library, TODAY, Wanted(), None)).rows}
    assert countdowns[Words("dmm-2")] == Countdown(parse_when("2031-03-15/2031-03-16"), TODAY)
    assert countdowns[Words("raad-2")] == Countdown(parse_when("2031-04-01"), TODAY)
    assert countdowns[Words("raad-3")] == Countdown(parse_when("unknown"), TODAY)
    assert countdowns[Words("raad-1")] is None


def test_a_record_has_the_fields_of_the_contract(library: Library) -> None:
    assert list_view(library, TODAY, Wanted(meeting="dmm-2"), None).data == [
        {
            "id": "dmm-2", "title": "Komende", "series": "DMM", "body": "NATO", "kind": "ministerial",
            "when": "2031-03-15/2031-03-16", "start": date(2031, 3, 15), "end": date(2031, 3, 16), "days": 11,
            "status": None,
        }
    ]  # fmt: skip
    (record,) = list_view(library, TODAY, Wanted(meeting="top"), None).data
    assert (record["title"], record["days"], record["start"], record["series"]) == (
        "[withheld: Woo]", None, date(2031, 3, 17), None,
    )  # fmt: skip


def test_a_short_name_stands_for_the_title_in_the_table(library: Library) -> None:
    view = list_view(library, TODAY, Wanted(series="dmm"), None)
    assert [row[3] for row in table(view).rows] == [Words("DMM 1"), Words("Komende")]
    assert [record["title"] for record in view.data] == ["Vorige", "Komende"]


def test_where_none_match_it_says_so(library: Library) -> None:
    view = list_view(library, TODAY, Wanted(series="zzz"), None)
    assert (view.data, view.found) == ([], False)
    assert view.blocks == (Remark("No meetings match."),)
