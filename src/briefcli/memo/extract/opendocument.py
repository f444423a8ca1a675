"""The paragraphs of an OpenDocument text (.odt), in order, as lines of text.

Lists get their bullet or number back, notes a raised number in the text and a line at the end. Text that a
tracked change deleted is not part of the memo; that some was there is reported.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefcli.errors import BriefError
from briefcli.memo.extract.labels import BULLET, ListCounter
from briefcli.memo.extract.package import IN_ROW, LONGEST_LABEL, Package
from briefcli.memo.text import RAISED

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = f"{{{_NAMESPACE}text:1.0}}"
_STYLE = f"{{{_NAMESPACE}style:1.0}}"
_OFFICE = f"{{{_NAMESPACE}office:1.0}}"
_TABLE = f"{{{_NAMESPACE}table:1.0}}"
_DRAW = f"{{{_NAMESPACE}drawing:1.0}}"
_ENCRYPTED = f"{{{_NAMESPACE}manifest:1.0}}encryption-data"
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_MOST_SPACES = 40

Formats = dict[tuple[str, int], str]


def opendocument_lines(package: Package) -> tuple[list[str], list[str]]:
    """The lines of running heads, body and notes, one or more for each paragraph; and remarks."""
    manifest = package.tree("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(_ENCRYPTED), None) is not None:
        raise BriefError(f"{package.name} is protected with a password", "save it without a password first")
    content = package.tree("content.xml")
    body = None if content is None else content.find(f"{_OFFICE}body/{_OFFICE}text")
    if content is None or body is None:
        raise BriefError(f"{package.name} is no text document", "give the memo itself, not a sheet or slides")
    styles = package.tree("styles.xml")
    reader = _Reader(_list_formats([content, styles]))
    lines: list[str] = []
    for header in styles.iter(f"{_STYLE}header") if styles is not None else ():
        lines += reader.block(header, "", -1)
    lines += reader.block(body, "", -1)
    lines += [f"{number} {text}" for number, text in enumerate(reader.notes, start=1)]
    return lines, reader.remarks


class _Reader:
    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._counter = ListCounter()
        self.notes: list[str] = []
        self.remarks: list[str] = []

    def block(self, element: "Element", style: str, level: int) -> list[str]:
        """The lines of everything in an element: paragraphs, lists, tables, sections."""
        lines: list[str] = []
        for child in element:
            if child.tag == f"{_TEXT}tracked-changes":
                self.remarks.append("text that a tracked change deleted is left out")
            elif child.tag in _PARAGRAPHS:
                boxes: list[Element] = []
                text = "".join(self._texts(child, boxes))
                lines += text.split("\n")
                for box in boxes:
                    lines += self.block(box, "", -1)
            elif child.tag == f"{_TEXT}list":
                lines += self._list(child, child.get(f"{_TEXT}style-name") or style, level + 1)
            elif child.tag == f"{_TABLE}table-row":
                lines += self._row(child, style, level)
            else:
                lines += self.block(child, style, level)
        return lines

    def _row(self, row: "Element", style: str, level: int) -> list[str]:
        lines: list[str] = []
        for cell in row:
            lines += self.block(cell, style, level)
            if cell is not row[-1] and lines and 0 < len(lines[-1]) < LONGEST_LABEL:
                lines[-1] += IN_ROW
        return lines

    def _list(self, element: "Element", style: str, level: int) -> list[str]:
        lines: list[str] = []
        for item in element:
            inner = self.block(item, style, level)
            if item.tag == f"{_TEXT}list-item" and len(item) and item[0].tag in _PARAGRAPHS and inner[0].strip():
                inner[0] = self._counter.label(style, level, self._formats.get((style, level), BULLET)) + inner[0]
            lines += inner
        return lines

    def _texts(self, element: "Element", boxes: list["Element"]) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from self._text(child, boxes)
            yield child.tail or ""

    def _text(self, element: "Element", boxes: list["Element"]) -> Iterator[str]:
        tag = element.tag.removeprefix(_TEXT)
        if tag == "s":
            count = element.get(f"{_TEXT}c") or "1"
            yield " " * min(_whole(count), _MOST_SPACES)
        elif tag == "tab":
            yield "\t"
        elif tag == "line-break":
            yield "\n"
        elif tag == "note":
            yield self._note(element)
        elif element.tag.startswith(_DRAW):
            boxes.append(element)
        elif tag not in {"annotation", f"{_OFFICE}annotation"}:
            yield from self._texts(element, boxes)

    def _note(self, element: "Element") -> str:
        body = element.find(f"{_TEXT}note-body")
        place = len(self.notes)
        self.notes.append("")
        if body is not None:
            self.notes[place] = " ".join(" ".join(self.block(body, "", -1)).split())
        return str(place + 1).translate(RAISED)


def _list_formats(trees: list["Element | None"]) -> Formats:
    """The shape of each level of each list style: a bullet, or the form of its number."""
    formats: Formats = {}
    for tree in trees:
        for style in tree.iter(f"{_TEXT}list-style") if tree is not None else ():
            name = style.get(f"{_STYLE}name") or ""
            for entry in style:
                level = entry.get(f"{_TEXT}level") or "1"
                is_number = entry.tag == f"{_TEXT}list-level-style-number"
                form = entry.get(f"{_STYLE}num-format") or "" if is_number else BULLET
                formats[name, _whole(level) - 1] = form
    return formats


def _whole(value: str) -> int:
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 5 else 1
