"""Dates with a time: next to the date, further on, or shared by several dates."""

import pytest

from briefcli.domain.dates.in_text import scan_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("17 mei 2024 in Parijs om 15.00 uur", "2024-05-17T15:00"),
        ("17 mei 2024, in Sint-Niklaas, van 9.30 tot 11.00 uur", "2024-05-17T09:30/2024-05-17T11:00"),
        ("17 mei 2024 in de Wttewaall van Stoetwegenzaal van 10.00 tot 12.00 uur", "2024-05-17T10:00/2024-05-17T12:00"),
        ("17 mei 2024 (Groen van Prinstererzaal) 10.00 uur", "2024-05-17T10:00"),
        ("17 mei 2024, Parijs, 15.00 uur", "2024-05-17T15:00"),
        ("17 mei 2024 in zaal 12 om 10.00 uur", "2024-05-17T10:00"),
        ("17 mei 2024 at 1000-1130 hrs", "2024-05-17T10:00/2024-05-17T11:30"),
        ("2024-05-17T10:00/11:30", "2024-05-17T10:00/2024-05-17T11:30"),
        ("31 maart 2024 om 03.30 uur", "2024-03-31T03:30"),
        ("17 mei 2024 per videoverbinding van 10:00-12:00", "2024-05-17T10:00/2024-05-17T12:00"),
        ("om 15.00 uur in Parijs op 17 mei 2024", "2024-05-17T15:00"),
        ("15 t/m 17 uur op 17 mei 2024", "2024-05-17T15:00/2024-05-17T17:00"),
        ("17 mei 2024, 10 tot 12 uur", "2024-05-17T10:00/2024-05-17T12:00"),
        ("17 mei 2024 15.00 uur tot 18 mei 2024 12.00 uur", "2024-05-17T15:00/2024-05-18T12:00"),
        ("17 mei, 15.00 uur t/m 18 mei 2024 12.00 uur", "2024-05-17T15:00/2024-05-18T12:00"),
    ],
)
def test_a_location_may_stand_between_a_date_and_its_time(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, True)


def test_a_time_that_is_not_read_is_that_of_all_days_before_it() -> None:
    for text in ("17 en 24 mei 2024 om half tien", "17 mei en 24 mei 2024 om half tien"):
        found = scan_dates(text)
        assert [(each.when.text, each.certain) for each in found] == [("2024-05-17", False), ("2024-05-24", False)]


@pytest.mark.parametrize(
    ("text", "edtf", "others"),
    [
        ("Op 17 mei 2024 begint de zitting om 15.00 uur.", "2024-05-17", ("2024-05-17T15:00",)),
        ("17 mei 2024, ontvangst 13.30, aanvang 14.00 uur", "2024-05-17", ("2024-05-17T14:00",)),
        ("17 mei 2024 na 14.00 uur", "2024-05-17", ("2024-05-17T14:00",)),
        ("17 mei 2024 om 10.00 uur en 15.00 uur", "2024-05-17T10:00", ("2024-05-17T15:00",)),
        ("17 mei 2024 om 10.00 of 11.00 uur", "2024-05-17T10:00", ("2024-05-17T11:00",)),
        ("17 mei 2024, 10.00-12.00 uur en 14.00-16.00 uur", "2024-05-17T10:00/2024-05-17T12:00", ()),
        ("17 mei 2024 om 9 uur 30", "2024-05-17T09:00", ()),
        ("17 mei 2024 om 24.00 uur", "2024-05-17", ()),
        ("17 mei 2024 om 25.30 uur", "2024-05-17", ()),
        ("17 mei 2024 om 10.00 uur (New York)", "2024-05-17T10:00", ()),
        ("17 mei 2024 om 10.00 uur (16.00 uur Nederlandse tijd)", "2024-05-17T10:00", ()),
        ("17 mei 2024 om 10.00 uur in Londen", "2024-05-17T10:00", ()),
        ("17 mei 2024 in Washington om 10.00 uur", "2024-05-17T10:00", ()),
        ("at 14:00 CET on 17 May 2024", "2024-05-17T14:00", ("2024-05-17T15:00",)),
        ("31 maart 2024 om 02.30 uur", "2024-03-31T02:30", ()),
        ("27 oktober 2024, 01:00-02:30", "2024-10-27T01:00/2024-10-27T02:30", ()),
        ("17 mei 2024 om middernacht", "2024-05-17", ()),
        ("17 mei 2024 1500Z", "2024-05-17T15:00", ("2024-05-17T17:00",)),
        ("op 17 mei 2024 om 0900Z", "2024-05-17T09:00", ("2024-05-17T11:00",)),
        ("17 mei 2024 09:00Z-10:30Z", "2024-05-17T09:00", ("2024-05-17T11:00",)),
        ("17 mei 2024 1400 CET", "2024-05-17T14:00", ("2024-05-17T15:00",)),
        ("12 maart 2000 uur", "XXXX-03-12T20:00", ("2000-03-12T20:00",)),
        ("17 mei 2024, 0900-1100 UTC", "2024-05-17T09:00/2024-05-17T11:00", ("2024-05-17T11:00/2024-05-17T13:00",)),
    ],
)
def test_an_unclear_time_makes_the_date_uncertain(text: str, edtf: str, others: tuple[str, ...]) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain, found.alternatives) == (edtf, False, others)


@pytest.mark.parametrize(
    "text",
    [
        "De brief van 17 mei 2024 wordt om 15.00 uur besproken.",
        "Op 17 mei 2024 is er een zitting. Om 15.00 uur is er een ontvangst.",
        "17 mei 2024 kost 14.50 euro",
        "17 mei 2024 stegen de prijzen van 3.50 tot 4.50 euro",
    ],
)
def test_a_time_of_something_else_leaves_the_date_certain(text: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == ("2024-05-17", True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("12 en 19 juni 2024 om 10.00 uur", ["2024-06-12T10:00", "2024-06-19T10:00"]),
        ("om 10.00 uur op 12 en 19 juni 2024", ["2024-06-12T10:00", "2024-06-19T10:00"]),
        ("12 juni 2024 om 10.00 uur en 19 juni 2024", ["2024-06-12T10:00", "2024-06-19"]),
        ("12 en 19 juni om 10.00 uur", ["XXXX-06-12T10:00", "XXXX-06-19T10:00"]),
        ("12 en 19 juni 2024 (telkens 10.00 uur)", ["2024-06-12T10:00", "2024-06-19T10:00"]),
        ("10:30/14-06-2024", ["2024-06-14T10:30"]),
        ("14 juni 2024, 9u–12u in zaal 3", ["2024-06-14T09:00/2024-06-14T12:00"]),
    ],
)
def test_days_that_share_a_month_share_a_time(text: str, edtf: list[str]) -> None:
    found = scan_dates(text)
    assert [each.when.text for each in found] == edtf
    assert all(each.certain for each in found)


def test_a_day_with_its_own_month_may_not_share_the_time() -> None:
    first, second = scan_dates("12 juni en 19 juni 2024 om 10.00 uur")
    assert (first.when.text, first.certain, first.alternatives) == ("2024-06-12", False, ("2024-06-12T10:00",))
    assert (second.when.text, second.certain) == ("2024-06-19T10:00", True)


@pytest.mark.parametrize(
    ("text", "edtf", "certain", "others"),
    [
        ("17 mei 2024 om 15.00 uur (CEST)", "2024-05-17T15:00", True, ()),
        ("17 december 2024 om 15.00 uur CET", "2024-12-17T15:00", True, ()),
        ("17 mei 2024 15:00 UTC+2", "2024-05-17T15:00", True, ()),
        ("17 mei 2024 om 15.00 uur Nederlandse tijd", "2024-05-17T15:00", True, ()),
        ("17 May 2024 at 10 a.m. Brussels time", "2024-05-17T10:00", True, ()),
        ("2024-05-17T15:00+02:00", "2024-05-17T15:00", True, ()),
        ("17 mei 2024 om 15.00 uur CET", "2024-05-17T15:00", False, ("2024-05-17T16:00",)),
        (
            "17 mei 2024 15:00-16:00 UTC",
            "2024-05-17T15:00/2024-05-17T16:00",
            False,
            ("2024-05-17T17:00/2024-05-17T18:00",),
        ),
        ("17 mei 2024 om 15.00 uur lokale tijd", "2024-05-17T15:00", False, ()),
        ("2024-05-17T15:00+99:99", "2024-05-17T15:00", False, ()),
        ("31 maart 2024 00:30 UTC", "2024-03-31T00:30", False, ("2024-03-31T01:30",)),
        ("17 May 2024, 10:00 a.m. EST", "2024-05-17T10:00", False, ()),
    ],
)
def test_a_foreign_time_zone_makes_the_date_uncertain(
    text: str, edtf: str, certain: bool, others: tuple[str, ...]
) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain, found.alternatives) == (text, edtf, certain, others)


def test_a_time_does_not_apply_to_later_days() -> None:
    found = scan_dates("op 3 juni 2024 om 16.30 uur, 10 en 17 juni 2024")
    assert [each.when.text for each in found] == ["2024-06-03T16:30", "2024-06-10", "2024-06-17"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "2022-02-03, van 14.00 tot 16.00 uur op vrijdag 14 juni 2024",
            ["2022-02-03", "2024-06-14T14:00/2024-06-14T16:00"],
        ),
        ("10.00 uur\n14 juni 2024\n11.00 uur\n15 juni 2024", ["2024-06-14T10:00", "2024-06-15T11:00"]),
        ("14 juni 2024\n10.00 uur\n15 juni 2024\n11.00 uur", ["2024-06-14T10:00", "2024-06-15T11:00"]),
        ("14:00 op 14 juni 2024, 16:00 op 15 juni 2024", ["2024-06-14T14:00", "2024-06-15T16:00"]),
        ("op 12 juni 2024 om 10 uur, op 13 juni 2024 om 11 uur", ["2024-06-12T10:00", "2024-06-13T11:00"]),
        ("2024-06-10 14h30 en 2024-06-17", ["2024-06-10T14:30", "2024-06-17"]),
        ("17 juni 2024, 9 uur\n- 09:30 18 juni 2024", ["2024-06-17T09:00", "2024-06-18T09:30"]),
    ],
)
def test_a_time_between_two_dates_belongs_to_one_of_them(text: str, edtf: list[str]) -> None:
    found = scan_dates(text)
    assert [each.when.text for each in found] == edtf
    assert all(each.certain for each in found)


def test_a_time_on_the_line_of_another_date_is_not_taken_from_it() -> None:
    found = scan_dates("14 juni 2024 10u\n15 juni 2024")
    assert [(each.when.text, each.certain) for each in found] == [("2024-06-14T10:00", False), ("2024-06-15", True)]


def test_in_capitals_a_time_behind_other_words_is_uncertain() -> None:
    [found] = scan_dates("17 MEI 2024 NA 14.00 UUR")
    assert (found.when.text, found.certain) == ("2024-05-17T14:00", False)
