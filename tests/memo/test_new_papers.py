"""What papers say that are laid out in other ways than those of the other tests."""

from pathlib import Path

import pytest

from briefcli.domain.agenda import Agenda
from briefcli.domain.item import words_of
from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo

HEAD = "Aan: de minister van Water\nDatum: 3 november 2031\nOnderwerp: Milieuraad 18 november 2031\n\n"


def _agenda(text: str, name: str = "memo.txt") -> Agenda:
    return import_memo(read_memo(Path(name), text.encode())).agenda


def _memo(text: str) -> Agenda:
    return _agenda(f"{HEAD}Aanleiding\nDe Milieuraad komt bijeen.\n\nGevraagd besluit\n- Akkoord.\n\n{text}\n")


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Het verslag gaat binnen twee weken na afloop naar de Kamer.", "2 weeks after meeting"),
        ("Na de Raad ontvangt de Kamer binnen tien werkdagen een verslag.", "10 workdays after meeting"),
        ("A report will be sent within two weeks of the meeting.", "2 weeks after meeting"),
        ("U stuurt de agenda vóór 11 november 2031 naar de Tweede Kamer.", "../2031-11-11"),
        ("DWB levert op 7 november 2031 bijdragen aan voor de brief.", "2031-11-07"),
    ],
)
def test_when_something_is_due(sentence: str, due: str) -> None:
    agenda = _memo(f"Vervolg\nEerst dit. {sentence}")
    found = [*(each.due for each in agenda.deadlines), *(each.due for each in agenda.commitments)]
    assert list(map(str, found)) == [due]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het sanctieregime wordt verlengd tot en met 28 februari 2032.",
        "Nederland pleit voor een overgangstermijn tot 1 januari 2033.",
        "Nederland zegt een aanvullend pakket toe van 180 miljoen euro.",
    ],
)
def test_what_is_no_deadline_or_promise_to_the_house(sentence: str) -> None:
    agenda = _memo(f"Kernpunten\n- {sentence}")
    assert [*agenda.deadlines, *agenda.commitments] == []


def test_a_day_to_return_the_memo_is_a_deadline() -> None:
    agenda = _agenda(f"Uiterlijk retour\n6 november 2031\n{HEAD}Wat ligt voor?\nEen brief.\n\nAdvies\nAkkoord.\n")
    assert [str(each.due) for each in agenda.deadlines] == ["2031-11-06"]
    assert list(map(words_of, agenda.summary)) == ["Een brief."]


def test_a_programme_of_a_memo_is_a_list_of_sessions() -> None:
    agenda = _memo("Programma\n08.30 uur: aankomst\n\n09.00 – 10.15 uur: ontbijt\n\nSpreekpunten\n- Riet is nodig.")
    found = [(words_of(each.title), str(each.when)) for each in agenda.sessions]
    assert found == [("aankomst", "2031-11-18T08:30?"), ("ontbijt", "2031-11-18T09:00/2031-11-18T10:15?")]


@pytest.mark.parametrize(
    ("behind", "papers", "hidden"),
    [
        ("3. Planning", ["Brief", "Lijst", "Planning"], []),
        ("3. Planning\nUiterlijk 9 december 2031 stuurt DWB de brief.", ["Brief", "Lijst"], []),
        ("\nVolgend overleg: 9 december 2031", ["Brief", "Lijst"], []),
        ("\n3. Niet-openbare informatie\nHet bod is twee.", ["Brief", "Lijst"], ["Het bod is twee."]),
        (
            "3. Bod (niet openbaar)\n\nVolgend OVERLEG: 9 december 2031",
            ["Brief", "Lijst", "Bod (niet openbaar)", "Volgend OVERLEG: 9 december 2031"],
            [],
        ),
        ("3. Volgende generatie dijken", ["Brief", "Lijst", "Volgende generatie dijken"], []),
    ],
)
def test_what_is_below_a_list_of_annexes(behind: str, papers: list[str], hidden: list[str]) -> None:
    agenda = _memo(f"Bijlagen\n1. Brief\n2. Lijst\n{behind}")
    assert [each.title for each in agenda.documents if each.kind != "decision memo"] == papers
    assert [words_of(each.text) for each in agenda.withheld] == hidden
    assert [str(each.when) for each in agenda.events] == (["2031-12-09"] if "overleg" in behind else [])
    assert [str(each.due) for each in agenda.deadlines] == (["2031-12-09"] if "Uiterlijk" in behind else [])


def test_a_heading_that_can_be_a_label_opens_a_part_above_a_sentence() -> None:
    sentence = "Het commissiedebat is op 18 november 2031 van 10.00 tot 14.00 uur in de Rietzaal."
    head = "Aan | Minister\nVan | DWB\nDatum | 3 november 2031\nOnderwerp | Commissiedebat riet 18 november 2031\n\n"
    agenda = _agenda(f"{head}### Debat\n\n{sentence}\n\n### Kernpunten\n\n- Riet.\n", "memo.md")
    assert (str(agenda.when), agenda.place) == ("2031-11-18T10:00/2031-11-18T14:00", "Rietzaal")


def test_a_chapter_after_a_numbered_part_is_a_heading() -> None:
    agenda = _memo("4 Toelichting\n\n4.1 Afstemming\n\nDWB is akkoord.\n\n5 Gegevens\n\nEr zijn geen gegevens.")
    assert list(map(words_of, agenda.consulted)) == ["DWB is akkoord.", "DWB"]


def test_a_programme_over_two_days_lasts_two_days() -> None:
    page = (
        "<h1>Meetings of NATO Ministers of Defence</h1><p>12 Feb. 2032</p><p>Programme</p>"
        "<h2>Wednesday, 11 February 2032</h2>"
        "<p>15:00 Meeting on dikes</p><p>18:30 Press conference</p>"
        "<h2>Thursday, 12 February 2032</h2><p>09:30 Session</p>"
    )
    agenda = _agenda(page, "programme.html")
    assert (words_of(agenda.title), str(agenda.when)) == (
        "Meetings of NATO Ministers of Defence",
        "2032-02-11/2032-02-12",
    )


def test_the_headings_above_a_background_brief_are_its_head() -> None:
    page = (
        "<h1>Council of the European Union</h1><h1>BACKGROUND BRIEF</h1><h1>Environment Council – 16 December 2031</h1>"
        "<p>Ministers will speak.</p><h2>Reed</h2><p>The Council will speak.</p><h2>Dikes</h2><p>A debate.</p>"
    )
    agenda = _agenda(page, "brief.html")
    assert (words_of(agenda.title), str(agenda.when)) == ("Environment Council, 16 December 2031", "2031-12-16")
    assert [words_of(each.title) for each in agenda.sessions] == ["Reed", "Dikes"]


def test_a_page_of_the_house_may_name_the_paper_above_its_head() -> None:
    page = (
        "<p>Kamerstuk 21 501-08, nr. 1011 | Milieuraad | 5 december 2031</p><h1>21 501-08 Milieuraad</h1>"
        "<h1>Nr. 1011 BRIEF VAN DE MINISTER VAN WATER</h1><p>Den Haag, 5 december 2031</p>"
        "<p>Hierbij bied ik u de geannoteerde agenda aan van de "
        "Milieuraad die op 16 december 2031 in Brussel plaatsvindt.</p>"
        "<h3>Riet</h3><p>Doel: gedachtewisseling</p><p>De Raad spreekt over riet.</p>"
        "<h3>Dijken</h3><p>Nederland steunt dit.</p>"
    )
    agenda = _agenda(page, "kst.html")
    assert (str(agenda.when), agenda.documents[-1].ref) == ("2031-12-16", "21 501-08, nr. 1011")
    assert [words_of(each.title) for each in agenda.sessions] == ["Riet", "Dijken"]


def test_a_letter_to_a_college_has_a_head_and_a_text() -> None:
    agenda = _agenda(
        "Gemeente Vecht\nDatum: 8 december 2031\nKenmerk: 2031-0000604411\nBetreft: Uitkering\nGeacht college,\n"
        "De verantwoording dient u uiterlijk 15 juli 2033 in te dienen.\n"
        "Met vriendelijke groet,\nde minister van Water,\n"
    )
    assert (words_of(agenda.title), agenda.documents[-1].kind) == ("Uitkering", "letter")
    assert [str(each.due) for each in agenda.deadlines] == ["2033-07-15"]


@pytest.mark.parametrize("owner", ["Eenheid", "Afdeling"])
def test_a_table_of_promises_names_the_unit_that_keeps_them(owner: str) -> None:
    agenda = _memo(
        f"Planning\n\nNr. | Toezegging | Termijn | {owner}\n1 | Brief over riet | 1 juli 2031 | Directies AV, BRUG\n"
    )
    found = [(words_of(each.title), str(each.due), words_of(each.owner), each.public) for each in agenda.deadlines]
    assert found == [("Brief over riet", "2031-07-01", "Directies AV, BRUG", True)]


def test_a_row_that_starts_with_a_day_in_figures_is_asked_about() -> None:
    text = f"{HEAD}Aanleiding\nDe Raad komt.\n\nGevraagd besluit\n- Akkoord.\n\nVervolg\n12/11 agenda bij BNC\n"
    found = import_memo(read_memo(Path("memo.txt"), text.encode()))
    assert [each.field for each in found.checks if "a day and something" in each.message] != []
