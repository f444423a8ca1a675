"""The official record in the index: it is up to date, and events follow the activities that they name."""

import json
import os
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from briefcli.domain.when import When, parse_when
from briefcli.domain.workdays import Calendar
from briefcli.errors import BriefError
from briefcli.index.checks.record import against_record
from briefcli.index.index import Source, open_index
from briefcli.index.queries import Index
from briefcli.render.cells import cell_words
from briefcli.settings import Settings
from briefcli.settings_reading import read_settings
from briefcli.views import deadlines
from briefcli.views.commitments import commitments_view
from briefcli.views.deadlines import deadlines_view
from briefcli.views.next import days_view, next_view
from briefcli.views.refs import papers_view
from briefcli.views.show import show_view, shown_meeting
from briefcli.views.view import Remark

AGENDA = """title: RBZ
when: 2031-03-17
events:
  - title: Commissiedebat
    kind: debate
    when: 2031-03-13
    official: 2031A00101
deadlines:
  - title: Lijnen
    due: 1 day before debate
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "agendas"
    (root / "official").mkdir(parents=True)
    _write(root / "rbz.yaml", AGENDA)
    return root


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    long_ago = 1_700_000_000_000_000_000 + file.stat().st_size  # old, so trusted; differs with the size of the text
    os.utime(file, ns=(long_ago, long_ago))


def _record(folder: Path, day: str, name: str = "a.json", **more: object) -> None:
    row = {"Id": "1", "Nummer": "2031A00101", "Soort": "Commissiedebat", "DatumSoort": "Dag", "Status": "Gepland",
           "Datum": f"{day}T10:00:00+01:00", "Aanvangstijd": f"{day}T10:00:00+01:00"} | more  # fmt: skip
    _write(folder / "official" / name, json.dumps({"value": [row]}) + " " * sum(map(ord, day + name)))


def _open(folder: Path, *, internal: bool = False) -> Index:
    return open_index(Source(folder, None, Settings), folder.parent / "cache", internal=internal)


def _dates(folder: Path) -> dict[str, When]:
    with _open(folder) as index:
        return {each.title: each.when for each in index.dated()}


def test_events_and_their_deadlines_follow_the_record(folder: Path) -> None:
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-13")
    _record(folder, "2031-03-12")
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-12T10:00")
    assert _dates(folder)["Lijnen"] == parse_when("2031-03-11")
    _record(folder, "2031-03-11")
    assert _dates(folder)["Lijnen"] == parse_when("2031-03-10")
    (folder / "official" / "a.json").unlink()
    assert _dates(folder)["Lijnen"] == parse_when("2031-03-12")


@pytest.mark.parametrize("written", ["2031a00101", "2031 A00101"])
def test_an_activity_is_found_however_its_number_is_written(folder: Path, written: str) -> None:
    _write(folder / "rbz.yaml", AGENDA.replace("2031A00101", written))
    _record(folder, "2031-03-12")
    assert _dates(folder)["Lijnen"] == parse_when("2031-03-11")
    with _open(folder) as index:
        assert _messages(index) == ["this is 2031-03-13 here, but 2031-03-12T10:00 in the record"]


def test_the_order_of_events_does_not_tell_which_file_was_read_last(folder: Path) -> None:
    (folder / "later").mkdir()
    for name in ("abc.yaml", "rbz.yaml", "later/rbz.yaml"):
        _write(folder / name, AGENDA)
    for name in ("abc.yaml", "later/rbz.yaml", "rbz.yaml"):
        _write(folder / name, (folder / name).read_text(encoding="utf-8") + "# changed\n")
        with _open(folder) as index:
            assert [each.path for each in index.event_links()] == ["abc.yaml", "later/rbz.yaml", "rbz.yaml"]
            assert [each.path for each in index.meetings()] == ["abc.yaml", "later/rbz.yaml", "rbz.yaml"]


def test_the_newest_row_counts_whatever_its_file(folder: Path) -> None:
    _record(folder, "2031-03-12", "b.json", ApiGewijzigdOp="2031-02-01T00:00:00Z")
    _record(folder, "2031-03-11", "a.json", ApiGewijzigdOp="2031-02-02T00:00:00Z")
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-11T10:00")


@pytest.mark.parametrize("number", ["2031A00101", None])
def test_a_newer_row_without_the_number_is_found_by_its_id(folder: Path, number: str | None) -> None:
    _record(folder, "2031-03-12", "a.json", ApiGewijzigdOp="2031-02-01T00:00:00Z")
    _record(folder, "2031-03-11", "b.json", ApiGewijzigdOp="2031-02-02T00:00:00Z", Nummer=number)
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-11T10:00")


def test_a_withdrawn_row_is_ignored(folder: Path) -> None:
    _record(folder, "2031-03-12")
    _write(folder / "official" / "z.json", '{"value": [{"Id": "1", "DatumSoort": null, "Verwijderd": true}]}')
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-13")


def test_a_withdrawn_activity_of_an_event_is_reported(folder: Path) -> None:
    _record(folder, "2031-03-12")
    _write(folder / "official" / "z.json", '{"value": [{"Id": "1", "DatumSoort": null, "Verwijderd": true}]}')
    with _open(folder) as index:
        assert _messages(index) == ["the House has withdrawn activity 2031A00101 from its record"]
        assert _remarks(index) == [
            "The House has withdrawn “Commissiedebat” (2031A00101) from its record.",
            "1 deadline counts from it: Lijnen",
        ]


def test_an_activity_that_became_that_of_another_meeting_is_reported(folder: Path) -> None:
    _record(folder, "2031-03-13", Onderwerp="RBZ d.d. 17 maart 2031")
    with _open(folder) as index:
        assert _messages(index) == []
    _record(folder, "2031-03-13", Onderwerp="JBZ-raad")
    with _open(folder) as index:
        assert _messages(index) == ["2031A00101 is about another meeting in the record: “JBZ-raad”"]
    _write(folder / "rbz.yaml", AGENDA.replace("title: Commissiedebat", "title: {text: Debat, public: false}"))
    with _open(folder) as index:
        assert _messages(index) == [], "its subject may tell what the title withholds"


def _messages(index: Index) -> list[str]:
    return [each.message for each in against_record(index)]


def _remarks(index: Index) -> list[str]:
    view = deadlines_view(index, date(2031, 3, 1), deadlines.DeadlineChoice())
    return [cell_words(each.text) for each in view.blocks if isinstance(each, Remark)]


def _papers(folder: Path, *rows: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    """The title and date of each paper, by its identifier."""
    whole = [{"Kamerstukdossier": {"Nummer": 99001}, "Datum": "2031-03-09", "Kamer": 2, **each} for each in rows]
    _write(folder / "official" / "a.json", json.dumps({"value": whole}))
    with _open(folder) as index:
        return {name: (each.title, str(each.dated)) for name, each in index.house.dossier("99001").items()}


def test_a_cited_paper_that_was_withdrawn_is_reported(folder: Path) -> None:
    _write(folder / "rbz.yaml", "title: RBZ\nwhen: 2031-03-17\ndocuments: [{ref: kst-99001-3}, {ref: kst-99001-4}]\n")
    gone = {"Id": "D3", "Verwijderd": True, "ApiGewijzigdOp": "2031-03-02T00:00:00Z"}
    row = {"Id": "d3", "DocumentNummer": "2031D3", "Volgnummer": 3, "ApiGewijzigdOp": "2031-03-01T00:00:00Z"}
    assert _papers(folder, row, gone) == {}
    with _open(folder) as index:
        assert _messages(index) == ["the House has withdrawn this paper from its record"]
        said = "The House has withdrawn or renumbered: 99 001, nr. 3."
        for view in (papers_view(index, "99001"), show_view(shown_meeting(index, "rbz", date(2031, 3, 1), ""))):
            assert said in [cell_words(each.text) for each in view.blocks if isinstance(each, Remark)]
    _papers(folder, row, gone, row | {"Id": "d9"})
    with _open(folder) as index:
        assert _messages(index) == []


def test_a_cited_paper_that_has_another_number_now_is_reported(folder: Path) -> None:
    """A number of the form since 2026, which nobody cites, does not replace the number in the dossier."""
    _write(folder / "rbz.yaml", "title: RBZ\nwhen: 2031-03-17\ndocuments: [{ref: kst-99001-3}]\n")
    old = {"Id": "d3", "DocumentNummer": "2031D3", "Volgnummer": 3, "ApiGewijzigdOp": "2031-03-01T00:00:00Z"}
    new = old | {"ApiGewijzigdOp": "2031-03-02T00:00:00Z"}
    assert list(_papers(folder, old, new | {"Volgnummer": 4})) == ["kst-99001-4"]
    with _open(folder) as index:
        assert _messages(index) == ["the House has given this paper another number: 99 001, nr. 4"]
        [said] = [each.text for each in papers_view(index, "99001").blocks if isinstance(each, Remark)]
        assert said == "The House has withdrawn or renumbered: 99 001, nr. 3 → 99 001, nr. 4."
    bare = {"Volgnummer": None, "HuidigeDocumentVersie": {"ExterneIdentifier": "kst-2031000123"}}
    _papers(folder, old, new | bare)
    with _open(folder) as index:
        assert _messages(index) == []


def test_two_papers_may_share_a_house_number(folder: Path) -> None:
    rows = (
        {"Id": str(number), "DocumentNummer": "2031D1", "Volgnummer": number, "Onderwerp": f"Brief {number}"}
        for number in (3, 4)
    )
    assert _papers(folder, *rows) == {
        "kst-99001-3": ("Brief 3", "2031-03-09"), "kst-99001-4": ("Brief 4", "2031-03-09"),
    }  # fmt: skip


def test_a_corrected_paper_number_replaces_the_old_one(folder: Path) -> None:
    rows = (
        {"Id": "1", "DocumentNummer": "2031D1", "Volgnummer": number, "Onderwerp": "Brief",
         "ApiGewijzigdOp": f"2031-03-0{number}T00:00:00Z"}
        for number in (3, 4)
    )  # fmt: skip
    assert list(_papers(folder, *rows)) == ["kst-99001-4"]


def test_a_paper_that_went_to_another_dossier_is_no_longer_in_the_old_one(folder: Path) -> None:
    old = {"Id": "1", "DocumentNummer": "2031D1", "Volgnummer": 3, "ApiGewijzigdOp": "2031-03-03T00:00:00Z"}
    new = {**old, "Kamerstukdossier": {"Nummer": 99002}, "Volgnummer": 5, "ApiGewijzigdOp": "2031-03-04T00:00:00Z"}
    assert _papers(folder, old) != {}
    assert _papers(folder, old, new) == {}


def test_a_newer_row_with_fewer_fields_removes_nothing(folder: Path) -> None:
    """The newer row has no dossier, and so no number of the paper. Its date and title count."""
    row = {"DocumentNummer": "2031D1", "Volgnummer": 3, "Kamer": 2}
    rows = (
        row | {"Id": "AB", "Datum": "2031-03-08", "Onderwerp": "Brief", "ApiGewijzigdOp": "2031-03-08T00:00:00Z",
               "Kamerstukdossier": [{"Nummer": 99001}]},
        row | {"Id": "ab", "Onderwerp": "Brief (herdruk)", "ApiGewijzigdOp": "2031-03-09T00:00:00Z",
               "Kamerstukdossier": None},
    )  # fmt: skip
    assert _papers(folder, *rows) == {"kst-99001-3": ("Brief (herdruk)", "2031-03-09")}


def test_of_two_rows_without_a_change_time_the_last_file_counts(folder: Path) -> None:
    for names in (("a.json", "b.json"), ("b.json", "a.json")):
        for name in names:
            _record(folder, "2031-03-11" if name == "a.json" else "2031-03-12", name)
            _dates(folder)
        assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-12T10:00")
        for name in names:
            (folder / "official" / name).unlink()


def test_rows_without_a_change_time_have_the_date_in_the_file_name(folder: Path) -> None:
    _record(folder, "2031-03-12", "z.json", ApiGewijzigdOp="2031-02-20T00:00:00Z")
    _record(folder, "2031-03-11", "a_2031-02-25_2.json")
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-11T10:00")
    _record(folder, "2031-03-10", "b_2031-02-10.json")
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-11T10:00")


def test_a_paper_in_two_dossiers_belongs_to_that_of_its_number(folder: Path) -> None:
    rows = [
        {"DocumentNummer": f"2031D{number}", "Onderwerp": "Brief", "Kamer": 2, "Volgnummer": number,
         "HuidigeDocumentVersie": {"ExterneIdentifier": f"kst-99002-{number}"},
         "Kamerstukdossier": [{"Nummer": 99001}, {"Nummer": 99002}]}
        for number in (3, 4, 5)
    ]  # fmt: skip
    _papers(folder, *rows)
    with _open(folder) as index:
        assert list(index.house.dossier("99002")) == ["kst-99002-3", "kst-99002-4", "kst-99002-5"]


def test_commitments_without_a_number_are_all_listed(folder: Path) -> None:
    rows = [{"Id": each, "DatumNakoming": None, "Tekst": f"Belofte {each}"} for each in ("1", "2")]
    _write(folder / "official" / "t.json", json.dumps({"value": rows}))
    with _open(folder) as index:
        view = commitments_view(index, date(2031, 3, 1))
    assert [each["title"] for each in view.data] == ["Belofte 1", "Belofte 2"]


WORDS = "De minister stuurt voor 1 juni 2031 een brief."
TERM = f"../2031-06-01 by its words in the record (“{WORDS}”)"


@pytest.mark.parametrize("ref", ["TZ203101-001", "tz203101-001", "TZ 203101-001"])
def test_a_commitment_is_matched_however_its_number_is_written(folder: Path, ref: str) -> None:
    _write(folder / "rbz.yaml", f"title: RBZ\nwhen: 2031-03-17\ncommitments: [{{title: Brief, ref: {ref}}}]\n")
    row = {"Id": "1", "Nummer": "TZ203101-001", "DatumNakoming": None, "Status": "Voldaan", "Tekst": "Een brief"}
    _write(folder / "official" / "t.json", json.dumps({"value": [row]}))
    with _open(folder) as index:
        view = commitments_view(index, date(2031, 3, 1))
        assert [each["title"] for each in view.data] == ["Brief"]
        assert _messages(index) == ["TZ203101-001 is open here, but met in the record"]


@pytest.mark.parametrize(
    ("later", "ours", "message"),
    [
        ({"Nummer": "TZ203101-001", "Status": "Vervallen"}, "open", "dropped in the record"),
        ({"Verwijderd": True}, "open", "the House has withdrawn it from its record"),
        ({"Nummer": "TZ203101-001", "Status": "Openstaand"}, "open", ""),
        ({"Verwijderd": True}, "dropped", ""),
    ],
)
def test_an_open_commitment_that_the_record_dropped_is_reported(
    folder: Path, later: dict[str, object], ours: str, message: str
) -> None:
    promised = f"commitments: [{{title: Brief, ref: TZ203101-001, status: {ours}}}]"
    _write(folder / "rbz.yaml", f"title: RBZ\nwhen: 2031-03-17\n{promised}\n")
    shape = {"@odata.context": "x/$metadata#Toezegging"}
    first = {"Id": "1", "Nummer": "TZ203101-001", "Tekst": "Een brief", "ApiGewijzigdOp": "2031-01-10T00:00:00Z"}
    _write(folder / "official" / "a.json", json.dumps(shape | {"value": [first]}))
    row = {"Id": "1", "ApiGewijzigdOp": "2031-02-01T00:00:00Z"} | later
    _write(folder / "official" / "b.json", json.dumps(shape | {"value": [row]}))
    with _open(folder) as index:
        assert _messages(index) == ([f"TZ203101-001 is open here, but {message}"] if message else [])


@pytest.mark.parametrize(
    ("written", "due", "message"),
    [
        ("", "../2031-06-01", None),
        ("due: 2031-05-20", "2031-05-20", None),
        ("due: 2031-06-15", "2031-06-15", f"TZ203101-001 is due 2031-06-15 here, but {TERM}"),
    ],
)
def test_the_due_date_of_the_record_is_used_and_a_later_one_reported(
    folder: Path, written: str, due: str, message: str | None
) -> None:
    ours = f"title: RBZ\nwhen: 2031-03-17\ncommitments:\n  - title: Brief\n    ref: TZ203101-001\n    {written}\n"
    _write(folder / "rbz.yaml", ours)
    row = {"Id": "1", "Nummer": "TZ203101-001", "DatumNakoming": None, "Status": "Openstaand",
           "Aanmaakdatum": "2031-01-10T00:00:00", "Tekst": WORDS}  # fmt: skip
    _write(folder / "official" / "t.json", json.dumps({"value": [row]}))
    with _open(folder) as index:
        view = commitments_view(index, date(2031, 3, 1))
        assert [each["due"] for each in view.data] == [due]
        assert _messages(index) == ([message] if message else [])


PLEDGE = "title: RBZ\nwhen: 2031-03-17\ncommitments: [{title: Brief, ref: TZ203101-001}]\n"


def _promises(folder: Path, *rows: Mapping[str, object]) -> None:
    whole = [{"Status": "Openstaand", "Aanmaakdatum": "2031-01-10", "Tekst": WORDS, **each} for each in rows]
    _write(folder / "official" / "t.json", json.dumps({"value": whole}))


def test_the_due_date_of_the_record_is_listed_and_becomes_late(folder: Path) -> None:
    _write(folder / "rbz.yaml", PLEDGE)
    assert _dates(folder)["Brief"] == When.unknown()
    _promises(folder, {"Nummer": "TZ203101-001"})
    with _open(folder) as index:
        for today, status in ((date(2031, 3, 1), "open"), (date(2031, 6, 1), "overdue")):
            data = deadlines_view(index, today, deadlines.DeadlineChoice(days=100)).data
            (found,) = [each for each in data if each["title"] == "Brief"]
            assert (found["when"], found["status"], found["written"]) == ("../2031-06-01", status, None)
        assert [each["title"] for each in next_view(index, date(2031, 6, 2)).data["late"]] == ["Brief"]
    _promises(folder, {"Nummer": "TZ203101-001", "Tekst": "voor 1 mei 2031"})
    assert _dates(folder)["Brief"] == parse_when("../2031-05-01")
    _promises(folder, {"Nummer": "TZ203101-001", "Status": "Voldaan"})
    assert _dates(folder)["Brief"] == When.unknown()
    _promises(folder, {"Nummer": "TZ203101-001"})
    assert _dates(folder)["Brief"] == parse_when("../2031-06-01")
    (folder / "official" / "t.json").unlink()
    assert _dates(folder)["Brief"] == When.unknown()


def test_lists_count_commitments_that_only_the_record_has(folder: Path) -> None:
    _write(folder / "rbz.yaml", PLEDGE)
    days = {"TZ203101-001": "voor 1 mei 2031", "TZ203101-002": "voor 1 februari 2031",
            "TZ203101-003": "voor 15 maart 2031", "TZ203101-004": "voor 1 juni 2032"}  # fmt: skip
    _promises(folder, *({"Nummer": number, "Tekst": words} for number, words in days.items()))
    said = "The record of the House has 2 commitments besides that are late or due by then"
    with _open(folder) as index:
        today = date(2031, 3, 1)
        for view in (
            deadlines_view(index, today, deadlines.DeadlineChoice()), next_view(index, today),
            days_view(index, today, 13, Calendar()),
        ):  # fmt: skip
            assert said in str(view.blocks)
        assert "has 1 commitment besides" in str(days_view(index, today, 12, Calendar()).blocks)
        everything = deadlines_view(index, today, deadlines.DeadlineChoice(everything=True))
        assert "has 3 commitments besides" in str(everything.blocks)
        mine = deadlines_view(index, today, deadlines.DeadlineChoice(owners=("DCO",)))
        assert "besides" not in str(mine.blocks)


def test_a_restored_row_counts_again(folder: Path) -> None:
    _record(folder, "2031-03-12", ApiGewijzigdOp="2031-02-05T00:00:00Z")
    withdrawn = '{"Id": "1", "DatumSoort": null, "Verwijderd": true, "ApiGewijzigdOp": "2031-02-01T00:00:00Z"}'
    _write(folder / "official" / "z.json", f'{{"value": [{withdrawn}]}}')
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-12T10:00")


def test_the_end_time_of_the_agenda_stays_if_the_start_is_the_same(folder: Path) -> None:
    _write(folder / "rbz.yaml", AGENDA.replace("when: 2031-03-13", "when: 2031-03-12T10:00/2031-03-12T13:00"))
    _record(folder, "2031-03-12")
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-12T10:00/2031-03-12T13:00")
    _record(folder, "2031-03-11")
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-11T10:00")


@pytest.mark.parametrize(("day", "when"), [("2031-03-13", "2031-03-13T10:00"), ("2031-03-12", "2031-03-12")])
def test_the_hour_of_the_agenda_stays_if_the_record_has_only_that_day(folder: Path, day: str, when: str) -> None:
    _write(folder / "rbz.yaml", AGENDA.replace("when: 2031-03-13", "when: 2031-03-13T10:00"))
    _record(folder, day, Aanvangstijd=None)
    assert _dates(folder)["Commissiedebat"] == parse_when(when)


@pytest.mark.parametrize(("month", "when"), [("2031-03", "2031-03-13"), ("2031-04", "2031-04")])
def test_a_day_in_the_agenda_stays_if_the_record_has_only_its_month(folder: Path, month: str, when: str) -> None:
    _record(folder, f"{month}-01", DatumSoort="Maand", Aanvangstijd=None)
    assert _dates(folder)["Commissiedebat"] == parse_when(when)


def test_replacements_of_a_moved_activity_are_named_after_several_moves(folder: Path) -> None:
    """Only the rows of the newest activities record the second move: they name the older activity by its id."""
    _record(folder, "2031-03-13", Status="Verplaatst", VervangenDoor=[{"Id": "2", "Nummer": "2031A00102"}])
    _record(folder, "2031-03-12", "b.json", Id="2", Nummer="2031A00102", Status="Verplaatst")
    for number, day in (("2031A00104", "2031-03-11"), ("2031A00103", "2031-03-10")):
        _record(folder, day, f"{number}.json", Id=number, Nummer=number, VervangenVanuit=[{"Id": "2"}])
    with _open(folder) as index:
        assert _remarks(index)[:3] == [
            "The record of the House: “Commissiedebat” (2031A00101) is moved.",
            "It was replaced by 2031A00103: Mon 10 Mar 2031, 10:00.",
            "It was replaced by 2031A00104: Tue 11 Mar 2031, 10:00.",
        ]
        (found,) = against_record(index)
    assert found.hint == (
        "it was replaced by 2031A00103 (2031-03-10T10:00), 2031A00104 (2031-03-11T10:00): write that number"
    )


def test_an_activity_that_shares_the_id_of_a_replacement_is_none(folder: Path) -> None:
    _record(folder, "2031-03-13", Status="Verplaatst", VervangenDoor=[{"Id": "2", "Nummer": "2031A00102"}])
    _record(folder, "2031-03-12", "b.json", Id="2", Nummer="2031A00102")
    _record(folder, "2031-03-11", "c.json", Id="2", Nummer="2031A00103")
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-12T10:00")


@pytest.mark.parametrize(
    ("written", "status", "day", "when"),
    [
        ("2031-03-13", "Verplaatst", "2031-03-11", "2031-03-11T10:00"),
        ("unknown", "Verplaatst", "2031-03-11", "2031-03-11T10:00"),
        ("2031-03-12", "Verplaatst", "2031-03-11", "2031-03-12"),
        ("2031-03-13", "Geannuleerd", "2031-03-11", "2031-03-11T10:00"),
        ("2031-03-13", "Verplaatst", None, "2031-03-13"),
    ],
)
def test_the_replacement_date_counts_if_the_agenda_has_the_old_one(
    folder: Path, written: str, status: str, day: str | None, when: str
) -> None:
    """Otherwise deadlines would be counted from a day on which nothing happens any more."""
    _write(folder / "rbz.yaml", AGENDA.replace("when: 2031-03-13", f"when: {written}"))
    _record(folder, "2031-03-13", Status=status, VervangenDoor=[{"Id": "2", "Nummer": "2031A00102"}])
    undated = {} if day else {"DatumSoort": "Nog geen datum bekend", "Datum": None, "Aanvangstijd": None}
    _record(folder, day or "2031-03-01", "b.json", Id="2", Nummer="2031A00102", **undated)
    with _open(folder) as index:
        items = {each.title: each for each in index.dated()}
    assert items["Commissiedebat"].when == parse_when(when)
    assert items["Commissiedebat"].status == ("moved" if status == "Verplaatst" else "planned")
    assert items["Lijnen"].when.first == date.fromisoformat(when[:10]) - timedelta(days=1)


def test_the_date_follows_the_replacement(folder: Path) -> None:
    _record(folder, "2031-03-13", Status="Verplaatst", VervangenDoor=[{"Id": "2", "Nummer": "2031A00102"}])
    for day in ("2031-03-11", "2031-03-10"):
        _record(folder, day, "b.json", Id="2", Nummer="2031A00102")
        assert _dates(folder)["Commissiedebat"] == parse_when(f"{day}T10:00")
    (folder / "official" / "b.json").unlink()
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-13")


def test_a_corrected_number_is_named(folder: Path) -> None:
    _record(folder, "2031-03-13", Nummer="2031A00101", ApiGewijzigdOp="2031-02-01T00:00:00Z")
    _record(folder, "2031-03-13", "b.json", Nummer="2031A00102", ApiGewijzigdOp="2031-02-02T00:00:00Z")
    with _open(folder) as index:
        assert _messages(index) == ["the record here has no activity 2031A00101"]
        (found,) = against_record(index)
        assert found.hint == "it was replaced by 2031A00102 (2031-03-13T10:00): write that number"
        assert "has corrected the number" in str(_remarks(index))


def test_an_activity_that_replaces_itself_causes_no_endless_loop(folder: Path) -> None:
    _record(folder, "2031-03-13", Status="Verplaatst", VervangenDoor=[{"Id": "1", "Nummer": "2031A00101"}])
    with _open(folder) as index:
        assert "It was replaced" not in str(_remarks(index))


@pytest.mark.parametrize("status", ["Verplaatst", "Geannuleerd"])
def test_the_agenda_date_counts_for_a_moved_or_cancelled_activity(folder: Path, status: str) -> None:
    """The record keeps the old day of such an activity, but the agenda may have the new day already."""
    ours = "moved" if status == "Verplaatst" else "cancelled"
    _write(folder / "rbz.yaml", AGENDA.replace("when: 2031-03-13", f"when: 2031-03-20\n    status: {ours}"))
    _record(folder, "2031-03-13", Status=status)
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-20")
    with _open(folder) as index:
        assert _messages(index) == []


def test_a_newer_row_without_a_status_undoes_no_cancellation(folder: Path) -> None:
    _record(folder, "2031-03-13", Status="Geannuleerd", ApiGewijzigdOp="2031-01-01T00:00:00Z")
    row = {"Nummer": "2031A00101", "Datum": "2031-03-13T10:00:00+01:00", "ApiGewijzigdOp": "2031-02-01T00:00:00Z"}
    _write(folder / "official" / "b.json", json.dumps({"value": [row]}))
    with _open(folder) as index:
        assert _messages(index) == ["the record says that this was cancelled"]


def test_a_cancelled_event_is_moved_only_if_the_record_replaced_it(folder: Path) -> None:
    _write(folder / "rbz.yaml", AGENDA.replace("when: 2031-03-13", "when: 2031-03-13\n    status: cancelled"))
    _record(folder, "2031-03-13", Status="Verplaatst")
    with _open(folder) as index:
        assert {each.title: each.status for each in index.dated()}["Commissiedebat"] == "cancelled"
    _record(folder, "2031-03-13", Status="Verplaatst", VervangenDoor=[{"Id": "2", "Nummer": "2031A00102"}])
    _record(folder, "2031-03-14", "b.json", Id="2", Nummer="2031A00102")
    with _open(folder) as index:
        assert {each.title: each.status for each in index.dated()}["Commissiedebat"] == "moved"


def test_a_cancellation_that_the_record_does_not_know_is_reported(folder: Path) -> None:
    _write(folder / "rbz.yaml", AGENDA.replace("when: 2031-03-13", "when: 2031-03-13\n    status: cancelled"))
    _record(folder, "2031-03-13")
    with _open(folder) as index:
        assert _messages(index) == ["this is cancelled here, but “planned” in the record"]
        assert "(2031A00101) is planned" in str(_remarks(index))


@pytest.mark.parametrize("written", ["2031-03-13", "2031-03-13T10:00"])
def test_a_day_that_its_subject_contradicts_is_uncertain(folder: Path, written: str) -> None:
    _write(folder / "rbz.yaml", AGENDA.replace("when: 2031-03-13", f"when: {written}"))
    _record(folder, "2031-03-13", Onderwerp="Raad Buitenlandse Zaken (geannuleerd)")
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-13T10:00?")


def test_a_date_removed_from_the_record_is_reported(folder: Path) -> None:
    _record(folder, "2031-03-12", DatumSoort="Nog geen datum bekend", Datum=None, Aanvangstijd=None)
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-13?")
    with _open(folder) as index:
        assert _messages(index) == ["this is 2031-03-13 here, but the record gives no day for it"]
        (remark, *_) = _remarks(index)
    assert (
        remark == "The record of the House gives no day for “Commissiedebat” any more; here it is on Thu 13 Mar 2031."
    )


def test_a_record_with_only_withdrawn_rows_is_a_record(folder: Path) -> None:
    _record(folder, "2031-03-12", Verwijderd=True)
    with _open(folder) as index:
        assert index.has_record


def test_an_unknown_number_is_reported_only_if_the_record_covers_its_day(folder: Path) -> None:
    """A record with only papers, of another time, or from before the debate was planned proves nothing."""
    paper = {"Id": "p", "DocumentNummer": "2031D00001", "Soort": "Brief regering", "Datum": "2031-03-01T00:00:00+01:00"}
    (folder / "official" / "papers.json").write_text(json.dumps({"value": [paper]}))

    def codes() -> list[str]:
        with _open(folder) as index:
            return [each.code.name for each in against_record(index)]

    assert codes() == []
    _record(folder, "2031-02-01", "before.json", Id="b", Nummer="2031A00009")
    assert codes() == []
    _record(folder, "2031-04-01", "after.json", Id="c", Nummer="2031A00010")
    assert codes() == ["official-nowhere"]


def test_file_extensions_ignore_case(folder: Path) -> None:
    _record(folder, "2031-03-12", "A.JSON")
    assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-12T10:00")


def test_a_debate_that_became_a_written_consultation_keeps_its_deadlines(folder: Path) -> None:
    _record(folder, "2031-03-10", Soort="Inbreng schriftelijk overleg")
    with _open(folder) as index:
        items = {each.title: each for each in index.dated()}
    assert items["Commissiedebat"].kind == "written consultation"
    assert items["Lijnen"].when == parse_when("2031-03-09")


def test_a_withheld_event_stays_withheld(folder: Path) -> None:
    hidden = AGENDA.replace(
        "    official: 2031A00101", "    official: 2031A00101\n    public: false\n    place: Zaal 1"
    )
    _write(folder / "rbz.yaml", hidden)
    _record(folder, "2031-03-12", Locatie="Thorbeckezaal")
    with _open(folder) as index:
        assert index.event_links() == []
        assert "Thorbeckezaal" not in str(index.agenda("rbz"))
    with _open(folder, internal=True) as index:
        assert [each.official for each in index.event_links()] == ["2031A00101"]
        assert "Thorbeckezaal" in str(index.agenda("rbz"))


@pytest.mark.parametrize("internal", [False, True])
def test_each_link_has_the_date_of_its_own_event(folder: Path, *, internal: bool) -> None:
    """Also after events that are withheld or name no activity, and if the record has another date."""
    others = (
        "  - {title: Besloten, kind: debate, when: 2031-01-02, public: false, ground: Woo 5.1.2e}\n  - Werkbezoek\n"
    )
    _write(folder / "rbz.yaml", AGENDA.replace("events:\n", f"events:\n{others}"))
    _record(folder, "2031-03-14")
    with _open(folder, internal=internal) as index:
        (link,) = index.event_links()
    assert (link.official, link.title, link.when) == ("2031A00101", "Commissiedebat", parse_when("2031-03-13"))


def test_a_withheld_place_is_not_taken_from_the_record(folder: Path) -> None:
    marked = AGENDA.replace("    official:", "    place: {text: Zaal 1, public: false}\n    official:")
    _write(folder / "rbz.yaml", marked)
    _record(folder, "2031-03-12", Locatie="Thorbeckezaal")
    with _open(folder) as index:
        assert "Thorbeckezaal" not in str(index.agenda("rbz"))
    _write(folder / "rbz.yaml", AGENDA)
    with _open(folder) as index:
        assert "Thorbeckezaal" in str(index.agenda("rbz"))


def test_a_broken_file_of_the_record_is_reported_and_hides_no_other(folder: Path) -> None:
    _record(folder, "2031-03-12", "a_2031-02-01.json")
    _write(folder / "official" / "broken.json", "{")
    for _ in range(2):
        with _open(folder) as index:
            assert [each.path for each in index.diagnostics()] == ["official/broken.json"]
        assert _dates(folder)["Commissiedebat"] == parse_when("2031-03-12T10:00")


def test_yaml_in_the_folder_of_the_record_is_no_agenda(folder: Path) -> None:
    _write(folder / "official" / "x.yaml", AGENDA)
    with _open(folder) as index:
        assert index.ids == ["rbz"]


def test_the_settings_say_where_the_record_is(folder: Path) -> None:
    for place in ("huis/2031", "../huis"):
        _record(folder, "2031-03-12")
        (folder / place).mkdir(parents=True)
        (folder / "official" / "a.json").rename(folder / place / "a.json")
        data = f'[official]\nfolder = "{place}"\n'.encode()
        source = Source(folder, data, partial(read_settings, data, "brief.toml"))
        with open_index(source, folder.parent / "cache") as index:
            assert {each.title: each.when for each in index.dated()}["Commissiedebat"] == parse_when("2031-03-12T10:00")
        (folder / place / "a.json").unlink()


@pytest.mark.parametrize("place", ["/srv/huis", "..", ".", "", "C:/huis"])
def test_an_invalid_folder_of_the_record_is_refused(place: str) -> None:
    with pytest.raises(BriefError, match="can be no folder of the record"):
        read_settings(f'[official]\nfolder = "{place}"\n'.encode(), "brief.toml")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("kind: motion", ["kst-99001-5 is “motion” here, but “Brief regering” in the record"]),
        ("kind: letter", []),
        ("kind: report", []),
        ("title: Stand van zaken van de dijken", []),
        ("title: Verslag van de visserijraad", ["kst-99001-5 is called “Verslag van de visserijraad” here"]),
        ("title: Fisheries report", []),
    ],
)
def test_a_paper_that_differs_from_the_record_is_reported(folder: Path, fields: str, wrong: list[str]) -> None:
    _write(folder / "rbz.yaml", f"title: RBZ\nwhen: 2031-03-17\ndocuments:\n  - ref: 99 001, nr. 5\n    {fields}\n")
    row = {"DocumentNummer": "2031D00005", "Soort": "Brief regering", "Titel": "Inspectie van de dijken",
           "Onderwerp": "Inspectie van de dijken", "Volgnummer": 5,
           "Kamerstukdossier": [{"Nummer": 99001, "Toevoeging": None}]}  # fmt: skip
    _write(folder / "official" / "a.json", json.dumps({"@odata.context": "x/$metadata#Document", "value": [row]}))
    with _open(folder) as index:
        found = [each.message for each in against_record(index)]
    assert len(found) == len(wrong)
    assert all(message.startswith(start) for message, start in zip(found, wrong, strict=True))


@pytest.mark.parametrize(("status", "count"), [("open", 1), ("done", 0)])
def test_an_open_commitment_that_the_record_calls_met_is_reported(folder: Path, status: str, count: int) -> None:
    pledge = f"commitments:\n  - title: Brief\n    ref: TZ203103-001\n    status: {status}\n"
    _write(folder / "rbz.yaml", f"title: RBZ\nwhen: 2031-03-17\n{pledge}")
    row = {"Nummer": "TZ203103-001", "Tekst": "Een brief", "Status": "Voldaan", "DatumNakoming": "2031-04-01T00:00:00Z"}
    _write(folder / "official" / "a.json", json.dumps({"@odata.context": "x/$metadata#Toezegging", "value": [row]}))
    with _open(folder) as index:
        assert len([each for each in against_record(index) if "met in the record" in each.message]) == count
        for view in (
            deadlines_view(index, date(2031, 3, 1), deadlines.DeadlineChoice()),
            commitments_view(index, date(2031, 3, 1)),
        ):
            assert str(view.blocks).count("that is open here is met") == count
