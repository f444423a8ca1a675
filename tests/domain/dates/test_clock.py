"""Times before and after a date."""

from datetime import date

import pytest

from briefcli.domain.dates.in_text import scan_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("15 juni 2023 om 14.30 uur", "2023-06-15T14:30"),
        ("15 juni 2023, 9:30 uur", "2023-06-15T09:30"),
        ("15 juni 2023 om 9 uur", "2023-06-15T09:00"),
        ("15 juni 2023 om 14:30", "2023-06-15T14:30"),
        ("15 juni 2023, van 10.00 tot 12.30 uur", "2023-06-15T10:00/2023-06-15T12:30"),
        ("15 juni 2023 10.00 – 12.30 uur", "2023-06-15T10:00/2023-06-15T12:30"),
        ("2023-06-15T09:30", "2023-06-15T09:30"),
        ("15 juni 2023, 9 uur", "2023-06-15T09:00"),
        ("15 juni 2023 10u30-12u00", "2023-06-15T10:30/2023-06-15T12:00"),
        ("15 juni 2023 18.00 tot 20.00", "2023-06-15T18:00/2023-06-15T20:00"),
        ("15 juni 2023 tot 12 uur", "2023-06-15T12:00"),
        ("15 juni 2023, 1430 uur", "2023-06-15T14:30"),
        ("15 juni 2023 | 14:00 - 16:00", "2023-06-15T14:00/2023-06-15T16:00"),
    ],
)
def test_a_time_belongs_to_the_date_before_it(text: str, edtf: str) -> None:
    [found] = scan_dates(f"Op {text}, in Brussel")
    assert (found.text, found.when.text, found.certain) == (text, edtf, True)


@pytest.mark.parametrize(
    ("text", "is_certain"),
    [
        ("15 juni 2023 vanaf 10.00 uur tot uiterlijk 12.00 uur", True),
        ("15 juni 2023 van 10.00 uur tot en met 12.00 uur", True),
        ("15 juni 2023 10.00 uur tot maximaal 12.00 uur", True),
        ("15 juni 2023, aanvang 10.00 uur, einde 12.00 uur", True),
        ("15 juni 2023, aanvang: 10.00 uur. Einde: 12.00 uur", True),
        ("15 juni 2023, 10.00 uur (einde 12.00 uur", True),
        ("15 juni 2023 om 10.00 uur, eindigt om 12.00 uur", True),
        ("2023-06-15T10:00/2023-06-15T12:00", True),
        ("2023-06-15T08:00Z/2023-06-15T10:00Z", True),
        ("2023-06-15T10:00+02:00/2023-06-15T12:00+02:00", True),
        ("15 June 2023 from 10.00 until no later than 12.00", True),
        ("15 June 2023 from 10.00 to noon", True),
        ("15 June 2023, 10 am - noon", True),
        ("from 10.00 until 12 noon on 15 June 2023", True),
        ("15 juni 2023 van 10.00 uur tot ca. 12.00 uur", False),
        ("15 juni 2023 van 10.00 uur tot ongeveer 12.00 uur", False),
    ],
)
def test_the_end_of_a_range_may_have_words_before_it(text: str, is_certain: bool) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, "2023-06-15T10:00/2023-06-15T12:00", is_certain)


@pytest.mark.parametrize("end", ["tot na 12.00 uur", "(tot 12.00 uur)", "tot 24.00 uur", "inloop, 10.30 uur start"])
def test_a_time_whose_end_is_not_read_is_uncertain(end: str) -> None:
    [found] = scan_dates(f"15 juni 2023 om 10.00 uur {end}")
    assert (found.when.text, found.certain) == ("2023-06-15T10:00", False)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("15 juni 2023 om 24.00 uur", "2023-06-15"),
        ("15 juni 2023, 30 mensen", "2023-06-15"),
        ("15 juni 2023, 3.2 is", "2023-06-15"),
        ("15 juni 2023 van 22.00 tot 02.00 uur", "2023-06-15"),
        ("15 en 16 juni 2023 om 14.30 uur", "2023-06-15/2023-06-16"),
    ],
)
def test_a_time_that_does_not_fit_one_day_is_left_out(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert found.when.text == edtf


@pytest.mark.parametrize(
    "text", ["15 juni 2023 om drie redenen", "15 juni 2023, 9 uur rijden", "15 juni 2023, 1400 man"]
)
def test_a_number_that_is_no_time_is_left_out(text: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == ("2023-06-15", True)


def test_a_relative_day_can_have_a_time() -> None:
    [found] = scan_dates("vandaag om 14.30 uur", date(2023, 6, 1))
    assert found.when.text == "2023-06-01T14:30"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("om 14.00 uur op 14 juni 2024", "2024-06-14T14:00"),
        ("van 14.00 tot 16.00 uur op vrijdag 14 juni 2024", "2024-06-14T14:00/2024-06-14T16:00"),
        ("at 10 a.m. on 8 July 2024", "2024-07-08T10:00"),
        ("14 juni 2024 – 14:00", "2024-06-14T14:00"),
        ("14 juni 2024; 14.00 uur", "2024-06-14T14:00"),
        ("2024-06-10 14h30", "2024-06-10T14:30"),
        ("14 juni 2024 om 8 uur 's avonds", "2024-06-14T20:00"),
        ("14 juni 2024 's middags om 2 uur", "2024-06-14T14:00"),
        ("woensdagavond 12 juni 2024 om 8 uur", "2024-06-12T20:00"),
        ("op 14 juni 2024 om 14.00.", "2024-06-14T14:00"),
        ("14 juni 2024 om 3 uur 's nachts", "2024-06-14T03:00"),
    ],
)
def test_a_time_is_read_on_either_side_of_the_date(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == (edtf, True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-06-10 14.00", "2024-06-10T14:00"),
        ("14 juni 2024 (14.00)", "2024-06-14T14:00"),
        ("12-13 juni 2024, 10.00 uur", "2024-06-12/2024-06-13"),
        ("15 juni 2023 van 22.00 tot 02.00 uur", "2023-06-15"),
        ("8 July 2024 at 10", "2024-07-08"),
        ("14 juni 2024 10u", "2024-06-14T10:00"),
        ("14 juni 2024 10u BWO", "2024-06-14T10:00"),
        ("14 juni 2024 10 uur.", "2024-06-14T10:00"),
        ("14 juni 2024 10 uur", "2024-06-14T10:00"),
        ("14 juni 2024 van 9 tot 11", "2024-06-14"),
        ("14 juni 2024 om half 10", "2024-06-14"),
        ("14 juni 2024 om half tien 's avonds", "2024-06-14"),
        ("14 juni 2024 om kwart over twee", "2024-06-14"),
        ("14 juni 2024 om drie uur", "2024-06-14"),
        ("14 juni 2024 in de ochtend om 9 uur", "2024-06-14"),
        ("14 juni 2024 om 12 uur 's nachts", "2024-06-14T12:00"),
        ("14 juni 2024 om 12 uur 's avonds", "2024-06-14T12:00"),
        ("14 juni 2024 – 14 juni 2024 14.00 uur", "2024-06-14/2024-06-14"),
    ],
)
def test_an_ambiguous_time_makes_the_date_uncertain(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == (edtf, False)


def test_a_section_number_on_the_next_line_is_no_time() -> None:
    [found] = scan_dates("Datum 14 juni 2024\n3.10 Inleiding")
    assert (found.when.text, found.certain) == ("2024-06-14", True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-06-15T09:30:12Z", "2023-06-15T11:30"),
        ("2026-02-03T10:00Z", "2026-02-03T11:00"),
        ("2026-07-03T23:30Z", "2026-07-04T01:30"),
        ("2026-07-03T10:00+05:00", "2026-07-03T07:00"),
    ],
)
def test_a_numeric_time_zone_is_converted_to_dutch_time(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, True)


@pytest.mark.parametrize(
    ("text", "edtf", "certain"),
    [
        ("17 mei 2024 10-12 uur", "2024-05-17T10:00/2024-05-17T12:00", True),
        ("17 mei 2024 15.00 uur NL-tijd", "2024-05-17T15:00", True),
        ("17 mei 2024, 15.00 uur (Washington-tijd)", "2024-05-17T15:00", False),
        ("15.00 uur Washingtontijd op 17 mei 2024", "2024-05-17T15:00", False),
        ("17 mei 2024, 15.00 uur (zomertijd)", "2024-05-17T15:00", True),
        ("17 mei 2024 10-12 uur rijden", "2024-05-17", True),
        ("17 mei 2024 10 uur rijden", "2024-05-17", True),
    ],
)
def test_hours_may_be_a_range_and_zones_may_have_a_hyphen(text: str, edtf: str, certain: bool) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == (edtf, certain)
