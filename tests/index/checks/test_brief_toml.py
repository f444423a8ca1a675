"""Mistakes that are found in brief.toml."""

from pathlib import Path

import pytest
from tests.reading.codes_page import TODAY

from briefcli.index.checks.brief_toml import settings_doubts
from briefcli.workspace import Workspace


def _standard(id_: str, due: str) -> str:
    return f'[[rhythm.deadlines]]\nid = "{id_}"\ntitle = "{id_}"\ndue = "{due}"\n'


ALL, NATO = "[[rhythm]]\n", '[[rhythm]]\nbody = "NATO"\n'


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (ALL + _standard("memo", "1 day before memo"), [5]),
        (ALL + _standard("memo", "1 day before letter") + _standard("letter", "5 workdays before memo"), [5, 9]),
        (ALL + _standard("memo", "1 day before letter") + _standard("letter", "2 days before meeting"), []),
        (  # only the narrower rhythm closes the circle
            ALL
            + _standard("memo", "1 day before letter")
            + _standard("letter", "9 days before meeting")
            + NATO
            + _standard("letter", "1 day before memo"),
            [15],
        ),
    ],
)
def test_standard_deadlines_that_count_in_a_circle_are_reported(tmp_path: Path, text: str, lines: list[int]) -> None:
    (tmp_path / "brief.toml").write_text(text, encoding="utf-8")
    place = Workspace(root=tmp_path, shown_as=tmp_path.name, internal=False, today=TODAY)
    with place.open_index() as index:
        found = list(settings_doubts(tmp_path, index, place.settings().rhythms))
    assert [(each.code, each.line) for each in found] == [("circle", line) for line in lines]
