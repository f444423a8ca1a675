"""The ids of all meetings, of which most commands need to know only whether one is among them."""

import sqlite3
from collections.abc import Sequence
from functools import cached_property
from typing import overload


class Ids(Sequence[str]):
    """In alphabetical order; read when they are gone through."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __contains__(self, id_: object) -> bool:
        if not isinstance(id_, str) or not id_.isprintable():  # SQLite takes no halves of surrogate pairs
            return isinstance(id_, str) and id_ in self._all
        return self._connection.execute("SELECT 1 FROM meeting WHERE id = ?", (id_,)).fetchone() is not None

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        return self._all[place]

    @cached_property
    def _all(self) -> list[str]:
        return [row[0] for row in self._connection.execute("SELECT DISTINCT id FROM meeting ORDER BY id")]
