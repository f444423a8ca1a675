"""Of a choice with tick boxes, only what is ticked is read. Other boxes, such as those of tasks, stay."""

import pytest

from briefcli.memo.layout.tick_boxes import only_ticked
from briefcli.memo.text import Line

CHOICES = {
    "Openbaar: ☐ ja ☒ nee": "Openbaar: nee", "Openbaar\n☐ Ja\n\n☒ Nee": "Openbaar\nNee\n\n",
    "Openbaar: ja ☐ nee ☒ deels ☐": "Openbaar: nee", "Openbaar: \uf0a8 ja \uf0fe nee": "Openbaar: nee",
    "Openbaar: ¨ ja þ nee": "Openbaar: nee", "Openbaar: ( ) ja (x) nee": "Openbaar: nee",
    "Rubricering ☒ Ongerubriceerd ☐ Dep. V": "Rubricering: Ongerubriceerd", "☐ Openbaar ☐ Geheim": "niet ingevuld",
}  # fmt: skip
OTHERS = (
    "Acties\n☐ Brief openbaar maken\n☒ Lijnen", "Kernpunten\n□ Openbaar vervoer is duur.\n□ Nee zeggen is duur.",
    "• Nr | Titel | Openbaar\n• 1 | Mandaat | ☐\n• 2 | Brief | ☒", "Dat is vertrouwelijk besproken (x) en ja, akkoord.",
)  # fmt: skip


@pytest.mark.parametrize(("text", "chosen"), [*CHOICES.items(), *((each, each) for each in OTHERS)])
def test_only_what_is_ticked_is_kept(text: str, chosen: str) -> None:
    lines = [Line(each, None, number) for number, each in enumerate(text.split("\n"))]
    assert [line.text for line in only_ticked(lines)] == chosen.split("\n")
