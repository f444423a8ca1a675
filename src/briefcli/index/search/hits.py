"""Finds the agendas that may match a query, and in these the passages that do, each with a score.

The score depends on the text of the passage alone, never on how often a word occurs elsewhere. So it reveals nothing
of what is not public, and is the same whatever else is in the index.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, lru_cache

import msgspec

from briefcli.domain.texts import Passage, passages
from briefcli.index.queries import Filter, Index
from briefcli.index.search.fulltext import STEMS, WORD_PATTERN, stem, tokens_of
from briefcli.index.search.query import EVERYWHERE, And, Fields, Near, Not, Or, Query, Term, searched_columns, terms_of

Span = tuple[int, int]
_EXACT, _FORM = 1.0, 0.5  # for the word as it was typed, and for another form of it

# The weight of a match depends on its field: a title names the subject, a note only mentions it
_WEIGHTS = {"title": 1.0, "short": 1.0, "decision": 0.8, "summary": 0.7, "key_points": 0.7, "position": 0.7}
_PLAIN = 0.4


class Tokenized:
    """A passage with its words and fields. Most passages do not match, so all but the words is made when needed."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.words = tokens_of(passage.text)

    @cached_property
    def spans(self) -> list[Span]:
        """The start and end of each word, in code points of the passage."""
        return [each.span() for each in WORD_PATTERN.finditer(self.passage.text)]

    @cached_property
    def fields(self) -> frozenset[str]:
        return frozenset(part.partition("[")[0] for part in self.passage.where.split("."))


class FoundPassage(msgspec.Struct, frozen=True):
    """A passage that matches a query. `spans` are the places of the matching words in `text`."""

    where: str
    text: str
    spans: tuple[Span, ...]
    withheld: bool
    score: float


def matches(query: Query, passages: Iterable[Passage], within: Fields = EVERYWHERE) -> list[FoundPassage]:
    """The passages of one agenda, in these fields, that match the query. Empty if they do not match it together.

    If a single passage matches the whole query, only such passages count, else each that matches a part of it.
    """
    texts = [each for each in map(Tokenized, passages) if not within or within & each.fields]
    if not _holds(query, texts):
        return []
    whole = [each for each in texts if _holds(query, [each])]
    terms = list(dict.fromkeys(terms_of(query)))
    found = (_found(each, terms) for each in whole or texts)
    return [each for each in found if each is not None]


def _holds(query: Query, texts: Sequence[Tokenized]) -> bool:
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
            return _holds(query.wanted, texts) and not any(_holds(each, texts) for each in query.unwanted)


def _places(term: Term, text: Tokenized) -> list[Span]:
    """The places of the term in the text: the number of its first word, and of the word after its last."""
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
    """A function that says whether a word matches the last word of a term. Cached, as most words occur many times."""
    wanted = term.words[-1]

    @cache
    def fits(word: str) -> bool:
        if term.prefix:
            return word.startswith(wanted)
        return word == wanted or (term.stem is not None and term.stem in (word, stem(word)))

    return fits


def _is_near(near: Near, text: Tokenized) -> bool:
    """Whether, from some place of a term, the next places of the others have few enough other words between them."""
    places = [_places(term, text) for term in near.terms]
    for start in sorted({span[0] for each in places for span in each}):
        spans = [each[at] for each in places if (at := bisect_left(each, (start,))) < len(each)]
        covered = {place for span in spans for place in range(*span)}
        if len(spans) == len(places) and max(covered) - start + 1 - len(covered) <= near.distance:
            return True
    return False


def _found(text: Tokenized, terms: Sequence[Term]) -> FoundPassage | None:
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
    return FoundPassage(passage.where, passage.text, tuple(sorted(set(spans))), passage.withheld, score)


BEST = 100  # agendas of each audience; if more of them may match, only the best are looked at closely


class Hit(msgspec.Struct, frozen=True):
    """A passage that matches, with its meeting; `sort` orders meetings by date."""

    id: str
    path: str
    sort: str
    found: FoundPassage


def search(
    index: Index,
    query: Query,
    wanted: Filter | None = None,
    *,
    within: Fields = EVERYWHERE,
    best: int | None = BEST,
) -> tuple[list[Hit], bool]:
    """Every passage in these fields that matches the query, best first, and whether no other agenda may match."""
    expression = expression_of(query)
    if within:
        expression = f"{_columns(within, STEMS)} : ({expression})"
    hits: list[Hit] = []
    is_all = True
    for table in index.word_tables:
        fitting = 0
        for id_, path, sort, agenda in index.candidates(table, expression, wanted):
            if fitting == best:
                is_all = False
                break
            found = matches(query, passages(agenda, labels=True), within)
            hits += [Hit(id_, path, sort, passage) for passage in found]
            fitting += bool(found)
    hits.sort(key=lambda hit: (hit.id, hit.path))
    hits.sort(key=lambda hit: (hit.found.score, hit.sort), reverse=True)
    return hits, is_all


def expression_of(query: Query) -> str:
    """The query in the syntax of FTS5. It may find too many agendas: their passages are checked afterwards."""
    match query:
        case Term():
            return _term(query)
        case Near():
            return " AND ".join(map(_term, query.terms))
        case And() | Or():
            operator = " AND " if isinstance(query, And) else " OR "
            return f"({operator.join(map(expression_of, query.parts))})"
        case Not():  # to exclude agendas that seem to match the unwanted part might exclude too many
            return expression_of(query.wanted)


def _term(term: Term) -> str:
    """One term in the syntax of FTS5. A nested field is searched in its whole column, a stem in the column of stems."""
    where = _columns(term.fields) if term.fields else f"- {STEMS}"
    phrase = f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")
    if term.stem is None:
        return f"({where} : {phrase})"
    return f'({where} : ({phrase} OR "{term.stem}") OR {STEMS} : "{term.stem}")'


def _columns(fields: Fields, *more: str) -> str:
    """The columns in which these fields can be."""
    names = [name for name, inside in searched_columns().items() if inside & fields]
    return "{" + " ".join(f'"{name}"' for name in (*names, *more)) + "}"
