"""The paragraphs of an OpenDocument text (.odt, .ott), in order, as lines of text.

Lists get their bullet or number back, notes a raised number in the text and a line at the end. What a reader of the
file does not see is not part of the memo; that some was there is reported.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefcli.catalog import tr
from briefcli.errors import BriefError
from briefcli.memo.extract import left_out
from briefcli.memo.extract.labels import BULLET, ListCounter
from briefcli.memo.extract.left_out import LeftOut
from briefcli.memo.extract.looks import Look
from briefcli.memo.extract.opendocument_looks import DRAW, NAMESPACE, OFFICE, STYLE, TABLE, TEXT, Looks
from briefcli.memo.extract.package import IN_ROW, LONGEST_LABEL, Package
from briefcli.memo.text import RAISED

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ENCRYPTED = f"{{{NAMESPACE}manifest:1.0}}encryption-data"
_PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
_COMMENTS = {f"{OFFICE}annotation", f"{TEXT}annotation"}
_HIDDEN_HERE = {f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"}
_UNSEEN_ROWS = {"collapse", "filter"}
_SILENT = {f"{OFFICE}forms", f"{TEXT}script", f"{DRAW}glue-point", f"{OFFICE}event-listeners"}
_MOST_SPACES = 40

Formats = dict[tuple[str, int], str]


def opendocument_lines(package: Package) -> tuple[list[str], list[str]]:
    """The lines of running heads, body and notes, one or more for each paragraph; and remarks."""
    manifest = package.tree("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(_ENCRYPTED), None) is not None:
        message = tr("{name} is protected with a password", name=package.name)
        raise BriefError(message, tr("save it without a password first"))
    content = package.tree("content.xml")
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or body is None:
        message = tr("{name} is no text document", name=package.name)
        raise BriefError(message, tr("give the memo itself, not a sheet or slides"))
    styles = package.tree("styles.xml")
    common = None if styles is None else styles.find(f"{OFFICE}styles")
    reader = _Reader(_list_formats([content, styles]))
    lines: list[str] = []
    if styles is not None:
        looks = Looks([styles.find(f"{OFFICE}automatic-styles"), common])
        for sort in ("header", "footer"):
            found = [line for part in styles.iter(f"{STYLE}{sort}") for line in reader.read(part, looks)]
            lines += found if sort == "header" else []
            footers = found
    else:
        footers = []
    lines += reader.read(body, Looks([content.find(f"{OFFICE}automatic-styles"), common]))
    lines += footers
    lines += [f"{number} {text}" for number, text in enumerate(reader.notes, start=1)]
    return lines, reader.left_out.remarks()


class _Reader:
    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._counter = ListCounter()
        self._looks = Looks([])
        self.notes: list[str] = []
        self.left_out = LeftOut()

    def read(self, part: "Element", looks: Looks) -> list[str]:
        """The lines of a part of the file, in which these styles hold."""
        self._looks = looks
        return self._block(part, "", -1, Look())

    def _block(self, element: "Element", style: str, level: int, around: Look) -> list[str]:
        """The lines of everything in an element: paragraphs, lists, tables, sections."""
        lines: list[str] = []
        for child in element:
            if self._is_left_out(child):
                continue
            look = self._looks.of(child).within(around)
            if child.tag in _PARAGRAPHS:
                lines += self._paragraph(child, look)
            elif child.tag == f"{TEXT}list":
                lines += self._list(child, child.get(f"{TEXT}style-name") or style, level + 1, look)
            elif child.tag == f"{TABLE}table-row":
                lines += self._row(child, style, level, look)
            else:
                lines += self._block(child, style, level, look)
        return lines

    def _paragraph(self, paragraph: "Element", look: Look) -> list[str]:
        hiding = next(paragraph.iter(f"{TEXT}hidden-paragraph"), None)
        if hiding is not None and hiding.get(f"{TEXT}is-hidden") != "false":
            self.left_out.add(left_out.HIDDEN)
            return [""]
        boxes: list[Element] = []
        lines = "".join(self._texts(paragraph, look, boxes)).split("\n")
        for box in boxes:
            lines += self._block(box, "", -1, self._looks.of(box).within(Look(hidden=look.hidden)))
        return lines

    def _row(self, row: "Element", style: str, level: int, around: Look) -> list[str]:
        lines: list[str] = []
        for cell in row:
            if self._is_left_out(cell):
                continue
            found = self._block(cell, style, level, self._looks.of(cell).within(around))
            if cell is not row[-1] and found and 0 < len(found[-1]) < LONGEST_LABEL:
                found[-1] += IN_ROW
            lines += found
        return lines

    def _list(self, element: "Element", style: str, level: int, around: Look) -> list[str]:
        lines: list[str] = []
        for item in element:
            inner = self._block(item, style, level, around)
            is_item = item.tag == f"{TEXT}list-item" and len(item) and item[0].tag in _PARAGRAPHS
            if is_item and inner and inner[0].strip():
                inner[0] = self._counter.label(style, level, self._formats.get((style, level), BULLET)) + inner[0]
            lines += inner
        return lines

    def _is_left_out(self, element: "Element") -> bool:
        tag = element.tag
        sort = None
        if tag == f"{TEXT}tracked-changes":
            if next(element.iter(f"{TEXT}deletion"), None) is not None:
                self.left_out.add(left_out.DELETED)
            return True
        if tag in _COMMENTS:
            sort = left_out.COMMENTS
        elif tag == f"{TEXT}placeholder":
            sort = left_out.PLACEHOLDER
        elif _is_hidden(element):
            sort = left_out.HIDDEN
        if sort is not None:
            self.left_out.add(sort)
        return sort is not None or tag in _SILENT

    def _texts(self, element: "Element", look: Look, boxes: list["Element"]) -> Iterator[str]:
        yield self._seen(element.text, look)
        for child in element:
            if not self._is_left_out(child):
                yield from self._text(child, look, boxes)
            yield self._seen(child.tail, look)

    def _seen(self, text: str | None, look: Look) -> str:
        """The text as XML has it, its spaces taken together; empty where it cannot be seen."""
        if not text or not text.strip():
            return text or ""
        reason = look.why_unseen()
        if reason is None:
            return text
        self.left_out.add(reason)
        return ""

    def _text(self, element: "Element", look: Look, boxes: list["Element"]) -> Iterator[str]:
        tag = element.tag.removeprefix(TEXT)
        if tag == "s":
            yield " " * min(_whole(element.get(f"{TEXT}c") or "1"), _MOST_SPACES)
        elif tag == "tab":
            yield "\t"
        elif tag == "line-break":
            yield "\n"
        elif tag == "note":
            yield self._note(element)
        elif element.tag.startswith(DRAW):
            boxes.append(element)
        else:
            yield from self._texts(element, self._looks.of(element).over(look), boxes)

    def _note(self, element: "Element") -> str:
        body = element.find(f"{TEXT}note-body")
        place = len(self.notes)
        self.notes.append("")
        if body is not None:
            self.notes[place] = " ".join(" ".join(self._block(body, "", -1, Look())).split())
        return str(place + 1).translate(RAISED)


def _is_hidden(element: "Element") -> bool:
    """Whether an element says of itself that it is not shown; with a condition it is taken to be so."""
    display, hidden = element.get(f"{TEXT}display"), element.get(f"{TEXT}is-hidden")
    if hidden is not None:
        return hidden != "false"
    if display in {"none", "condition"} or element.tag in _HIDDEN_HERE:
        return True
    return element.get(f"{TABLE}visibility") in _UNSEEN_ROWS or element.get(f"{TABLE}display") == "false"


def _list_formats(trees: list["Element | None"]) -> Formats:
    """The shape of each level of each list style: a bullet, or the form of its number."""
    formats: Formats = {}
    for tree in trees:
        for style in tree.iter(f"{TEXT}list-style") if tree is not None else ():
            name = style.get(f"{STYLE}name") or ""
            for entry in style:
                level = entry.get(f"{TEXT}level") or "1"
                is_number = entry.tag == f"{TEXT}list-level-style-number"
                form = entry.get(f"{STYLE}num-format") or "" if is_number else BULLET
                formats[name, _whole(level) - 1] = form
    return formats


def _whole(value: str) -> int:
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 5 else 1
