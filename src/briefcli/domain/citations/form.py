"""The types that all forms of citation share: what each file of this package declares, and what its readers return."""

import re
from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.citations.reference import Reference
from briefcli.patterns import Pattern

EUR_LEX: Final = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
NO_WORD: Final = later("No word beside the number says what it is.")
MAY_BE_YEARS: Final = later("The numbers may be a season or two years, and not that of a paper.")
SHORT_YEAR: Final = later("The century of the year is not stated.")


class Citation(msgspec.Struct, frozen=True):
    """The references that a reader found, and the position where the citation ends, after its pages and attachments."""

    references: tuple[Reference, ...]
    end: int


# Reads the citation that begins at this position of the text; returns None if no citation of its form begins there.
Reader = Callable[[str, int], Citation | None]
Derived = Callable[[re.Match[str]], str | None]


class Shape:
    """A reader for citations whose identifier follows from the match of one pattern.

    `canonical` makes the identifier. It is a template in which `{0}` is the match and `{name}` one of its groups, both
    without whitespace, or a function of the match that returns None if the match is no citation. `doubt` says why the
    reading is uncertain; a function returns None if it is certain. A group named `session` is the session of the
    reference.
    """

    def __init__(self, pattern: str, canonical: str | Derived = "{0}", doubt: str | Derived | None = None) -> None:
        self.pattern, self._canonical, self._doubt = Pattern(pattern), canonical, doubt

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
        doubt = self._doubt(match) if callable(self._doubt) else self._doubt
        return cite_one(match, canonical, doubt, session=groups.get("session"))


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """Where in a text the readers of a form are tried: at certain words, at numbers, or where `find` matches.

    `words` are separated by `|`. A `~` at the start of a word stands for one character, so that `~amerstuk` finds both
    `Kamerstuk` and `kamerstuk`; `#` stands for a digit. With `at_numbers`, the readers are tried at every number that
    may begin a citation of any form (`finder.py` has the pattern). At each position, the readers are tried in order.
    """

    readers: tuple[Reader, ...]
    words: str = ""
    at_numbers: bool = False
    find: Pattern | None = None


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One form of citation.

    `whole` are extra readers for a text that is known to be a reference (a `ref:` field): they accept forms that are
    too bare for running text. `address` turns an identifier into a web address. It is a template with `{}`, or a
    function that returns None if the paper has no address.

    Each line of `examples` has a text, ` → `, and the identifiers that are read in it, joined by `;`, with `?` after an
    uncertain one. Without an arrow the text is itself the identifier. Texts with the same result are separated by
    ` | `. The tests check all examples, and the page of forms shows them. Texts that only look like citations are in
    `tests/domain/citations/lookalikes.tsv`.
    """

    title: str
    openings: tuple[Opening, ...] = ()
    whole: tuple[Reader, ...] = ()
    address: str | Callable[[str], str | None] | None = None
    examples: str

    @property
    def readings(self) -> list[tuple[str, str]]:
        """Each example text with the identifiers that are read in it, as `examples` writes them."""
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
    """The reference from `start` to `end`, certain if no reason for doubt is given."""
    stated = dict.fromkeys([tr(reason) for reason in reasons if reason])
    return Reference(text[start:end], start, end, canonical, " ".join(stated) or None, tuple(alternatives), session)


def cite_one(
    match: re.Match[str],
    canonical: str,
    *reasons: str | None,
    alternatives: Iterable[str] = (),
    session: str | None = None,
) -> Citation:
    """A citation of one paper, whose text is the whole match."""
    span = match.span()
    found = reference(match.string, *span, canonical, *reasons, alternatives=alternatives, session=session)
    return Citation((found,), span[1])


def is_near(match: re.Match[str], words: Pattern, before: int, behind: int = 0) -> bool:
    """Whether the words are in the match, or within so many characters before or behind it."""
    return words.search(match.string, max(0, match.start() - before), match.end() + behind) is not None


def plain(written: str) -> str:
    """The text without whitespace."""
    return "".join(written.split())
