"""From a query to the agendas that may answer it, by the index, and to the passages that do."""

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.domain.item import Marked
from briefcli.domain.texts import SETTINGS_OF_FORMAT, passages
from briefcli.index.search.fulltext import STEMS
from briefcli.index.search.query import EVERYWHERE, And, Fields, Near, Not, Or, Query, Term
from briefcli.index.search.scoring import Found, matches

if TYPE_CHECKING:
    from briefcli.index.queries import Filter, Index

BEST = 100  # agendas; of a word that stands in thousands of them, the best are looked at more closely

# Other names that people will try
_ALIASES = {"points": ("key_points", "points"), "papers": ("documents",), "refs": ("ref",), "figure": ("figures",)}


class Hit(msgspec.Struct, frozen=True):
    """A passage that answers, with its meeting; `sort` orders meetings by date."""

    id: str
    path: str
    sort: str
    found: Found


class SearchResult(msgspec.Struct, frozen=True):
    """The hits, best first; `is_all` is False where more agendas fit than were looked at."""

    hits: list[Hit]
    is_all: bool


def search(
    index: "Index",
    query: Query,
    wanted: "Filter | None" = None,
    *,
    within: Fields = EVERYWHERE,
    best: int | None = BEST,
) -> SearchResult:
    """Everything that answers the query in these fields, or what the `best` agendas of each audience have on it."""
    expression = expression_of(query)
    if within:
        expression = f"{_columns(within, STEMS)} : ({expression})"
    hits: list[Hit] = []
    is_all = True
    for candidates in index.candidates(expression, wanted):
        fitting = 0
        for each in candidates:
            if fitting == best:
                is_all = False
                break
            found = matches(query, passages(each.agenda, labels=True), within)
            hits += [Hit(each.id, each.path, each.sort, passage) for passage in found]
            fitting += bool(found)
    hits.sort(key=lambda hit: (-hit.found.score, _backwards(hit.sort), hit.id, hit.path))
    return SearchResult(hits, is_all)


def field_names() -> dict[str, Fields]:
    """What can stand before a colon, and the fields it means: every name in the declaration of the agenda."""
    names: dict[str, Fields] = {name: frozenset({name}) for inside in _declared().values() for name in inside}
    return names | {alias: frozenset(fields) for alias, fields in _ALIASES.items()}


def expression_of(query: Query) -> str:
    """The query for the tables of words, which finds perhaps too much: the passages are looked at afterwards."""
    match query:
        case Term():
            return _term(query)
        case Near():
            return " AND ".join(map(_term, query.terms))
        case And() | Or():
            operator = " AND " if isinstance(query, And) else " OR "
            return f"({operator.join(map(expression_of, query.parts))})"
        case Not():  # taking away what seems to hold the unwanted might take away too much
            return expression_of(query.wanted)


def _term(term: Term) -> str:
    """Fields that lie deeper in an agenda, and stems, are stored with all that stands around them."""
    where = _columns(term.fields) if term.fields else f"- {STEMS}"
    phrase = f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")
    if term.stem is None:
        return f"({where} : {phrase})"
    return f'({where} : ({phrase} OR "{term.stem}") OR {STEMS} : "{term.stem}")'


def _columns(fields: Fields, *more: str) -> str:
    """The columns in which these fields can be."""
    names = [name for name, inside in _declared().items() if inside & fields]
    return "{" + " ".join(f'"{name}"' for name in (*names, *more)) + "}"


@lru_cache(maxsize=1)
def _declared() -> dict[str, Fields]:
    """For each column with words in it, the names of all fields with words in that column."""
    from briefcli.reading.shapes import shapes_of

    def inside(record: type[msgspec.Struct]) -> dict[str, Fields]:
        found: dict[str, Fields] = {}
        for name, shape in shapes_of(record).items():
            is_text = shape.leaf is not None and (shape.leaf is str or issubclass(shape.leaf, Marked))
            deeper = inside(shape.record) if shape.record is not None and not is_text else {}
            if name not in SETTINGS_OF_FORMAT and (is_text or deeper):
                found[name] = frozenset({name}.union(*deeper.values()))
        return found

    return inside(Agenda)


def _backwards(sort: str) -> tuple[int, ...]:
    """Orders later dates first."""
    return tuple(-ord(each) for each in sort)
