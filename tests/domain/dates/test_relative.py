"""Dates relative to the date of the text: 1 June 2023, a Thursday in week 22."""

from datetime import date

import pytest

from briefcli.domain.dates.in_text import scan_dates

THURSDAY = date(2023, 6, 1)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("vandaag", "2023-06-01"),
        ("Morgen", "2023-06-02"),
        ("overmorgen", "2023-06-03"),
        ("gisteren", "2023-05-31"),
        ("gisteravond", "2023-05-31"),
        ("volgende week dinsdag", "2023-06-06"),
        ("vorige week vrijdag", "2023-05-26"),
        ("dinsdag volgende week", "2023-06-06"),
        ("deze week", "2023-W22"),
        ("volgende week", "2023-W23"),
        ("deze vrijdag", "2023-06-02"),
        ("dinsdag (volgende week) om 10 uur", "2023-06-06T10:00"),
        ("maandag en dinsdag a.s.", "2023-06-05/2023-06-06"),
        ("maandag en dinsdag jl.", "2023-05-29/2023-05-30"),
        ("volgende week maandag t/m woensdag", "2023-06-05/2023-06-07"),
        ("volgende week maandag, dinsdag en woensdag", "2023-06-05/2023-06-07"),
        ("vanavond om 8 uur", "2023-06-01T20:00"),
        ("morgenmiddag om 2 uur", "2023-06-02T14:00"),
        ("aanstaande donderdag", "2023-06-08"),
        ("aanstaande \nvrijdag", "2023-06-02"),
        ("afgelopen woensdag", "2023-05-31"),
        ("maandag a.s.", "2023-06-05"),
        ("donderdag jl.", "2023-05-25"),
        ("vorige maand", "2023-05"),
        ("volgende maand", "2023-07"),
        ("vorig jaar", "2022"),
        ("begin volgend jaar", "2024"),
        ("eind deze maand", "2023-06"),
        ("early next year", "2024"),
        ("dit weekend", "2023-06-03/2023-06-04"),
    ],
)
def test_relative_dates_count_from_the_date_of_the_text(text: str, edtf: str) -> None:
    [found] = scan_dates(f"En {text}, dus", THURSDAY)
    assert (found.text, found.when.text, found.certain) == (text, edtf, True)


@pytest.mark.parametrize(
    ("text", "edtf", "others"),
    [
        ("volgende vrijdag", "2023-06-02", ("2023-06-09",)),
        ("volgend vrijdag", "2023-06-02", ("2023-06-09",)),
        ("vorige dinsdag", "2023-05-30", ("2023-05-23",)),
        ("jl. woensdag", "2023-05-31", ("2023-06-07",)),  # or `in de ministerraad jl. Woensdag volgt de brief`
        ("komende week", "2023-W23", ()),
        ("deze dinsdag", "2023-05-30", ("2023-06-06",)),
        ("morgen over een week", "2023-06-09", ("2023-06-02",)),
        ("vrijdag over twee weken", "2023-06-16", ("2023-06-02",)),
        ("maandag over twee weken", "2023-06-19", ("2023-06-12", "2023-06-05")),
        ("volgende week maandag of dinsdag", "2023-06-05", ("2023-06-06",)),
        ("aanstaande maandag of dinsdag", "2023-06-05", ("2023-06-06",)),
        ("volgende week maandag en donderdag", "2023-06-05", ("2023-06-08",)),
        ("deadline: vrijdag", "2023-06-02", ("2023-05-26",)),
        ("vrijdag de 14e", "2023-07-14", ()),
        ("komend weekend", "2023-06-03/2023-06-04", ()),
        ("volgend weekend", "2023-06-10/2023-06-11", ()),
        ("twee weken geleden", "2023-W20", ()),
        ("drie dagen geleden", "2023-05-29", ()),
        ("anderhalf jaar geleden", "2021", ()),
        ("over anderhalve week", "2023-W23", ()),
        ("binnen anderhalve maand", "../2023-07-14", ()),
        ("binnen 2 à 3 weken", "../2023-06-23", ()),
        ("binnen 6-8 weken", "../2023-07-28", ()),
        ("in de loop van maart", "2023-03", ("2024-03",)),
        ("halverwege juli", "2023-07", ("2022-07",)),
        ("eind van de maand juli", "2023-07", ("2022-07",)),
        ("eind vd maand", "2023-06", ()),
        ("in het najaar", "2023", ("2022",)),
        ("in het voorjaar", "2023", ("2022",)),
        ("afgelopen maand", "2023-05", ()),
    ],
)
def test_ambiguous_relative_dates_are_uncertain(text: str, edtf: str, others: tuple[str, ...]) -> None:
    [found] = scan_dates(text, THURSDAY)
    assert (found.when.text, found.certain, found.alternatives) == (edtf, False, others)


@pytest.mark.parametrize(
    "text", ["goede morgen", "in de morgen", "elke morgen", "donderdag", "op maandagen", "dinsdag de 6e Kamer"]
)
def test_words_without_a_reference_to_the_text_are_ignored(text: str) -> None:
    assert scan_dates(text, THURSDAY) == []


def test_dates_outside_the_calendar_are_ignored() -> None:
    assert scan_dates("morgen, volgende week en volgende maand", date.max) == []
    assert scan_dates("gisteren en vorig jaar", date.min) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("binnen drie weken ontvangt u een brief", "../2023-06-23"),
        ("binnen 2 maanden", "../2023-08-02"),
        ("eind Q3", "2023-07/2023-09"),
        ("komende zomer", "2024"),
        ("next summer", "2024"),
        ("binnen een dag", "../2023-06-03"),
        ("binnen tien werkdagen", "../2023-06-16"),
        ("binnen een half jaar", "../2023-12-02"),
        ("binnen een kwartaal", "../2023-09-02"),
        ("voor het voorjaar", "../2024-04-01"),
        ("na het najaar", "2023-12-01/.."),
        ("voor de zomer van volgend jaar", "../2024-07-01"),
        ("voor najaar 2024", "../2024-10-15"),
        ("weken 24 en 25", "2023-W24/2023-W25"),
    ],
)
def test_a_term_is_never_more_exact_than_stated(text: str, edtf: str) -> None:
    [found] = scan_dates(text, THURSDAY)
    assert (found.when.text, found.certain) == (edtf, False)


@pytest.mark.parametrize(
    "text",
    [
        "binnen drie weken na de top",
        "vandaag de dag",
        "Morgen is er weer een dag.",
        "de wereld van morgen",
        "een plan voor morgen",
        "het Nederland van morgen 2050",
        "een plan voor morgen 3 keer printen",
        "de school van morgen 2.0",
        "the day after today",
        "vandaag of morgen",
        "ruim voor het zomerreces",
    ],
)
def test_figures_of_speech_and_other_terms_give_no_date(text: str) -> None:
    assert not scan_dates(text, THURSDAY)


def test_the_word_for_future_may_precede_the_weekday() -> None:
    [found] = scan_dates("a.s. donderdag overlegt de minister", THURSDAY)
    assert found.when.text == "2023-06-08"


@pytest.mark.parametrize(
    ("text", "edtf", "certain"),
    [
        ("tomorrow", "2023-06-02", True),
        ("yesterday", "2023-05-31", True),
        ("day after tomorrow", "2023-06-03", True),
        ("next month", "2023-07", True),
        ("last week", "2023-W21", True),
        ("this Friday", "2023-06-02", True),
        ("next Thursday", "2023-06-08", False),
        ("over twee weken", "2023-W24", False),
        ("over 3 dagen", "2023-06-04", False),
        ("over drie maanden", "2023-09", False),
        ("over een jaar", "2024", False),
    ],
)
def test_english_and_counted_dates_are_no_more_exact_than_stated(text: str, edtf: str, certain: bool) -> None:
    [found] = scan_dates(f"En {text}, dus", THURSDAY)
    assert (found.text, found.when.text, found.certain) == (text, edtf, certain)
    assert scan_dates(f"En {text}, dus") == []


@pytest.mark.parametrize("text", ["the world of tomorrow", "today's rules", "the last week of the session"])
def test_english_lookalikes_of_relative_dates_are_ignored(text: str) -> None:
    assert scan_dates(text, THURSDAY) == []
