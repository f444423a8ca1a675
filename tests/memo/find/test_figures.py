"""Amounts and percentages of a memo."""

import pytest
from tests.memo.find.test_drawing import agenda_of, imported


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("De bijdrage (1,5 miljard euro in 2024) stijgt.", [(1.5, "miljard euro", 2024)]),
        ("Het kost € 2.500.000 in 2025.", [(2500000, "€", 2025)]),
        ("De norm is 2% van het bbp.", [(2, "% van het bbp", None)]),
        ("De 2%-norm en de 12 provincies uit Kamerstuk 28 676, nr. 12.", []),
        ("In 2023 was dat 30 procent.", [(30, "procent", 2023)]),
        (
            "De haven kost € 1.500.000 in 2027 en 1,4 mld. euro structureel vanaf 2031.",
            [(1500000, "€", 2027), (1.4, "mld. euro", 2031)],
        ),
        ("Dat is € 12.5 mln. in 2027.", [(12.5, "mln. €", 2027)]),
        ("Dat is € 1 200 miljoen en € 1\u00a0200\u00a0300.", [(1200, "miljoen €", None), (1200300, "€", None)]),
        (
            "Dat is -€ 45 miljoen, € -5 of -/- € 4 mln.",
            [(-45, "miljoen €", None), (-5, "€", None), (-4, "mln. €", None)],
        ),
        ("Van -0,5% naar min 2%.", [(-0.5, "%", None), (-2, "%", None)]),
        ("Dat is € 250 k, € 5 mrd. en 3 mln €.", [(250, "duizend €", None), (5, "mrd. €", None), (3, "mln €", None)]),
        ("Dat is $ 30 miljoen of USD 5.", [(30, "miljoen $", None), (5, "USD", None)]),
        ("Dat is € 5 miljoen (2026 t/m 2030).", [(5, "miljoen €", None)]),
        ("In 2026 200 miljoen euro.", [(200, "miljoen euro", 2026)]),
        ("Dat is € 10m, € 12.5.3 of € 1 2000.", []),
        ("Zie de tabel (bedragen x € 1.000) en die (in € 1.000).", []),
        ("Dat is € 3 miljoen in 2027 en ruim € 4 miljoen later.", [(3, "miljoen €", 2027), (4, "miljoen €", None)]),
    ],
)
def test_figures_are_read_with_unit_and_year(sentence: str, figures: list[tuple[float, str, int | None]]) -> None:
    assert [(each.amount, each.unit, each.year) for each in agenda_of(sentence).figures] == figures


@pytest.mark.parametrize(
    ("words", "amount", "shown"),
    [
        ("€ 10 en € 20 miljoen", 10, "€ 10 en € 20 miljoen"),
        ("€ 10, 20 en 30 miljoen", 10, "€ 10, 20 en 30 miljoen"),
        ("€ 12,5", 12.5, "€ 12,5"),
        ("€ 1,500", 1.5, "€ 1,500"),
        ("€ 250 m", 250, "€ 250 m"),
        ("€ 250 tsd", 250, "€ 250 tsd"),
        ("1 200 miljoen euro", 1200, "1 200 miljoen euro"),
    ],
)
def test_an_amount_that_may_be_incomplete_is_to_be_checked(words: str, amount: float, shown: str) -> None:
    found = imported(f"Dat kost {words}.")
    assert found.agenda.figures[0].amount == amount
    assert [each.message for each in found.checks if each.field == "figures[0].amount"] == [
        f"“{shown}”: see what the whole amount is"
    ]


@pytest.mark.parametrize(
    ("words", "is_told"),
    [("3 miljoen", True), ("3 tot 5 miljoen", True), ("€ 3 miljoen", False), ("3 mld. euro", False), ("3%", False)],
)
def test_an_amount_without_a_currency_is_to_be_checked(words: str, *, is_told: bool) -> None:
    found = imported(f"Dat kost {words}.")
    doubts = [each.message for each in found.checks if each.field == "figures[0].unit"]
    assert doubts == ["the memo names no currency"] * is_told


@pytest.mark.parametrize("words", ["€ 12,-", "€ 12,50", "€ 1.500", "€ 3 miljoen", "€ 5 per jaar"])
def test_a_complete_amount_needs_no_check(words: str) -> None:
    found = imported(f"Dat kost {words}.")
    assert [each.field for each in found.checks if each.field.startswith("figures")] == []


def test_the_scale_of_a_table_is_no_amount() -> None:
    found = imported("Zie de tabel (bedragen x € 1.000).", "Dijk: € 500 en € 4 miljoen.")
    assert [each.amount for each in found.agenda.figures] == [500, 4]
    assert [(each.field, each.message) for each in found.checks if each.field.startswith("figures")] == [
        ("figures[0].amount", "the memo gives amounts “x € 1.000”: see whether that holds here")
    ]
