"""Which hours belong to which day."""

from datetime import date

import pytest
from tests.memo.words import memo_of

from briefcli.memo.find.links import at_hours
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
def test_hours_that_no_day_has_are_no_time(hours: tuple[str, ...], when: str | None) -> None:
    found = at_hours(date(2031, 6, 17), *hours)
    assert (found.text if found else None) == when


@pytest.mark.parametrize("hours", ["25.00 - 26.00", "11.30 - 09.30", "23.30 - 00.30"])
def test_a_programme_with_hours_that_no_day_has_is_read_and_keeps_them(hours: str) -> None:
    day = "Dinsdag 17 juni 2031"
    text = f"Programma werkbezoek 17 juni 2031\n\n{day}\n\n09.00 uur Ontvangst\n{hours} uur Dijken\n12.00 uur Lunch\n"
    sessions = import_memo(memo_of(text)).agenda.sessions
    assert [each.when is None for each in sessions] == [False, True, False]
    assert sessions[1].kind == hours.replace(".", ":").replace(" - ", "–")


def test_an_hour_in_the_head_that_no_day_has_leaves_the_day() -> None:
    text = (
        "Datum: 3 juni 2031\nAan: de minister\nBetreft: Raad Proefzaken\nDatum overleg: 17 juni 2031, 27.30 uur\n\n"
        "1. Dijken\nTijd: 29.30 uur\nNederland steunt dit.\n2. Water\nNederland steunt dat.\n"
    )
    agenda = import_memo(memo_of(text)).agenda
    assert agenda.when is not None
    assert agenda.when.text == "2031-06-17"
