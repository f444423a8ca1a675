"""The words of an agenda as they are looked up: without accents, in small letters, and as stems.

For each version of an agenda a full-text table holds the texts field by field and the stems of all its words. What
is found there are agendas that may have the answer; `scoring` then looks where in them the words stand.

Only a search needs these tables, so a search fills them, with what was indexed since the last one: to index the
words of an agenda takes as long as half of the rest of reading it.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from briefcli.domain import composed
from briefcli.domain.agenda import Agenda
from briefcli.domain.composed import UNSEEN, without_unseen
from briefcli.domain.texts import texts_by_field
from briefcli.index.parallel import in_batches
from briefcli.index.records import decoded
from briefcli.index.tables import Audience

STEMS = "stems"
COLUMNS = (*Agenda.__struct_fields__, STEMS)

# What only the internal version says is counted apart, so that it leaves no trace in how public answers are ranked
TABLES = {Audience.PUBLIC: "words", Audience.INTERNAL: "words_internal"}

# Letters and figures; an accent that is written apart belongs to its letter, as SQLite sees it too, and a sign that
# nobody sees (a place where a word may be broken) to its word
WORD = re.compile(rf"[^\W_]+(?:[\u0300-\u036f{UNSEEN}]+[^\W_]*)*")
_KNOWN = 200_000  # words that are remembered once they were folded or stemmed

_NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
_MARKS = ", ".join("?" for _ in COLUMNS)


def add_words(connection: sqlite3.Connection, watch: Callable[[int, int], None]) -> None:
    """Bring the tables up to date with the agendas, within a transaction.

    They hold no copy of the texts, which are in the agendas.
    """
    options = "content='', tokenize=\"unicode61 remove_diacritics 2\""
    for table in TABLES.values():
        connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5({_NAMES}, {options})")
    gone = connection.execute("SELECT file, audience, body FROM gone_words").fetchall()
    for table, rowid, columns in _words_in(gone):  # a table without texts must be given once more what stood there
        sql = f"INSERT INTO {table} ({table}, rowid, {_NAMES}) VALUES ('delete', ?, {_MARKS})"  # noqa: S608  # our own names
        connection.execute(sql, (rowid, *columns))
    connection.execute("DELETE FROM gone_words")
    new = connection.execute(
        "SELECT file, audience, body FROM agenda WHERE file > (SELECT worded FROM made) ORDER BY file, number"
    ).fetchall()
    for done, (table, rowid, columns) in enumerate(in_batches(_words_in, new), 1):
        sql = f"INSERT INTO {table} (rowid, {_NAMES}) VALUES (?, {_MARKS})"  # noqa: S608  # our own names
        connection.execute(sql, (rowid, *columns))
        watch(done, len(new))
    connection.execute("UPDATE made SET worded = (SELECT coalesce(max(number), 0) FROM file)")


def _words_in(rows: Sequence[tuple[int, int, bytes]]) -> list[tuple[str, int, list[str]]]:
    """The words of agendas, which come with file and audience: in which table, its rowid there, a text for each column.

    No file has a number that another one had.
    """
    return [
        # A version that the public may see stands in the table for the public alone
        (
            TABLES[Audience.PUBLIC if audience & Audience.PUBLIC else Audience.INTERNAL],
            file * 4 + audience,
            _columns_of(texts_by_field(decoded(body))),
        )
        for file, audience, body in rows
    ]


def _columns_of(texts: Mapping[str, Sequence[str]]) -> list[str]:
    """What is indexed of an agenda's texts, which come by the field of the agenda: one text a column."""
    columns = ["\n".join(texts.get(name, ())) for name in Agenda.__struct_fields__]
    # As SQLite must see it to find the same words as we do: ligatures as letters, nothing unseen
    columns = [each if each.isascii() else unicodedata.normalize("NFKC", without_unseen(each)) for each in columns]
    # The stems that are not themselves the word they come from; in order, so that one agenda always gives one text.
    # Cutting at blanks and looking up takes 30 µs an agenda; finding and stemming each word takes 300 µs
    pieces = dict.fromkeys("\n".join(columns).split())
    return [*columns, " ".join(filter(None, map(_stems_of, pieces)))]


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared, in order."""
    return WORD.findall(text.lower()) if text.isascii() else list(map(folded, WORD.findall(text)))


folded = lru_cache(maxsize=_KNOWN)(composed.folded)


@lru_cache(maxsize=_KNOWN)
def stem(word: str) -> str:
    """What a folded word has in common with its other forms, in Dutch: `bondgenoten` and `bondgenoot` share one."""
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=_KNOWN)
def _stems_of(piece: str) -> str:
    """The stems of the text between two blanks."""
    return " ".join(stemmed for word in words_of(piece) if (stemmed := stem(word)) != word)


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    # The Snowball stemmer in C: 0.9 µs a word against 20 µs for the same in Python
    from Stemmer import Stemmer

    return Stemmer("dutch", 0)


def spelt_nearly(connection: sqlite3.Connection, table: str, word: str) -> list[str]:
    """The words in a table that begin with the same letter and differ in length by two at most."""
    connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.of_{table} USING fts5vocab(main, {table}, 'row')")
    sql = f"SELECT term FROM temp.of_{table} WHERE term GLOB ? || '*' AND abs(length(term) - ?) <= 2"  # noqa: S608  # our own names
    return [str(term) for (term,) in connection.execute(sql, (word[:1], len(word)))]
