"""A list of questions and answers, as ministries write them, becomes questions of an agenda."""

import pytest
from tests.memo.words import memo_of

from briefcli.domain.agenda import Question, plain
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
        ("Vraag 1 (VVD)", "VVD"),
        ("Vraag 1 (D66, GroenLinks-PvdA en SP):", "D66, GroenLinks-PvdA en SP"),
        ("Vraag 1 (AMR)", None),
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


@pytest.mark.parametrize("label", ["Vraag 1", "Vraag 1 (niet openbaar)"])
def test_a_deadline_in_a_withheld_answer_is_kept_and_withheld(label: str) -> None:
    answer = "Ik informeer de Kamer uiterlijk 20 december 2031.\nIntern: FIN is tegen.\n"
    agenda = import_memo(memo_of(f"Lijst van vragen\n\n{label}\nKomt het?\n\nAntwoord\n{answer}")).agenda
    assert [(str(each.due), each.public) for each in agenda.deadlines] == [("2031-12-20", False)]
    assert "Kamer" not in str(redact(lifted(agenda)))


@pytest.mark.parametrize("asked", ["Is het hoog? (niet openbaar)", "Hoe hoog het is (niet openbaar)"])
def test_a_mark_on_a_numbered_question_withholds_its_answer(asked: str) -> None:
    text = f"Lijst van vragen\n\n1. {asked}\n\nAntwoord\n\nTwaalf meter.\n\n2. Klopt dat?\n\nAntwoord\n\nJa.\n"
    agenda = import_memo(memo_of(text)).agenda
    assert [(each.answer, each.public) for each in agenda.questions][:1] == [("Twaalf meter.", False)]
    assert "Twaalf" not in str(redact(lifted(agenda)))


@pytest.mark.parametrize("sign", ["1)", "(1)", "[1]"])
def test_a_footnote_below_the_answers_belongs_to_its_question(sign: str) -> None:
    note = f"{sign} Rietblad, 3 maart 2031\n\nDe minister van Water,\nA. Ree\n"
    text = f"Vraag 1\nKent u dit bericht? {sign}\n\nAntwoord\nJa.\n\n{note}"
    (found,) = questions_of(text)
    assert (found.question, found.answer) == ("Kent u dit bericht (Rietblad, 3 maart 2031)?", "Ja.")


def test_a_numbered_list_in_an_answer_is_no_footnote() -> None:
    (found,) = questions_of("Vraag 1\nWat kost het?\n\nAntwoord\nTwee dingen:\n1) riet\n2) water\n")
    assert found.answer == "Twee dingen: 1) riet 2) water"


@pytest.mark.parametrize(
    ("asks", "says"),
    [("V", "A"), ("Q", "A"), ("V1", "A1"), ("Vraag", "Antwoord"), ("1. Vraag", "Antwoord"), ("- Vraag", "- Antwoord")],
)
def test_a_question_may_have_a_letter_as_label(asks: str, says: str) -> None:
    (found,) = questions_of(f"{asks}: Wat kost het?\n{says}: Niets.\n")
    assert (found.question, found.answer) == ("Wat kost het?", "Niets.")


def test_a_party_behind_the_label_starts_a_question() -> None:
    first, second = questions_of("Vraag: Mag het?\nAntwoord: Nee.\nVraag (SP): Wat kost het?\nAntwoord: Niets.\n")
    assert (first.by, first.answer) == (None, "Nee.")
    assert (second.by, second.question, second.answer) == ("SP", "Wat kost het?", "Niets.")


def test_a_text_without_answers_is_no_list_of_questions() -> None:
    with pytest.raises(NothingFound):
        questions_of("Vraag 1\nWat kost het?\nVraag 2\nWanneer?\n")


PARTIES = """Verslag

Vragen en opmerkingen van de leden van de VVD-fractie

De leden van de VVD-fractie hebben het plan gelezen.

De leden van de VVD-fractie vragen wat het kost.

Antwoord van het kabinet
Niets.

Vragen van de leden van de D66-fractie

De leden van de D66-fractie lezen dit. Klopt dat?

Antwoord:
Ja.
"""
TOGETHER = """De leden van de VVD-fractie vragen waarom.
De leden van de SP-fractie vragen hoe.

Antwoord
Zo.

De leden van de D66-fractie waren er niet.
De leden van de CDA-fractie vragen wat.

Antwoord
Dit.
"""


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            PARTIES,
            [("VVD", "vragen wat het kost.", "Niets."), ("D66", "Klopt dat?", "Ja.")],
        ),
        (
            "De leden van de fracties van de PvdD en de SP vragen waarom.\n\nAntwoord van de minister\nDaarom.\n",
            [("PvdD en de SP", "vragen waarom.", "Daarom.")],
        ),
        (
            TOGETHER,
            [
                ("VVD", "vragen waarom.", None),
                ("SP", "vragen hoe.", "Zo. De leden van de D66-fractie waren er niet."),
                ("CDA", "vragen wat.", "Dit."),
            ],
        ),
        (
            "Lijst van vragen\n\n1. Is de dijk\nhoog?\nAntwoord: Ja.\n\n2\nHoe hoog?\n\nAntwoord\nTwee meter.\n",
            [(None, "Is de dijk hoog?", "Ja."), (None, "Hoe hoog?", "Twee meter.")],
        ),
    ],
)
def test_a_number_or_a_party_above_an_answer_starts_a_question(
    text: str, questions: list[tuple[str | None, str, str | None]]
) -> None:
    found = questions_of(text)
    assert [(each.by, each.answer) for each in found] == [(by, answer) for by, _, answer in questions]
    assert all(str(each.question).endswith(asked) for each, (_, asked, _) in zip(found, questions, strict=True))


def test_a_numbered_item_above_other_text_is_no_question() -> None:
    agenda = import_memo(
        memo_of(MEMO.replace("Kernpunten", "Kernpunten\n1. Wat nu?\n2. De leden van de SP-fractie vragen."))
    ).agenda
    assert [each.question for each in agenda.questions] == ["Wat kost het?"]


def test_numbers_within_a_labelled_question_do_not_split_it() -> None:
    (found,) = questions_of("Vraag 4\nKost dit meer dan\n10. miljoen euro?\n1) Wie?\n2) Waarom?\n\nAntwoord\nNee.\n")
    assert str(found.question).startswith("Kost dit meer dan")
    assert str(found.question).endswith("Waarom?")


def test_what_an_answer_promises_is_a_commitment_if_it_is_public() -> None:
    promise = "De Kamer ontvangt vóór 1 mei 2031 een brief. Het kost € 12 miljoen. Zie Kamerstuk 99 001, nr. 12."
    agenda = import_memo(memo_of(LIST.replace("Het Rijk.", promise))).agenda
    assert [str(each.due) for each in agenda.commitments] == ["../2031-05-01"]
    assert [each.amount for each in agenda.figures] == [12]
    for secret in (f"{promise} Dit is niet openbaar.", f"{promise} (niet openbaar)", f"[vertrouwelijk] {promise}"):
        hidden = import_memo(memo_of(LIST.replace("Het Rijk.", secret))).agenda
        assert (hidden.commitments, hidden.figures) == ([], [])
        assert "12 miljoen" not in str(redact(lifted(hidden)))


@pytest.mark.parametrize(
    "said",
    ["Het antwoord op vraag 1 wordt niet openbaar gemaakt.", "De antwoorden op vragen 1 en 2 zijn weggelakt."],
)
def test_answers_are_withheld_if_the_memo_says_so_elsewhere(said: str) -> None:
    asked = "Vraag 1\nKlopt het dat het riet duur is?\n\nAntwoord\nJa, lantaarn kost 3 miljoen euro in 2032."
    text = f"Nota\nAan: de minister\nDatum: 3 februari 2031\nOnderwerp: Beantwoording vragen\n\n{said}\n\n{asked}\n"
    public = redact(lifted(import_memo(memo_of(text)).agenda))
    assert "lantaarn" not in repr(plain(public))
