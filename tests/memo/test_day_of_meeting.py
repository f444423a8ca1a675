"""Papers that name the day of their meeting outside the title: invitations, reports, programmes in a mail."""

from pathlib import Path

import pytest
from tests.memo.words import memo_of

from briefcli.domain.agenda import Agenda
from briefcli.domain.item import words_of
from briefcli.memo.extract.source import read_memo
from briefcli.memo.imported import Imported
from briefcli.memo.importer import import_memo

LETTER = """\
Aan het college van dijkgraaf en heemraden
Kenmerk: 2031-0000451234
Datum 14 mei 2031
Betreft Uitnodiging overleg riet

Geacht college,

Graag nodig ik u uit voor het voorjaarsoverleg over riet op 10 juni 2031 van 14.00 tot 16.00 uur. \
Het overleg vindt plaats in het waterschapshuis te Molendam.

Op de agenda staan:
1. Voortgang van de dijken
2. Rondvraag

Ik verzoek u uw inbreng uiterlijk 28 mei 2031 aan te leveren.
"""


MEMO = """\
Aan: de minister
Van: directie Riet
Datum: 8 oktober 2031
Onderwerp: Voorbereiding

Aanleiding
{}

Kernboodschap
- Het riet staat hoog.
- De sluis is dicht.
"""
ITEMS = """\
Plaats: Riethuis
Aanwezig: Water, Dijken

1. Opening
De voorzitter opent de vergadering.

2. Dijken
Het plan wordt vastgesteld.
"""
PRINTED = """\
{}

36 250 Wijziging van de Rietwet

Nr. 14 BRIEF VAN DE MINISTER VAN WATER

Den Haag, 12 maart 2031

Hierbij zend ik u de geannoteerde agenda van de Milieuraad van 20 maart 2031 in Brussel.

1. Klimaat
Het kabinet steunt het voorstel.
"""


def _imported(text: str) -> Imported:
    return import_memo(read_memo(Path("memo.txt"), text.encode()))


def _agenda(text: str) -> Agenda:
    return _imported(text).agenda


def _sessions(agenda: Agenda) -> list[tuple[int | None, str, str]]:
    return [(each.number, words_of(each.title), str(each.when or "")) for each in agenda.sessions]


def test_a_letter_invites_to_a_meeting() -> None:
    agenda = _agenda(LETTER)
    assert (str(agenda.when), words_of(agenda.place)) == (
        "2031-06-10T14:00/2031-06-10T16:00",
        "waterschapshuis te Molendam",
    )
    assert words_of(agenda.title).startswith("Voorjaarsoverleg over riet")
    assert [each[:2] for each in _sessions(agenda)] == [(1, "Voortgang van de dijken"), (2, "Rondvraag")]


def test_a_text_apart_below_a_list_belongs_to_no_item_of_it() -> None:
    agenda = _agenda(LETTER)
    assert agenda.sessions[-1].points == []
    assert "Ik verzoek u uw inbreng uiterlijk 28 mei 2031 aan te leveren." in map(words_of, agenda.summary)


def test_the_minister_speaks_with_someone() -> None:
    memo = (
        "Aan: de minister\nVan: directie Riet\nDatum: 8 oktober 2031\nOnderwerp: Voorbereiding\n\nAanleiding\n"
        "U spreekt op 15 oktober 2031 om 16.00 uur met de dijkgraaf van Molenland. Locatie: kamer B-73.\n\n"
        "Kernboodschap\n- Het riet staat hoog.\n"
    )
    agenda = _agenda(memo)
    assert (str(agenda.when), words_of(agenda.place)) == ("2031-10-15T16:00", "kamer B-73")
    assert words_of(agenda.title) == "Gesprek met de dijkgraaf van Molenland, 15 oktober 2031 om 16.00 uur"


@pytest.mark.parametrize(
    "said",
    [
        "U bent op 12 november 2031 aanwezig bij de rietdag.",
        "Op 12 november 2031 neemt u deel aan de rietdag.",
        "Bij brief van 7 oktober 2031 nodigt de dijkgraaf u uit voor de rietdag op 12 november 2031.",
        "U ontving op 2 oktober 2031 een brief; u bent uitgenodigd voor de rietdag op 12 november 2031.",
    ],
)
def test_the_day_of_what_the_minister_visits_is_ahead_and_follows_op(said: str) -> None:
    imported = _imported(MEMO.format(said))
    assert (str(imported.agenda.when), words_of(imported.agenda.title)) == ("2031-11-12", "Rietdag, 12 november 2031")
    assert "when" in {each.field for each in imported.checks}


@pytest.mark.parametrize(
    "said",
    [
        "Bij brief van 12 november 2031 bent u uitgenodigd voor de rietdag.",
        "Op 7 oktober 2031 heeft de dijkgraaf u uitgenodigd voor de rietdag.",
        "U nam op 3 september 2031 deel aan de rietdag.",
        "U neemt niet deel aan de rietdag op 12 november 2031.",
        "U wordt verzocht uiterlijk op 12 november 2031 te laten weten of u aanwezig bij de rietdag kunt zijn.",
        "U wordt verzocht om op 12 november 2031 te laten weten of u aanwezig bij de rietdag kunt zijn.",
        "U spreekt regelmatig met de dijkgraaf, laatstelijk op 3 september 2031.",
        "U spreekt met het oog op 12 november 2031 uw steun uit voor de rietdag.",
        "U spreekt met deze brief van 12 november 2031 uw steun uit voor het riet.",
        "Op verzoek van de dijkgraaf van 3 november 2031 neemt u deel aan de rietdag.",
    ],
)
def test_another_day_beside_what_the_minister_does_is_not_that_of_the_meeting(said: str) -> None:
    assert str(_agenda(MEMO.format(said)).when) == "unknown"


def test_a_dinner_after_a_known_meeting_does_not_replace_it() -> None:
    agenda = _agenda(MEMO.format("Na de Milieuraad van 20 oktober 2031 neemt u deel aan een diner."))
    assert (words_of(agenda.title), agenda.series) == ("Milieuraad, 20 oktober 2031", "milieuraad")


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Locatie: Rietlaan 1, Molendam.", "Rietlaan 1, Molendam"),
        ("De bijeenkomst vindt plaats in het Riethuis.", "Riethuis"),
        ("Het overleg vindt plaats te Molendam.", "Molendam"),
        ("De besluitvorming vindt plaats op basis van unanimiteit.", None),
        ("Het overleg vindt plaats in goede harmonie.", None),
        ("Het overleg vindt plaats op 21 oktober 2031.", None),
        ("Het diner vindt plaats in het Riethuis te Molendam.", None),
    ],
)
def test_a_later_sentence_names_the_place_of_the_meeting(said: str, place: str | None) -> None:
    agenda = _agenda(MEMO.format(f"Op 20 oktober 2031 komt de Milieuraad bijeen. {said}"))
    assert (words_of(agenda.place) if agenda.place else None) == place


@pytest.mark.parametrize(
    "line",
    [
        "Actie gereed voor 14 maart 2031",
        "Versie 14 maart 2031",
        "Vastgesteld 14 maart 2031",
        "Uitgebracht op 14 maart 2031",
    ],
)
def test_a_line_that_says_what_happens_on_a_day_does_not_name_the_day_of_the_meeting(line: str) -> None:
    agenda = _agenda(f"BESLUITENLIJST\n\nMinisteriële Commissie Riet\n{line}\n{ITEMS}")
    assert (str(agenda.when), agenda.place) == ("unknown", None)
    agenda = _agenda(f"BESLUITENLIJST\n\nMinisteriële Commissie Riet\nDinsdag 4 maart 2031\n{line}\n{ITEMS}")
    assert (str(agenda.when), words_of(agenda.place)) == ("2031-03-04", "Riethuis")


def test_a_day_on_a_line_of_its_own_is_to_be_checked() -> None:
    imported = _imported(f"BESLUITENLIJST\n\nMinisteriële Commissie Riet\n4 maart 2031\n{ITEMS}")
    assert str(imported.agenda.when) == "2031-03-04"
    assert "when" in {each.field for each in imported.checks}


def test_a_line_above_a_printed_paper_is_not_of_its_head() -> None:
    agenda = _agenda(PRINTED.format("[De lantaarn staat achter de dijk]"))
    assert [words_of(each.text) for each in agenda.withheld] == ["[De lantaarn staat achter de dijk]"]
    agenda = _agenda(PRINTED.format("Uiterlijk 3 april 2031 antwoord aan de Kamer."))
    assert [str(each.due) for each in agenda.deadlines] == ["2031-04-03"]


def test_a_list_of_decisions_names_its_day_on_a_line_of_its_own() -> None:
    listed = (
        "BESLUITENLIJST\n\nMinisteriële Commissie Riet\nDinsdag 4 februari 2031\nPlaats: Riethuis\n"
        "Aanwezig: Water, Dijken\n\n1. Agendapunt: Dijken\nHet plan wordt vastgesteld.\n\n"
        "2. Agendapunt: Sluizen\nHet plan wordt aangehouden.\n"
    )
    agenda = _agenda(listed)
    assert (str(agenda.when), words_of(agenda.place), str(agenda.status)) == ("2031-02-04", "Riethuis", "held")
    assert words_of(agenda.title) == "Ministeriële Commissie Riet, Dinsdag 4 februari 2031"
    assert [each[:2] for each in _sessions(agenda)] == [(1, "Dijken"), (2, "Sluizen")]


def test_the_lines_of_a_programme_in_a_mail_have_their_hours() -> None:
    mail = (
        "Van: Anna Smit\nDatum: vrijdag 5 september 2031 om 17:45\nAan: Woordvoering\n"
        "Onderwerp: Programma werkbezoek Molenland\n\nAllen,\n\nProgramma donderdag 11 september 2031 (Molendam):\n\n"
        "08:30 - 09:00 Ontbijt\n09:30 uur Bezoek gemaal\n11:00 Gesprek met de dijkgraaf\n"
    )
    agenda = _agenda(mail)
    assert (str(agenda.when), words_of(agenda.place)) == ("2031-09-11", "Molendam")
    assert _sessions(agenda) == [
        (None, "Ontbijt", "2031-09-11T08:30/2031-09-11T09:00?"),
        (None, "Bezoek gemaal", "2031-09-11T09:30?"),
        (None, "Gesprek met de dijkgraaf", "2031-09-11T11:00?"),
    ]


def test_a_report_of_a_written_consultation_has_the_name_of_its_dossier() -> None:
    report = (
        "Verslag van een schriftelijk overleg\n\n36 250 Wijziging van de Rietwet\n\n"
        "Nr. 14 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\nVastgesteld 12 maart 2031\n\n"
        "De commissie heeft vragen gesteld over de brief van 3 februari 2031 (Kamerstuk 36 250, nr. 11).\n\n"
        "Vragen van de leden van de Rietfractie\n\nDe leden vragen hoe hoog het riet staat.\n\nHet riet staat hoog.\n"
    )
    agenda = _agenda(report)
    assert words_of(agenda.title) == "Wijziging van de Rietwet"
    assert {each.ref for each in agenda.documents} == {"36 250, nr. 11", "36 250, nr. 14"}
    assert agenda.sessions == []
    assert str(agenda.when) == "unknown"


def test_the_line_above_a_programme_names_its_day() -> None:
    mail = (
        "Van: Secretariaat\nVerzonden: 1 september 2031 09:00\nAan: kabinet\n"
        "Onderwerp: Programma werkbezoek Rieteiland\n\n"
        "Beste allen,\n\nIn de bijlage staan de namen.\n\nProgramma dinsdag 9 september 2031:\n\n"
        "09.00 Vertrek\n10.00 Ontvangst\n11.30 Gesprek\n"
    )
    agenda = _agenda(mail)
    assert (words_of(agenda.title), str(agenda.when)) == (
        "Werkbezoek Rieteiland, dinsdag 9 september 2031",
        "2031-09-09",
    )
    assert [each[1] for each in _sessions(agenda)] == ["Vertrek", "Ontvangst", "Gesprek"]
    assert list(map(words_of, agenda.summary)) == ["In de bijlage staan de namen."]


@pytest.mark.parametrize(
    ("head", "when", "date"),
    [
        (
            "Verslag bestuurlijk overleg Dijken\nVerzonden op 14 februari 2031\nVastgesteld op 12 maart 2031",
            "",
            "2031-02-14",
        ),
        ("VERSLAG\n\nOverleg over de dijken\nVerzonden 14 februari\nVastgesteld op 12 maart", "", ""),
        ("Verslag MT Kust\nd.d. 20 maart 2031\n\nVerzonden op 24 maart 2031", "2031-03-20", "2031-03-24"),
        ("Afspraken overleg Dijken, 13 mei 2031", "2031-05-13", ""),
        ("Vergadering: Bestuurlijk overleg Riet\nDatum: 19 juni 2031", "2031-06-19", ""),
        ("Onderwerp: Riet\nDebat: 19 juni 2031, 16.45 uur\nDatum: 3 juni 2031", "2031-06-19T16:45", "2031-06-03"),
        ("Event: Reed conference\nDate: 19 June 2031\nVenue: Reed hall", "2031-06-19", ""),
        ("Datum: 3 juni 2031\nVergadering: RWR 13 juni, MR 16 juni\nOnderwerp: Rietwet", "", "2031-06-03"),
        ("Datum: 3 juni 2031\nVergadering: Bestuurlijk overleg Riet, 19 juni 2031", "2031-06-19", "2031-06-03"),
        ("Datum nota: 3 juni 2031\nVergadering: Bestuurlijk overleg Riet", "", "2031-06-03"),
        ("Aan: de minister\nDatum: 3 juni 2031\nVergadering: Bestuurlijk overleg Riet", "", "2031-06-03"),
        ("Steering brief – Foreign Affairs Council (Trade), Brussels, 12 March 2031", "2031-03-12", ""),
        ("INSTRUCTIE COREPER I\nVergadering van 16 april 2031", "2031-04-16", ""),
        (
            "NORTH ATLANTIC COUNCIL\nMINISTERS OF DEFENCE\n\nBrussels, NATO HQ, 18-19 February 2031",
            "2031-02-18/2031-02-19",
            "",
        ),
        ("Brussels, 18 February 2031\n\nCouncil of the European Union", "", "2031-02-18"),
        ("Verslag overleg Dijken, vastgesteld op 12 maart 2031", "", ""),
        (
            "DOCUMENT\nC-M(2031)0045\n12 January 2031\n\nNORTH ATLANTIC COUNCIL\n\n18-19 February 2031",
            "2031-02-18/2031-02-19",
            "2031-01-12",
        ),
        ("Council of the European Union\n\nBrussels, 18-19 February 2031", "2031-02-18/2031-02-19", ""),
    ],
)
def test_the_day_of_a_paper_and_that_of_its_meeting_are_told_apart(head: str, when: str, date: str) -> None:
    agenda = _agenda(f"{head}\n\n1. Opening\nDe voorzitter opent.\n\n2. Rondvraag\nGeen vragen.\n")
    assert str(agenda.when) == (when or "unknown")
    assert [str(each.date) for each in agenda.documents if each.date] == ([date] if date else [])


@pytest.mark.parametrize(
    ("title", "said", "when", "place", "series"),
    [
        ("Milieuraad 27 maart 2031, reactie uiterlijk vrijdag 14 maart 2031", "", "2031-03-27", None, "milieuraad"),
        ("EPSCO-Raad (Volksgezondheid) 20 juni 2031 Luxemburg", "", "2031-06-20", "Luxemburg", "wsbvc"),
        ("Raad Algemene Zaken (Brussel) 20 juni 2031", "", "2031-06-20", "Brussel", "raz"),
        ("Conferentie ILO (ILC) 3 t/m 14 juni 2031, Genève", "", "2031-06-03/2031-06-14", "Genève", None),
        ("Uitvraag: voorbereiding commissiedebat Riet 24 april 2031", "", "2031-04-24", None, None),
        ("NAVO-ministeriële bijeenkomst (DMM) 13-14 februari 2031", "", "2031-02-13/2031-02-14", None, "dmm"),
        ("Commissiedebat Riet 15 april 2031", "Op 15 april 2031 van 16.00 tot 19.00 uur voert u het commissiedebat.",
         "2031-04-15T16:00/2031-04-15T19:00", None, None),
        ("Commissiedebat Riet 15 april 2031", "Het commissiedebat vindt plaats op 15 april 2031 in de Rietzaal.",
         "2031-04-15", "Rietzaal", None),
        ("Commissiedebat Riet 15 april 2031", "Het commissiedebat is op 15 april 2031 in de Tweede Kamer.",
         "2031-04-15", None, None),
        ("Riet", "De Raad WSBVC, onderdeel Volksgezondheid, die op 15 april 2031 plaatsvindt in Luxemburg.",
         "2031-04-15", "Luxemburg", "wsbvc"),
        ("Riet", "Hieronder het verslag van het overleg van vandaag en een blik op dat van 15 april 2031.",
         "unknown", None, None),
        ("Milieuraad 15 april 2031", "Na de Milieuraad neemt u op 15 april 2031 om 16.00 uur deel aan een gesprek.",
         "2031-04-15", None, "milieuraad"),
    ],
)  # fmt: skip
def test_the_subject_and_a_sentence_tell_of_the_meeting(
    title: str, said: str, when: str, place: str | None, series: str | None
) -> None:
    head = f"Aan: de minister\nDatum: 3 februari 2031\nOnderwerp: {title}\n\n"
    agenda = _agenda(f"{head}Aanleiding\nDit gaat over riet. {said}\n\nKernpunten\n- Riet.\n")
    assert (str(agenda.when), agenda.place, agenda.series) == (when, place, series)


def test_a_day_in_the_head_that_is_in_no_field_is_asked_about() -> None:
    head = "Datum: 2 april 2031\nAan: de minister\nBehandeling in: MR van 11 april 2031\nBetreft: Riet\n\n"
    found = import_memo(memo_of(f"{head}Aanleiding\nEen brief.\n\nKernpunten\n- Riet.\n"))
    assert [each.field for each in found.checks if "a day in the head" in each.message] == ["documents[0].note"]
    told = import_memo(memo_of(f"{head}Aanleiding\nDe ministerraad is op 11 april 2031.\n\nKernpunten\n- Riet.\n"))
    assert [each.field for each in told.checks if "a day in the head" in each.message] == []


CORRECTED = (
    "Let op: de Milieuraad is verplaatst naar 21 maart 2031.", "De vergadering is verschoven: 21 maart 2031.",
    "De Raad is niet op 14 maart maar op 21 maart.", "De datum in de nota klopt niet: het is 21 maart 2031.",
    "Nieuwe datum voor de Milieuraad: 21 maart.", "De bijeenkomst is een week uitgesteld.",
    "De vergadering gaat niet door.",
)  # fmt: skip
NOT_CORRECTED = (
    "Het debat is verplaatst naar 12 maart 2031.", "De termijn is verschoven naar 11 maart 2031.",
    "De Raad blijft op 14 maart 2031.", "De Raad besluit niet, maar bespreekt de brief.",
)  # fmt: skip


@pytest.mark.parametrize("answer", [*CORRECTED, *NOT_CORRECTED])
def test_a_mail_above_the_memo_may_give_its_meeting_another_day(answer: str) -> None:
    head = "Van: a@minwater.nl\nVerzonden: maandag 3 maart 2031 10:12\nOnderwerp: {}\n\n"
    text = f"{head.format('RE: nota')}{answer}\n\nGroet\n\n{head.format('nota')}"
    memo = "Aanleiding\nOp 14 maart 2031 komt de Milieuraad bijeen in Brussel.\n\nKernpunten\n- De dijk is sterk.\n"
    imported = import_memo(memo_of(text + memo))
    assert any(each.field in {"when", "status"} for each in imported.checks) is (answer in CORRECTED)


@pytest.mark.parametrize(
    ("text", "title", "when", "place"),
    [
        ("Directie Riet\nDatum: 20 april 2031\n\nPlanning Milieuraad 26 mei 2031 (Brussel)\n\n- 8 mei: stukken klaar\n",
         "Milieuraad, 26 mei 2031", "2031-05-26", "Brussel"),
        ("Rietreis 11-13 juni 2031, Molendam\n\nDatum: 1 mei 2031\n\nHet programma is uiterlijk 23 mei klaar.\n",
         "Rietreis, 11-13 juni 2031", "2031-06-11/2031-06-13", "Molendam"),
        ("Reed Council\n5th Session, Molendam, 14-15 May 2031\n\nDate: 14 April 2031\n\nNames are due by 30 April.\n",
         "Reed Council, 14-15 May 2031", "2031-05-14/2031-05-15", "Molendam"),
        (MEMO.format("Hierbij de planning voor het RO van woensdag 29 oktober.").replace("Voorbereiding", "Planning"),
         "RO, woensdag 29 oktober", "2031-10-29", None),
    ],
)  # fmt: skip
def test_a_paper_without_a_subject_names_its_meeting(text: str, title: str, when: str, place: str | None) -> None:
    found = _imported(text)
    assert (found.agenda.title, str(found.agenda.when), found.agenda.place) == (title, when, place)
    assert "when" in {each.field for each in found.checks}


@pytest.mark.parametrize(
    "text",
    [
        "Directie Riet\nDatum: 20 april 2031\n\nRietoverleg 26 maart 2031\n\nHet voorzitterschap dankte.\n",
        "Reactie op de vragen van 11-13 juni 2031\n\nDatum: 1 mei 2031\n\nDe vragen gaan over riet.\n",
        MEMO.format("Hierbij de stukken voor het commissiedebat van woensdag 29 oktober 2031."),
        MEMO.format("Hierbij de stukken van het overleg van 1 oktober 2031."),
    ],
)
def test_a_past_day_a_paper_or_a_debate_is_not_the_meeting(text: str) -> None:
    assert str(_imported(text).agenda.when) == "unknown"


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        ("Rietdagen, 20-22 oktober 2031", "2031-10-20/2031-10-22"),
        ("Openstelling regeling, 20 oktober t/m 20 november 2031", "unknown"),
        ("Rietraad\n\n20 oktober 2031 in Molendam", "2031-10-20"),
        ("Rietraad\n\n20 oktober 2031 retour naar de dijkgraaf", "unknown"),
        ("Verslag Rietraad 3-4 februari 2031 en inzet Rietraad 20 oktober 2031", "2031-10-20"),
    ],
)
def test_a_title_with_a_long_period_or_a_day_of_something_else_names_no_meeting(lines: str, when: str) -> None:
    head = f"Nota\n\nAan: de minister\nDatum: 8 oktober 2031\nBetreft: {lines}\n\n"
    assert str(_agenda(f"{head}Aanleiding\nIets.\n\nKernpunten\n- Het riet staat hoog.\n").when) == when


def test_a_heading_above_headings_names_the_meeting_also_below_the_department_and_the_version() -> None:
    agenda = import_memo(
        read_memo(
            Path("memo.txt"),
            b"Achtergrond / overdracht\nDirectie Riet (DGR)\nVersie: 11 november 2031\n\n"
            b"Informele Milieuraad Molendam, 5 december 2031\n\nWat speelt er?\nDe Commissie presenteert haar plan.\n\n"
            b"Wat is de lijn?\nNederland steunt de doelen van het plan.\n",
        )
    ).agenda
    assert (words_of(agenda.title), str(agenda.when)) == (
        "Informele Milieuraad Molendam, 5 december 2031",
        "2031-12-05",
    )
    assert agenda.series == "milieuraad"
