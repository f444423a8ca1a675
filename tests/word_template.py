"""Generates the Word template that comes with the program: `python -m tests.word_template`."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FILE = Path(__file__).parent.parent / "src" / "briefcli" / "render" / "templates" / "paper.docx"
_COLOUR = RGBColor(0x15, 0x42, 0x73)

_BODY: tuple[tuple[str, str], ...] = (
    ("Normal", "{%p if logo %}"),
    ("Normal", "{{ logo }}"),
    ("Normal", "{%p endif %}"),
    ("Title", "{{ title }}"),
    ("Normal", "{%p if several %}"),
    ("Heading 1", "{{ words.contents }}"),
    ("Normal", "{%p for link in contents %}"),
    ("Normal", "{{r link }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for picture in road %}"),
    ("Normal", "{{ picture }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p for chapter in chapters %}"),
    ("Normal", "{%p if several %}"),
    ("chapter", "{{r chapter.heading }}"),
    ("Normal", "{%p endif %}"),
    ("Subtitle", "{{r chapter.under }}"),
    ("Normal", "{%p for picture in chapter.road %}"),
    ("Normal", "{{ picture }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for part in chapter.parts %}"),
    ("Normal", "{%p if part.kind == 'heading' %}"),
    ("Heading 2", "{{ part.text }}"),
    ("Normal", "{%p elif part.kind == 'item1' %}"),
    ("List Bullet", "{{r part.text }}"),
    ("Normal", "{%p elif part.kind == 'item2' %}"),
    ("List Bullet 2", "{{r part.text }}"),
    ("Normal", "{%p elif part.kind == 'item3' %}"),
    ("List Bullet 3", "{{r part.text }}"),
    ("Normal", "{%p elif part.kind == 'text' %}"),
    ("Normal", "{{r part.text }}"),
    ("Normal", "{%p elif part.kind == 'table' %}"),
    ("table", "part"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p if papers %}"),
    ("Heading 1", "{{ papers.title }}"),
    ("table", "papers"),
    ("Normal", "{%p endif %}"),
)


def make() -> None:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    _styles(document)
    section.header.paragraphs[0].text = "{{ internal }}"
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    section.header.paragraphs[0].runs[0].bold = True
    footer = section.footer.paragraphs[0]
    footer.add_run("{{ made }}    ")
    for part in ("PAGE", None, "NUMPAGES"):
        if part is None:
            footer.add_run(" {{ words.of }} ")
        else:
            _field(footer, part)
    for style, text in _BODY:
        if style == "table":
            _table(document, text)
        elif style == "chapter":
            document.add_paragraph(text, style="Heading 1").paragraph_format.page_break_before = True
        else:
            document.add_paragraph(text, style=style)
    document.core_properties.author = document.core_properties.comments = document.core_properties.title = ""
    document.save(str(FILE))


def _styles(document: Any) -> None:
    for name in ("Title", "Heading 1", "Heading 2", "Subtitle"):
        style = document.styles[name]
        style.font.color.rgb = _COLOUR
        style.font.name = "Calibri"
        style.element.rPr.rFonts.attrib.clear()
        style.element.rPr.rFonts.set(qn("w:ascii"), "Calibri")
        style.element.rPr.rFonts.set(qn("w:hAnsi"), "Calibri")
    document.styles["Title"].font.size = Pt(20)
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3", "Normal"):
        document.styles[name].paragraph_format.space_after = Pt(3)
        for spacing in document.styles[name].element.iter(qn("w:contextualSpacing")):
            spacing.set(qn("w:val"), "0")
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Calibri", Pt(10.5)
    document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER).font.color.rgb = RGBColor(0x0B, 0x4F, 0x9E)
    document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True).font.superscript = True
    notes = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    notes.base_style, notes.font.size = document.styles["Normal"], Pt(9)
    notes.paragraph_format.space_after = Pt(0)
    cells = document.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    cells.base_style, cells.font.size = document.styles["Normal"], Pt(9)
    cells.paragraph_format.space_before = cells.paragraph_format.space_after = Pt(2)
    cells.paragraph_format.line_spacing = 1
    _table_style(document)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(language)


def _table_style(document: Any) -> None:
    """Thin lines between the rows, and none between the columns."""
    style = document.styles.add_style("Brief Table", WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    properties, borders, margins = (OxmlElement(f"w:{name}") for name in ("tblPr", "tblBorders", "tblCellMar"))
    for side in ("w:bottom", "w:insideH"):
        border = OxmlElement(side)
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "8C8C8C")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), "80")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.extend((borders, margins))
    style.element.append(properties)


def _field(paragraph: Any, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()._r
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run.append(element)


def _table(document: Any, name: str) -> None:
    """A table with a header row, which Word repeats on each page, and a template row for all other rows."""
    table = document.add_table(rows=4, cols=3, style="Brief Table")
    head, begin, body, end = table.rows
    repeat = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeat)
    body._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for row, texts in (
        (head, (f"{{%tc for each in {name}.columns %}}", "{{ each.heading }}", "{%tc endfor %}")),
        (begin, (f"{{%tr for row in {name}.rows %}}", "", "")),
        (body, ("{%tc for cell in row %}", "{{r cell }}", "{%tc endfor %}")),
        (end, ("{%tr endfor %}", "", "")),
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
            cell.paragraphs[0].style = "Table Text"
    head.cells[1].paragraphs[0].runs[0].bold = True
    document.add_paragraph("")


if __name__ == "__main__":
    make()
