"""Reads the points of a memo: their sentences, and the dates and references in them."""

import bisect
import re
from datetime import date
from functools import lru_cache
from itertools import islice, takewhile
from typing import TypeVar

import msgspec

from briefcli.domain.citations.finder import scan_references
from briefcli.domain.citations.reference import Reference
from briefcli.domain.dates.figures import PERHAPS
from briefcli.domain.dates.hedge import CALLED_OFF, HEDGED
from briefcli.domain.dates.in_text import DateMention, scan_dates
from briefcli.domain.dates.settle import MOVED
from briefcli.domain.when import Grain, provisional
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.joining import ABBREVIATIONS
from briefcli.memo.layout.points import MemoPoint
from briefcli.memo.layout.table_rows import CELL
from briefcli.memo.text import YEAR, Line

Read = TypeVar("Read", DateMention, Reference)
_FIGURE = re.compile(r"[0-9]")
# A day, or a row of days, that is a whole cell or the end of an action
_BARE_DAY = re.compile(
    r"(?:^|(?<=\s))[0-9]{1,2}[-/][0-9]{1,2}(?:(?:,\s?|\s(?:en|&|t/?m)\s)[0-9]{1,2}[-/][0-9]{1,2}){0,4}(?=\s\||\W*$)"
)
_DUE = "uiterlijk "
_MOST_CELLS = 20  # with a bare day, in one row: each takes time to read


class Sentence(msgspec.Struct, frozen=True, eq=False):
    """One sentence of a paragraph. `start` is its offset in the paragraph's text, in code points."""

    paragraph: "Paragraph"
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def line(self) -> Line:
        return self.paragraph.line_at(self.start)

    @property
    def dates(self) -> list[DateMention]:
        return self.paragraph.dates_in(self.start, self.end)

    @property
    def following(self) -> str:
        """The words of the next sentence of the paragraph; empty after the last one."""
        return next((each.text for each in self.paragraph.sentences if each.start >= self.end), "")

    def before(self, place: int) -> str:
        """The words of the sentence before an offset in the paragraph."""
        return self.paragraph.text[self.start : place]

    def behind(self, place: int) -> str:
        """The words of the sentence from an offset in the paragraph on."""
        return self.paragraph.text[place : self.end]


class Paragraph(MemoPoint, eq=False, kw_only=True):
    """One point. `field` is its path in the agenda, `written` the date of the memo, `ground` why it is withheld."""

    part: Part
    dates: list[DateMention]
    references: list[Reference]
    sentences: list[Sentence] = msgspec.field(default_factory=list)
    field: str = ""
    ground: str | None = None
    written: date | None = None

    def line_at(self, offset: int) -> Line:
        return self.stretch.line_at(offset)

    def set_before(self, words: str) -> None:
        """Put words in front of the text. The offsets of its sentences, dates and references move along."""
        self.stretch = self.stretch.with_insert(0, 0, words)
        by, moved = len(words), msgspec.structs.replace
        self.sentences = [moved(each, start=each.start + by) for each in self.sentences]
        self.dates = [moved(each, start=each.start + by, end=each.end + by) for each in self.dates]
        self.references = [moved(each, start=each.start + by, end=each.end + by) for each in self.references]

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        return [each for each in _beginning_in(self.dates, start, end) if each.end <= end]

    def sentence_at(self, offset: int) -> Sentence:
        place = bisect.bisect_right(self.sentences, offset, key=lambda each: each.start)
        return self.sentences[max(place - 1, 0)]

    def references_in(self, start: int, end: int) -> list[Reference]:
        return _beginning_in(self.references, start, end)

    def has_reference_at(self, start: int, end: int) -> bool:
        place = bisect.bisect_left(self.references, end, key=lambda each: each.start)
        return place > 0 and self.references[place - 1].end > start


def _beginning_in(read: list[Read], start: int, end: int) -> list[Read]:
    """The dates or references that start between two offsets of the text."""
    first, last = (bisect.bisect_left(read, place, key=lambda each: each.start) for place in (start, end))
    return read[first:last]


def study(part: Part, point: MemoPoint, written: date | None) -> Paragraph:
    """Read a point. Dates without a year are read relative to `written`, the date of the memo."""
    text = point.text
    dates, papers = scan_dates(text, written), scan_references(text) if _FIGURE.search(text) else []
    for bare in islice(_BARE_DAY.finditer(text), _MOST_CELLS if part is Part.ACTIONS or CELL in text else 0):
        beside = [each for each in dates if bare.start() >= each.end or bare.end() <= each.start]
        if all(each in beside or each.doubt == PERHAPS for each in dates):
            read, ahead = scan_dates(_DUE + bare[0], written), bare.start() - len(_DUE)
            moved = (msgspec.structs.replace(each, start=each.start + ahead, end=each.end + ahead) for each in read)
            dates = [*beside, *moved]
    dates.sort(key=lambda each: each.start)
    paragraph = Paragraph(**msgspec.structs.asdict(point), part=part, dates=dates, references=papers, written=written)
    paragraph.sentences = [Sentence(paragraph, words, start) for words, start in sentences(text)]
    return paragraph


def list_below(paragraphs: list[Paragraph], place: int) -> list[Paragraph]:
    """The points with a bullet or number right below the one at this place, in the same part."""
    part, below = paragraphs[place].part, (paragraphs[each] for each in range(place + 1, len(paragraphs)))
    return list(takewhile(lambda each: each.part is part and each.label != "", below))


_scanned = lru_cache(maxsize=4096)(scan_dates)  # a long list names the same days often, and each is read for all years


def share_years(paragraphs: list[Paragraph]) -> None:
    """Complete dates without a year, if the memo elsewhere has the same day with its year."""
    days = [each for paragraph in paragraphs for each in paragraph.dates if each.when.grain is Grain.DAY]
    known = {each.when.text for each in days if each.certain and YEAR.search(each.text)}
    years = sorted({text[:4] for text in known})
    for paragraph in paragraphs:
        paragraph.dates = [_with_year(each, known, years) for each in paragraph.dates]


def _with_year(mention: DateMention, known: set[str], years: list[str]) -> DateMention:
    if YEAR.search(mention.text) or (mention.certain and mention.when.grain is Grain.DAY):
        return mention
    for year in years:
        again = _scanned(f"{mention.text} {year}")
        if len(again) == 1 and again[0].when.text in known:
            if not mention.when.confirmed:  # said with reservation, which a known year does not remove
                return msgspec.structs.replace(mention, when=provisional(again[0].when), doubt=HEDGED)
            gone = mention.doubt if mention.doubt in {CALLED_OFF, MOVED} else None  # which no year makes right
            return msgspec.structs.replace(mention, when=again[0].when, doubt=gone)
    return mention


_END = re.compile(r"[.?!]['’\"”)]*\s+(?=['‘“\"(]?[A-Z0-9À-Þ])")
_NO_END = re.compile(rf"(?:\b(?!(?:a\.s|j\.l)\.){ABBREVIATIONS}|\b[A-Z]\.|(?<![0-9])[0-9]{{1,2}}\.)['’\"”)]*\s+$")
# After `a.s.` and `jl.` a sentence goes on, unless an upper-case letter follows
_COUNTED = re.compile(r"\b(?:jl|j\.l|a\.s)\.\s+$")
TITLE_WORDS = 15
_LONGEST = 1500  # characters: a longer sentence is cut in pieces


def sentences(text: str) -> list[tuple[str, int]]:
    """All sentences in order, each with its offset in code points. Together they hold every word of the text."""
    found: list[tuple[str, int]] = []
    start = 0
    depth = 0
    scanned = 0
    for stop in _END.finditer(text):
        start = _cut_off(text, start, stop.start(), found)
        depth += text.count("(", scanned, stop.end()) - text.count(")", scanned, stop.end())
        scanned = stop.end()
        before = text[max(stop.end() - 16, start) : stop.end()]
        goes_on = _COUNTED.search(before) and not text[stop.end() : stop.end() + 1].isupper()
        if depth > 0 or goes_on or _NO_END.search(before):
            continue
        depth = 0
        found.append((text[start : stop.end()].rstrip(), start))
        start = stop.end()
    start = _cut_off(text, start, len(text), found)
    if text[start:].strip():
        found.append((text[start:].rstrip(), start))
    return found


def shortened(text: str, around: int = 0) -> str:
    """At most fifteen words of a sentence, among them the word at offset `around`."""
    words = text.split()
    if len(words) <= TITLE_WORDS:
        return text
    first = max(len(text[:around].split()) - TITLE_WORDS * 2 // 3, 0)
    first = min(first, len(words) - TITLE_WORDS)
    kept = " ".join(words[first : first + TITLE_WORDS])
    return f"{'… ' if first else ''}{kept}{' …' if first + TITLE_WORDS < len(words) else ''}"


def _cut_off(text: str, start: int, end: int, found: list[tuple[str, int]]) -> int:
    """Cut pieces off a text that has no sentence end for too long. Returns the offset of the rest."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        stop = space + 1 if space > start else start + _LONGEST
        found.append((text[start:stop].rstrip(), start))
        start = stop
    return start
