"""From a query to the agendas that may answer it, and to the passages that do, each with a score.

The score looks at the text alone, never at how often a word occurs elsewhere: so it says nothing of what is not
public, and it is the same whatever else is in the index.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, lru_cache
from itertools import product
from typing import TYPE_CHECKING

import msgspec

from briefcli.domain.texts import Passage, passages
from briefcli.index.search.fulltext import STEMS, WORD, stem, words_of
from briefcli.index.search.query import EVERYWHERE, And, Fields, Near, Not, Or, Query, Term, declared, terms_of

if TYPE_CHECKING:
    from briefcli.index.queries import Filter, Index

Span = tuple[int, int]
_EXACT, _FORM = 1.0, 0.5  # the very word that was asked, and another form of it

# What a field says weighs as much as where it stands: a title names the matter, a note mentions it
_WEIGHTS = {"title": 1.0, "short": 1.0, "decision": 0.8, "summary": 0.7, "key_points": 0.7, "position": 0.7}
_PLAIN = 0.4


class Text:
    """A passage with its words, and the fields that it is in. Most of them answer nothing, so only words are made."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.words = words_of(passage.text)

    @cached_property
    def spans(self) -> list[Span]:
        """Where each word stands, in code points of the passage."""
        return [each.span() for each in WORD.finditer(self.passage.text)]

    @cached_property
    def fields(self) -> frozenset[str]:
        return frozenset(part.partition("[")[0] for part in self.passage.where.split("."))


class Found(msgspec.Struct, frozen=True):
    """A passage that answers a query, with the places of its words in `text`."""

    where: str
    text: str
    spans: tuple[Span, ...]
    withheld: bool
    score: float


def matches(query: Query, passages: Iterable[Passage], within: Fields = EVERYWHERE) -> list[Found]:
    """The passages of one agenda, of those in these fields, that answer the query; none where all together do not.

    Where a passage has all that is asked, only such passages count; else each that has a part of it.
    """
    texts = [each for each in map(Text, passages) if not within or within & each.fields]
    if not _holds(query, texts):
        return []
    whole = [each for each in texts if _holds(query, [each])]
    terms = list(dict.fromkeys(terms_of(query)))
    found = (_found(each, terms) for each in whole or texts)
    return [each for each in found if each is not None]


def _holds(query: Query, texts: Sequence[Text]) -> bool:
    match query:
        case Term():
            return any(_places(query, text) for text in texts)
        case Near():
            return any(_is_near(query, text) for text in texts)
        case And():
            return all(_holds(part, texts) for part in query.parts)
        case Or():
            return any(_holds(part, texts) for part in query.parts)
        case Not():
            return _holds(query.wanted, texts) and not _holds(query.unwanted, texts)


def _places(term: Term, text: Text) -> list[Span]:
    """Where the term stands, as numbers of its first word and of the one after its last."""
    if term.fields and not term.fields & text.fields:
        return []
    fits, words = _fitting(term), text.words
    if not any(map(fits, words)):
        return []
    first = list(term.words[:-1])
    before = len(first)
    ends = (number for number, word in enumerate(words) if fits(word))
    return [(number - before, number + 1) for number in ends if words[max(0, number - before) : number] == first]


@lru_cache(maxsize=100)
def _fitting(term: Term) -> Callable[[str], bool]:
    """Whether a word is one of those that the last word of a term means; most words are met many times."""
    wanted = term.words[-1]

    @cache
    def fits(word: str) -> bool:
        if term.prefix:
            return word.startswith(wanted)
        return word == wanted or (term.stem is not None and term.stem in (word, stem(word)))

    return fits


def _is_near(near: Near, text: Text) -> bool:
    for spans in product(*(_places(term, text) for term in near.terms)):
        covered = {place for span in spans for place in range(*span)}
        if max(covered) - min(covered) + 1 - len(covered) <= near.distance:
            return True
    return False


def _found(text: Text, terms: Sequence[Term]) -> Found | None:
    spans: list[Span] = []
    weight = 0.0
    for term in terms:
        places = _places(term, text)
        if places:
            spans += [(text.spans[first][0], text.spans[after - 1][1]) for first, after in places]
            exact = term.stem is None or any(text.words[first] == term.words[0] for first, _ in places)
            weight += _EXACT if exact else _FORM
    if not spans:
        return None
    quality = 0.3 * max(_WEIGHTS.get(name, _PLAIN) for name in text.fields) + 0.15 / (1 + len(text.words) / 20)
    score = round(weight / len(terms) + quality / len(terms), 3)
    passage = text.passage
    return Found(passage.where, passage.text, tuple(sorted(set(spans))), passage.withheld, score)


BEST = 100  # agendas; of a word that stands in thousands of them, the best are looked at more closely


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
    hits.sort(key=lambda hit: (hit.id, hit.path))
    hits.sort(key=lambda hit: (hit.found.score, hit.sort), reverse=True)
    return SearchResult(hits, is_all)


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
    names = [name for name, inside in declared().items() if inside & fields]
    return "{" + " ".join(f'"{name}"' for name in (*names, *more)) + "}"
