"""Reads the two formats of the House's own rows: OData JSON with any `$expand`, and the XML of the SyncFeed.

The feed writes `documentNummer` for OData's `DocumentNummer`, and has only the ids (`ref`) of related rows.
"""

import json
import re
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.official.contents import FileContents, RecordFormat
from briefcli.official.house_rows import SORTS, read_row
from briefcli.official.tree import Element

_SORT = re.compile(r"#(?:Collection\((?:[\w.]+\.)?)?([A-Za-z]+)")


def read_odata(contents: FileContents, data: bytes) -> None:
    """Read every row of a file: a page, a row, or a list of pages or rows.

    Never raises: what cannot be read becomes a diagnostic. A diagnostic about a row names the row and its field, and
    has no line: most files have all rows on one.
    """
    contents.kind = RecordFormat.ODATA
    try:
        value = msgspec.json.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError):  # invalid UTF-8 is a ValueError
        try:  # control characters, and NaN as no value
            value = json.loads(data.decode("utf-8", "replace"), strict=False, parse_constant=lambda _: None)
        except (ValueError, RecursionError) as error:
            place = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
            contents.refuse(tr("this cannot be read as JSON"), place)
            return
    for number, page in enumerate(value if isinstance(value, list) else [value]):
        _read_page(contents, page, f"[{number}]" if isinstance(value, list) else "")


def _read_page(contents: FileContents, page: Any, place: str) -> None:
    """Read the rows of a page, which names their sort, or a row that is not on a page."""
    context = page.get("@odata.context") if isinstance(page, dict) else None
    found = _SORT.search(context) if isinstance(context, str) else None
    sort = found[1] if found else None
    if not isinstance(page, dict) or not {"value", "error"} & page.keys():
        read_row(contents, page, place, sort, (1, 1))
        return
    rows = page.get("value")
    if not isinstance(rows, list):
        error = page.get("error")
        said = error.get("message") if isinstance(error, dict) else error
        refused = tr("the service answered with an error: {message}", message=said)
        contents.refuse(refused if said else tr("this has no list of rows under “value”"))
        return
    contents.next_page = str(page.get("@odata.nextLink") or "")
    for number, row in enumerate(rows):
        inner = f"{place}.value[{number}]" if place else f"value[{number}]"
        read_row(contents, row, inner, sort, (1, 1))


_NAMES = {name.casefold(): name for name in SORTS}


def read_syncfeed(contents: FileContents, root: Element) -> None:
    """Read each row of the feed. The link `next` is the next page; the last page has a link `resume` instead."""
    contents.kind = RecordFormat.SYNCFEED
    links = {each.attributes.get("rel"): each.attributes.get("href", "") for each in root.walk("link")}
    contents.next_page = "" if "resume" in links else links.get("next", "")
    for row in root.outermost(is_row):
        read_row(contents, _values(row), row.name, _NAMES.get(row.name.casefold()), row.place)
    if not contents.rows and (entry := next(root.walk("entry"), None)):
        contents.report(tr("no entry of this feed can be read"), entry.place)


def is_row(element: Element) -> bool:
    """Whether an element is a row of the feed, or the `properties` of a row of OData in XML."""
    return element.name.casefold() in _NAMES or element.name == "properties"


def _values(row: Element) -> dict[str, Any]:
    """The fields of a row by their names in OData. A field that occurs more than once becomes a list."""
    about = row.attributes
    values: dict[str, Any] = {
        "Id": about.get("id"), "Verwijderd": about.get("verwijderd"), "ApiGewijzigdOp": about.get("bijgewerkt"),
    }  # fmt: skip
    many: dict[str, list[Any]] = {}
    for child in row.children:
        name = child.name[:1].upper() + child.name[1:]
        values.setdefault(name, None)
        if value := {"Id": child.attributes["ref"]} if "ref" in child.attributes else child.text.strip():
            many.setdefault(name, []).append(value)
    return values | {name: each[0] if len(each) == 1 else each for name, each in many.items()}
