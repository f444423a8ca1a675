"""A paper as plain data: headings, lists and tables of runs of text. Word, PDF and HTML are all made from it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from briefcli.catalog import tr
from briefcli.domain.citations.finder import references_in
from briefcli.domain.citations.paper_names import paper_name
from briefcli.domain.citations.reference import url_of
from briefcli.domain.when import Grain, When
from briefcli.render.cells import cell_words, not_public
from briefcli.render.clean import clean
from briefcli.render.road import road_pictures
from briefcli.render.wording import day_words, known_words, left_words
from briefcli.views.cell import Cell, Left, PaperCell, Strong, Struck, Words
from briefcli.views.paper import Chapter, Paper
from briefcli.views.view import Axis, Block, Column, Facts, Point, Points, Remark, Table

_ADDRESS = re.compile(r"""(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?()\[\]]""")
_NO_XML = re.compile("[\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe\U0001ffff]")  # not allowed in Word and OpenDocument

# In characters: a line of the page, a cell that stays on one line, and what all such columns may take of the line
_LINE, _SHORT, _MOST_SHORT = 118, 24, 78

PAGE_WIDTH, _LOGO = 16.6, 1.6  # cm: between the margins, and the height of a logo that is not too wide

Run = dict[str, Any]  # text; and if they apply: url, bold, struck, withheld, note (its number), cited (its text), again


def parts_of(paper: Paper) -> dict[str, Any]:
    """The paper as texts, numbers, lists and mappings. Every text is as people read it, without control characters."""
    title, internal, maker = _title(paper), tr("INTERN – niet openbaar"), _text(paper.style.maker)
    return {
        "title": title,
        "document_title": f"{internal}: {title}" if paper.internal else title,
        "language": "nl",
        "internal": internal if paper.internal else "",
        "made": _made(paper),
        "maker": maker,
        "logo_words": tr("Logo of {maker}", maker=maker) if maker else tr("Logo"),
        "logo_height": min(_LOGO, PAGE_WIDTH / paper.logo.ratio) if paper.logo else 0,
        "colour": paper.style.colour,
        "font": paper.style.font,
        "several": len(paper.chapters) > 1,
        "chapters": [_chapter(each) for each in paper.chapters],
        "road": _road(paper.road) if len(paper.chapters) > 1 else [],
        "deadlines": _table(paper.deadlines, {}) if paper.deadlines.rows else None,
        "papers": _table(paper.dossiers, {}) if paper.dossiers.rows else None,
        "words": {
            "contents": tr("Contents"),
            "cited": tr("Papers cited"),
            "of": tr("{page} of {pages}", page="", pages="").strip(),
        },
    }


def _title(paper: Paper) -> str:
    """The title; that of several meetings says from which day to which they are held."""
    days = paper.road.days
    if len(paper.chapters) < 2 or not days:
        return _text(paper.title)
    return f"{paper.title}, {known_words(When('', Grain.DAY, min(days), max(days)))}"


def _made(paper: Paper) -> str:
    day = day_words(paper.made)
    if paper.style.maker:
        return tr("Made by {maker} on {day}, state {state}", maker=_text(paper.style.maker), day=day, state=paper.state)
    return tr("Made with brief on {day}, state {state}", day=day, state=paper.state)


_Notes = dict[str, Run]  # the papers that a chapter cites, by address


def _note(notes: _Notes, url: str, text: str) -> Run:
    """A link with its note: papers are numbered in order of first citation, and the same paper has one number."""
    again = url in notes
    note = notes.setdefault(url, {"number": len(notes) + 1, "text": text, "url": url})
    return {"url": url, "note": note["number"], "cited": text, "again": again}


def _chapter(chapter: Chapter) -> dict[str, Any]:
    notes: _Notes = {}
    nodes = [node for block in chapter.blocks for node in _nodes(block, notes)]
    return {
        "id": chapter.id,
        "title": _runs(chapter.heading.title, notes),
        "plain_title": _text(cell_words(chapter.heading.title)),
        "under": _runs(chapter.heading.under, notes),
        "road": _road(chapter.road),
        "nodes": nodes,
        "notes": [each | {"name": f"{chapter.id}:{each['number']}"} for each in notes.values()],
    }


def _road(axis: Axis) -> list[dict[str, str]]:
    return [{"svg": _NO_XML.sub("", svg), "words": _text(words)} for svg, words in road_pictures(axis)]


def _nodes(block: Block, notes: _Notes) -> Iterator[dict[str, Any]]:
    match block:
        case Facts():
            rows = [{"label": _text(label), "runs": _runs(value, notes)} for label, value in block.facts]
            yield {"kind": "facts", "rows": rows}
        case Points():
            yield {"kind": "heading", "text": _text(block.title)}
            yield {"kind": "list", "items": [_item(each, notes) for each in block.points]}
        case Table():
            if block.title:
                yield {"kind": "heading", "text": _text(block.title)}
            yield _table(block, notes)
        case Remark():
            yield {"kind": "remark", "runs": _runs(block.text, notes)}


def _item(point: Point, notes: _Notes) -> dict[str, Any]:
    label, runs = _text(point.label), _runs(point.text, notes)
    return {"label": label, "runs": runs, "items": [_item(each, notes) for each in point.below]}


def _table(table: Table, notes: _Notes) -> dict[str, Any]:
    rows = [[_runs(cell, notes, cited=False) for cell in row] for row in table.rows]
    widths = _widths(table.columns, rows)
    return {
        "kind": "table",
        "title": _text(table.title),
        "columns": [
            {"heading": _text(each.heading), "right": each.right, "width": width, "short": most <= _SHORT}
            for each, (width, most) in zip(table.columns, widths, strict=True)
        ],
        "rows": rows,
    }


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Sequence[Run]]]) -> list[tuple[float, int]]:
    """For each column, its percentage of the page and the number of characters in its longest cell.

    Short cells stay on one line if they leave room for others, which share the rest by how much text they hold.
    """
    texts = [
        [column.heading, *("".join(run["text"] for run in row[place]) for row in rows)]
        for place, column in enumerate(columns)
    ]
    longest = [max(map(len, each)) for each in texts]
    words = [min(max((len(word) for text in each for word in text.split()), default=1), _SHORT) for each in texts]
    needed = [4 + (most if most <= _SHORT else word) for most, word in zip(longest, words, strict=True)]
    short = [need for most, need in zip(longest, needed, strict=True) if most <= _SHORT]
    if sum(needed) > _LINE or (len(short) < len(needed) and sum(short) > _MOST_SHORT):
        needed = [4 + word for word in words]
    left = max(_LINE - sum(needed), 0)
    mean = [sum(map(len, each)) / len(each) for each in texts]
    wanted = [1 + min(4 + most - need, usual) for most, need, usual in zip(longest, needed, mean, strict=True)]
    widths = [need + left * want / sum(wanted) for need, want in zip(needed, wanted, strict=True)]
    return [(round(100 * width / sum(widths), 2), most) for width, most in zip(widths, longest, strict=True)]


def _runs(cell: Cell, notes: _Notes, *, cited: bool = True) -> list[Run]:
    """The cell as runs of text. A paper becomes a link and, in running text (`cited`), a note as well."""
    match cell:
        case None | "":
            return []
        case tuple():
            return [run for each in cell for run in _runs(each, notes, cited=cited)]
        case PaperCell():
            text = _text(cell_words(cell))
            link = _note(notes, cell.url, text) if cell.url and cited else {"url": cell.url} if cell.url else {}
            return [{"text": text} | link]
        case Words():
            text = _text(cell.text).strip()
            runs = list(_with_papers(text, notes)) if cited else [{"text": text}]
            return [*runs, {"text": f" [{_text(not_public(cell))}]", "withheld": True}] if cell.withheld else runs
        case Strong():
            return [{"text": _text(cell.text), "bold": True}]
        case Struck():
            return [{"text": _text(cell_words(cell)), "struck": True}]
        case Left():
            return [{"text": _text(left_words(cell))}]
        case _:
            return [{"text": _text(cell_words(cell))}]


def _with_papers(text: str, notes: _Notes) -> Iterator[Run]:
    """The text with a link at each paper; an address that names one is a link as a whole, with no note inside it."""
    addresses = [each.span() for each in _ADDRESS.finditer(text)]
    at = 0
    for found in references_in(text):
        url, own = url_of(found.canonical) if found.certain else None, (found.start, found.end)
        start, end = next((each for each in addresses if each[0] <= found.start < each[1]), own)
        if url and start >= at:
            if start > at:
                yield {"text": text[at:start]}
            yield {"text": text[start:end]} | _note(notes, url, paper_name(found.canonical))
            at = end
    if at < len(text):
        yield {"text": text[at:]}


def _text(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", clean(text))
