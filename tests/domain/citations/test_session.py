"""The session of a paper and its date."""

from datetime import date

import pytest

from briefcli.domain.citations.session import fits_session, opening_day
from briefcli.domain.when import parse_when


@pytest.mark.parametrize(("year", "day"), [(2022, 20), (2023, 19), (2024, 17), (2025, 16), (2026, 15), (2015, 15)])
def test_the_session_opens_on_the_third_tuesday_of_september(year: int, day: int) -> None:
    assert opening_day(year) == date(year, 9, day)


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ("2023-03-09", True),
        ("2022-09-20", True),
        ("2022-08-15", True),  # sent before the opening, printed after it
        ("2023-09-18", True),
        ("2023-10-20", True),
        ("2022-07-15", False),
        ("2023-12-01", False),
        ("2024-03-09", False),
        ("2023", True),
        ("2022-07", False),
        ("2021", False),
        ("../2023-03-09", True),
        ("../2022-03-09", False),
        ("2023-03-09/..", True),
        ("2024-03-09/..", False),
        ("XXXX-03-09", True),
        ("unknown", True),
    ],
)
def test_a_date_fits_its_session_with_some_margin(when: str, fits: bool) -> None:
    assert fits_session(parse_when(when), "20222023") is fits
