"""A memo's text becomes an agenda: read, divided, placed, and what stands in its sentences drawn out."""

import re
import unicodedata
from datetime import date

import msgspec

from briefcli.domain.when import Grain, When
from briefcli.errors import NothingFound
from briefcli.memo.draft import Draft
from briefcli.memo.duties import MOST as MOST_DUTIES
from briefcli.memo.duties import find_consulted, find_duties
from briefcli.memo.events import MOST as MOST_EVENTS
from briefcli.memo.events import find_events
from briefcli.memo.figures import MOST as MOST_FIGURES
from briefcli.memo.figures import find_figures
from briefcli.memo.footnotes import lift
from briefcli.memo.head import Head, read_head
from briefcli.memo.headings import Part
from briefcli.memo.imported import Imported
from briefcli.memo.joining import Hyphens, Stretch
from briefcli.memo.meetings import Meeting, find_meeting
from briefcli.memo.noise import sweep
from briefcli.memo.outline import Outline, divide
from briefcli.memo.papers import find_papers
from briefcli.memo.paragraphs import Paragraph, share_years, study
from briefcli.memo.placing import (
    place_annexes,
    place_head,
    place_heading,
    place_leftovers,
    place_paragraph,
    place_sessions,
)
from briefcli.memo.points import Point, PointReader, layout_of
from briefcli.memo.promises import find_promises
from briefcli.memo.sessions import split_sessions
from briefcli.memo.text import Line, MemoText

_LEADS = re.compile(r"\b(?:voorafgaand aan|mijlpa\w+|voorbereiding (?:op|van)|aanloop naar|opmaat naar|richting)\b")
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
    outline = divide(kept)
    _require_memo(outline)
    hyphens = Hyphens(kept)
    head = read_head([*outline.head, Line("", None, 0), *outline.tail], hyphens)
    body = [line for section in outline.sections for line in section.lines]
    reader = PointReader(layout_of(body), hyphens, notes)
    paragraphs = _place_sections(draft, outline, reader, head)
    place_leftovers(draft, notes, outline)
    meeting = _meeting(head, paragraphs, options)
    _place_meeting(draft, meeting, head, options)
    _draw_out(draft, paragraphs, meeting)
    place_head(draft, head)
    return draft.finish(options.id or _suggested_id(draft, meeting, head))


def _require_memo(outline: Outline) -> None:
    parts = {section.part for section in outline.sections}
    main = {Part.REASON, Part.DECISION, Part.KEY_POINTS, Part.EXPLANATION}
    if len(parts & main) < 2:
        raise NothingFound(
            "this text is no decision memo: it has no headings such as Aanleiding, Geadviseerd besluit, Kernpunten",
            "give a beslisnota as PDF, Word, OpenDocument or plain text",
        )


def _place_sections(draft: Draft, outline: Outline, reader: PointReader, head: Head) -> list[Paragraph]:
    """Every point to its field; gives all of them, with what was read in them, in order."""
    studied: list[list[Paragraph]] = []
    for section in outline.sections:
        points = reader.points(section.lines, is_list=section.part is Part.ANNEXES)
        studied.append([study(section.part, point, head.written) for point in points])
    everything = [paragraph for each in studied for paragraph in each]
    share_years(everything)
    sessions, rest = split_sessions([each for each in everything if each.part is not Part.ANNEXES])
    place_sessions(draft, sessions)
    left = {id(each) for each in rest}
    for section, paragraphs in zip(outline.sections, studied, strict=True):
        if section.part is Part.ANNEXES:
            place_annexes(draft, section, [(each.text, each.line_at(0)) for each in paragraphs], head)
            place_heading(draft, section, [])
            continue
        mine = [each for each in paragraphs if id(each) in left]
        place_heading(draft, section, mine)
        for paragraph in mine:
            place_paragraph(draft, section, paragraph)
    return everything


def _meeting(head: Head, paragraphs: list[Paragraph], options: ImportOptions) -> Meeting | None:
    """The meeting that the title or the text announces; a date that the user gives goes before the memo's."""
    title = head.title
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


def _draw_out(draft: Draft, paragraphs: list[Paragraph], meeting: Meeting | None) -> None:
    """What the sentences say that has a field of its own; the sentences themselves stay where they are."""
    told = [each for each in paragraphs if each.part not in {Part.ANNEXES, Part.WITHHELD}]
    for paragraph in paragraphs:
        for mention in paragraph.dates:
            draft.trace(paragraph.field, paragraph.line_at(mention.start), mention.text, str(mention.when))
        for reference in paragraph.references:
            draft.trace(paragraph.field, paragraph.line_at(reference.start), reference.text, reference.canonical)
    _place_figures(draft, told)
    _place_papers(draft, paragraphs)
    _place_events(draft, told, meeting)
    kinds = {event.kind for event in draft.agenda.events if event.kind}
    for number, duty in enumerate(find_duties(told, meeting, kinds)):
        draft.agenda.deadlines = [*draft.agenda.deadlines, duty.deadline]
        draft.trace(f"deadlines[{number}]", duty.line, duty.words)
        if duty.doubt is not None:
            draft.check(f"deadlines[{number}]", duty.doubt)
    _tell_limits(draft)
    for name, line, _ in find_consulted(told):
        if name not in draft.agenda.consulted:
            draft.add_text("consulted", name, line)


def _tell_limits(draft: Draft) -> None:
    """Lists that were cut off say so."""
    for name, most in (("figures", MOST_FIGURES), ("events", MOST_EVENTS), ("deadlines", MOST_DUTIES)):
        if len(getattr(draft.agenda, name)) >= most:
            draft.check(name, f"only the first {most} are listed")


def _place_figures(draft: Draft, paragraphs: list[Paragraph]) -> None:
    for number, found in enumerate(find_figures(paragraphs)):
        draft.agenda.figures = [*draft.agenda.figures, found.figure]
        draft.trace(f"figures[{number}]", found.line, found.words)
        if found.figure.unit in {"miljard", "miljoen", "mld", "mln", "mld.", "mln."}:
            draft.check(f"figures[{number}].unit", "the memo names no currency")


def _place_papers(draft: Draft, paragraphs: list[Paragraph]) -> None:
    for found in find_papers(paragraphs):
        number = len(draft.agenda.documents)
        draft.agenda.documents = [*draft.agenda.documents, found.document]
        for field in ("ref", *(["date"] if found.document.date else [])):
            draft.trace(f"documents[{number}].{field}", found.line, found.words)
        if found.doubt is not None:
            draft.check(f"documents[{number}].ref", found.doubt)
        if found.commitment is not None:
            place = len(draft.agenda.commitments)
            draft.agenda.commitments = [*draft.agenda.commitments, found.commitment]
            draft.trace(f"commitments[{place}]", found.line, found.words)
            if found.commitment.made is not None:
                draft.check(f"commitments[{place}].made", "the date of the paper; the vote can be later")
    for promise in find_promises(paragraphs):
        place = len(draft.agenda.commitments)
        draft.agenda.commitments = [*draft.agenda.commitments, promise.commitment]
        draft.trace(f"commitments[{place}]", promise.line, promise.words)


def _place_events(draft: Draft, paragraphs: list[Paragraph], meeting: Meeting | None) -> None:
    for number, found in enumerate(find_events(paragraphs, meeting)):
        draft.agenda.events = [*draft.agenda.events, found.event]
        draft.trace(f"events[{number}]", found.line, found.words)
        if found.doubt is not None:
            draft.check(f"events[{number}].when", found.doubt)
        elif found.event.when is None:
            draft.check(f"events[{number}]", "the memo gives no date")
        _lead_to(draft, found.event.title if isinstance(found.event.title, str) else "", number, found.words, meeting)


def _lead_to(draft: Draft, title: str, number: int, words: str, meeting: Meeting | None) -> None:
    """A summit after the meeting, that the memo says the meeting prepares."""
    from briefcli.memo.meetings import known_meeting

    event = draft.agenda.events[number]
    known = known_meeting(title)
    day = event.when.first if event.when is not None and event.when.grain is Grain.DAY else None
    if meeting is None or meeting.when.first is None or known is None or day is None or day <= meeting.when.first:
        return
    if event.kind == "summit" and _LEADS.search(words):
        draft.agenda.leads_to = [f"{known.series}-{day:%Y-%m}"]
        draft.check("leads_to", "made from the summit's name and month; see whether its agenda is called so")


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
