"""`brief show`: one meeting with all that is known of it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import msgspec

from briefcli.catalog import count, later, tr
from briefcli.domain.agenda import plain
from briefcli.domain.item import is_hidden, words_of
from briefcli.domain.when import conflict
from briefcli.errors import NothingFound, UsageError
from briefcli.index.queries import Filter, Index
from briefcli.index.records import ListedCitation
from briefcli.views import show_sections as sections
from briefcli.views.dated import dated_record
from briefcli.views.labels import english_label
from briefcli.views.making import view_of
from briefcli.views.official_facts import moved_events, official_record
from briefcli.views.show_sections import ShownMeeting
from briefcli.views.view import Block, Point, Points, Remark, View


class ScreenSection(msgspec.Struct, frozen=True):
    """One part of the screen: its heading, the function that makes its block, and the agenda fields that it shows."""

    heading: str
    block: Callable[[ShownMeeting, str], Block | None]
    fields: tuple[str, ...]


def shown_meeting(index: Index, id_: str, today: date, folder: str) -> ShownMeeting:
    """What the index knows of one meeting; `folder` is the agendas folder as it is shown. Raises NothingFound."""
    found = index.agenda(id_)
    if found is None:
        raise NothingFound(tr("there is no meeting “{typed}”", typed=id_))
    agenda, path = found
    papers = index.papers_of(id_)
    return ShownMeeting(
        id=id_,
        path=f"{folder}/{path}",
        agenda=agenda,
        dated=index.dated(Filter(meeting=id_)),
        papers=papers,
        other_dates={each.document: _dated_otherwise(index, each) for each in papers.values() if each.dated},
        titles={each: other.title for each in agenda.leads_to if (other := index.meeting(each))},
        today=today,
        official=index.house.papers(each.document for each in papers.values()) if index.has_record else {},
        moved=moved_events(index, id_),
        withdrawn=index.house.withdrawn(each.document for each in papers.values()) if index.has_record else {},
    )


def _dated_otherwise(index: Index, cited: ListedCitation) -> list[ListedCitation]:
    others = (each for each in index.citations(document=cited.document) if each.meeting != cited.meeting)
    return [each for each in others if each.dated and conflict(cited.dated, each.dated)]


def sections_named(only: str) -> tuple[str, ...]:
    """The names of the sections in a comma-separated list of headings, names, or fields in them.

    Raises UsageError for an unknown name or an empty list.
    """
    typed = [_plain(name) for name in only.split(",") if name.strip()]
    asked = {each: _section_named(each) for each in typed}
    wrong = [each for each, name in asked.items() if name is None]
    if wrong or not typed:
        from briefcli.manual.mistakes import meant

        name = ", ".join(wrong) or only
        headings = {each: tr(section.heading).lower() for each, section in SECTIONS.items()}
        words = ", ".join(each if each == heading else f"{each} ({heading})" for each, heading in headings.items())
        hint = meant(name, [*SECTIONS, *headings.values()], tr("choose from: {names}", names=words))
        raise UsageError(tr("there is no section “{name}”", name=name), hint)
    return tuple(name for name in SECTIONS if name in asked.values())


def _section_named(typed: str) -> str | None:
    """The section with this name, heading or field, else the only section whose heading contains the text."""
    headings = {name: {_plain(each.heading), _plain(tr(each.heading))} for name, each in SECTIONS.items()}
    names = {name: {_plain(name), *headings[name], *map(_plain, each.fields)} for name, each in SECTIONS.items()}
    names["documents"].add("refs")  # the name of the command
    found = [name for name in SECTIONS if typed in names[name]]
    found = found or [name for name in SECTIONS if any(typed in each for each in headings[name])]
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").split()).casefold()


def show_view(shown: ShownMeeting, names: Iterable[str] | None = None) -> View:
    """The whole meeting, with the road to it first; or the named sections, in the order in which they are named."""
    chosen = [SECTIONS[name] for name in (SECTIONS if names is None else names)]
    road = sections.road_blocks(shown) if names is None else ()
    below = (section.block(shown, tr(section.heading)) for section in chosen)
    unread = Remark(tr(_UNREAD, id=shown.id)) if shown.agenda.is_unread else None
    return view_of(_record(shown, chosen), sections.heading(shown), unread, *road, *below)


def release_view(shown: ShownMeeting, open_checks: Sequence[int]) -> View:
    """A preview of what the public will see: `shown` is the meeting as it will be after its release.

    `open_checks` are the line numbers of the open remarks `# check:` in the file.
    """
    view = show_view(shown)
    said = count("{n} remark “# check:” is open in the file, in line {lines}; brief edit {id} opens it.",
                 "{n} remarks “# check:” are open in the file, in lines {lines}; brief edit {id} opens it.",
                 len(open_checks), lines=", ".join(map(str, open_checks)), id=shown.id)  # fmt: skip
    warning = Remark(tr("All of this becomes public; what shows [withheld] stays withheld."))
    return view_of(view.data, *view.blocks, Remark(said) if open_checks else None, warning)


def _record(shown: ShownMeeting, chosen: Iterable[ScreenSection]) -> dict[str, Any]:
    days = shown.agenda.held_when.days_from(shown.today)
    fields = _with_official(plain(shown.agenda), shown)
    wanted = {"title", "public", "ground", *(name for section in chosen for name in section.fields)}
    kept = {name: value for name, value in fields.items() if name in wanted}
    brought = [dated_record(each, shown.today) for each in shown.dated if each.rhythm and "deadlines" in wanted]
    kept |= {"inherited": brought} if brought else {}
    kept |= {"speaking_minutes": sections.spoken_minutes(shown.agenda)} if kept.get("speaking") else {}
    return {"id": shown.id, "path": shown.path, "days": days} | kept


def _with_official(fields: dict[str, Any], shown: ShownMeeting) -> dict[str, Any]:
    """Add what the record says to each document and event in the agenda's plain fields, under `official`.

    If the agenda withholds a title or place, that of the record is left out too.
    """
    if shown.official:
        for place, each in enumerate(fields.get("documents", [])):
            citation, title = shown.papers.get(f"documents[{place}].ref"), each.get("title")
            paper = shown.official.get(citation.document) if citation else None
            each["official"] = official_record(paper, title if isinstance(title, str) else "")
    for event in shown.moved:
        written, activity = shown.agenda.events[event.link.place], event.activity
        if activity is not None:
            fields["events"][event.link.place]["official"] = {
                "number": activity.official,
                "date": activity.when.text,
                "status": activity.status or None,
                "kind": activity.form,
                "subject": None if is_hidden(words_of(written.title)) else activity.subject,
                "place": None if is_hidden(words_of(written.place)) else activity.place or None,
                "committee": activity.committee,
                "written": event.link.when.text,
            }
    return fields


def _section(block: Callable[[ShownMeeting, str], Block | None], field: str) -> ScreenSection:
    return ScreenSection(english_label(field), block, (field,))


def _points(field: str, point: Callable[[Any], Point] = sections.text) -> ScreenSection:
    """The section of a field that holds a list; `point` makes a point of one of its items."""
    return _section(lambda shown, title: Points(tuple(map(point, getattr(shown.agenda, field))), title), field)


_UNREAD = later(
    "Imported, not yet released: “brief show {id} --internal” shows it, “brief release {id}” makes it public."
)
_FACTS = ("short", "series", "body", "kind", "place", "when", "moved_to", "timezone", "status", "leads_to")
# The sections in the order on the screen, by the name that --only accepts besides the heading
SECTIONS: dict[str, ScreenSection] = {
    "facts": ScreenSection(later("The meeting"), sections.facts, _FACTS),
    "decision": _points("decision", sections.decision),
    "summary": _points("summary"),
    "sessions": _points("sessions", sections.session),
    "points": _points("key_points"),
    "considerations": _section(sections.considerations, "considerations"),
    "figures": _section(sections.figures, "figures"),
    "documents": _section(sections.documents, "documents"),
    "commitments": _section(sections.commitments, "commitments"),
    "questions": _section(sections.questions, "questions"),
    "speaking": _points("speaking", sections.speaking_point),
    "dates": ScreenSection(later("Deadlines and events"), sections.dates, ("events", "deadlines", "drops")),
    "consulted": _points("consulted"),
    "withheld": _points("withheld", sections.withheld),
    "unplaced": _points("unplaced"),
}
