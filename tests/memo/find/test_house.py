"""Debates and other events of the House: which of them is the debate about the meeting, and on which day."""

import pytest
from tests.memo.find.test_commitments import imported
from tests.memo.words import memo_of

from briefcli.memo.importer import import_memo


def events(*sentences: str) -> list[tuple[str | None, str | None]]:
    """Kind and day of the events of a memo of 26 November 2026 for a council of 14 December."""
    found = imported(*(f"- {each}" for each in sentences)).agenda.events
    return [(each.kind, str(each.when) if each.when else None) for each in found]


def test_a_debate_before_the_memo_is_not_the_debate_about_the_meeting() -> None:
    found = imported("- In het commissiedebat van 7 oktober 2026 is hierover gesproken.")
    assert [(each.kind, str(each.when)) for each in found.agenda.events] == [("other", "2026-10-07")]
    assert [each.message for each in found.checks if each.field.startswith("events")] == [
        "a debate before the memo, so not the one about this meeting"
    ]
    assert events("Het commissiedebat is op 3 december 2026.") == [("debate", "2026-12-03")]


def test_a_deadline_is_not_counted_from_a_debate_before_the_memo() -> None:
    found = imported(
        "- In het commissiedebat van 7 oktober 2026 is hierover gesproken.",
        "- De brief moet twee werkdagen voor het debat naar de Kamer.",
    )
    assert [each.due for each in found.agenda.deadlines] == [None]
    assert "“twee werkdagen voor het debat naar de Kamer” could not be counted; write the date" in {
        each.message for each in found.checks
    }


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("DWB levert uiterlijk in de week van 7 december de lijst aan.", "2026-W50?"),
        ("DWB levert de lijst uiterlijk een week voor het kerstreces aan.", "../2026-12-09?"),
        ("De lijst moet tien werkdagen voor de top van 17 december 2026 gereed zijn.", "../2026-12-04?"),
    ],
)
def test_a_deadline_may_refer_to_a_week_recess_or_event(sentence: str, due: str) -> None:
    [deadline] = imported(f"- {sentence}").agenda.deadlines
    assert str(deadline.due) == due


@pytest.mark.parametrize(
    "name", ["procedurevergadering", "technische briefing", "rondetafelgesprek", "hoorzitting", "vragenuur"]
)
def test_other_activities_of_the_house_are_no_debates(name: str) -> None:
    assert events(f"In de Kamer: {name} op 3 december 2026.") == [("other", "2026-12-03")]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Het commissiedebat is uitgesteld tot na 10 januari 2027.", ("debate", "2027-01-10/..")),
        ("Het commissiedebat is uitgesteld tot 10 januari 2027.", ("debate", "2027-01-10")),
        (
            "Het plenaire debat stond gepland op 1 december 2026 maar is nu op 8 december 2026.",
            ("debate", "2026-12-08"),
        ),
        ("De stemming over de moties is dinsdag 8 december 2026.", ("vote", "2026-12-08")),
        ("Het commissiedebat is dinsdag 8 december 2026.", ("debate", "2026-12-08")),
        ("Het commissiedebat Water is van 3 december 2026 naar 9 december 2026 verplaatst.", ("debate", "2026-12-09")),
    ],
)
def test_an_event_of_the_house_has_its_current_date(sentence: str, event: tuple[str, str]) -> None:
    assert events(sentence) == [event]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Het commissiedebat van 3 december 2026 is verzet; een nieuwe datum volgt.", "moved"),
        ("Het commissiedebat van 3 december 2026 wordt een week uitgesteld.", "moved"),
        ("Het commissiedebat van 3 december 2026 wordt niet uitgesteld.", None),
        ("Het commissiedebat van 3 december 2026 wordt mogelijk uitgesteld.", None),
        ("Mogelijk gaat het commissiedebat van 3 december 2026 niet door.", None),
        ("Het commissiedebat van 3 december 2026 gaat niet door.", "cancelled"),
        ("Het commissiedebat van 3 december 2026 is afgelast en komt er mogelijk in mei.", "cancelled"),
    ],
)
def test_a_postponed_debate_without_a_new_date_is_moved(sentence: str, status: str | None) -> None:
    (event,) = imported(f"- {sentence}").agenda.events
    assert event.status == status


def test_the_title_of_a_debate_ends_with_its_subject() -> None:
    found = imported("- Op 3 december 2026 vindt het commissiedebat Water plaats ter voorbereiding op de Raad.")
    assert [each.title for each in found.agenda.events] == ["commissiedebat Water"]


def test_the_meeting_itself_is_no_event() -> None:
    head = "Nota\n\nDatum: 26 november 2026\nOnderwerp: Commissiedebat Water op 9 december 2026\n\nAanleiding\n"
    agenda = import_memo(memo_of(f"{head}Op 9 december vindt het commissiedebat Water plaats.\n")).agenda
    assert (str(agenda.when), agenda.events) == ("2026-12-09", [])


def test_an_appointment_of_the_minister_is_to_be_checked() -> None:
    found = imported("- U wordt op 3 december 2026 in de Kamer verwacht.")
    assert "a day and something to do by it: add a deadline if this is one" in {each.message for each in found.checks}


def test_a_debate_in_a_row_of_a_planning_is_an_event_and_no_deadline() -> None:
    found = imported(
        "- Wat | Wanneer | Wie",
        "- Commissiedebat | donderdag 3 december 2026, 10.00 uur | minister",
        "- Lijnen voor het commissiedebat | 1 december 2026 | WTR",
    ).agenda
    assert [(each.kind, str(each.when)) for each in found.events] == [("debate", "2026-12-03T10:00")]
    assert [str(each.due) for each in found.deadlines] == ["2026-12-01"]
