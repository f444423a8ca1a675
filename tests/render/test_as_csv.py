import csv
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import any_text

from briefcli.render.as_csv import render_csv
from briefcli.render.clean import one_line
from briefcli.views.view import View


def parsed(data: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(render_csv(View(data=data, blocks=())))))


def test_records_become_rows_under_a_header() -> None:
    records = [
        {"date": date(2031, 3, 1), "days": -3, "title": "Brief", "ids": ["a", "b"], "done": True},
        {"date": None, "days": None, "title": "een, “twee”\nen drie", "ids": [], "done": False},
    ]
    assert parsed(records) == [
        ["date", "days", "title", "ids", "done"],
        ["2031-03-01", "-3", "Brief", "a; b", "true"],
        ["", "", "een, “twee” en drie", "", "false"],
    ]


def test_nested_values_are_written_out() -> None:
    conflicts = [{"date": "2031-03-01", "in": ["a", "b"]}, {"date": "2031-03-02", "in": ["c"]}]
    assert parsed([{"conflicts": conflicts}])[1] == ["date: 2031-03-01 in: a; b; date: 2031-03-02 in: c"]


def test_a_single_record_has_one_row_for_each_field() -> None:
    record = {"id": "raad", "days": 3, "sessions": [{"number": 1, "topics": ["x", {"text": "y", "public": False}]}]}
    assert parsed(record) == [
        ["field", "value"],
        ["id", "raad"],
        ["days", "3"],
        ["sessions[0].number", "1"],
        ["sessions[0].topics[0]", "x"],
        ["sessions[0].topics[1].text", "y"],
        ["sessions[0].topics[1].public", "false"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+31 70", "-5", "@SUM(A1)", " =1", "\t=1", "\r=1", "\u2028=1"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert parsed([{"text": text}])[1] == [f"'{text.strip()}"]
    assert parsed({"text": text})[1] == ["text", f"'{text.strip()}"]
    assert parsed([{"texts": [text]}])[1][0].startswith("'")


@given(st.lists(st.tuples(any_text(), any_text()), min_size=1))
def test_any_text_is_read_back_as_one_cell(rows: list[tuple[str, str]]) -> None:
    read = parsed([{"a": one, "b": other} for one, other in rows])
    assert read[0] == ["a", "b"]
    for cells, texts in zip(read[1:], rows, strict=True):
        assert [cell.replace("'", "") for cell in cells] == [one_line(text).replace("'", "") for text in texts]


FORMULAS = st.text(st.sampled_from("=+-@;,|\t \"'\nx1"))


@given(st.lists(st.tuples(FORMULAS, FORMULAS), min_size=1), st.sampled_from(",;|\t"))
def test_no_cell_is_a_formula_whatever_the_separator(rows: list[tuple[str, str]], separator: str) -> None:
    view = View(data=[{"a": one, "b": other} for one, other in rows], blocks=())
    for text in (render_csv(view), render_csv(view, excel=True)):
        for cells in csv.reader(io.StringIO(text), delimiter=separator):
            assert not any(cell.strip().startswith(("=", "+", "-", "@")) for cell in cells)


def test_lines_end_in_crlf() -> None:
    assert render_csv(View(data=[{"a": "x"}], blocks=())) == "a\r\nx\r\n"


def test_excel_gets_a_byte_order_mark_semicolons_and_decimal_commas() -> None:
    record = {"place": "Curaçao", "share": 2.5, "year": 2031, "ids": ["a", "b"]}
    text = render_csv(View(data=[record], blocks=()), excel=True)
    assert text == '\ufeffplace;share;year;ids\r\nCuraçao;2,5;2031;"a; b"\r\n'


def test_without_results_the_header_is_still_printed() -> None:
    assert render_csv(View(data=[], blocks=(), fields=("id", "title"))) == "id,title\r\n"
