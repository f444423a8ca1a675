"""From a query to the agendas that may answer it, by the index, and to the passages that do."""

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.domain.item import Marked
from briefcli.domain.texts import SETTINGS_OF_FORMAT, passages
from briefcli.index.search.fulltext import STEMS
from briefcli.index.search.query import And, Fields, Near, Not, Or, Query, Term
from briefcli.index.search.scoring import Found, matches

if TYPE_CHECKING:
    from briefcli.index.queries import Filter, Index

_ANYWHERE = f"- {STEMS}"
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


def search(index: "Index", query: Query, wanted: "Filter | None" = None, *, best: int | None = BEST) -> SearchResult:
    """Everything that answers the query, or what the `best` agendas of each audience have on it."""
    expression, _ = expression_of(query)
    hits: list[Hit] = []
    is_all = True
    for candidates in index.candidates(expression, wanted):
        fitting = 0
        for each in candidates:
            if fitting == best:
                is_all = False
                break
            found = matches(query, passages(each.agenda, labels=True))
            hits += [Hit(each.id, each.path, each.sort, passage) for passage in found]
            fitting += bool(found)
    hits.sort(key=lambda hit: (-hit.found.score, _backwards(hit.sort), hit.id, hit.path))
    return SearchResult(hits, is_all)


def field_names() -> dict[str, Fields]:
    """What can stand before a colon, and the fields it means: every name in the declaration of the agenda."""
    names: dict[str, Fields] = {name: frozenset({name}) for inside in _declared().values() for name in inside}
    return names | {alias: frozenset(fields) for alias, fields in _ALIASES.items()}


def only_in(query: Query, fields: Fields) -> Query:
    """The query, looked for in these fields alone."""
    match query:
        case Term():
            return msgspec.structs.replace(query, within=fields)
        case Near():
            terms = tuple(msgspec.structs.replace(term, within=fields) for term in query.terms)
            return msgspec.structs.replace(query, terms=terms)
        case And() | Or():
            return msgspec.structs.replace(query, parts=tuple(only_in(part, fields) for part in query.parts))
        case Not():
            return Not(only_in(query.wanted, fields), only_in(query.unwanted, fields))


def expression_of(query: Query) -> tuple[str, bool]:
    """The query for the tables of words, and whether it finds exactly what is meant or perhaps too much."""
    match query:
        case Term():
            return _term(query)
        case Near():
            return " AND ".join(_term(term)[0] for term in query.terms), False
        case And() | Or():
            parts = [expression_of(part) for part in query.parts]
            operator = " AND " if isinstance(query, And) else " OR "
            return f"({operator.join(part for part, _ in parts)})", all(exact for _, exact in parts)
        case Not():
            wanted, is_exact = expression_of(query.wanted)
            unwanted, leaves_no_doubt = expression_of(query.unwanted)
            if not leaves_no_doubt:  # it would take away what only seems to hold the unwanted
                return wanted, False
            return f"({wanted} NOT {unwanted})", is_exact


def _term(term: Term) -> tuple[str, bool]:
    """Fields that lie deeper in an agenda, and stems, are stored with all that stands around them."""
    where = _columns(term.fields, term.within)
    phrase = f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")
    is_exact = len(term.words) == 1 and where == _ANYWHERE
    if term.stem is None:
        return f"({where} : {phrase})", is_exact
    return f'({where} : ({phrase} OR "{term.stem}") OR {STEMS} : "{term.stem}")', is_exact


def _columns(*wanted: Fields) -> str:
    """The columns in which these fields can be; all of them where none is asked for."""
    if not any(wanted):
        return _ANYWHERE
    inside = _declared()
    return "{" + " ".join(f'"{name}"' for name in inside if all(inside[name] & each for each in wanted if each)) + "}"


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
