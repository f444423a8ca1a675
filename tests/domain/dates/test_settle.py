"""Dates without a year, and dates that cannot be right."""

from datetime import date

import pytest

from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.dates.parts import DateMention

JUNE_2023 = date(2023, 6, 1)


def only(text: str, written: date | None = JUNE_2023) -> DateMention:
    [found] = scan_dates(text, written)
    return found


def test_an_implausibly_long_range_over_new_year_is_uncertain() -> None:
    for text, edtf in [
        ("14 juni tot 12 juni 2024", "2023-06-14/2024-06-12"),
        ("juni t/m mei 2025", "2024-06/2025-05"),
        ("1 december 2023/2024", "2023-12-01"),
        ("1 december 2023 en 2024", "2023-12-01"),
        ("mei 2023/2024", "2023-05"),
    ]:
        found = only(text)
        assert (found.when.text, found.certain) == (edtf, False)
    assert only("1 oktober t/m 31 maart 2025").certain
    assert only("november t/m februari 2025").certain


@pytest.mark.parametrize("text", ["28 maart", "donderdag 28 maart", "28 maart jl.", "28 maart van dit jaar"])
def test_the_year_stays_unknown_if_nothing_gives_it(text: str) -> None:
    found = only(text, None)
    assert (found.text, found.when.text) == (text, "XXXX-03-28")
    assert found.certain


@pytest.mark.parametrize(
    ("text", "written", "edtf", "others"),
    [
        ("28 maart", JUNE_2023, "2023-03-28", ("2024-03-28",)),
        ("28 december", date(2023, 1, 5), "2022-12-28", ("2023-12-28",)),
        ("3 januari", date(2023, 12, 20), "2024-01-03", ("2023-01-03",)),
        ("29 februari", JUNE_2023, "2024-02-29", ("2020-02-29",)),
        ("15-16 juni", JUNE_2023, "2023-06-15/2023-06-16", ("2022-06-15/2022-06-16",)),
        ("30 december – 2 januari", date(2023, 12, 20), "2023-12-30/2024-01-02", ("2022-12-30/2023-01-02",)),
    ],
)
def test_the_nearest_year_is_a_guess(text: str, written: date, edtf: str, others: tuple[str, ...]) -> None:
    found = only(text, written)
    assert (found.when.text, found.alternatives) == (edtf, others)
    assert found.reason == f"The year is not stated; {edtf[:4]} is nearest to the date of the text."


def test_a_weekday_rules_out_other_years() -> None:
    assert only("donderdag 15 juni").alternatives == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("18 december jl.", "2022-12-18"),
        ("12 mei\nj.l.", "2023-05-12"),
        ("1 juni jl.", "2023-06-01"),
        ("1 \napril a.s.", "2024-04-01"),
        ("15 juni aanstaande", "2023-06-15"),
        ("aanstaande 15 juni", "2023-06-15"),
        ("afgelopen woensdag 31 mei", "2023-05-31"),
        ("15 juni van dit jaar", "2023-06-15"),
        ("15 juni vorig jaar", "2022-06-15"),
        ("30 april t/m 2 mei jl.", "2023-04-30/2023-05-02"),
        ("30 december tot en met 2 januari a.s.", "2023-12-30/2024-01-02"),
    ],
)
def test_words_for_past_or_future_make_a_year_certain(text: str, edtf: str) -> None:
    found = only(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("week 30 a.s.", "2023-W30"),
        ("week 40 jl.", "2022-W40"),
        ("Prinsjesdag jl.", "2022-09-20"),
        ("do 8/6 a.s.", "2023-06-08"),
    ],
)
def test_words_for_past_or_future_apply_to_weeks_and_named_days(text: str, edtf: str) -> None:
    [found] = scan_dates(text, date(2023, 6, 1))
    assert (found.text, found.when.text, found.certain) == (text, edtf, True)


@pytest.mark.parametrize(
    ("text", "edtf", "other"),
    [
        ("eind mei jl.", "2023-05", "2024-05"),  # not over yet
        ("begin mei a.s.", "2025-05", "2024-05"),
        ("mei a.s.", "2024-05", "2025-05"),
        ("komende mei", "2024-05", "2025-05"),
        ("week 21 jl.", "2024-W21", "2023-W21"),
        ("21 mei jl.", "2023-05-21", "2024-05-21"),  # a day before it, or almost a year
        ("19 mei a.s.", "2025-05-19", "2024-05-19"),
        ("30 mei t/m 2 juni jl.", "2023-05-30/2023-06-02", "2024-05-30/2024-06-02"),
    ],
)
def test_beside_the_date_of_the_text_another_year_may_be_meant(text: str, edtf: str, other: str) -> None:
    [found] = scan_dates(text, date(2024, 5, 20))
    assert (found.when.text, found.certain, found.alternatives) == (edtf, False, (other,))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("begin mei jl.", "2024-05"), ("eind mei a.s.", "2024-05"), ("20 mei jl.", "2024-05-20"),
        ("mei jl.", "2024-05"), ("afgelopen mei", "2024-05"),
        ("eind april jl.", "2024-04"), ("eind december jl.", "2023-12"), ("begin januari a.s.", "2025-01"),
    ],
)  # fmt: skip
def test_a_part_of_a_month_that_is_over_or_to_come_is_in_no_doubt(text: str, edtf: str) -> None:
    [found] = scan_dates(text, date(2024, 5, 20))
    assert (found.when.text, found.certain) == (edtf, True)


def test_listed_dates_share_the_year_at_the_end() -> None:
    found = scan_dates("8 juni, 15 juni en 6 juli 2023")
    assert [(each.when.text, each.certain) for each in found] == [
        ("2023-06-08", True), ("2023-06-15", True), ("2023-07-06", True),
    ]  # fmt: skip


def test_a_date_after_a_dated_one_does_not_take_its_year() -> None:
    assert [each.when.text for each in scan_dates("8 juni 2023 en 6 maart")] == ["2023-06-08", "XXXX-03-06"]


def test_dates_on_both_sides_of_new_year_are_a_guess() -> None:
    first, second = scan_dates("12 december en 9 januari 2024")
    assert (first.when.text, first.certain) == ("2023-12-12", False)
    assert (second.when.text, second.certain) == ("2024-01-09", True)


@pytest.mark.parametrize(
    ("text", "edtf", "reason", "others"),
    [
        ("vrijdag 15 juni 2023", "2023-06-15", "15 June 2023 is a Thursday, not a Friday.", ()),
        ("maandag 15 januari 2023", "2023-01-15", "15 January 2023 is a Sunday, not a Monday.", ("2024-01-15",)),
        ("do 15 en za 16 juni 2023", "2023-06-15/2023-06-16", "16 June 2023 is a Friday, not a Saturday.", ()),
        ("woensdag 15 juni", "2023-06-15", "15 June 2023 is a Thursday, not a Wednesday.", ("2022-06-15",)),
        ("vrijdag de 15e van deze maand", "2023-06-15", "15 June 2023 is a Thursday, not a Friday.", ()),
        ("vrijdagavond 15 juni 2023", "2023-06-15", "15 June 2023 is a Thursday, not a Friday.", ()),
        ("dinsdagen 5 juni 2023", "2023-06-05", "5 June 2023 is a Monday, not a Tuesday.", ()),
    ],
)
def test_a_weekday_that_does_not_match_is_reported(text: str, edtf: str, reason: str, others: tuple[str, ...]) -> None:
    found = only(text)
    assert (found.when.text, found.certain, found.reason, found.alternatives) == (edtf, False, reason, others)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31 juni 2023", "There is no 31 June: that month has 30 days."),
        ("31 juni", "There is no 31 June: that month has 30 days."),
        ("29 februari 2023", "There is no 29 February 2023: that month has 28 days."),
        ("30 februari", "There is no 30 February: that month has 29 days."),
        ("15-31 juni 2023", "There is no 31 June: that month has 30 days."),
        ("31-06-2023", "There is no 31 June: that month has 30 days."),
        ("2023-02-30", "There is no 30 February 2023: that month has 28 days."),
        ("16-15 juni 2023", "The range ends before it begins."),
        ("2 juli 2023 – 30 juni 2023", "The range ends before it begins."),
    ],
)
def test_a_date_that_does_not_exist_is_reported_and_not_corrected(text: str, reason: str) -> None:
    for written in (None, JUNE_2023):
        found = only(text, written)
        assert (found.text, found.when.text, found.certain, found.reason) == (text, "unknown", False, reason)


def test_a_date_with_the_month_first_is_unknown() -> None:
    found = only("03/25/2023")
    assert (found.when.text, found.reason, found.alternatives) == ("unknown", "There is no month 25.", ("2023-03-25",))


@pytest.mark.parametrize(
    ("text", "mention", "edtf", "reason", "others"),
    [
        ("9-3-23", "9-3-23", "2023-03-09", "The century of the year is not stated.", ("1923-03-09",)),
        ("9-3-'23", "9-3-'23", "2023-03-09", "The century of the year is not stated.", ("1923-03-09",)),
        ("9-3-’23", "9-3-’23", "2023-03-09", "The century of the year is not stated.", ("1923-03-09",)),
        ("d.d. 9.3.23", "9.3.23", "2023-03-09", "The century of the year is not stated.", ("1923-03-09",)),
        ("15 juni ’23", "15 juni ’23", "2023-06-15", "The century of the year is not stated.", ()),
        (
            "15 juni 20231",
            "15 juni 2023",
            "2023-06-15",
            "The digits after the year are read as a footnote's number.",
            (),
        ),
        (
            "1 1 oktober 2024",
            "1 oktober 2024",
            "2024-10-01",
            "The digit before the day may belong to it.",
            ("2024-10-11",),
        ),
    ],
)
def test_unclear_spelling_is_reported(text: str, mention: str, edtf: str, reason: str, others: tuple[str, ...]) -> None:
    found = only(text)
    assert (found.text, found.when.text, found.reason, found.alternatives) == (mention, edtf, reason, others)


def test_days_to_choose_from_are_uncertain() -> None:
    found = scan_dates("8 of 9 juni 2023")
    assert [each.when.text for each in found] == ["2023-06-08", "2023-06-09"]
    assert {each.reason for each in found} == {"The text leaves open which of these dates it is."}


def test_a_range_without_a_year_stays_without_one() -> None:
    same_month = only("15 – 16 juni", None)
    assert (same_month.when.text, same_month.certain) == ("XXXX-06-15/XXXX-06-16", True)
    assert only("30 mei t/m 2 juni", None).when.text == "XXXX-05-30/XXXX-06-02"
    assert only("16-15 juni", None).when.text == "unknown"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("9 maart 2023¹", "2023-03-09"),
        ("9 maart 2023¹²", "2023-03-09"),
        ("9 maart¹ 2023", "2023-03-09"),
        ("5-6-2023¹", "2023-06-05"),
        ("maart 2023¹", "2023-03"),
        ("eind 2023¹", "2023"),
        ("Q3 2023¹", "2023-07/2023-09"),
        ("week 24 2023¹", "2023-W24"),
        ("9 maart 2023[1]", "2023-03-09"),
        ("9 maart\u00ad 2023", "2023-03-09"),
        ("15 juni, 2023", "2023-06-15"),
        ("donderdag 15 juni (2023)", "2023-06-15"),
        ("9 maart van 2023", "2023-03-09"),
        ("9 maart van het jaar 2023", "2023-03-09"),
    ],
)
def test_a_stated_year_is_used_despite_footnotes_and_punctuation(text: str, edtf: str) -> None:
    found = only(f"Brief van {text}.", date(2025, 6, 5))
    assert (found.when.text, found.certain) == (edtf, True)


def test_a_number_with_an_exponent_is_no_day() -> None:
    assert [each.when.text for each in scan_dates("10³ mei 2023")] == ["2023-05"]


def test_the_year_of_a_later_date_applies_across_op() -> None:
    found = scan_dates("op 3 en 4 mei en op 7 juni 2023", date(2025, 6, 5))
    assert [(each.when.text, each.certain) for each in found] == [
        ("2023-05-03/2023-05-04", True), ("2023-06-07", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["van maart naar april 2024", "van week 10 naar week 12 van 2024", "van 3 naar 5 maart 2024"]
)
def test_the_old_date_of_a_move_is_uncertain(text: str) -> None:
    first, last = scan_dates(text)
    assert not first.certain
    assert last.certain


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("vrijdag 15 december", "2023-12-15"),
        ("zondag 15 december", "2024-12-15"),  # 15 December 2023 is slightly nearer, but a Friday
        ("donderdag 15 december", "2022-12-15"),
    ],
)
def test_a_weekday_decides_between_years(text: str, edtf: str) -> None:
    [found] = scan_dates(text, date(2023, 6, 20) if "2024" not in edtf else date(2024, 6, 10))
    assert (found.when.text, found.certain) == (edtf, False)


def test_weeks_on_both_sides_of_new_year_are_consecutive() -> None:
    assert [each.when.text for each in scan_dates("weken 52 en 1", date(2026, 4, 1))] == ["2025-W52", "2026-W01"]
    assert [each.when.text for each in scan_dates("weken 52 en 1 van 2027")] == ["2026-W52", "2027-W01"]


@pytest.mark.parametrize("mark", ["-", "–", "  - "])
def test_a_dash_at_the_start_of_a_line_is_a_bullet(mark: str) -> None:
    found = scan_dates(f"{mark} 3 februari 2026\n{mark} 10 maart 2026")
    assert [each.when.text for each in found] == ["2026-02-03", "2026-03-10"]
    found = scan_dates(f"Brief van 3 februari 2026\n{mark} 10 maart 2026")
    assert [each.when.text for each in found] == ["2026-02-03", "2026-03-10"]


def test_two_dates_with_a_slash_between_are_uncertain() -> None:
    assert [each.certain for each in scan_dates("3 februari 2026 / 10 maart 2026")] == [False, False]


def test_a_word_for_past_or_future_applies_to_one_date() -> None:
    first, second = scan_dates("3 februari, 12 december jl.", date(2026, 1, 15))
    assert (first.certain, second.certain) == (False, True)


def test_two_dates_with_op_between_are_no_range_unless_consecutive() -> None:
    for text in ("de brief van 3 juni 2024 op 8 juli 2024 ontvangen", "- 3 juni 2024\nOp 8 juli 2024 is er een debat"):
        assert [(each.when.text, each.certain) for each in scan_dates(text)] == [
            ("2024-06-03", True), ("2024-07-08", True),
        ]  # fmt: skip
    assert [each.when.text for each in scan_dates("in de nacht van 8 op 9 juni 2024")] == ["2024-06-08/2024-06-09"]
    assert [each.when.text for each in scan_dates("31 mei 2024 op 1 juni 2024")] == ["2024-05-31/2024-06-01"]


@pytest.mark.parametrize("text", ["“maandag 24 juni 2025”", "gisteren/maandag 24 juni 2025"])
def test_a_weekday_after_punctuation_is_checked(text: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == ("2025-06-24", False)


def test_a_range_does_not_take_the_year_of_the_date_after_it() -> None:
    found = scan_dates("30 juni 2023 t/m 2 juli, 5 augustus 2024")
    assert [each.when.text for each in found] == ["2023-06-30/2023-07-02", "2024-08-05"]
