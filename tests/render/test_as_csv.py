import csv
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefcli.render.as_csv import render_csv
from briefcli.render.clean import one_line
from briefcli.views.model import View


def parsed(data: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(render_csv(View(data=data, blocks=())))))


def test_a_line_a_record_under_the_names_of_the_fields() -> None:
    records = [
        {"date": date(2031, 3, 1), "days": -3, "title": "Brief", "ids": ["a", "b"], "done": True},
        {"date": None, "days": None, "title": "een, “twee”\nen drie", "ids": [], "done": False},
    ]
    assert parsed(records) == [
        ["date", "days", "title", "ids", "done"],
        ["2031-03-01", "-3", "Brief", "a; b", "true"],
        ["", "", "een, “twee” en drie", "", "false"],
    ]


def test_what_is_nested_in_a_record_is_written_out() -> None:
    conflicts = [{"date": "2031-03-01", "in": ["a", "b"]}, {"date": "2031-03-02", "in": ["c"]}]
    assert parsed([{"conflicts": conflicts}])[1] == ["date: 2031-03-01 in: a; b; date: 2031-03-02 in: c"]


def test_a_single_record_is_a_line_a_field() -> None:
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
def test_a_text_that_a_spreadsheet_would_compute_gets_an_apostrophe(text: str) -> None:
    assert parsed([{"text": text}])[1] == [f"'{text.strip()}"]
    assert parsed({"text": text})[1] == ["text", f"'{text.strip()}"]
    assert parsed([{"texts": [text]}])[1][0].startswith("'")


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_any_text_comes_back_as_one_cell(rows: list[tuple[str, str]]) -> None:
    read = parsed([{"a": one, "b": other} for one, other in rows])
    assert read[0] == ["a", "b"]
    for cells, texts in zip(read[1:], rows, strict=True):
        assert [cell.removeprefix("'") for cell in cells] == [one_line(text).removeprefix("'") for text in texts]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_nothing_found_has_no_records() -> None:
    assert [line for line in parsed([]) if line] == []
