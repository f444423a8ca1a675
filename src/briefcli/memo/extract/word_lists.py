"""The lists of a Word file: the shape of each level's label, and the styles that are list items by themselves."""

from typing import TYPE_CHECKING

from briefcli.memo.extract.office import BULLET
from briefcli.memo.extract.word_xml import W, inside, value_at, whole

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DEEPEST = 8  # word processors know nine levels


class Lists:
    """Labels the paragraphs of one file in order; `numbering` and `styles` are its parts of that name."""

    def __init__(self, numbering: "Element | None", styles: "Element | None") -> None:
        self._formats = _formats(numbering)
        self._of_style = _of_styles(styles)

    def item(self, paragraph: "Element") -> tuple[str, int, str] | None:
        """The list, level and form of label of a list item; None for any other paragraph."""
        number = value_at(paragraph, "pPr/numPr/numId")
        level = _level(value_at(paragraph, "pPr/numPr/ilvl"))
        if number is None:
            number, level = self._of_style.get(value_at(paragraph, "pPr/pStyle") or "", ("0", 0))
        return None if number == "0" else (number, level, self._formats.get((number, level), BULLET))


def _formats(tree: "Element | None") -> dict[tuple[str, int], str]:
    """The format of each level of each list: bullet, decimal, lowerLetter, …"""
    if tree is None:
        return {}
    abstract: dict[str | None, dict[int, str]] = {}
    for definition in tree.iter(f"{W}abstractNum"):
        abstract[definition.get(f"{W}abstractNumId")] = {
            _level(level.get(f"{W}ilvl")): value_at(level, "numFmt") or BULLET for level in definition.iter(f"{W}lvl")
        }
    return {
        (number.get(f"{W}numId") or "", level): form
        for number in tree.iter(f"{W}num")
        for level, form in abstract.get(value_at(number, "abstractNumId"), {}).items()
    }


def _of_styles(tree: "Element | None") -> dict[str, tuple[str, int]]:
    lists: dict[str, tuple[str, int]] = {}
    for style in tree.iter(f"{W}style") if tree is not None else ():
        if inside(style, "pPr/numPr/numId") is not None:
            number = value_at(style, "pPr/numPr/numId") or "0"
            lists[style.get(f"{W}styleId") or ""] = (number, _level(value_at(style, "pPr/numPr/ilvl")))
    return lists


def _level(value: str | None) -> int:
    return min(max(whole(value) or 0, 0), _DEEPEST)
