"""Months, weeks, quarters and parts of the year."""

from datetime import date

import pytest

from briefcli.domain.dates.in_text import scan_dates

JUNE_2023 = date(2023, 6, 1)


def read(text: str, written: date | None = None) -> list[tuple[str, str, bool]]:
    return [(each.text, each.when.text, each.certain) for each in scan_dates(text, written)]


def test_a_partial_date_is_as_exact_as_it_is_written() -> None:
    for text, edtf in [
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
        ("eind Q2 2024", "2024-04/2024-06"),
        ("begin van het tweede kwartaal 2024", "2024-04/2024-06"),
        ("1e en 2e kw. 2024", "2024-01/2024-06"),
        ("kw2 2024", "2024-04/2024-06"),
        ("wk24 van 2023", "2023-W24"),
    ]:
        assert read(f"In {text}, dus") == [(text, edtf, True)]


@pytest.mark.parametrize(
    ("text", "without", "with_date", "is_certain"),
    [
        ("medio juli", "XXXX-07", "2023-07", False),
        ("mid-July", "XXXX-07", "2023-07", False),
        ("early July", "XXXX-07", "2023-07", False),
        ("end of July", "XXXX-07", "2023-07", False),
        ("eerste twee weken van juli", "XXXX-07", "2023-07", False),
        ("november jl.", "XXXX-11", "2022-11", True),
        ("juni jl.", "XXXX-06", "2023-06", False),
        ("eind juni a.s.", "XXXX-06", "2023-06", True),
        ("februari a.s.", "XXXX-02", "2024-02", True),
    ],
)
def test_a_month_takes_its_year_from_the_text(text: str, without: str, with_date: str, is_certain: bool) -> None:
    assert read(text) == [(text, without, True)]
    assert read(text, JUNE_2023) == [(text, with_date, is_certain)]


def test_listed_weeks_share_the_year_after_them() -> None:
    assert read("week 21, 22 van 2024") == [("week 21, 22 van 2024", "2024-W21/2024-W22", True)]
    assert read("weken 52, 1 en 3 van 2025") == [
        ("weken 52", "2024-W52", True),
        ("1", "2025-W01", True),
        ("3 van 2025", "2025-W03", True),
    ]
    assert read("week 21, 22 mei 2024") == [("week 21", "2024-W21", True), ("22 mei 2024", "2024-05-22", True)]


def test_two_digits_after_a_month_may_be_year_or_day() -> None:
    [month] = scan_dates("Nota gereed: sep-25", JUNE_2023)
    assert (month.text, month.when.text, month.certain) == ("sep-25", "2025-09", False)
    assert month.alternatives == ("2023-09-25",)
    assert read("Q3-25", JUNE_2023) == [("Q3-25", "2025-07/2025-09", False)]
    assert read("9 juni-12 juli 2025") == [("9 juni-12 juli 2025", "2025-06-09/2025-07-12", True)]
    assert read("vanaf september-01", JUNE_2023) == [("september", "2023-09", False)]


def test_a_number_in_a_list_is_no_day_of_the_month_behind_it() -> None:
    assert read("de maanden\n1. januari 2025: begroting") == [("januari 2025", "2025-01", False)]


def test_only_a_roman_month_has_a_point_before_its_year() -> None:
    for month in ("mei", "juli", "maart"):
        assert read(f"14 {month}.2025", JUNE_2023)[0][2] is False


def test_a_number_too_large_for_a_day_makes_the_month_uncertain() -> None:
    assert read("op 112 juni 2024") == [("juni 2024", "2024-06", False)]


def test_a_month_after_in_needs_no_year() -> None:
    assert read("in juli") == [("juli", "XXXX-07", True)]


def test_a_month_can_be_of_next_year() -> None:
    assert read("juni volgend jaar", JUNE_2023) == [("juni volgend jaar", "2024-06", True)]


def test_a_week_takes_its_year_from_the_text() -> None:
    [found] = scan_dates("Planning: week 24")
    assert (found.when.text, found.reason) == ("unknown", "The year is not stated.")
    [found] = scan_dates("Planning: week 2", date(2023, 12, 20))
    assert (found.when.text, found.alternatives) == ("2024-W02", ("2023-W02",))


def test_a_week_that_does_not_exist_is_unknown() -> None:
    [found] = scan_dates("week 53 van 2023")
    assert (found.when.text, found.reason) == ("unknown", "2023 has no week 53.")


@pytest.mark.parametrize("text", ["per week 24 uur", "elke week 2 keer", "die week 24 man", "week 24 uur", "week 1.5"])
def test_a_number_after_week_may_count_something_else(text: str) -> None:
    assert read(text) == []


def test_a_footnote_mark_at_the_year_is_left_out() -> None:
    [found] = scan_dates("juni 20232 bleek")
    assert (found.text, found.when.text, found.certain) == ("juni 2023", "2023-06", False)


def test_consecutive_periods_are_read_as_one_period() -> None:
    for text, edtf in [
        ("Q1 t/m Q3 2024", "2024-01/2024-09"),
        ("2024-Q3", "2024-07/2024-09"),
        ("kwartaal 3 van 2024", "2024-07/2024-09"),
        ("eerste t/m derde kwartaal 2024", "2024-01/2024-09"),
        ("eerste tot en met derde kwartaal van 2024", "2024-01/2024-09"),
        ("Q1-Q2 2024", "2024-01/2024-06"),
        ("Q1/Q2 2024", "2024-01/2024-06"),
        ("Q1 en Q2 2024", "2024-01/2024-06"),
        ("Q4 2023 t/m Q2 2024", "2023-10/2024-06"),
        ("Q4 t/m Q1 2024", "2023-10/2024-03"),
        ("1e en 2e kwartaal 2024", "2024-01/2024-06"),
        ("1e, 2e en 3e kwartaal 2024", "2024-01/2024-09"),
        ("derde en vierde kwartaal van 2023", "2023-07/2023-12"),
        ("eerste kwartaal en het tweede kwartaal (2024)", "2024-01/2024-06"),
        ("juni en juli 2023", "2023-06/2023-07"),
        ("mei, juni en juli 2023", "2023-05/2023-07"),
        ("maart 2023 tot en met juni 2024", "2023-03/2024-06"),
        ("maart 2023 tot en met juni", "2023-03/2023-06"),
        ("november 2023 tot en met februari", "2023-11/2024-02"),
        ("eind juni/begin juli 2023", "2023-06/2023-07"),
        ("eind juni - begin juli 2023", "2023-06/2023-07"),
        ("juni, 2023", "2023-06"),
        ("eerste helft van 2024", "2024-01/2024-06"),
        ("tweede helft van 2023", "2023-07/2023-12"),
        ("eerste halfjaar van 2024", "2024-01/2024-06"),
        ("tweede half jaar 2024", "2024-07/2024-12"),
    ]:
        for written in (None, date(2025, 6, 5)):
            assert read(f"In {text}, dus", written) == [(text, edtf, True)]


def test_tussen_makes_a_range_of_months() -> None:
    assert read("tussen maart en juni 2023") == [("maart en juni 2023", "2023-03/2023-06", True)]


def test_months_and_quarters_that_are_not_consecutive_are_separate() -> None:
    assert read("Q1 en Q3 2024") == [("Q1", "2024-01/2024-03", True), ("Q3 2024", "2024-07/2024-09", True)]
    assert read("mei en september 2023") == [("mei", "2023-05", True), ("september 2023", "2023-09", True)]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("juni of juli 2023", ["2023-06", "2023-07"]),
        ("Q1 of Q2 2024", ["2024-01/2024-03", "2024-04/2024-06"]),
        ("Q1 2024 of Q2 2024", ["2024-01/2024-03", "2024-04/2024-06"]),
        ("eerste of tweede kwartaal 2024", ["2024-01/2024-03", "2024-04/2024-06"]),
    ],
)
def test_months_or_quarters_to_choose_from_are_uncertain(text: str, readings: list[str]) -> None:
    found = scan_dates(text)
    assert [each.when.text for each in found] == readings
    assert {each.reason for each in found} == {"The text leaves open which of these dates it is."}


def test_months_on_both_sides_of_new_year_are_a_guess() -> None:
    [found] = scan_dates("december en januari 2024")
    assert (found.when.text, found.reason) == ("2023-12/2024-01", "The year is taken from the date beside it.")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("in juni/juli", {"2023-06/2023-07": ("2022-06/2022-07",)}),
        ("in mei of juni", {"2023-05": ("2024-05",), "2023-06": ("2022-06",)}),
        ("eind mei/begin juni", {"2023-05/2023-06": ("2024-05/2024-06",)}),
        ("tweede week van mei en laatste week van juni", {"2023-05": ("2024-05",), "2023-06": ("2022-06",)}),
        ("in mei en juni", {"2023-05/2023-06": ("2024-05/2024-06",)}),
        ("tussen mei en juli", {"2023-05/2023-07": ("2024-05/2024-07",)}),
        ("in december en januari", {"2022-12/2023-01": ("2023-12/2024-01",)}),
        ("vanaf september", {"2023-09": ("2022-09",)}),
        ("eind Q3 of begin Q4", {"2023-07/2023-09": (), "2023-10/2023-12": ()}),
        ("week 52 t/m 1", {"2022-W52/2023-W01": ("2023-W52/2024-W01",)}),
        ("week 21, 11 leden", {"2023-W21": ("2022-W21",)}),
    ],
)
def test_listed_months_or_weeks_without_a_year_are_a_guess(text: str, readings: dict[str, tuple[str, ...]]) -> None:
    found = scan_dates(text, date(2023, 5, 25))
    assert {each.when.text: each.alternatives for each in found} == readings
    assert not any(each.certain for each in found)


def test_a_range_that_runs_backwards_is_unknown() -> None:
    [found] = scan_dates("juni 2023 t/m mei 2023")
    assert (found.when.text, found.reason) == ("unknown", "The range ends before it begins.")


def test_words_that_do_not_end_a_range_are_left_out() -> None:
    assert read("eerste kwartaal 2023 - tweede termijn") == [("eerste kwartaal 2023", "2023-01/2023-03", True)]
    assert read("maart 2023 en april") == [("maart 2023", "2023-03", True)]
    assert read("derde helft van 2024") == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("derde kwartaal van dit jaar", "2023-07/2023-09"),
        ("eerste kwartaal van volgend jaar", "2024-01/2024-03"),
        ("Q1 en Q2 volgend jaar", "2024-01/2024-06"),
        ("tweede helft van vorig jaar", "2022-07/2022-12"),
    ],
)
def test_a_quarter_can_be_relative_to_the_year_of_the_text(text: str, edtf: str) -> None:
    assert read(text, date(2023, 6, 5)) == [(text, edtf, True)]
    assert read(text) == []


def test_a_footnote_mark_after_a_range_makes_it_uncertain() -> None:
    assert read("juni en juli 20232") == [("juni en juli 2023", "2023-06/2023-07", False)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("week 24 (2023)", "2023-W24"),
        ("week 24 in 2023", "2023-W24"),
        ("weken 24 en 25 van 2023", "2023-W24/2023-W25"),
        ("week 24 en 25 van 2023", "2023-W24/2023-W25"),
        ("week 24 t/m 26, 2023", "2023-W24/2023-W26"),
        ("week 51 t/m 2 van 2024", "2023-W51/2024-W02"),
        ("dinsdag wk 24 2023", "2023-06-13"),
        ("ma t/m wo week 24 2023", "2023-06-12/2023-06-14"),
        ("maandagmiddag in week 24 van 2023", "2023-06-12"),
    ],
)
def test_weeks_with_a_stated_year_are_certain(text: str, edtf: str) -> None:
    for written in (None, date(2025, 6, 5)):
        assert read(f"In {text}.", written) == [(text, edtf, True)]


def test_separate_alternative_and_nonexistent_weeks_are_told_apart() -> None:
    assert read("weken 24 en 26 van 2023") == [("weken 24", "2023-W24", True), ("26 van 2023", "2023-W26", True)]
    assert [certain for *_, certain in read("week 24 of 25 van 2023")] == [False, False]
    assert read("week 52 en 53 van 2023") == [("week 52 en 53 van 2023", "unknown", False)]
    assert read("week 24 20231") == [("week 24 2023", "2023-W24", False)]


def test_a_weekday_beside_a_week_is_a_day_of_that_week() -> None:
    for text in ("maandag week 26", "op maandag week 26", "maandag (week 26)", "week 26 (maandag)", "week 26 maandag"):
        [found] = scan_dates(text, date(2023, 6, 5))
        assert (found.when.text, found.certain, found.alternatives) == ("2023-06-26", False, ("2022-06-27",))
    [day, week] = scan_dates("maandag 26 juni (week 26)", date(2023, 6, 5))
    assert (day.when.text, week.when.text) == ("2023-06-26", "2023-W26")
    for text in (
        "week 26 van 2023, maandag volgt", "elke maandag, en week 26 van 2023", "week 26 van 2023\nMaandag",
        "De brief gaat vrijdag, week 26 van 2023 is te laat", "week 26 van 2023 maandag na het debat",
    ):  # fmt: skip
        assert [each.when.text for each in scan_dates(text, date(2023, 6, 5))] == ["2023-W26"]
    weeks = scan_dates("week 21 jl. Maandag, week 27 vrijdag week 28 volgt", date(2023, 6, 5))
    assert [each.when.text for each in weeks] == ["2023-W21", "2023-07-07", "2023-W28"]


def test_a_week_can_be_of_next_year() -> None:
    assert read("week 2 van volgend jaar", JUNE_2023) == [("week 2 van volgend jaar", "2024-W02", True)]


@pytest.mark.parametrize("text", ["eind van het jaar 2023", "eind (2023)", "najaar, 2023"])
def test_the_year_of_a_period_may_follow_in_any_form(text: str) -> None:
    assert read(text, date(2025, 6, 5)) == [(text, "2023", True)]


def test_a_quarter_without_a_year_is_read_but_k3_is_not() -> None:
    for text in ("eerste kwartaal, zes weken", "eerste kwartaal in de weken", "in Q1, elke week"):
        assert [edtf for _, edtf, _ in read(text, JUNE_2023)][:1] == ["2024-01/2024-03"]
    assert read("in K3", JUNE_2023) == []


def test_a_range_may_mix_quarters_and_halves() -> None:
    assert read("Q3 2024 t/m eerste helft van 2025") == [("Q3 2024 t/m eerste helft van 2025", "2024-07/2025-06", True)]


def test_a_season_with_a_year_needs_no_preceding_word() -> None:
    assert read("komende zomer 2024", date(2023, 6, 5)) == [("zomer 2024", "2024", True)]


def test_the_year_after_a_part_of_a_quarter_is_read() -> None:
    assert read("Dit volgt eind Q1 2025.", date(2027, 2, 3)) == [("eind Q1 2025", "2025-01/2025-03", True)]


@pytest.mark.parametrize("text", ["tiende juni 2024", "de eenendertigste juni 2024", "10. Juni 2024"])
def test_a_month_after_a_possible_day_is_uncertain(text: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == ("2024-06", False)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("tweede dinsdag van mei 2024", "2024-05-14"),
        ("laatste vrijdag van mei 2024", "2024-05-31"),
        ("third Tuesday of September 2024", "2024-09-17"),
        ("2024 Q2", "2024-04/2024-06"),
        ("2024Q2", "2024-04/2024-06"),
        ("K2 2024", "2024-04/2024-06"),
        ("weeknummer 21 van 2024", "2024-W21"),
        ("Prinsjesdag 2024", "2024-09-17"),
        ("laatste dag van juni 2024", "2024-06-30"),
        ("laatste werkdag van juni 2024", "2024-06-28"),
        ("tiende werkdag van juni 2024", "2024-06-14"),
        ("vijfde donderdag van februari 2024", "2024-02-29"),
        ("eerste werkdag van januari 2024", "2024-01-02"),
        ("Goede Vrijdag 2024", "2024-03-29"),
        ("Pasen van 2025", "2025-04-20"),
        ("Hemelvaartsdag 2025", "2025-05-29"),
        ("tweede pinksterdag 2024", "2024-05-20"),
        ("Koningsdag 2025", "2025-04-26"),
        ("tweede kerstdag 2024", "2024-12-26"),
    ],
)
def test_named_days_and_other_parts_of_a_year_are_read(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, True)


@pytest.mark.parametrize(
    ("before", "month", "words"),
    [
        ("on", "June", "first second third fourth fifth sixth seventh eighth ninth tenth"),
        ("op", "juni", "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"),
        ("de", "juni", "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"),
    ],
)
def test_a_day_of_a_month_may_be_in_words(before: str, month: str, words: str) -> None:
    for day, word in enumerate(words.split(), 1):
        [found] = scan_dates(f"{before} {word} {month} 2024")
        assert (found.when.text, found.certain) == (f"2024-06-{day:02}", True), word


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("de vijfde dinsdag van februari 2024", "2024-02"),
        ("de derde maandag van juni", "XXXX-06"),
        ("de laatste dag van februari", "XXXX-02"),
    ],
)
def test_a_month_whose_day_is_named_but_not_known_is_uncertain(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == (edtf, False)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("mei '24", "2024-05"), ("2e kwartaal '24", "2024-04/2024-06"), ("week 21 '24", "2024-W21")],
)
def test_a_short_year_leaves_its_century_open(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, False)


def test_a_named_day_without_a_year_is_the_next_one() -> None:
    [found] = scan_dates("voor Prinsjesdag", date(2024, 10, 1))
    assert (found.when.text, found.certain) == ("2025-09-16", False)
    [found] = scan_dates("voor Pasen", date(2024, 4, 2))
    assert (found.when.text, found.certain, found.alternatives) == ("2025-04-20", False, ("2024-03-31",))


def test_a_weekday_of_a_month_needs_no_year() -> None:
    [found] = scan_dates("de eerste dinsdag van september", date(2024, 6, 12))
    assert (found.text, found.when.text, found.certain) == ("eerste dinsdag van september", "2024-09-03", False)
    assert found.alternatives == ("2023-09-05",)
    assert not any(each.certain for each in scan_dates("de laatste dag van december", date.max))
