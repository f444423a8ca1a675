"""A line in unknown words is a heading if the file marks it as one: by a style, an element or Markdown."""

from pathlib import Path

import pytest
from tests.memo.extract.files import opendocument, paragraph, run, word

from briefcli.domain.agenda import plain
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo

# Headings start with `#`. No line above one ends a sentence, so that only the file tells what is a heading
LINES = [
    "Nota over riet", "Datum: 3 februari 2031", "#Aanleiding", "Het riet groeit", "#Kernpunten", "Het water stijgt",
    "#Wat de molenaars vinden", "Zij willen meer wind", "#Niet openbaar", "De molen is verkocht",
    "#Wat de kooplieden zeggen", "Zij zwijgen",
]  # fmt: skip
STYLES = (
    '<w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Eigen"><w:name w:val="Ons kopje"/><w:basedOn w:val="Kop1"/></w:style>'
)


def _word(style: str) -> bytes:
    made = (paragraph(run(each.strip("#")), style if each[0] == "#" else "") for each in LINES)
    return word("".join(made), STYLES)


def _markup(sort: str) -> str:
    tags = {"odf": ("<text:h>", "</text:h>", "<text:p>", "</text:p>"), "html": ("<h3>", "</h3>", "<p>", "</p>")}
    begin, end, other, last = tags[sort]
    return "".join(f"{begin}{each[1:]}{end}" if each[0] == "#" else f"{other}{each}{last}" for each in LINES)


HEAD = "From: a@b.nl\nSubject: Nota over riet\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("style", _word('<w:pStyle w:val="Kop1"/>')), ("own style", _word('<w:pStyle w:val="Eigen"/>')),
        ("level", _word('<w:outlineLvl w:val="1"/>')), ("opendocument", opendocument(_markup("odf"))),
        ("mail", f"{HEAD}{_markup('html')}".encode()),
        ("memo.md", "\n\n".join(each.replace("#", "## ") for each in LINES).encode()),
    ],
)  # fmt: skip
def test_a_heading_is_recognised_by_its_markup(name: str, file: bytes) -> None:
    agenda = import_memo(read_memo(Path(name), file)).agenda
    assert agenda.key_points == ["Het water stijgt"]
    assert agenda.considerations is not None
    assert agenda.considerations.general == ["Wat de molenaars vinden: Zij willen meer wind"]
    shown = repr(plain(redact(lifted(agenda))))
    assert "verkocht" not in shown
    assert "zwijgen" not in shown  # in doubt it is withheld too


def test_a_style_inherits_the_list_of_its_parent() -> None:
    styles = '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    styles += '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    memo = read_memo(Path("memo"), word(paragraph(run("Riet"), '<w:pStyle w:val="b"/>'), styles))
    assert memo.lines[0].text == "• Riet"


def test_a_heading_with_a_bullet_from_its_style_is_recognised() -> None:
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:styleId="Kop1"><w:name w:val="heading 1"/>{number}</w:style>'
    lines = [("Aanleiding", "Kop1"), ("Het riet groeit.", ""), ("Kernpunten", "Kop1"), ("De wind waait.", "")]
    lines += [("Krachtenveld", "Kop1"), ("De molenaars zwijgen.", "")]
    body = "".join(paragraph(run(text), f'<w:pStyle w:val="{style}"/>' if style else "") for text, style in lines)
    agenda = import_memo(read_memo(Path("memo"), word(body, styles))).agenda
    assert agenda.considerations is not None
    assert agenda.considerations.political == ["Krachtenveld: De molenaars zwijgen."]


MARKDOWN = """\
---
onderwerp: Rietnota
datum: 3 februari 2031
---

# Nota over riet

## Aanleiding

Zie [de brief](https://riet.nl/brief.html) en `Kamerstuk 36576, nr. 41`; ~~dit schrappen wij~~.

<!-- nog
     vragen aan de molenaar -->

## Kernpunten

- [ ] Het __riet__ groeit.
> Het *water* stijgt.
"""


def test_markdown_is_read_as_displayed_with_its_line_numbers() -> None:
    memo = read_memo(Path("memo.md"), MARKDOWN.encode())
    assert {line.line: line.text for line in memo.lines if line.text} == {
        2: "onderwerp: Rietnota", 3: "datum: 3 februari 2031", 6: "Nota over riet", 8: "Aanleiding",
        10: "Zie de brief en Kamerstuk 36576, nr. 41; .", 15: "Kernpunten", 17: "- ☐ Het riet groeit.",
        18: "Het water stijgt.",
    }  # fmt: skip
    assert memo.remarks == ["comments are left out", "struck-through text is left out"]
    assert [line.line for line in memo.lines if line.is_heading] == [6, 8, 15]


@pytest.mark.parametrize("head", [[], ["Datum: 3 mei 2031", "Betreft: riet"]])
def test_headings_below_a_withheld_heading_are_withheld(head: list[str]) -> None:
    lines = [*head, "Geachte voorzitter,", "Hierbij informeer ik u over het riet op 3 mei 2031.", "#Riet"]
    lines += ["Het riet groeit.", "#Vertrouwelijk", "#Onderhandelingen", "Een bod van twee miljoen."]
    made = (paragraph(run(each.strip("#")), '<w:pStyle w:val="Kop1"/>' if each[0] == "#" else "") for each in lines)
    agenda = import_memo(read_memo(Path("memo"), word("".join(made), STYLES))).agenda
    shown = repr(plain(redact(lifted(agenda))))
    assert "groeit" in shown
    assert "miljoen" not in shown


REPORT = """\
# Verslag van de Milieuraad van 24 februari 2031

## Riet

De Raad sprak over het riet. Nederland vroeg om rust.

## Water

De Raad nam conclusies aan.

## Moties

1. Motie-Riet over de oogst
2. Motie-Water over de molens

## Volgende raad

Die is in maart.
"""


def test_headings_of_the_file_divide_a_report_and_not_the_numbers_of_a_list() -> None:
    agenda = import_memo(read_memo(Path("memo.md"), REPORT.encode())).agenda
    assert [each.title for each in agenda.sessions] == ["Riet", "Water", "Moties", "Volgende raad"]
    assert agenda.sessions[0].position == ["Nederland vroeg om rust."]


@pytest.mark.parametrize("sign", ["## ", ""])
def test_an_item_without_a_number_is_no_part_of_the_item_above_it(sign: str) -> None:
    items = [f"{sign}1. Riet", "De Raad spreekt.", "Inzet Nederland", "Nederland steunt het.", f"{sign}2. Water"]
    items += ["De Raad spreekt.", "Inzet Nederland", "Nederland steunt het.", f"{sign}Diversen", "Polen vraagt rust."]
    text = "\n\n".join(["Geannoteerde agenda Milieuraad 24 februari 2031", *items])
    agenda = import_memo(read_memo(Path("memo.md"), text.encode())).agenda
    assert [each.title for each in agenda.sessions] == ["Riet", "Water", "Diversen"]
    assert agenda.sessions[1].position == ["Nederland steunt het."]


@pytest.mark.parametrize("text", ["", "\n\nDe Raad spreekt."])
@pytest.mark.parametrize("above", ["# Deelnemers\n\nRiet en Otter.\n\n# Agenda", "# Verslag\n\n# Agendapunten"])
def test_numbers_below_a_heading_of_the_agenda_are_items(above: str, text: str) -> None:
    items = "\n\n".join(f"{number}. {title}{text}" for number, title in enumerate(("Riet", "Water", "Wind"), 1))
    made = f"Geannoteerde agenda Milieuraad 24 februari 2031\n\n{above}\n\n{items}\n\n# Bijlagen\n\nNota"
    agenda = import_memo(read_memo(Path("memo.md"), made.encode())).agenda
    assert [each.title for each in agenda.sessions][:3] == ["Riet", "Water", "Wind"]


def test_headings_that_the_file_does_not_mark_are_items_beside_those_that_it_marks() -> None:
    items = ["# Inleiding", "De Raad komt bijeen.", "# Riet", "De Raad spreekt.", "# Water", "De Raad spreekt.", "Wind"]
    made = "\n\n".join(["Geannoteerde agenda Milieuraad 24 februari 2031", *items, "Nederland steunt de wind."])
    agenda = import_memo(read_memo(Path("memo.md"), made.encode())).agenda
    assert [each.title for each in agenda.sessions] == ["Riet", "Water", "Wind"]


def test_a_list_of_contents_is_no_item() -> None:
    made = "# Inhoudsopgave\n\nRiet\n\nWater\n\n# Riet\n\nDe Raad spreekt.\n\n# Water\n\nDe Raad spreekt."
    text = f"Geannoteerde agenda Milieuraad 24 februari 2031\n\n{made}"
    agenda = import_memo(read_memo(Path("memo.md"), text.encode())).agenda
    assert [each.title for each in agenda.sessions] == ["Riet", "Water"]


@pytest.mark.parametrize("label", ["", "Sessie "])
def test_an_item_without_a_number_does_not_end_a_withheld_item(label: str) -> None:
    signs = [label + sign for sign in ("1: Riet", "2: Water (niet openbaar)", "3: Wind")]
    first, second, third = signs if label else (each.replace(":", ".") for each in signs)
    items = [first, "De Raad spreekt.", second, "De lantaarn.", "Werklunch", "De zebra.", third, "De Raad spreekt."]
    text = "\n\n".join(["Geannoteerde agenda Milieuraad 24 februari 2031", *items])
    shown = repr(plain(redact(lifted(import_memo(read_memo(Path("memo.txt"), text.encode())).agenda))))
    assert "zebra" not in shown
    assert "Wind" in shown


def test_diversen_far_below_a_list_makes_no_items_of_it() -> None:
    head = "Aan: de Minister\nDatum: 3 februari 2031\nBetreft: Milieuraad 24 februari 2031"
    parts = ["# Riet", "De Raad zal:", "1. Instemmen\n2. Tekenen", "# Water", "Het water stijgt.", "# Diversen"]
    agenda = import_memo(read_memo(Path("memo.md"), "\n\n".join([head, *parts, "Er is wind."]).encode())).agenda
    assert agenda.sessions == []
