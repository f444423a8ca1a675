"""A view's data as CSV: a line per record, or for a single record a line per field."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from briefcli.render.clean import harmless
from briefcli.views.view import View

# A program that splits at another separator than ours sees the start of a cell after each such separator
_FORMULA = re.compile(r"""((?:^|[;,|\t])[\s"]*)(?=[=+\-@＝＋－＠])""")  # some spreadsheets accept full-width = + - @


def render_csv(view: View, *, excel: bool = False) -> str:
    """RFC 4180, with a header line. A text that a spreadsheet would take for a formula gets an apostrophe first.

    With `excel`, as Excel opens it in a country with decimal commas: semicolons between the fields, decimal commas,
    and a byte order mark at the start.
    """

    def shown(value: Any) -> Any:
        return str(value).replace(".", ",") if excel and isinstance(value, float) else _value(value)

    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if excel else ",")
    if isinstance(view.data, dict):
        writer.writerow(("field", "value"))
        writer.writerows((_value(where), shown(value)) for where, value in _flat(view.data, ""))
    else:
        records: list[dict[str, Any]] = view.data
        header = list(records[0]) if records else view.fields
        writer.writerow(header)
        writer.writerows([shown(record.get(name)) for name in header] for record in records)
    return f"\ufeff{out.getvalue()}" if excel else out.getvalue()


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
    return _FORMULA.sub(r"\1'", " ".join(harmless(value).split())) if isinstance(value, str) else value
