"""What the sentences of a memo say that has a field of its own: figures, papers, events, deadlines."""

import itertools
import re

from briefcli.catalog import tr
from briefcli.domain.when import Grain
from briefcli.memo.draft import Draft
from briefcli.memo.find.commitments import find_promises
from briefcli.memo.find.deadlines import MOST as MOST_DUTIES
from briefcli.memo.find.deadlines import find_consulted, find_duties
from briefcli.memo.find.events import MOST as MOST_EVENTS
from briefcli.memo.find.events import find_events
from briefcli.memo.find.figures import MOST as MOST_FIGURES
from briefcli.memo.find.figures import find_figures
from briefcli.memo.find.meetings import Meeting, known_meeting
from briefcli.memo.find.papers import find_papers
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph

_ASKS = re.compile(
    r"\b(?:[Uu] wordt|Wij|Ik)\s(?:\w+\s){0,3}?(?:gevraagd|verzocht|geadviseerd|(?:verzoek\w*|advise\w+|vragen)\su)\b"
    r"|\b(?:Bent|Gaat|Kunt|Stemt)\su\s(?:\w+\s){0,3}?(?:akkoord|instemmen|in met)\b"
    r"|\b(?:[Gg]raag|[Vv]erzoeke?) uw akkoord\b"
)
# Words that only lead to the list of what is asked: `Wij adviseren u:`
LEAD_IN = re.compile(
    r"(?:(?:wij|ik)\s(?:advise\w+|verzoek\w*|vragen|vraag)\su|u\swordt\s(?:gevraagd|verzocht|geadviseerd))"
    r"(?:\s(?:om|het\svolgende))?\s?:",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:voorafgaand aan|mijlpa\w+|voorbereiding (?:op|van)|aanloop naar|opmaat naar|richting)\b")


def draw_out(
    draft: Draft, paragraphs: list[Paragraph], meeting: Meeting | None, titles: list[Paragraph], *, is_memo: bool
) -> None:
    """What the sentences say that has a field of its own; the sentences themselves stay where they are.

    Of the titles of items only the papers are taken.
    """
    shown = [each for each in paragraphs if each.part is not Part.WITHHELD]
    told = [each for each in shown if each.part is not Part.ANNEXES]
    for paragraph in paragraphs:
        for mention in paragraph.dates:
            draft.trace(paragraph.field, paragraph.line_at(mention.start), mention.text, str(mention.when))
        for reference in paragraph.references:
            draft.trace(paragraph.field, paragraph.line_at(reference.start), reference.text, reference.canonical)
    if is_memo and not draft.agenda.decision:
        _place_asked(draft, told)
    _place_figures(draft, told)
    _place_papers(draft, [*titles, *shown])
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


def _place_asked(draft: Draft, paragraphs: list[Paragraph]) -> None:
    """What a memo without a heading for it asks the minister."""
    doubt = tr("read from a sentence; there is no heading for what is asked")
    for number, paragraph in enumerate(paragraphs):
        listed = _list_below(paragraphs[number:]) if LEAD_IN.fullmatch(paragraph.text.strip()) else []
        for each in listed:
            draft.check(draft.add_decision(each.text, each.line_at(0)), doubt)
        for sentence in () if listed else paragraph.sentences:
            if _ASKS.search(sentence.text):
                draft.check(draft.add_decision(sentence.text, paragraph.line_at(sentence.start)), doubt)


def _list_below(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The points with a bullet or number below the first, in the same part."""
    lead, *others = paragraphs
    return list(itertools.takewhile(lambda each: each.part is lead.part and each.point.label != "", others))


def _tell_limits(draft: Draft) -> None:
    """Lists that were cut off say so."""
    for name, most in (("figures", MOST_FIGURES), ("events", MOST_EVENTS), ("deadlines", MOST_DUTIES)):
        if len(getattr(draft.agenda, name)) >= most:
            draft.check(name, tr("only the first {most} are listed", most=most))


def _place_figures(draft: Draft, paragraphs: list[Paragraph]) -> None:
    for number, found in enumerate(find_figures(paragraphs)):
        draft.agenda.figures = [*draft.agenda.figures, found.figure]
        draft.trace(f"figures[{number}]", found.line, found.words)
        if found.doubt is not None:
            draft.check(f"figures[{number}].amount", found.doubt)
        if found.figure.unit in {"miljard", "miljoen", "mld", "mln", "mld.", "mln."}:
            draft.check(f"figures[{number}].unit", tr("the memo names no currency"))


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
                draft.check(f"commitments[{place}].made", tr("the date of the paper; the vote can be later"))
    for promise in find_promises(paragraphs):
        place = len(draft.agenda.commitments)
        draft.agenda.commitments = [*draft.agenda.commitments, promise.commitment]
        draft.trace(f"commitments[{place}]", promise.line, promise.words)
        if promise.doubt is not None:
            draft.check(
                f"commitments[{place}].due" if promise.commitment.due else f"commitments[{place}]", promise.doubt
            )


def _place_events(draft: Draft, paragraphs: list[Paragraph], meeting: Meeting | None) -> None:
    for number, found in enumerate(find_events(paragraphs, meeting)):
        draft.agenda.events = [*draft.agenda.events, found.event]
        draft.trace(f"events[{number}]", found.line, found.words)
        if found.doubt is not None:
            draft.check(f"events[{number}].when", found.doubt)
        elif found.event.when is None:
            draft.check(f"events[{number}]", tr("the memo gives no date"))
        _lead_to(draft, found.event.title if isinstance(found.event.title, str) else "", number, found.words, meeting)


def _lead_to(draft: Draft, title: str, number: int, words: str, meeting: Meeting | None) -> None:
    """A summit after the meeting, that the memo says the meeting prepares."""
    event = draft.agenda.events[number]
    known = known_meeting(title)
    day = event.when.first if event.when is not None and event.when.grain is Grain.DAY else None
    if meeting is None or meeting.when.first is None or known is None or day is None or day <= meeting.when.first:
        return
    if event.kind == "summit" and _LEADS.search(words):
        draft.agenda.leads_to = [f"{known.series}-{day:%Y-%m}"]
        draft.check("leads_to", tr("made from the summit's name and month; see whether its agenda is called so"))
