"""Dates that count from the day of the text."""

from datetime import date

import pytest

from briefcli.domain.dates.in_text import scan_dates

THURSDAY = date(2023, 6, 1)


@pytest.mark.parametrize(
    ("text", "edtf", "others"),
    [
        ("uiterlijk vrijdag", "2023-06-02", ("2023-05-26",)),
        ("voor morgen 12u", "2023-06-02T12:00", ()),
        ("uiterlijk vrijdag 12u", "2023-06-02T12:00", ("2023-05-26T12:00",)),
        ("uiterlijk maandag of dinsdag", "2023-06-05", ("2023-06-06",)),
        ("binnen 24 uur", "../2023-06-03", ()),
        ("within 48 hours", "../2023-06-04", ()),
        ("op vrijdag om 12.00 uur", "2023-06-02T12:00", ("2023-05-26T12:00",)),
        ("vóór dinsdagmiddag", "2023-06-06", ("2023-05-30",)),
        ("by Thursday", "2023-06-08", ("2023-06-01",)),
        ("next March", "2024-03", ("2025-03",)),
        ("in two weeks", "2023-W24", ()),
        ("within two weeks", "../2023-06-16", ()),
        ("binnen vier weken na heden", "../2023-06-30", ()),
        ("het einde van het jaar", "2023", ()),
        ("the end of the week", "2023-W22", ()),
        ("4e kwartaal", "2023-10/2023-12", ()),
        ("in het laatste kwartaal", "2023-10/2023-12", ()),
        ("in de tweede helft van juli", "2023-07", ("2022-07",)),
        ("eerste week van juli", "2023-07", ("2022-07",)),
        ("in de maand juli", "2023-07", ("2022-07",)),
    ],
)
def test_a_relative_date_with_several_readings_is_uncertain(text: str, edtf: str, others: tuple[str, ...]) -> None:
    [found] = scan_dates(text, THURSDAY)
    assert (found.when.text, found.certain, found.alternatives) == (edtf, False, others)
    assert scan_dates(text) == [] or "juli" in text


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("dit kwartaal", "2023-04/2023-06"),
        ("de 12e van deze maand", "2023-06-12"),
        ("the 12th of next month", "2023-07-12"),
        ("het volgende kwartaal", "2023-07/2023-09"),
        ("vorig kwartaal", "2023-01/2023-03"),
        ("vorig jaar december", "2022-12"),
        ("volgend jaar in maart", "2024-03"),
        ("afgelopen december", "2022-12"),
        ("komende maart", "2024-03"),
        ("eind deze maand", "2023-06"),
        ("volgende week donderdagmiddag", "2023-06-08"),
    ],
)
def test_a_period_relative_to_the_text_is_certain(text: str, edtf: str) -> None:
    [found] = scan_dates(text, THURSDAY)
    assert (found.when.text, found.certain) == (edtf, True)


@pytest.mark.parametrize(
    "text",
    ["op vrijdagen", "op maandag en dinsdag", "op maandag t/m vrijdag", "in acht week", "vrijdag", "this may be"],
)
def test_a_weekday_or_month_that_names_no_date_is_ignored(text: str) -> None:
    assert scan_dates(text, THURSDAY) == []


def test_a_term_includes_its_last_day_and_names_it() -> None:
    [found] = scan_dates("De brief komt binnen twee weken.", date(2024, 5, 17))
    assert found.when.last == date(2024, 5, 31)
    assert (found.reason or "").startswith("By 31 May 2024 at the latest")
