from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.agendas import index_of

from briefcli.domain.workdays import Calendar
from briefcli.errors import UsageError
from briefcli.index.queries import Filter, Index
from briefcli.render.cells import cell_words
from briefcli.views.commitments import commitments_view
from briefcli.views.deadlines import DeadlineChoice, deadlines_view
from briefcli.views.next import days_view, next_view
from briefcli.views.view import Remark, Table, View

TODAY = date(2031, 3, 4)
AGENDAS = {
    "raad": """
        title: Raad in maart
        short: Raad
        series: raad
        kind: council
        when: 2031-03-15/2031-03-16
        events:
          - {title: Debat, kind: debate, when: 2031-03-10}
          - {title: Geschrapt debat, kind: debate, when: 2031-03-09, status: cancelled}
          - {title: Diner, kind: side meeting, when: ../2031-03-16}
        deadlines:
          - {title: Memo, due: 2031-03-01, owner: DEU}
          - {title: Oude nota, due: 2031-02-01}
          - {title: Klaar, due: 2031-03-02, done: true}
          - {title: Brief, due: 2 days before debate, owner: DEU en DCO, kind: letter}
          - {title: Woordvoeringslijn, owner: DCO}
          - {title: Verslag, due: 10 days after meeting}
        commitments:
          - {title: Toezegging, due: ../2031-03-12}
          - {title: Afgedaan, due: 2031-03-03, status: done}
    """,
    "top": "{title: Top, when: 2031-06, deadlines: [{title: Inzet, due: 2031-05-01}]}",
    "vorige": """
        title: Vorige raad
        when: 2031-01-15
        deadlines: [{title: Vergeten, due: 2031-01-10}, {title: Nooit gedateerd}, {title: Nasleep, due: 2031-03-20}]
    """,
    "weg": "{title: Geschrapt, when: 2031-03-20, status: cancelled, deadlines: [{title: Onnodig, due: 2031-03-19}]}",
}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return index_of(tmp_path, AGENDAS)


def titles(index: Index, today: date = TODAY, **choice: Any) -> list[str]:
    return [record["title"] for record in deadlines_view(index, today, DeadlineChoice(**choice)).data]


def remark(view: View) -> str:
    (block,) = view.blocks
    assert isinstance(block, Remark)
    return cell_words(block.text)


def test_late_items_come_first_then_dated_then_undated_ones(index: Index) -> None:
    assert titles(index) == [
        "Vergeten", "Oude nota", "Memo", "Brief", "Debat", "Toezegging", "Raad in maart", "Nasleep", "Verslag", "Inzet",
        "Diner",
        "Top", "Woordvoeringslijn", "Nooit gedateerd",
    ]  # fmt: skip


def test_late_items_stay_listed_after_their_meeting(index: Index) -> None:
    after = titles(index, date(2031, 3, 17))
    assert after == [
        "Vergeten", "Oude nota", "Memo", "Brief", "Toezegging", "Nasleep", "Verslag", "Inzet", "Top",
        "Woordvoeringslijn", "Nooit gedateerd",
    ]  # fmt: skip


def test_everything_includes_past_but_not_cancelled_items(index: Index) -> None:
    everything = titles(index, everything=True)
    assert {"Vergeten", "Nooit gedateerd", "Klaar", "Afgedaan", "Vorige raad"} <= set(everything)
    assert not {"Geschrapt debat", "Geschrapt", "Onnodig"} & set(everything)
    assert everything[:3] == ["Vergeten", "Oude nota", "Memo"]


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ({"days": 6}, ["Vergeten", "Oude nota", "Memo", "Brief", "Debat", "Diner"]),
        ({"days": 0}, ["Vergeten", "Oude nota", "Memo", "Diner"]),
        ({"owners": ("dco",)}, ["Brief", "Woordvoeringslijn"]),
        ({"kind": "debate"}, ["Debat"]),
        ({"kind": "Side-Meeting"}, ["Diner"]),
        ({"kind": "commitment"}, ["Toezegging"]),
        ({"kind": "meeting"}, ["Raad in maart", "Top"]),
        ({"kind": "letter"}, ["Brief"]),
        ({"kind": "debat"}, ["Debat"]),
        ({"kind": "Toezegging"}, ["Toezegging"]),
        ({"kind": "brief"}, ["Brief"]),
        ({"kind": "motie"}, []),
        ({"wanted": Filter(meeting="top")}, ["Inzet", "Top"]),
        ({"wanted": Filter(series="RAAD"), "kind": "event"}, ["Debat", "Diner"]),
    ],
)
def test_deadlines_can_be_filtered(index: Index, choice: dict[str, Any], found: list[str]) -> None:
    assert titles(index, **choice) == found


def test_an_unknown_kind_is_refused_with_the_known_ones(index: Index) -> None:
    with pytest.raises(UsageError) as refused:
        deadlines_view(index, TODAY, DeadlineChoice(kind="lunch"))
    assert str(refused.value) == "there is no kind “lunch”"
    assert refused.value.hint is not None
    assert refused.value.hint.startswith("the kinds here are commitment, council, deadline, debate, event, letter")


def test_a_record_has_the_fields_of_the_contract(index: Index) -> None:
    records = {record["title"]: record for record in deadlines_view(index, TODAY, DeadlineChoice()).data}
    assert records["Brief"] == {
        "date": date(2031, 3, 8), "until": date(2031, 3, 8), "days": 3, "when": "2031-03-08", "title": "Brief",
        "kind": "deadline", "type": "letter", "meeting": "raad", "owner": "DEU en DCO", "status": "open",
        "written": "2 days before debate", "rhythm": None, "recess": None, "timezone": None, "public": True,
        "workday": date(2031, 3, 7),
    }  # fmt: skip
    assert (records["Memo"]["status"], records["Memo"]["days"]) == ("overdue", -3)
    assert (records["Toezegging"]["date"], records["Toezegging"]["when"]) == (date(2031, 3, 11), "../2031-03-12")
    for undated in ("Diner", "Top", "Woordvoeringslijn"):
        assert (records[undated]["date"], records[undated]["days"]) == (None, None)


def test_a_meeting_is_listed_until_its_last_day(index: Index) -> None:
    assert "Raad in maart" in titles(index, date(2031, 3, 16))
    assert "Raad in maart" not in titles(index, date(2031, 3, 17))


def test_the_table_shows_the_short_name_of_a_meeting(index: Index) -> None:
    dated, undated = deadlines_view(index, TODAY, DeadlineChoice(kind="meeting")).blocks
    assert isinstance(dated, Table)
    assert isinstance(undated, Table)
    assert [cell_words(row[2]) for row in dated.rows] == ["Raad"]
    assert [cell_words(row[1]) for row in undated.rows] == ["Top"]


def test_an_item_without_a_day_says_that_it_is_done(tmp_path: Path) -> None:
    text = "{title: Raad, when: 2031-03-15, commitments: [{title: A, due: 2031-05, status: done}, {title: B}]}"
    undated = deadlines_view(index_of(tmp_path, {"raad": text}), TODAY, DeadlineChoice()).blocks[1]
    assert isinstance(undated, Table)
    assert [[cell_words(cell) for cell in row][:3] for row in undated.rows] == [
        ["✓ done", "May 2031", "A"],
        ["–", "date unknown", "B"],
    ]


def test_if_nothing_is_ahead_the_last_past_item_is_named(index: Index) -> None:
    view = deadlines_view(index, date(2032, 1, 1), DeadlineChoice(kind="meeting"))
    assert (view.data, view.found) == ([], False)
    assert remark(view) == (
        "Nothing ahead. The last one before today: Top (top), Jun 2031. --today 2031-05-18 shows what was ahead then."
    )


def test_the_last_past_item_matches_the_filter(index: Index) -> None:
    by_kind = deadlines_view(index, date(2032, 1, 1), DeadlineChoice(kind="debate"))
    assert remark(by_kind) == (
        "Nothing ahead. The last one before today: Debat (raad), Mon 10 Mar 2031. "
        "--today 2031-02-24 shows what was ahead then."
    )
    cancelled = deadlines_view(index, date(2032, 1, 1), DeadlineChoice(wanted=Filter(meeting="weg")))
    assert remark(cancelled) == "Nothing ahead."


def test_items_beyond_the_horizon_are_counted(index: Index) -> None:
    within = deadlines_view(index, date(2031, 3, 17), DeadlineChoice(days=5, kind="meeting"))
    assert cell_words(within.blocks[-1].text) == "1 more comes after Sat 22 Mar 2031: Jun 2031; --all shows it."  # type: ignore[union-attr]
    far = deadlines_view(index, date(2030, 12, 1), DeadlineChoice())
    assert cell_words(far.blocks[-1].text).endswith("come after Sat 1 Mar 2031, the last: Jun 2031; --all shows them.")  # type: ignore[union-attr]


def test_without_agendas_no_last_item_is_named(tmp_path: Path) -> None:
    assert remark(deadlines_view(index_of(tmp_path, {}), TODAY, DeadlineChoice())) == "Nothing ahead."


def test_a_cancelled_meeting_keeps_only_its_commitments(tmp_path: Path) -> None:
    index = index_of(tmp_path, {"weg": """
        title: Geschrapt
        when: 2031-03-20
        status: cancelled
        deadlines: [{title: Onnodig, due: 2031-03-01}]
        commitments: [{title: Beloofd, due: 2031-03-01}]
    """})  # fmt: skip
    assert titles(index) == ["Beloofd"]


def test_a_done_item_is_open_before_the_day_it_was_done(tmp_path: Path) -> None:
    deadline = "{title: Brief, due: 2031-03-01, done: true, done_on: 2031-03-08, paper: '28 676, nr. 9'}"
    index = index_of(tmp_path, {"raad": f"{{title: Raad, when: 2031-02-20, deadlines: [{deadline}]}}"})
    assert titles(index, date(2031, 3, 7)) == ["Brief"]
    assert titles(index, date(2031, 3, 8)) == []


def test_an_event_with_its_own_agenda_is_listed_once(tmp_path: Path) -> None:
    event = "{title: Een top, kind: summit, when: 2031-03-20}"
    agendas = {
        "raad": f"{{title: Raad, when: 2031-03-10, leads_to: top, events: [{event}]}}",
        "los": f"{{title: Los, when: 2031-03-11, events: [{event}]}}",
        "top": "{title: Top, kind: summit, when: 2031-03-20}",
    }
    index = index_of(tmp_path, agendas)
    found = [(each["meeting"], each["kind"]) for each in deadlines_view(index, TODAY, DeadlineChoice()).data]
    assert found == [("raad", "meeting"), ("los", "meeting"), ("los", "event"), ("top", "meeting")]
    assert titles(index, wanted=Filter(meeting="raad")) == ["Raad", "Een top"]


def said(view: View) -> str:
    return " ".join(cell_words(block.text) for block in view.blocks if isinstance(block, Remark))


def test_an_unknown_owner_is_reported_beside_the_results(index: Index) -> None:
    both = deadlines_view(index, TODAY, DeadlineChoice(owners=("DOC", "dco")))
    assert [record["title"] for record in both.data] == ["Brief", "Woordvoeringslijn"]
    assert said(both) == "No agenda names the owner “DOC”. Owners are: “DCO”, “DEU”, “DEU en DCO”."
    assert "No agenda" not in said(deadlines_view(index, TODAY, DeadlineChoice(owners=("dco",))))
    assert "No agenda names the owner “DOC”" in said(days_view(index, TODAY, 7, Calendar(), ("DOC",)))
    assert "No agenda names the owner “DOC”" in said(next_view(index, TODAY, ("DOC",)))
    assert "No agenda names the owner “DOC”" in said(commitments_view(index, TODAY, owners=("DOC",)))


def test_a_withheld_owner_is_not_listed(tmp_path: Path) -> None:
    owner = "{text: Geheime eenheid, public: false, ground: Woo 5.1.2e}"
    agenda = f"{{title: Top, when: 2031-06, deadlines: [{{title: Inzet, due: 2031-05-01, owner: {owner}}}]}}"
    view = deadlines_view(index_of(tmp_path, {"top": agenda}), TODAY, DeadlineChoice(owners=("geheime",)))
    assert said(view).endswith("No agenda names the owner “geheime” or any other owner.")


def test_a_record_in_place_of_a_withheld_deadline_is_not_public(tmp_path: Path) -> None:
    brief, memo = (
        "{title: Brief, due: 2031-05-01}",
        "{title: Geheime memo, due: 2031-05-02, public: false, ground: Woo}",
    )
    index = index_of(tmp_path, {"top": f"{{title: Top, when: 2031-06, deadlines: [{brief}, {memo}]}}"})
    found = deadlines_view(index, TODAY, DeadlineChoice()).data
    assert {each["title"]: each["public"] for each in found} == {"Brief": True, "Top": True, "[withheld: Woo]": False}


def test_items_until_a_meeting_are_sorted_by_days_left(tmp_path: Path) -> None:
    sunday = "{title: Zondag, due: 3 days before meeting}"
    due = f"[{{title: Zaterdag, due: 2031-06-14}}, {sunday}, {{title: Maand, due: 2031-06}}]"
    index = index_of(tmp_path, {"raad": f"{{title: Raad, when: 2031-06-18, deadlines: {due}}}"})
    road = next_view(index, date(2031, 6, 12)).data
    assert [(each["title"], each["days"]) for each in road["until"]] == [("Zondag", 1), ("Zaterdag", 2)]
    assert [each["title"] for each in road["unknown"]] == ["Maand"]


def test_next_says_what_other_meetings_need_before_the_next_one(tmp_path: Path) -> None:
    due = (
        "{title: Brief, due: 2031-06-15}, {title: Later, due: 2031-06-19}, {title: Klaar, due: 2031-06-16, done: true}"
    )
    hidden = "{title: Geheim, due: 2031-06-14, public: false, ground: Woo}"
    top = f"{{title: Top, when: 2031-06-30, deadlines: [{due}, {hidden}]}}"
    index = index_of(tmp_path, {"raad": "{title: Raad, when: 2031-06-18}", "top": top})
    found = said(next_view(index, date(2031, 6, 12)))
    assert found.startswith("Other meetings have deadlines before this meeting, the first on Sun 15 Jun 2031;")
    assert said(next_view(index, date(2031, 6, 12), ("DCO",))).startswith("No agenda names")
    assert said(next_view(index, date(2031, 6, 20))) == ""


def test_next_names_a_meeting_that_is_not_public(tmp_path: Path) -> None:
    imported = "{title: Raad, when: 2031-06-18, public: false, ground: not yet read}"
    top = "{title: {text: Top, public: false}, when: 2031-06-30}"
    for agendas, told in (({"raad": imported}, True), ({"raad": imported, "top": top}, True), ({"top": top}, False)):
        index = index_of(tmp_path / f"{len(agendas)}{told}", agendas)
        for view in (next_view(index, TODAY), days_view(index, TODAY, 60, Calendar())):
            assert ("The dates of these meetings are not public: raad. --internal shows them." in said(view)) is told
    index = index_of(tmp_path / "past", {"raad-2023-06": imported, "raad-2031-06": imported})
    assert "not public: raad-2031-06. --internal" in said(next_view(index, TODAY))
