"""Memos in the layouts of several ministries, each with what an import must find in it."""

from pathlib import Path

import pytest

from briefcli.domain.agenda import Agenda
from briefcli.domain.item import words_of
from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo

BODY = "\n\nAanleiding\nDe Kamer vroeg om een brief.\n\nGeadviseerd besluit\nU wordt gevraagd de brief te tekenen.\n"


def _agenda(text: str) -> Agenda:
    """The agenda of a plain text in which spaces separate the columns."""
    return import_memo(read_memo(Path("memo.txt"), text.encode())).agenda


def _titles(agenda: Agenda) -> list[tuple[int | None, str, str]]:
    return [(each.number, words_of(each.title), str(each.when or "")) for each in agenda.sessions]


def test_two_columns_on_one_line_are_two_fields() -> None:
    head = (
        "NOTA TER BESLISSING                Datum: 3 september 2031\n"
        "                                   Onze referentie: W2031-004512\n"
        "Aan:  Minister van Water           Bijlagen: 3\n"
        "Van:  Directie Riet                Afgestemd met: DWB, FIN\n\n"
        "Onderwerp: Brief over riet"
    )
    agenda = _agenda(head + BODY)
    memo = agenda.documents[-1]
    assert (str(memo.date), words_of(memo.title)) == ("2031-09-03", "Brief over riet")
    assert list(map(words_of, agenda.consulted)) == ["DWB", "FIN"]


@pytest.mark.parametrize(
    "day", ["Vrijdag 17 oktober 2031 12.00 uur i.v.m. ministerraad", "17 oktober 2031 wegens reces"]
)
def test_a_deadline_in_the_head_with_its_reason_is_no_title(day: str) -> None:
    head = "TER BESLISSING\n\nNota\nAanpak van het riet\n\nAan         Minister van Water\nDatum       8 oktober 2031"
    head += f"\nDeadline    {day}"
    agenda = _agenda(head + BODY)
    assert words_of(agenda.title) == "Aanpak van het riet"
    assert [str(each.due)[:10] for each in agenda.deadlines] == ["2031-10-17"]
    assert agenda.when.first is None


def test_a_page_header_with_a_page_number_is_dropped() -> None:
    text = f"TER BESLISSING Pagina 1 van 2\n\nAan: MinW\nDatum: 8 oktober 2031\nOnderwerp: Riet{BODY}"
    text += "\nKernpunten\n- Het riet groeit.\n\fTER BESLISSING Pagina 2 van 2\n- Het riet is hoog.\n____________\n"
    assert list(map(words_of, _agenda(text).key_points)) == ["Het riet groeit.", "Het riet is hoog."]


def test_headings_may_be_questions_or_continuations() -> None:
    text = (
        "Onderwerp: Riet\nDatum: 9 maart 2031\n\nWat wordt gevraagd?\nGraag uw akkoord met de brief.\n\nWaarom nu?\n"
        "De brief is klaar.\n\nWat is de kern?\n- Het riet groeit.\n\nWat zijn de risico's?\nHet riet kan breken.\n\n"
        "Kernpunten (vervolg)\n- Het riet is hoog.\n"
    )
    agenda = _agenda(text)
    assert [words_of(each.text) for each in agenda.decision] == ["Graag uw akkoord met de brief."]
    assert list(map(words_of, agenda.summary)) == ["De brief is klaar."]
    assert list(map(words_of, agenda.key_points)) == ["Het riet groeit.", "Het riet is hoog."]
    assert agenda.considerations is not None
    assert list(map(words_of, agenda.considerations.general)) == ["Wat zijn de risico's?: Het riet kan breken."]


def test_a_council_programme_of_two_days_dates_its_items() -> None:
    text = (
        "PROVISIONAL AGENDA\n\nCOUNCIL OF THE EUROPEAN UNION\n(Justice and Home Affairs)\n\n"
        "Europa building, Brussels\n"
        "8 and 9 December 2031 (10.00, 09.00)\n\nMEETING ON MONDAY 8 DECEMBER 2031 (10.00)\n\n"
        "1. Adoption of the agenda\n\n"
        "JUSTICE\n\n2. Regulation on reed                     15012/31\n   General approach\n\nAny other business\n\n"
        "3. Current proposals\n   Information from the Presidency\n\nMEETING ON TUESDAY 9 DECEMBER 2031 (09.00)\n\n"
        "HOME AFFAIRS\n\n4. State of the dikes\n   Exchange of views\n"
    )
    agenda = _agenda(text)
    assert _titles(agenda) == [
        (1, "Adoption of the agenda", "2031-12-08"), (2, "Regulation on reed", "2031-12-08"),
        (3, "Current proposals", "2031-12-08"), (4, "State of the dikes", "2031-12-09"),
    ]  # fmt: skip
    points = [words_of(point) for session in agenda.sessions for point in session.points]
    assert points == ["15012/31", "General approach", "Information from the Presidency", "Exchange of views"]


def test_working_sessions_may_have_roman_numbers_or_none() -> None:
    text = (
        "Geannoteerde agenda bijeenkomst NAVO-ministers van Buitenlandse Zaken 3-4 december 2031\n\n"
        "Op 3 en 4 december 2031 vindt in Brussel de bijeenkomst plaats van de NAVO-ministers van Buitenlandse Zaken.\n"
        "\n"
        "Werksessie I – Moerasland\nNederland zal de dijken steunen.\n\nWerksessie II – Partners\n"
        "Men spreekt over riet.\n\n"
        "Werkdiner\nHet diner gaat over gemalen.\n"
    )
    assert [(each.number, words_of(each.title)) for each in _agenda(text).sessions] == [
        (1, "Moerasland"), (2, "Partners"), (None, "Werkdiner"),
    ]  # fmt: skip


@pytest.mark.parametrize("title", [
    "Geannoteerde agenda van de bijeenkomst van de Raad Justitie en Binnenlandse Zaken,\n8-9 december 2031 te Brussel",
    "Geannoteerde agenda ten behoeve van de informele Raad Justitie en Binnenlandse Zaken van 8 en 9 december 2031",
])  # fmt: skip
def test_the_title_of_an_annotated_agenda_may_be_long(title: str) -> None:
    text = (
        f"{title}\n\nBinnenlandse Zaken\n\n1. Terugkeer\n= Debat\n\nNederland steunt dit.\n\n"
        f"Justitie\n\n2. Riet\n\nDe Raad spreekt.\n"
    )
    agenda = _agenda(text)
    assert (agenda.documents[-1].kind, words_of(agenda.documents[-1].title)) == (
        "annotated agenda",
        title.replace("\n", " "),
    )
    assert [(words_of(each.title), list(map(words_of, each.topics))) for each in agenda.sessions] == [
        ("Terugkeer", []), ("Riet", ["De Raad spreekt."]),
    ]  # fmt: skip


def test_an_agenda_with_a_column_of_times_gives_timed_items() -> None:
    text = (
        "AGENDA Stuurgroep Riet\n\nDatum:    woensdag 14 januari 2032\nTijd:     13.30 – 15.30 uur\n"
        "Plaats:   Dijkstraat 8, zaal M.0.21\n\n1.  Opening                                 13.30\n"
        "2.  Financiën 2032                          14.30\n    Ter besluitvorming\n"
        "3.  Rondvraag                               15.20\n\n"
        "Bijlagen\n2.  Conceptverslag\n3a. Rapportage riet\n3b. Planning riet\n"
    )
    agenda = _agenda(text)
    assert (words_of(agenda.place), str(agenda.when)) == (
        "Dijkstraat 8, zaal M.0.21",
        "2032-01-14T13:30/2032-01-14T15:30",
    )
    assert _titles(agenda) == [
        (1, "Opening", "2032-01-14T13:30?"), (2, "Financiën 2032", "2032-01-14T14:30?"),
        (3, "Rondvraag", "2032-01-14T15:20?"),
    ]  # fmt: skip
    assert [words_of(each.title) for each in agenda.documents] == [
        "Conceptverslag", "Rapportage riet", "Planning riet", "AGENDA Stuurgroep Riet",
    ]  # fmt: skip
    assert agenda.documents[-1].kind == "agenda"


def test_a_report_with_those_present_has_the_date_of_the_meeting() -> None:
    text = (
        "VERSLAG\n\nOverleg kustveiligheid\nDatum        : 18 februari 2032\n"
        "Aanwezig     : DWB (vz), FIN\n\n1. Opening\n"
        "De voorzitter opent.\n\n2. Kust\nMen spreekt over de kust.\n\nActielijst\n"
        "Nr.  Actie                  Wie    Gereed\n"
        "1    Kader aanleveren       DWB    1-3-2032\n2    Overzicht maken        FIN    15-3-2032\n"
    )
    agenda = _agenda(text)
    assert (words_of(agenda.title), str(agenda.when)) == ("Overleg kustveiligheid, 18 februari 2032", "2032-02-18")
    assert [(words_of(each.title), each.owner, str(each.due)) for each in agenda.deadlines] == [
        ("Kader aanleveren", "DWB", "2032-03-01"), ("Overzicht maken", "FIN", "2032-03-15"),
    ]  # fmt: skip


def test_the_signature_of_a_mail_with_an_agenda_is_withheld() -> None:
    text = (
        "Van: Bakker, Joris (DWB)\nVerzonden: maandag 5 januari 2032 09:12\nAan: leden\n"
        "Onderwerp: Agenda directieoverleg 8 januari 2032\n\n"
        "Beste collega's,\n\nHierbij de agenda voor het directieoverleg van donderdag 8 januari 2032:\n\n1) Opening\n"
        "2) Planning – ter informatie\n3) Rondvraag\n\nMet vriendelijke groet,\n\nJoris Bakker\n"
        "Senior beleidsmedewerker\nDirectie Riet\n"
    )
    agenda = _agenda(text)
    assert [(each.number, words_of(each.title)) for each in agenda.sessions] == [
        (1, "Opening"), (2, "Planning – ter informatie"), (3, "Rondvraag"),
    ]  # fmt: skip
    assert [words_of(each.text) for each in agenda.withheld] == [
        "Joris Bakker; Senior beleidsmedewerker; Directie Riet"
    ]
    assert agenda.considerations is None


def test_the_signature_of_a_minister_is_no_part_of_the_letter() -> None:
    text = (
        "Datum    23 januari 2032\nBetreft  Uitstel van de beantwoording\n\nGeachte Voorzitter,\n\n"
        "De vragen vergen meer tijd.\n\n"
        "Hoogachtend,\n\nAafke Snoek\nMinister van Water\n"
    )
    imported = import_memo(read_memo(Path("brief.txt"), text.encode()))
    assert list(map(words_of, imported.agenda.summary)) == ["De vragen vergen meer tijd."]
    assert (imported.agenda.considerations, imported.agenda.withheld) == (None, [])
    assert "Aafke Snoek; Minister van Water" in [each.words for each in imported.dropped]


def test_letters_that_number_headings_and_annexes_are_no_initials() -> None:
    text = (
        "Onderwerp: Riet\nDatum: 11 juni 2031\n\nI. AANLEIDING\n\nHet riet groeit.\n\n"
        "II. BESLISPUNTEN\n\n- instemmen met het plan;\n\n"
        "III. TOELICHTING\n\nA. Inhoud\n\nHet plan is kort.\n\nBijlagen\nA. Brief aan de Kamer\n"
        "B. Advies (vertrouwelijk)\n"
    )
    agenda = _agenda(text)
    assert agenda.considerations is not None
    assert list(map(words_of, agenda.considerations.general)) == ["A. Inhoud", "Het plan is kort."]
    assert [(words_of(each.title), each.public) for each in agenda.documents[:2]] == [
        ("Brief aan de Kamer", True), ("Advies (vertrouwelijk)", False),
    ]  # fmt: skip
    assert agenda.withheld == []


def test_the_introduction_of_a_list_needs_no_colon() -> None:
    text = (
        "Onderwerp: Riet\nDatum: 2 juni 2031\n\nAanleiding\nIets.\n\nGeadviseerd besluit\n"
        "Ik verzoek u om\n1. akkoord te gaan;\n2. te tekenen.\n"
    )
    assert [words_of(each.text) for each in _agenda(text).decision] == ["akkoord te gaan;", "te tekenen."]


def test_lower_case_labels_are_no_part_of_the_title() -> None:
    text = f"Memo\n\naan:      MinW\ndatum:    30-10-2031\nbetreft:  Stand van het riet\nstatus:   ter kennisname{BODY}"
    assert words_of(_agenda(text).title) == "Stand van het riet"


def test_the_head_of_a_web_page_may_be_a_table() -> None:
    rows = (("Aan", "MinW"), ("Datum", "3 mei 2031"), ("Onderwerp", "Riet"), ("Opgesteld door", "DWB"))
    head = "".join(f"<tr><td><p>{label}</p></td><td><p>{value}</p></td></tr>" for label, value in rows)
    text = "<h2>Aanleiding</h2><p>Het riet groeit.</p><h2>Kernpunten</h2><ul><li>Hoog.</ul>"
    page = f"<!DOCTYPE html><table>{head}</table>{text}"
    agenda = import_memo(read_memo(Path("memo.html"), page.encode())).agenda
    assert (words_of(agenda.title), str(agenda.documents[-1].date)) == ("Riet", "2031-05-03")
    assert list(map(words_of, agenda.key_points)) == ["Hoog."]


def test_the_last_answer_ends_at_the_close_of_the_letter() -> None:
    text = (
        "Datum    12 maart 2031\nBetreft  Beantwoording van vragen\n\nGeachte voorzitter,\n\nHierbij de antwoorden.\n\n"
        "Vraag 1\nGroeit het riet?\n\nAntwoord 1\nJa.\n\nHoogachtend,\n\nDe minister van Water,\nA.B. Reiger\n"
    )
    agenda = _agenda(text)
    assert [(each.question, each.answer) for each in agenda.questions] == [("Groeit het riet?", "Ja.")]
    assert agenda.documents[-1].kind == "letter"


def test_an_empty_line_of_the_head_is_no_unplaced_text() -> None:
    assert "" not in _agenda("Nota\n\nAan: MinW\nDatum: 3 mei 2031\nOnderwerp: Riet\n").unplaced


def test_numbered_headings_without_a_full_stop_end_the_decision() -> None:
    text = (
        "Onderwerp: Riet\nDatum: 4 maart 2032\n\n1  Aanleiding\n\nHet riet groeit.\n\n2  Beslispunten\n\n"
        "•   Gaat u akkoord?\n\n3  Risico bij uitstel\n\n3.1 Schade\nHet riet breekt.\n\n4  Argumenten\n\n"
        "Het is goedkoop.\n"
    )
    agenda = _agenda(text)
    assert [words_of(each.text) for each in agenda.decision] == ["Gaat u akkoord?"]
    assert agenda.considerations is not None
    assert list(map(words_of, agenda.considerations.general))[-1] == "4 Argumenten: Het is goedkoop."


def test_a_report_may_start_with_its_paper_number() -> None:
    text = (
        "Kamerstuk 21501-20, nr. 2145\n\nVerslag Europese Raad 18-19 december 2031\n\nDe minister nam deel.\n\n"
        "Riet\nDe Europese Raad sprak over riet.\n\nDiversen\na) Informatie over dijken\nb) Terugkoppeling\n"
    )
    agenda = _agenda(text)
    assert words_of(agenda.title) == "Europese Raad, 18-19 december 2031"
    assert str(agenda.when) == "2031-12-18/2031-12-19"
    assert (agenda.documents[-1].ref, agenda.documents[-1].kind) == ("21 501-20, nr. 2145", "report")
    assert [list(map(words_of, each.points)) for each in agenda.sessions] == [
        ["De Europese Raad sprak over riet."], ["Informatie over dijken", "Terugkoppeling"],
    ]  # fmt: skip


def test_a_title_split_at_a_hyphen_is_joined() -> None:
    head = "Aan: Minister             Reg.nr.: 2032/445\n\nBetreft: Voortgang riet-\n         afspraken in het noorden"
    memo = _agenda(f"NOTA\n\nDatum: 1 juni 2032\n{head}{BODY}").documents[-1]
    assert (words_of(memo.title), memo.note) == ("Voortgang rietafspraken in het noorden", "NOTA; Reg.nr.: 2032/445")
