"""Papers that name the day of their meeting outside the title: invitations, reports, programmes in a mail."""

from pathlib import Path

from briefcli.domain.agenda import Agenda
from briefcli.domain.item import words_of
from briefcli.memo.extract.source import read_memo
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


def _agenda(text: str) -> Agenda:
    return import_memo(read_memo(Path("memo.txt"), text.encode())).agenda


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
