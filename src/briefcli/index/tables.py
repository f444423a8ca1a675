"""Makes a table from the declaration of a record: the SQL to create and query it, and conversion to rows and back."""

from datetime import date
from enum import IntEnum
from functools import cache, cached_property
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec
from msgspec.structs import astuple, fields

from briefcli.domain.item import words_of
from briefcli.domain.when import When, parse_when, when_of

FAR = "9999-99-99"  # sorts after every day: stored as the last day of an item without one


class Audience(IntEnum):
    """Bits in every row that say who sees it. A row that is the same for both audiences is stored once, as BOTH."""

    PUBLIC = 1
    INTERNAL = 2
    BOTH = 3


# The tables with the words of the agendas. Internal versions have one of their own, so that their words do not
# influence the ranking of public results
WORD_TABLES = {Audience.PUBLIC: "words", Audience.INTERNAL: "words_internal"}


class Record(msgspec.Struct, frozen=True):
    """A row of the index as the views see it. Each field is a column; see `_KINDS` for the types it can have."""


R = TypeVar("R", bound=Record)
Row = tuple[Any, ...]  # as SQLite stores it: sqlite3 has no types for rows
Records = dict["RecordTable[Any]", list[tuple[Audience, Any]]]  # of one file


class _Kind(NamedTuple):
    """How a type is filled from a value of an agenda, stored and read back. None leaves the value as it is."""

    sql: str
    fill: Any = None
    store: Any = None
    read: Any = None


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else words_of(value)


def _zoned_text(when: When) -> str:
    """The date as text, followed by its time zone if that is not the home zone, as in RFC 9557."""
    return f"{when.text}[{when.zone}]" if when.zone else when.text


def _zoned_when(text: str) -> When:
    notation, _, zone = text.partition("[")
    when = parse_when(notation)
    return msgspec.structs.replace(when, zone=zone.rstrip("]")) if zone else when


_KINDS = {
    str: _Kind("TEXT", _as_text),
    int: _Kind("INTEGER"),
    bool: _Kind("INTEGER", read=bool),
    bytes: _Kind("BLOB"),
    When: _Kind(
        "TEXT",
        lambda value: when_of(value) if isinstance(value, date) else value or When.unknown(),
        _zoned_text,
        _zoned_when,
    ),
    tuple[str, ...]: _Kind("TEXT", tuple, "\n".join, lambda text: tuple(text.split("\n")) if text else ()),
}


def filled(record: type[R], item: Any, **given: Any) -> R:
    """A record with the values in `given`; its other fields are taken from the fields of `item` with the same name.

    A marked text becomes plain words, a day a When. A value that the item lacks becomes empty, or an unknown date.
    """
    for name, fill in _fills(record, type(item), *given):  # type: ignore[arg-type]  # classes can be hashed
        value = getattr(item, name)
        given[name] = value if fill is None or type(value) is str else fill(value)
    return record(**given)


@cache
def _fills(record: type[Record], item: Any, *given: str) -> list[tuple[str, Any]]:
    named = [each for each in fields(record) if each.name not in given and hasattr(item, each.name)]
    return [(each.name, _KINDS[each.type].fill) for each in named]


class RecordTable(Generic[R]):
    """The table of one record, with `indexes` on some of its columns.

    Every table also has the columns `file` and `number` (the row's place among those of its file) and `audience`.
    With `dated_by`, the name of a field with a date, it has `sort` and `last` too: a text that sorts as the date
    does (last without any day), and its last day (`FAR` without one).
    """

    def __init__(self, name: str, record: type[R], *indexes: str, dated_by: str | None = None) -> None:
        self.name = name
        self.record = record
        self._indexes = indexes
        self._dated_by = dated_by

    @cached_property
    def _columns(self) -> dict[str, _Kind]:
        return {field.name: _KINDS[field.type] for field in fields(self.record)}

    @cached_property
    def _stores(self) -> list[tuple[int, Any]]:
        return [(place, kind.store) for place, kind in enumerate(self._columns.values()) if kind.store]

    @cached_property
    def _types(self) -> list[type]:
        return [{"TEXT": str, "INTEGER": int, "BLOB": bytes}[kind.sql] for kind in self._columns.values()]

    @cached_property
    def _reads(self) -> list[tuple[int, Any]]:
        return [(place, kind.read) for place, kind in enumerate(self._columns.values()) if kind.read]

    def create(self) -> list[str]:
        """The statements that create the table and its indexes. WITHOUT ROWID keeps the rows of a file together."""
        columns = ["file INTEGER NOT NULL", "number INTEGER NOT NULL", "audience INTEGER NOT NULL"]
        columns += [f'"{name}" {kind.sql} NOT NULL' for name, kind in self._columns.items()]
        if self._dated_by:
            columns += ["sort TEXT NOT NULL", "last TEXT NOT NULL"]
        # Not for a table with bodies of some kilobytes, which would make its tree deep
        rowid = "" if bytes in {field.type for field in fields(self.record)} else " WITHOUT ROWID"
        made = f"CREATE TABLE {self.name} ({', '.join(columns)}, PRIMARY KEY (file, number)){rowid}"
        indexes = (f"CREATE INDEX {self.name}_{place} ON {self.name} {on}" for place, on in enumerate(self._indexes))
        return [made, *indexes]

    def values(self, record: R) -> Row:
        """The values of a record as they are stored, in the order of the columns."""
        values = list(astuple(record))
        for place, store in self._stores:
            values[place] = store(values[place])
        if self._dated_by:
            when: When = getattr(record, self._dated_by)
            values += ("|".join(when.sort_key), when.last.isoformat() if when.last else FAR)
        return tuple(values)

    def select(self, alias: str) -> str:
        """The columns of the table under this alias, in the order that `read` expects."""
        return ", ".join(f'{alias}."{name}"' for name in self._columns)

    def read(self, row: Row) -> R:
        """The record that these columns hold. Raises TypeError or ValueError if it cannot be: the index is damaged."""
        if not all(map(isinstance, row, self._types)):
            raise TypeError
        values = list(row)
        for place, read in self._reads:
            values[place] = read(values[place])
        return self.record(*values)
