"""The rows of `brief scan`, their positions, and the JSON contract."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefcli.domain.cited import Findings, cited_papers, find
from briefcli.render.cells import cell_words
from briefcli.views import scan
from briefcli.views.cell import PaperCell
from briefcli.views.scan import has_dates_without_year, scan_view, scanned
from briefcli.views.view import Table

LETTER = "Datum 5 juni 2023\r\n\nZie Kamerstuk 28 676,\nnr. 427 van 9 maart.\rEn 15 juni."


def rows(text: str, written: date | None = None, **sought: bool) -> list[dict[str, object]]:
    data: list[dict[str, object]] = scan_view(scanned(text, written, **sought)).data
    return data


def test_a_record_has_the_keys_of_the_contract_and_its_position() -> None:
    (record,) = rows("a\nzie Kamerstuk 28 676 en 36 045, nr. 427")
    assert record == {
        "kind": "kamerstuk",
        "text": "Kamerstuk 28 676 en 36 045, nr. 427",
        "canonical": "kst-28676-427",
        "url": "https://zoek.officielebekendmakingen.nl/kst-28676-427.html",
        "start": 6,
        "end": 41,
        "certain": True,
        "alternatives": ["kst-36045-427"],
        "line": 2,
        "column": 5,
        "reason": None,
    }


def test_all_line_endings_are_recognised() -> None:
    assert [(each["line"], each["column"], each["canonical"]) for each in rows(LETTER)] == [
        (1, 7, "2023-06-05"),
        (3, 5, "kst-28676-427"),
        (4, 13, "2023-03-09"),
        (5, 4, "2023-06-15"),
    ]


def test_a_missing_year_comes_from_the_text_or_the_option_or_stays_open() -> None:
    assert scanned(LETTER, None).written == date(2023, 6, 5)
    assert rows(LETTER, date(2019, 1, 1))[-1]["canonical"] != "2023-06-15"
    (alone,) = rows("op 15 juni")
    assert (alone["canonical"], alone["url"]) == ("XXXX-06-15", None)
    assert has_dates_without_year(scanned("op 15 juni", None))
    assert not has_dates_without_year(scanned("op 15 juni", date(2023, 6, 5)))


def test_only_the_requested_kinds_are_shown() -> None:
    assert {each["kind"] for each in rows(LETTER, references=False)} == {"date"}
    assert {each["kind"] for each in rows(LETTER, dates=False)} == {"kamerstuk"}


def test_a_weekday_that_does_not_fit_is_reported() -> None:
    (record,) = rows("vrijdag 15 juni 2023")
    assert (record["certain"], record["reason"]) == (False, "15 June 2023 is a Thursday, not a Friday.")


def test_the_table_gives_the_reason_for_each_doubt() -> None:
    view = scan_view(scanned("Kamerstukken ll 2023/24, 36 410 XVI, nr. 160 op vrijdag 15 juni 2023", None))
    table = view.blocks[0]
    assert isinstance(table, Table)
    (_, _, _, paper, doubt), (*_, weekday) = table.rows
    assert isinstance(paper, PaperCell)
    assert not paper.certain
    assert doubt == '"ll" is read as the Roman numeral II.'
    assert weekday == "15 June 2023 is a Thursday, not a Friday."


def test_all_papers_and_dates_of_a_real_memo_are_found(shared: Path) -> None:
    text = (shared / "memos" / "dmm-2023-06.txt").read_text(encoding="utf-8")
    found = rows(text, date(2023, 6, 2))
    assert [each["canonical"] for each in found if each["kind"] != "date"] == [
        "kst-28676-427", "kst-28676-432", "kst-28676-429", "kst-28676-426", "kst-36045-4",
    ]  # fmt: skip
    assert [each["canonical"] for each in found if each["kind"] == "date"] == [
        "2023-06-15/2023-06-16", "2023-06-08", "2023-07-11/2023-07-12", "2023-06-15/2023-06-16", "2023-03-09",
        "2023-06-08", "2023-06-15/2023-06-16", "2023-05-12", "2023-03-17", "2023-02-03", "2022-02-28",
    ]  # fmt: skip
    assert [each.date and each.date.text for each in cited_papers(text, find(text))] == [
        "2023-03-09", "2023-05-12", "2023-03-17", "2023-02-03", "2022-02-28",
    ]  # fmt: skip


PIECES = st.sampled_from(
    ["\r", "\n", "\r\n", "Kamerstuk 28 676, nr. 427", " op 15 juni 2023 ", "\u2028", "é", "😀", " "]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_positions_point_at_the_words(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in rows(text):
        start, end, line, column = (each[name] for name in ("start", "end", "line", "column"))
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert isinstance(line, int)
        assert isinstance(column, int)
        assert text[start:end] == each["text"]
        assert lines[line - 1][column - 1 :].startswith(str(each["text"])[:9])


def test_a_long_text_is_read_to_its_end() -> None:
    filler = "De minister spreekt over de inzet van het kabinet.\n" * 2_500
    text = f"{filler}Zie Kamerstuk 28 676, nr. 427.\n{filler}Op 15 juni 2023.\n"
    found = scanned(text, None)
    assert [text[each.start : each.end] for each in found.findings.in_order] == [
        "Kamerstuk 28 676, nr. 427",
        "15 juni 2023",
    ]
    assert not found.is_cut


def test_reading_stops_after_too_many_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_BEGINNING", 6_000)
    monkeypatch.setattr(scan, "MOST_FOUND", 300)
    read: list[int] = []

    def reading(text: str, written: date | None) -> Findings:
        read.append(len(text))
        return find(text, written)

    monkeypatch.setattr(scan, "find", reading)
    found = scanned("Op 5 juni 2023. " * 600, None)
    assert read == [6_000]
    assert found.is_cut
    assert len(found.findings.dates) == 300


def test_alternatives_are_printed_in_readable_form() -> None:
    (table,) = scan_view(scanned("Kamerstuk 28 676, nr. 4 2 en 04-05-31", None)).blocks
    assert isinstance(table, Table)
    doubts = [cell_words(row[-1]) for row in table.rows]
    assert doubts[0].endswith("Also possible: 28 676, nr. 42.")
    assert doubts[1].endswith("Also possible: Mon 4 May 1931.")
