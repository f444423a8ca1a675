"""The differences between two states of the record, and between two states of an agenda."""

from datetime import date
from typing import Any

import msgspec
import pytest

from briefcli.domain.agenda import Agenda, Commitment, Deadline, Document, Event
from briefcli.domain.due import parse_due
from briefcli.domain.item import Marked
from briefcli.domain.redaction import redact
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import parse_when, when_of
from briefcli.official.agenda_news import news_of_agendas
from briefcli.official.contents import (
    Activity,
    FileContents,
    HousePaper,
    OfficialFact,
    RecordFormat,
    Toezegging,
    newest,
)
from briefcli.official.folder import State, state_at, state_of
from briefcli.official.news import activity_changes, news_of_record
from briefcli.settings import Settings

SINCE = date(2031, 3, 1)


def _calendar(*activities: tuple[str, str]) -> list[Activity]:
    return [
        Activity(subject=subject, when=when_of(date.fromisoformat(day)), committee="x") for subject, day in activities
    ]


def _told(before: State, after: State) -> list[tuple[str, str]]:
    return [(each.what, each.title) for each in news_of_record(before, after, SINCE, {"2031A00001": "rbz"})]


def test_calendars_are_compared_by_subject_and_day() -> None:
    before = _calendar(
        ("Dijken", "2031-03-10"), ("Duinen", "2031-03-11"), ("Sluizen", "2031-03-12"), ("Riet en gras", "2031-03-13")
    )  # fmt: skip
    after = _calendar(
        ("Dijken (verplaatst)", "2031-03-17"), ("Duinen", "2031-03-11"), ("Havens", "2031-03-20"),
        ("Riet en biezen", "2031-03-13"),
    )  # fmt: skip
    found = {(each.what, (each.new or each.old or before[0]).subject) for each in activity_changes(before, after)}
    assert found == {
        ("moved", "Dijken (verplaatst)"), ("vanished", "Sluizen"), ("new", "Havens"),
        ("renamed", "Riet en biezen"),
    }  # fmt: skip
    told = [title for _, title in _told(State(activities=tuple(before)), State(activities=tuple(after)))]
    assert sorted(told) == ["Dijken (verplaatst)", "Havens", "Sluizen"]


@pytest.mark.parametrize(
    "subject",
    [
        "Canceled: {}", "Afgelast: {}", "[Verplaatst] {}", "GEANNULEERD {}", "LET OP: VERPLAATST: {}",
        "VERPLAATST NAAR 19 MAART: {}", "{} - gaat niet door", "{} (verzet naar 19 maart)",
    ],
)  # fmt: skip
def test_a_cancelled_activity_of_a_calendar_is_the_same_activity(subject: str) -> None:
    (old,) = _calendar(("Commissiedebat NAVO", "2031-03-10"))
    new = msgspec.structs.replace(old, subject=subject.format(old.subject), status=Status.CANCELLED)
    assert [(each.what, each.old) for each in activity_changes([old], [new])] == [("cancelled", old)]


def test_a_conversion_that_only_the_subject_tells_is_told_once() -> None:
    (old,) = _calendar(("Raad Buitenlandse Zaken", "2031-03-10"))
    new = msgspec.structs.replace(old, subject="Raad Buitenlandse Zaken (wordt omgezet naar een SO)")
    assert [each.what for each in activity_changes([old], [new])] == ["converted"]
    assert activity_changes([new], [new]) == []


def test_activities_with_the_same_subject_are_paired_by_nearest_day() -> None:
    before = _calendar(("Dijken", "2031-03-10"), ("Dijken", "2031-06-10"))
    after = _calendar(("Dijken", "2031-03-12"), ("Dijken", "2031-06-10"))
    (change,) = activity_changes(before, after)
    assert (change.what, change.old, change.new) == ("moved", before[0], after[0])


def test_a_numbered_activity_is_followed_by_its_number() -> None:
    old = Activity(official="2031A00001", kind="Commissiedebat", subject="RBZ", when=when_of(date(2031, 3, 10)))
    for changes, what in (
        ({"when": when_of(date(2031, 3, 11))}, "moved"),
        ({"status": Status.CANCELLED}, "cancelled"),
        ({"kind": "Inbreng schriftelijk overleg"}, "converted"),
        ({"subject": "RBZ d.d. 17 maart"}, None),
        ({"subject": "Raad Buitenlandse Zaken (RBZ)"}, None),
        ({"subject": "Dijken"}, "renamed"),
        ({"subject": "Dijken", "place": "Troelstrazaal"}, "changed"),
    ):
        new = Activity(**({"official": "2031A00001", "kind": old.kind, "subject": "RBZ", "when": old.when} | changes))  # type: ignore[arg-type]
        assert [each.what for each in activity_changes([old], [new])] == ([what] if what else [])


def test_another_subject_is_news_if_our_agenda_names_the_debate() -> None:
    subjects = ("LVR d.d. 12 maart 2031", "LVR d.d. 17 maart 2031")
    old, new = (
        tuple(Activity(official=f"2031A0000{number}", when=when_of(SINCE), subject=subject) for number in (1, 2))
        for subject in subjects
    )
    (found,) = news_of_record(State(activities=old), State(activities=new), SINCE, {"2031A00001": "lvr"})
    assert (found.what, found.meeting, found.before, found.after) == ("changed", "lvr", *subjects)


def test_a_committee_that_is_renamed_is_the_same_committee() -> None:
    """Its old calendar does not count beside the new one. Another committee may share a few of its activities."""
    days = [(f"Dijk {name}", f"2031-03-1{day}") for day, name in enumerate("abcd")]
    old, new, other = (
        FileContents(
            path=f"{name}_2031-03-0{at}.ics", kind=RecordFormat.CALENDAR,
            activities=[msgspec.structs.replace(each, committee=name) for each in _calendar(*activities)],
        )
        for at, (name, activities) in enumerate(
            (("Dijken", days), ("Dijken en Duinen", [*days[:3], ("Dijk d", "2031-03-20")]), ("Sluizen", days[:2])), 1
        )
    )  # fmt: skip
    before, after = state_of([old]), state_of([old, new])
    assert [each.committee for each in after.activities] == ["Dijken en Duinen"] * 4
    assert [
        (each.what, each.old and each.old.day) for each in activity_changes(before.activities, after.activities)
    ] == [("moved", date(2031, 3, 13))]
    assert len(state_of([old, other]).activities) == 6
    later = msgspec.structs.replace(old, path="Dijken_2031-03-05.ics")  # so it was not renamed
    assert len(state_of([old, new, later]).activities) == 8
    wide = _calendar(*days[:3], *((f"Sluis {day}", f"2031-03-0{day}") for day in range(1, 5)))
    wide = [msgspec.structs.replace(each, committee="Water") for each in wide]  # with most of its debates its own
    assert len(state_of([old, msgspec.structs.replace(new, activities=wide)]).activities) == 11
    new.path = "Dijken en Duinen_2031-03-01.ics"  # of the same day, so both committees are there
    assert len(state_of([old, new]).activities) == 8


def test_changes_are_in_the_order_of_their_numbers() -> None:
    new = [
        Activity(official=f"2031A{number:05}", subject="RBZ", when=when_of(date(2031, 3, 10)))
        for number in (7, 3, 9, 1, 5)
    ]
    numbers = [each.new.official for each in activity_changes([], new) if each.new]
    assert numbers == sorted(numbers)


def test_met_commitments_and_new_papers_are_news() -> None:
    before = State(toezeggingen=(Toezegging(official="TZ1", text="brief", status=Promise.OPEN),))
    after = State(
        toezeggingen=(Toezegging(official="TZ1", text="brief", status=Promise.DONE, met_by=("2031Z1",)),),
        papers=(
            HousePaper(official="2031D1", title="nieuw", published=SINCE),
            HousePaper(official="2031D2", dated=date(2030, 1, 1)),
        ),
    )
    assert _told(before, after) == [("published", "nieuw"), ("met", "brief")]


def _promise(text: str = "een brief", due: str = "../2031-06-01", status: Promise = Promise.OPEN) -> Toezegging:
    return Toezegging(official="TZ1", text=text, due=parse_when(due), status=status)


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        (_promise(), _promise(due="../2031-04-01"), ("moved", "../2031-06-01", "../2031-04-01")),
        (_promise(), _promise(due="unknown"), ("moved", "../2031-06-01", "")),
        (_promise(), _promise("een andere brief"), ("changed", "", "")),
        (_promise(), None, ("vanished", "../2031-06-01", "")),
        (_promise(status=Promise.DONE), _promise(), ("changed", "done", "open")),
        (_promise(status=Promise.DONE), None, None),
        (None, _promise(), ("new", "", "../2031-06-01")),
        (None, _promise(due="unknown"), ("new", "", "open")),
    ],
)
def test_commitment_changes_are_news(
    old: Toezegging | None, new: Toezegging | None, row: tuple[str, str, str] | None
) -> None:
    now = State(toezeggingen=(new,) if new else ())
    found = news_of_record(State(toezeggingen=(old,) if old else ()), now, SINCE, {})
    assert [(each.what, each.before, each.after) for each in found] == ([row] if row else [])


@pytest.mark.parametrize("kind", [Activity, Toezegging])
@pytest.mark.parametrize("numbers", [("", "2031A1"), ("2031A1", "")])
def test_a_row_that_gets_its_number_later_is_news_once(
    kind: type[Activity] | type[Toezegging], numbers: tuple[str, str]
) -> None:
    """The rows have one id. The earlier state may have come from a download without the number."""
    older, newer = (kind(id="1", official=number, changed=at) for number, at in zip(numbers, "12", strict=True))
    field = "activities" if kind is Activity else "toezeggingen"
    made: list[Any] = [
        {"path": at, "kind": RecordFormat.ODATA, field: [row]} for at, row in (("a", older), ("b", newer))
    ]
    files = [FileContents(**each) for each in made]
    before, after = state_of(files[:1]), state_of(files)
    assert [each.official for each in getattr(after, field)] == [max(numbers)]
    assert news_of_record(before, after, SINCE, {}) == []
    assert len(news_of_record(State(), after, SINCE, {})) == 1


@pytest.mark.parametrize(("moments", "numbers"), [("12", ["2031A2"]), ("21", ["2031A1"]), ("11", ["2031A1", "2031A2"])])
def test_a_corrected_number_replaces_the_earlier_one(moments: str, numbers: list[str]) -> None:
    """The rows have one id. If neither is newer, both stay."""
    rows = [Activity(id="1", official=f"2031A{at}", changed=moment) for at, moment in enumerate(moments, 1)]
    state = state_of([FileContents(path="a", kind=RecordFormat.ODATA, activities=rows)])
    assert [each.official for each in state.activities] == numbers


def test_a_paper_with_another_date_or_number_has_changed() -> None:
    old, new = (HousePaper(official="2031D1", dated=day) for day in (date(2031, 2, 1), date(2031, 2, 3)))
    (found,) = news_of_record(State(papers=(old,)), State(papers=(new,)), SINCE, {})
    assert (found.what, found.before, found.after, found.day) == ("changed", "2031-02-01", "2031-02-03", new.dated)
    corrected = msgspec.structs.replace(old, document="kst-99001-2")
    numbered = msgspec.structs.replace(old, document="kst-99001-1")
    (found,) = news_of_record(State(papers=(numbered,)), State(papers=(corrected,)), SINCE, {})
    assert (found.what, found.before, found.after, found.day) == ("changed", "kst-99001-1", "kst-99001-2", old.dated)


def test_another_room_is_news_if_our_agenda_names_the_debate() -> None:
    old, new = (
        tuple(Activity(official=f"2031A0000{number}", when=when_of(SINCE), place=place) for number in (1, 2))
        for place in "ab"
    )
    (found,) = news_of_record(State(activities=old), State(activities=new), SINCE, {"2031A00001": "rbz"})
    assert (found.what, found.official, found.before, found.after) == ("changed", "2031A00001", "a", "b")


def test_a_cancelled_activity_has_no_new_date() -> None:
    old = Activity(subject="Dijken", committee="x", when=when_of(SINCE))
    gone = Activity(subject="Dijken (geannuleerd)", committee="x", when=when_of(SINCE), status=Status.CANCELLED)
    (found,) = news_of_record(State(activities=(old,)), State(activities=(gone,)), SINCE, {})
    assert (found.what, found.before, found.after) == ("cancelled", "2031-03-01", "")
    assert [each.what for each in activity_changes([], [gone])] == ["cancelled"]


@pytest.mark.parametrize(
    ("status", "after"), [(Status.MOVED, "2031-03-05?"), (Status.CANCELLED, ""), (Status.PLANNED, "2031-03-05")]
)
def test_the_day_of_an_activity_that_is_gone_is_no_certain_new_day(status: Status, after: str) -> None:
    old = Activity(official="2031A00001", subject="Dijken", when=when_of(SINCE), status=Status.PLANNED)
    new = msgspec.structs.replace(old, when=when_of(date(2031, 3, 5)), status=status)
    (found,) = news_of_record(State(activities=(old,)), State(activities=(new,)), SINCE, {})
    assert (found.before, found.after) == ("2031-03-01", after)


def test_an_activity_that_is_planned_again_is_new() -> None:
    gone = Activity(official="2031A00001", subject="Dijken", when=when_of(SINCE), status=Status.CANCELLED)
    back = msgspec.structs.replace(gone, status=Status.PLANNED)
    (found,) = news_of_record(State(activities=(gone,)), State(activities=(back,)), SINCE, {})
    assert (found.what, found.before, found.after) == ("new", "", "2031-03-01")


def test_commitments_without_a_number_are_each_news() -> None:
    made = tuple(Toezegging(text=text, made=SINCE) for text in ("een brief", "een notitie"))
    assert _told(State(), State(toezeggingen=made)) == [("new", "een brief"), ("new", "een notitie")]


def test_a_row_unchanged_since_the_day_is_no_news() -> None:
    old = Activity(official="2031A00001", subject="a", when=when_of(SINCE), changed="2031-02-01T00:00:00+00:00")
    new = Activity(official="2031A00002", subject="b", when=when_of(SINCE), changed="2031-03-02T00:00:00+00:00")
    record = FileContents(path="a", kind=RecordFormat.ODATA, activities=[old, new])
    before = state_at("2031-03-01T00:00:00+00:00", [], [record])
    assert _told(before, state_of([record])) == [("new", "b")]


def test_a_later_file_also_gives_the_state_before_the_day() -> None:
    """It has an older row of a debate that moved later, and the row of a paper that was withdrawn later."""
    days = ((date(2031, 3, 10), "2031-02-01"), (date(2031, 3, 12), "2031-03-02"))
    debate = [Activity(id="1", official="2031A00001", subject="a", when=when_of(day), changed=at) for day, at in days]
    paper = HousePaper(id="2", official="2031D1", title="Brief", dated=SINCE, changed="2031-02-01")
    record = FileContents(
        path="a", kind=RecordFormat.ODATA, activities=debate, papers=[paper],
        withdrawn=[OfficialFact(id="2", changed="2031-03-02")],
    )  # fmt: skip
    before, now = state_at("2031-03-01", [], [record]), state_of([record])
    found = {each.what: each for each in news_of_record(before, now, SINCE, {})}
    assert (found["moved"].before, found["moved"].after) == ("2031-03-10", "2031-03-12")
    assert (found["vanished"].title, found["vanished"].document, found["vanished"].before) == (
        "Brief", "2031D1", "2031-03-01",
    )  # fmt: skip
    assert state_at("2031-03-03", [], [record]).papers == ()


def test_a_paper_missing_from_all_files_is_no_news() -> None:
    paper = HousePaper(id="2", official="2031D1", title="Brief", dated=SINCE)
    assert _told(State(papers=(paper,)), State()) == []


def test_the_newest_row_counts_and_withdrawn_rows_are_removed() -> None:
    rows = [
        Activity(id="1", official="A1", subject="old", changed="2031-01-01"),
        Activity(id="1", official="A1", subject="new", changed="2031-02-01"),
        Activity(id="2", official="A2", subject="withdrawn"),
    ]
    record = FileContents(path="a", kind=RecordFormat.ODATA, activities=rows, withdrawn=[OfficialFact(id="2")])
    assert [each.subject for each in state_of([record]).activities] == ["new"]


def test_a_status_missing_in_a_newer_row_is_kept() -> None:
    """`$select` leaves fields out, so an earlier cancellation or commitment still holds."""
    debate = Activity(
        official="2031A00001",
        kind="Commissiedebat",
        status=Status.CANCELLED,
        when=when_of(date(2031, 3, 12)),
        place="Troelstrazaal",
        changed="2031-01-01",
    )
    select = Activity(official="2031A00001", subject="RBZ", when=when_of(date(2031, 3, 13)), changed="2031-02-01")
    promise = _promise(status=Promise.DONE)
    bare = Toezegging(official=promise.official, changed="2031-02-01")
    for order in (1, -1):
        both = [FileContents(path="a", activities=[debate], toezeggingen=[promise]),
                FileContents(path="b", activities=[select], toezeggingen=[bare])]  # fmt: skip
        state = state_of(both[::order])
        (activity,), (settled,) = state.activities, state.toezeggingen
        assert (activity.status, activity.kind, activity.subject) == (Status.CANCELLED, "Commissiedebat", "RBZ")
        assert (activity.day, activity.place) == (date(2031, 3, 13), "")
        assert (settled.text, settled.status, settled.due) == (promise.text, Promise.DONE, promise.due)


def test_the_newest_calendar_of_a_committee_is_used() -> None:
    old = FileContents(
        path="Dijken_2031-01-01.ics", kind=RecordFormat.CALENDAR, activities=_calendar(("a", "2031-03-10"))
    )
    new = FileContents(
        path="Dijken_2031-02-01.ics", kind=RecordFormat.CALENDAR, activities=_calendar(("b", "2031-03-11"))
    )
    assert [each.subject for each in state_of([new, old]).activities] == ["b"]


def test_a_paper_from_two_sources_is_merged() -> None:
    house = HousePaper(official="2031D1", document="kst-99001-1", title="Brief over dijken", dated=SINCE)
    koop = HousePaper(document="kst-99001-1", title="Brief", dated=date(2031, 2, 1), published=date(2031, 3, 4))
    records = [
        FileContents(path=name, kind=RecordFormat.SRU, papers=[each]) for name, each in (("b", koop), ("a", house))
    ]
    (paper,) = state_of(records).papers
    assert (paper.title, paper.dated, paper.published) == ("Brief over dijken", SINCE, date(2031, 3, 4))


def test_changes_in_an_agenda_are_news() -> None:
    before = Agenda(
        title="RBZ",
        when=parse_when("2031-03-17"),
        events=[Event(title="Debat", when=parse_when("2031-03-12"))],
        deadlines=[Deadline(title="Brief")],
        commitments=[Commitment(title="Dijken", status=Promise.OPEN)],
    )
    after = Agenda(
        title="RBZ",
        when=parse_when("2031-03-18"),
        events=[Event(title="Debat", when=parse_when("2031-03-13")), Event(title="SO", when=parse_when("2031-03-10"))],
        deadlines=[Deadline(title="Brief", done=True)],
        commitments=[Commitment(title="Dijken", status=Promise.DONE)],
        documents=[Document(ref="99 001, nr. 12")],
    )
    found = [
        (each.what, each.kind, each.title) for each in news_of_agendas({"rbz": before}, {"rbz": after}, Settings())
    ]
    assert found == [
        ("moved", "meeting", "RBZ"), ("moved", "event", "Debat"), ("new", "event", "SO"), ("met", "deadline", "Brief"),
        ("met", "commitment", "Dijken"), ("new", "paper", "99 001, nr. 12"),
    ]  # fmt: skip
    assert news_of_agendas({"rbz": after}, {"rbz": after}, Settings()) == []


def test_a_renamed_file_is_the_same_meeting() -> None:
    meeting = Agenda(title="Dijkberaad", when=parse_when("2031-03-17"))
    held = Agenda(title="Dijkberaad", when=parse_when("2031-03-17"), deadlines=[Deadline(title="Brief")])
    assert news_of_agendas({"a": meeting}, {"b": meeting}, Settings()) == []
    (found,) = news_of_agendas({"a": meeting}, {"b": held}, Settings())
    assert (found.what, found.meeting, found.title) == ("new", "b", "Brief")


def test_newly_withheld_items_are_no_public_news() -> None:
    open_ = Agenda(title="Dijkberaad", when=parse_when("2031-03-17"), events=[Event(title="Geheim")])
    closed = msgspec.structs.replace(open_, public=False)
    assert news_of_agendas({"a": open_}, {"a": redact(closed)}, Settings()) == []
    assert [each.what for each in news_of_agendas({"a": redact(closed)}, {"a": open_}, Settings())] == ["new"]
    hidden = Event(title="Geheim", when=parse_when("2031-03-15"), public=False)
    part = msgspec.structs.replace(open_, events=[hidden], deadlines=[Deadline(title="Geheim", public=False)])
    assert news_of_agendas({"a": open_}, {"a": redact(part)}, Settings()) == []
    assert [each.what for each in news_of_agendas({"a": open_}, {"a": part}, Settings())] == ["moved", "new"]


def test_a_deadline_can_be_new_moved_or_met() -> None:
    def agenda(*deadlines: Deadline) -> dict[str, Agenda]:
        return {"a": Agenda(title="Dijkberaad", when=parse_when("2031-03-17"), deadlines=list(deadlines))}

    first, later = (Deadline(title="Brief", due=parse_due(due)) for due in ("2031-03-10", "2031-03-12"))
    (new,) = news_of_agendas(agenda(), agenda(first), Settings())
    (moved,) = news_of_agendas(agenda(first), agenda(later), Settings())
    (met,) = news_of_agendas(agenda(first), agenda(msgspec.structs.replace(later, done=True)), Settings())
    assert (new.what, new.after) == ("new", "2031-03-10")
    assert (moved.what, moved.before, moved.after) == ("moved", "2031-03-10", "2031-03-12")
    assert (met.what, met.before, met.after) == ("met", "2031-03-10", "2031-03-12")


def test_a_deadline_counted_from_a_withheld_event_shows_no_date() -> None:
    def agenda(*, public: bool) -> dict[str, Agenda]:
        talk = Event(title="Geheim", id="overleg", when=parse_when("2031-03-06"), public=public)
        due = Deadline(title="Brief", due=parse_due("1 day before overleg"))
        return {"a": redact(Agenda(title="Dijkberaad", when=parse_when("2031-03-17"), events=[talk], deadlines=[due]))}

    found = news_of_agendas(agenda(public=True), agenda(public=False), Settings())
    assert [(each.what, each.before, each.after) for each in found] == [("moved", "", "unknown")]


def test_a_deadline_moves_with_its_anchor() -> None:
    def agenda(day: str | None, done: bool = False) -> dict[str, Agenda]:
        debate = Event(title="Debat", kind="debate", when=parse_when(day) if day else None)
        due = Deadline(title="Brief", due=parse_due("1 day before debate"), done=done)
        return {"a": Agenda(title="Dijkberaad", when=parse_when("2031-03-17"), events=[debate], deadlines=[due])}

    def told(before: dict[str, Agenda], after: dict[str, Agenda]) -> list[tuple[str, str, str]]:
        found = news_of_agendas(before, after, Settings())
        return [(each.what, each.before, each.after) for each in found if each.kind == "deadline"]

    assert told(agenda("2031-03-10"), agenda("2031-03-12")) == [("moved", "2031-03-09", "2031-03-11")]
    assert told(agenda(None), agenda("2031-03-12")) == [("moved", "1 day before debate", "2031-03-11")]
    assert told(agenda(None), agenda(None, done=True)) == [("met", "", "1 day before debate")]


def _rows(before: Agenda, after: Agenda) -> list[tuple[str, str, str, str, str]]:
    found = news_of_agendas({"rbz": redact(before)}, {"rbz": redact(after)}, Settings())
    return [(each.what, each.kind, each.title, each.before, each.after) for each in found]


def test_every_difference_has_a_row() -> None:
    meeting = Agenda(title="RBZ", when=parse_when("2031-03-17"))
    promise, counted = Commitment(title="Dijken", due=parse_due("2031-03-10")), parse_due("2 days before meeting")
    letter, paper = Deadline(title="Brief", due=parse_due("2031-03-03")), Document(ref="99 001, nr. 12")
    first, second = Deadline(title="Lijnen", due=parse_due("2031-03-04")), Deadline(title="Lijnen")
    debate = Event(title="Debat", when=parse_when("2031-03-12"))

    def with_(old: object, **fields: object) -> object:
        return msgspec.structs.replace(old, **fields)  # type: ignore[type-var]

    for field, before, after, row in (
        ("commitments", [promise], [with_(promise, due=counted)],
         ("moved", "commitment", "Dijken", "2031-03-10", "2031-03-15")),
        ("commitments", [promise], [with_(promise, status=Promise.DROPPED)],
         ("cancelled", "commitment", "Dijken", "", "2031-03-10")),
        ("commitments", [promise], [], ("vanished", "commitment", "Dijken", "2031-03-10", "")),
        ("commitments", [promise], [with_(promise, ref="TZ203103-1", owner="DCO")],
         ("changed", "commitment", "Dijken", "", "")),
        ("deadlines", [letter], [], ("vanished", "deadline", "Brief", "2031-03-03", "")),
        ("deadlines", [first, second], [second], ("moved", "deadline", "Lijnen", "2031-03-04", "")),
        ("deadlines", [with_(letter, done=True)], [letter], ("changed", "deadline", "Brief", "", "")),
        ("documents", [paper], [with_(paper, ref="99001-12", date=parse_when("2031-03-01"))],
         ("changed", "paper", "99001-12", "", "2031-03-01")),
        ("documents", [paper], [], ("vanished", "paper", "99 001, nr. 12", "", "")),
        ("events", [debate], [], ("vanished", "event", "Debat", "2031-03-12", "")),
        ("events", [debate], [with_(debate, status=Status.HELD)], ("changed", "event", "Debat", "", "held")),
        ("key_points", ["Dijk"], ["Duin"], ("changed", "section", "key_points", "", "")),
        ("drops", [], ["report"], ("changed", "section", "drops", "", "")),
        ("status", None, Status.HELD, ("changed", "meeting", "RBZ", "", "held")),
    ):  # fmt: skip
        old, new = (msgspec.structs.replace(meeting, **{field: value}) for value in (before, after))
        rows = _rows(old, new)
        assert row in rows, (field, rows)


def test_a_newly_withheld_item_is_not_reported_as_vanished() -> None:
    """If one item is withheld, nobody can tell which of the others vanished."""
    secret, letter = Deadline(title="Geheim", due=parse_due("2031-03-02")), Deadline(title="Brief")
    meeting = Agenda(title="RBZ", when=parse_when("2031-03-17"), deadlines=[secret, letter])
    closed = msgspec.structs.replace(secret, public=False)
    assert _rows(meeting, msgspec.structs.replace(meeting, deadlines=[closed, letter])) == []
    (row,) = _rows(meeting, msgspec.structs.replace(meeting, deadlines=[closed]))
    assert row == ("vanished", "deadline", "[withheld]", "", "")
    note = msgspec.structs.replace(meeting, key_points=[Marked(text="Geheim", public=False)])
    assert _rows(msgspec.structs.replace(meeting, key_points=["Geheim"]), note) == [
        ("changed", "section", "key_points", "", "")
    ]


def test_a_field_that_the_newest_row_lacks_is_that_of_the_newest_row_that_has_it() -> None:
    rows = [
        Activity(official="2031A00001", subject=subject, changed=f"2031-01-0{day}")
        for subject, day in (("", 3), ("Dijk", 1), ("Duin", 2))
    ]
    assert [each.subject for each in newest(rows).values()] == ["Duin"]
