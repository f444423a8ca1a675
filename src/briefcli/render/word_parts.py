"""What our Word papers need and the libraries do not offer: footnotes, our own style, the widths of columns."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor, Twips

from briefcli.settings import PaperStyle

NOTE_MARK = '<w:r><w:footnoteReference w:id="-{number}"/></w:r>'  # placeholder of note `number`, counted from _FIRST
_FIRST = 100
_STYLES = {"footnote text": WD_STYLE_TYPE.PARAGRAPH, "footnote reference": WD_STYLE_TYPE.CHARACTER}
# A mark in the text, in brackets. In front of the number of the note itself LibreOffice drops a bracket, so there only
# `)` follows. Each bracket has its own run, as LibreOffice moves letters that share a run with the mark.
_RUN = '<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{said}</w:r>'
_MARK_PARTS = ("<w:t>[</w:t>", '<w:footnoteReference w:id="{id}"/>', "<w:t>]</w:t>")
_EMPTY = (
    f"<w:footnotes {nsdecls('w', 'r')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
_NOTE = (
    '<w:footnote {names} w:id="{id}"><w:p><w:pPr><w:pStyle w:val="{text_style}"/></w:pPr>'
    '<w:r><w:rPr><w:rStyle w:val="{mark_style}"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve">) {text}: </w:t></w:r>'
    '<w:hyperlink r:id="{link}"><w:r><w:t>{url}</w:t></w:r></w:hyperlink></w:p></w:footnote>'
)
_HEADINGS = ("Title", "Heading 1", "Heading 2", "Subtitle")
_PAGE = 9410  # twentieths of a point between the margins
_LISTS = ("ListBullet", "ListBullet2", "ListBullet3")


def footnote_mark(notes: list[tuple[str, str]], text: str, url: str) -> str:
    """The run with the placeholder of a new note; the note itself is added to `notes`, as its text and address."""
    notes.append((text, url))
    return NOTE_MARK.format(number=_FIRST + len(notes) - 1)


def write_footnotes(document: Any, notes: Sequence[tuple[str, str]]) -> None:
    """Make a footnote of each placeholder, in the order of the page; those outside the body of the text are removed.

    A template may show a text twice or not at all, and may already have footnotes. Marks are in brackets, as a bare
    mark after a number reads and copies as one more digit: nr. 427 with note 4 as 4274.
    """
    for each in document.part.package.iter_parts():
        if each is not document.part and hasattr(each, "element"):
            for _, reference in _marks(each.element):
                reference.getparent().remove(reference)
    found = _marks(document.element.body)
    if not found:
        return
    part = _part(document)
    root = parse_xml(part.blob)
    last = max((int(each.get(qn("w:id"), "0")) for each in root), default=0)
    text_style, mark_style = (_style(document, name) for name in _STYLES)
    for id_, (number, reference) in enumerate(found, max(last, 0) + 1):
        text, url = notes[number]
        link = part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        note = _NOTE.format(
            names=nsdecls("w", "r"), id=id_, text=escape(text), url=escape(url), link=link, text_style=text_style,
            mark_style=mark_style,
        )  # fmt: skip
        root.append(parse_xml(note))
        run = reference.getparent()
        parts = "".join(_RUN.format(style=mark_style, said=each.format(id=id_)) for each in _MARK_PARTS)
        for each in parse_xml(f"<w:p {nsdecls('w')}>{parts}</w:p>"):
            run.addprevious(each)
        run.getparent().remove(run)
    part._blob = serialize_part_xml(root)  # noqa: SLF001


def _marks(root: Any) -> list[tuple[int, Any]]:
    ids = ((-int(each.get(qn("w:id"), "0")) - _FIRST, each) for each in root.iter(qn("w:footnoteReference")))
    return [(number, each) for number, each in ids if number >= 0]


def _part(document: Any) -> Part:
    """The part with the footnotes: the template's own, or a new one."""
    try:
        found: Part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    except KeyError:
        name = PackURI("/word/footnotes.xml")
        found = Part(name, CONTENT_TYPE.WML_FOOTNOTES, _EMPTY.encode(), document.part.package)
        document.part.relate_to(found, RELATIONSHIP_TYPE.FOOTNOTES)
    return found


def _style(document: Any, name: str) -> str:
    """The id of a built-in style, whose name is English in every language of Word; it is added if it is missing."""
    for each in document.styles:
        if each.name.casefold() == name:
            return str(each.style_id)
    style = document.styles.add_style(name, _STYLES[name], builtin=True)
    if _STYLES[name] is WD_STYLE_TYPE.CHARACTER:
        style.font.superscript = True
    else:
        style.font.size = Pt(9)
    return str(style.style_id)


def use_style(document: Any, style: PaperStyle) -> None:
    """Use the colour and font of the settings, and keep a point on the same page as the list below it."""
    for name in _HEADINGS:
        document.styles[name].font.color.rgb = RGBColor.from_string(style.colour.removeprefix("#"))
    if style.font != PaperStyle().font:  # the default comes with the PDF; Word has its own
        for name in ("Normal", *_HEADINGS):
            document.styles[name].font.name = style.font
    paragraphs = document.element.body.findall(qn("w:p"))
    for above, below in pairwise(paragraphs):
        if above.style in _LISTS and below.style in _LISTS and _LISTS.index(above.style) < _LISTS.index(below.style):
            above.get_or_add_pPr().get_or_add_keepNext()


def fit_tables(document: Any, tables: Sequence[Sequence[dict[str, Any]]]) -> None:
    """Give each column of each table its percentage of the page, and align the `right` columns to the right."""
    for table, columns in zip(document.tables, tables, strict=True):
        table.autofit = False
        sizes = [Twips(round(_PAGE * each["width"] / 100)) for each in columns]
        for column, size in zip(table._tbl.tblGrid.gridCol_lst, sizes, strict=True):  # noqa: SLF001
            column.w = size
        for row in table._tbl.tr_lst:  # noqa: SLF001
            for cell, size, column in zip(row.tc_lst, sizes, columns, strict=True):
                cell.width = size
                if column["right"]:
                    cell.p_lst[0].get_or_add_pPr().jc_val = WD_ALIGN_PARAGRAPH.RIGHT
