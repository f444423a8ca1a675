"""The side column of a memo that was saved as text, as `pdftotext -layout` writes it."""

from pathlib import Path

import pytest

from briefcli.domain.redaction import lifted, redact
from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo
from briefcli.memo.layout.side_column import columns_apart

MEMO = """\
                                             Ministerie van Water
Aan: de minister van Water
                                             Directie
nota ter beslissing                          Dijken

Kamerbrief over de dijken                    Opgesteld door
                                             Zwaan, P.

                                             Datum
1 Aanleiding                                 3 april 2031
U heeft in het commissiedebat Dijkbeheer
van 12 maart 2031 een brief toegezegd.       Kenmerk
                                             4012345

2 Kernpunten
- De dijken zijn in orde, ook in de winter, en daar blijft het bij.
"""


def test_a_side_column_is_read_apart_from_the_text_beside_it() -> None:
    found = import_memo(read_memo(Path("memo.txt"), MEMO.encode())).agenda
    assert (found.title, found.when.text) == ("Kamerbrief over de dijken", "unknown")  # a debate held is no meeting
    assert [each.date and each.date.text for each in found.documents] == ["2031-04-03"]
    assert found.summary == ["U heeft in het commissiedebat Dijkbeheer van 12 maart 2031 een brief toegezegd."]
    assert found.key_points == ["De dijken zijn in orde, ook in de winter, en daar blijft het bij."]
    assert "Zwaan" not in repr(redact(lifted(found)))


def test_a_table_without_labels_of_a_head_stays_in_rows() -> None:
    rows = ["Naam          Bedrag", "Dijk          12", "Sluis         13"]
    assert columns_apart(rows) == list(enumerate(rows))


@pytest.mark.parametrize(
    "text",
    [
        ["Niet openbaar", "Onze inzet bedraagt"],
        ["Vertrouwelijk: onderhandelingen", "Onze inzet bedraagt"],
        ["Kernpunten", "- Onze inzet bedraagt hooguit", "de helft (niet openbaar)."],
        ["Terugvaloptie", "Onze inzet bedraagt"],
    ],
)
def test_what_is_beside_a_withheld_text_stays_in_its_row(text: list[str]) -> None:
    rows = [" " * 40 + words for words in ("Datum", "3 april 2031", "Kenmerk", "12")]
    beside = f"{text[1]:<40}drie procent"
    found = [row for _, row in columns_apart([*rows, "", "", text[0], beside, *text[2:]])]
    assert beside in found
    assert "Datum" in found  # what is beside the text above it does not


def test_two_tables_with_the_same_names_of_columns_stay_in_rows() -> None:
    rows = [
        "Actie          Deadline",
        "Brief          14 mei 2031",
        "",
        "Actie          Deadline",
        "Nota           15 mei 2031",
    ]
    assert columns_apart(rows) == list(enumerate(rows))
