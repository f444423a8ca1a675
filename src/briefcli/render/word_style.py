"""How our own Word template looks once it is filled in: the house style, and tables and lists that break well."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from briefcli.settings import PaperStyle

_HEADINGS = ("Title", "Heading 1", "Heading 2", "Subtitle")
_PAGE = 9410  # twentieths of a point between the margins
_LISTS = ("ListBullet", "ListBullet2", "ListBullet3")


def use_style(document: Any, style: PaperStyle) -> None:
    """Use the colour and font of the settings, and keep the point above a list on the page of that list."""
    for name in _HEADINGS:
        document.styles[name].font.color.rgb = RGBColor.from_string(style.colour.removeprefix("#"))
    if style.font != PaperStyle().font:  # that one comes with the PDF; Word has its own
        for name in ("Normal", *_HEADINGS):
            document.styles[name].font.name = style.font
    paragraphs = document.element.body.findall(qn("w:p"))
    for above, below in pairwise(paragraphs):
        if above.style in _LISTS and below.style in _LISTS and _LISTS.index(above.style) < _LISTS.index(below.style):
            above.get_or_add_pPr().get_or_add_keepNext()


def fit_tables(document: Any, tables: Sequence[Sequence[dict[str, Any]]]) -> None:
    """Give each column of each table its percentage of the page, and put numbers to the right."""
    for table, columns in zip(document.tables, tables, strict=True):
        table.autofit = False
        sizes = [str(round(_PAGE * each["width"] / 100)) for each in columns]
        for column, size in zip(table._tbl.tblGrid.iter(qn("w:gridCol")), sizes, strict=True):  # noqa: SLF001
            column.set(qn("w:w"), size)
        for row in table._tbl.tr_lst:  # noqa: SLF001
            for cell, size, column in zip(row.tc_lst, sizes, columns, strict=True):
                if column["right"]:
                    cell.p_lst[0].get_or_add_pPr().jc_val = WD_ALIGN_PARAGRAPH.RIGHT
                form = cell.get_or_add_tcPr()
                for old in form.findall(qn("w:tcW")):
                    form.remove(old)
                width = OxmlElement("w:tcW")
                width.set(qn("w:w"), size)
                width.set(qn("w:type"), "dxa")
                form.insert(0, width)
