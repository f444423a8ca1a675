"""The SyncFeed's XML: a feed with one element a row, or one such element alone. Its rows are those of OData.

The feed writes `documentNummer` where OData writes `DocumentNummer`, and gives relations as ids (`ref`).
"""

from collections.abc import Iterator
from typing import Any

from briefcli.domain.diagnostic import problem
from briefcli.official.contents import FileContents, Kind
from briefcli.official.house_rows import RowReader
from briefcli.official.tree import Element
from briefcli.reading import official_codes

NAMES = {
    name.casefold(): name
    for name in (
        "Activiteit", "Agendapunt", "Besluit", "Commissie", "Document", "DocumentVersie", "Kamerstukdossier",
        "Toezegging", "Vergadering", "Zaak", "Fractie", "Persoon", "Stemming",
    )
}  # fmt: skip


def read_syncfeed(path: str, root: Element) -> FileContents:
    record = FileContents(path=path, kind=Kind.SYNCFEED)
    for row in _rows(root):

        def report(place: str, message: str, at: Element = row) -> None:
            record.diagnostics.append(problem(path, (at.line, at.column), official_codes.ROW, f"{place}: {message}"))

        RowReader(record, report).read(_values(row), row.name, NAMES[row.name.casefold()])
    return record


def is_row(element: Element) -> bool:
    return element.name.casefold() in NAMES


def _rows(root: Element) -> Iterator[Element]:
    """The rows, not what stands inside them."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if is_row(element):
            yield element
        else:
            waiting.extend(reversed(element.children))


def _values(row: Element) -> dict[str, Any]:
    """The fields under OData's names; a field that stands there more than once is a list."""
    values: dict[str, Any] = {"Id": row.attributes.get("id"), "Verwijderd": row.attributes.get("verwijderd")}
    values["ApiGewijzigdOp"] = row.attributes.get("bijgewerkt")
    many: dict[str, list[Any]] = {}
    for child in row.children:
        if (value := _value(child)) is not None:
            many.setdefault(child.name[:1].upper() + child.name[1:], []).append(value)
    return values | {name: each[0] if len(each) == 1 else each for name, each in many.items()}


def _value(field: Element) -> Any:
    if "ref" in field.attributes:
        return {"Id": field.attributes["ref"]}
    return field.text.strip() or None
