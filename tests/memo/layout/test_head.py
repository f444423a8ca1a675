"""The head of a memo: the deadline for a decision, the classification, and the persons that it names."""

import pytest
from tests.memo.words import memo_of

from briefcli.domain.redaction import lifted
from briefcli.memo.importer import import_memo

_MEMO = "{top}Ministerie van Water\nTER BESLISSING\nDatum\n24 november 2031\n{lines}\n\nAanleiding\n{text}\n"
_TEXT = "Op 10 december 2031 vindt in Brussel de Milieuraad plaats."


def memo(lines: str, top: str = "") -> str:
    return _MEMO.format(top=top, lines=lines, text=_TEXT)


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        ("Uiterste reactiedatum\ndonderdag 27 november 2031", "2031-11-27"),
        ("Uiterlijk bij\n27 november", "2031-11-27"),
        ("Uiterlijke datum: 27 november 2031", "2031-11-27"),
        ("Reageren voor: 27 november 2031", "../2031-11-27"),
        ("Terugkoppeling voor: 27 november 2031", "../2031-11-27"),
        ("Reactie gewenst vóór: 27 november 2031", "../2031-11-27"),
        ("Beslistermijn\n27 november 2031, 12.00 uur", "2031-11-27T12:00"),
        ("Graag besluit vóór 27 november 2031", "../2031-11-27"),
        ("Graag akkoord voor donderdag 27 november a.s.", "../2031-11-27"),
        ("Graag tekenen uiterlijk 27 november", "2031-11-27"),
        ("Graag akkoord, donderdag 27 november a.s.", "2031-11-27"),
        ("Uiterlijk donderdag 27-11-2031, 12.00 uur", "2031-11-27T12:00"),
        ("Deadline\nGraag uw akkoord uiterlijk donderdag 27 november 2031 i.v.m. het debat", "2031-11-27"),
        ("Termijn: z.s.m.", None),
    ],
)
def test_the_date_for_a_decision_in_the_head_is_a_deadline(lines: str, due: str | None) -> None:
    imported = import_memo(memo_of(memo(lines)))
    (deadline,) = imported.agenda.deadlines
    assert str(deadline.due) == str(due)
    is_sure = due is not None and ("2031" in lines or "a.s." in lines)
    assert is_sure is not any(each.field == "deadlines[0]" for each in imported.checks)
    assert str(imported.agenda.when) == "2031-12-10"


@pytest.mark.parametrize(
    ("line", "ground"),
    [
        ("DEPARTEMENTAAL VERTROUWELIJK Pagina 1 van 2", "DEPARTEMENTAAL VERTROUWELIJK"),
        ("Departementaal vertrouwelijk – dossier Riet", "Departementaal vertrouwelijk"),
        ("Directie A | Departementaal vertrouwelijk | Riet", "Departementaal vertrouwelijk"),
        ("Dep.V. PROJECT RIET", "Dep.V."),
        ("Vertrouwelijk - personeel", "Vertrouwelijk"),
        ("VERGADERSTUK – NIET VERSPREIDEN BUITEN BZK", "NIET VERSPREIDEN BUITEN BZK"),
        ("Rubricering: Departementaal vertrouwelijk (betreft Riet BV)", "Departementaal vertrouwelijk"),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_further_words_of_a_classification_are_no_part_of_its_ground(line: str, ground: str, *, is_first: bool) -> None:
    is_first = is_first or not line.startswith("Rubricering")
    agenda = import_memo(memo_of(memo("", f"{line}\n") if is_first else memo(line))).agenda
    assert (lifted(agenda).public, agenda.ground) == (False, ground)
    assert str(agenda.when) == "2031-12-10"
    assert [each.public for each in agenda.withheld] == [False]


def test_an_unclassified_memo_is_public_after_release() -> None:
    agenda = import_memo(memo_of(memo("Rubricering: ongerubriceerd"))).agenda
    assert lifted(agenda).public


def test_contact_details_are_withheld_and_are_no_title() -> None:
    agenda = import_memo(
        memo_of(memo("Contactpersoon\ndrs. P.J. (Piet) Riet\nT 06-12345678\np.riet@minwater.nl"))
    ).agenda
    assert [str(each.title) for each in agenda.documents] == ["Ministerie van Water"]
    withheld = [each.text for each in agenda.withheld if not each.public]
    assert withheld == ["Contactpersoon: drs. P.J. (Piet) Riet", "T 06-12345678", "p.riet@minwater.nl"]


@pytest.mark.parametrize(
    "text",
    ["Zijn BSN is 123456782.", "Rekening NL91ABNA0417164300.", "Uit vertrouwelijk overleg blijkt dat de prijs 12 is."],
)
def test_personal_numbers_and_confidential_talks_are_withheld(text: str) -> None:
    agenda = import_memo(memo_of(f"{memo('')}\nKernpunten\n- Het water stijgt.\n- {text}\n")).agenda
    assert [each.text for each in agenda.withheld if not each.public] == [text]
    assert agenda.figures == []


def test_a_column_of_labels_is_matched_with_the_values_below() -> None:
    labels, values = (
        "Aan\nVan\nDatum\nKenmerk\nOpgesteld door",
        "Staatssecretaris\nDG Water\n9 mei 2031\n2031/5567\ndrs. P. Riet",
    )
    agenda = import_memo(memo_of(f"TER INFORMATIE\n\n{labels}\n\n{values}\n\nRiet\n\nAanleiding\n{_TEXT}\n")).agenda
    (own,) = agenda.documents
    assert (own.title, str(own.date), own.note) == ("Riet", "2031-05-09", "TER INFORMATIE; Kenmerk: 2031/5567")
    assert [each.text for each in agenda.withheld] == ["Opgesteld door: drs. P. Riet"]
