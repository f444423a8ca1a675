"""An annotated agenda (geannoteerde agenda) has a heading for each topic, in words of its own."""

import re

from briefcli.memo.layout.headings import Part, SectionKind, heading_of
from briefcli.memo.layout.outline import Outline, Section
from briefcli.memo.text import Line

_NAME = re.compile(r"\bgeannoteerde\s+agenda\b", re.IGNORECASE)
_OPENING_LINES = 25  # written lines among which the text says what it is
_LONGEST_HEADING = 90
_SHORTEST_TEXT = 40
_NUMBER = re.compile(r"\s*[0-9]{1,2}[.)]?\s+")
_REASON = SectionKind(Part.REASON, ("Aanleiding",), level=1)


def divide_annotated(lines: list[Line]) -> Outline | None:
    """Head, introduction and a section for each topic; None where the text is no annotated agenda."""
    written = [place for place, line in enumerate(lines) if not line.is_blank]
    opening = " ".join(lines[place].text for place in written[:_OPENING_LINES])
    if not _NAME.search(opening):
        return None
    starts = [place for place in written if _is_heading(lines, place)]
    named = next((place for place in written if _NAME.search(lines[place].text)), 0)
    topics = [place for place in starts if place > named]
    if not topics:
        return None
    first_text = next((place for place in written if place > named and len(lines[place].text) >= _SHORTEST_TEXT), None)
    begin = min(topics[0], first_text if first_text is not None else topics[0])
    outline = Outline(lines[:begin], [], [])
    if begin < topics[0]:
        outline.sections.append(Section(_REASON, "", lines[begin], lines[begin : topics[0]]))
    for place, end in zip(topics, [*topics[1:], len(lines)], strict=True):
        title = lines[place].text.strip()
        outline.sections.append(Section(_heading(title), title, lines[place], lines[place + 1 : end]))
    return outline


def is_topic(section: Section) -> bool:
    """Whether a section is a topic of an annotated agenda, not one that memos have."""
    return section.part is Part.SESSIONS and section.title in section.heading.variants


def _heading(title: str) -> SectionKind:
    return heading_of(title) or SectionKind(Part.SESSIONS, (title,), level=1, own_words=True)


def _is_heading(lines: list[Line], place: int) -> bool:
    """A short line that ends no sentence, after an empty one, with running text below it."""
    text = lines[place].text.strip()
    words = _NUMBER.sub("", text, count=1)
    if len(text) > _LONGEST_HEADING or not words[:1].isupper() or text[-1] in ".,;:?!" or _NAME.search(text):
        return False
    if place and not lines[place - 1].is_blank:
        return False
    below = next((line.text for line in lines[place + 1 :] if not line.is_blank), "")
    return len(below) >= _SHORTEST_TEXT
