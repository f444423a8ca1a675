"""Of a choice with tick boxes, only what is ticked is read, and of an unfilled field nothing. Other boxes stay."""

import pytest

from briefcli.memo.layout.tick_boxes import only_ticked, without_prompts
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


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Rubricering: Kies een item.", ""),
        ("Classification: [Choose an item.]", ""),
        ("Datum: Klik of tik om een datum in te voeren.", ""),
        ("3. Merking: Klik hier als u tekst wilt invoeren.", ""),
        ("• Rubricering | Click or tap here to enter text.", ""),
        ("Rubricering\nKies een item.", "\n"),
        ("Rubricering: Dep. Vertrouwelijk\nKies een item.", "Rubricering: Dep. Vertrouwelijk\n"),
        ("Vertrouwelijk: Kies een item.", "Vertrouwelijk: "),
        ("Kies een item op de agenda.", "Kies een item op de agenda."),
        ("De Raad spreekt over dijken. Kies een item.", "De Raad spreekt over dijken. "),
    ],
)
def test_a_field_that_is_not_filled_in_is_left_out(text: str, kept: str) -> None:
    lines = [Line(each, None, number) for number, each in enumerate(text.split("\n"))]
    assert "\n".join(line.text for line in without_prompts(lines)) == kept
