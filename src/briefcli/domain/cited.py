"""Finds the references and dates in a text, and what the text says of the papers that it cites: their date and kind.

Only words right beside the number count. A date elsewhere in the sentence may be that of a debate.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from itertools import chain, pairwise
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.citations.finder import scan_references
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import skip_pages
from briefcli.domain.dates.due_by import scan_terms
from briefcli.domain.dates.in_text import DateMention, scan_dates
from briefcli.domain.dates.words import FULL_MONTHS
from briefcli.domain.when import Grain, When, can_agree


class Findings(msgspec.Struct, frozen=True):
    """The references and the dates of a text, both ordered by position. No date lies within a reference."""

    references: tuple[Reference, ...] = ()
    dates: tuple[DateMention, ...] = ()

    @property
    def in_order(self) -> list[Reference | DateMention]:
        return sorted((*self.references, *self.dates), key=lambda found: (found.start, found.end))


def find(text: str, written: date | None = None) -> Findings:
    """The references and dates in a text; `written` is the day on which the text was written, if known."""
    references = scan_references(text)
    dates = sorted((*scan_dates(text, written), *scan_terms(text)), key=lambda mention: mention.start)
    # `Staatscourant van 5 juli 2024, nr. 21380`: the date is a part of the reference.
    before = [bisect_right(references, each.start, key=lambda found: found.start) - 1 for each in dates]
    apart = (day for day, place in zip(dates, before, strict=True) if place < 0 or day.end > references[place].end)
    return Findings(tuple(references), tuple(apart))


class CitedPaper(msgspec.Struct, frozen=True):
    """One paper and what its citations say of it. `doubts` are sentences for the person who checks it."""

    reference: Reference
    date: When | None = None
    kind: str | None = None
    doubts: tuple[str, ...] = ()


_LOOK_BACK: Final = 80
_MOST_DOUBTS: Final = 5  # nobody reads more, and a text with a thousand dates for one paper must not be slow
_TIE: Final = re.compile(
    r"\)?[\s,]{0,8}\(?(?:van|d\.?d\.?|gedateerd|gedagtekend)\s{0,8}(?:de\s{1,4})?|\s{0,8}\(\s{0,4}"
)
# A date without a word or bracket before it must end the sentence, bracket or line: "Zie nr. 427, 9 maart 2023."
_BARE_TIE: Final = re.compile(r"[\s,:]{1,8}")
_CLOSES: Final = re.compile(r"\s{0,8}(?:[.;)\]|]|\n|\Z)")
_NUMBER_FOLLOWS: Final = re.compile(r"\s{0,4}\((?:[Zz]ie\s{1,4})?")
_HAS_DATE: Final = re.compile(r"(?i:brief|motie|agenda|verslag)\s{1,4}(?:van|d\.d\.)\s{1,4}\Z")
_MORE_OF_LIST: Final = re.compile(r"(?:[Nn]rs?\.?\s{0,4})?(?:[0-9]{1,4}[a-z]?|[A-Z]{1,3})")
_SAME_ROW: Final = re.compile(r"\s?(?:,|en|,\sen|&|respectievelijk)?\s?")
_LIST_JOINT: Final = re.compile(r"[\s,;&/+]{0,8}(?:(?:en|alsmede)\s{1,8})?")

# The kinds of paper, and the words that name them
SORTS: Final = {
    "annotated agenda": r"geannoteerde\s{1,4}agenda\w{0,9}",
    "motion": "moties?",
    "report": "(?:eind|evaluatie)?rapport|verslag",
    "question": r"(?:kamer)?vragen\b(?!\s(?:om|naar|of))",
    "letter": r"\w{0,30}brie(?:f|ven)",
    "bill": "wetsvoorstel",
    "advice": "advies",
}
_SORT: Final = "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in SORTS.items())
# Only author and date may stand between that word and the number. With a verb between, the word is about another one.
_BY_WHOM: Final = (
    r"(?:\s{1,4}(?:van|de|het|der|den|ten|ter|en|leden|lid|kabinet|minister|staatssecretaris|c\.s\.|d\.d\."
    rf"|[A-Z0-9][\w’'-]{{0,30}}|{'|'.join(FULL_MONTHS)}),?){{0,14}}"
)
_SORT_BEFORE: Final = re.compile(rf"(?<!\w)(?i:{_SORT})(?!\w){_BY_WHOM}[,:]?\s{{0,4}}\(?(?:[Zz]ie\s{{1,4}})?\Z")
_REGULATION: Final = re.compile("3[0-9]{4}R.+")  # by the letter of its CELEX number

_WHOSE_DATE: Final = later("“{date}” is beside several papers; it need not be the date of each.")


def cited_papers(text: str, findings: Findings) -> list[CitedPaper]:
    """Every paper once, in order of its first mention, with a date and a kind only if the text states them plainly."""
    days = list(filter(is_day, findings.dates))
    papers: dict[str, CitedPaper] = {}
    for listed in lists_of(text, [each for each in findings.references if each.kind != "dossier"]):
        place = bisect_left(days, listed[0].start, key=lambda each: each.start)
        near = days[max(0, place - len(listed) - 1) : place + len(listed) + 1]
        row = days_beside(text, listed, near, partial(_is_in_front, text))
        for number, reference in enumerate(listed):
            day = row[number] if len(row) == len(listed) else None
            paper = _paper(text, reference, day, row[:1] if len(listed) > 1 else ())
            papers[reference.canonical] = _merged(papers.get(reference.canonical), paper)
    return list(papers.values())


def days_beside(
    text: str,
    listed: Sequence[Reference],
    near: Iterable[DateMention],
    is_in_front: Callable[[list[DateMention], Reference], bool],
) -> list[DateMention]:
    """The row of days that belongs to a list of papers: the row after the list, or else the one before it.

    If there are as many days as papers, each paper has its own day. Otherwise no paper has one.
    """
    rows: list[list[DateMention]] = []
    for day in near:
        if rows and _SAME_ROW.fullmatch(text, rows[-1][-1].end, day.start):
            rows[-1].append(day)
        else:
            rows.append([day])
    behind = (row for row in rows if has_dates(text, listed[-1].end, row[0].start, row[-1].end))
    return next(chain(behind, (row for row in rows if is_in_front(row, listed[0]))), [])


def lists_of(text: str, references: Sequence[Reference]) -> list[list[Reference]]:
    """The references in groups: those of one list (`nrs. 431 en 437`) form a group."""
    lists = [[each] for each in references[:1]]
    for before, after in pairwise(references):
        is_range = (before.start, before.end) == (after.start, after.end)
        if is_range or (_LIST_JOINT.fullmatch(text, before.end, after.start) and _MORE_OF_LIST.fullmatch(after.text)):
            lists[-1].append(after)
        else:
            lists.append([after])
    return lists


def _paper(text: str, reference: Reference, day: DateMention | None, beside_list: Sequence[DateMention]) -> CitedPaper:
    doubts = [reference.reason] if reference.reason else []
    if day and day.reason:
        doubts.append(day.reason)
    elif beside_list and day is None:
        doubts.append(tr(_WHOSE_DATE, date=" ".join(beside_list[0].text.split())))
    return CitedPaper(reference, day.when if day and day.certain else None, _sort(text, reference), tuple(doubts))


def _merged(known: CitedPaper | None, again: CitedPaper) -> CitedPaper:
    """The first mention, with what only a later one says. A second date is reported as a doubt, never chosen."""
    if known is None or len(known.doubts) >= _MOST_DOUBTS:
        return known or again
    doubts = (*known.doubts, *again.doubts)
    if known.date and again.date and not can_agree((known.date, again.date)):
        two = tr("The text gives it two dates: {first} and {second}.", first=known.date, second=again.date)
        doubts = (*doubts, two)
    return CitedPaper(known.reference, known.date or again.date, known.kind or again.kind, tuple(dict.fromkeys(doubts)))


def is_day(mention: DateMention) -> bool:
    """Whether the mention is a single day without a time, as papers are dated."""
    return mention.when.grain is Grain.DAY and not (mention.when.is_range or mention.when.from_time)


def has_dates(text: str, end: int, first: int, last: int) -> bool:
    """Whether the dates from `first` to `last` belong to the number that ends at `end`: `nr. 427, p. 3 van 9 maart`."""
    end = skip_pages(text, end)
    is_tied = _TIE.fullmatch(text, end, first) or (_BARE_TIE.fullmatch(text, end, first) and _CLOSES.match(text, last))
    return is_tied is not None


def _is_in_front(text: str, row: list[DateMention], reference: Reference) -> bool:
    """`de brief van 9 maart 2023 (Kamerstuk 28 676, nr. 427)`: only if a word ties the date to the paper."""
    start, end = row[0].start, row[-1].end
    is_near = end <= reference.start and _NUMBER_FOLLOWS.fullmatch(text, end, reference.start)
    return bool(is_near and _HAS_DATE.search(text, max(0, start - _LOOK_BACK), start))


def _sort(text: str, reference: Reference) -> str | None:
    """The kind of paper, by its identifier or by the word right before it; None if neither tells."""
    if sort := sort_by_number(reference.canonical):
        return sort
    found = _SORT_BEFORE.search(text, max(0, reference.start - _LOOK_BACK), reference.start)
    return found.lastgroup.replace("_", " ") if found and found.lastgroup else None


def named_paper(name: str) -> Reference | None:
    """The paper that a whole name stands for, if any: `Kamerbrief van 3 december 2026 (36 045, nr. 210)`."""
    found = scan_references(name)
    if len(found) != 1 or not found[0].certain or re.fullmatch(r"[\s).\]]*", name[found[0].end :]) is None:
        return None
    return found[0] if _SORT_BEFORE.match(name, 0, found[0].start) else None


def sort_by_number(canonical: str) -> str | None:
    """The kind of paper that follows from its identifier. None for all others, such as a directive or a Staatsblad."""
    if canonical.startswith("ah-"):
        return "answer"
    return "regulation" if _REGULATION.fullmatch(canonical) else None
