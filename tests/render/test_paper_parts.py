"""The runs of text in a paper."""

from datetime import date
from typing import Any

import pytest

from briefcli.render.paper_parts import parts_of
from briefcli.settings import PaperStyle
from briefcli.views.cell import Words
from briefcli.views.paper import Chapter, Paper
from briefcli.views.view import Axis, Block, Column, Heading, Remark, Table

DAY = date(2031, 3, 4)
NOTHING, ROAD = Table((), ()), Axis((), DAY)
SITE = "https://www.tweedekamer.nl/kamerstukken/detail"


def node_of(block: Block) -> dict[str, Any]:
    chapter = Chapter("raad", Heading(Words("Raad")), ROAD, (block,))
    paper = Paper("Raad", (chapter,), ROAD, NOTHING, NOTHING, DAY, "1", internal=False, style=PaperStyle())
    node: dict[str, Any] = parts_of(paper)["chapters"][0]["nodes"][0]
    return node


def runs_of(text: str) -> list[dict[str, Any]]:
    runs: list[dict[str, Any]] = node_of(Remark(Words(text)))["runs"]
    return runs


@pytest.mark.parametrize(
    "texts",
    [
        # Many short cells, or one date in words, leave what must be done enough of the page
        ["14 dagen te laat", "do 18 maart 2031", "Kamer informeren over tekorten", "TZ203105-101", "ma 3 maart 2031",
         "minister van VWS → lid Bushoff", "GMT"],
        ["na “NAVO berekent de burden-sharing uit cijfers van de OESO”", "over 4 dagen", "Kamer inlichten " * 6],
    ],
)  # fmt: skip
def test_the_longest_column_is_the_widest(texts: list[str]) -> None:
    dates = ["do 18 maart 2031", *(texts[1:])]
    columns = tuple(Column(f"Kop {number}") for number, _ in enumerate(texts))
    rows = tuple(tuple(map(Words, row)) for row in (texts, dates, dates, dates))
    widths = [each["width"] for each in node_of(Table(columns, rows))["columns"]]
    assert widths.index(max(widths)) == 2
    assert sum(widths) == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Zie Kamerstuk 28 676, nr. 427.", ["Kamerstuk 28 676, nr. 427"]),
        (f"Zie {SITE}?id=2031Z01234&did=2031D12345.", [f"{SITE}?id=2031Z01234&did=2031D12345"]),
        (f"({SITE}?id=2031Z01234) en 2031D12345", [f"{SITE}?id=2031Z01234", "2031D12345"]),
        ("www.a.nl/kst-28676-427.html, p. 2", ["www.a.nl/kst-28676-427.html"]),
        ("Zie https://www.a.nl/x.", []),
    ],
)
def test_cited_papers_and_their_addresses_become_links(text: str, linked: list[str]) -> None:
    runs = runs_of(text)
    assert "".join(run["text"] for run in runs) == text
    assert [run["text"] for run in runs if "note" in run] == linked
