"""The paragraphs of a Word file (.docx, .docm, .dotx, .dotm), in order, as lines of text.

Lists get their bullet or number back, footnotes a raised number in the text and a line at the end. What a reader of
the file does not see is not part of the memo; that some was there is reported.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefcli.memo.extract import left_out
from briefcli.memo.extract.colours import BLACK, WHITE, Rgb, rgb
from briefcli.memo.extract.left_out import LeftOut
from briefcli.memo.extract.looks import Look
from briefcli.memo.extract.package import IN_ROW, LONGEST_LABEL, Package
from briefcli.memo.extract.word_covers import covers_in, lines_of
from briefcli.memo.extract.word_lists import Lists
from briefcli.memo.extract.word_looks import Looks
from briefcli.memo.extract.word_xml import A, W, inside, switch
from briefcli.memo.text import RAISED

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_VML = "{urn:schemas-microsoft-com:vml}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DELETED = {f"{W}del", f"{W}moveFrom"}
_DELETES = {f"{W}del", f"{W}moveFrom", f"{W}cellDel"}  # in the properties of a row or cell
_APART = {f"{W}txbxContent", f"{W}p"}  # in a paragraph, but none of its text: a text box
_SILENT = {
    f"{W}instrText", f"{W}delText", f"{W}delInstrText", f"{W}rPr", f"{W}pPr", f"{W}sdtPr", f"{W}tblPr", f"{W}trPr",
    f"{W}tcPr", f"{W}sectPr", _FALLBACK,
}  # fmt: skip
_PLAIN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_TICKED, _EMPTY = "☒", "☐"
# Boxes and ticks of the fonts Wingdings and Wingdings 2
_SIGNS = {
    "F0FE": _TICKED, "F0FD": _TICKED, "F0A8": _EMPTY, "F06F": _EMPTY, "F0FC": "✓", "F0FB": "✗", "F052": _TICKED,
    "F054": _TICKED, "F0A3": _EMPTY, "F050": "✓", "F04F": "✗",
}  # fmt: skip
_SCHEME = {"bg1": WHITE, "lt1": WHITE, "tx1": BLACK, "dk1": BLACK}  # colours of the theme by their usual meaning
_SOME_COLOUR: Rgb = (128, 128, 128)
_MAIN = "word/document.xml"


def word_lines(package: Package) -> tuple[list[str], list[str]] | None:
    """The lines of header, body, footer and footnotes, one or more for each paragraph; and remarks.

    None where the file has no main part that is a Word text.
    """
    main = next(iter(package.related("").get("officeDocument", ())), _MAIN)
    body = package.tree(main)
    if body is None or body.tag != f"{W}document":
        return None
    return _Reader(package, main).all_lines(body)


class _Reader:
    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._related = package.related(main) or _usual_parts(package)
        styles = self._part("styles")
        self._looks = Looks(styles, self._part("theme"))
        self._lists = Lists(self._part("numbering"), styles)
        self._notes: dict[str, str] = {}
        self._left_out = LeftOut()
        self._fields: list[bool] = []  # of each field that is open: whether its instruction is over

    def all_lines(self, body: "Element") -> tuple[list[str], list[str]]:
        lines = self._lines_of("header")
        lines += self._lines(body)
        lines += self._lines_of("footer")
        lines += self._note_lines()
        if any(next(each.iter(f"{W}comment"), None) is not None for each in self._parts("comments")):
            self._left_out.add(left_out.COMMENTS)
        return lines, self._left_out.remarks()

    def _parts(self, sort: str) -> Iterator["Element"]:
        for name in dict.fromkeys(self._related.get(sort, ())):
            tree = self._package.tree(name)
            if tree is not None:
                yield tree

    def _part(self, sort: str) -> "Element | None":
        return next(self._parts(sort), None)

    def _lines_of(self, sort: str) -> list[str]:
        return [line for tree in self._parts(sort) for line in self._lines(tree)]

    def _lines(self, tree: "Element") -> list[str]:
        lines: list[str] = []
        self._fields = []
        covered = 0  # printed lines from here on that a shape may lie over
        for paragraph, around, is_followed in self._paragraphs(tree, Look(), is_followed=False):
            block = self._looks.of_block(paragraph.find(f"{W}pPr"), around)
            text = "".join(self._texts(paragraph, block)).strip("\n")
            for cover in covers_in(paragraph):
                self._cover_above(lines, cover.above)
                covered = max(covered, cover.below)
            if covered > 0:
                covered -= lines_of(text)
                text = self._covered(text)
            label = self._lists.label(paragraph) if text.strip() else ""
            lines += f"{label}{text}".split("\n")
            if is_followed and 0 < len(text) < LONGEST_LABEL:
                lines[-1] += IN_ROW
        return lines

    def _cover_above(self, lines: list[str], count: int) -> None:
        for place in range(len(lines) - 1, -1, -1):
            if count <= 0:
                break
            count -= lines_of(lines[place])
            lines[place] = self._covered(lines[place])

    def _covered(self, text: str) -> str:
        if text.strip():
            self._left_out.add(left_out.COVERED)
        return ""

    def _paragraphs(
        self, element: "Element", around: Look, *, is_followed: bool
    ) -> Iterator[tuple["Element", Look, bool]]:
        """Each paragraph, what is around it, and whether it stands in a cell of a table that another cell follows."""
        cells = element.findall(f"{W}tc") if element.tag == f"{W}tr" else []
        last = cells[-1] if cells else None
        for child in element:
            if (not len(child) and child.tag != f"{W}p") or self._is_left_out(child):
                continue
            followed = child is not last if child.tag == f"{W}tc" else is_followed
            within = self._within(child, around)
            if child.tag == f"{W}p":
                yield child, within, followed
            yield from self._paragraphs(child, within, is_followed=followed)

    def _within(self, element: "Element", around: Look) -> Look:
        """What is around all that stands in this element."""
        if element.tag in {f"{W}tbl", f"{W}tr", f"{W}tc"}:
            return self._looks.of_table(element.find(f"{element.tag}Pr"), around)
        if element.tag == _SHAPE:  # a text box is white where it does not say otherwise
            return Look(hidden=around.hidden, block=_fill(element))
        if switch(element.find(f"{W}rPr"), "vanish"):
            return Look(hidden=True).over(around)
        if element.tag.startswith(_VML) and (element.get("style") or element.get("fillcolor")):
            style = (element.get("style") or "").replace(" ", "").lower()
            hidden = "visibility:hidden" in style or "display:none" in style
            return Look(hidden=hidden or around.hidden, block=rgb(element.get("fillcolor")))
        drawn = element.find(f"*/{_DRAWN}") if element.tag == f"{W}drawing" else None
        if drawn is not None and drawn.get("hidden") in {"1", "true"}:
            return Look(hidden=True).over(around)
        return around

    def _is_left_out(self, element: "Element") -> bool:
        tag = element.tag
        if tag in _DELETED or (tag in {f"{W}tr", f"{W}tc"} and _is_deleted(element)):
            self._left_out.add(left_out.DELETED)
            return True
        if tag == f"{W}altChunk":
            self._left_out.add(left_out.OTHER_FILE)
            return True
        if tag == f"{W}sdt" and switch(element.find(f"{W}sdtPr"), "showingPlcHdr"):
            self._left_out.add(left_out.PLACEHOLDER)
            return True
        return tag in _SILENT

    def _texts(self, element: "Element", block: Look) -> Iterator[str]:
        for child in element:
            if child.tag in _APART or self._is_left_out(child):
                continue
            if child.tag == f"{W}r" or child.find(f"{W}rPr") is not None:
                yield from self._run(child, block)
            elif child.tag == _MATH:
                yield child.text or ""
            else:
                yield from self._texts(child, block)

    def _run(self, run: "Element", block: Look) -> Iterator[str]:
        text = "".join(self._pieces(run))
        if not text:
            return
        reason = self._looks.of_run(run.find(f"{W}rPr"), block).why_unseen()
        if reason is None or text.isspace():
            yield text
        else:
            self._left_out.add(reason)

    def _pieces(self, run: "Element") -> Iterator[str]:
        for child in run:
            if child.tag == f"{W}fldChar":
                yield self._field(child)
            elif child.tag in _APART or self._is_left_out(child):
                continue
            elif self._fields and not all(self._fields):
                if child.text and child.text.strip():
                    self._left_out.add(left_out.HIDDEN)
            else:
                yield self._piece(child)

    def _piece(self, element: "Element") -> str:
        tag = element.tag
        if tag in {f"{W}t", _MATH}:
            return element.text or ""
        if tag in _PLAIN:
            return _PLAIN[tag]
        if tag == f"{W}sym":
            return _sign(element.get(f"{W}char") or "")
        if tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            key = f"{tag.removeprefix(W)[:-9]}{element.get(f'{W}id')}"
            return self._notes.setdefault(key, str(len(self._notes) + 1)).translate(RAISED)
        return "".join(self._pieces(element)) if len(element) else ""

    def _field(self, mark: "Element") -> str:
        """A field is an instruction, which is not shown, and its result; a box to tick has no result."""
        sort = mark.get(f"{W}fldCharType")
        if sort == "begin":
            self._fields.append(False)
            box = inside(mark, "ffData/checkBox")
            if box is not None:
                ticked = switch(box, "checked")
                return _TICKED if (switch(box, "default") if ticked is None else ticked) else _EMPTY
        elif self._fields and sort == "separate":
            self._fields[-1] = True
        elif self._fields and sort == "end":
            self._fields.pop()
        return ""

    def _note_lines(self) -> list[str]:
        """Each foot- or endnote that the text refers to, as `number text`, in order of number."""
        notes: list[tuple[int, str]] = []
        for kind in ("footnote", "endnote"):
            for tree in self._parts(f"{kind}s"):
                for note in tree.iter(f"{W}{kind}"):
                    number = self._notes.get(f"{kind}{note.get(f'{W}id')}")
                    if number is not None:
                        notes.append((int(number), " ".join(" ".join(self._lines(note)).split())))
        return [f"{number} {text}" for number, text in sorted(notes)]


def _fill(shape: "Element") -> Rgb | None:
    fill = shape.find(f"*/{A}solidFill/*")
    if fill is None:
        return None
    return rgb(fill.get("val")) or _SCHEME.get(fill.get("val") or "", _SOME_COLOUR)


def _is_deleted(element: "Element") -> bool:
    properties = element.find(f"{element.tag}Pr")
    return properties is not None and any(child.tag in _DELETES for child in properties)


def _sign(code: str) -> str:
    """A sign of a font for signs; what is not known stays the character that the file names."""
    code = code.upper()
    if code in _SIGNS:
        return _SIGNS[code]
    try:
        return chr(int(code, 16)) if len(code) <= 4 else ""
    except ValueError:
        return ""


def _usual_parts(package: Package) -> dict[str, list[str]]:
    """The parts by their usual names, for a file that does not say which parts it has."""
    found: dict[str, list[str]] = {}
    for name in sorted(package.parts):
        folder, _, file = name.rpartition("/")
        sort = file.removesuffix(".xml").rstrip("0123456789")
        if folder in {"word", "word/theme"} and file.endswith(".xml"):
            found.setdefault(sort, []).append(name)
    return found
