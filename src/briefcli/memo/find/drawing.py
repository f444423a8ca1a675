"""Fills the fields of an agenda from the sentences of a memo: figures, papers, commitments, events, deadlines."""

import itertools
import re
from collections import defaultdict
from typing import Any

from briefcli.catalog import tr
from briefcli.domain.agenda import Commitment, Deadline, Document, Event
from briefcli.domain.cited import named_paper
from briefcli.domain.dates.due_by import term_of
from briefcli.domain.dates.hedge import MISSED
from briefcli.domain.item import words_of
from briefcli.domain.when import Grain
from briefcli.memo.find.commitments import find_promises
from briefcli.memo.find.consulted import find_consulted
from briefcli.memo.find.deadlines import find_duties
from briefcli.memo.find.due_dates import Around, is_not_before
from briefcli.memo.find.events import find_events
from briefcli.memo.find.figures import find_figures
from briefcli.memo.find.meetings import MemoMeeting, known_meeting
from briefcli.memo.find.papers import find_papers, written_ref
from briefcli.memo.find.said import is_to_come, says_task, settle_near
from briefcli.memo.imported import Found, Imported
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, list_below

_ASKS = re.compile(
    r"\b(?:[Uu] wordt|Wij|Ik)\s(?:\w+\s){0,3}?(?:gevraagd|verzocht|geadviseerd|(?:verzoek\w*|advise\w+|vragen)\su)\b"
    r"|\b(?:Bent|Gaat|Kunt|Stemt)\su\s(?:\w+\s){0,3}?(?:akkoord|instemmen|in met)\b"
    r"|\b(?:[Gg]raag|[Vv]erzoeke?) uw akkoord\b"
)
# Words that only introduce a list of requests: `Wij adviseren u:`
LEAD_IN = re.compile(
    r"(?i)(?:(?:wij|ik)\s(?:advise\w+|verzoek\w*|vragen|vraag)\su|u\swordt\s(?:gevraagd|verzocht|geadviseerd)"
    r"|you\sare\s(?:asked|requested|invited|advised)\sto)(?:\s(?:om|het\svolgende|agree(?:\s(?:to|with))?|approve))?\s?:?"
)
_LEADS = re.compile(r"\b(?:voorafgaand aan|mijlpa\w+|voorbereiding (?:op|van)|aanloop naar|opmaat naar|richting)\b")
_NEXT_DAY = re.compile(r"(?<![\w/.-])(?:0?[1-9]|[12][0-9]|3[01])[/-](?:0?[1-9]|1[0-2])(?![\w/-])")  # `4/12`
_ISO = re.compile(r"[0-9X]{4}(?:-[0-9W]{2,3}(?:-[0-9]{2})?)?")
# Nobody reads longer lists: a memo has a dozen figures, and a handful of the others
_MOST = {"figures": 300, "events": 100, "deadlines": 100}


def draw_out(
    draft: Imported,
    paragraphs: list[Paragraph],
    meeting: MemoMeeting | None,
    titles: list[Paragraph],
    promised: list[Paragraph],
    *,
    is_memo: bool,
) -> None:
    """Put what the sentences say into the fields of `draft`. The sentences themselves stay where they are.

    `titles` of items are searched for papers and promises only. `promised` are the points below a heading of promises.
    """
    shown = [each for each in paragraphs if each.part is not Part.WITHHELD]
    told = [each for each in shown if each.part is not Part.ANNEXES]
    settle_near(paragraphs, draft.agenda.when.first)
    _trace_readings(draft, paragraphs)
    if is_memo and not draft.agenda.decision:
        _place_asked(draft, told)
    papers = [*titles, *shown]
    events = find_events(told, meeting, _MOST["events"])
    draft.agenda.when = meeting.when if meeting is not None else draft.agenda.when
    draft.agenda.place = meeting.place if meeting is not None else None
    around = Around(meeting, {each.item.kind for each in events if each.item.kind}, is_memo)
    promises = find_promises(papers, promised, around)
    cited = find_papers(papers)
    motions = [each for each in cited if isinstance(each.item, Commitment) and each.item.due]
    listed = [*promises, *events, *motions]
    told_of = find_duties(paragraphs, around)
    duties = [each for each in told_of if not any(_is_the_same(each, one) for one in listed)][: _MOST["deadlines"]]
    figures = itertools.islice(find_figures(told), _MOST["figures"])
    # The public annexes with the number of a paper in their name
    named = ((at, named_paper(words_of(each.title))) for at, each in enumerate(draft.agenda.documents) if each.public)
    annexes = {written_ref(paper.canonical): at for at, paper in named if paper}
    for each in (*figures, *cited, *promises, *events, *duties):
        if isinstance(each.item, Document) and each.item.ref in annexes:
            annex = draft.agenda.documents[annexes[each.item.ref]]
            annex.ref, annex.kind = each.item.ref, annex.kind or each.item.kind
            annex.date = annex.date or each.item.date
            draft.tell(f"documents[{annexes[each.item.ref]}]", each)
        else:
            draft.place(each)
    for event in events:
        _lead_to(draft, event, meeting)
    for name, most in _MOST.items():
        if len(getattr(draft.agenda, name)) >= most:
            draft.check(name, tr("only the first {most} are listed", most=most))
    given: dict[str, str] = defaultdict(str)
    for found in [*listed, *duties]:
        dates = (getattr(found.item, name, None) for name in ("made", "due", "done_on", "when"))
        given[found.words] += " ".join(str(each) for each in dates if each is not None)
    _ask_for_missed(draft, paragraphs, given, meeting)
    for name, line in find_consulted(told):
        if name not in draft.agenda.consulted:
            draft.add("consulted", name, line)


def _is_the_same(duty: Found[Deadline], other: Found[Any]) -> bool:
    """Whether a deadline is a listed promise, motion or event: same sentence, same day, and for an event same title."""
    is_event = isinstance(other.item, Event)
    day, name = (other.item.when, str(other.item.title)) if is_event else (other.item.due, "")
    return other.words in duty.words and str(duty.item.due) == str(day) and str(duty.item.title).startswith(name)


def _ask_for_missed(
    draft: Imported, paragraphs: list[Paragraph], given: dict[str, str], meeting: MemoMeeting | None
) -> None:
    """Ask a person to look at each sentence with a day to come for which nothing is listed. Withheld ones count too.

    `given` maps a sentence to the dates that were listed from it. A month counts only in a sentence with a word of
    action.
    """
    first, last = (meeting.when.first, meeting.when.last) if meeting is not None else (None, None)
    asked: dict[str, str] = {}  # each field once
    for paragraph in paragraphs:
        for sentence in paragraph.sentences if paragraph.part is not Part.ANNEXES else ():
            told, is_act = given.get(sentence.text, ""), says_task(sentence.text)
            is_act = is_act or any(is_not_before(sentence, each) for each in sentence.dates)
            fine = {*Grain} - {Grain.AFTER} if is_act else {Grain.DAY, Grain.YEARLESS}
            dates = [each for each in sentence.dates if each.when.grain in fine]
            dates = [each for each in dates if each.doubt == MISSED or is_to_come(each.when, paragraph.written)]
            days = [each for each in dates if not (first and last and each.when.day and first <= each.when.day <= last)]
            # A relative term among what was listed (`2 days before debate`) counts as any of these dates
            named = ((*_ISO.findall(f"{each.when} {term_of(each)}"), "before", "after") for each in days)
            is_missed = not all(any(day in told for day in each) for each in named)
            begins = _NEXT_DAY.match(sentence.text)  # `12/3 agenda bij BNC`
            is_unread = (begins or is_act) and not (sentence.dates or told) and _NEXT_DAY.search(sentence.text)
            if is_missed or is_unread:
                message = tr("a day and something to do by it: add a deadline if this is one")
                within = (each.field for each in draft.traces if each.words == sentence.text and "." in each.field)
                asked[paragraph.field or next(within, "sessions")] = message
    for field, message in asked.items():
        draft.check(field, message)


def _trace_readings(draft: Imported, paragraphs: list[Paragraph]) -> None:
    for paragraph in paragraphs:
        for mention in paragraph.dates:
            draft.trace(paragraph.field, paragraph.line_at(mention.start), mention.text, str(mention.when))
        for reference in paragraph.references:
            draft.trace(paragraph.field, paragraph.line_at(reference.start), reference.text, reference.canonical)


def _place_asked(draft: Imported, paragraphs: list[Paragraph]) -> None:
    """Fill `decision` with the sentences that ask something of the minister, as the memo has no heading for it."""
    doubt = tr("read from a sentence; there is no heading for what is asked")
    for number, paragraph in enumerate(paragraphs):
        listed = list_below(paragraphs, number) if LEAD_IN.fullmatch(paragraph.text.strip()) else []
        sentences = [each for each in paragraph.sentences if _ASKS.search(each.text)]
        asked = [(each.text, each.line_at(0)) for each in listed] or [(each.text, each.line) for each in sentences]
        for text, line in asked:
            draft.check(draft.add("decision", text, line), doubt)


def _lead_to(draft: Imported, found: Found[Event], meeting: MemoMeeting | None) -> None:
    """Fill `leads_to` with a summit after the meeting, if the memo says that the meeting prepares it."""
    event, known = found.item, known_meeting(words_of(found.item.title))
    day = event.when.first if event.when is not None and event.when.grain is Grain.DAY else None
    is_led = event.kind == "summit" and _LEADS.search(found.words) is not None
    first = meeting.when.first if meeting is not None and is_led else None
    if known and day and first and day > first:
        draft.agenda.leads_to = [f"{known.series}-{day:%Y-%m}"]
        draft.check("leads_to", tr("made from the summit's name and month; see whether its agenda is called so"))
