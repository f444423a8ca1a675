"""The names of WordprocessingML, and what stands in its attributes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = {"0", "false", "off"}
# What a reader of today understands; of two ways to write a thing it shows the first that it understands
_UNDERSTOOD = {"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cex", "w16cid", "w16sdtdh"}


def local(element: "Element") -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def shown(element: "Element") -> "Iterator[Element]":
    """The elements inside one, of those written in several ways only what is shown."""
    for child in element:
        if child.tag != f"{_COMPATIBLE}AlternateContent":
            yield child
            continue
        ways = (way for way in child if _UNDERSTOOD.issuperset((way.get("Requires") or "").split()))
        way = next(ways, None)
        if way is not None:
            yield from shown(way)


def inside(element: "Element", path: str) -> "Element | None":
    """The element at a path such as `pPr/numPr/numId`."""
    return element.find("/".join(f"{W}{step}" for step in path.split("/")))


def value_at(element: "Element", path: str) -> str | None:
    """The `w:val` of the element at a path."""
    found = inside(element, path)
    return None if found is None else found.get(f"{W}val")


def switch(element: "Element | None", name: str) -> bool | None:
    """What an on-off element says; None where it is not there."""
    found = None if element is None else element.find(f"{W}{name}")
    return None if found is None else (found.get(f"{W}val") or "true").lower() not in _OFF


def whole(text: str | None) -> int | None:
    """A whole number of a size that can be meant, or None."""
    if text is None or len(text) > 8:
        return None
    try:
        return int(text)
    except ValueError:
        return None
