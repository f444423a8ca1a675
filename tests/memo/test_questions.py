"""A list of questions and answers, as ministries write them, becomes questions of an agenda."""

import pytest
from tests.memo.words import memo_of

from briefcli.domain.agenda import Question
from briefcli.domain.redaction import lifted, redact
from briefcli.errors import NothingFound
from briefcli.memo.importer import import_memo

LIST = """Vragen en antwoorden voor het commissiedebat op 11 maart 2031

Vraag 1 (van het lid Proef)
Wat is de inzet voor de proef-
verordening?

Antwoord
De inzet is steun. Zie Kamerstuk 99 001, nr. 12.

Vraag is nog wat dit kost.

Vragen 2 en 3
Wat kost het? En wanneer?

Antwoord op de vragen 2 en 3:
Dat is nog niet bekend.

Vraag 4: Wie betaalt het?
Antwoord: Het Rijk.

Vraag 5
Wie nog meer?
"""
MEMO = """Aanleiding
De Raad komt bijeen.
Vraag 1
Wat kost het?
Antwoord
Twaalf miljoen.
Kernpunten
- Het plan is klaar.
"""


def questions_of(text: str) -> list[Question]:
    return import_memo(memo_of(text)).agenda.questions


def test_a_list_of_questions_gives_questions_and_answers() -> None:
    first, second, third, fourth = questions_of(LIST)
    assert first.by == "Proef"
    assert first.question == "Wat is de inzet voor de proefverordening?"
    assert str(first.answer).startswith("De inzet is steun. Zie Kamerstuk 99 001, nr. 12.")
    assert str(first.answer).endswith("Vraag is nog wat dit kost.")
    assert (second.question, second.answer) == ("Wat kost het? En wanneer?", "Dat is nog niet bekend.")
    assert (third.question, third.answer) == ("Wie betaalt het?", "Het Rijk.")
    assert (fourth.question, fourth.answer) == ("Wie nog meer?", None)
    assert import_memo(memo_of(LIST)).agenda.unplaced == []


@pytest.mark.parametrize(
    ("head", "by"),
    [
        ("Vraag 1 (De heer Jansen, Proefpartij)", "De heer Jansen, Proefpartij"),
        ("Vraag 1 (Jansen, VP)", "Jansen, VP"),
        ("Vraag 1 (vertrouwelijk, Proef)", None),
    ],
)
def test_the_asker_may_be_named_in_brackets(head: str, by: str | None) -> None:
    (found,) = questions_of(f"{head}\nWat kost het?\n\nAntwoord\nNiets.\n")
    assert found.by == by


def test_questions_between_the_headings_of_a_memo_are_read() -> None:
    agenda = import_memo(memo_of(MEMO)).agenda
    assert [(each.question, each.answer) for each in agenda.questions] == [("Wat kost het?", "Twaalf miljoen.")]
    assert agenda.key_points == ["Het plan is klaar."]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Wat kost het?", "[vertrouwelijk] Wat kost het?"),
        ("Twaalf miljoen.", "Twaalf miljoen (niet openbaar)."),
        ("Vraag 1\n", "Informatie die niet openbaar gemaakt kan worden\nVraag 1\n"),
        ("- Het plan is klaar.\n", "Informatie die niet openbaar gemaakt kan worden\nParagraaf 7 is gelakt.\n"),
    ],
)
def test_a_mark_on_or_above_a_question_withholds_it(old: str, new: str) -> None:
    read, marked = (redact(lifted(import_memo(memo_of(text)).agenda)) for text in (MEMO, MEMO.replace(old, new)))
    assert [each.question for each in read.questions] == ["Wat kost het?"]
    assert [each.public for each in questions_of(MEMO.replace(old, new))] == [False]
    assert [word for word in ("Wat kost", "Twaalf") if word in str(marked)] == []


def test_a_text_without_answers_is_no_list_of_questions() -> None:
    with pytest.raises(NothingFound):
        questions_of("Vraag 1\nWat kost het?\nVraag 2\nWanneer?\n")
