"""The paragraphs of a Word file (.docx), in order, as lines of text.

Lists get their bullet or number back, footnotes a raised number in the text and a line at the end. Text that a
tracked change deleted, and hidden text, is not part of the memo; that some was there is reported.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefcli.memo.extract.labels import BULLET, ListCounter
from briefcli.memo.extract.package import IN_ROW, LONGEST_LABEL, Package
from briefcli.memo.text import RAISED

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = {f"{_W}del", f"{_W}moveFrom"}
_APART = {f"{_W}txbxContent", _FALLBACK, f"{_W}p"}  # in a paragraph, but none of its text: a text box

Levels = dict[tuple[str, int], str]


def word_lines(package: Package) -> tuple[list[str], list[str]]:
    """The lines of header, body, footer and footnotes, one or more for each paragraph; and remarks."""
    body = package.tree("word/document.xml")
    if body is None:
        return [], []
    reader = _Reader(_list_formats(package), _style_lists(package))
    lines: list[str] = []
    for part in _named(package, "header"):
        lines += reader.lines(part)
    lines += reader.lines(body)
    for part in _named(package, "footer"):
        lines += reader.lines(part)
    lines += _note_lines(package, reader)
    return lines, reader.remarks()


def _named(package: Package, kind: str) -> Iterator["Element"]:
    for name in sorted(package.parts):
        if name.startswith(f"word/{kind}") and name.endswith(".xml"):
            tree = package.tree(name)
            if tree is not None:
                yield tree


class _Reader:
    def __init__(self, formats: Levels, style_lists: dict[str, tuple[str, int]]) -> None:
        self._formats = formats
        self._style_lists = style_lists
        self._counter = ListCounter()
        self._notes: dict[str, str] = {}
        self._left_out: set[str] = set()

    def lines(self, tree: "Element") -> list[str]:
        lines: list[str] = []
        for paragraph, is_followed in self._paragraphs(tree):
            text = "".join(self._texts(paragraph)).strip("\n")
            lines += f"{self._label(paragraph, text)}{text}".split("\n")
            if is_followed and 0 < len(text) < LONGEST_LABEL:
                lines[-1] += IN_ROW
        return lines

    def number_of(self, note: str) -> str | None:
        return self._notes.get(note)

    def remarks(self) -> list[str]:
        return [f"{what} is left out" for what in sorted(self._left_out)]

    def _paragraphs(self, element: "Element", *, is_followed: bool = False) -> Iterator[tuple["Element", bool]]:
        """Each paragraph, and whether it stands in a cell of a table that another cell follows."""
        cells = element.findall(f"{_W}tc")
        for child in element:
            if child.tag == _FALLBACK:  # the same text once more, for older programs
                continue
            followed = child is not cells[-1] if child in cells else is_followed
            if child.tag == f"{_W}p":
                yield child, followed
            yield from self._paragraphs(child, is_followed=followed)

    def _texts(self, element: "Element") -> Iterator[str]:
        for child in element:
            if child.tag in _APART:
                continue
            if child.tag in _DELETED:
                self._left_out.add("text that a tracked change deleted")
            elif child.tag == f"{_W}r" and child.find(f"{_W}rPr/{_W}vanish") is not None:
                self._left_out.add("hidden text")
            elif child.tag == f"{_W}r" and _is_blackened(child):
                self._left_out.add("text that was made black")
            else:
                yield from self._text(child)

    def _text(self, element: "Element") -> Iterator[str]:
        tag = element.tag.removeprefix(_W)
        if tag == "t":
            yield element.text or ""
        elif tag == "tab":
            yield "\t"
        elif tag in {"br", "cr"}:
            yield "\n"
        elif tag == "noBreakHyphen":
            yield "-"
        elif tag in {"footnoteReference", "endnoteReference"}:
            key = f"{tag[:-9]}{element.get(f'{_W}id')}"
            yield self._notes.setdefault(key, str(len(self._notes) + 1)).translate(RAISED)
        else:
            yield from self._texts(element)

    def _label(self, paragraph: "Element", text: str) -> str:
        """The bullet or number in front of a list item, indented by its level."""
        if not text.strip():
            return ""
        number = _attribute(paragraph, "pPr/numPr/numId")
        level = _level(_attribute(paragraph, "pPr/numPr/ilvl"))
        if number is None:
            style = _attribute(paragraph, "pPr/pStyle") or ""
            number, level = self._style_lists.get(style, ("0", 0))
        if number == "0":
            return ""
        return self._counter.label(number, level, self._formats.get((number, level), BULLET))


def _is_blackened(run: "Element") -> bool:
    highlight, shade = run.find(f"{_W}rPr/{_W}highlight"), run.find(f"{_W}rPr/{_W}shd")
    return (highlight is not None and highlight.get(f"{_W}val") == "black") or (
        shade is not None and shade.get(f"{_W}fill") == "000000"
    )


def _list_formats(package: Package) -> Levels:
    """The format of each level of each list: bullet, decimal, lowerLetter, …"""
    tree = package.tree("word/numbering.xml")
    if tree is None:
        return {}
    abstract: dict[str | None, dict[int, str]] = {}
    for definition in tree.iter(f"{_W}abstractNum"):
        abstract[definition.get(f"{_W}abstractNumId")] = {
            _level(level.get(f"{_W}ilvl")): _attribute(level, "numFmt") or BULLET
            for level in definition.iter(f"{_W}lvl")
        }
    return {
        (number.get(f"{_W}numId") or "", level): form
        for number in tree.iter(f"{_W}num")
        for level, form in abstract.get(_attribute(number, "abstractNumId"), {}).items()
    }


def _style_lists(package: Package) -> dict[str, tuple[str, int]]:
    """Paragraph styles that are list items of themselves."""
    tree = package.tree("word/styles.xml")
    lists: dict[str, tuple[str, int]] = {}
    for style in tree.iter(f"{_W}style") if tree is not None else ():
        number = _attribute(style, "pPr/numPr/numId")
        if number is not None:
            lists[style.get(f"{_W}styleId") or ""] = (number, _level(_attribute(style, "pPr/numPr/ilvl")))
    return lists


def _note_lines(package: Package, reader: _Reader) -> list[str]:
    """Each foot- or endnote that the text refers to, as `number text`, in order of number."""
    notes: list[tuple[int, str]] = []
    for kind in ("footnote", "endnote"):
        tree = package.tree(f"word/{kind}s.xml")
        for note in tree.iter(f"{_W}{kind}") if tree is not None else ():
            number = reader.number_of(f"{kind}{note.get(f'{_W}id')}")
            if number is not None:
                notes.append((int(number), " ".join(" ".join(reader.lines(note)).split())))
    return [f"{number} {text}" for number, text in sorted(notes)]


def _attribute(element: "Element", path: str) -> str | None:
    """The `w:val` of the element at a path such as `pPr/numPr/numId`."""
    found = element.find("/".join(f"{_W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{_W}val")


def _level(value: str | None) -> int:
    """A list's level; word processors know nine."""
    return min(int(value), 8) if value and value.isascii() and value.isdecimal() and len(value) < 3 else 0
