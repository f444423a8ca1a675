"""A view's data as CSV: a line a record, or for a single record a line a field."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from briefcli.render.clean import one_line
from briefcli.views.model import View

_FORMULA_SIGNS = ("=", "+", "-", "@")


def render_csv(view: View) -> str:
    """RFC 4180 with a header line. A text that a spreadsheet would take for a formula gets an apostrophe first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if isinstance(view.data, dict):
        writer.writerow(("field", "value"))
        writer.writerows((where, _value(value)) for where, value in _flat(view.data, ""))
    else:
        records: list[dict[str, Any]] = view.data
        header = list(records[0]) if records else []
        writer.writerow(header)
        writer.writerows([_value(record.get(name)) for name in header] for record in records)
    return out.getvalue()


def _flat(value: Any, where: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _flat(each, f"{where}.{name}" if where else name)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _flat(each, f"{where}[{number}]")
    else:
        yield where, value


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(str(_value(each)) for each in value)
    if isinstance(value, dict):
        return " ".join(f"{name}: {_value(each)}" for name, each in value.items())
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: ""}[value]
    if not isinstance(value, str):
        return value
    text = one_line(value)
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
