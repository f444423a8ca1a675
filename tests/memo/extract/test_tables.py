"""The rows of a table of facts stay together; a form, a programme and a numbered list are read cell by cell."""

from collections.abc import Callable

import pytest
from tests.memo.extract.files import opendocument, paragraph, pdf, read_here, run, word

from briefcli.domain.agenda import Agenda, plain
from briefcli.domain.item import words_of
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.importer import import_memo
from briefcli.memo.layout.table_rows import DITTO, rows_together

ABOVE = ["Aan: de minister", "Datum: 3 februari 2031", "Nota", "Aanleiding", "Iets.", "Kernpunten", "Het water stijgt."]
Table = list[list[str]]
FIGURES = [["Bedragen", "2031", "2032"], ["Riet", "34.120", "€ 5 mln."], ["Krediet\nextra", "-120", "-340"]]
WORDS = [
    ["Onderwerp", "Inzet", "Krachtenveld"], ["Riet", "Geen heffing", "DK voor"], ["Gemalen", "Vertrouwelijk: 4%", "SE"],
]  # fmt: skip


def _word(above: list[str], rows: Table) -> bytes:
    cells = [["".join(paragraph(run(part)) for part in cell.split("\n")) for cell in row] for row in rows]
    table = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in cells)
    return word("".join(paragraph(run(each)) for each in above) + f"<w:tbl>{table}</w:tbl>" + paragraph(run("Einde.")))


def _opendocument(above: list[str], rows: Table) -> bytes:
    cells = [["".join(f"<text:p>{part}</text:p>" for part in cell.split("\n")) for cell in row] for row in rows]
    table = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{cell}</table:table-cell>' for cell in row)}</table:table-row>"
        for row in cells
    )
    written = "".join(f"<text:p>{each}</text:p>" for each in above)
    return opendocument(f"{written}<table:table>{table}</table:table><text:p>Einde.</text:p>")


def _text(above: list[str], rows: Table) -> bytes:
    lines = [f"| {' | '.join(cell.replace(chr(10), ' ') for cell in row)} |" for row in rows]
    return "\n".join([*above, "", *lines, "", "Einde."]).encode()


FORMATS = [_word, _opendocument, _text]


def _agenda(file: bytes) -> Agenda:
    return import_memo(read_here(file)).agenda


@pytest.mark.parametrize("file", FORMATS)
def test_each_row_of_figures_is_one_point(file) -> None:  # type: ignore[no-untyped-def]
    agenda = _agenda(file(ABOVE, FIGURES))
    assert [words_of(each) for each in agenda.key_points] == [
        "Het water stijgt.", "Bedragen | 2031 | 2032", "Riet | 34.120 | € 5 mln.", "Krediet extra | -120 | -340",
        "Einde.",
    ]  # fmt: skip
    assert [(each.amount, each.unit) for each in agenda.figures] == [(5, "mln. €")]


@pytest.mark.parametrize("file", FORMATS)
def test_a_row_with_a_mark_in_a_cell_is_withheld_as_a_whole(file) -> None:  # type: ignore[no-untyped-def]
    agenda = _agenda(file(ABOVE, WORDS))
    assert [words_of(each) for each in agenda.key_points[1:3]] == [
        "Onderwerp | Inzet | Krachtenveld", "Riet | Geen heffing | DK voor",
    ]  # fmt: skip
    assert [words_of(each.text) for each in agenda.withheld] == ["Gemalen | Vertrouwelijk: 4% | SE"]
    assert agenda.considerations is None  # no cell is a heading


@pytest.mark.parametrize("file", FORMATS)
def test_a_mark_in_a_table_without_known_columns_withholds_its_row(file) -> None:  # type: ignore[no-untyped-def]
    agenda = _agenda(file(ABOVE, [["Stuk", "Niveau"], ["Lijst van gemalen", "Stg. Geheim"], ["Brief", "open"]]))
    shown = repr(plain(redact(lifted(agenda))))
    assert ("gemalen" in repr(plain(agenda)), "gemalen" in shown, "water" in shown) == (True, False, True)


@pytest.mark.parametrize("file", [_word, _opendocument])
def test_a_mark_in_a_row_of_annexes_withholds_that_annex(file) -> None:  # type: ignore[no-untyped-def]
    rows = [["Volgnummer", "Naam", "Informatie"], ["1", "Kamerbrief riet", "Ter ondertekening"]]
    rows += [["2", "Lijst van gemalen", "Niet openbaar"], ["3", "Verslag", "Bekend"]]
    agenda = _agenda(file([*ABOVE, "Bijlagen"], rows))
    assert [(each.title, each.public) for each in agenda.documents if each.kind != "decision memo"] == [
        ("Kamerbrief riet", True), ("Lijst van gemalen", False), ("Verslag", True), ("Einde.", True),
    ]  # fmt: skip


@pytest.mark.parametrize("has_head", [True, False])
def test_a_mark_below_an_annex_withholds_that_annex(has_head: bool) -> None:
    head = ["Volgnummer Naam Informatie"] if has_head else []
    lines = [*ABOVE, "", "Bijlagen", *head, "1 Kamerbrief riet", "2 Lijst van gemalen", "Niet openbaar"]
    agenda = _agenda("\n".join(lines).encode())
    hidden = [each.title for each in agenda.documents if not each.public and each.kind != "decision memo"]
    assert hidden == ["Lijst van gemalen"]


@pytest.mark.parametrize(
    "table",
    [
        [["Aan", "de minister", "Datum", "3 mei 2031"], ["Van", "DWB", "Kenmerk", "2031-0012"]],
        [["Riet", "Gemalen", "Dijken"], ["a", "b" * 201, "c"]],
        [["Naam", "Plaats"], ["Riet", "Vecht"], ["Gemaal", "Eem"]],
        [["Een", "Twee", "Drie"], ["Een", "Twee"]],
        [["Datum", "Tijd"], ["3 mei 2031", "10.00"]],
    ],
)
def test_other_kinds_of_tables_are_read_cell_by_cell(table: Table) -> None:
    assert rows_together(table) is None


@pytest.mark.parametrize("name", ["Doel", "Portefeuille", "Ingebracht door", "Stukken/bijlagen"])
def test_a_row_of_an_agenda_is_an_item_with_its_other_cells_below_it(name: str) -> None:
    rows = [["Nr.", "Onderwerp", name, "Tijd"], ["1", "Opening", "-", "9.30"], ["2.", "Riet", "besluiten", ""]]
    assert rows_together(rows) == [
        f"Nr. | Onderwerp | {name} | Tijd",
        "1. Opening\nTijd: 9.30",
        f"2. Riet\n{name}: besluiten",
    ]


def test_a_mark_in_a_row_of_an_agenda_withholds_that_item_and_no_other() -> None:
    rows = [["Nr.", "Onderwerp", "Toelichting"], ["1", "Opening", "welkom"], ["2", "De otter", "vertrouwelijk"]]
    agenda = _agenda(_word(["Agenda rietoverleg 3 mei 2031"], [*rows, ["3", "Riet", ""], ["4", "Einde", ""]]))
    assert [each.title for each in agenda.sessions] == ["Opening", "Riet", "Einde"]
    assert [words_of(each.text) for each in agenda.withheld] == ["2. De otter | Toelichting: vertrouwelijk"]


def test_a_table_in_which_only_some_rows_have_a_number_is_no_agenda() -> None:
    rows = [["Onderwerp", "Spreker", "Zaal"], ["1. Riet", "DWB", "Rietzaal"], ["Pauze", "", "Hal"]]
    assert rows_together(rows) == [f"• {' | '.join(cell or '–' for cell in row)}" for row in rows]


def test_a_merged_cell_of_a_planning_counts_for_each_row() -> None:
    rows = [["Mijlpaal", "Wie", "Datum gereed"], ["Brief", "DWB", "3 mei 2031"], ["Nota", DITTO, "4 mei 2031"]]
    assert (rows_together(rows) or [])[1:] == ["• Brief | 3 mei 2031 | DWB", "• Nota | 4 mei 2031 | DWB"]
    assert (rows_together([["Riet", "Otter", "Das"], ["Vecht", DITTO, "veel"]]) or [])[1:] == ["• Vecht | – | veel"]


def test_an_agenda_may_have_its_times_before_its_subjects() -> None:
    rows = [["#", "Tijd", "Onderwerp", "Doel"], ["1", "13:00", "Opening", "-"], ["2", "13:05", "Riet", "besluiten"]]
    assert rows_together(rows) == [
        "# | Onderwerp | Tijd | Doel",
        "1. Opening\nTijd: 13:00",
        "2. Riet\nTijd: 13:05\nDoel: besluiten",
    ]


def test_a_day_beside_several_rows_of_a_programme_is_above_the_first() -> None:
    rows = [
        ["Dag", "Tijd", "Onderdeel", "Rol"], ["maandag 13", "06.50", "Vertrek", ""], ["april", "", "", ""],
        ["", "09.00 –", "Ontvangst", "spreken"], ["", "09.45", "", ""],
        ["dinsdag 14 april", "10.15 (zaal 3)", "Riet", ""], ["11.30", "Otters", ""],
    ]  # fmt: skip
    assert rows_together(rows) == [
        "Dag | Tijd | Onderdeel | Rol",
        "maandag 13 april\n06.50 Vertrek",
        "09.00 – 09.45 Ontvangst\nspreken",
        "dinsdag 14 april\n10.15 Riet (zaal 3)",
        "11.30 Otters",
    ]


def test_the_number_of_a_row_of_a_planning_comes_last() -> None:
    rows = [["Nr.", "Actie", "Wie", "Gereed"], ["1", "Brief", "DWB", "3 mei 2031"]]
    assert rows_together(rows) == ["• Actie | Gereed | Wie | Nr.", "• Brief | 3 mei 2031 | DWB | 1"]


def test_labels_with_lower_case_values_stay_separate_lines() -> None:
    head = [["Aan", "de minister"], ["Van", "directie Water"], ["Betreft", "riet"]]
    lines = [line.text for line in read_here(_word(["Nota"], head)).lines]
    assert lines == [
        "Nota",
        "",
        "Aan",
        "de minister",
        "",
        "Van",
        "directie Water",
        "",
        "Betreft",
        "riet",
        "",
        "Einde.",
        "",
    ]


def test_only_a_column_of_people_gives_an_owner() -> None:
    rows = [["Actie", "Gereed", "Status"], ["Brief", "3 mei 2031", "loopt"]]
    (deadline,) = _agenda(_word(ABOVE, rows)).deadlines
    assert (deadline.title, str(deadline.due), deadline.owner) == ("Brief", "2031-05-03", None)


# By format: a cell that spans two rows, marked ↓ (↑ is the covered cell), and one that spans three columns, marked →
_WORD_SPANS = ("<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>", "<w:tcPr><w:gridSpan w:val='3'/></w:tcPr>")
_SPANS = ('table:number-rows-spanned="2"', 'table:number-columns-spanned="3"')
MERGED_ROWS = [
    ["Stap", "Wie", "Datum", "Openbaar"], ["Brief", "DWB↓", "3 mei 2031", "Ja"],
    ["Rietgesprek", "↑", "4 mei 2031", "Nee↓"], ["Gemaalgesprek", "DGW", "5 mei 2031", "↑"],
    ["Evaluatie van alles→", "", "", "Nee"],
]  # fmt: skip


def _merged_word(cell: str) -> str:
    if not cell:
        return ""
    span = _WORD_SPANS["→" in cell] if cell[-1] in "↓→" else "<w:tcPr><w:vMerge/></w:tcPr>" if cell == "↑" else ""
    return f"<w:tc>{span}{paragraph(run(cell.strip('↓→↑')))}</w:tc>"


def _merged_opendocument(cell: str) -> str:
    if cell in {"", "↑"}:
        return "<table:covered-table-cell/>"
    span = _SPANS["→" in cell] if cell[-1] in "↓→" else ""
    return f"<table:table-cell {span}><text:p>{cell.strip('↓→')}</text:p></table:table-cell>"


def _merged_html(cell: str) -> str:
    span = {"↓": " rowspan=2", "→": " colspan=3"}.get(cell[-1:], "")
    return "" if cell in {"", "↑"} else f"<td{span}>{cell.strip('↓→')}"


def _merged_files() -> list[bytes]:
    def rows(row: str, cell: Callable[[str], str]) -> str:
        return "".join(row.format("".join(map(cell, each))) for each in MERGED_ROWS)

    in_word = "".join(paragraph(run(each)) for each in ABOVE)
    in_text = "".join(f"<text:p>{each}</text:p>" for each in ABOVE)
    in_html = "".join(f"<p>{each}</p>" for each in ABOVE)
    row = "<table:table-row>{}</table:table-row>"
    head = "From: a@b.nl\nSubject: Nota\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    typed = [[cell.strip("↓→").replace("↑", "idem") for cell in each] for each in MERGED_ROWS]
    return [
        word(f"{in_word}<w:tbl>{rows('<w:tr>{}</w:tr>', _merged_word)}</w:tbl>"),
        opendocument(f"{in_text}<table:table>{rows(row, _merged_opendocument)}</table:table>"),
        f"{head}{in_html}<table>{rows('<tr>{}', _merged_html)}</table>".encode(),
        _text(ABOVE, typed),
    ]


@pytest.mark.parametrize("file", _merged_files())
def test_a_merged_cell_applies_to_each_of_its_rows(file: bytes) -> None:
    agenda = _agenda(file)
    shown = [each for each in agenda.deadlines if each.public]
    assert [(each.title, each.owner, str(each.due)) for each in shown] == [("Brief", "DWB", "2031-05-03")]
    hidden = " ".join(words_of(each.text) for each in agenda.withheld)
    assert all(name in hidden for name in ("Rietgesprek", "Gemaalgesprek", "Evaluatie van alles"))
    assert "Rietgesprek | 4 mei 2031 | DWB" in hidden  # its owner is in the merged cell above


@pytest.mark.parametrize("answer", ["", "-", "nog niet", "Ja, deels", "na publicatie", "?", "intern", "ntb"])
def test_only_a_plain_yes_makes_a_row_public(answer: str) -> None:
    rows = [["Riet", "Inzet", "Openbaar"], ["Hoogte", "twee meter", answer], ["Breedte", "drie meter", "Ja"]]
    assert words_of(_agenda(_word(ABOVE, rows)).withheld[0].text).startswith("Hoogte")


@pytest.mark.parametrize("file", FORMATS)
@pytest.mark.parametrize(
    ("name", "closed", "shown"),
    [("Openbaar", "Nee", "Ja"), ("Vertrouwelijk", "ja", "nee"), ("Woo-grond", "5.1.2e", "-")],
)
def test_a_column_can_make_each_row_public_or_withheld(file, name: str, closed: str, shown: str) -> None:  # type: ignore[no-untyped-def]
    rows = [["Partij", "Standpunt", name], ["Riet", "wil meer", closed], ["Vecht", "wil minder", shown]]
    agenda = _agenda(file(ABOVE, rows))
    assert any("Riet | wil meer" in words_of(each.text) for each in agenda.withheld)
    assert "wil meer" not in repr(plain(redact(lifted(agenda))))
    assert f"Vecht | wil minder | {shown}" in [words_of(each) for each in agenda.key_points]
    annexes = [["Nr.", "Naam", name], ["1", "Kamerbrief riet", shown], ["2", "Lijst van gemalen", closed]]
    if file is not _text:
        papers = _agenda(file([*ABOVE, "Bijlagen"], annexes)).documents
        public = {each.title: each.public for each in papers}
        assert (public["Kamerbrief riet"], public["Lijst van gemalen"]) == (True, False)


def test_a_programme_in_a_table_gives_sessions_with_times() -> None:
    rows = [["Tijd", "Programma", "Plaats"], ["Dinsdag 4 februari 2031", "", ""], ["10.00-11.00", "Gesprek", "Zaal 3"]]
    rows += [["12.00", "Lunch (vertrouwelijk)", "Kelder"], ["Woensdag 5 februari 2031", "", ""], ["9:00", "Riet", ""]]
    agenda = _agenda(_word([], [*rows, ["10:00", "Gemalen", ""], ["11:00", "Einde", ""]]))
    assert [(each.title, str(each.when)) for each in agenda.sessions][:2] == [
        ("Gesprek", "2031-02-04T10:00/2031-02-04T11:00?"), ("Riet", "2031-02-05T09:00?"),
    ]  # fmt: skip
    assert [words_of(each.text) for each in agenda.withheld] == ["12.00 Lunch (vertrouwelijk)", "Kelder"]


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        (["Rubricering", "Kies een item."], False),
        (["Niet openbaar", "Kies een item."], True),
        (["Brief sturen voor 3 april 2031", "Kies een item."], True),
        (["Brief sturen", "Kies een item.", "Kies een item."], True),
        (["De dijk is zwak.", "Kies een item."], True),
    ],
)
def test_only_a_row_with_a_label_and_an_empty_field_is_left_out(row: list[str], kept: bool) -> None:
    lines = read_here(_word(ABOVE, [row, ["Afdeling", "Water"]])).lines
    assert any(row[0] in line.text for line in lines) is kept


def test_a_head_in_a_table_gives_its_fields_and_no_names() -> None:
    head = [["Datum", "20 november 2030"], ["Tijd", "10.00 uur"], ["Locatie", "kamer 5"], ["Aanwezig", "Jan, Piet"]]
    above = ["Besluitenlijst stuurgroep", *(cell for row in head for cell in row)]
    agenda = _agenda(_word(above, [["Actie", "Gereed", "Wie"], ["Brief", "4 december 2030", "DWB"]]))
    assert str(agenda.when) == "2030-11-20T10:00"
    assert [words_of(each.text) for each in agenda.withheld] == ["Aanwezig: Jan, Piet"]
    assert [each.title for each in agenda.deadlines] == ["Brief"]


def test_only_a_planning_gives_deadlines() -> None:
    rows = [["Motie", "Datum", "Stand"], ["Riet", "3 mei 2031", "aangenomen"]]
    assert not _agenda(_word(ABOVE, rows)).deadlines


@pytest.mark.parametrize(
    "rows",
    [
        ["Volgnummer Naam Openbaar", "1 Kamerbrief riet Ja", "2 Lijst van gemalen Nee", "3 Verslag Ja"],
        ["Nr.\nNaam\nOpenbaar", "", "1\nKamerbrief riet\nJa", "", "2\nLijst van gemalen\nNee", "", "3\nVerslag\nJa"],
    ],
)
def test_a_column_of_a_printed_table_says_which_annex_is_public(rows: list[str]) -> None:
    agenda = _agenda("\n".join([*ABOVE, "", "Bijlagen", *rows]).encode())
    papers = [each for each in agenda.documents if each.kind != "decision memo"]
    assert [each.public for each in papers] == [True, False, True]
    assert "gemalen" not in repr(plain(redact(lifted(agenda))))


@pytest.mark.parametrize("days", [[], ["Dag", "4 mei", "5 mei"]])
def test_a_programme_may_say_which_of_its_items_are_public(days: list[str]) -> None:
    rows = [["Tijd", "Onderdeel", "Openbaar"], ["10.00", "Rondleiding", "ja"], ["11.00", "Gesprek over riet", "nee"]]
    rows = [[day, *row] for day, row in zip(days, rows, strict=True)] if days else rows
    agenda = _agenda(_word(ABOVE, rows))
    said = " | ".join([*days[2:], "11.00 | Gesprek over riet | Openbaar (nee)"])
    assert [words_of(each.text) for each in agenda.withheld] == [said]


def _pdf(rows: Table, lefts: tuple[int, ...]) -> bytes:
    lines = [(40, 800 - 14 * place, each) for place, each in enumerate(ABOVE)]
    height = 690
    for row in rows:
        for left, cell in zip(lefts, row, strict=True):
            lines += [(left, height - 12 * place, each) for place, each in enumerate(cell.split("\n"))]
        height -= 14 * max(cell.count("\n") + 1 for cell in row)
    lines.append((40, height - 30, "Einde."))
    return pdf("\n".join(f"BT /F1 10 Tf {left} {bottom} Td ({text}) Tj ET" for left, bottom, text in lines if text))


def test_in_a_pdf_the_rows_of_a_planning_stay_together() -> None:
    rows = [["Stap", "Wie", "Datum", "Openbaar"], ["Brief", "DWB", "3 mei 2031", "Ja"]]
    rows += [["Gesprek over\nde rietmolen", "DGW", "4 mei 2031", "Nee"], ["Evaluatie", "", "", "Nee"]]
    agenda = _agenda(_pdf(rows, (40, 180, 240, 400)))
    shown = [each for each in agenda.deadlines if each.public]
    assert [(each.title, each.owner, str(each.due)) for each in shown] == [("Brief", "DWB", "2031-05-03")]
    assert [words_of(each.text) for each in agenda.withheld] == [
        "Gesprek over de rietmolen | 4 mei 2031 | DGW | Openbaar (Nee)", "Evaluatie | – | – | Openbaar (Nee)",
    ]  # fmt: skip
    assert "Einde." in map(words_of, agenda.key_points)


def test_a_field_of_the_head_in_two_columns_is_no_table() -> None:
    lines = read_here(_pdf([["Actief openbaar", "Ja"], ["Datum", "3 mei 2031"]], (40, 300))).lines
    assert "Actief openbaar: Ja" in [" ".join(line.text.split()) for line in lines]


def test_a_day_that_spans_rows_of_a_web_page_holds_for_each() -> None:
    rows = "<tr><td rowspan=2>4 mei 2031<td>Brief sturen<tr><td>Fiche versturen<tr><td>5 mei 2031<td>Nota"
    page = f"<html><p>Datum: 3 mei 2031<p>Onderwerp: Riet<table><tr><td>Datum<td>Activiteit{rows}</table></html>"
    due = [(each.title, str(each.due)) for each in _agenda(page.encode()).deadlines]
    assert due == [("Brief sturen", "2031-05-04"), ("Fiche versturen", "2031-05-04"), ("Nota", "2031-05-05")]
