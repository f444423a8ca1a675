"""The JSON Schema (2020-12) of an agenda, for editors: made from the declaration of the fields.

Only `brief check` finds what a schema cannot express: a duplicate key, a day that its month does not have, dates that
make no sense together, and everything that needs a second file. A test lists these codes.
"""

import json
from enum import StrEnum
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.due import Due
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import DUTCH, usual_word
from briefcli.domain.when import When
from briefcli.reading.shapes import Shape, form_of, records
from briefcli.yes_no import FALSE, TRUE

Schema = dict[str, Any]

_DAY = r"(?:0[1-9]|[12][0-9]|3[01])"
_TIME = r"T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::00)?"
_POINT = (
    rf"(?:[0-9]{{4}}(?:-W(?:0[1-9]|[1-4][0-9]|5[0-3])|-(?:0[1-9]|1[0-2])(?:-{_DAY}(?:{_TIME})?)?)?"
    rf"|XXXX-(?:0[1-9]|1[0-2])(?:-{_DAY})?)\??"
)
_WHEN = rf"(?:unknown|{_POINT}|(?:{_POINT}|\.\.)/(?:{_POINT}|\.\.))"
_COUNT = r"(?:[0-9]{1,4}\s+(?:workday|day|week|month)s?\s+|(?:the\s+)?[a-z]+day\s+)?"
_RELATIVE = rf"{_COUNT}(?:before|after|on)\s+\S.*"


def schema_text() -> str:
    return json.dumps(agenda_schema(), ensure_ascii=False, indent=2) + "\n"


def agenda_schema() -> Schema:
    """The schema. It has every field with its description and examples, and accepts short forms."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Agenda",
        **_record(Agenda),
        "$defs": {each.__name__: _record(each) for each in records() if each is not Agenda},
    }


def _record(record: type[msgspec.Struct]) -> Schema:
    form = form_of(record)
    schema: Schema = {
        "description": tr((record.__doc__ or "").strip()),
        "type": "object",
        "properties": {name: _field(shape) for name, shape in form.shapes.items()},
        "additionalProperties": False,
        "required": list(form.required),
    }
    return {key: value for key, value in schema.items() if value not in ("", [])}


def _field(shape: Shape) -> Schema:
    forms: list[Schema] = [{"enum": list(shape.vocabulary)}] if shape.vocabulary else []
    forms += [_leaf(shape.leaf)] if shape.leaf is not None else []
    forms += [{"$ref": f"#/$defs/{shape.record.__name__}"}] if shape.record is not None else []
    if shape.many:
        forms = [{"type": "array", "items": _any([*forms, _EMPTY])}, *forms]
    schema: Schema = {"description": tr(shape.description)}
    if shape.examples:
        schema["examples"] = list(shape.examples)
    return schema | _any(forms if shape.required else [*forms, _EMPTY])


def _leaf(kind: type) -> Schema:
    if issubclass(kind, StrEnum):
        dutch = [word for word in DUTCH if usual_word(word, list(kind)) != word]
        return {"enum": [*(str(each) for each in kind), *dutch]}
    if kind is str or issubclass(kind, Marked):
        return {"type": ["string", "number", "boolean"]}
    return _LEAVES[kind]


def _any(forms: list[Schema]) -> Schema:
    flat = [part for form in forms for part in (form["anyOf"] if form.keys() == {"anyOf"} else [form])]
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def _text_or(kind: str, pattern: str, **bounds: int) -> Schema:
    """A number, or a text of this pattern."""
    return {"anyOf": [{"type": kind, **bounds}, {"type": "string", "pattern": rf"^\s*{pattern}\s*$"}]}


# In any case, for which JSON Schema has no sign
_TRUTH = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in sorted(TRUE | FALSE))
_EMPTY: Schema = {"type": "null"}
_LEAVES: dict[type, Schema] = {
    bool: {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": f"^(?:{_TRUTH})$"}]},
    int: _text_or("integer", "-?[0-9]+"),
    float: _text_or("number", r"-?[0-9]+(?:\.[0-9]+)?"),
    When: _text_or("integer", _WHEN, minimum=1000, maximum=9999),
    Due: _text_or("integer", f"(?:{_WHEN}|{_RELATIVE})", minimum=1000, maximum=9999),
}
