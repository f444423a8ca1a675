"""Terms that count from a meeting or a debate."""

from datetime import date

import pytest

from briefcli.domain.cited import find
from briefcli.domain.dates.counted_from import scan_terms
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.due import parse_due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("uiterlijk twee weken voor de vergadering", "2 weeks before meeting"),
        ("Uiterlijk 5 werkdagen vóór het commissiedebat", "5 workdays before debate"),
        ("binnen drie weken na de top", "3 weeks after meeting"),
        ("ten minste een maand voorafgaand aan de Raad", "1 month before meeting"),
        ("binnen een half jaar na de top", "6 months after meeting"),
        ("binnen tien werkbare dagen na het debat", "10 workdays after debate"),
    ],
)
def test_a_term_is_given_as_an_agenda_has_it(text: str, due: str) -> None:
    [found] = scan_terms(f"De brief komt {text}.")
    assert (found.text, found.due, found.when.text, found.certain) == (text, due, "unknown", False)
    assert parse_due(due).text == due
    assert find(text).dates[0].notation == due


@pytest.mark.parametrize(
    "text",
    ["binnen drie weken na ontvangst", "twee dagen na de top", "uiterlijk twee weken", "binnen 5 minuten na het debat"],
)
def test_what_counts_from_something_else_is_no_such_term(text: str) -> None:
    assert not list(scan_terms(text))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("de dag na 17 mei 2024", "2024-05-18"),
        ("daags voor 17 mei 2024", "2024-05-16"),
        ("twee weken voor 17 mei 2024", "2024-05-03"),
        ("binnen zes weken na 17 mei 2024", "../2024-06-29"),
        ("two weeks before 17 May 2024", "2024-05-03"),
    ],
)
def test_a_day_counted_from_a_date_is_not_that_date(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, False)
    assert found.alternatives == ("2024-05-17",)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("vijf werkdagen voor 17 mei 2024", "2024-05-08"),  # past Ascension Day, and the 10th by decree
        ("de eerste werkdag na 17 mei 2024", "2024-05-21"),
        ("binnen tien werkdagen na 17 mei 2024", "../2024-06-04"),
        ("binnen twee weken vanaf 17 mei 2024", "../2024-06-01"),
        ("within two weeks of 17 May 2024", "../2024-06-01"),
        ("de vrijdag na 17 mei 2024", "2024-05-24"),
        ("uiterlijk de maandag voor 17 mei 2024", "../2024-05-14"),
        ("de eerste dinsdag na 17 mei 2024", "2024-05-21"),
    ],
)
def test_working_days_and_weekdays_count_from_a_date_as_well(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, False)
    assert found.alternatives == ("2024-05-17",)


def test_words_in_front_of_a_date_may_belong_to_something_else() -> None:
    found = scan_dates("over 6 dagen     vóór 17 mei 2024; binnen 14 dagen of op 18 mei 2024", date(2024, 5, 11))
    assert [each.when.text for each in found] == ["2024-05-17", "2024-05-17", "2024-05-18"]


def test_a_weekday_is_not_read_once_more_by_itself() -> None:
    found = scan_dates("Het overleg is op vrijdag na 17 mei 2024.", date(2024, 5, 1))
    assert [(each.text, each.when.text) for each in found] == [("vrijdag na 17 mei 2024", "2024-05-24")]


def test_the_last_day_of_a_term_is_in_time_and_named() -> None:
    [found] = scan_dates("binnen zes weken na 17 mei 2024")
    assert found.when.last == date(2024, 6, 28)
    assert found.reason == "By 28 June 2024 at the latest, counted from the date that the text gives."
    [found] = scan_dates("De brief komt binnen twee weken.", date(2024, 5, 17))
    assert found.when.last == date(2024, 5, 31)
    assert (found.reason or "").startswith("By 31 May 2024 at the latest")
