"""What a file in this package declares about its form of citation, and what a reader of citations returns."""

import re
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from briefcli.catalog import tr
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import Span

_PUBLICATIONS: Final = "https://zoek.officielebekendmakingen.nl"


class Citation(msgspec.Struct, frozen=True):
    """The references that a reader found, and where the citation ends, pages and attachments included."""

    references: tuple[Reference, ...]
    end: int


Place = Span | re.Match[str]
Reader = Callable[[str, int], Citation | None]


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """How a text is searched for a form: by the words that open it, by the numbers in it, or by `find`.

    `words` are separated by a bar; in a word `~` stands for one letter, so that `~amerstuk` finds both `Kamerstuk` and
    `kamerstuk`. The readers are tried in order at each place that is found. After most words a citation has a figure;
    where it begins with a session, `has_session` asks for a figure that is no part of the session. `at_numbers` tries
    the readers at every number that a form may begin with (`search.py` has their shapes).
    """

    readers: tuple[Reader, ...]
    words: str = ""
    at_numbers: bool = False
    find: Callable[[str], Iterator[int]] | None = None
    has_session: bool = False


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One form of citation.

    `address` gives the web address of an identifier, where one follows from it. `whole` are readers for a text that
    is known to be a reference (a `ref:` field) and may be too bare for running text. `examples` and `uncertain` are
    texts with the identifiers that are read in them, joined by `;`; `lookalikes` are texts without a citation.
    The tests try them all, and the README shows the first two.
    """

    title: str
    openings: tuple[Opening, ...] = ()
    whole: tuple[Reader, ...] = ()
    address: Callable[[str], str | None] | None = None
    examples: tuple[tuple[str, str], ...] = ()
    uncertain: tuple[tuple[str, str], ...] = ()
    lookalikes: tuple[str, ...] = ()

    @property
    def readers(self) -> tuple[Reader, ...]:
        return (*self.whole, *(reader for opening in self.openings for reader in opening.readers))


def published(canonical: str) -> str:
    """The address of a publication of the States General or the government."""
    return f"{_PUBLICATIONS}/{canonical}.html"


def dossier_page(canonical: str) -> str:
    return f"{_PUBLICATIONS}/dossier/{canonical}"


def reference_at(
    span: Place,
    kind: str,
    canonical: str,
    reason: str | None = None,
    alternatives: tuple[str, ...] = (),
    **stated: str | None,
) -> Reference:
    """The reference that stands there; certain where there is no reason to doubt it. `stated` is what else is known."""
    place = span if isinstance(span, Span) else Span(span.string, *span.span())
    return Reference(
        kind=kind,
        text=place.words,
        start=place.start,
        end=place.end,
        canonical=canonical,
        certain=reason is None,
        alternatives=alternatives,
        reason=tr(reason) if reason else None,
        **stated,
    )


def cite_one(
    kind: str,
    canonical: str,
    span: Place,
    *,
    number: str | None = None,
    reason: str | None = None,
    alternatives: tuple[str, ...] = (),
) -> Citation:
    """A citation of one paper."""
    reference = reference_at(span, kind, canonical, reason, alternatives, number=number)
    return Citation((reference,), reference.end)
