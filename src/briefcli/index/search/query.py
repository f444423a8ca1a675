"""Parses a search query into a tree: words, "phrases", prefix*, AND, OR, NOT, NEAR, field:word."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.item import Marked
from briefcli.domain.texts import SETTINGS_OF_FORMAT
from briefcli.errors import UsageError
from briefcli.index.search.fulltext import stem, tokens_of

Fields = frozenset[str]
EVERYWHERE: Fields = frozenset()
NEAR_WORDS = 10  # words that may be between the terms of NEAR by default
_MOST = 10_000  # characters
_DEEPEST = 50  # brackets


class Term(msgspec.Struct, frozen=True):
    """Words in this order in one of `fields`. `stem` is set for a single word whose other forms match as well."""

    words: tuple[str, ...]
    prefix: bool = False
    stem: str | None = None
    fields: Fields = EVERYWHERE


class Near(msgspec.Struct, frozen=True):
    """Terms with at most `distance` other words between the first and the last of them."""

    terms: tuple[Term, ...]
    distance: int


class And(msgspec.Struct, frozen=True):
    parts: "tuple[Query, ...]"


class Or(msgspec.Struct, frozen=True):
    parts: "tuple[Query, ...]"


class Not(msgspec.Struct, frozen=True):
    """Matches if `wanted` matches and none of `unwanted` does."""

    wanted: "Query"
    unwanted: "tuple[Query, ...]"


Query = Term | Near | And | Or | Not

_TOKEN = re.compile(
    r"\s*(?:(?P<quoted>[\"“”„][^\"“”„]*[\"“”„])|(?P<near>NEAR\()|(?P<mark>[()])|(?P<without>(?<![^\s(])-(?=[^\s()-]))|(?P<open>[\"“”„])"
    r"|(?P<field>[A-Za-z_][A-Za-z_-]*):(?=[\"“”„(]|[^\s():])|(?P<word>[^\s()\"“”„]+))"
)
# Words that are in nearly every text. Beside other words they are ignored: they would only add irrelevant texts
_COMMON = frozenset({
    "aan", "bij", "dat", "de", "die", "door", "een", "en", "het", "in", "met", "of", "om", "op", "te", "ten", "ter",
    "van", "voor", "a", "an", "and", "for", "the", "to",
})  # fmt: skip
_HOW = later('write words, "a phrase", prefix*, a OR b, a NOT b, NEAR(a b, 5) or title:word')


# Other names of fields that people will try
_ALIASES = {"points": ("key_points", "points"), "papers": ("documents",), "refs": ("ref",), "figure": ("figures",)}


class _Token(NamedTuple):
    kind: str
    text: str


_END, _CLOSE, _WITHOUT = _Token("end", ""), _Token("mark", ")"), _Token("without", "-")
_AND, _OR, _NOT = _Token("word", "AND"), _Token("word", "OR"), _Token("word", "NOT")


def read_query(text: str) -> Query:
    """Parse a query. Raises UsageError, which says what is wrong with the query and how to write it."""
    if len(text) > _MOST:
        raise UsageError(tr("this is too long to search for"), tr("a few words are enough"))
    return _Reader([*_tokens(text), _END]).all()


def terms_of(query: Query) -> Iterator[Term]:
    """The terms that a hit may contain, without those that must be absent."""
    match query:
        case Term():
            yield query
        case Near():
            yield from query.terms
        case And() | Or():
            for part in query.parts:
                yield from terms_of(part)
        case Not():
            yield from terms_of(query.wanted)


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or ""
        if kind == "open":
            raise UsageError(tr("a quote is opened and never closed"), tr("close it, or leave it out"))
        yield _Token(kind, found[kind])


class _Reader:
    """Parses tokens that end in `_END`, in one pass. OR binds least, then AND (written or implied), then NOT."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def _here(self) -> _Token:
        return self._tokens[self._at]

    def all(self) -> Query:
        if self._here is _END:
            raise UsageError(tr("there is nothing to search for"), tr(_HOW))
        found = self._any(EVERYWHERE)
        if self._here is not _END:
            raise UsageError(tr("this closes a bracket that was never opened"), tr("remove the “)”"))
        return found

    def _any(self, fields: Fields) -> Query:
        parts = [self._every(fields)]
        while self._take(_OR):
            parts.append(self._every(fields))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _every(self, fields: Fields) -> Query:
        parts: list[Query] = []
        unwanted: list[Query] = []
        while not (parts or unwanted) or self._take(_AND) or self._here not in {_END, _CLOSE, _OR, _NOT}:
            if self._take(_WITHOUT):
                unwanted.append(self._one(fields))
            else:
                parts.append(self._except(fields))
        if not parts:
            raise UsageError(tr("“-” leaves out what has that word; add a word to search for"), tr(_HOW))
        # A common word in quotes counts: it has no stem
        telling = [each for each in parts if not (isinstance(each, Term) and each.stem and _COMMON & set(each.words))]
        parts = telling or parts
        found = parts[0] if len(parts) == 1 else And(tuple(parts))
        return Not(found, tuple(unwanted)) if unwanted else found

    def _except(self, fields: Fields) -> Query:
        found, unwanted = self._one(fields), list[Query]()
        while self._take(_NOT):
            unwanted.append(self._one(fields))
        return Not(found, tuple(unwanted)) if unwanted else found

    def _one(self, fields: Fields) -> Query:
        while (token := self._next()).kind == "field":
            fields = self._fields_named(token.text)
        match token.kind:
            case "near":
                return self._near(fields)
            case "mark" if token == _CLOSE:
                raise UsageError(tr("there is nothing before this “)”"), tr(_HOW))
            case "mark":
                return self._bracketed(fields)
            case _:
                return self._term(token, fields)

    def _bracketed(self, fields: Fields) -> Query:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UsageError(tr("too many brackets"), tr(_HOW))
        found = self._any(fields)
        self._close()
        self._depth -= 1
        return found

    def _close(self) -> None:
        if not self._take(_CLOSE):
            raise UsageError(tr("a bracket is opened and never closed"), tr("close it with “)”"))

    def _near(self, fields: Fields) -> Query:
        terms: list[Term] = []
        distance = NEAR_WORDS
        while self._here not in {_END, _CLOSE}:
            kind, text = token = self._next()
            if self._here == _CLOSE and terms and text.isascii() and text.isdigit() and len(text) < 4:
                distance = int(text)
            elif kind in {"quoted", "word"} and text != ",":
                terms.append(self._term(token._replace(text=text.rstrip(",")), fields))
            elif text != ",":
                raise UsageError(tr("in NEAR( ) only words and phrases can stand"), tr("write NEAR(a b, 5)"))
        self._close()
        if len(terms) < 2:
            raise UsageError(tr("NEAR needs two words or more"), tr("write NEAR(a b, 5)"))
        return Near(tuple(terms), distance)

    def _term(self, token: _Token, fields: Fields) -> Term:
        """The term for one word or for one text in quotes."""
        is_quoted = token.kind == "quoted"
        text = token.text[1:-1].rstrip() if is_quoted else token.text
        words, prefix = tuple(tokens_of(text)), text.endswith("*")
        if not is_quoted and text in {"AND", "OR", "NOT"}:
            hint = tr("write {operator} in lower case to search for the word", operator=text)
            raise UsageError(tr("{operator} needs something before and after it", operator=text), hint)
        if not is_quoted and text.endswith(":") and text[:-1] in field_names():
            raise UsageError(tr("something is missing after “{text}”", text=text), tr(_HOW))
        if not words:
            wrong = tr("“{text}” holds no word to search for", text=text)
            raise UsageError(tr("there is no word to search for between the quotes") if is_quoted else wrong, tr(_HOW))
        is_one = len(words) == 1 and not prefix and not is_quoted
        return Term(words, prefix, stem(words[0]) if is_one else None, fields)

    def _fields_named(self, name: str) -> Fields:
        fields = field_names()
        if name in fields:
            return fields[name]
        from briefcli.manual.mistakes import meant

        hint = tr("the fields are {ids}; or put the whole in quotes", ids=", ".join(sorted(fields)))
        raise UsageError(tr("there is no field “{name}”", name=name), meant(name, fields, hint))

    def _take(self, wanted: _Token) -> bool:
        """Whether this token is next. If so, go to the one after it."""
        is_next = self._here == wanted
        self._at += is_next
        return is_next

    def _next(self) -> _Token:
        if self._here is _END:
            before = self._tokens[self._at - 1].text if self._at else ""
            raise UsageError(tr("something is missing after “{text}”", text=before), tr(_HOW))
        self._at += 1
        return self._tokens[self._at - 1]


def field_names() -> dict[str, Fields]:
    """The names that can be before a colon, with the fields that each means: all fields of an agenda, and aliases."""
    names: dict[str, Fields] = {name: frozenset({name}) for inside in searched_columns().values() for name in inside}
    return names | {alias: frozenset(fields) for alias, fields in _ALIASES.items()}


@lru_cache(maxsize=1)
def searched_columns() -> dict[str, Fields]:
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
