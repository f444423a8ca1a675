"""Turns the text of a memo into an agenda.

`layout/` divides the text into a head, sections and points, `placing.py` puts these in the fields of the agenda, and
`find/` finds meetings, deadlines, papers and the like in the sentences.
"""

import itertools

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.item import words_of
from briefcli.domain.marks import brackets_said, is_marked
from briefcli.domain.vocabulary import NOT_READ, Status
from briefcli.domain.when import When, parse_when
from briefcli.errors import NothingFound
from briefcli.memo.find import openness
from briefcli.memo.find.annexes import NEXT_MEETING
from briefcli.memo.find.classification import (
    at_edges,
    classification,
    close,
    lift_classification,
    said_to_be_partly_public,
)
from briefcli.memo.find.commitments import lists_promises
from briefcli.memo.find.drawing import draw_out
from briefcli.memo.find.headed_meetings import headed_meeting
from briefcli.memo.find.meetings import ANSWER, PARLIAMENT, MemoMeeting, find_meeting, is_corrected
from briefcli.memo.find.papers import name_council_papers
from briefcli.memo.find.questions import lift_questions, place_questions
from briefcli.memo.find.said import change_in, settle_years
from briefcli.memo.find.sessions import set_time, split_sessions, topic_session
from briefcli.memo.imported import Check, Imported
from briefcli.memo.layout.chats import lift_writers
from briefcli.memo.layout.doers import doers_in
from briefcli.memo.layout.footnotes import lift_notes
from briefcli.memo.layout.head import HeadValue, MemoHead, lift_covering_words, read_memo_head
from briefcli.memo.layout.headings import Part, SectionKind
from briefcli.memo.layout.house import NAMES, LetterKind, lift_signatures, speech_below_head
from briefcli.memo.layout.joining import Hyphens, Stretch
from briefcli.memo.layout.letters import divide_letter
from briefcli.memo.layout.noise import lift_page, sweep
from briefcli.memo.layout.outline import REASON, Outline, Section, divide, is_topic, open_message
from briefcli.memo.layout.paragraphs import Paragraph, study
from briefcli.memo.layout.persons import Officials, is_salutation_alone, officials_in, with_doers
from briefcli.memo.layout.points import MemoPoint, PointReader, rows_of
from briefcli.memo.layout.tick_boxes import only_ticked, without_prompts
from briefcli.memo.naming import suggested_id, title_from_text
from briefcli.memo.placing import place_annexes, place_head, place_leftovers, place_section, tell_unknown
from briefcli.memo.text import Line, MemoText


class ImportOptions(msgspec.Struct, frozen=True):
    """Values from the user, which replace what would be read from the text."""

    id: str | None = None
    series: str | None = None
    title: str | None = None
    when: When | None = None


def import_memo(text: MemoText, options: ImportOptions | None = None) -> Imported:
    """Make an agenda of a memo or another paper about a meeting. Raises NothingFound if the text is none of these."""
    options = options or ImportOptions()
    unread = Agenda(title="", when=When.unknown(), public=False, ground=NOT_READ)
    draft = Imported("", unread, checks=[Check("", remark) for remark in text.remarks])
    kept, dropped = sweep(without_prompts(text.lines))
    kept, around, page = lift_page(kept)
    draft.drop_all([*dropped, *((line, tr("of the web page around the text")) for line in around)])
    kept, marks = lift_classification(only_ticked(kept))
    kept, covering = lift_covering_words(kept)
    kept, writers, is_chat = _without_writers(draft, kept)
    officials = officials_in([line.text for line in text.lines], writers)
    signs = brackets_said(" ".join(line.text.strip() for line in kept))
    is_partly = not signs and said_to_be_partly_public(kept)
    kept, notes = lift_notes(kept)
    kept, asked = lift_questions(kept)
    kept, signatures = lift_signatures(kept)
    letter = _messages(kept) if is_chat else _divided(kept, is_list=bool(asked))
    openness.withhold_in_head(letter, covering)
    is_said, is_unknown = openness.withhold_named(letter)
    if is_said:
        draft.check("", tr("the memo says that something in another place is left out: see whether that is withheld"))
    head = _head_of(letter, hyphens := Hyphens(kept), marks, page)
    reader = PointReader([line for section in letter.sections for line in section.lines], hyphens, notes)
    answers = place_questions(draft, asked, reader, head.written, in_doubt=is_said)
    told = _told(answers, officials, in_doubt=bool(signs))
    paragraphs = _study_all(draft, letter, reader, head, officials)
    opening = openness.withhold_bracketed(signs, letter)
    is_partly = not openness.withhold_commented(letter, text.marked) or is_partly
    public = [each for each in (*paragraphs, *told) if each.part is not Part.WITHHELD]
    settle_years(public)
    meeting = _meeting(head, public, options, letter, text.lines)
    _place_meeting(draft, meeting, head, options, is_held=_kind_of(letter, head) is LetterKind.REPORT)
    _place_sections(draft, letter, head, hyphens, has_meeting=meeting is not None)
    _date_by_items(draft, options)
    place_leftovers(draft, notes, signatures, letter)
    title_from_text(draft, kept)
    headings = _titles(letter, head)
    if letter.form is LetterKind.COUNCIL:
        name_council_papers([*headings, *paragraphs])
    listed = [point for each in letter.sections if lists_promises(each.title) for point in each.paragraphs]
    promised = [point for point in listed if point.part is not Part.WITHHELD]
    draw_out(draft, [*paragraphs, *told], meeting, headings, promised, is_memo=letter.form is LetterKind.MEMO)
    place_head(draft, head, _kind_of(letter, head).value, officials.names)
    draft.id = options.id or suggested_id(draft.agenda, head)
    edges = [*marks, *letter.head_lines, *letter.opening, *at_edges(kept, letter), *(line for line, _ in dropped)]
    mark = classification(edges, letter.sections)
    close(draft, mark, text.beside, is_partly=is_partly or (is_unknown and not signs))
    # Earlier, the sentences that name these persons would be withheld without a search for their deadlines
    owners = (words_of(each.owner) for each in draft.agenda.deadlines if each.owner)
    officials = with_doers(
        officials,
        [line.text for line in text.lines],
        [*doers_in(paragraphs), *owners],
        f"{words_of(draft.agenda.title)} {words_of(draft.agenda.place)}",
    )
    openness.Openness(opening, officials, "; ".join(head.parts)).withhold(draft, draft.agenda)
    return draft


def _told(answers: list[list[Paragraph]], officials: Officials, *, in_doubt: bool) -> list[Paragraph]:
    """The points of the answers. An answer is withheld as a whole if one of its points is, or if all are in doubt."""
    for points in answers:
        openness.withhold(points, officials)
        if in_doubt or any(each.part is Part.WITHHELD for each in points):
            for each in points:
                each.part = Part.WITHHELD
    return list(itertools.chain(*answers))


def _titles(letter: Outline, head: MemoHead) -> list[Paragraph]:
    """The titles of the items and of the paper itself, except what is not public."""
    own = [each for each in letter.sections if each.heading.own_words and each.part is not Part.WITHHELD]
    itself = [(head.title.value, head.title.line)] if head.title is not None else []
    return [_as_paragraph(*each, head) for each in (*((each.title, each.place) for each in own), *itself)]


def _as_paragraph(text: str, line: Line, head: MemoHead) -> Paragraph:
    return study(Part.REASON, MemoPoint(Stretch(text, [0], [line])), head.written)


def _divided(lines: list[Line], *, is_list: bool) -> Outline:
    """Divide a memo or another paper into its parts. `is_list`: questions were found in the text.

    Raises NothingFound if the text is not a memo, has no questions, and has no head or items of another paper.
    """
    told = speech_below_head(lines)
    outline = divide(told or lines)
    if told or outline.is_of_memo:
        open_message(outline)
        outline.form = LetterKind.SPEECH if told else LetterKind.MEMO
        return outline
    opening = [line for line in lines if not line.is_blank][:1]
    greeting = [line for line in opening if is_salutation_alone(line.text) and not line.text.startswith("Geacht")]
    letter = divide_letter([line for line in lines if line not in greeting])
    if letter is None and greeting and any(scan_dates(line.text) for line in lines):  # a mail without its head
        return _messages(lines)
    if letter is None and not is_list:
        raise NothingFound(
            tr("this text is no decision memo, and has no date, number or headings of a letter or an agenda"),
            tr("give a memo, annotated agenda, report or letter as PDF, Word, OpenDocument, mail, web page or text"),
        )
    outline.form = LetterKind.MEMO if outline.sections else LetterKind.ANSWER
    letter = letter or outline
    letter.sections += [Section(REASON, "", line, [line]) for line in greeting if letter is not outline]
    return letter


def _without_writers(draft: Imported, lines: list[Line]) -> tuple[list[Line], list[str], bool]:
    """The lines of a chat without the names of who wrote its messages, these names, and whether they were taken out."""
    kept, written = lift_writers(lines)
    is_chat = kept is not lines
    for line, name in written if is_chat else ():
        draft.drop(line, tr("who wrote a message of a chat"), words=name, withheld=True)
    return kept, [name.partition(" (")[0] for _, name in written], is_chat


def _messages(lines: list[Line]) -> Outline:
    """A chat or a mail without a head: what it says is why the agenda is made."""
    told = [Section(REASON, "", line, lines) for line in lines[:1]]  # none if all lines are questions with answers
    return Outline(sections=told, is_listed=False)


def _head_of(letter: Outline, hyphens: Hyphens, marks: list[Line], page: MemoHead) -> MemoHead:
    """The fields of the head, of the web page above it, and the marks. A title that is marked goes to `parts`."""
    lines = [*letter.head_lines, Line("", None, 0), *letter.tail]
    has_labels = letter.head_lines or letter.form in {LetterKind.MEMO, LetterKind.ANSWER}
    head = read_memo_head(lines, hyphens) if has_labels else letter.printed
    head.title, head.date = page.title or head.title, head.date or page.date
    if head.title is not None and is_marked(head.title.value):
        head.parts, head.title = [head.title.value, *head.parts], None
    head.parts = [*(line.text.strip() for line in marks), *head.parts]
    return head


def _kind_of(letter: Outline, head: MemoHead) -> LetterKind:
    """The kind of paper. What is divided like a memo, but asks for no decision, is a report if its title says so."""
    is_report = head.title is not None and NAMES[LetterKind.REPORT].match(head.title.value)
    is_asking = any(each.part is Part.DECISION for each in letter.sections)
    return LetterKind.REPORT if letter.kind is LetterKind.MEMO and is_report and not is_asking else letter.kind


def _settle(letter: Outline, *, has_meeting: bool) -> None:
    """Turn items into explanation in a fiche, a memo without lists, and a letter or memo without a meeting."""
    is_letter = letter.form in {LetterKind.LETTER, LetterKind.MEMO}
    is_running = letter.form is LetterKind.MEMO and not letter.is_listed
    if letter.form is LetterKind.FICHE or is_running or (is_letter and not has_meeting):
        for section in filter(is_topic, letter.sections):
            section.title += f" ({section.kind})" if section.kind else ""
            section.become(SectionKind(Part.EXPLANATION, (section.title,), own_words=True))


def _study_all(
    draft: Imported, outline: Outline, reader: PointReader, head: MemoHead, officials: Officials
) -> list[Paragraph]:
    """Read the points of all sections, with their dates and references. Points that are not public are marked so."""
    written = head.written  # asked once, as it searches the head for a date
    for section in [each for each in outline.sections if each.part is Part.ANNEXES]:
        is_open = not any(is_marked(line.text) for line in section.lines)  # else all below a mark is in doubt
        meetings = [line for line in section.lines if is_open and NEXT_MEETING.match(line.text)]
        section.lines = [line for line in section.lines if line not in meetings]
        outline.sections += [Section(SectionKind(Part.EXPLANATION, ()), "", line, [line]) for line in meetings]
    for section in outline.sections:
        lines = rows_of(section.lines) if section.part is Part.ACTIONS else section.lines
        points = reader.points(lines, is_list=section.part is Part.ANNEXES or lines is not section.lines)
        section.paragraphs = [study(section.part, point, written) for point in points]
        if section.part is Part.ANNEXES:
            openness.withhold_annexes(section.paragraphs)
        else:
            for line in (last.line_at(0) for last in openness.withhold(section.paragraphs, officials)):
                number = tr("line {line}", line=line.line)
                place = tr("page {page}, line {line}", page=line.page, line=line.line) if line.page else number
                draft.check("", tr("the marked list is taken to end at {place}", place=place))
    return [each for section in outline.sections for each in section.paragraphs]


def _place_sections(draft: Imported, letter: Outline, head: MemoHead, hyphens: Hyphens, *, has_meeting: bool) -> None:
    """Put every point in its field of the agenda."""
    draft.drop_all(letter.dropped)
    _settle(letter, has_meeting=has_meeting)
    sections = letter.sections
    others = [each.paragraphs for each in sections if each.part is not Part.ANNEXES and not is_topic(each)]
    sessions, rest = split_sessions(others)
    for session in sessions:
        set_time(session.item, draft.agenda.when)
    for section in filter(is_topic, sections):
        session, subheads = topic_session(section)
        sessions.append(session)
        set_time(session.item, draft.agenda.when, section.day)
        draft.drop_all([(each, tr("heading within an item")) for each in subheads])
    for session in sessions:
        draft.place(session)
    if letter.form is LetterKind.MEMO:
        tell_unknown(draft, letter)
    left = {id(each) for each in rest}
    for section in sections:
        mine = [each for each in section.paragraphs if id(each) in left or each.part is Part.WITHHELD]
        if section.part is Part.ANNEXES:
            place_annexes(draft, section, head, hyphens)
        else:
            place_section(draft, section, mine, has_heading=not is_topic(section))


def _meeting(
    head: MemoHead, paragraphs: list[Paragraph], options: ImportOptions, letter: Outline, lines: list[Line]
) -> MemoMeeting | None:
    """The meeting that the head or the text announces. A date from the user replaces the memo's."""
    title = head.title or HeadValue("", Line("", None, 1))
    meeting = headed_meeting(head, letter)
    announced = find_meeting([_as_paragraph(title.value, title.line, head), *paragraphs], head.written)
    if announced is None:  # a convocation names the agenda of the meeting as an item
        items = [each for each in letter.sections if is_topic(each) and NAMES[LetterKind.AGENDA].search(each.title)]
        announced = find_meeting([_as_paragraph(each.title, each.place, head) for each in items[:1]], head.written)
    if meeting is not None and announced is not None and meeting.starts_on(announced.when):
        meeting.place, meeting.is_changed = meeting.place or announced.place, announced.is_changed
        meeting.known = meeting.known or announced.known
    meeting = meeting or announced
    if meeting is not None:
        meeting.is_changed = meeting.is_changed or is_corrected(lines)
        meeting.take_days([each.day.day for each in letter.sections if is_topic(each) and each.day and each.day.day])
    if meeting is not None and options.when is not None:
        meeting.when, meeting.doubt = options.when, None
    return meeting


def _place_meeting(
    draft: Imported, meeting: MemoMeeting | None, head: MemoHead, options: ImportOptions, *, is_held: bool
) -> None:
    agenda = draft.agenda
    agenda.when = options.when or (meeting.when if meeting else When.unknown())
    agenda.series = options.series
    if meeting is not None:
        agenda.title, agenda.place = meeting.dated_title, meeting.place
        if meeting.known is not None:
            agenda.body, agenda.kind = meeting.known.body, meeting.known.kind
            agenda.series = options.series or meeting.known.series or None
        elif "debat" in meeting.title.casefold():
            agenda.kind = "debate"
        for field in ("title", "when", *(["place"] if meeting.place else [])):
            draft.trace(field, meeting.line, meeting.words)
        draft.check("when", meeting.doubt)
        change = change_in(meeting.words)
        if (change.status and PARLIAMENT.search(meeting.words)) or (meeting.is_changed and not change.status):
            draft.check("when", tr("a sentence says that something is moved or cancelled: a debate, or this meeting"))
        elif change.status:
            agenda.status, agenda.moved_to = change.status, change.moved_to
            draft.check("status", tr("read from the sentence that names the meeting"))
        agenda.status = Status.HELD if is_held else agenda.status
    elif head.title is not None:
        agenda.title = ANSWER.sub("", head.title.value)
        draft.trace("title", head.title.line, head.title.value)
    agenda.title = options.title or agenda.title
    if meeting is None and options.when is None:
        draft.check("when", tr("the memo announces no meeting; write its date if there is one"))


def _date_by_items(draft: Imported, options: ImportOptions) -> None:
    """Set the date of a programme that names none itself: from the first day of its items to the last."""
    days = {each.when.day if each.when else None for each in draft.agenda.sessions}
    if options.when is not None or draft.agenda.when.first is not None or not days or None in days:
        return
    first, *others = (f"{day}" for day in sorted(filter(None, days)))
    draft.agenda.when = parse_when("/".join([first, *others[-1:]]))
    draft.checks = [each for each in draft.checks if each.field != "when"]
    draft.check("when", tr("the days of all its items") if others else tr("the day of all its items"))
