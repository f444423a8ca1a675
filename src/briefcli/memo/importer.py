"""A memo's text becomes an agenda: read, divided, placed, and what stands in its sentences drawn out."""

import re
import unicodedata
from datetime import date

import msgspec

from briefcli.domain.when import When
from briefcli.errors import NothingFound
from briefcli.memo.draft import Draft
from briefcli.memo.find.drawing import draw_out
from briefcli.memo.find.meetings import Meeting, find_meeting
from briefcli.memo.find.openness import classification, withhold, withhold_named
from briefcli.memo.find.sessions import split_sessions, topic_session
from briefcli.memo.imported import Imported
from briefcli.memo.layout.annotated import divide_annotated, is_topic
from briefcli.memo.layout.footnotes import lift
from briefcli.memo.layout.head import Head, read_head
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.joining import Hyphens, Stretch
from briefcli.memo.layout.noise import sweep
from briefcli.memo.layout.outline import Outline, Section, divide
from briefcli.memo.layout.paragraphs import Paragraph, share_years, study
from briefcli.memo.layout.points import Point, PointReader, layout_of
from briefcli.memo.placing import (
    place_annexes,
    place_head,
    place_heading,
    place_leftovers,
    place_paragraph,
    place_sessions,
)
from briefcli.memo.text import Line, MemoText

_SLUG = re.compile(r"[^a-z0-9]+")
_SLUG_WORDS = 5
_SMALL_WORDS = frozenset(
    [
        "de",
        "het",
        "een",
        "van",
        "en",
        "of",
        "in",
        "op",
        "te",
        "aan",
        "met",
        "voor",
        "over",
        "bij",
        "naar",
        "door",
        "tot",
        "d",
        "d",
        "inzake",
    ]
)


class ImportOptions(msgspec.Struct, frozen=True):
    """What the user says instead of what would be read from the text."""

    id: str | None = None
    series: str | None = None
    title: str | None = None
    when: When | None = None
    today: date | None = None


def import_memo(text: MemoText, options: ImportOptions | None = None) -> Imported:
    """The agenda that a memo gives. Raises NothingFound, which says what was looked for, for any other text."""
    options = options or ImportOptions()
    draft = Draft()
    kept, dropped = sweep(text.lines)
    for each in dropped:
        draft.drop(each.line, each.line.text.strip(), each.why)
    for remark in text.remarks:
        draft.check("", remark)
    kept, notes = lift(kept)
    outline = _outline(kept)
    for left_out in withhold_named(outline):
        what = "the part that it names is not shown in public" if left_out.is_found else "mark it with `public: false`"
        draft.check("", f"the memo says that something in another place is left out: {what}")
    hyphens = Hyphens(kept)
    head = read_head([*outline.head, Line("", None, 0), *outline.tail], hyphens)
    body = [line for section in outline.sections for line in section.lines]
    reader = PointReader(layout_of(body), hyphens, notes)
    paragraphs = _place_sections(draft, outline, reader, head)
    place_leftovers(draft, notes, outline)
    meeting = _meeting(head, paragraphs, options)
    _place_meeting(draft, meeting, head, options)
    draw_out(draft, paragraphs, meeting)
    is_annotated = any(map(is_topic, outline.sections))
    place_head(draft, head, "annotated agenda" if is_annotated else "decision memo")
    identifier = options.id or _suggested_id(draft, meeting, head)
    if mark := classification([*outline.head, *(each.line for each in dropped)]):
        draft.agenda.ground = mark
        draft.check("public", "the memo says this of itself, so no release lifts it: remove the two lines by hand")
        identifier = options.id or f"{draft.agenda.series or 'memo'}{identifier[-8:] if identifier[-3] == '-' else ''}"
    return draft.finish(identifier)


def _outline(lines: list[Line]) -> Outline:
    """The head and sections of a memo, or else of an annotated agenda. Raises NothingFound for any other text."""
    outline = divide(lines)
    if _is_memo(outline):
        return outline
    annotated = divide_annotated(lines)
    if annotated is None:
        raise NothingFound(
            "this text is no decision memo: it has no headings such as Aanleiding, Geadviseerd besluit, Kernpunten",
            "give a beslisnota or annotated agenda as PDF, Word, OpenDocument or plain text",
        )
    return annotated


def _is_memo(outline: Outline) -> bool:
    parts = {section.part for section in outline.sections}
    main = {Part.REASON, Part.DECISION, Part.KEY_POINTS, Part.EXPLANATION}
    return len(parts & main) > 1


def _place_sections(draft: Draft, outline: Outline, reader: PointReader, head: Head) -> list[Paragraph]:
    """Every point to its field; gives all of them, with what was read in them, in order."""
    studied = [_studied(section, reader, head) for section in outline.sections]
    for section, paragraphs in zip(outline.sections, studied, strict=True):
        if section.part is not Part.ANNEXES:
            for last in withhold(paragraphs):
                draft.check("", f"the marked list is taken to end at {_place_of(last.line_at(0))}")
    everything = [paragraph for each in studied for paragraph in each]
    share_years([each for each in everything if each.part is not Part.WITHHELD])
    sessions, rest = split_sessions(_outside_topics(outline, studied))
    for section, paragraphs in zip(outline.sections, studied, strict=True):
        if is_topic(section):
            shown = [each for each in paragraphs if each.part is not Part.WITHHELD]
            sessions.append(topic_session(section.title, section.place, shown))
    place_sessions(draft, sessions)
    withheld = [each for each in everything if each.part is Part.WITHHELD]
    left = {id(each) for each in (*rest, *withheld)}
    for section, paragraphs in zip(outline.sections, studied, strict=True):
        if section.part is Part.ANNEXES:
            place_annexes(draft, section, [(each.text, each.line_at(0)) for each in paragraphs], head)
            place_heading(draft, section, [])
            continue
        mine = [each for each in paragraphs if id(each) in left]
        if not is_topic(section):
            place_heading(draft, section, mine)
        for paragraph in mine:
            place_paragraph(draft, section, paragraph)
    return everything


def _place_of(line: Line) -> str:
    return f"line {line.line}" if line.page is None else f"page {line.page}, line {line.line}"


def _studied(section: Section, reader: PointReader, head: Head) -> list[Paragraph]:
    points = reader.points(section.lines, is_list=section.part is Part.ANNEXES)
    return [study(section.part, point, head.written) for point in points]


def _outside_topics(outline: Outline, studied: list[list[Paragraph]]) -> list[list[Paragraph]]:
    """The sections in which a session can begin among other points."""
    pairs = zip(outline.sections, studied, strict=True)
    return [each for section, each in pairs if section.part is not Part.ANNEXES and not is_topic(section)]


def _meeting(head: Head, paragraphs: list[Paragraph], options: ImportOptions) -> Meeting | None:
    """The meeting that the title or the text announces; a date that the user gives goes before the memo's."""
    title = head.title
    paragraphs = [each for each in paragraphs if each.part is not Part.WITHHELD]
    if title is not None:
        point = Point(Stretch(title.value, [0], [title.line]))
        paragraphs = [study(Part.REASON, point, head.written), *paragraphs]
    else:
        paragraphs = [study(Part.REASON, Point(Stretch("", [0], [Line("", None, 1)])), None), *paragraphs]
    meeting = find_meeting(paragraphs)
    if meeting is not None and options.when is not None:
        meeting.when, meeting.doubt = options.when, None
    return meeting


def _place_meeting(draft: Draft, meeting: Meeting | None, head: Head, options: ImportOptions) -> None:
    agenda = draft.agenda
    agenda.when = options.when or (meeting.when if meeting else When.unknown())
    agenda.series = options.series or (meeting.known.series if meeting and meeting.known else None)
    if meeting is not None:
        agenda.title = f"{meeting.title}, {meeting.date_words}"
        agenda.place = meeting.place
        if meeting.known is not None:
            agenda.body, agenda.kind = meeting.known.body, meeting.known.kind
        for field in ("title", "when", *(["place"] if meeting.place else [])):
            draft.trace(field, meeting.line, meeting.words)
        if meeting.doubt is not None:
            draft.check("when", meeting.doubt)
    elif head.title is not None:
        agenda.title = head.title.value
        draft.trace("title", head.title.line, head.title.value)
    else:
        _title_from_text(draft)
    if options.title:
        agenda.title = options.title
    if meeting is None and options.when is None:
        draft.check("when", "the memo announces no meeting; write its date if there is one")


def _title_from_text(draft: Draft) -> None:
    """Without a title of its own, a memo is called by what it asks or why it was written."""
    trace = next((each for each in draft.traces if each.field in {"decision[0]", "summary[0]", "key_points[0]"}), None)
    draft.agenda.title = trace.words if trace else "Beslisnota"
    if trace is not None:
        draft.traces.append(msgspec.structs.replace(trace, field="title"))
    draft.check("title", "the memo has no title; give it a short one")


def _suggested_id(draft: Draft, meeting: Meeting | None, head: Head) -> str:
    """`dmm-2023-06` for a meeting that comes back, and otherwise the first words of the title with the month."""
    agenda = draft.agenda
    first = agenda.when.first
    month = f"{first:%Y-%m}" if first else (f"{head.written:%Y-%m}" if head.written else "")
    title = meeting.title if meeting else str(agenda.title)
    stem = agenda.series or _slug(title)
    return "-".join(part for part in (stem, month) if part)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    words = [word for word in _SLUG.sub(" ", plain).split() if word not in _SMALL_WORDS]
    return "-".join(words[:_SLUG_WORDS]) or "memo"
