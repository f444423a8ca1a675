"""A planning in a table keeps its rows together, and each gives a deadline."""

from itertools import chain
from pathlib import Path

import pytest
from tests.memo.extract.files import opendocument, paragraph, run, word

from briefcli.memo.extract.pdf_lines import Glyph, page_lines
from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo

ABOVE = ["Aan: de minister", "Datum: 3 februari 2031", "Nota", "Aanleiding", "Iets.", "Kernpunten", "Iets.", "Planning"]
ROWS = [
    ["Wie", "Wanneer", "Wat"],
    ["DWB", "10 feb 2031", "Geannoteerde agenda naar de Kamer"],
    ["", "uiterlijk 20-02-2031", "Inbreng"],
    ["DIE", "week 10", "Terugkoppeling"],
]
READ = [
    "• Wat | Wanneer | Wie",
    "• Geannoteerde agenda naar de Kamer | 10 feb 2031 | DWB",
    "• Inbreng | uiterlijk 20-02-2031 | –",
    "• Terugkoppeling | week 10 | DIE",
]


def _word(rows: list[list[str]]) -> bytes:
    cells = ["".join(f"<w:tc>{paragraph(run(each))}</w:tc>" for each in row) for row in rows]
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    return word("".join(paragraph(run(each)) for each in ABOVE) + table + paragraph(run("Toezeggingen")))


def _opendocument(rows: list[list[str]]) -> bytes:
    cells = ["".join(f"<table:table-cell><text:p>{x}</text:p></table:table-cell>" for x in row) for row in rows]
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    above = "".join(f"<text:p>{each}</text:p>" for each in ABOVE)
    return opendocument(f"{above}<table:table>{table}</table:table><text:p>Toezeggingen</text:p>")


@pytest.mark.parametrize("file", [_word, _opendocument])
def test_each_row_of_a_planning_is_one_line_and_a_deadline(file) -> None:  # type: ignore[no-untyped-def]
    memo = read_memo(Path("memo"), file(ROWS))
    texts = [line.text for line in memo.lines if line.text]
    assert texts[-5:-1] == READ
    deadlines = import_memo(memo).agenda.deadlines
    assert [(each.title, str(each.due), each.owner) for each in deadlines] == [
        ("Geannoteerde agenda naar de Kamer", "2031-02-10", "DWB"),
        ("Inbreng", "2031-02-20", None),
        ("Terugkoppeling", "2031-W10", "DIE"),
    ]


@pytest.mark.parametrize("file", [_word, _opendocument])
def test_another_table_stays_as_it_is(file) -> None:  # type: ignore[no-untyped-def]
    memo = read_memo(Path("memo"), file([["Datum", "3 februari 2031"], ["Wat", "Dijken"]]))
    words = " ".join(line.text for line in memo.lines)
    assert [word for word in ("Datum", "3 februari 2031", "Wat", "Dijken") if word not in words] == []
    assert "|" not in words


def test_a_table_in_a_pdf_goes_on_below_names_that_are_centred() -> None:
    # The first name is nearly above its cells by chance, the others are not
    def line(bottom: float, *pieces: tuple[float, str]) -> list[Glyph]:
        return [Glyph(char, 10, left + 5 * at, bottom) for left, text in pieces for at, char in enumerate(f"{text} ")]

    names = line(280, (61, "Wanneer"), (160, "Wat"), (250, "Wie"))
    rows = [
        [line(248, (60, "5 februari")), line(234, (60, "2031")), line(248, (124, "Agenda")), line(248, (229, "DWB"))],
        [line(188, (60, "10 februari")), line(174, (60, "2031")), line(188, (124, "Debat")), line(188, (229, "DIE"))],
    ]
    read = page_lines([names, *chain.from_iterable(rows), line(100, (60, "Daarna volgt een verslag."))])
    assert [each.strip() for each in read if each] == [
        "• Wat | Wanneer | Wie", "• Agenda | 5 februari 2031 | DWB", "• Debat | 10 februari 2031 | DIE",
        "Daarna volgt een verslag.",
    ]  # fmt: skip


def test_a_large_heading_and_one_in_capitals_are_whole_and_two_headings_stay_two() -> None:
    def line(bottom: float, size: float, text: str) -> list[Glyph]:
        return [Glyph(char, size, 60 + size * at / 2, bottom) for at, char in enumerate(text)]

    body = [
        line(540 - 14 * at, 10, "De Raad spreekt over het riet en over de dijken langs de rivier") for at in range(4)
    ]
    printed = [line(700, 26, "Verslag van de Raad"), line(668, 26, "Rietbeheer, 2 juni 2031")]
    printed += [
        line(640, 10, "GEANNOTEERDE AGENDA VOOR DE RAAD VAN HET RIET EN DE"),
        line(626, 10, "DIJKENBOUWERS"),
    ]
    printed += [line(580, 14, "1. Riet"), line(560, 14, "2. Dijken"), *body]
    lines = [each for each in page_lines(printed) if each]
    assert lines[:4] == [
        "Verslag van de Raad Rietbeheer, 2 juni 2031",
        "GEANNOTEERDE AGENDA VOOR DE RAAD VAN HET RIET EN DE DIJKENBOUWERS",
        "1. Riet",
        "2. Dijken",
    ]


@pytest.mark.parametrize("file", [_word, _opendocument])
def test_rows_of_a_report_that_begin_with_number_and_subject_are_items(file) -> None:  # type: ignore[no-untyped-def]
    rows = [
        ["Agendapunt", "Bespreking", "Actie"],
        ["1. Opening", "Geen.", ""],
        ["2. Riet", "Het riet groeit.", "DWB belt."],
    ]
    texts = [line.text for line in read_memo(Path("memo"), file(rows)).lines if line.text]
    assert texts[-6:-1] == [
        "1. Opening",
        "Bespreking: Geen.",
        "2. Riet",
        "Bespreking: Het riet groeit.",
        "Actie: DWB belt.",
    ]
