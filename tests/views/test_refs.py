from pathlib import Path
from typing import Any

import pytest
from tests.agendas import index_of

from briefcli.domain.when import parse_when
from briefcli.errors import Exit, UsageError
from briefcli.index.queries import Index
from briefcli.render.cells import cell_words
from briefcli.views.cell import PaperCell
from briefcli.views.refs import papers_view
from briefcli.views.view import Table, View

AGENDAS = {
    "eerst": """
        title: Eerst
        when: 2031-01-15
        documents:
          - {ref: kst-28676-427, date: 2030-12-09, kind: letter, title: Inzet}
          - {ref: "28 676, nr. 430", date: 2030-12, title: Agenda}
          - {ref: kst-28676-431, date: 2030-12-20}
          - {ref: "Kamerstuk 21 501-02, nr. 2650", date: 2030-11-01, kind: report}
          - {ref: geen nummer, title: Notitie}
    """,
    "dan": """
        title: Dan
        when: 2031-02-15
        summary: ["zie Kamerstuk 28 676, nr. 427 en Kamerstuk 33 279, nr. 15", het dossier 28 676]
        documents:
          - {ref: kst-28676-430, date: 2030-12-11}
          - {ref: kst-28676-431, date: 2030-12-21}
        commitments: [{title: Motie, ref: kst-28676-99, kind: motion}]
    """,
    "stil": """
        title: Stil
        when: 2031-03-15
        documents: [{ref: kst-98001-3, date: 2031-01-01, public: false}]
        summary: [{text: zie Kamerstuk 28 676, public: false}]
    """,
}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return index_of(tmp_path, AGENDAS)


def by_document(view: View) -> dict[str, dict[str, Any]]:
    return {record["document"]: record for record in view.data}


def test_the_papers_of_a_dossier_are_sorted_by_number(index: Index) -> None:
    view = papers_view(index, "28676")
    assert list(by_document(view)) == ["kst-28676-99", "kst-28676-427", "kst-28676-430", "kst-28676-431"]


@pytest.mark.parametrize("asked", ["kst-28676-427", "28 676, nr. 427", "28676-427", "Kamerstuk 28 676, nr. 427"])
def test_a_paper_is_found_however_its_number_is_written(index: Index, asked: str) -> None:
    view = papers_view(index, asked)
    assert list(by_document(view)) == ["kst-28676-427"]
    record = by_document(view)["kst-28676-427"]
    wanted = {
        "dossier": "28676", "number": "427", "date": "2030-12-09", "kind": "letter", "title": "Inzet",
        "cited_in": ["eerst", "dan"], "url": "https://zoek.officielebekendmakingen.nl/kst-28676-427.html",
        "conflicts": [], "certain": True,
    }  # fmt: skip
    assert {name: record[name] for name in wanted} == wanted


def test_a_dossier_includes_its_suffixed_dossiers(index: Index) -> None:
    assert list(by_document(papers_view(index, "21501"))) == ["kst-21501-02-2650"]
    assert list(by_document(papers_view(index, "21501-02"))) == ["kst-21501-02-2650"]


def test_a_paper_with_two_dates_has_a_conflict_and_no_date(index: Index) -> None:
    view = papers_view(index, "kst-28676-431")
    record = by_document(view)["kst-28676-431"]
    assert record["date"] is None
    assert record["conflicts"] == [{"date": "2030-12-20", "in": ["eerst"]}, {"date": "2030-12-21", "in": ["dan"]}]
    (table,) = view.blocks
    assert isinstance(table, Table)
    assert cell_words(table.rows[0][1]) == "conflict:\nFri 20 Dec 2030 (eerst)\nSat 21 Dec 2030 (dan)"


def test_a_month_and_a_day_in_it_are_no_conflict_and_the_day_is_shown(index: Index) -> None:
    record = by_document(papers_view(index, "kst-28676-430"))["kst-28676-430"]
    assert (record["date"], record["conflicts"]) == ("2030-12-11", [])


def test_the_table_has_papers_with_their_address(index: Index) -> None:
    (table,) = papers_view(index, "kst-28676-427").blocks
    assert isinstance(table, Table)
    paper, when, kind, title, meetings = table.rows[0]
    assert paper == PaperCell("28 676, nr. 427", "https://zoek.officielebekendmakingen.nl/kst-28676-427.html")
    assert when == parse_when("2030-12-09")
    assert [cell_words(cell) for cell in (kind, title, meetings)] == ["letter", "Inzet", "eerst, dan"]


def test_the_summary_has_one_line_for_each_dossier(index: Index) -> None:
    view = papers_view(index, None)
    (table,) = view.blocks
    assert isinstance(table, Table)
    lines = {cell_words(row[0]): [cell_words(cell) for cell in row[1:]] for row in table.rows}
    assert lines == {
        "21 501-02": ["1", "21 501-02, nr. 2650", "Fri 1 Nov 2030", "1"],
        "28 676": ["4", "28 676, nr. 430\n28 676, nr. 431 has no date", "Wed 11 Dec 2030", "2"],
        "33 279": ["1", "33 279, nr. 15", "", "1"],
    }
    assert len(view.data) == 6


def test_withheld_citations_are_hidden_from_the_public(index: Index, tmp_path: Path) -> None:
    assert not papers_view(index, "98001").found
    assert "stil" not in str(papers_view(index, None).data)
    internal = index_of(tmp_path / "internal", AGENDAS, internal=True)
    assert list(by_document(papers_view(internal, "98001"))) == ["kst-98001-3"]


def test_a_paper_that_no_agenda_cites_is_not_found(index: Index) -> None:
    view = papers_view(index, "kst-28676-1")
    assert (view.data, view.found) == ([], False)
    (remark,) = view.blocks
    assert cell_words(getattr(remark, "text", None)) == "No agenda cites 28 676, nr. 1."


@pytest.mark.parametrize("asked", ["", "zomaar wat", "[bold]", "\x1b[2J", "../../etc", "1", "9" * 500])
def test_input_that_is_no_paper_is_refused_with_an_example(index: Index, asked: str) -> None:
    with pytest.raises(UsageError, match="is not a paper or a dossier") as refused:
        papers_view(index, asked)
    assert "28676" in (refused.value.hint or "")
    assert refused.value.exit_code == Exit.USAGE


def test_without_any_paper_nothing_is_found(tmp_path: Path) -> None:
    view = papers_view(index_of(tmp_path, {"raad": "{title: Raad, when: 2031-01-01}"}), None)
    assert (view.data, view.found) == ([], False)
