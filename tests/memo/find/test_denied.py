"""Dates that a sentence denies, moves or looks back on are no deadlines in the future."""

import pytest
from tests.memo.find.test_commitments import imported

from briefcli.domain.agenda import Commitment, Deadline

LOOK = "a day and something to do by it: add a deadline if this is one"


def dues(sentence: str) -> tuple[list[str | None], set[str]]:
    """The due dates of all deadlines and commitments of a memo of 26 November 2026, and the messages of its checks."""
    found = imported(f"- {sentence}")
    items: list[Deadline | Commitment] = [*found.agenda.deadlines, *found.agenda.commitments]
    return [str(each.due) if each.due else None for each in items], {each.message for each in found.checks}


@pytest.mark.parametrize(
    "sentence",
    [
        "De brief moet niet voor 4 december 2026 naar de Kamer.",
        "De brief gaat niet naar de Kamer voor 4 december 2026.",
        "De Kamer wordt niet voor 4 december 2026 geïnformeerd.",
        "De Kamer wordt in geen geval voor 4 december 2026 geïnformeerd.",
        "De Kamer wordt niet vóór vrijdag 4 december 2026 geïnformeerd.",
        "Het verslag hoeft niet vóór de zomer van 2027 naar de Kamer.",
        "De minister heeft niet toegezegd voor 4 december 2026 een brief te sturen.",
        "De minister heeft geen toezegging gedaan om voor 4 december 2026 te schrijven.",
        # acts of others
        "De motie wordt op 3 december 2026 ingediend.",
        "De VVD-fractie dient op 3 december 2026 een motie in.",
        "De leden dienen uiterlijk 3 december 2026 hun inbreng in.",
        "Het voorzitterschap stuurt uiterlijk 3 december 2026 de conclusies.",
        "Duitsland levert uiterlijk 3 december 2026 de antwoorden.",
    ],
)
def test_a_denied_deadline_is_only_to_be_checked(sentence: str) -> None:
    found, checks = dues(sentence)
    assert found == []
    assert LOOK in checks


def test_a_promise_to_wait_until_a_day_is_not_due_by_that_day() -> None:
    found, checks = dues("De minister zegt toe niet voor 4 december 2026 te besluiten.")
    assert found == [None]
    assert "“4 december 2026” is after the memo: see whether it is due by then" in checks


def test_not_before_the_meeting_is_no_deadline() -> None:
    assert dues("De brief wordt niet voor de Raad verzonden.")[0] == []
    assert dues("De brief wordt voor de Raad verzonden.")[0] == ["before meeting"]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("De brief moet vóor 4 december 2026 naar de Kamer.", "../2026-12-04"),
        ("De brief moet eerder dan 4 december 2026 naar de Kamer.", "../2026-12-04?"),
        ("De brief moet niet later dan 4 december 2026 naar de Kamer.", "2026-12-04"),
        ("De minister heeft niet alleen toegezegd voor 4 december 2026 te schrijven, maar meer.", "../2026-12-04"),
        ("De deadline van 20 november 2026 is verschoven naar 4 december 2026.", "2026-12-04"),
        ("De termijn voor het verslag van 20 november 2026 is uitgesteld tot 4 december 2026.", "2026-12-04"),
        ("De brief moet uiterlijk 4 november 2026 naar de Kamer, maar is nog niet verzonden.", "2026-11-04"),
        ("Als de Kamer niet reageert voor 4 december 2026, gaat de brief uit.", "../2026-12-04?"),
        ("Als het niet voor 4 december 2026 lukt, moet de brief er voor 8 december 2026 zijn.", "../2026-12-08"),
        ("Net als het verslag moet de brief voor 4 december 2026 worden verzonden.", "../2026-12-04"),
        ("Indien akkoord graag uiterlijk 4 december 2026 retour.", "2026-12-04"),
        ("Graag indien mogelijk uw akkoord voor 4 december 2026.", "../2026-12-04"),
        ("De Kamer is niet tevreden en ontvangt voor 4 december 2026 een brief.", "../2026-12-04"),
        ("Het dossier gaat de vrijdag voor de Raad naar u.", "the friday before meeting"),
        ("De beantwoording is uitgesteld tot 4 december 2026.", "2026-12-04"),
        ("Voor het einde van het jaar moet het besluit er zijn.", "../2027-01-01?"),
        ("Graag uw akkoord voor het weekend.", "../2026-11-28?"),
        ("Besluit nodig voor: 1 december 2026", "../2026-12-01"),
        ("Uiterste verzenddatum: 3 december 2026", "2026-12-03"),
        ("De inschrijving sluit op 3 december 2026.", "2026-12-03"),
        ("Accreditation closes on 3 December 2026.", "2026-12-03"),
        ("Aanvullingen kunnen tot 3 december 2026, 12.00 uur naar de Kamerdesk.", "2026-12-03T12:00"),
        # what others ask for, or what must be told to them, is a deadline of ours
        ("De motie verzoekt de regering uiterlijk 3 december 2026 een plan te sturen.", "2026-12-03"),
        ("De leden vragen de antwoorden uiterlijk 3 december 2026 te sturen.", "2026-12-03"),
        ("De Commissie moet uiterlijk 3 december 2026 worden ingelicht.", "2026-12-03"),
        ("Raad van State: het advies moet uiterlijk 3 december 2026 binnen zijn.", "2026-12-03"),
        ("Actie DGW: brief opstellen voor 3 december 2026.", "../2026-12-03"),
        ("De brief van 3 november 2026 moet voor de Raad worden beantwoord.", "before meeting"),
        ("Toegezegd is dat de Kamer medio februari een brief ontvangt.", "2027-02"),
    ],
)  # fmt: skip
def test_the_valid_day_of_a_sentence_is_the_due_date(sentence: str, due: str) -> None:
    assert dues(sentence)[0] == [due]


@pytest.mark.parametrize(
    "sentence",
    [
        "De technische briefing is uitgesteld tot 12 januari 2027.",
        "Het commissiedebat is uitgesteld tot 12 januari 2027.",
    ],
)
def test_a_postponed_event_is_no_deadline(sentence: str) -> None:
    assert dues(sentence)[0] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Medio februari gaat de nota naar de Kamer.",
        "De nota gaat begin volgend jaar naar de Kamer.",
        "De evaluatie wordt in Q1 2027 naar de Kamer gestuurd.",
        "Verzending aan de Kamer: week 49.",
        "De brief moet uiterlijk 31 november 2026 naar de Kamer.",
        "De toegezegde brief had op 12 juni 2026 verzonden moeten worden.",
    ],
)
def test_an_unclear_date_of_sending_is_only_to_be_checked(sentence: str) -> None:
    found, checks = dues(sentence)
    assert found == []
    assert LOOK in checks


def test_points_for_a_meeting_are_not_due_before_it() -> None:
    assert dues("Hieronder staan de beslispunten voor de Raad.")[0] == []


def test_a_count_from_an_unknown_day_is_a_deadline_without_a_date() -> None:
    assert dues("Stukken uiterlijk T-5 werkdagen aanleveren.")[0] == [None]


def test_a_moved_deadline_is_to_be_checked() -> None:
    checks = dues("De deadline van 20 november 2026 is verschoven naar 4 december 2026.")[1]
    assert "the memo says that it was moved to this date" in checks


@pytest.mark.parametrize(
    ("sentence", "is_done"),
    [
        ("De brief is voor 4 november 2026 naar de Kamer gestuurd.", True),
        ("De antwoorden zijn uiterlijk 4 november 2026 verzonden.", True),
        ("De brief moet uiterlijk 4 november 2026 zijn verzonden.", False),
        ("De brief had voor 4 november 2026 moeten worden verzonden.", False),
    ],
)
def test_a_deadline_for_something_sent_is_done(sentence: str, is_done: bool) -> None:
    found = imported(f"- {sentence}")
    assert [each.done for each in found.agenda.deadlines] == [is_done]
    assert ("deadlines[0].done" in {each.field for each in found.checks}) is is_done


def test_a_cancelled_deadline_is_to_be_checked() -> None:
    checks = dues("De brief moet uiterlijk 4 december 2026 naar de Kamer; dit is vervallen.")[1]
    assert "its sentence says that something is cancelled: see whether this still stands" in checks


@pytest.mark.parametrize(
    "sentence",
    [
        "Het commissiedebat is aangevraagd op 3 december 2026.",
        "Het commissiedebat is aangekondigd op 3 december 2026.",
        "De Kamer heeft op 3 december 2026 een commissiedebat aangevraagd.",
        "Op 3 december 2026 is een commissiedebat over riet aangekondigd.",
    ],
)
def test_the_day_of_another_act_is_not_that_of_a_debate(sentence: str) -> None:
    assert [each.when for each in imported(f"- {sentence}").agenda.events] == [None]
