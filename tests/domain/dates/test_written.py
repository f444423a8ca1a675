"""Dates with a day: which numbers and characters around them belong to the date."""

from datetime import date

import pytest

from briefcli.domain.dates.in_text import scan_dates

JUNE_2023 = date(2023, 6, 1)


def read(text: str, written: date | None = None) -> list[tuple[str, str]]:
    return [(each.text, each.when.text) for each in scan_dates(text, written)]


@pytest.mark.parametrize(
    ("text", "edtf", "others"),
    [
        ("versie 2 maart 2026", "2026-03-02", ("2026-03",)),
        ("agendapunt 4 maart 2026", "2026-03-04", ("2026-03",)),
        ("Bijlagen 3 maart 2026", "2026-03-03", ("2026-03",)),
        ("zaal 2 - 3 maart 2026", "2026-03-02/2026-03-03", ()),
        ("brief nr. 3 maart 2026", "2026-03", ("2026-03-03",)),
        ("Monitor 3\nMaart 2026", "2026-03-03", ("2026-03",)),
        ("28,29 mei 2026", "2026-05-29", ("2026-05",)),
        ("2,5 maart", "XXXX-03-05", ()),
        ("l februari 2026", "2026-02", ()),
        ("de derde van februari 2026", "2026-02", ("2026-02-03",)),
        ("twaalf juni 2024", "2024-06", ("2024-06-12",)),
        ("12 ,juni 2024", "2024-06", ("2024-06-12",)),
        ("3.februari 2026", "2026-02", ("2026-02-03",)),
        ("op3 februari 2026", "2026-02", ("2026-02-03",)),
        ("donderdag2 april 2026", "2026-04", ("2026-04-02",)),
        ("12.06.24, 14:00", "2024-06-12T14:00", ("1924-06-12T14:00",)),
        ("donderdag de 14e van juni 2024", "2024-06-14", ()),
        ("3 februari 202 6", "XXXX-02-03", ("2026-02-03",)),
        ("3 februari 20 26", "XXXX-02-03", ("2026-02-03",)),
        ("3 februari 26", "XXXX-02-03", ("2026-02-03",)),
        ("Week 6 - 3 februari 2026", "unknown", ("2026-02-03",)),
        ("(12 juni) 2024", "XXXX-06-12", ("2024-06-12",)),
        ("14\n- 15 februari 2024", "2024-02-15", ("2024-02",)),
        ("Werkbezoek 30 juni\n– 2 juli 2026", "2026-06-30/2026-07-02", ()),
        ("12mei26", "2026-05-12", ()),
        ("28-6 t/m 3-7 2026", "2026-06-28/2026-07-03", ()),
        ("20260310 nota", "2026-03-10", ()),
        ("besluitnota 20260310-v2", "2026-03-10", ()),
        ("17/19 maart 2026", "2026-03-17/2026-03-19", ()),
        ("Van Dijk (5/3) is akkoord", "XXXX-03-05", ()),
        ("naar de Kamer 12/4", "XXXX-04-12", ()),
        ("10 t/m 12/3", "XXXX-03-10/XXXX-03-12", ()),
    ],
)
def test_a_number_that_may_be_the_day_makes_the_date_uncertain(text: str, edtf: str, others: tuple[str, ...]) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain, found.alternatives) == (edtf, False, others)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Versie 2\nMaart 2026", "2026-03"),
        ("Conceptversie 3\n\njuni 2026", "2026-06"),
        ("de nieuwe versie 2 maart 2026", "2026-03-02"),
        ("op 3\nmaart 2026", "2026-03-03"),
        ("3 februari a.s. (2026)", "2026-02-03"),
        ("COVID-19 maart 2020", "2020-03"),
        ("Monday, 2 March, to Wednesday, 4 March 2026", "2026-03-02/2026-03-04"),
        ("2026-02-03 12 deelnemers", "2026-02-03"),
        ("F-35 - 3 februari 2026", "2026-02-03"),
        ("Bijlagen\n\n3 februari 2026", "2026-02-03"),
        ("zaal 3, op 4 juni 2026", "2026-06-04"),
        ("bijlage 2, op 3 en 4 juni 2026", "2026-06-03/2026-06-04"),
        ("zie voetnoot 3, 4 juni 2026", "2026-06-04"),
        ("kosten 15.- 30-06-2024", "2024-06-30"),
        ("Van 30 juni\n– 2 juli 2026", "2026-06-30/2026-07-02"),
        ("4. – 6.5.2026", "2026-05-04/2026-05-06"),
        ("den 12en juni 1953", "1953-06-12"),
        ("d.d. 20260310", "2026-03-10"),
        ("artikelen 5 t/m 6-6-2026", "2026-06-06"),
        ("17/18 maart 2026", "2026-03-17/2026-03-18"),
        ("12-03-2026T14:00", "2026-03-12T14:00"),
    ],
)
def test_a_number_is_assigned_to_the_date_or_to_other_words(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == (edtf, True)


@pytest.mark.parametrize("words", ["vorig jaar", "van het vorige jaar", "in het vorige jaar", "last year"])
def test_words_such_as_last_year_give_the_year(words: str) -> None:
    assert read(f"3 februari {words}", JUNE_2023) == [(f"3 februari {words}", "2022-02-03")]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("nr. 12, 7 en 8 juli 2023", "2023-07-07/2023-07-08"),
        ("nr. 4, 7-8 juli 2023", "2023-07-07/2023-07-08"),
        ("€ 12, 7 en 8 juli 2023", "2023-07-07/2023-07-08"),
        ("3, 4, 5 juni 2023", "2023-06-03/2023-06-05"),
        ("3+4 juni 2023", "2023-06-03/2023-06-04"),
        ("¹3 juni 2023", "2023-06-03"),
        ("_7 en 8 juli 2023_", "2023-07-07/2023-07-08"),
        ("2023-06-03¹²", "2023-06-03"),
        ("3 juni e.k.", "2023-06-03"),
        ("3 juni a.s\n- 12 leden", "2023-06-03"),
        ("in het weekend van 10 en 11 juni 2023", "2023-06-10/2023-06-11"),
        ("3 juni 2023 (zaterdag)", "2023-06-03"),
        ("Q3/2023", "2023-07/2023-09"),
        ("2023, Q3", "2023-07/2023-09"),
    ],
)
def test_characters_and_numbers_next_to_a_date_do_not_disturb_it(text: str, edtf: str) -> None:
    [found] = scan_dates(text, JUNE_2023)
    assert (found.when.text, found.certain) == (edtf, True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-06-12 t/m 14", "2024-06-12/2024-06-14"),
        ("2024-06-12/14", "2024-06-12/2024-06-14"),
        ("Dec 30 – Jan 2, 2025", "2024-12-30/2025-01-02"),
        ("31 december op 1 januari 2025", "2024-12-31/2025-01-01"),
        ("week 52 t/m week 1 van 2025", "2024-W52/2025-W01"),
        ("Sept. 30 through Oct. 2, 2025", "2025-09-30/2025-10-02"),
        ("8\nop 9 juni 2023", "2023-06-08/2023-06-09"),
        ("8 tm 10 juni 2023", "2023-06-08/2023-06-10"),
        ("8 t.m. 10 juni 2023", "2023-06-08/2023-06-10"),
        ("8 t / m 10 juni 2023", "2023-06-08/2023-06-10"),
        ("8 tot/met 10 juni 2023", "2023-06-08/2023-06-10"),
    ],
)
def test_a_range_keeps_both_ends(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, True)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("op 3, 4 juni en 6 juni 2024", ["06-03/06-04", "06-06"]),
        ("op 3, 5 juni en 7 juni 2024", ["06-03", "06-05", "06-07"]),
        ("30, 31 mei en 1 juni 2024", ["05-30/05-31", "06-01"]),
        ("maandag 3, dinsdag 4 juni en donderdag 6 juni 2024", ["06-03/06-04", "06-06"]),
        ("3, 4 en 6 juni en 2 juli 2024", ["06-03/06-04", "06-06", "07-02"]),
        ("op 3, op 4 en op 6 juni 2024", ["06-03/06-04", "06-06"]),
        ("op de 3e, de 4e en de 6e juni 2024", ["06-03/06-04", "06-06"]),
        ("op 12/19/26 juni 2024", ["06-12", "06-19", "06-26"]),
        ("uiterlijk 3/4 en 15 juni 2024", ["06-03/06-04", "06-15"]),
        ("d.d. 31/5 t/m 3/6 en 15 juni 2024", ["05-31/06-03", "06-15"]),
        ("tel. 12-3-26 en 15 juni 2024", ["06-15"]),
        ("zowel op 3 als op 6 juni 2024", ["06-03", "06-06"]),
        ("op 3 alsmede 6 juni 2024", ["06-03", "06-06"]),
        ("3/4 juni en 6 juni 2024", ["06-03/06-04", "06-06"]),
        ("3/6/8 juni 2024", ["06-03", "06-06", "06-08"]),
        ("3/6/18 juni 2024", ["06-03", "06-06", "06-18"]),
        ("maandag 3, woensdag 5, vrijdag 7 juni 2024", ["06-03", "06-05", "06-07"]),
        ("Vergaderdata: 3, 5, 7 juni 2024", ["06-03", "06-05", "06-07"]),
        ("3-6, 5-6 en 7-6-2024", ["06-03", "06-05", "06-07"]),
        ("on 3, on 4 and on 6 June 2024", ["06-03/06-04", "06-06"]),
        ("June 3, 4, and July 2, 2024", ["06-03/06-04", "07-02"]),
    ],
)
def test_each_day_of_a_row_is_found(text: str, days: list[str]) -> None:
    found = scan_dates(text)
    assert [each.when.text for each in found] == ["/".join(f"2024-{day}" for day in each.split("/")) for each in days]
    assert all(each.certain for each in found)


def test_a_day_in_words_behind_its_article_or_preposition_is_read() -> None:
    for text, edtf in (
        ("de vijftiende juni 2024", "2024-06-15"), ("op twaalf juni 2024", "2024-06-12"),
        ("de 1e dinsdag van juli 2024", "2024-07-02"),
        ("op één juni 2024", "2024-06-01"), ("Gedaan de zesentwintigste maart 2024", "2024-03-26"),
        ("de vijftiende juni 2024 om 10.00 uur", "2024-06-15T10:00"), ("op de vijftiende juni", "XXXX-06-15"),
    ):  # fmt: skip
        [found] = scan_dates(text)
        assert (found.when.text, found.certain) == (edtf, True)
    assert scan_dates("de twee mei-vakanties", JUNE_2023) == []


def test_a_number_before_a_date_is_another_day_or_counts_something() -> None:
    for text, is_certain in (
        ("3, 5 juni 2024", False), ("28, 29 mei 2024", False), ("artikel 3, 5 juni 2024", True),
        ("Stb. 2024, 3, 5 juni 2024", True),
        ("blad 1 van 3, 5 juni 2024", False), ("week 21, 22 mei 2024", True), ("nr. 12, 7 juli 2024", True),
    ):  # fmt: skip
        found = scan_dates(text)[-1]
        assert (len(found.when.text), found.certain) == (len("2024-06-05"), is_certain)
    assert [each.when.text for each in scan_dates("on June 15, 20 members", JUNE_2023)] == ["2023-06-15"]


@pytest.mark.parametrize("text", ["12 juni 2024 t/m 14 in Brussel", "12-06-2024 tot en met de 14e"])
def test_a_range_with_an_unreadable_end_is_uncertain(text: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == ("2024-06-12", False)


def test_a_numeric_day_and_month_may_be_a_fraction() -> None:
    [found] = scan_dates("De termijn eindigt op 12/6.", JUNE_2023)
    assert (found.when.text, found.certain) == ("2023-06-12", False)
    assert read("op 1/3 van de punten, op 1/3e deel, op 13/25", JUNE_2023) == []


def test_the_number_of_an_item_before_a_date_in_figures_may_be_a_day() -> None:
    [found] = scan_dates("4. – 6-5-2024")
    assert (found.when.text, found.certain) == ("2024-05-04/2024-05-06", False)


def test_hours_after_a_month_are_no_year() -> None:
    assert read("op 4 juni 10-13 uur", JUNE_2023) == [("4 juni 10-13 uur", "2023-06-04T10:00/2023-06-04T13:00")]


def test_three_days_to_choose_from_are_separate_dates() -> None:
    found = scan_dates("op 1, 2 of 3 juni 2023")
    assert [(each.when.text, each.certain) for each in found] == [
        ("2023-06-01", False), ("2023-06-02", False), ("2023-06-03", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "3 juni 2023 (maandag)", "3 juni 2023, een maandag", "Monday the 3rd of June 2023",
        "op de maandag van 3 juni 2023",
    ],
)  # fmt: skip
def test_a_weekday_before_or_after_the_date_must_match(text: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == ("2023-06-03", False)


@pytest.mark.parametrize("text", ["12 juni 2024 (week 25)", "week 25, op 12 juni 2024", "week 25 (10-14 juni 2024)"])
def test_a_week_next_to_a_day_must_contain_it(text: str) -> None:
    assert [each.certain for each in scan_dates(text, JUNE_2023)] == [False, False]
    found = scan_dates(text.replace("25", "24"), JUNE_2023)
    assert [each.certain for each in found] == [True, True]
    assert "2024-W24" in [each.when.text for each in found]


def test_a_count_after_a_date_is_not_its_year() -> None:
    [found] = scan_dates("op 3 juni 1500 militairen", JUNE_2023)
    assert (found.when.text, found.certain) == ("2023-06-03", False)
    assert read("3 juni'23") == [("3 juni'23", "2023-06-03")]


@pytest.mark.parametrize("text", ["14 - 6 - 2024", "14 / 6 / 2024", "14. 6. 2024", "14/juni/2024"])
def test_separators_may_have_spaces_around_them(text: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, "2024-06-14", True)
    for uneven in ("14 - 6- 2024", "14- 06-2024", "14 -6-2024", "14-6 -2024"):
        [found] = scan_dates(uneven)
        assert (found.text, found.when.text, found.certain) == (uneven, "2024-06-14", False)
    assert scan_dates("nrs. 2-3 - 2024 en 14 - 6 -24") == []


def test_a_numeric_day_and_month_may_be_a_deadline() -> None:
    assert read("brief van 30-5 jl.", JUNE_2023) == [("30-5 jl.", "2023-05-30")]
    assert read("uiterlijk 7/6, vóór 9-6", JUNE_2023) == [("7/6", "2023-06-07"), ("9-6", "2023-06-09")]
    assert read("uiterlijk 2-3 weken, uiterlijk 9.10 uur, uiterlijk 2.5", JUNE_2023) == []


def test_a_choice_may_have_an_accent_or_brackets() -> None:
    for text in ("7 juni 2024 óf 8 juni 2024", "7 juni 2024 (of 8 juni 2024)", "7 á 8 juni 2024"):
        assert [(each.when.text, each.certain) for each in scan_dates(text)] == [
            ("2024-06-07", False),
            ("2024-06-08", False),
        ]


@pytest.mark.parametrize(("first", "second"), [("3 juni", "4 oktober"), ("3-4 juni", "6 juni"), ("6 juni", "3 juni")])
def test_a_date_after_a_dash_on_the_next_line_ends_no_range_that_is_long_or_has_an_end(first: str, second: str) -> None:
    assert [each[0] for each in read(f"{first}\n- {second} 2023", JUNE_2023)] == [first, f"{second} 2023"]


def test_each_numeric_day_and_month_of_a_list_is_read() -> None:
    for text in (
        "op 14/3 en 15/3", "op vr 14/3, za 15/3", "data: 14/3 en 15/3", "d.d. 14-3 en 15-3", "op 14-3 en 15-3",
        "uiterlijk 14-3, 15-3", "14/3, 15/3", "Riet planten, 14-3 en 15-3", "deadline is 14/3; nota van 15-3",
        "deadline 1e ronde: 14/3, 2e ronde di 15/3",
    ):  # fmt: skip
        assert [each.when.text for each in scan_dates(text, date(2025, 3, 1))] == ["2025-03-14", "2025-03-15"]


def test_a_fraction_below_one_after_a_preposition_is_no_date() -> None:
    for text in ("comments by 12/6", "de inbreng voor 12/6", "vanaf 12/06 open", "tot 12/6 10.00 uur", "mail van 12/6",
                 "tot en met 12/6", "voorafgaand aan 12/6", "prior to 12/6", "debat in Kamer 12/6"):  # fmt: skip
        [found] = scan_dates(text, date(2023, 6, 1))
        assert (found.when.text[:10], found.certain) == ("2023-06-12", False)
    assert read("voor 2/3 betaald, by 1/10, voor 24/7 dekking, voor 12/6 deel", JUNE_2023) == []
    assert read("MR 14/6, Kamer 21-6.", JUNE_2023) == [("14/6", "2023-06-14"), ("21-6", "2023-06-21")]
    assert read("AO 8-6, Kamer 11/6", JUNE_2023) == [("8-6", "2023-06-08"), ("11/6", "2023-06-11")]
    assert read("debat 14/6 na de stemmingen", JUNE_2023) == [("14/6", "2023-06-14")]
    assert read("Het debat is 14/6.", JUNE_2023) == read("vragen 14/6", JUNE_2023) == [("14/6", "2023-06-14")]
    assert read("16/6 9.00-11.00 uur", JUNE_2023) == [("16/6 9.00-11.00 uur", "2023-06-16T09:00/2023-06-16T11:00")]
    assert read("van 30/6 t/m 1/7", JUNE_2023) == [("30/6 t/m 1/7", "2023-06-30/2023-07-01")]
    for text in (
        "zaal 14/6",
        "groep 9/3, punt 4/3, het wordt 9/3",
        "stand 15/6",
        "de stand is 15/6",
        "de score was 15/6",
        "de score is 14-2, 15-2",
        "Hoofdstraat 12-3 en 14-3",
        "pagina's 12-3 en 14-3",
        "met 14-2 stemmen",
        "stemverhouding 15/6",
        "op 2-3 punten, op 24-7 basis",
        "artikel 14-2 en 15-2",
        "paragraaf 3-2 en 15-2",
        "8-2 en 9-2",
        "tabel 14/6",
        "A 14/6",
        "13 en 14/6",
        "besluit 14/6 is",
        "MC 14/6",
        "15/6 – 2/7",
    ):
        assert read(text, JUNE_2023) == []


def test_calendar_lines_may_start_with_a_day_and_month() -> None:
    lines = ("Maart", "22/03: Otterraad", "- 25-26/03: informele otterraad", "31/03 - 02/04: ministers", "3/4: deel 1")
    text = "\n".join((*lines, "deel 1/02: nee"))
    found = scan_dates(text, JUNE_2023)
    assert [(each.text, each.when.text, each.certain) for each in found] == [
        ("22/03", "2023-03-22", False),
        ("25-26/03", "2023-03-25/2023-03-26", False),
        ("31/03 - 02/04", "2023-03-31/2023-04-02", False),
    ]


def test_listed_days_with_a_dash_before_the_month_are_no_years() -> None:
    found = scan_dates("26-mei 27-mei 28-mei", JUNE_2023)
    assert [each.alternatives for each in found] == [("2024-05-26",), ("2024-05-27",), ("2024-05-28",)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Bruxelles, le 14 mai 2024", "2024-05-14"),
        ("le 1er août 2024", "2024-08-01"),
        ("les 20 et 21 juin 2024", "2024-06-20/2024-06-21"),
        ("du 12 au 14 juin 2024", "2024-06-12/2024-06-14"),
        ("Brüssel, den 14. Mai 2024", "2024-05-14"),
        ("12. bis 14. Mai 2024", "2024-05-12/2024-05-14"),
        ("vom 12. bis zum 14. Mai 2024", "2024-05-12/2024-05-14"),
        ("12.-14. Mai 2024", "2024-05-12/2024-05-14"),
        ("bijlage 3 bis 12 mei 2024", "2024-05-12"),
        ("JBZ-raad 13, 14 juni 2024", "2024-06-13/2024-06-14"),
        ("14-06-2024 10:00/14-06-2024 12:00", "2024-06-14T10:00/2024-06-14T12:00"),
    ],
)
def test_days_of_papers_of_the_eu_are_certain(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == (edtf, True)


@pytest.mark.parametrize(
    "text",
    [
        "Mission to Mars 2024", "naar Mars 2024", "Over de raket. Mars 2024", "de heer Mai 2024", "sectie 2. Mars 2024",
        "zaal 13, 14 juni 2024", "Agendapunt 3, 4 juni 2024", "vergadering 3, 4 juni 2024", "voorraad 3, 4 juni 2024",
        "laptop 3, 4 juni 2024",
    ],
)  # fmt: skip
def test_what_looks_like_such_a_day_is_not_certain(text: str) -> None:
    assert not any(each.certain for each in scan_dates(text) if each.when.is_range or each.when.day is None)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        (date(2024, 6, 1), ["2024-06-01", "2024-06-15"]),
        (date(2024, 12, 16), ["2025-01-01", "2025-01-15"]),
    ],
)
def test_days_of_every_month_are_those_of_the_next_such_month(written: date, days: list[str]) -> None:
    found = scan_dates("op 1 en 15 van elke maand", written)
    assert [(each.when.text, each.certain) for each in found] == [(day, False) for day in days]


@pytest.mark.parametrize("text", ["12 every month", "30 elke maand", "op 31 van elke maand", "op 0 van elke maand"])
def test_a_count_of_every_month_and_a_day_that_the_month_lacks_are_no_date(text: str) -> None:
    assert scan_dates(text, date(2024, 6, 1)) == []


def test_the_point_that_ends_a_sentence_is_no_part_of_a_date() -> None:
    assert read("Verzending in week 49.", JUNE_2023) == [("week 49", "2022-W49")]
    assert read("in Brussels on October 15.", JUNE_2023) == [("October 15", "2023-10-15")]
