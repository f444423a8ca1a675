"""Which expressions are dates, their positions, and what they mean."""

import csv
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import any_text

from briefcli.domain.dates.in_text import DateMention, date_of_text, scan_dates
from briefcli.domain.dates.words import FULL_MONTHS
from briefcli.domain.when import Grain, parse_when

SHARED = Path(__file__).parents[3].parent / "shared"
JUNE_2023 = date(2023, 6, 1)


def read(text: str, written: date | None = None) -> list[tuple[str, str]]:
    return [(each.text, each.when.text) for each in scan_dates(text, written)]


def test_a_date_written_in_full_is_certain() -> None:
    for text, edtf in [
        ("15 juni 2023", "2023-06-15"),
        ("15 JUNI 2023", "2023-06-15"),
        ("15\u00a0juni\u00a02023", "2023-06-15"),
        ("1e juni 2023", "2023-06-01"),
        ("1ste juni 2023", "2023-06-01"),
        ("15-juni-2023", "2023-06-15"),
        ("8 juni \n\n2023", "2023-06-08"),
        ("18 \nmaart 2009", "2009-03-18"),
        ("15 jan. 2024", "2024-01-15"),
        ("3 febr. 2024", "2024-02-03"),
        ("12 mrt 2024", "2024-03-12"),
        ("4 sept. 2024", "2024-09-04"),
        ("donderdag 15 juni 2023", "2023-06-15"),
        ("do. 15 juni 2023", "2023-06-15"),
        ("donderdag, 15 juni 2023", "2023-06-15"),
        ("15 en 16 juni 2023", "2023-06-15/2023-06-16"),
        ("15-16 juni 2023", "2023-06-15/2023-06-16"),
        ("15-\n\n16 juni 2023", "2023-06-15/2023-06-16"),
        ("14 - 15 februari 2024", "2024-02-14/2024-02-15"),
        ("15 – 16 juni 2023", "2023-06-15/2023-06-16"),
        ("15 tot en met 17 juni 2023", "2023-06-15/2023-06-17"),
        ("11, 12 en 13 juli 2023", "2023-07-11/2023-07-13"),
        ("donderdag 15 en vrijdag 16 juni 2023", "2023-06-15/2023-06-16"),
        ("30 juni – 2 juli 2023", "2023-06-30/2023-07-02"),
        ("30 juni 2023 t/m 2 juli 2023", "2023-06-30/2023-07-02"),
        ("30 december – 2 januari 2024", "2023-12-30/2024-01-02"),
        ("30 december 2023 – 2 januari", "2023-12-30/2024-01-02"),
        ("9/3/2023", "2023-03-09"),
        ("09.03.2023", "2023-03-09"),
        ("09-03-2023", "2023-03-09"),
        ("05/01/2026", "2026-01-05"),
        ("09-03-2023 t/m 12-03-2023", "2023-03-09/2023-03-12"),
        ("2023-06-15", "2023-06-15"),
        ("2023-06-15/2023-06-16", "2023-06-15/2023-06-16"),
        ("13.VI.2024", "2024-06-13"),
        ("14.-16.6.2024", "2024-06-14/2024-06-16"),
        ("eerste semester 2025", "2025-01/2025-06"),
        ("13-XII-2024", "2024-12-13"),
        ("vrijdag de 14e van juni 2024", "2024-06-14"),
        ("2024 02 01", "2024-02-01"),
        ("2024/02/01", "2024-02-01"),
        ("2024-2-1", "2024-02-01"),
        ("2024_02_01", "2024-02-01"),
    ]:
        found = [(each.text, each.when.text, each.certain, each.reason) for each in scan_dates(f"Op {text}. En verder")]
        assert found == [(text, edtf, True, None)]


def test_words_before_a_date_are_no_part_of_it() -> None:
    assert read("De brief d.d. 09-03-2023, en van 30 juni t/m 2 juli 2023.") == [
        ("09-03-2023", "2023-03-09"),
        ("30 juni t/m 2 juli 2023", "2023-06-30/2023-07-02"),
    ]


def test_days_that_are_not_consecutive_are_separate_dates() -> None:
    assert read("5 en 12 juni 2023") == [("5", "2023-06-05"), ("12 juni 2023", "2023-06-12")]
    assert read("10-12 en 15-16 juni 2023") == [
        ("10-12", "2023-06-10/2023-06-12"),
        ("15-16 juni 2023", "2023-06-15/2023-06-16"),
    ]


def test_tussen_makes_a_range() -> None:
    assert read("tussen 15 en 20 juni 2023") == [("15 en 20 juni 2023", "2023-06-15/2023-06-20")]
    assert read("tussen 15 juni en 3 juli 2023") == [("15 juni en 3 juli 2023", "2023-06-15/2023-07-03")]


def test_a_number_that_counts_something_else_is_no_day() -> None:
    assert read("nr. 4, 28 februari 2022") == [("28 februari 2022", "2022-02-28")]
    assert read("de nrs. 4 en 28 februari 2022") == [("28 februari 2022", "2022-02-28")]
    assert read("artikel 5, 6 en 7 juni 2023") == [("7 juni 2023", "2023-06-07")]
    assert read("Pagina 1 van 3\n\nMei 2023") == [("Mei 2023", "2023-05")]


def test_lookalikes_of_dates_are_ignored() -> None:
    for text in [
        "20232024", "2023-2024", "2023–2024", "2022/23", "vergaderjaar 2023-2024", "28 676, nr. 427", "nr. 12-3-4",
        "nr. 12-03-2023", "070-1234567", "06-12345678", "06-12-34-56-78", "+31 6 12 34 56 78", "1.000", "€ 1.10.23",
        "artikel 5, eerste lid", "Stb. 2023, 12", "21 501-28", "p. 12-13", "blz. 3 en 4", "hoofdstuk 3.2.10",
        "meisje", "gemeinte", "maartens", "maart", "Mei", "Juni", "augustus de heer", "kst-28676-427", "2023Z24775",
        "a12dec34f", "10.12.2023.5", "2023-06-151", "NL12 0123 4567 89", "2024 02 01 22", "5 2024 02 01", "in 2023",
        "nr. 2024-2-1", "release 2024-2-1", "Ons kenmerk: 2024-2-1", "projectnummer 2024-2-1",
        "per week 24 uur", "deze 12 mensen", "week van de democratie", "3 maal", "16,6 miljard in 2023",
        "goedemorgen", "99-99-2023", "45-13-2023", "3 en 4 ministers", "1/2", "A5 mei-nummer", "winter 2023",
        "nr. 20260310", "kenmerk 20260310", "KVK 20260310", "20261310", "202603101", "12-03-2026t",
        "deel (5/3)", "versie (5/3)", "pagina (1/3)", "FTE 12/3", "1 t/m 3/4 van de leden",
    ]:  # fmt: skip
        assert read(text) == []
        assert read(f"({text})") == []


def test_relative_dates_are_ignored_if_the_text_has_no_date() -> None:
    assert read("Morgen, volgende week dinsdag en vorige maand") == []


def test_mentions_are_in_order_with_positions_in_code_points() -> None:
    text = "\U0001f1f3\U0001f1f1 İ: eind juni 2023, 15 mei 2024 en week 24 van 2024"
    found = scan_dates(text)
    assert [each.when.text for each in found] == ["2023-06", "2024-05-15", "2024-W24"]
    assert [text[each.start : each.end] for each in found] == ["eind juni 2023", "15 mei 2024", "week 24 van 2024"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Datum\n15 januari 2024\nBetreft", "2024-01-15"),
        ("Datum: 15-01-2024", "2024-01-15"),
        ("Aan de Voorzitter\n\nDen Haag, 5 juni 2023\n\nGeachte", "2023-06-05"),
        ("’s-Gravenhage, 5 juni 2023", "2023-06-05"),
        ("Voorgesteld 28 februari 2022", "2022-02-28"),
        ("Den Haag, 5 juni 2023\nDatum\n6 juni 2023", "2023-06-06"),
        ("Datum nota: 5 juni 2023", "2023-06-05"),
        ("Datum | 5 juni 2023", "2023-06-05"),
        ("Den Haag 5 juni 2023\n", "2023-06-05"),
        ("Van: De Wit\nVerzonden: maandag 5 juni 2023 14:30\nOnderwerp: Raad", "2023-06-05"),
    ],
)
def test_the_date_of_a_text_is_read_from_its_head(text: str, expected: str) -> None:
    when = date_of_text(text)
    assert when is not None
    assert when.text == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Op 15 juni 2023 komen de ministers bijeen.",
        "Datum\n1 1 oktober 2024",
        "Datum: 9-3-23",
        "Datum: 15 juni",
        "Datum: 15 en 16 juni 2023",
        "Datum: juni 2023",
        "Datum vergadering 15 juni 2023",
        "Milieuraad 15 juni 2023",
        "15 juni 2023 om 14.30 uur\nDebat",
        "Datum: vrijdag 15 juni 2023",
        "Vilnius, 11 juli 2023 is de dag van de top",
    ],
)
def test_the_date_of_a_text_is_not_guessed(text: str) -> None:
    assert date_of_text(text) is None


PIECES = st.sampled_from([
    "", "0", "1", "2", "9", "12", "15", "29", "30", "31", "32", "99", "2023", "2024", "20232024", "9999",
    "juni", "jun.", "mei", "maart", "febr.", "december", "week", "wk", "kwartaal", "helft", "¹", "eerste",
    "q1", "eind", "begin",
    "voorjaar", "en", "of", ",", "-", "–", "/", ".", "t/m", "tot", "met", "van", "tussen", "de", "om", "uur", "14.30",
    "24.00", "maandag", "do.", "vrijdag", "jl.", "a.s.", "aanstaande", "vorige", "volgende", "deze", "jaar", "maand",
    "morgen", "datum", "Den Haag,", "(", ")", "nr.", "artikel", "\n", "\t", "\u00a0", "'", "’23", "09-03-2023",
    "31-02-2023", "2023-06-15", "rond", "mogelijk", "(?)", "o.v.b.", "T09:30", "\u0130", "\u202e", "\x00", "\U0001f600",
])  # fmt: skip
TEXTS = st.one_of(any_text(), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join))
WRITTEN = st.one_of(st.none(), st.dates())


@given(TEXTS, WRITTEN)
def test_mentions_in_any_text_are_consistent_with_it(text: str, written: date | None) -> None:
    end = 0
    for found in scan_dates(text, written):
        assert found.text == text[found.start : found.end] != ""
        assert found.start >= end
        end = found.end
        assert parse_when(found.when.text) == found.when
        assert found.certain is (found.reason is None)
        assert all(parse_when(other).grain is not Grain.UNKNOWN for other in found.alternatives)
        assert found.when.text not in found.alternatives


@given(TEXTS)
def test_the_date_of_any_text_is_a_day_or_none(text: str) -> None:
    when = date_of_text(text)
    assert when is None or when.day is not None


@given(
    st.dates(date(1800, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["{d} {m} {y}", "{d:02} \n{m}\n{y}", "{d}-{n}-{y}", "{y}-{n:02}-{d:02}"]),
)
def test_every_written_day_is_read_back(day: date, form: str) -> None:
    text = form.format(d=day.day, m=FULL_MONTHS[day.month - 1], n=day.month, y=day.year)
    assert read(f"op {text} was") == [(text, day.isoformat())]


@pytest.mark.parametrize(
    "piece",
    [
        "1234567890", "1 ", "1-", "1 en ", "1, ", "15 mei ", "15 mei en ", "2023-06-", "nr. ", "(", " ",
        "week ", "1          ", "do 15 en ", "mei, ", "q1 en ", "mogelijk op ", "15 mei 2023 (", "eerste t/m ",
        "15 t/m ", "de morgen ", "volgende week ", "15 mei 2023 om 14.30 uur tot ", "had 1 mei 2023 moeten ",
        "drie weken geleden ", "14 en 15/3 ", "in juni/juli/", "binnen 2 - 3 weken ",
        "op 14/3 en 15/3, ", "22/01: x\n", "week 21, 22, 23 van 2024 ", "sep-25 ", "1400 uur ", "begin van volgend ",
    ],
)  # fmt: skip
def test_scanning_time_is_not_quadratic(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        scan_dates(text, JUNE_2023)
        return time.process_time() - start

    assert seconds(1_500) < 25 * seconds(150) + 0.01  # quadratic time would take 100 times as long


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder with shared facts is not there")
def test_collected_date_expressions_are_read_as_a_whole() -> None:
    with (SHARED / "facts" / "date_expressions.tsv").open(encoding="utf-8") as file:
        examples = [row["example1"].replace("\\n", "\n") for row in csv.DictReader(file, delimiter="\t")]
    assert examples
    for example in examples:
        found = [each.text for each in scan_dates(example)]
        if example == "20232024":
            assert found == []
        else:
            assert found in ([example], [example.removesuffix(".")])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder with shared memos is not there")
def test_every_date_of_the_memo_is_found() -> None:
    text = (SHARED / "memos" / "dmm-2023-06.txt").read_text(encoding="utf-8")
    assert [when for _, when in read(text, date(2023, 6, 2))] == [
        "2023-06-15/2023-06-16", "2023-06-08", "2023-07-11/2023-07-12", "2023-06-15/2023-06-16", "2023-03-09",
        "2023-06-08", "2023-06-15/2023-06-16", "2023-05-12", "2023-03-17", "2023-02-03", "2022-02-28",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["in de week van 12 juni 2023", "de week van maandag 12 juni 2023"])
def test_the_week_of_a_day_is_not_that_day(text: str) -> None:
    (found,) = scan_dates(text)
    assert (found.when.text, found.certain) == ("2023-06-12", False)
    assert found.reason == "The text names the week of this day, not the day."


def test_a_mention_has_text_position_date_and_doubt() -> None:
    [found] = scan_dates("op vrijdag 15 juni 2023")
    assert found == DateMention(
        text="vrijdag 15 juni 2023",
        start=3,
        end=23,
        when=parse_when("2023-06-15"),
        doubt="15 June 2023 is a Thursday, not a Friday.",
    )


@pytest.mark.parametrize(
    ("text", "edtf", "certain"),
    [
        ("in de nacht van 8 op 9 juni 2023", "2023-06-08/2023-06-09", True),
        ("van donderdag 8 op vrijdag 9 juni 2023", "2023-06-08/2023-06-09", True),
        ("de brief 3 op 9 juni 2023", "2023-06-09", True),
        ("25-sep-24", "2024-09-25", False),
        ("12 juni 24", "XXXX-06-12", False),
        ("12 juni 2024/25", "XXXX-06-12", False),
        ("den 12den juni 1924", "1924-06-12", True),
        ("twaalf juni 2024", "2024-06", False),
    ],
)
def test_a_doubtful_day_or_year_makes_the_date_uncertain(text: str, edtf: str, certain: bool) -> None:
    [found] = scan_dates(text)
    assert (found.when.text, found.certain) == (edtf, certain)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("17-19/5/2024", "2024-05-17/2024-05-19"),
        ("17-19.05.2024", "2024-05-17/2024-05-19"),
        ("17 t/m 19-05-2024", "2024-05-17/2024-05-19"),
        ("30-04 t/m 02-05-2024", "2024-04-30/2024-05-02"),
        ("30-12 t/m 02-01-2025", "2024-12-30/2025-01-02"),
        ("01/02-05-2024", "2024-05-01/2024-05-02"),
        ("17.05.2024-19.05.2024", "2024-05-17/2024-05-19"),
        ("17.05.-19.05.2024", "2024-05-17/2024-05-19"),
    ],
)
def test_the_days_of_a_numeric_range_share_a_year(text: str, edtf: str) -> None:
    [found] = scan_dates(text)
    assert (found.text, found.when.text, found.certain) == (text, edtf, True)


def test_a_number_before_a_numeric_date_is_an_uncertain_day() -> None:
    first, second = scan_dates("12 en 19-05-2024")
    assert (first.when.text, first.certain) == ("2024-05-12", False)
    assert (second.when.text, second.certain) == ("2024-05-19", True)
    [alone] = scan_dates("artikel 5 en 19-05-2024")
    assert (alone.when.text, alone.certain) == ("2024-05-19", True)


def test_a_numeric_day_and_month_after_a_weekday_are_a_date() -> None:
    [found] = scan_dates("donderdag 16/5, 10.00 uur", date(2024, 5, 1))
    assert (found.text, found.when.text) == ("donderdag 16/5, 10.00 uur", "2024-05-16T10:00")


def test_days_that_share_a_numeric_month_are_a_range() -> None:
    [found] = scan_dates("op 14 en 15/3", date(2024, 3, 1))
    assert (found.text, found.when.text, found.certain) == ("14 en 15/3", "2024-03-14/2024-03-15", False)
    [found] = scan_dates("donderdag 14 en vrijdag 15/3", date(2024, 3, 1))
    assert found.when.text == "2024-03-14/2024-03-15"
    assert scan_dates("op 4 en 1/2 jaar", date(2024, 3, 1)) == []


def test_the_weekend_of_a_day_is_not_that_day() -> None:
    [found] = scan_dates("het weekend van 18 mei 2024")
    assert (found.when.text, found.certain) == ("2024-05-18", False)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("15en 16 juni 2023", "2023-06-15/2023-06-16"),
        ("1sten 2 juni 2023", "2023-06-01/2023-06-02"),
        ("15thand 16th June 2023", "2023-06-15/2023-06-16"),
        ("weken 9en 10 2023", "2023-W09/2023-W10"),
    ],
)
def test_a_missing_space_after_a_day_is_ignored(text: str, edtf: str) -> None:
    assert [found.when.text for found in scan_dates(text)] == [edtf]


def test_the_year_of_one_sentence_is_no_day_of_the_next() -> None:
    [_, month] = scan_dates("Dat was 5 juni 2024. Maart 2025 volgt.")
    assert (month.when.text, month.certain) == ("2025-03", True)
