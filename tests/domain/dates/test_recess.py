"""Terms by a recess of the House: periods of whole months, never certain."""

from datetime import date

import pytest

from briefcli.domain.dates.reader import scan_dates

JUNE_2023 = date(2023, 6, 1)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("voor het zomerreces", "../2023-07"),
        ("vóór het kerstreces", "../2023-12"),
        ("na het zomerreces", "2023-08/.."),
        ("na het kerstreces", "2023-12/.."),
        ("tijdens het meireces", "2024-04/2024-05"),
        ("in het herfstreces van 2025", "2025-10/2025-11"),
        ("voor het einde van het zomerreces", "../2023-09"),
        ("na het voorjaarsreces 2024", "2024-02/.."),
        ("before the summer recess", "../2023-07"),
        ("na het reces", "2023-08/.."),
    ],
)
def test_a_recess_is_a_matter_of_months(text: str, edtf: str) -> None:
    [found] = scan_dates(f"De brief komt {text} naar de Kamer.", JUNE_2023)
    assert (found.text, found.when.text, found.certain) == (text, edtf, False)
    assert found.reason


def test_without_a_date_of_the_text_only_a_stated_year_counts() -> None:
    assert scan_dates("voor het zomerreces") == []
    [found] = scan_dates("voor het zomerreces van 2025")
    assert found.when.text == "../2025-07"


@pytest.mark.parametrize("text", ["het zomerreces", "ruim voor het zomerreces", "de recessie", "na het recessief gen"])
def test_a_recess_that_is_no_term_is_left_alone(text: str) -> None:
    assert scan_dates(text, JUNE_2023) == []


def test_in_january_the_christmas_recess_is_that_of_the_year_before() -> None:
    [found] = scan_dates("na het kerstreces", date(2024, 1, 4))
    assert found.when.text == "2023-12/.."
