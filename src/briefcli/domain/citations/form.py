"""What a file in this package declares about its form of citation, and what a reader of citations returns."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.citations.reference import Reference
from briefcli.patterns import Pattern

EUR_LEX: Final = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
NO_WORD: Final = later("No word beside the number says what it is.")
MAY_BE_YEARS: Final = later("The figures may be a season or two years, and no number of a paper.")
SHORT_YEAR: Final = later("The century of the year is not stated.")


class Citation(msgspec.Struct, frozen=True):
    """The references that a reader found, and where the citation ends, pages and attachments included."""

    references: tuple[Reference, ...]
    end: int


Reader = Callable[[str, int], Citation | None]
Derived = Callable[[re.Match[str]], str | None]


class Shape:
    """A reader for citations whose identifier follows from the match alone.

    `canonical` is a template in which `{0}` is the match and `{name}` a group of it, without blanks; or a function of
    the match, with None where it is no citation. `doubt` says why the reading is not certain; it does not apply where
    `unless` is found within `reach` characters before or behind. A group `session` is the session.
    """

    def __init__(
        self,
        pattern: str,
        canonical: str | Derived = "{0}",
        doubt: str | Derived | None = None,
        *,
        unless: Pattern | None = None,
        reach: int = 0,
    ) -> None:
        self.pattern = Pattern(pattern)
        self._canonical, self._doubt, self._unless, self._reach = canonical, doubt, unless, reach

    def __call__(self, text: str, position: int) -> Citation | None:
        match = self.pattern.match(text, position)
        if match is None:
            return None
        groups = match.groupdict()
        if callable(self._canonical):
            canonical = self._canonical(match)
        else:
            filled = {name: plain(value or "") for name, value in groups.items()}
            canonical = self._canonical.format(plain(match[0]), **filled)
        if canonical is None:
            return None
        beside = (max(0, position - self._reach), match.end() + self._reach)
        doubt = None if self._unless and self._unless.search(text, *beside) else self._doubt
        return cite_one(match, canonical, doubt(match) if callable(doubt) else doubt, session=groups.get("session"))


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """How a text is searched for a form: by the words that open it, by the numbers in it, or by `find`.

    `words` are separated by a bar. In a word `~` stands for one letter, so that `~amerstuk` finds both `Kamerstuk` and
    `kamerstuk`; `#` stands for a figure. `at_numbers` asks for every number that a form may begin with (`search.py`
    has their shapes). The readers are tried in order at each place that is found.
    """

    readers: tuple[Reader, ...]
    words: str = ""
    at_numbers: bool = False
    find: Callable[[str], Iterator[int]] | None = None


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One form of citation.

    `address` gives the web address of an identifier, where one follows from it: a template with `{}`, or a function.
    `whole` are readers for a text that is known to be a reference (a `ref:` field), too bare for running text.
    `examples` has lines of texts, separated by bars, with an arrow and what is read in each: its identifiers joined by
    `;`, with `?` behind an uncertain one. Without an arrow the text is the identifier. The tests try them all, and the
    page of forms shows them. What only looks like a citation is in `tests/domain/citations/lookalikes.tsv`.
    """

    title: str
    openings: tuple[Opening, ...] = ()
    whole: tuple[Reader, ...] = ()
    address: str | Callable[[str], str | None] | None = None
    examples: str

    @property
    def readings(self) -> list[tuple[str, str]]:
        """Each example with what is read in it."""
        lines = (line.strip().replace("\\n", "\n").partition(" → ") for line in self.examples.strip().splitlines())
        return [(text, read or text) for texts, _, read in lines for text in texts.split(" | ")]


def reference(
    text: str,
    start: int,
    end: int,
    canonical: str,
    *reasons: str | None,
    alternatives: Iterable[str] = (),
    session: str | None = None,
) -> Reference:
    """The reference that stands there, certain where there is no reason to doubt it."""
    stated = dict.fromkeys([tr(reason) for reason in reasons if reason])
    return Reference(text[start:end], start, end, canonical, " ".join(stated) or None, tuple(alternatives), session)


def cite_one(
    match: re.Match[str],
    canonical: str,
    *reasons: str | None,
    alternatives: Iterable[str] = (),
    session: str | None = None,
) -> Citation:
    """A citation of one paper."""
    span = match.span()
    found = reference(match.string, *span, canonical, *reasons, alternatives=alternatives, session=session)
    return Citation((found,), span[1])


def plain(written: str) -> str:
    """Without blanks."""
    return "".join(written.split())
