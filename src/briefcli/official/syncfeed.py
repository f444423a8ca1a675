"""The SyncFeed's XML: a feed with one element a row, or one such element alone. Its rows are those of OData.

The feed writes `documentNummer` where OData writes `DocumentNummer`, and gives relations as ids (`ref`).
"""

from typing import Any

from briefcli.official.contents import FileContents, Kind
from briefcli.official.house_rows import SORTS, read_row
from briefcli.official.tree import Element

_NAMES = {name.casefold(): name for name in SORTS}


def read_syncfeed(record: FileContents, root: Element) -> None:
    record.kind = Kind.SYNCFEED
    for row in root.outermost(is_row):

        def report(place: str, message: str, at: Element = row) -> None:
            record.report(f"{place}: {message}", at.place)

        read_row(record, _values(row), row.name, _NAMES[row.name.casefold()], report)


def is_row(element: Element) -> bool:
    return element.name.casefold() in _NAMES


def _values(row: Element) -> dict[str, Any]:
    """The fields under OData's names; a field that stands there more than once is a list."""
    about = row.attributes
    values: dict[str, Any] = {
        "Id": about.get("id"), "Verwijderd": about.get("verwijderd"), "ApiGewijzigdOp": about.get("bijgewerkt"),
    }  # fmt: skip
    many: dict[str, list[Any]] = {}
    for child in row.children:
        value = {"Id": child.attributes["ref"]} if "ref" in child.attributes else child.text.strip()
        if value:
            many.setdefault(child.name[:1].upper() + child.name[1:], []).append(value)
    return values | {name: each[0] if len(each) == 1 else each for name, each in many.items()}
