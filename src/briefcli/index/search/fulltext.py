"""The full-text tables: the words of agendas without accents, in lower case, and as stems.

For each version of an agenda, a table indexes its texts by field and the stems of all its words. It finds the agendas
that may match; `hits.py` then finds the places of the words in them.

Only a search needs these tables, so a search fills them with the agendas that are new since the last search: indexing
the words of an agenda takes half as long as the rest of reading it.
"""

import sqlite3
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from briefcli.domain import composed
from briefcli.domain.agenda import Agenda
from briefcli.domain.composed import INVISIBLE, without_unseen
from briefcli.domain.texts import texts_by_field
from briefcli.index.parallel import in_batches
from briefcli.index.records import decoded_agenda
from briefcli.index.tables import WORD_TABLES, Audience
from briefcli.patterns import Pattern

STEMS = "stems"
TEXT_COLUMNS = (*Agenda.__struct_fields__, STEMS)

# Letters and digits. A combining accent belongs to its letter, as in SQLite, and an invisible character (such as a soft
# hyphen) to its word
WORD_PATTERN = Pattern(rf"[^\W_]+(?:[\u0300-\u036f{INVISIBLE}]+[^\W_]*)*")
_KNOWN = 200_000  # words whose folded form and stem are cached

_NAMES = ", ".join(f'"{name}"' for name in TEXT_COLUMNS)
_MARKS = ", ".join("?" for _ in TEXT_COLUMNS)


def add_words(connection: sqlite3.Connection, watch: Callable[[int, int], None]) -> None:
    """Add the agendas that are new since the last time, within a transaction. The first time, create the tables."""
    (worded,) = connection.execute("SELECT worded FROM made").fetchone()
    if worded < 0:
        _create(connection)
    new = connection.execute(
        "SELECT file, audience, body FROM agenda WHERE file > ? ORDER BY file, number", (worded,)
    ).fetchall()
    for done, (table, rowid, columns) in enumerate(in_batches(_words_in, new), 1):
        sql = f"INSERT INTO {table} (rowid, {_NAMES}) VALUES (?, {_MARKS})"  # noqa: S608  # our own names
        connection.execute(sql, (rowid, *columns))
        watch(done, len(new))
    connection.execute("UPDATE made SET worded = (SELECT coalesce(max(number), 0) FROM file)")


def _create(connection: sqlite3.Connection) -> None:
    """Create the full-text tables, and beside each the table of its words."""
    words = f'fts5({_NAMES}, tokenize="unicode61 remove_diacritics 2")'
    for table in WORD_TABLES.values():
        connection.execute(f"CREATE VIRTUAL TABLE {table} USING {words}")
        connection.execute(f"CREATE VIRTUAL TABLE {table}_terms USING fts5vocab({table}, 'row')")


def _words_in(rows: Sequence[tuple[int, int, bytes]]) -> list[tuple[str, int, list[str]]]:
    """The full-text rows of agendas, which come as (file, audience, body): table, rowid and the text of each column."""
    return [
        # A version that the public may see is only in the public table
        (
            WORD_TABLES[Audience.PUBLIC if audience & Audience.PUBLIC else Audience.INTERNAL],
            file * 4 + audience,  # no other file ever gets this number
            _columns_of(texts_by_field(decoded_agenda(body))),
        )
        for file, audience, body in rows
    ]


def _columns_of(texts: Mapping[str, Sequence[str]]) -> list[str]:
    """The text to index in each column. `texts` has the texts of an agenda by its field."""
    columns = ["\n".join(texts.get(name, ())) for name in Agenda.__struct_fields__]
    # So that SQLite finds the same words as we do: ligatures become letters, invisible characters are removed
    columns = [each if each.isascii() else unicodedata.normalize("NFKC", without_unseen(each)) for each in columns]
    # The stems that differ from their word, in order, so that the same agenda always gives the same text. Splitting at
    # whitespace and looking up the stems takes 30 µs per agenda; finding and stemming each word takes 300 µs
    pieces = dict.fromkeys("\n".join(columns).split())
    return [*columns, " ".join(filter(None, map(_stems_of, pieces)))]


def tokens_of(text: str) -> list[str]:
    """The words of a text in order, folded so that they can be compared."""
    return WORD_PATTERN.findall(text.lower()) if text.isascii() else list(map(folded, WORD_PATTERN.findall(text)))


folded = lru_cache(maxsize=_KNOWN)(composed.folded)


@lru_cache(maxsize=_KNOWN)
def stem(word: str) -> str:
    """The Dutch stem of a folded word, which its other forms share: `bondgenoten` and `bondgenoot` have one stem."""
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=_KNOWN)
def _stems_of(piece: str) -> str:
    """The stems of the words in a piece of text without spaces. Stems that equal their word are left out."""
    return " ".join(stemmed for word in tokens_of(piece) if (stemmed := stem(word)) != word)


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    # The Snowball stemmer in C: 0.9 µs a word against 20 µs for the same in Python
    from Stemmer import Stemmer

    return Stemmer("dutch", 0)
