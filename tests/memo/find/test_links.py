"""Which hours and days belong to the meeting, a debate or an item."""

from datetime import date

import pytest
from tests.memo.words import memo_of

from briefcli.memo.find.sessions import at_hours
from briefcli.memo.importer import import_memo


@pytest.mark.parametrize(
    ("hours", "when"),
    [
        (("9:30",), "2031-06-17T09:30"),
        (("9:30", "11:00"), "2031-06-17T09:30/2031-06-17T11:00"),
        (("27:30",), None),
        (("23:30", "00:30"), None),
    ],
)
def test_impossible_hours_are_no_time(hours: tuple[str, ...], when: str | None) -> None:
    found = at_hours(date(2031, 6, 17), *hours)
    assert (found.text if found else None) == when


@pytest.mark.parametrize("hours", ["25.00 - 26.00", "11.30 - 09.30", "23.30 - 00.30"])
def test_a_programme_keeps_impossible_hours_as_text(hours: str) -> None:
    day = "Dinsdag 17 juni 2031"
    text = f"Programma werkbezoek 17 juni 2031\n\n{day}\n\n09.00 uur Ontvangst\n{hours} uur Dijken\n12.00 uur Lunch\n"
    sessions = import_memo(memo_of(text)).agenda.sessions
    assert [each.when is None for each in sessions] == [False, True, False]
    assert sessions[1].kind == hours.replace(".", ":").replace(" - ", "–")


def test_an_impossible_hour_in_the_head_leaves_the_date() -> None:
    text = (
        "Datum: 3 juni 2031\nAan: de minister\nBetreft: Raad Proefzaken\nDatum overleg: 17 juni 2031, 27.30 uur\n\n"
        "1. Dijken\nTijd: 29.30 uur\nNederland steunt dit.\n2. Water\nNederland steunt dat.\n"
    )
    agenda = import_memo(memo_of(text)).agenda
    assert agenda.when is not None
    assert agenda.when.text == "2031-06-17"


DEBATE = "Het commissiedebat Milieuraad van woensdag 11 juni 2031 (14.00 - 17.00 uur) is verplaatst naar"
MOVED = "donderdag 12 juni 2031 van 13.30 tot 17.30 uur"
CONVOCATION = """\
Van: Griffie
Verzonden: dinsdag 3 juni 2031 16:12
Onderwerp: Gewijzigde convocatie: commissiedebat Milieuraad (was 11/6, wordt 12/6)

{}

Agenda
1. Geannoteerde agenda Milieuraad 17 en 18 juni 2031
   Brief regering d.d. 04-06-2031
2. Verslag Milieuraad van 4 maart 2031
   Brief regering d.d. 01-04-2031
"""


@pytest.mark.parametrize("text", [f"{DEBATE} {MOVED}.", f"{DEBATE}:\n\n{MOVED.capitalize()} in de Thorbeckezaal."])
def test_a_moved_debate_does_not_move_the_council_it_is_about(text: str) -> None:
    agenda = import_memo(memo_of(CONVOCATION.format(text))).agenda
    assert (agenda.series, str(agenda.when), agenda.status) == ("milieuraad", "2031-06-17/2031-06-18", None)
    debates = [(each.title, each.kind, str(each.when)) for each in agenda.events]
    assert debates == [("commissiedebat Milieuraad", "debate", "2031-06-12T13:30/2031-06-12T17:30")]
    assert [each.number for each in agenda.sessions] == [1, 2]


def test_a_memo_about_a_debate_alone_has_no_council_date() -> None:
    found = import_memo(memo_of(CONVOCATION.format(f"{DEBATE} {MOVED}.").partition("Agenda")[0]))
    assert str(found.agenda.when) == "unknown"
    assert "when" in {each.field for each in found.checks}


def test_an_unclear_move_of_debate_or_council_is_to_be_checked() -> None:
    said = "Op 17 juni 2031 komt de Milieuraad bijeen, en het debat is verplaatst naar 12 juni 2031."
    found = import_memo(memo_of(f"Aanleiding\n{said}\n\nKernpunten\n- Niets.\n"))
    assert (str(found.agenda.when), found.agenda.status) == ("2031-06-17", None)
    assert any(each.field == "when" and "a debate, or this meeting" in each.message for each in found.checks)


def events_and_deadlines(sentence: str) -> list[str]:
    head = "Nota\n\nAan: de Minister\nDatum: 24 november 2026\nOnderwerp: Water\n\n"
    agenda = import_memo(memo_of(f"{head}Aanleiding\nEen brief.\n\nKernpunten\n- {sentence}\n")).agenda
    return [str(each.when) for each in agenda.events] + [str(each.due) for each in agenda.deadlines]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Op zondag 20 juni vindt het commissiedebat Water plaats.", ["2027-06-20"]),
        ("U moet uiterlijk 15 juni een besluit nemen.", ["2027-06-15"]),
        ("U moet uiterlijk 20 november een besluit nemen.", ["2026-11-20"]),
        ("Op 20 juni vond het commissiedebat Water plaats.", ["2026-06-20"]),
        ("Op 20 juni 2026 vindt het commissiedebat Water plaats.", ["2026-06-20"]),
    ],
)
def test_a_future_day_without_a_year_is_after_the_memo(sentence: str, days: list[str]) -> None:
    assert events_and_deadlines(sentence) == days


def test_a_moved_meeting_has_its_old_and_its_new_date() -> None:
    head = "Nota\n\nAan: de Minister\nDatum: 24 november 2026\nOnderwerp: Water\n\n"
    moved = "De Milieuraad is verplaatst van 7 december 2026 naar 14 december 2026 in Brussel."
    agenda = import_memo(memo_of(f"{head}Aanleiding\n{moved}\n\nKernpunten\n- Een.\n")).agenda
    assert (str(agenda.when), str(agenda.status), str(agenda.moved_to)) == ("2026-12-07", "moved", "2026-12-14")


def test_the_first_line_of_a_report_gives_its_debate() -> None:
    text = "Verslag van het commissiedebat Water van 25 november 2026\n\nVerloop\nDe leden vroegen naar het riet.\n"
    agenda = import_memo(memo_of(text)).agenda
    assert (agenda.title, agenda.kind) == ("Commissiedebat Water, 25 november 2026", "debate")
    assert (str(agenda.when), str(agenda.status)) == ("2026-11-25", "held")
    assert [(each.title, each.points) for each in agenda.sessions] == [("Verloop", ["De leden vroegen naar het riet."])]


def test_times_subject_to_change_leave_the_date_certain() -> None:
    opening = "Indicative programme - Foreign Affairs Council of 25 June 2031\n\nAll times are subject to change\n\n"
    items = "from 08.00\n\nArrivals\n\n09.30\n\nDikes\n\n13.30\n\nPumps\n"
    found = import_memo(memo_of(opening + items))
    assert str(found.agenda.when) == "2031-06-25"


def test_the_reference_below_openbaar_nee_is_kept_whole() -> None:
    head = "Nota actief openbaar\nNee\n\nTER BESLISSING\nDatum\n3 maart 2031\nOnze referentie\nXYZ-1234567\n"
    found = import_memo(memo_of(f"{head}\nKamerbrief dijken\n\nAanleiding\nEen brief.\n\nKernpunten\n- De dijken.\n"))
    (note,) = [each.note for each in found.agenda.documents if each.kind == "decision memo"]
    assert note == "Nota actief openbaar (Nee); TER BESLISSING; Onze referentie: XYZ-1234567"


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("De commissie heeft op 11 juni 2031 een extra commissiedebat gepland over otters.", "2031-06-11"),
        ("CD Milieuraad: wo 11/6/2031", "2031-06-11"),
        ("De Kamer debatteert op 11 juni 2031 over de agenda.", "2031-06-11"),
        ("11 juni 2031: commissiedebat Water", "2031-06-11"),
        ("Het tweeminutendebat is gepland in week 27 van 2031.", "2031-W27"),
        ("Er vindt op 11 juni 2031 een technische briefing plaats.", "2031-06-11"),
        ("Akkoord met behandeling op 11 juni 2031 in de ministerraad.", "2031-06-11"),
        ("Commissiedebat Water | 11 juni 2031", "2031-06-11"),
        ("De Kamer heeft op 11 juni 2031 een brief over het notaoverleg ontvangen.", None),
        ("De brief wordt op 11 juni 2031 aan het notaoverleg gestuurd.", None),
    ],
)
def test_a_day_between_verb_and_name_belongs_to_the_event(sentence: str, when: str | None) -> None:
    text = f"Datum: 3 juni 2031\nAan: de minister\nBetreft: Milieuraad van 17 juni 2031\n\nKernpunten\n- {sentence}\n"
    [event] = import_memo(memo_of(text)).agenda.events
    assert (str(event.when) if event.when else None) == when


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Op 17 juni 2031 vond in Boedapest de informele Milieuraad plaats.", "Boedapest"),
        ("Op 17 juni 2031 neemt u in Boedapest deel aan de informele Milieuraad.", "Boedapest"),
        ("The Environment Council meets in Luxembourg on 17 June 2031.", "Luxembourg"),
        ("The Environment Council will be held in Krakow on 17 June 2031.", "Krakow"),
    ],
)
def test_the_place_of_a_meeting_may_be_before_its_day(sentence: str, place: str) -> None:
    agenda = import_memo(
        memo_of(f"Datum: 3 juni 2031\nAan: de minister\n\nAanleiding\n{sentence}\n\nKern\nOtters.\n")
    ).agenda
    assert (str(agenda.when), str(agenda.place)) == ("2031-06-17", place)
