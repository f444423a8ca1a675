"""Footnotes are moved to the words they belong to, in time proportional to the length of the text."""

import time

from tests.memo.words import memo_of

from briefcli.memo.layout.footnotes import lift_notes


def _kept(text: str) -> list[str]:
    return [line.text for line in lift_notes(memo_of(text).lines)[0] if line.text]


def test_the_footnote_of_an_item_moves_below_its_title() -> None:
    lines = ["1. Reeds on dikes 1", "2. Pumps in towns 2", "1 Item on the list.", "on request.", "2 Public debate."]
    assert _kept("\n".join(lines)) == ["1. Reeds on dikes", "Item on the list. on request.", "2. Pumps in towns",
                                       "Public debate."]  # fmt: skip


def test_a_number_without_a_footnote_stays_in_the_title() -> None:
    assert _kept("1 Item above.\n1. Reeds on dikes 1\n2. Pumps in towns 3") == [
        "1 Item above.", "1. Reeds on dikes 1", "2. Pumps in towns 3"]  # fmt: skip


def test_thousands_of_titles_with_a_number_are_read_fast() -> None:
    text = "\n".join(f"{number % 99 + 1}. Reeds on dikes {number % 99 + 1}" for number in range(7000))
    began = time.process_time()
    assert len(_kept(text)) == 7000
    assert time.process_time() - began < 3


def test_a_number_that_ends_running_text_is_no_footnote_mark() -> None:
    lines = ["4. Reeds grow here. They take 5", "", "years to grow.", "5 House paper."]
    assert _kept("\n".join(lines)) == [each for each in lines if each]


def test_a_footnote_may_have_its_number_on_the_line_above() -> None:
    text = "Streng.1 Er is een fiche,2 en\n\n1\n    Kamerstuk 29 999, nr. 12.\n2\n    Rapport Dijken.\n\neen rapport."
    kept, notes = lift_notes(memo_of(f"{text}\nEr zijn\n3\nrivieren.").lines)
    assert [line.text for note in notes.values() for line in note.lines] == [
        "Kamerstuk 29 999, nr. 12.",
        "Rapport Dijken.",
    ]
    assert [line.text for line in kept if line.text] == [
        "Streng.1 Er is een fiche,2 en", "een rapport.", "Er zijn", "3", "rivieren.",
    ]  # fmt: skip


def test_a_footnote_that_is_a_mark_is_read_as_one_and_as_a_heading() -> None:
    kept, notes = lift_notes(memo_of("De dijk is hoog.1\n\n1 Niet openbaar maken.").lines)
    assert [line.text for line in notes[1].lines] == ["Niet openbaar maken."]
    assert "1 Niet openbaar maken." in [line.text for line in kept]
