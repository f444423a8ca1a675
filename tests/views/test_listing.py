from datetime import date
from pathlib import Path

import pytest
from tests.agendas import index_of

from briefcli.domain.when import parse_when
from briefcli.index.queries import Filter, Index
from briefcli.views.cell import Countdown, Words
from briefcli.views.listing import list_view
from briefcli.views.view import Remark, Table, View

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
def index(tmp_path: Path) -> Index:
    return index_of(tmp_path, AGENDAS)


def ids(view: View) -> list[str]:
    return [record["id"] for record in view.data]


def table(view: View) -> Table:
    (block,) = view.blocks
    assert isinstance(block, Table)
    return block


def test_meetings_are_sorted_by_date_with_undated_ones_last(index: Index) -> None:
    view = list_view(index, TODAY, Filter(), None)
    assert ids(view) == ["dmm-1", "raad-1", "dmm-2", "top", "raad-2", "raad-3", "visit"]
    assert [row[0] for row in table(view).rows] == [Words(each) for each in ids(view)]


def test_upcoming_leaves_out_past_and_cancelled_meetings(index: Index) -> None:
    assert ids(list_view(index, TODAY, Filter(), "upcoming")) == ["dmm-2", "top", "raad-2", "raad-3", "visit"]
    assert "dmm-2" in ids(list_view(index, date(2031, 3, 16), Filter(), "upcoming"))
    assert "dmm-2" not in ids(list_view(index, date(2031, 3, 17), Filter(), "upcoming"))


def test_past_has_only_meetings_that_are_over(index: Index) -> None:
    assert ids(list_view(index, TODAY, Filter(), "past")) == ["dmm-1"]
    assert ids(list_view(index, date(2031, 3, 17), Filter(), "past")) == ["dmm-1", "raad-1", "dmm-2"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(series="Dmm"), ["dmm-1", "dmm-2"]),
        (Filter(body="EU"), ["raad-1", "raad-2", "raad-3"]),
        (Filter(body="Europese Unie"), ["raad-1", "raad-2", "raad-3"]),
        (Filter(body="navo"), ["dmm-1", "dmm-2"]),
        (Filter(year=2030), ["dmm-1"]),
        (Filter(year=2031, body="NATO"), ["dmm-2"]),
        (Filter(meeting="top"), ["top"]),
    ],
)
def test_a_list_can_be_filtered(index: Index, wanted: Filter, found: list[str]) -> None:
    assert ids(list_view(index, TODAY, wanted, None)) == found


def test_meetings_that_are_cancelled_or_have_no_date_have_no_countdown(index: Index) -> None:
    countdowns = {row[0]: row[2] for row in table(list_view(index, TODAY, Filter(), None)).rows}
    assert countdowns[Words("dmm-2")] == Countdown(parse_when("2031-03-15/2031-03-16"), TODAY)
    assert countdowns[Words("raad-2")] == Countdown(parse_when("2031-04-01"), TODAY)
    assert countdowns[Words("raad-3")] is None  # the date says that it is unknown
    assert countdowns[Words("raad-1")] is None


def test_the_status_held_is_hidden_before_the_meeting(tmp_path: Path) -> None:
    index = index_of(tmp_path, {"raad": "{title: Raad, when: 2031-03-10, status: held}"})
    shown = (list_view(index, date(2031, 3, day), Filter(), None) for day in (9, 11))
    assert ["held" in table(each).rows[0] for each in shown] == [False, True]


def test_a_record_has_the_fields_of_the_contract(index: Index) -> None:
    assert list_view(index, TODAY, Filter(meeting="dmm-2"), None).data == [
        {
            "id": "dmm-2", "title": "Komende", "series": "DMM", "body": "NATO", "kind": "ministerial",
            "when": "2031-03-15/2031-03-16",
            "timezone": None, "start": date(2031, 3, 15), "end": date(2031, 3, 16), "days": 11,
            "status": None, "public": True,
        }
    ]  # fmt: skip
    (record,) = list_view(index, TODAY, Filter(meeting="top"), None).data
    assert (record["title"], record["days"], record["start"], record["series"], record["public"]) == (
        "[withheld: Woo]", None, date(2031, 3, 17), None, False,
    )  # fmt: skip


def test_the_table_shows_the_short_name_if_there_is_one(index: Index) -> None:
    view = list_view(index, TODAY, Filter(series="dmm"), None)
    assert [row[3] for row in table(view).rows] == [Words("DMM 1"), Words("Komende")]
    assert [record["title"] for record in view.data] == ["Vorige", "Komende"]


def test_an_unknown_series_is_reported_with_the_known_ones(index: Index) -> None:
    view = list_view(index, TODAY, Filter(series="zzz"), None)
    assert (view.data, view.found) == ([], False)
    assert view.blocks == (Remark("There is no meeting of the series “zzz”. The series are: DMM, raad."),)


@pytest.mark.parametrize("wanted", [Filter(series="zzz"), Filter(body="zzz"), Filter(year=2031)])
def test_the_message_contains_no_empty_list(tmp_path: Path, wanted: Filter) -> None:
    bare = index_of(tmp_path / "bare", {"visit": "{title: Bezoek, when: unknown}"})
    (remark,) = list_view(bare, TODAY, wanted, None).blocks
    assert isinstance(remark, Remark)
    assert " ." not in str(remark.text)
