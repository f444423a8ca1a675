"""The runs of text in a paper."""

from datetime import date
from typing import Any

import pytest

from briefcli.render.paper_parts import parts_of
from briefcli.settings import PaperStyle
from briefcli.views.cell import Words
from briefcli.views.paper import Chapter, Paper
from briefcli.views.view import Axis, Heading, Remark, Table

DAY = date(2031, 3, 4)
NOTHING, ROAD = Table((), ()), Axis((), DAY)
SITE = "https://www.tweedekamer.nl/kamerstukken/detail"


def runs_of(text: str) -> list[dict[str, Any]]:
    chapter = Chapter("raad", Heading(Words("Raad")), ROAD, (Remark(Words(text)),))
    paper = Paper("Raad", (chapter,), ROAD, NOTHING, NOTHING, DAY, "1", internal=False, style=PaperStyle())
    (node,) = parts_of(paper)["chapters"][0]["nodes"]
    runs: list[dict[str, Any]] = node["runs"]
    return runs


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
