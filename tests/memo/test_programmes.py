"""Programmes and agendas with days, hours and rooms, as ministries write them."""

from pathlib import Path

import pytest

from briefcli.domain.agenda import Agenda, plain
from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import Status
from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo
from briefcli.memo.layout.table_rows import rows_together


def _agenda(text: str) -> Agenda:
    return import_memo(read_memo(Path("memo.md"), text.encode())).agenda


def _sessions(agenda: Agenda) -> list[tuple[str, str]]:
    return [(words_of(each.title), str(each.when)) for each in agenda.sessions]


TRAVEL = """\
Programma reis minister aan Rietland, 13 en 14 april 2031

Dag | Tijd | Onderdeel | Rol
zondag 13 april | 06.50 | Vertrek | reizen
 | 20.30 | Diner | spreken
maandag 14 april | 09.00 – 09.45 | Gesprek met de dijkgraaf | luisteren
"""
STEERING = """\
STEERING NOTE

Event:     Informal meeting of reed ministers
Date:      11-12 May 2031
Venue:     Reedtown

Programme

Sunday 11 May
18:30        Arrival of delegations
19:30        Informal dinner: "Reed in the north"

Monday 12 May
09:00-11:00  Working session I: Reed
11:15-13:00  Working session II: Otters

Key messages
- More reed.

Background
The Presidency has a paper.
"""
COUNCIL = """\
Geannoteerde agenda Landbouw- en Visserijraad van 23 en 24 februari 2032 te Brussel

I. Algemeen
Op 23 en 24 februari 2032 komt de Raad bijeen.

II. Agenda

Maandag 23 februari

1. Riet
De Raad spreekt over riet.

Lunch (13.00 - 15.00 uur): otters
Geen inbreng.

Dinsdag 24 februari

2. Dassen
De Raad spreekt over dassen.

III. Overig
Het verslag volgt.
"""
WITH_LABELS = """\
# Draft agenda – Steering Group on Reeds

**Date:** 23 June 2031
**Time:** 09:30 – 15:00
**Venue:** Reed Secretariat, Brussels

| Time | Item | Lead |
|---|---|---|
| 09:30 | Welcome | Chair |
| 09:45 | Otters: state of play | NL |
| 14:45 | Next meeting | Chair |
"""
WITH_ONE_LABEL = """\
# Programma werkbezoek staatssecretaris aan Rietland

Datum: donderdag 19 juni 2031

| Tijdstip | Activiteit | Locatie |
|---|---|---|
| 09.30 – 10.15 uur | Ontvangst | Riethuis |
| 10.30 uur | Gesprek over otters | Otterhuis |
| 12.00 uur | Lunch | Otterhuis |
"""

# As extracted from a PDF, with hours in the middle of a cell of two lines
OF_PDF = """\
MEETINGS OF NATO MINISTERS OF DEFENCE
NATO Headquarters, Brussels
Wednesday 7 and Thursday 8 May 2031
DRAFT PROGRAMME (as of 28 April 2031)
Wednesday, 7 May 2031
08:00 - 09:15 Arrivals

09:30 - 11:30

North Atlantic Council session I
Reed (1+2)
17:00 Press conference
Thursday, 8 May 2031
11:15 - 13:00 Contact Group
13:15 Departures
Administrative arrangements
Requests for rooms should be sent by 30 April 2031.
"""
OF_MAIL = """\
Van: Riet, P. (DWB)
Verzonden: maandag 3 februari 2031 10:00
Aan: BSG
Onderwerp: Programma werkbezoek minister Rietland 12 februari

Hoi allemaal,

Hieronder het programma voor woensdag 12 februari.

08:30  vertrek
11:00  ontvangst
14:30  terug

Graag jullie input:
* Nota riet
"""
# Hours as in Strasbourg and Flanders, and a day with its year only in the head
OF_EMBASSY = """\
Programma rietbezoek Straatsburg
Datum: 14 en 15 mei 2031

Woensdag 14 mei
18h00 Aankomst
19u30 – 21u00 Diner over riet

Donderdag 15 mei
09h30 Otters
"""
WITH_KINDS = """\
Agenda rietoverleg

Datum: 11 juni 2031
Locatie: Riethuis

1. Opening (14.00-14.05)

2. Otters (14.05-14.30)
Ter informatie

3. Riet
Ter besluitvorming
"""


@pytest.mark.parametrize(
    ("text", "when", "sessions"),
    [
        (TRAVEL, "2031-04-13/2031-04-14", [
            ("Vertrek", "2031-04-13T06:50?"), ("Diner", "2031-04-13T20:30?"),
            ("Gesprek met de dijkgraaf", "2031-04-14T09:00/2031-04-14T09:45?"),
        ]),
        (STEERING, "2031-05-11/2031-05-12", [
            ("Arrival of delegations", "2031-05-11T18:30?"),
            ('Informal dinner: "Reed in the north"', "2031-05-11T19:30?"),
            ("Working session I: Reed", "2031-05-12T09:00/2031-05-12T11:00?"),
            ("Working session II: Otters", "2031-05-12T11:15/2031-05-12T13:00?"),
        ]),
        (WITH_LABELS, "2031-06-23T09:30/2031-06-23T15:00", [
            ("Welcome", "2031-06-23T09:30?"), ("Otters: state of play", "2031-06-23T09:45?"),
            ("Next meeting", "2031-06-23T14:45?"),
        ]),
        (WITH_ONE_LABEL, "2031-06-19", [
            ("Ontvangst", "2031-06-19T09:30/2031-06-19T10:15?"), ("Gesprek over otters", "2031-06-19T10:30?"),
            ("Lunch", "2031-06-19T12:00?"),
        ]),
        (OF_PDF, "2031-05-07/2031-05-08", [
            ("Arrivals", "2031-05-07T08:00/2031-05-07T09:15?"),
            ("North Atlantic Council session I", "2031-05-07T09:30/2031-05-07T11:30?"),
            ("Press conference", "2031-05-07T17:00?"), ("Contact Group", "2031-05-08T11:15/2031-05-08T13:00?"),
            ("Departures", "2031-05-08T13:15?"),
        ]),
        (OF_EMBASSY, "2031-05-14/2031-05-15", [
            ("Aankomst", "2031-05-14T18:00?"), ("Diner over riet", "2031-05-14T19:30/2031-05-14T21:00?"),
            ("Otters", "2031-05-15T09:30?"),
        ]),
        (WITH_KINDS, "2031-06-11", [
            ("Opening", "2031-06-11T14:00/2031-06-11T14:05?"), ("Otters", "2031-06-11T14:05/2031-06-11T14:30?"),
            ("Riet", "None"),
        ]),
        (COUNCIL, "2032-02-23/2032-02-24", [
            ("I. Algemeen", "None"), ("II. Agenda", "None"), ("Riet", "2032-02-23"),
            ("Lunch: otters", "2032-02-23T13:00/2032-02-23T15:00?"), ("Dassen", "2032-02-24"), ("III. Overig", "None"),
        ]),
    ],
)  # fmt: skip
def test_a_programme_has_the_day_and_hours_of_each_item(text: str, when: str, sessions: list[tuple[str, str]]) -> None:
    agenda = _agenda(text)
    assert str(agenda.when) == when
    assert _sessions(agenda) == sessions


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (OF_PDF, []),
        (
            OF_PDF.replace("Administrative arrangements", "by bus"),
            ["by bus", "Requests for rooms should be sent by 30 April 2031."],
        ),
        (OF_MAIL, []),
        (WITH_ONE_LABEL + "\n## Voorbereiding\n\nDe nota is klaar.\n", ["Otterhuis"]),
        (WITH_ONE_LABEL + "\n## Krachtenveld\n\nDe dijken zijn voor.\n", ["Otterhuis", "De dijken zijn voor."]),
    ],
)
def test_a_text_behind_a_programme_is_not_of_its_last_item(text: str, points: list[str]) -> None:
    assert [words_of(each) for each in _agenda(text).sessions[-1].points] == points


def test_a_position_under_a_heading_behind_a_programme_is_of_no_item() -> None:
    text = (
        "**Aan:** minister\n**Datum:** 30 november 2031\n\n# Geannoteerde agenda Milieuraad 14 december 2031\n\n"
        "## Agenda\n\n| Tijd | Onderwerp |\n|---|---|\n| 09:30 | Riet |\n| 11:15 | Otters |\n| 14:30 | Dassen |\n\n"
        "## Nederlandse inzet\n\n### Riet\n1. Nederland steunt meer riet.\n\n### Otters\nU kunt instemmen.\n"
    )
    agenda = _agenda(text)
    assert [each.position for each in agenda.sessions] == [[], [], []]
    assert agenda.considerations is not None
    assert "1. Nederland steunt meer riet." in [words_of(each) for each in agenda.considerations.general]


VISIT = """\
PROGRAMMA WERKBEZOEK MINISTER VAN WATER AAN VLIESSTAD
maandag 5 oktober – dinsdag 6 oktober 2031

Delegatie
Minister van Water
Ambassadeur in Vliesstad

Maandag 5 oktober
11:40  Vertrek
15:00 – 16:15  Gesprek met de dijkgraaf
   Onderwerpen: riet, otters en dassen
19:00  Diner

Dinsdag 6 oktober
09:00  Bezoek aan het gemaal

Follow-up
DWB stuurt uiterlijk vrijdag 9 oktober een verslag van het bezoek rond.
"""


def test_a_programme_in_capitals_keeps_its_days_and_the_lines_above_its_rows() -> None:
    agenda = _agenda(VISIT)
    assert str(agenda.when) == "2031-10-05/2031-10-06"
    assert agenda.status is not Status.HELD
    assert [str(each.when) for each in agenda.sessions][-1] == "2031-10-06T09:00?"
    assert words_of(agenda.sessions[1].points[0]) == "Onderwerpen: riet, otters en dassen"
    assert "Ambassadeur in Vliesstad" in words_of(agenda.documents[0].note)
    assert [str(each.due) for each in agenda.deadlines] == ["2031-10-09"]


@pytest.mark.parametrize("greeting", ["Beste allen,", "Hoi Anneke,", "Agenda rietoverleg"])
def test_a_greeting_above_an_agenda_is_not_its_title(greeting: str) -> None:
    items = "1. Opening\n2. Riet\n3. Rondvraag\n"
    agenda = _agenda(f"{greeting}\n\nHierbij de agenda voor het rietoverleg op 9 april 2031.\n\n{items}")
    assert (greeting in repr(plain(agenda))) is (greeting == "Agenda rietoverleg")
    assert [each.title for each in agenda.sessions] == ["Opening", "Riet", "Rondvraag"]


_LIST = "Agenda rietoverleg d.d. 17 september 2031\n\n1. Opening\n2. Riet\n3. Rondvraag\n\n"


@pytest.mark.parametrize(
    ("below", "points"),
    [
        ("Toelichting per punt\n\nAd 2. Het riet groeit.\n\nPraktisch\nDe auto rijdt om 8 uur.\n", {
            "2": ["Ad 2. Het riet groeit."], "3": [],
        }),
        ("De auto rijdt om 8 uur.\n", {"2": [], "3": ["De auto rijdt om 8 uur."]}),
        ("Ad 9. Het riet groeit.\n", {"2": [], "3": ["Ad 9. Het riet groeit."]}),
        ("Vertrouwelijk: de otter.\nAd 2. Het riet groeit.\n", {"2": []}),
        ("Onderstaande is vertrouwelijk:\n\nOtters\nDe otter bijt.\n\nAd 2. Het riet groeit.\n", {"2": []}),
    ],
)  # fmt: skip
def test_what_is_said_of_an_item_below_the_list_goes_to_that_item(below: str, points: dict[str, list[str]]) -> None:
    sessions = {f"{each.number}": [*map(words_of, each.points)] for each in _agenda(_LIST + below).sessions}
    assert {number: sessions[number] for number in points} == points


@pytest.mark.parametrize("day", ["6 maart 2031", "3 maart", "maandag 3 maart 2031"])
def test_a_day_that_is_the_text_of_an_item_is_not_the_day_of_the_next(day: str) -> None:
    items = f"1. Riet\nDe otters vragen iets.\n\n2. Uiterste dag\n{day}\n\n3. Otters\nNiets.\n"
    agenda = _agenda(f"Verslag rietoverleg 4 maart 2031\n\n{items}")
    assert {when for _, when in _sessions(agenda)} == {"None"}


@pytest.mark.parametrize(
    ("head", "when", "place"),
    [
        ("Debat: woensdag 19 maart 2031, 16.45 uur (plenaire zaal)", "2031-03-19T16:45", "plenaire zaal"),
        ("Wanneer: woensdag 19 maart 2031, 16.45 uur (onder voorbehoud)", "2031-03-19T16:45?", None),
    ],
)
def test_a_room_in_brackets_behind_an_hour_is_the_place(head: str, when: str, place: str | None) -> None:
    text = f"Onderwerp: Debat over riet\nAan: de minister\n{head}\n\nAanleiding\nRiet.\n\nKernpunten\n- Riet.\n"
    agenda = _agenda(text)
    assert (str(agenda.when), agenda.place) == (when, place)


def test_who_writes_a_report_is_not_its_title() -> None:
    text = (
        "VERSLAG / CONCEPT\n\nBestuurlijk overleg Riet\nDatum: 3 maart 2031, 10.00-12.00 uur\nPlaats: Riethuis\n"
        "Voorzitter: DGW\nVerslag: L. Jansen\n\n1. Opening\nDe voorzitter opent.\n\n2. Riet\nHet riet groeit.\n"
    )
    agenda = _agenda(text)
    assert words_of(agenda.title) == "Bestuurlijk overleg Riet, 3 maart 2031"
    assert "Jansen" not in " ".join(words_of(each.title) for each in agenda.documents if each.public)


@pytest.mark.parametrize(("above", "is_public"), [("Kernpunten", True), ("Niet openbaar", False)])
def test_a_programme_below_a_withheld_heading_is_withheld(above: str, *, is_public: bool) -> None:
    text = (
        f"Aan: Minister\nDatum: 3 maart 2031\nOnderwerp: Rietland\n\nAanleiding\nU gaat.\n\n{above}\n\nRiet is op.\n\n"
    )
    agenda = _agenda(f"{text}Bezoek aan de fabriek\n09.00 Ontvangst\n10.00 Gesprek\n11.00 Vertrek\n")
    assert [title for title, _ in _sessions(agenda)] == (["Ontvangst", "Gesprek", "Vertrek"] if is_public else [])


def test_a_row_of_a_programme_may_have_one_cell() -> None:
    rows = [["Dag", "Tijd", "Onderwerp"], ["maandag 3 mei", "09.00", "Riet"], ["Pauze"], ["11.00", "Otters"]]
    assert rows_together(rows) == ["Dag | Tijd | Onderwerp", "maandag 3 mei\n09.00 Riet", "Pauze", "11.00 Otters"]


@pytest.mark.parametrize("mark", ["niet openbaar", "Over kabels. Niet openbaar."])
def test_a_mark_in_a_row_of_a_programme_withholds_that_row(mark: str) -> None:
    rows = f" | 10.00 | Gesprek | {mark}\n | 11.00 | Vertrek | bus\n"
    agenda = _agenda(
        f"Programma Rietland, 12 mei 2031\n\nDag | Tijd | Onderwerp | Opmerking\n12 mei | 9.00 | Riet | x\n{rows}"
    )
    assert [title for title, _ in _sessions(agenda)] == ["Riet", "Vertrek"]
    assert [words_of(each.text) for each in agenda.withheld] == [f"10.00 Gesprek | {mark}"]
