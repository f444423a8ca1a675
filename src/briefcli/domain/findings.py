"""Everything in a text that a reader would look up: its references and its dates."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from briefcli.domain.citations.reader import scan_references
from briefcli.domain.citations.reference import Reference
from briefcli.domain.dates.reader import DateMention, scan_dates
from briefcli.domain.dates.terms import scan_terms


class Findings(msgspec.Struct, frozen=True):
    """The references and the dates of a text, each in order of place. No date lies within a reference."""

    references: tuple[Reference, ...] = ()
    dates: tuple[DateMention, ...] = ()

    @property
    def in_order(self) -> list[Reference | DateMention]:
        return sorted((*self.references, *self.dates), key=lambda found: (found.start, found.end))


def find(text: str, written: date | None = None) -> Findings:
    """The references and dates in a text; `written` is the day on which the text was written, if known."""
    references = scan_references(text)
    dates = sorted((*scan_dates(text, written), *scan_terms(text)), key=lambda mention: mention.start)
    return Findings(tuple(references), tuple(_outside(dates, references)))


def _outside(dates: Iterable[DateMention], references: Sequence[Reference]) -> Iterable[DateMention]:
    """The dates that are no part of a reference (`Staatscourant van 5 juli 2024, nr. 21380`)."""
    number = 0
    for mention in dates:
        while number < len(references) and references[number].end <= mention.start:
            number += 1
        if number == len(references) or not _is_within(mention, references[number]):
            yield mention


def _is_within(mention: DateMention, reference: Reference) -> bool:
    return reference.start <= mention.start and mention.end <= reference.end
