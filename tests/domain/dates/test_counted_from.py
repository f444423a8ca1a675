"""Dates that count from another date."""

from datetime import date

import pytest

from briefcli.domain.dates.in_text import scan_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("de dag na 17 mei 2024", "2024-05-18"),
        ("daags voor 17 mei 2024", "2024-05-16"),
        ("twee weken voor 17 mei 2024", "2024-05-03"),
        ("binnen zes weken na 17 mei 2024", "../2024-06-29"),
        ("two weeks before 17 May 2024", "2024-05-03"),
        ("two weeks prior to 17 May 2024", "2024-05-03"),
        ("twee weken eerder dan 17 mei 2024", "2024-05-03"),
        ("5 dagen voorafgaande aan 17 mei 2024", "2024-05-12"),
        ("2 weeks following 17 May 2024", "2024-05-31"),
    ],
)
def test_a_day_counted_from_a_date_is_not_that_date(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, False)
    assert found.alternatives == ("2024-05-17",)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("vijf werkdagen voor 17 mei 2024", "2024-05-08"),  # skips Ascension Day, and the 10th, a day off by decree
        ("de eerste werkdag na 17 mei 2024", "2024-05-21"),
        ("binnen tien werkdagen na 17 mei 2024", "../2024-06-04"),
        ("binnen twee weken vanaf 17 mei 2024", "../2024-06-01"),
        ("within two weeks of 17 May 2024", "../2024-06-01"),
        ("de vrijdag na 17 mei 2024", "2024-05-24"),
        ("uiterlijk de maandag voor 17 mei 2024", "../2024-05-14"),
        ("de eerste dinsdag na 17 mei 2024", "2024-05-21"),
    ],
)
def test_working_days_and_weekdays_can_count_from_a_date(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, False)
    assert found.alternatives == ("2024-05-17",)


@pytest.mark.parametrize("text", ["een maand voor eind mei 2024", "de dag na 17 en 18 mei 2024", "de dag na 17 mei"])
def test_a_count_from_what_is_no_single_day_leaves_it_in_doubt(text: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text[5:7], found.certain) == ("05", False)


def test_a_count_separated_from_the_date_does_not_change_it() -> None:
    found = scan_dates("over 6 dagen     vóór 17 mei 2024; binnen 14 dagen of op 18 mei 2024", date(2024, 5, 11))
    assert [each.when.text for each in found] == ["2024-05-17", "2024-05-17", "2024-05-18"]


def test_a_weekday_counted_from_a_date_is_not_read_twice() -> None:
    found = scan_dates("Het overleg is op vrijdag na 17 mei 2024.", date(2024, 5, 1))
    assert [(each.text, each.when.text) for each in found] == [("vrijdag na 17 mei 2024", "2024-05-24")]


def test_a_term_includes_its_last_day_and_names_it() -> None:
    [found] = scan_dates("binnen zes weken na 17 mei 2024")
    assert found.when.last == date(2024, 6, 28)
    assert found.reason == "By 28 June 2024 at the latest, counted from the date that the text gives."
