"""The two forms in which the House gives its own rows: OData JSON with any `$expand`, and the XML of the SyncFeed.

The feed writes `documentNummer` where OData writes `DocumentNummer`, and gives relations as ids (`ref`).
"""

import json
import re
from contextlib import suppress
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.official.contents import FileContents, Kind
from briefcli.official.house_rows import SORTS, read_row
from briefcli.official.tree import Element
from briefcli.official.values import Report
from briefcli.patterns import Pattern

_SORT = re.compile(r"#(?:Collection\((?:[\w.]+\.)?)?([A-Za-z]+)")
_AT_BYTE = re.compile(r" \(byte ([0-9]+)\)")
_skip = Pattern(r"[ \t\r\n]*").after  # over the blanks at a place
_decode = json.JSONDecoder(strict=False).raw_decode
_NO_JSON = (msgspec.MsgspecError, ValueError, RecursionError)  # wrong UTF-8 is a ValueError


def read_odata(record: FileContents, data: bytes) -> None:
    """Every row of the file: a page, a list of pages or rows, or several of these one after the other (JSON lines).

    What cannot be read is a diagnostic of the record; what stands before it counts. Never raises.
    """
    record.kind = Kind.ODATA
    try:
        value = msgspec.json.decode(data)
    except _NO_JSON as error:
        value, data = _listed(record, data, error)
    faults: list[tuple[str, str]] = []
    for number, page in enumerate(value if isinstance(value, list) else [value]):
        place = f"[{number}]" if isinstance(value, list) else ""
        _read_page(record, page, place, lambda place, message: faults.append((place, message)))
    if faults:
        text = data.decode("utf-8", "replace")
        places = _places_of(text, [path for path, _ in faults])
        for (path, message), offset in zip(faults, places, strict=True):
            words = tr("{place}: {message}", place=path, message=message) if path else message
            record.report(words, _place(text, offset))


def _listed(record: FileContents, data: bytes, error: Exception) -> tuple[list[Any], bytes]:
    """The values of JSON lines as one list, each on its own line still; the first part that is no JSON is reported."""
    text, at, values, listed = data.decode("utf-8", "replace"), 0, list[Any](), ["["]
    try:
        while at < len(text):
            begin, end = at, int(_decode(text, at)[1])
            values.append(msgspec.json.decode(text[begin:end].encode()))
            at = _skip(text, end)
            listed += text[begin:end], ",", text[end:at]
    except _NO_JSON:
        byte = _AT_BYTE.search(str(error))
        first = len(data[: int(byte[1]) if byte else None].decode("utf-8", "replace"))
        record.refuse(tr("this cannot be read as JSON"), _place(text, at or first))
    return values, "".join((*listed, "]")).encode()


def _read_page(record: FileContents, page: Any, place: str, report: Report) -> None:
    """The rows of a page, of which it says the sort, or the one row that stands alone."""
    context = page.get("@odata.context") if isinstance(page, dict) else None
    found = _SORT.search(context) if isinstance(context, str) else None
    sort = found[1] if found else None
    if not isinstance(page, dict) or not {"value", "error"} & page.keys():
        read_row(record, page, place, sort, report)
        return
    rows = page.get("value")
    if not isinstance(rows, list):
        error = page.get("error")
        said = error.get("message") if isinstance(error, dict) else error
        refused = tr("the service answered with an error: {message}", message=said)
        record.refuse(refused if said else tr("this has no list of rows under “value”"))
        return
    record.next_page = str(page.get("@odata.nextLink") or "")
    for number, row in enumerate(rows):
        inner = f"{place}.value[{number}]" if place else f"value[{number}]"
        read_row(record, row, inner, sort, report)


def _place(text: str, at: int) -> tuple[int, int]:
    """Line and column of an offset."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _places_of(text: str, paths: list[str]) -> list[int]:
    """The offset of each value, as of `value[3].Datum`; where it is not there, of the last step that is."""
    steps = {
        path: [path[:end] for end in range(len(path) + 1) if path[end : end + 1] in {"", ".", "["}] for path in paths
    }
    found = {"": _skip(text, 0)}
    with suppress(ValueError, IndexError, RecursionError):  # what is found so far will do
        _walk(text, found[""], "", {step for each in steps.values() for step in each}, found)
    return [next((found[step] for step in reversed(steps[path]) if step in found), found[""]) for path in paths]


def _walk(text: str, at: int, path: str, wanted: set[str], found: dict[str, int]) -> int:
    """Note where the wanted values of one list or object are; the place after it."""
    is_list = text[at] == "["
    if not is_list and text[at] != "{":
        return int(_decode(text, at)[1])
    number, at = 0, _skip(text, at + 1)
    while text[at] not in "]}":
        if is_list:
            inner = f"{path}[{number}]"
        else:
            key, at = _decode(text, at)
            inner = f"{path}.{key}" if path else key
            at = _skip(text, _skip(text, at) + 1)
        if inner in wanted:
            found.setdefault(inner, at)
            at = _walk(text, at, inner, wanted, found)
        else:
            at = _decode(text, at)[1]
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
        number += 1
    return at + 1


_NAMES = {name.casefold(): name for name in SORTS}


def read_syncfeed(record: FileContents, root: Element) -> None:
    """Each row of the feed. A page with a link `next` has others behind it; the last page has `resume`."""
    record.kind = Kind.SYNCFEED
    links = {each.attributes.get("rel"): each.attributes.get("href", "") for each in root.walk("link")}
    record.next_page = "" if "resume" in links else links.get("next", "")
    for row in root.outermost(is_row):

        def report(place: str, message: str, at: Element = row) -> None:
            record.report(f"{place}: {message}", at.place)

        read_row(record, _values(row), row.name, _NAMES.get(row.name.casefold()), report)
    if not record.rows and (entry := next(root.walk("entry"), None)):
        record.report(tr("no entry of this feed can be read"), entry.place)


def is_row(element: Element) -> bool:
    """Whether it is one of the feed; `properties` hold a row of OData as XML."""
    return element.name.casefold() in _NAMES or element.name == "properties"


def _values(row: Element) -> dict[str, Any]:
    """The fields under OData's names; a field that stands there more than once is a list."""
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
