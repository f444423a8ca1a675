"""Headings, labels and titles of ministries do not become a point, a deadline or part of another text."""

import pytest
from tests.memo.words import agenda_of

from briefcli.domain.item import words_of

_RAAD = "Op 17 juni 2031 vindt in Luxemburg de Milieuraad plaats."


@pytest.mark.parametrize("title", ["Beslisnota Milieuraad 17 juni 2031", "Reactie op Riet BV, 17 juni 2031"])
def test_a_title_that_starts_with_the_kind_of_paper_is_no_deadline(title: str) -> None:
    agenda = agenda_of(f"TER BESLISSING\nDatum: 2 juni 2031\n\nnota\n{title}\n\nAanleiding\n{_RAAD}\n")
    assert agenda.deadlines == []
    assert [words_of(each.title) for each in agenda.documents] == [title]


@pytest.mark.parametrize(
    "line",
    [
        "Besluit uiterlijk op 4 juli 2031",
        "Reactie gewenst op 4 juli 2031",
        "Uw reactie graag 4 juli 2031",
        "Besluit uiterlijk do 4 juli 2031",
        "Reactie tot 4 juli 2031",
        "Retour graag op 4 juli 2031",
    ],
)
def test_a_line_with_the_date_of_the_decision_is_a_deadline(line: str) -> None:
    agenda = agenda_of(
        f"Nota\nAan: Minister\nVan: DCO\nDatum: 2 juni 2031\nBetreft: Milieuraad van 17 juli 2031\n{line}\n"
    )
    assert agenda.when.text == "2031-07-17"
    assert [each.due and each.due.text for each in agenda.deadlines] == ["2031-07-04"]


@pytest.mark.parametrize("list_", ["a. Riet groeit.\nb. Water stijgt.", "- Riet groeit.\n- Water stijgt."])
def test_numbered_headings_above_and_below_a_list_are_headings(list_: str) -> None:
    agenda = agenda_of(
        f"1. Aanleiding\n{_RAAD}\n\n2. Gevraagd besluit\nStem in.\n\n3. Stand van het riet\n{list_}\n\n"
        "4. Beeld\n4.1 Riet\nHet groeit.\n"
    )
    assert [words_of(each.text) for each in agenda.decision] == ["Stem in."]
    assert agenda.considerations is not None
    assert list(map(words_of, agenda.considerations.general))[:1] == ["3. Stand van het riet"]
    assert not any("Beeld" in words_of(each) and "stijgt" in words_of(each) for each in agenda.considerations.general)


def test_the_next_item_of_a_list_is_no_heading() -> None:
    agenda = agenda_of(
        f"1. Aanleiding\n{_RAAD}\n\n2. Gevraagd besluit\n1. Stem in.\n2. Teken de brief.\n3. Lees\nDe brief.\n"
    )
    assert agenda.considerations is None


def test_mw_does_not_end_a_sentence() -> None:
    agenda = agenda_of(
        f"Aanleiding\n{_RAAD}\n\nGeadviseerd besluit\nStem in.\n\nKernpunten\n- Mevr. Riet wil rust. Mw. Riet komt.\n"
    )
    assert list(map(words_of, agenda.key_points)) == ["Mevr. Riet wil rust. Mw. Riet komt."]
    text = "1. Riet\nMw. Riet vraagt rust.\n\n2. Water\nHet stijgt.\n"
    (first, _) = agenda_of(f"Verslag van het overleg water, 4 juni 2031\n\n{text}").sessions
    assert [words_of(each) for each in [*first.topics, *first.points]] == ["Mw. Riet vraagt rust."]


def test_labels_with_values_on_the_next_line_are_a_head() -> None:
    agenda = agenda_of(
        "Datum\n2 juni 2031\nOnderwerp\nGesprek over riet, 5 juni 2031\nVan\nDGW\nAan\nMW\n\nDoel\nSpreken over riet.\n"
    )
    assert (words_of(agenda.title), str(agenda.when)) == ("Gesprek over riet, 5 juni 2031", "2031-06-05")
    assert list(map(words_of, agenda.summary)) == ["Spreken over riet."]


_ITEMS = "1. Riet\n\n{}\n\n2. Water\n\nHet stijgt.\n"


def test_a_subheading_of_an_item_is_not_joined_to_its_text() -> None:
    text = _ITEMS.format(
        "De Raad spreekt over riet.\n\nNederlandse inzet\nNederland steunt dit.\n\nPositie EP\nHet is er voor."
    )
    (first, _) = agenda_of(f"Geannoteerde agenda Milieuraad 17 juni 2031\n\n{text}").sessions
    assert list(map(words_of, first.position)) == ["Nederland steunt dit."]
    assert list(map(words_of, first.points)) == ["Het is er voor."]


def test_the_heading_of_an_introduction_is_no_point() -> None:
    agenda = agenda_of(
        f"Geannoteerde agenda Milieuraad 17 juni 2031\n\nInleiding\n\n{_RAAD}\n\n{_ITEMS.format('Riet groeit.')}"
    )
    assert list(map(words_of, agenda.summary)) == [_RAAD]


def test_those_present_are_withheld_below_a_title_too() -> None:
    agenda = agenda_of(
        "Korte aantekeningen overleg riet, 4 juni 2031\n\nAanwezig: Karin, Piet en Jan (RWS)\n\nHet riet groeit.\n"
    )
    assert [words_of(each.text) for each in agenda.withheld] == ["Aanwezig: Karin, Piet en Jan (RWS)"]
    assert "Karin" not in str([agenda.documents, agenda.summary])


def test_the_signature_of_a_minister_is_kept_in_the_note() -> None:
    head = "Datum: 5 juni 2031\nBetreft: Verslag van de Milieuraad van 17 mei 2031\n\nGeachte voorzitter,\n"
    text = "Hierbij het verslag.\n\nRiet\nHet riet groeit en dat is goed voor de Nederlandse dijken.\n"
    agenda = agenda_of(f"{head}\n{text}\nHoogachtend,\nde minister van Riet,\n\nR. Oever\n")
    assert agenda.withheld == []
    assert [each.note for each in agenda.documents] == ["de minister van Riet, R. Oever"]


@pytest.mark.parametrize("sign", [":", " –", " -"])
def test_each_dated_row_of_a_planning_is_a_separate_text(sign: str) -> None:
    rows = [f"juni 2031{sign} brief", f"begin juli 2031{sign} debat", f"2 september 2031{sign} Raad"]
    agenda = agenda_of(f"Aanleiding\n{_RAAD}\n\nGeadviseerd besluit\nStem in.\n\nPlanning\n" + "\n".join(rows))
    assert agenda.considerations is not None
    assert list(map(words_of, agenda.considerations.general)) == ["Planning", *rows]
    assert "2031-09-02" not in [str(each.when) for each in agenda.events if each.kind == "debate"]


def test_a_date_with_a_colon_within_a_sentence_starts_no_row() -> None:
    text = "Het debat over het riet in de polders is op\n3 juni 2031: dan komt ook de brief."
    agenda = agenda_of(f"Aanleiding\n{_RAAD}\n\nGeadviseerd besluit\nStem in.\n\nKernpunten\n{text}\n")
    assert list(map(words_of, agenda.key_points)) == [text.replace("\n", " ")]


@pytest.mark.parametrize(
    ("text", "is_withheld"),
    [
        ("FIN (Karin Oever), BZK", True),
        ("BZK, FIN/IRF (Karin van der Oever) en EZ", True),
        ("DNB (De Nederlandsche Bank), BZ (Buitenlandse Zaken)", False),
        ("CDA (Karin Oever), VVD (Jan Riet)", False),
    ],
)
def test_an_official_named_after_a_consulted_department_is_withheld(text: str, *, is_withheld: bool) -> None:
    agenda = agenda_of(f"Aanleiding\n{_RAAD}\n\nGeadviseerd besluit\nStem in.\n\nAfstemming\n{text}\n")
    assert [words_of(each.text) for each in agenda.withheld] == ([text] if is_withheld else [])


def test_a_year_before_eu_is_no_postal_code() -> None:
    sentence = "Volgens de cijfers van deze zomer zijn in 2024 EU-landen veel riet kwijtgeraakt"
    points = f"Kernpunten\nHet riet groeit.\nKopie aan\nDG Riet\n{sentence}\ndoor de droogte."
    agenda = agenda_of(
        f"TER BESLISSING\nDatum: 2 juni 2031\n\nAanleiding\n{_RAAD}\n\nGeadviseerd besluit\nStem in.\n\n{points}\n"
    )
    assert list(map(words_of, agenda.key_points)) == ["Het riet groeit.", f"{sentence} door de droogte."]


def test_a_report_has_its_title_and_meeting_below_the_head_that_the_house_prints() -> None:
    head = "32 317 JBZ-Raad\n\nNr. 97 VERSLAG VAN DE RAAD JUSTITIE\n\nDen Haag, 22 oktober 2031\n\n"
    title = "Verslag van de Raad Justitie en Binnenlandse Zaken, 8 en 9 oktober 2031 te Luxemburg"
    agenda = agenda_of(f"{head}{title}\n\n1. Riet\nDe Raad sprak over riet.\n\n2. Dijken\nDe Raad sprak over dijken.\n")
    assert (str(agenda.when), agenda.place, agenda.series) == ("2031-10-08/2031-10-09", "Luxemburg", "jbz")


def test_title_lines_above_an_annotated_agenda_name_its_meeting() -> None:
    lines = "Annotated Agenda\nMeeting of the North Atlantic Council at the level of Ministers of Foreign\nAffairs\n"
    items = "Session I - Reed\nOur position\nWe support it.\n\nSession II - Dikes\nOur position\nWe do not.\n"
    agenda = agenda_of(f"{lines}Antalya, 14 and 15 May 2031\n\n{items}")
    assert (str(agenda.when), agenda.place, agenda.series) == ("2031-05-14/2031-05-15", "Antalya", "fmm")
