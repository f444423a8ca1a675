"""The tables of words are filled when someone searches: with what came into the index since the last search.

Other commands need none of it, and to look up every word of an agenda takes as long as half of the rest of reading it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefcli.domain.texts import texts_by_field
from briefcli.index import fulltext, schema
from briefcli.index.bodies import decode
from briefcli.index.maker import Made
from briefcli.index.workers import done_in_batches


class Worded(NamedTuple):
    """The words of one version of an agenda: its number, the table they belong in, and a text for each column."""

    number: int
    table: str
    columns: list[str]


_Row = tuple[int, int, bytes]  # the number of a version of an agenda, its audience and its body
_NAMES = ", ".join(f'"{name}"' for name in fulltext.COLUMNS)
_MARKS = ", ".join("?" for _ in fulltext.COLUMNS)


def lacking(connection: sqlite3.Connection, made: Made) -> int:
    """How many versions of agendas have still to be looked through, or forgotten."""
    sql = "SELECT (SELECT count(*) FROM meeting WHERE number > ?) + (SELECT count(*) FROM forgotten)"
    (count,) = connection.execute(sql, (made.worded,)).fetchone()
    return int(count)


def remember(connection: sqlite3.Connection, made: Made, most: int) -> Iterator[Made]:
    """Take up the words of at most so many versions; yields, after each batch, how far the index is then."""
    _forget(connection)
    sql = (
        "SELECT m.number, m.audience, a.body FROM meeting m JOIN agenda a USING (number) "
        "WHERE m.number > ? ORDER BY m.number LIMIT ?"
    )
    rows = connection.execute(sql, (made.worded, most)).fetchall()
    numbers = iter([number for number, *_ in rows])
    found: dict[int, Worded] = {}
    next_ = next(numbers, None)
    for batch in done_in_batches(_worded, rows, list[Worded]):
        found.update((each.number, each) for each in batch)
        in_order: list[Worded] = []
        while next_ in found:  # they come in any order, and what is taken up goes up to one number
            in_order.append(found.pop(next_))
            next_ = next(numbers, None)
        if in_order:
            _insert(connection, in_order)
            made = made._replace(worded=in_order[-1].number)
            yield made
    if len(rows) < most:
        yield made._replace(worded=made.highest)


def _worded(rows: Sequence[_Row]) -> list[Worded]:
    return [
        Worded(number, fulltext.table_of(audience), fulltext.indexed(texts_by_field(decode(body))))
        for number, audience, body in rows
    ]


def _insert(connection: sqlite3.Connection, all_: Sequence[Worded]) -> None:
    for table in schema.WORDS.values():
        values = [(each.number, *each.columns) for each in all_ if each.table == table]
        sql = f"INSERT INTO {table} (rowid, {_NAMES}) VALUES (?, {_MARKS})"  # noqa: S608  # our own names
        connection.executemany(sql, values)


def _forget(connection: sqlite3.Connection) -> None:
    """The words of agendas that are gone. A table without texts has to be told once more what stood there."""
    for worded in _worded(connection.execute("SELECT number, audience, body FROM forgotten").fetchall()):
        table = worded.table
        sql = f"INSERT INTO {table} ({table}, rowid, {_NAMES}) VALUES ('delete', ?, {_MARKS})"  # noqa: S608
        connection.execute(sql, (worded.number, *worded.columns))
    connection.execute("DELETE FROM forgotten")
