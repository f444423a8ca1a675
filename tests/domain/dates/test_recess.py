"""Terms relative to a recess of the House, the summer or Christmas. They are never certain."""

from datetime import date

import pytest

from briefcli.domain.dates.in_text import scan_dates

JUNE_2023 = date(2023, 6, 1)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("voor het zomerreces", "../2023-07-01"),
        ("rond kerst", "2023-12"),
        ("rond de jaarwisseling", "2023-12/2024-01"),
        ("voor de zomer", "../2023-07-01"),
        ("tot aan het zomerreces", "../2023-07-01"),
        ("voor de zomervakantie van 2024", "../2024-07-01"),
        ("na de zomer", "2023-08-29/.."),
        ("vóór het kerstreces", "../2023-12-16"),
        ("voor kerst", "../2023-12-25"),
        ("na de kerst van 2024", "2024-12-26/.."),
        ("voor de jaarwisseling", "../2024-01-01"),
        ("na het zomerreces", "2023-08-29/.."),
        ("na het kerstreces", "2024-01-07/.."),
        ("tijdens het meireces", "2024-04/2024-05"),
        ("in het herfstreces van 2025", "2025-10/2025-11"),
        ("voor het einde van het zomerreces", "../2023-08-29"),
        ("na het voorjaarsreces 2024", "2024-02-21/.."),
        ("before the summer recess", "../2023-07-01"),
        ("before the summer", "../2023-07-01"),
        ("ahead of the summer recess", "../2023-07-01"),
        ("twee weken voorafgaand aan het zomerreces", "../2023-06-17"),
        ("na het reces", "2023-08-29/.."),
        ("twee weken voor het zomerreces", "../2023-06-17"),
        ("vijf werkdagen voor het kerstreces", "../2023-12-11"),
        ("uiterlijk een week na het zomerreces", "../2023-09-06"),
        ("binnen 6 weken na het reces", "../2023-10-11"),
        ("twee weken na het reces", "2023-09-12/.."),
        ("uiterlijk met kerst", "../2023-12-26"),
        ("by the summer recess", "../2023-07-02"),
        ("uiterlijk het einde van het zomerreces", "../2023-08-30"),
    ],
)
def test_a_term_relative_to_a_recess_is_uncertain(text: str, edtf: str) -> None:
    [found] = scan_dates(f"De brief komt {text} naar de Kamer.", JUNE_2023)
    assert (found.text, found.when.text, found.certain) == (text, edtf, False)
    assert found.reason


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nog drie weken tot het zomerreces", ["../2023-07-01"]),
        ("binnen drie weken tijdens het meireces", ["../2023-06-23", "2024-04/2024-05"]),
        ("over twee weken voor het zomerreces", ["2023-W24", "../2023-07-01"]),
    ],
)
def test_a_count_unrelated_to_the_recess_is_separate(text: str, found: list[str]) -> None:
    assert [each.when.text for each in scan_dates(text, JUNE_2023)] == found


def test_a_recess_without_a_year_needs_the_date_of_the_text() -> None:
    assert scan_dates("voor het zomerreces") == []
    [found] = scan_dates("voor het zomerreces van 2025")
    assert found.when.text == "../2025-07-01"


@pytest.mark.parametrize(
    "text",
    ["het zomerreces", "ruim voor het zomerreces", "de recessie", "na het recessief gen", "in reces", "na de vakantie"],
)
def test_a_recess_that_is_no_term_is_ignored(text: str) -> None:
    assert scan_dates(text, JUNE_2023) == []


def test_a_text_written_in_a_recess_means_the_next_one() -> None:
    [found] = scan_dates("voor het reces", date(2023, 11, 26))
    assert found.when.text == "../2023-12-16"


@pytest.mark.parametrize(
    ("text", "edtf"), [("voor het kerstreces", "../2024-12-16"), ("na het reces", "2024-01-07/..")]
)
def test_just_after_a_recess_before_means_the_next_one(text: str, edtf: str) -> None:
    [found] = scan_dates(text, date(2024, 1, 15))
    assert found.when.text == edtf


def test_in_january_the_christmas_recess_is_the_current_one() -> None:
    [found] = scan_dates("na het kerstreces", date(2024, 1, 4))
    assert found.when.text == "2024-01-07/.."
