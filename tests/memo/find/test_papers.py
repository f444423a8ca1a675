"""The dates of the papers that a memo cites."""

import pytest
from tests.memo.words import memo_of
from tests.speaking import speaking

from briefcli.memo.imported import Imported
from briefcli.memo.importer import import_memo
from briefcli.memo.writing import write_agenda


def imported(sentence: str) -> Imported:
    """A memo of 26 November 2026 with the sentence."""
    head = "Nota\n\nAan: de Minister\nDatum: 26 november 2026\nOnderwerp: Milieuraad van 14 december 2026\n\n"
    return import_memo(memo_of(f"{head}Kernpunten\n- {sentence}\n"))


def dates_of(found: Imported) -> dict[str, str | None]:
    return {each.ref: str(each.date) if each.date else None for each in found.agenda.documents if each.ref}


@pytest.mark.parametrize(
    "sentence",
    [
        "Zie de brief van 4 april (Kamerstuk 28 676, nr. 611).",
        "Zie de Kamerbrief van 4 april (Kamerstuk 28 676, nr. 611).",
        "Zie Kamerstuk 28 676, nr. 611 van 4 april.",
        "De Kamer is op 4 april geïnformeerd (Kamerstuk 28 676, nr. 611).",
        "Op 4 april 2027 is een debat. Zie de brief van 4 april (Kamerstuk 28 676, nr. 611).",
    ],
)
def test_a_paper_without_a_year_is_dated_before_the_memo(sentence: str) -> None:
    found = imported(sentence)
    assert dates_of(found) == {"28 676, nr. 611": "2026-04-04"}
    number = next(place for place, each in enumerate(found.agenda.documents) if each.ref)
    assert [each.message for each in found.checks if each.field == f"documents[{number}].date"] == [
        "The year is not stated; 2026 is the last before the date of the text."
    ]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Zie Kamerstuk 28 676, nr. 611, 4 april 2026.", "2026-04-04"),
        ("Zie Kamerstuk 28 676, nr. 611, p. 3 van 4 april 2026.", "2026-04-04"),
        ("Na Kamerstuk 28 676, nr. 611, 4 april 2026 en later volgt meer.", None),
        ("Zie ook de inzet (Kamerstuk 28 676, nr. 611) 4 april 2026 was er een debat.", None),
    ],
)
def test_a_date_after_a_number_must_clearly_belong_to_it(sentence: str, day: str | None) -> None:
    assert dates_of(imported(sentence)) == {"28 676, nr. 611": day}


def test_a_paper_date_after_the_memo_is_not_used() -> None:
    assert dates_of(imported("Zie de brief van 4 november (Kamerstuk 28 676, nr. 611).")) == {
        "28 676, nr. 611": "2026-11-04"
    }
    later = imported("Zie de brief van 4 april 2027 (Kamerstuk 28 676, nr. 611).")
    assert dates_of(later) == {"28 676, nr. 611": None}
    assert "“4 april 2027” is after the memo: see what the date of the paper is" in {
        each.message for each in later.checks
    }


def test_a_date_just_after_the_memo_is_not_a_year_ago() -> None:
    found = imported("De brief (Kamerstuk 28 676, nr. 611) is op 3 december aan de Kamer gezonden.")
    assert dates_of(found) == {"28 676, nr. 611": None}
    doubt = "“3 december” is after the memo: see what the date of the paper is"
    assert f"  # check: {doubt}\n  - ref: 28 676, nr. 611\n" in write_agenda(found)


@pytest.mark.parametrize(
    "words",
    [
        "De regeling treedt in werking op 1 januari 2027",
        "De regeling stopt per 4 november 2026",
        "De brief is besproken op 4 november 2026",
        "De motie-Otter is verworpen op 4 november 2026",
        "De Kamer heeft gedebatteerd op 4 november 2026",
        "De brief is ontvangen op woensdag 4 november 2026",
        "De Raad spreekt op 4 november 2026",
        "In het commissiedebat Water van 4 november 2026",
        "In het debat van 4 november 2026 is over de brief",
    ],
)
def test_a_date_of_something_else_before_a_number_is_not_used(words: str) -> None:
    behind = " een motie ingediend" if words.endswith("over de brief") else ""
    assert dates_of(imported(f"{words} (Kamerstuk 28 676, nr. 611){behind}.")) == {"28 676, nr. 611": None}
    assert dates_of(imported(f"{words} (COM(2026) 640){behind}.")) == {"COM(2026)640": None}


def test_the_date_of_a_debate_is_not_that_of_its_paper() -> None:
    found = imported("In het debat van 4 november 2026 over Kamerstuk 28 676, nr. 611 is een motie ingediend.")
    assert dates_of(found) == {"28 676, nr. 611": None}


@pytest.mark.parametrize(
    "words", ["De brief, d.d. 4 april 2026", "De brief is verzonden op 4 april 2026", "Kamerbrief dijken, 4 april 2026"]
)
def test_a_date_of_the_paper_before_its_number_is_used(words: str) -> None:
    assert dates_of(imported(f"{words} (Kamerstuk 28 676, nr. 611).")) == {"28 676, nr. 611": "2026-04-04"}


@pytest.mark.parametrize(
    "sentence",
    [
        "De Kamer wordt uiterlijk 20 januari geïnformeerd over de motie-Otter (28 676, nr. 612).",
        "De Kamer wordt vóór 20 januari 2027 geïnformeerd over de motie-Otter (28 676, nr. 612).",
        "De Kamer is op 20 januari 2026 geïnformeerd over de motie-Otter (28 676, nr. 612).",
        "De brief (28 676, nr. 612) wordt op 20 januari verzonden.",
    ],
)
def test_the_date_of_informing_is_not_that_of_the_paper(sentence: str) -> None:
    found = imported(sentence)
    assert dates_of(found) == {"28 676, nr. 612": None}
    assert all(each.made is None for each in found.agenda.commitments)


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Zie de brieven van 2 en 18 november 2026 (28 676, nrs. 613 en 614).", ["2026-11-02", "2026-11-18"]),
        ("Zie 28 676, nrs. 613 en 614 van 2 november 2026 en 18 november 2026.", ["2026-11-02", "2026-11-18"]),
        ("Zie de brieven van 4 en 19 april (28 676, nrs. 613 en 614).", ["2026-04-04", "2026-04-19"]),
        ("Zie de brieven van 2, 9 en 18 november 2026 (28 676, nrs. 613 en 614).", [None, None]),
        ("Zie de brieven van 2 november 2026 (28 676, nrs. 613 en 614).", [None, None]),
        ("Zie de brieven van 2 en 3 november 2026 (28 676, nrs. 613 en 614).", [None, None]),
        ("Zie de brieven van 2 en 18 november 2026 (28 676, nr. 613).", [None]),
    ],
)
def test_equal_numbers_of_dates_and_papers_are_paired_in_order(sentence: str, dates: list[str | None]) -> None:
    assert list(dates_of(imported(sentence)).values()) == dates


def test_the_date_of_a_paper_does_not_depend_on_the_language() -> None:
    sentence = "Beoogd is een akkoord over het voorstel van 11 maart 2025 (COM(2025) 611)."
    for language in ("en", "nl"):
        with speaking(language):
            assert dates_of(imported(sentence)) == {"COM(2025)611": "2025-03-11"}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Naar verwachting volgt op 4 april 2026 de brief (Kamerstuk 28 676, nr. 611).",
        "Onder voorbehoud is er een akkoord over het voorstel van 4 april 2026 (Kamerstuk 28 676, nr. 611).",
        "Zie Kamerstuk 28 676, nr. 611 van (naar verwachting) 4 april 2026.",
    ],
)
def test_the_checks_of_a_paper_do_not_depend_on_the_language(sentence: str, language: str) -> None:
    in_english = imported(sentence)
    with speaking(language):
        again = imported(sentence)
    assert dates_of(again) == dates_of(in_english)
    assert [each.field for each in again.checks] == [each.field for each in in_english.checks]


def test_each_motion_has_the_last_name_before_it() -> None:
    text = (
        "De motie van het lid Otter (Kamerstuk 29 383, nr. 397), de moties van het lid Van der Riet over dijken "
        "(Kamerstuk 29 383, nr. 402) en over gemalen (Kamerstuk 29 383, nr. 403) en een motie over riet "
        "(Kamerstuk 29 383, nr. 404)."
    )
    papers = [each for each in imported(text).agenda.documents if each.kind == "motion"]
    assert [each.title or "" for each in papers] == [
        "motie van het lid Otter", "motie van het lid Van der Riet", "motie van het lid Van der Riet", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De motie-Otter en de motie-Das (28 676, nrs. 45 en 46) zijn ingediend.", ["motie-Otter", "motie-Das"]),
        ("De motie-Otter (28 676, nrs. 45 en 46) is ingediend.", ["motie-Otter", "motie-Otter"]),
        ("De motie-Otter, de motie-Das en de motie-Riet (28 676, nrs. 45 en 46) zijn ingediend.", ["", ""]),
    ],
)
def test_listed_motions_are_paired_with_their_names(text: str, names: list[str]) -> None:
    agenda = imported(text).agenda
    assert [each.title or "" for each in agenda.documents if each.kind == "motion"] == names
    assert [each.title for each in agenda.commitments] == [each for each in names if each]


def test_a_replaced_motion_is_no_commitment() -> None:
    agenda = imported("De gewijzigde motie-Otter (t.v.v. 28 676, nr. 33) (28 676, nr. 44) is aangenomen.").agenda
    assert [each.ref for each in agenda.commitments] == ["28 676, nr. 44"]


def test_an_adopted_motion_that_replaces_another_is_a_commitment() -> None:
    text = "De gewijzigde motie van het lid Otter, ter vervanging van nr. 15, Kamerstuk 36 410 X, nr. 20,"
    found = imported(f"{text} is op 4 maart 2026 aangenomen.").agenda.commitments
    assert [each.ref for each in found if each.kind == "motion"] == ["36 410 X, nr. 20"]


def test_a_paper_in_the_title_of_a_memo_is_cited() -> None:
    text = "Aan: de minister\nOnderwerp: Antwoord op vragen (2031Z01234)\n\nAanleiding\nIets.\n\nKern\nRiet.\n"
    assert [each.ref for each in import_memo(memo_of(text)).agenda.documents if each.ref] == ["2031Z01234"]
