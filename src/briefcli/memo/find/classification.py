"""Finds what a memo or its file says about the memo as a whole: that it is not public, or only in part."""

import itertools
import re

from briefcli.catalog import tr
from briefcli.domain import marks
from briefcli.domain.marks_apart import stands_apart
from briefcli.memo.imported import Imported
from briefcli.memo.layout.head_labels import Field, label_of, labelled
from briefcli.memo.layout.headings import Part, heading_of, words_of_heading
from briefcli.memo.layout.outline import Outline, Section
from briefcli.memo.layout.paragraphs import sentences
from briefcli.memo.text import Line, not_blank

_CLOSED = "nota niet openbaar"
# Any mark in the first lines, and a mark with a label in the head, is about the whole text
_FIRST_LINES, _HEAD_LINES = 3, 25
_GROUND = re.compile(r"(?i)\W*(?:art\w*\W+)?[0-9]")  # of a part that is not public: `5.1.2.e Woo`
_ROW_OF_ANNEXES = re.compile(r"\W{0,5}[0-9]{1,2}\W{0,3}\|[^|]+\|")  # `2 | Vertrouwelijk` is the foot of a page
_THIS_MEMO = re.compile(
    r"(?i)\b(?:deze|dit|voorliggende|this)\s(?:(?:beslis)?nota|notitie|memo|stuk|document|paper|note)\s"
    r"(?:is|blijft|mag|kan|wordt|may|must)\b"
)
# How a message above the memo names it: `Deze is vertrouwelijk`, `De bijgaande nota svp niet delen`
_IN_MESSAGE = re.compile(
    r"(?i)\b(?:deze|dit|alles|this)\s(?:is|zijn|blijft|mag|kan|svp|s\.v\.p|graag|niet|vertrouwelijk\w*|geheim\w*|interne?)\b"
    r"|\b(?:deze|dit|de|het|bijgaande?|onderstaande?|bijgevoegde?|this)\s(?:\w+\s)?(?:(?:beslis)?nota|notitie|memo|stuk|stukken"
    r"|document|versie|concept|mail|bericht|paper|note)\b|\bniet\s(?:door|verder|verspreid|del)"
)


def lift_classification(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Take out the lines at the top that classify the whole text. Returns the other lines, and then these lines."""
    written = [line for line in lines if not line.is_blank][:_HEAD_LINES]
    head = list(itertools.takewhile(lambda line: not ((of := heading_of(line.text)) and of.is_declared), written))
    lifted = [line for line in head[:_FIRST_LINES] if marks.classified_as(line.text)]
    lifted += [line for line in head[_FIRST_LINES:] if marks.is_rubric(line.text)]
    return [line for line in lines if line not in lifted], lifted


def said_to_be_partly_public(lines: list[Line]) -> bool:
    """Whether the memo says that some passages are not public, without brackets that show which."""
    pairs = itertools.pairwise([*(line.text.strip() for line in lines if not line.is_blank), ""])
    texts = [f"{one} {other}" if other[:1].islower() or label_of(one) is Field.PUBLIC else one for one, other in pairs]
    return any(map(marks.is_partly_public, texts))


def at_edges(lines: list[Line], letter: Outline) -> list[Line]:
    """Marks in the first or last two lines of a page, and the very last line unless it belongs to a part of its own."""
    of_part = _GROUND if letter.sections and letter.sections[-1].part is Part.WITHHELD else _ROW_OF_ANNEXES
    written = [lines[place] for place in not_blank(lines)]
    printed = (line for line in written if line.page and "|" not in line.text)  # a row of a table is no header
    pages = (list(page) for _, page in itertools.groupby(printed, lambda line: line.page))
    edges = (edge for page in pages for edge in (page[:2], page[-2:]))
    marked = [
        line
        for edge in edges
        for line in edge
        if marks.classified_as(line.text) or marks.classified_as(" ".join(each.text.strip() for each in edge))
    ]
    return [*marked, *(line for line in written[-1:] if not of_part.match(line.text))]


def classification(lines: list[Line], sections: list[Section]) -> str | None:
    """The classification of the memo as a whole, from its head or the edges of its pages. None if there is none.

    A mark in the subject is about the whole memo too, and so are a section such as `Openbaarmaking`, which says no, a
    sentence about the memo in the message above it.
    """
    written = [line.text.strip() for line in lines if not line.is_blank]
    pairs = list(itertools.pairwise(written))  # a mark may be on two lines
    if said := next(filter(None, map(marks.classified_as, [*written, *map(" ".join, pairs)])), None):
        return said
    if any(map(_says_of_memo, sections)):
        return _CLOSED
    titles = [words_of_heading(each.title) for each in sections]
    texts = written + [f"{one}: {other}" for one, other in (*pairs, *itertools.pairwise(titles))]
    texts += [
        " ".join([f"{title}:", *(line.text for line in each.lines)])
        for title, each in zip(titles, sections, strict=True)
    ]
    fields = filter(None, (labelled(line.text) for line in lines))
    is_in_subject = any(field is Field.TITLE and stands_apart(value) for field, value in fields)
    is_said = any(map(marks.is_not_to_be_published, texts)) or any(marks.may_close(line.text) for line in lines)
    return _CLOSED if is_in_subject or is_said else None


def _says_of_memo(section: Section) -> bool:
    """Whether a sentence says that the memo is not public. A message above the memo has no title."""
    of_memo, text = _THIS_MEMO if section.title else _IN_MESSAGE, " ".join(line.text for line in section.lines)
    told = [section.title, *(words for words, _ in sentences(text))]
    return any(of_memo.search(words) and marks.is_marked(words) for words in told)


def close(draft: Imported, mark: str | None, beside: list[str], *, is_partly: bool) -> None:
    """Keep the agenda withheld after a release if the memo says that it, or some unnamed part of it, is not public."""
    if mark is not None:
        message = tr("the memo says this: remove the two lines by hand")
    elif any(map(marks.closes, dict.fromkeys([*beside, *map(" ".join, itertools.pairwise(beside))]))):
        mark = _CLOSED
        message = tr(
            "the file says this beside its text (in its name, a property, comment or label, which can be a default): "
            "remove the two lines by hand"
        )
    elif is_partly:
        mark = "nota deels openbaar"
        message = tr("the memo says that some passages are not public, not which: mark them, then remove the two lines")
    else:
        return
    draft.check("public", message)
    draft.agenda.ground = mark
