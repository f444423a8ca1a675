"""Takes out what no author wrote: page numbers, running heads and the web page around a paper."""

import itertools
import re

from briefcli.catalog import tr
from briefcli.domain.when import parse_when
from briefcli.memo.layout.head import HeadValue, MemoHead
from briefcli.memo.layout.head_labels import label_of
from briefcli.memo.layout.headings import heading_of, squash
from briefcli.memo.layout.table_rows import CELL, are_agenda_columns, are_programme_columns
from briefcli.memo.text import Line, not_blank, text_at

_OF = r"(?:\s*(?:van|of|/)\s*[0-9]{1,4})?"  # the number of pages
_PAGE = rf"\s*(?:P ?a ?g ?i ?n ?a|Page|Blz\.?|Bladzijde)\s*[0-9]{{1,4}}{_OF}\s*"
_PAGE_NUMBER = re.compile(rf"(?i){_PAGE}")
_PAGE_AT_END = re.compile(rf"(?i)\b{_PAGE}$")
_BARE_NUMBER = re.compile(rf"\s*[-–]?\s*([0-9]{{1,4}}){_OF}\s*[-–]?\s*")
_OF_OR_DASH = re.compile(r"[0-9]\D+[0-9]|[-–]\s*$")  # `2 / 3`, `- 2 -`
_TOTAL = re.compile(r"[0-9]\D+([0-9]+)")
# What the House prints at the edge of a page, and a line of dashes or the like
_PRINTED = re.compile(
    r"(?i)\s*(?:(?:’s-Gravenhage [0-9]{4}\s+)?(?:Tweede|Eerste) Kamer, vergaderjaar [0-9]{4}[-–][0-9]{2,4}, .{3,60}"
    r"|kst-\S+|ISSN [0-9]{4}\s?-\s?[0-9]{4})\s*|\s*[-_=*~–—][-_=*~–—\s]{3,}"
)
# What web pages of parliament print above a paper: its kind and title, or its title, facts, and `Preview document`.
# Only the House's own words for a kind of paper count: `Rubricering : vertrouwelijk` is the first line of a memo
_PAGE_TITLE = re.compile(
    r"(?:Brief|Antwoord|Lijst|Inbreng|Verslag|Motie|Amendement|Mededeling|Voorstel|Memorie|Wetsvoorstel|Schriftelijke"
    r"|Convocatie|Besluitenlijst|Gewijzigde?|Nader)(?:\s\w+){0,5}\s:\s(?P<title>\S.*)"
)
_PAGE_FACTS = re.compile(r"Nummer: 20[0-9]{2}D[0-9]{5}, datum: (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\b.*")
_PAGE_ENDS = re.compile(r"Preview document\b.*")
_EDGE = 5  # lines at the top and at the foot of a page that can be a running head


def lift_page(lines: list[Line]) -> tuple[list[Line], list[Line], MemoHead]:
    """The lines of a paper, those that a web page of parliament has above it, and a head with their title and date."""
    head, last = MemoHead(), -1
    opening = not_blank(lines)[:80]
    facts = next(filter(None, (_PAGE_FACTS.fullmatch(lines[place].text.strip()) for place in opening)), None)
    titles = [place for place in opening if not lines[place].text.startswith("[")][:1]
    ends = next((place for place in opening if _PAGE_ENDS.fullmatch(lines[place].text)), None)
    if facts is not None and ends is not None:
        last = ends
        head.title = HeadValue(lines[titles[0]].text.strip(), lines[titles[0]])
        head.date = parse_when(facts["day"])
    elif titles and (found := _PAGE_TITLE.fullmatch(lines[titles[0]].text.strip())):
        last, head.title = titles[0], HeadValue(found["title"], lines[titles[0]])
    above = [lines[place] for place in opening if place <= last]
    return lines[last + 1 :], above, head


def sweep(lines: list[Line]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """The lines that somebody wrote, with an empty line for each dropped one, and the dropped lines with reasons."""
    reasons: dict[int, str] = {}
    for first in not_blank(lines)[:1]:
        if lines[first].page is None and lines[first].text.startswith("# "):
            reasons[first] = tr("comment about the file")
    pages = _pages(lines, reasons)
    edges = {place: count for count, page in enumerate(pages, start=1) for place in (page[0], page[-1])}
    found = {place: _BARE_NUMBER.fullmatch(lines[place].text) for place in edges if lines[place].page is not None}
    numbered = [place for place, number in found.items() if number and int(number[1]) == edges[place]]
    reasons.update(dict.fromkeys(numbered if len(numbered) > 1 else (), tr("page number")))
    _running_heads(lines, pages, reasons)
    _repeated_column(lines, pages, reasons)
    kept = [line.saying() if place in reasons else line for place, line in enumerate(lines)]
    return kept, [(lines[place], why) for place, why in sorted(reasons.items())]


def _pages(lines: list[Line], reasons: dict[int, str]) -> list[list[int]]:
    """The places of the lines with words on each page. `reasons` gets the lines to drop, such as page numbers.

    A page number can be on several lines: `Pagina` with `1 van 3` below it. In a file without pages it ends a page.
    """
    pages: list[list[int]] = [[]]
    places = not_blank(lines)
    between = _numbers_between(lines, places)
    for number, place in enumerate(places):
        line = lines[place]
        if number and line.page != lines[places[number - 1]].page:
            pages.append([])
        for count in (3, 2, 1):
            run = places[number : number + count]
            if (count == 1 and place in between) or _PAGE_NUMBER.fullmatch(" ".join(lines[each].text for each in run)):
                reasons |= dict.fromkeys(run, tr("page number"))
                pages += [[]] if line.page is None else []
                break
        if _PRINTED.fullmatch(line.text):
            reasons[place] = tr("repeated at the edge of a page")
        elif are_agenda_columns(names := line.text.split(CELL)) or are_programme_columns(names):
            reasons[place] = tr("head of a table")
        elif place not in reasons:
            pages[-1].append(place)
    return [page for page in pages if page]


def _numbers_between(lines: list[Line], places: list[int]) -> list[int]:
    """The lines that end the pages of a file without pages: `2 / 3`, `- 2 -` or `2`, counting from 1.

    A number without a sign may also be that of an annex or a row: the last one must be the last line, the others apart.
    """
    if not places or lines[places[0]].page is not None:
        return []
    found = {place: int(match[1]) for place in places if (match := _BARE_NUMBER.fullmatch(lines[place].text))}
    if signed := [place for place in found if _OF_OR_DASH.search(lines[place].text)]:
        numbers = [found[place] for place in signed]
        totals = {int(match[1]) for place in signed if (match := _TOTAL.search(lines[place].text))}
        return signed if numbers == list(range(1, len(signed) + 1)) and totals <= {len(signed)} else []
    ends: list[int] = []
    for place in reversed(found):
        is_next = found[place] == found[ends[-1]] - 1 if ends else place == places[-1]
        ends += [place] if is_next and not (ends and text_at(lines, place - 1)) else []
    return ends if ends and found[ends[-1]] == 1 and not text_at(lines, ends[-1] - 1) else []


def _running_heads(lines: list[Line], pages: list[list[int]], reasons: dict[int, str]) -> None:
    """Drop names at the edge of a page that were at the edge of an earlier page. The first one is kept.

    Only other such names may be between a name and the edge. Parts of sentences, bullets, numbers and usual headings
    are kept.
    """
    seen: set[str] = set()
    for page in pages:
        left = [place for place in page if place not in reasons]
        edges = (left[:_EDGE], left[_EDGE:][-_EDGE:][::-1])
        for edge in edges:
            run = itertools.takewhile(lambda place: _is_seen(lines[place], seen), edge)
            reasons.update(dict.fromkeys(run, tr("repeated at the edge of a page")))
        seen.update(_unnumbered(lines[place]) for edge in edges for place in edge)


def _unnumbered(line: Line) -> str:
    """A line without the page number at its end."""
    return (_PAGE_AT_END.sub("", line.text) if len(line.text) <= 200 else line.text).strip()


def _is_seen(line: Line, seen: set[str]) -> bool:
    text = _unnumbered(line)
    is_name = sum(char.isalpha() for char in text) > 2 and (text[0].isupper() or text[0].isdigit())
    may_be_repeated = is_name and text[-1] not in ".,;:?!" and heading_of(text) is None and label_of(text) is None
    return may_be_repeated and text in seen


def _repeated_column(lines: list[Line], pages: list[list[int]], reasons: dict[int, str]) -> None:
    """Drop the side column of the first page from the start of later pages, also if its lines break elsewhere there."""
    first = squash(" ".join(lines[place].text for place in pages[0])) if pages else ""
    for page in pages[1:]:
        run = list(itertools.takewhile(lambda place: squash(lines[place].text) in first, page))
        if sum(label_of(lines[place].text) is not None for place in run) > 1:
            reasons.update(dict.fromkeys(run, tr("side column, repeated")))
