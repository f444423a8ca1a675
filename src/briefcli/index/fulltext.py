"""The words of an agenda as they are looked up: without accents, in small letters, and as stems.

An index holds, for each version of an agenda, the texts field by field and the stems of all its words. What is
found there are agendas that may have the answer; `matching` then looks where in them the words stand.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from briefcli.domain.agenda import Agenda
from briefcli.index.schema import WORDS, Audience

STEMS = "stems"
COLUMNS = (*Agenda.__struct_fields__, STEMS)

# Letters and figures; an accent that is written apart belongs to its letter, as SQLite sees it too
WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_PLACES = {name: place for place, name in enumerate(COLUMNS)}
_KNOWN = 200_000  # words that are remembered once they were folded or stemmed


def tables() -> str:
    """SQL that makes the tables of words. They hold no copy of the texts, which are in the agendas."""
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    options = "content='', tokenize=\"unicode61 remove_diacritics 2\""
    return "".join(f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, {options});\n" for table in WORDS.values())


def table_of(audience: int) -> str:
    """The table for a version that is meant for these readers."""
    return WORDS[Audience.PUBLIC if audience & Audience.PUBLIC else Audience.INTERNAL]


def indexed(texts: Mapping[str, Sequence[str]]) -> list[str]:
    """What is stored of an agenda's texts, which come by the field of the agenda: one text a column."""
    columns = [""] * len(COLUMNS)
    for name, parts in texts.items():
        columns[_PLACES[name]] = "\n".join(parts)
    columns[_PLACES[STEMS]] = _stems_apart("\n".join(columns))
    return columns


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared, in order."""
    return [folded(word) for word in WORD.findall(text)]


@lru_cache(maxsize=_KNOWN)
def folded(word: str) -> str:
    """Small letters without accents."""
    small = word.lower()
    if small.isascii():
        return small
    return "".join([each for each in unicodedata.normalize("NFD", small) if not unicodedata.combining(each)])


def stem(word: str) -> str:
    """What a folded word has in common with its other forms, in Dutch: `bondgenoten` and `bondgenoot` are one."""
    return _stemmer()(word)


def _stems_apart(text: str) -> str:
    """The stems that are not themselves the word they come from; in order, so that one agenda always gives one text."""
    return " ".join(filter(None, map(_stems().__getitem__, dict.fromkeys(text.split()))))


class _Stems(dict[str, str]):
    """The stems for what stands between two blanks. Cutting at blanks and looking up takes 30 µs an agenda; finding
    and stemming its words one by one 300.
    """

    def __missing__(self, piece: str) -> str:
        if len(self) > _KNOWN:
            self.clear()
        stems = (stemmed for word in words_of(piece) if (stemmed := stem(word)) != word)
        found = self[piece] = " ".join(stems)
        return found


@lru_cache(maxsize=1)
def _stems() -> _Stems:
    return _Stems()


@lru_cache(maxsize=1)
def _stemmer() -> Callable[[str], str]:
    # The Snowball stemmer in C: 0.9 µs a word against 20 µs for the same in Python
    from Stemmer import Stemmer

    return lru_cache(maxsize=_KNOWN)(Stemmer("dutch", 0).stemWord)
