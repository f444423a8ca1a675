"""Months, weeks, quarters and parts of the year."""

from datetime import date

import pytest

from briefcli.domain.dates.reader import scan_dates

JUNE_2023 = date(2023, 6, 1)


def read(text: str, written: date | None = None) -> list[tuple[str, str, bool]]:
    return [(each.text, each.when.text, each.certain) for each in scan_dates(text, written)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("juni 2023", "2023-06"),
        ("mrt. 2023", "2023-03"),
        ("begin juni 2023", "2023-06"),
        ("half mei 2023", "2023-05"),
        ("medio juni 2023", "2023-06"),
        ("eind juni \n2023", "2023-06"),
        ("mei – juli 2023", "2023-05/2023-07"),
        ("december t/m februari 2024", "2023-12/2024-02"),
        ("week 24 van 2023", "2023-W24"),
        ("week 24, 2023", "2023-W24"),
        ("week 53 van 2020", "2020-W53"),
        ("2023-W24", "2023-W24"),
        ("eind 2023", "2023"),
        ("voorjaar 2024", "2024"),
        ("zomer van 2024", "2024"),
        ("eerste kwartaal 2024", "2024-01/2024-03"),
        ("4e kwartaal van 2024", "2024-10/2024-12"),
        ("Q2 2024", "2024-04/2024-06"),
    ],
)
def test_a_partial_date_is_as_exact_as_it_is_written(text: str, edtf: str) -> None:
    assert read(f"In {text}, dus") == [(text, edtf, True)]


@pytest.mark.parametrize(
    ("text", "without", "with_date", "is_certain"),
    [
        ("medio juli", "XXXX-07", "2023-07", False),
        ("november jl.", "XXXX-11", "2022-11", True),
        ("juni jl.", "XXXX-06", "2023-06", True),
        ("april a.s.", "XXXX-04", "2024-04", True),
    ],
)
def test_a_month_without_a_year(text: str, without: str, with_date: str, is_certain: bool) -> None:
    assert read(text) == [(text, without, True)]
    assert read(text, JUNE_2023) == [(text, with_date, is_certain)]


def test_a_month_after_in_needs_no_year() -> None:
    assert read("in juli") == [("juli", "XXXX-07", True)]


def test_a_month_of_another_year_than_the_texts_own() -> None:
    assert read("juni volgend jaar", JUNE_2023) == [("juni volgend jaar", "2024-06", True)]


def test_a_week_without_a_year() -> None:
    [found] = scan_dates("Planning: week 24")
    assert (found.when.text, found.reason) == ("unknown", "The year is not stated.")
    [found] = scan_dates("Planning: week 2", date(2023, 12, 20))
    assert (found.when.text, found.alternatives) == ("2024-W02", ("2023-W02",))


def test_a_week_that_a_year_does_not_have() -> None:
    [found] = scan_dates("week 53 van 2023")
    assert (found.when.text, found.reason) == ("unknown", "2023 has no week 53.")


@pytest.mark.parametrize("text", ["per week 24 uur", "elke week 2 keer", "die week 24 man", "week 24 uur", "week 1.5"])
def test_a_number_after_week_may_count_something_else(text: str) -> None:
    assert read(text) == []


def test_a_footnote_mark_at_the_year_is_left_out() -> None:
    [found] = scan_dates("juni 20232 bleek")
    assert (found.text, found.when.text, found.certain) == ("juni 2023", "2023-06", False)
