"""Reads the two formats of the House's own rows: OData JSON with any `$expand`, and the XML of the SyncFeed.

The feed writes `documentNummer` for OData's `DocumentNummer`, and has only the ids (`ref`) of related rows.
"""

import json
import re
from contextlib import suppress
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.official.contents import MOST_MISTAKES, FileContents, RecordFormat
from briefcli.official.house_rows import SORTS, read_row
from briefcli.official.tree import Element
from briefcli.official.values import Report
from briefcli.patterns import Pattern

_SORT = re.compile(r"#(?:Collection\((?:[\w.]+\.)?)?([A-Za-z]+)")
_STEP_END = re.compile(r"(?=[.\[]|\Z)")
_AT_BYTE = re.compile(r" \(byte ([0-9]+)\)")
_skip = Pattern(r"[ \t\r\n]*").after  # the offset after the whitespace at an offset
_decode = json.JSONDecoder(strict=False).raw_decode
_NO_JSON = (msgspec.MsgspecError, ValueError, RecursionError)  # invalid UTF-8 is a ValueError


def read_odata(contents: FileContents, data: bytes) -> None:
    """Read every row of a file: a page, a list of pages or rows, or several of these in sequence (JSON lines).

    Never raises: what cannot be read becomes a diagnostic, and what comes before it counts.
    """
    contents.kind = RecordFormat.ODATA
    begins = {"": 0}
    try:
        value = msgspec.json.decode(data)
    except _NO_JSON as error:
        value, begins = _listed(contents, data, error)
    faults: list[tuple[str, str]] = []
    for number, page in enumerate(value if isinstance(value, list) else [value]):
        place = f"[{number}]" if isinstance(value, list) else ""
        _read_page(contents, page, place, lambda place, message: faults.append((place, message)))
    if faults:
        text = data.decode("utf-8", "replace")
        paths = [path for path, _ in faults[: MOST_MISTAKES + 1]]  # more are counted, not shown
        places = [_place(text, offset) for offset in _places_of(text, begins, paths)]
        for number, (path, message) in enumerate(faults):
            words = tr("{place}: {message}", place=path, message=message) if path else message
            contents.report(words, places[min(number, MOST_MISTAKES)])


def _listed(contents: FileContents, data: bytes, error: Exception) -> tuple[list[Any], dict[str, int]]:
    """The values of JSON lines up to one that is no JSON, which is reported; and their offsets by path (`[2]`)."""
    text, at, values, begins = data.decode("utf-8", "replace"), 0, list[Any](), dict[str, int]()
    try:
        while at < len(text):
            begin, end = at, int(_decode(text, at)[1])
            values.append(msgspec.json.decode(text[begin:end].encode()))
            begins[f"[{len(values) - 1}]"] = begin
            at = _skip(text, end)
    except _NO_JSON:
        byte = _AT_BYTE.search(str(error))
        first = len(data[: int(byte[1]) if byte else None].decode("utf-8", "replace"))
        contents.refuse(tr("this cannot be read as JSON"), _place(text, at or first))
    return values, begins


def _read_page(contents: FileContents, page: Any, place: str, report: Report) -> None:
    """Read the rows of a page, which names their sort, or a row that is not on a page."""
    context = page.get("@odata.context") if isinstance(page, dict) else None
    found = _SORT.search(context) if isinstance(context, str) else None
    sort = found[1] if found else None
    if not isinstance(page, dict) or not {"value", "error"} & page.keys():
        read_row(contents, page, place, sort, report)
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
        read_row(contents, row, inner, sort, report)


def _place(text: str, at: int) -> tuple[int, int]:
    """The line and column of an offset."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _places_of(text: str, begins: dict[str, int], paths: list[str]) -> list[int]:
    """The offset of the value at each path, such as `value[3].Datum`, or of the last step in it that exists."""
    steps = {path: ["", *(path[: each.start()] for each in _STEP_END.finditer(path))] for path in paths}
    wanted, found = {step for each in steps.values() for step in each}, {"": 0}
    with suppress(ValueError, IndexError, RecursionError):  # the offsets found so far will do
        for path, begin in begins.items():
            _walk(text, _skip(text, begin), path, wanted, found)
    return [next(found[step] for step in reversed(steps[path]) if step in found) for path in paths]


def _walk(text: str, at: int, path: str, wanted: set[str], found: dict[str, int]) -> int:
    """Note the offset of a value and of those in it, if wanted. Returns the offset after the value."""
    if path in wanted:
        found[path] = at
    if path not in wanted or text[at] not in "[{":
        return int(_decode(text, at)[1])
    is_list, number, at = text[at] == "[", 0, _skip(text, at + 1)
    while text[at] not in "]}":
        inner = f"{path}[{number}]"
        if not is_list:
            key, at = _decode(text, at)
            inner, at = f"{path}.{key}" if path else key, _skip(text, _skip(text, at) + 1)
        at = _skip(text, _walk(text, at, inner, wanted, found))
        at = _skip(text, at + (text[at] == ","))
        number += 1
    return at + 1


_NAMES = {name.casefold(): name for name in SORTS}


def read_syncfeed(contents: FileContents, root: Element) -> None:
    """Read each row of the feed. The link `next` is the next page; the last page has a link `resume` instead."""
    contents.kind = RecordFormat.SYNCFEED
    links = {each.attributes.get("rel"): each.attributes.get("href", "") for each in root.walk("link")}
    contents.next_page = "" if "resume" in links else links.get("next", "")
    for row in root.outermost(is_row):

        def report(place: str, message: str, at: Element = row) -> None:
            contents.report(f"{place}: {message}", at.place)

        read_row(contents, _values(row), row.name, _NAMES.get(row.name.casefold()), report)
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
