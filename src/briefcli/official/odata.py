"""OData JSON as the House's service gives it: a page of rows, one row, or a list; with any `$expand`."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.official.contents import FileContents, Kind
from briefcli.official.house_rows import RowReader
from briefcli.reading import official_codes

_SORT = re.compile(r"#(?:Collection\((?:[\w.]+\.)?)?([A-Za-z]+)")
_AT_BYTE = re.compile(r" \(byte ([0-9]+)\)")
_BOM = b"\xef\xbb\xbf"


def read_odata(path: str, data: bytes) -> FileContents:
    """Every row of the file; what cannot be read is a diagnostic of the record. Never raises."""
    record = FileContents(path=path, kind=Kind.ODATA)
    data = data.removeprefix(_BOM)
    try:
        page = msgspec.json.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:  # wrong UTF-8 is a ValueError
        record.diagnostics.append(_broken(path, data, str(error)))
        return record
    faults: list[tuple[str, str]] = []
    reader = RowReader(record, lambda place, message: faults.append((place, message)))
    sort = _sort_of(page)
    if isinstance(page, dict) and not isinstance(page.get("value", []), list):
        record.diagnostics.append(_broken(path, b"", tr("“value” is no list of rows")))
        return record
    for row, place in _rows(page):
        reader.read(row, place, sort)
    if faults:
        _locate(record, data.decode("utf-8", "replace"), faults)
    return record


def _rows(page: Any) -> Iterable[tuple[Any, str]]:
    if isinstance(page, dict) and isinstance(page.get("value"), list):
        return ((row, f"value[{at}]") for at, row in enumerate(page["value"]))
    if isinstance(page, list):
        return ((row, f"[{at}]") for at, row in enumerate(page))
    return [(page, "")]


def _sort_of(page: Any) -> str | None:
    context = page.get("@odata.context") if isinstance(page, dict) else None
    found = _SORT.search(context) if isinstance(context, str) else None
    return found[1] if found else None


def _broken(path: str, data: bytes, message: str) -> Diagnostic:
    at = _AT_BYTE.search(message)
    end = min(int(at[1]), len(data)) if at else len(data)
    text = data[:end].decode("utf-8", "replace")
    place = (text.count("\n") + 1, len(text) - text.rfind("\n"))
    return problem(path, place, official_codes.UNREADABLE, tr("this cannot be read as JSON"))


def _locate(record: FileContents, text: str, faults: list[tuple[str, str]]) -> None:
    """Turn the faults into diagnostics, each at the value it is about."""
    from briefcli.official.json_places import places_of

    found = places_of(text, [path for path, _ in faults])
    for (path, message), at in zip(faults, found, strict=True):
        place = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        words = tr("{place}: {message}", place=path, message=message) if path else message
        record.diagnostics.append(problem(record.path, place, official_codes.ROW, words))
