"""Mistakes of a scan: letters for digits, words split over two lines, years split in two."""

import pytest

from briefcli.domain.dates.in_text import scan_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("l7 mei 2024", "2024-05-17"),
        ("1O mei 2024", "2024-05-10"),
        ("I2 mei 2024", "2024-05-12"),
        ("17 mei 2O24", "2024-05-17"),
        ("l7-05-2024", "2024-05-17"),
        ("17 mei 2024 om 1O.OO uur", "2024-05-17T10:00"),
    ],
)
def test_a_letter_read_as_a_digit_makes_the_date_uncertain(text: str, edtf: str) -> None:
    [found] = scan_dates(f"Op {text} is dat besproken.")
    assert (found.text, found.when.text, found.certain) == (text, edtf, False)


@pytest.mark.parametrize("text", ["17 mei 202A", "17 mei 2 024", "ll mei 2024", "lO mei 2024"])
def test_a_date_with_an_unclear_scan_error_is_uncertain(text: str) -> None:
    [found] = scan_dates(text)
    assert not found.certain


@pytest.mark.parametrize(
    "text",
    ["17 sep\u00adtember 2024", "17 septem-\nber 2024", "17 september 20\u00ad24", "17\u200e sep\u202etember 2024"],
)
def test_a_split_word_is_read_as_one(text: str) -> None:
    [found] = scan_dates(f"Op {text}.")
    assert (found.text, found.when.text, found.certain) == (text, "2024-09-17", True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1 febuari 2026", "2026-02-01"),
        ("12 ocktober 2026", "2026-10-12"),
        ("dinsdag 3 rnaart 2026", "2026-03-03"),
        ("12 meert 2026", "2026-03-12"),
        ("op 12 meert", "XXXX-03-12"),
        ("d.d. 120326", "2026-03-12"),
        ("12 03 2026", "2026-03-12"),
    ],
)
def test_a_date_with_a_slip_is_uncertain(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert text.endswith(found.text)
    assert (found.when.text, found.certain) == (edtf, False)


@pytest.mark.parametrize(
    "text", ["12 maanden 2026", "40 leden 2026", "12 meter 2026", "vanaf 12 jaar", "op 3 kaart", "per 10 unit"]
)
def test_another_word_after_a_number_is_no_month(text: str) -> None:
    assert scan_dates(text) == []
