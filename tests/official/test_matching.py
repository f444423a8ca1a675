"""Which subjects, as committees write them, belong to one of our meetings on 12 June 2031."""

import csv
from datetime import date
from pathlib import Path

import msgspec
import pytest

from briefcli.domain.agenda import Agenda
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import provisional, when_of
from briefcli.official.contents import Activity
from briefcli.official.formats import read_official
from briefcli.official.matching import Match, OurMeeting, is_of_another, matches_for, meeting_of, proposals
from briefcli.reading.reader import read_agenda

FIRST, LAST = date(2031, 6, 12), date(2031, 6, 13)
DEFENCE, FOREIGN = "vaste commissie voor Defensie", "vaste commissie voor Buitenlandse Zaken"
EUROPE = "vaste commissie voor Europese Zaken"
AGENDAS = Path(__file__).parent.parent.parent / "agendas"


def _meeting(
    title: str, series: str, kind: str, last: date = FIRST, first: date = FIRST, id_: str = "ours"
) -> OurMeeting:
    meeting = meeting_of(id_, Agenda(title=title, series=series, kind=kind, when=when_of(first, last)))
    assert meeting is not None
    return meeting


DMM = _meeting("Bijeenkomst van de NAVO-ministers van Defensie (DMM), juni 2031", "dmm", "ministerial", LAST)
FMM = _meeting("Informele bijeenkomst van de NAVO-ministers van Buitenlandse Zaken (FMM)", "fmm", "informal", LAST)
SUMMIT = _meeting("NAVO-top, juni 2031", "nato-top", "summit", LAST)
RBZ = _meeting("Raad Buitenlandse Zaken (RBZ), juni 2031", "rbz", "council")
INFORMAL_RBZ = _meeting("Informele Raad Buitenlandse Zaken (RBZ), juni 2031", "rbz", "informal")
GYMNICH = _meeting(
    "Informele bijeenkomst van de EU-ministers van Buitenlandse Zaken (Gymnich)", "gymnich", "informal", LAST
)
RBZ_DEFENCE = _meeting("Raad Buitenlandse Zaken Defensie (RBZ Defensie), juni 2031", "rbz-def", "council")
INFORMAL_RBZ_DEFENCE = _meeting("Informele Raad Buitenlandse Zaken Defensie, juni 2031", "rbz-def", "informal", LAST)
RAZ = _meeting("Raad Algemene Zaken (RAZ), juni 2031", "raz", "council")
FARMING = _meeting("Landbouw- en Visserijraad, juni 2031", "lvr", "council", LAST)
COMPETITIVENESS = _meeting("Raad voor Concurrentievermogen, juni 2031", "compet", "council", LAST)
AID = _meeting("Raad Buitenlandse Zaken Ontwikkelingssamenwerking, juni 2031", "rbz-os", "council")
WORK = _meeting("Raad Werkgelegenheid en Sociaal Beleid (WSB), juni 2031", "wsb", "council")
FINANCE = _meeting("Ecofinraad, juni 2031", "ecofin", "council", LAST)
JUSTICE = _meeting("JBZ-Raad, juni 2031", "jbz", "council", LAST)
INFORMAL_JUSTICE = _meeting("Informele JBZ-Raad Warschau", "jbz", "informal", LAST)
INFORMAL_FARMING = _meeting("Informele Landbouwraad, juni 2031", "lvr", "informal", LAST)
HEALTH = _meeting("EPSCO-Raad Gezondheid, juni 2031", "epsco", "council")
SCHOOLS = _meeting("Raad Onderwijs, Jeugd, Cultuur en Sport (OJCS-Raad)", "ojcs", "council", LAST)
ENERGY = _meeting("Energieraad, juni 2031", "energie", "council")
INFORMAL_TELECOM = _meeting("Informele Telecomraad, juni 2031", "telecom", "informal", LAST)
SHORT_RBZ = _meeting("RBZ do 12 jun 2031", "", "council")
ENGLISH_RBZ_DEFENCE = _meeting("FAC (Defence), Thursday 12 June 2031", "", "council")
ENGLISH_SUMMIT = _meeting("European Council 12-13 June 2031", "", "summit", LAST)
TRADE = _meeting("RBZ Handel, juni 2031", "rbz-handel", "council")
BANKS = _meeting("Zomervergadering IMF en Wereldbank", "", "conference")
CONFERENCE = _meeting("13e Ministeriële Conferentie van de WTO (MC13)", "", "conference", LAST)
ASSEMBLY = _meeting("World Health Assembly (WHA78)", "", "conference", LAST)
PANDEMIC = _meeting("Gezondheidsraad over COVID19", "", "council")
EUROPEAN_COUNCIL = _meeting("Europese Raad, juni 2031", "er", "summit", LAST)


def _activity(subject: str, committee: str = FOREIGN, day: date = date(2031, 6, 5), **fields: object) -> Activity:
    given = {"official": "2031A00001", "kind": "Commissiedebat", "status": Status.HELD} | fields
    return Activity(subject=subject, committee=committee, when=when_of(day), **given)  # type: ignore[arg-type]


def _numbers(found: list[Match]) -> list[str]:
    return [each.activity.official for each in found]


def test_two_debates_that_name_the_date_are_uncertain() -> None:
    """Two committees debate a council of two ministers. Only the debate whose date is in our agenda is certain."""
    asylum = _activity("JBZ-Raad d.d. 12 en 13 juni 2031 (asiel)", day=date(2031, 6, 4), official="2031A00002")
    general = _activity("JBZ-Raad d.d. 12 en 13 juni 2031 (algemeen deel)", day=date(2031, 6, 5))
    [match] = matches_for(JUSTICE, [asylum, general])
    assert (match.activity, match.certain) == (general, False)
    assert match.reason.endswith(", but so does that of another activity")
    written = msgspec.structs.replace(JUSTICE, written=frozenset({date(2031, 6, 4)}))
    [match] = matches_for(written, [asylum, general])
    assert (match.activity, match.certain) == (asylum, True)


def test_a_subject_that_names_the_meeting_matches() -> None:
    for meeting, committee, subject in [
        (DMM, DEFENCE, "NAVO Defensie Ministeriële"),
        (DMM, DEFENCE, "NAVO-Defensieministeriële 12 en 13 juni 2031"),
        (DMM, DEFENCE, "NAVO-ministeriële bijeenkomst van 12 en 13 juni 2031"),
        (DMM, DEFENCE, "Bijeenkomst van NAVO ministers van Defensie d.d. 12 en 13 juni"),
        (DMM, DEFENCE, "NAVO DMM"),
        (DMM, DEFENCE, "AO NAVO Defensieministers"),
        (DMM, DEFENCE, "NAVO Ministeriële Defensie en Buitenlandse Zaken"),
        (DMM, DEFENCE, "NAVO Defensie Ministeriële en wapenleveranties"),
        (RBZ_DEFENCE, DEFENCE, "Raad Buitenlandse Zaken Defensie (commissiedebat omgezet in een schriftelijk overleg)"),
        (RBZ_DEFENCE, DEFENCE, "EU Defensieraad"),
        (RBZ_DEFENCE, DEFENCE, "RBZ/Defensie"),
        (RBZ_DEFENCE, DEFENCE, "Raad Buitenlandse Zaken (Defensie) en taakspecialisatie"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken NB gewijzigd tijdstip"),
        (RBZ, FOREIGN, "RBZ"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken (inclusief de toestand in Soedan)"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken (d.d. 12 juni 2031)"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken: Soedan"),
        (RBZ, FOREIGN, "Voorbereiding Raad Buitenlandse Zaken (RBZ)"),
        (DMM, DEFENCE, "NAVO Defensie Ministriële (DMM) van 12 t/m 13 juni 2031"),
        (INFORMAL_RBZ_DEFENCE, DEFENCE, "Raad Buitenlandse Zaken Defensie"),
        (INFORMAL_RBZ_DEFENCE, DEFENCE, "(Informele) Raad Buitenlandse Zaken Defensie d.d. 12 en 13 juni"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken/ Strategisch Kompas"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken dd12 juni 2031 en Soedan"),
        (INFORMAL_RBZ, FOREIGN, "Raad Buitenlandse Zaken (informeel)"),
        (INFORMAL_RBZ, FOREIGN, "Informele Raad Buitenlandse Zaken (Gymnich) 12 juni 2031"),
        (GYMNICH, FOREIGN, "Informele Raad Buitenlandse Zaken (Gymnich) d.d. 12-13 juni 2031"),
        (GYMNICH, FOREIGN, "Gymnich"),
        (FMM, FOREIGN, "NAVO Ministeriële 12-13 juni 2031"),
        (FMM, FOREIGN, "OVSE en NAVO"),
        (SUMMIT, FOREIGN, "NAVO (Let op: tijdstip is gewijzigd)"),
        (SUMMIT, FOREIGN, "NAVO-top in Den Haag"),
        (RAZ, EUROPE, "Raad Algemene Zaken van 12 juni 2031 en Europese Raad van 20 juni 2031"),
        (RAZ, EUROPE, "Informele Raad Algemene Zaken d.d. 12 juni 2031"),  # the same day outweighs “Informele”
        (RAZ, EUROPE, "Informele Raad Algemene Zaken d.d. 5 en 6 juni 2031 en Raad Algemene Zaken d.d. 12 juni 2031"),
        (FARMING, "vaste commissie voor Landbouw", "Landbouw- en Visserijraad d.d. 12 juni"),
        (EUROPEAN_COUNCIL, "TK", "Debat over de Europese top van 12 en 13 juni 2031"),
        (RAZ, EUROPE, "VERPLAATST - Raad Algemene Zaken d.d. 12 juni 2031"),
        (RBZ, FOREIGN, "LET OP: Raad Buitenlandse Zaken van 12 juni 2031 - tijdstip gewijzigd"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken 12 juni 2031 (VERPLAATST van 4 juni naar 5 juni)"),
        (COMPETITIVENESS, "", "Formele Raad voor Concurrentievermogen (onderzoek) d.d. 13 juni 2031"),
        (AID, "vaste commissie voor Buitenlandse Handel en Ontwikkelingshulp", "RBZ (Ontwikkelingshulp) van 12 juni"),
        (WORK, "vaste commissie voor Sociale Zaken", "Raad WSBVC 12 juni 2031 (SZW-deel)"),
        (HEALTH, "vaste commissie voor Volksgezondheid", "EPSCO-Raad 12 juni 2031"),
        (ENERGY, "vaste commissie voor Klimaat en Groene Groei", "VTE-Raad 12 juni 2031"),
        (FINANCE, "vaste commissie voor Financiën", "Eurogroep/Ecofinraad van 12 en 13 juni 2031"),
        (JUSTICE, "vaste commissie voor Justitie", "Formele JBZ-Raad van 12-13 juni 2031 (algemeen)"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken te Luxemburg d.d. 12 juni 2031"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken in Brussel"),
        (RBZ, FOREIGN, "VTC Raad Buitenlandse Zaken"),
        (RBZ, FOREIGN, "Videoconferentie van ministers van Buitenlandse Zaken d.d. 12 juni"),
        (RBZ, FOREIGN, "LET OP: nieuw tijdstip: Raad Buitenlandse Zaken d.d. 12 juni 2031"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken *nieuw tijdstip*"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken (was 4 juni)"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken juni 2031"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken van juni"),
        (DMM, DEFENCE, "NAVO Defensie Ministeriële te Brussel"),
        (DMM, DEFENCE, "Defensie Ministeriële"),
        (DMM, DEFENCE, "Informele NAVO Defensie Ministeriële"),
        (DMM, DEFENCE, "NATO Defence Ministers Meeting"),
        (DMM, DEFENCE, "NAVO-ministeriële in de samenstelling van ministers van Defensie"),
        (FMM, FOREIGN, "Informele NAVO Foreign Ministers Meeting d.d. 12 en 13 juni 2031"),
        (FMM, FOREIGN, "NAVO-ministeriële (BZ)"),
        (RBZ_DEFENCE, DEFENCE, "Raad Buitenlandse Zaken, onderdeel Defensie"),
        (RBZ_DEFENCE, DEFENCE, "Raad Buitenlandse Zaken (ministers van Defensie)"),
        (INFORMAL_RBZ_DEFENCE, DEFENCE, "Informele Defensieraad Helsinki"),
        (GYMNICH, FOREIGN, "Informele Raad Buitenlandse Zaken te Sofia"),
        (GYMNICH, FOREIGN, "Gymnichbijeenkomst"),
        (SUMMIT, FOREIGN, "NAVO-top Washington D.C. d.d. 12-13 juni 2031"),
        (SUMMIT, "TK", "Debat over de NAVO-top van regeringsleiders"),
        (INFORMAL_TELECOM, "vaste commissie voor Digitale Zaken", "Informele Telecomraad d.d. 12 en 13 juni 2031"),
        (FARMING, "vaste commissie voor Landbouw", "LVR 12 en 13 juni 2031"),
        (INFORMAL_FARMING, "vaste commissie voor Landbouw", "Informele Landbouw- en Visserijraad 12 en 13 juni 2031"),
        (COMPETITIVENESS, "vaste commissie voor Economische Zaken", "RvC 12-13 juni 2031"),
        (WORK, "vaste commissie voor Sociale Zaken", "EPSCO-Raad 12 juni 2031"),
        (WORK, "vaste commissie voor Sociale Zaken", "Raad WSB (werkgelegenheid en sociaal beleid) 12 juni 2031"),
        (HEALTH, "vaste commissie voor Volksgezondheid", "Formele EU-Gezondheidsraad d.d. 12 juni 2031"),
        (HEALTH, "vaste commissie voor Volksgezondheid", "EPSCO (Volksgezondheid) 12 juni 2031"),
        (HEALTH, "vaste commissie voor Volksgezondheid", "EPSCO-Raad 12 juni 2031"),
        (ENERGY, "vaste commissie voor Klimaat en Groene Groei", "VTE-Raad 12 juni 2031"),
        (FINANCE, "vaste commissie voor Financiën", "Eurogroep/Ecofin 12 en 13 juni 2031"),
        (JUSTICE, "vaste commissie voor Asiel en Migratie", "JBZ-Raad 12, 13 juni 2031 (asiel en migratie)"),
        (INFORMAL_JUSTICE, "vaste commissie voor Justitie", "Informele JBZ-Raad van 12 en 13 juni 2031"),
        (SCHOOLS, "vaste commissie voor Onderwijs", "OJCS-Raad d.d. 12 en 13 juni 2031 (onderdeel onderwijs)"),
        (SCHOOLS, "vaste commissie voor Onderwijs", "Onderwijs, Jeugd, Cultuur en Sport Raad van 12-13 juni 2031"),
        (ENERGY, "vaste commissie voor Klimaat en Groene Groei", "VTE-Raad Energie 12 juni 2031"),
        (SHORT_RBZ, FOREIGN, "Raad Buitenlandse Zaken d.d. 12 juni 2031"),
        (ENGLISH_RBZ_DEFENCE, DEFENCE, "EU Defensieraad d.d. 12 juni 2031"),
        (ENGLISH_SUMMIT, "TK", "Debat over de Europese top van 12 en 13 juni 2031"),
        (TRADE, "vaste commissie voor Buitenlandse Handel", "RBZ (handelsformatie)"),
        (BANKS, "vaste commissie voor Financiën", "Zomervergadering IMF"),
        (BANKS, "vaste commissie voor Financiën", "Zomervergadering IMF/Wereldbank van 12 juni 2031"),
        (CONFERENCE, "vaste commissie voor Buitenlandse Handel", "WTO (MC13)"),
        (CONFERENCE, "vaste commissie voor Buitenlandse Handel", "Ministeriële Conferentie WTO"),
        (ASSEMBLY, "vaste commissie voor Volksgezondheid", "78e World Health Assembly"),
    ]:
        kind = "Plenair debat (debat)" if committee == "TK" else "Commissiedebat"
        assert _numbers(matches_for(meeting, [_activity(subject, committee, kind=kind)])) == ["2031A00001"]


def test_a_subject_that_names_another_meeting_does_not_match() -> None:
    for meeting, committee, subject in [
        (DMM, DEFENCE, "NAVO"),
        (DMM, DEFENCE, "Raad Buitenlandse Zaken Defensie"),
        (DMM, DEFENCE, "NAVO Defensie Ministeriële d.d. 1 februari 2031"),
        (DMM, DEFENCE, "NAVO missie in Litouwen"),
        (DMM, FOREIGN, "NAVO Defensie Ministeriële"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken Defensie"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken/Ontwikkelingssamenwerking"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken (Handel)"),
        (RBZ, FOREIGN, "RBZ/Handel"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken (RBZ) Defensie"),
        (RBZ, FOREIGN, "Verslag Raad Buitenlandse Zaken"),
        (RBZ, FOREIGN, "Informele Raad Buitenlandse Zaken"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken d.d. 19 juni 2031"),
        (RBZ, FOREIGN, "Vaststelling begroting Buitenlandse Zaken"),
        (RAZ, EUROPE, "Raad Algemene Zaken Cohesiebeleid"),
        (RAZ, EUROPE, "Raad Algemene Zaken en Europese Raad van 20 juni"),
        (SUMMIT, FOREIGN, "Nederlandse bijdrage aan NAVO Battle Group"),
        (SUMMIT, FOREIGN, "NAVO Parlementaire Assemblee"),
        (RBZ_DEFENCE, DEFENCE, "Informele Raad Buitenlandse Zaken Defensie"),
        (FARMING, "vaste commissie voor Landbouw", "Informele Landbouw- en Visserijraad 12 juni 2031"),
        (COMPETITIVENESS, DEFENCE, "Concurrentievermogen van de defensie-industrie"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken, onderdeel Defensie"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken (handelsministers)"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken mei 2031"),
        (RBZ, FOREIGN, "Raad Buitenlandse Zaken van mei"),
        (RBZ, FOREIGN, "VAO Raad Buitenlandse Zaken"),
        (RBZ_DEFENCE, DEFENCE, "Defensie Ministeriële"),
        (SUMMIT, FOREIGN, "Beveiliging NAVO-top"),
        (SUMMIT, "TK", "Debat over de kosten van de NAVO-top"),
        (SUMMIT, "TK", "NAVO"),
        (SUMMIT, FOREIGN, "NAVO en de krijgsmacht"),
        (RBZ, FOREIGN, "Terugblik Raad Buitenlandse Zaken van 12 juni 2031"),
        (EUROPEAN_COUNCIL, "", "VTE-Raad 12 juni 2031"),
        (HEALTH, "vaste commissie voor Sociale Zaken", "EPSCO-Raad 11 en 12 juni 2031"),
        (EUROPEAN_COUNCIL, "", "Ministerraad 12 juni 2031"),
        (WORK, "vaste commissie voor Sociale Zaken", "EPSCO-Raad Gezondheid 12 juni 2031"),
        (WORK, "", "EPSCO (Volksgezondheid) 12 juni 2031"),
        (HEALTH, "vaste commissie voor Volksgezondheid", "Gezondheidsraad advies vaccinatiezorg"),
        (COMPETITIVENESS, "vaste commissie voor Financiën", "RvC NS"),
        (ENERGY, "vaste commissie voor Klimaat en Groene Groei", "Energievoorraad 12 juni 2031"),
        (INFORMAL_JUSTICE, "vaste commissie voor Justitie", "JBZ-Raad"),
        (SHORT_RBZ, FOREIGN, "Raad Buitenlandse Zaken d.d. 15 juni 2031"),
        (ENERGY, "", "VTE-Raad (Transport) d.d. 12 juni 2031"),
        (ENERGY, "", "Raad Vervoer, Telecommunicatie en Energie (Telecom) d.d. 12 juni 2031"),
        (ENGLISH_RBZ_DEFENCE, FOREIGN, "Raad Buitenlandse Zaken d.d. 12 juni 2031"),
        (ENGLISH_SUMMIT, EUROPE, "Raad Algemene Zaken d.d. 12 juni 2031"),
        (TRADE, FOREIGN, "RBZ"),
        (BANKS, "vaste commissie voor Financiën", "IMF"),
        (BANKS, "vaste commissie voor Financiën", "Wereldbank"),
        (CONFERENCE, "vaste commissie voor Buitenlandse Handel", "WTO (MC12)"),
        (ASSEMBLY, "vaste commissie voor Volksgezondheid", "World Health Organization (WHO)"),
        (PANDEMIC, "vaste commissie voor Volksgezondheid", "Ontwikkelingen rond het coronavirus/COVID19"),
    ]:
        assert matches_for(meeting, [_activity(subject, committee)]) == []


def test_only_a_subject_with_the_date_is_certain() -> None:
    (dated,) = matches_for(RBZ, [_activity("Raad Buitenlandse Zaken d.d. 12 juni 2031")])
    (undated,) = matches_for(RBZ, [_activity("Raad Buitenlandse Zaken")])
    assert (dated.certain, undated.certain) == (True, False)
    gone = msgspec.structs.replace(dated.activity, when=provisional(dated.activity.when))
    (doubted,) = matches_for(RBZ, [gone])
    assert (doubted.certain, doubted.reason[-36:]) == (False, ", but also that it was moved or cancelled"[-36:])
    assert dated.days_before == 7
    assert "its day, 2031-06-12" in dated.reason


@pytest.mark.parametrize("kind", ["Plenair debat (tweeminutendebat)", "Procedurevergadering", "Technische briefing"])
def test_only_debates_and_written_consultations_match(kind: str) -> None:
    assert matches_for(RBZ, [_activity("Raad Buitenlandse Zaken d.d. 12 juni 2031", kind=kind)]) == []


@pytest.mark.parametrize("status", [Status.MOVED, Status.CANCELLED])
def test_a_moved_or_cancelled_activity_does_not_match(status: Status) -> None:
    subject = "Raad Buitenlandse Zaken d.d. 12 juni 2031"
    old = _activity(subject, day=date(2031, 6, 10), official="2031A00002", status=status)
    new = _activity(subject, official="2031A00003", kind="Inbreng schriftelijk overleg")
    assert _numbers(matches_for(RBZ, [old, new])) == ["2031A00003"]
    assert matches_for(RBZ, [old]) == []


def test_an_activity_long_before_or_after_the_meeting_does_not_match() -> None:
    for day in (date(2031, 5, 20), date(2031, 6, 13)):
        assert matches_for(RBZ, [_activity("Raad Buitenlandse Zaken", day=day)]) == []


def test_an_activity_matches_the_nearest_meeting_of_that_name() -> None:
    earlier = _meeting(
        "Raad Buitenlandse Zaken", "rbz", "council", id_="earlier", first=date(2031, 6, 6), last=date(2031, 6, 6)
    )
    assert matches_for(RBZ, [_activity("Raad Buitenlandse Zaken")], [RBZ, earlier]) == []
    assert _numbers(matches_for(earlier, [_activity("Raad Buitenlandse Zaken")], [RBZ, earlier])) == ["2031A00001"]


def test_neither_of_two_possible_activities_is_proposed() -> None:
    rivals = [_activity("Raad Buitenlandse Zaken", day=date(2031, 6, day), official=f"2031A{day:05}") for day in (5, 9)]
    assert matches_for(RBZ, rivals) == []


def test_the_debate_of_the_agenda_decides_between_two_activities() -> None:
    ours = msgspec.structs.replace(RBZ, written=frozenset({date(2031, 6, 5)}))
    rivals = [_activity("Raad Buitenlandse Zaken", day=date(2031, 6, day), official=f"2031A{day:05}") for day in (5, 9)]
    assert _numbers(matches_for(ours, rivals)) == ["2031A00005"]


def test_matches_agree_with_the_verdicts_of_people(shared: Path) -> None:
    files = (shared / "official" / "odata").glob("activiteit*.json")
    activities = [each for path in files for each in read_official(path.name, path.read_bytes()).activities]
    with (shared / "official" / "verdicts_2021-2023.tsv").open(encoding="utf-8") as table:
        verdicts = [(row["meeting"], row["number"]) for row in csv.DictReader(table, delimiter="\t")]
    meetings = [_of_agenda(path) for path in sorted(AGENDAS.glob("*.yaml"))]
    found = [
        (meeting.id, each.activity.official)
        for meeting in meetings
        for each in matches_for(meeting, activities, meetings)
    ]
    assert sorted(found) == sorted(verdicts)


def _of_agenda(path: Path) -> OurMeeting:
    agenda = read_agenda(path.name, path.read_bytes()).agenda
    assert agenda is not None
    meeting = meeting_of(path.stem, msgspec.structs.replace(agenda, events=[]))
    assert meeting is not None
    return meeting


def test_two_activities_never_get_the_same_event() -> None:
    text = (
        b"title: Raad Buitenlandse Zaken (RBZ)\nseries: rbz\nwhen: 2031-06-12\n"
        b"events:\n  - {title: Debat, kind: debate, when: 2031-06-05}\n"
    )
    agenda = read_agenda("rbz.yaml", text).agenda
    assert agenda is not None
    subject = "Raad Buitenlandse Zaken d.d. 12 juni 2031"
    debate, written = (
        _activity(subject, official=number, kind=kind)
        for number, kind in (("2031A00001", "Commissiedebat"), ("2031A00002", "Inbreng schriftelijk overleg"))
    )
    found = proposals("rbz", agenda, [debate, written], [])
    assert {each.activity.official: each.event for each in found} == {"2031A00001": 0, "2031A00002": None}


@pytest.mark.parametrize(
    ("meeting", "subject", "title", "another"),
    [
        (RBZ, "Raad Buitenlandse Zaken d.d. 12 juni 2031", "Debat", False),
        (RBZ, "Raad Buitenlandse Zaken d.d. 17 juli 2031", "Debat", True),
        (RBZ, "RBZ en Gymnich", "Debat", False),
        (RBZ, "Raad Algemene Zaken", "Debat", True),
        (RBZ, "Landbouw- en Visserijraad d.d. 12 juni 2031", "Debat", True),
        (RBZ, "Europese Raad van 20 en 21 juni 2031", "Debat Europese Raad", False),
        (RBZ, "Europese Raad van 20 en 21 juni 2031", "Plenair debat", True),
        (RBZ, "De dijken van de kust", "Debat", False),
        (RBZ_DEFENCE, "Raad Buitenlandse Zaken", "Debat", False),
        (SUMMIT, "NAVO-top van 12 t/m 13 juni 2031", "Debat", False),
        (SUMMIT, "NAVO Defensie Ministeriële", "Debat", True),
        (FINANCE, "Eurogroep en Ecofin-Raad d.d. 12-13 juni 2031", "Debat", False),
        (WORK, "Raad Werkgelegenheid en Sociaal Beleid 12 juni", "Debat", False),
        (HEALTH, "EPSCO-Raad van 12 juni 2031", "Debat", False),
        (HEALTH, "EPSCO-Raad van 20 juli 2031", "Debat", True),
        (WORK, "EPSCO-Raad Gezondheid", "Debat", True),
    ],
)
def test_a_subject_that_names_another_meeting(meeting: OurMeeting, subject: str, title: str, *, another: bool) -> None:
    assert is_of_another(meeting, _activity(subject), title) is another


def test_only_the_beginning_of_a_long_title_is_read() -> None:
    """All dates of a title of 100 kB would take half a minute."""
    assert _meeting("Energieraad " + "15 dec " * 15_000, "", "council").names == ENERGY.names
