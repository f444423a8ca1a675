"""Which items a due date can be counted from. Circular and missing references leave it unknown."""

from briefcli.domain.agenda import Agenda, Deadline, Event
from briefcli.domain.anchors import anchor_dates, anchor_items
from briefcli.domain.due import parse_due
from briefcli.domain.rhythm import Expected, Inherited
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import parse_when
from briefcli.domain.workdays import Calendar

PLAIN = Calendar()


def _agenda(**fields: object) -> Agenda:
    return Agenda(**{"title": "Raad", "when": parse_when("2023-06-15/2023-06-16"), **fields})  # type: ignore[arg-type]


def _event(title: str, when: str, *, id: str | None = None, kind: str | None = None) -> Event:  # noqa: A002
    return Event(title=title, when=parse_when(when), id=id, kind=kind)


def _deadline(title: str, due: str, id_: str) -> Deadline:
    return Deadline(title=title, due=parse_due(due), id=id_)


def test_ids_win_over_kinds_and_earlier_events_over_later_ones() -> None:
    later = _event("Tweede debat", "2023-06-08", kind="debate")
    by_kind = _event("Eerste debat", "2023-06-01", kind="debate")
    by_id = _event("Derde", "2023-06-09", id="side-meeting")
    side = _event("Ontbijt", "2023-06-10", kind="side meeting")
    found = anchor_items(_agenda(events=[later, by_kind, side, by_id]))
    assert found["debate"] is by_kind
    assert found["side meeting"] is by_id


def test_a_cancelled_event_is_the_last_choice_as_anchor() -> None:
    off = Event(title="Debat", when=parse_when("2023-06-01"), kind="debate", status=Status.CANCELLED)
    debate = _event("Ander debat", "2023-06-08", kind="debate")
    written = _event("SO", "2023-06-06", kind="written consultation")
    assert anchor_items(_agenda(events=[off, debate, written]))["debate"] is debate
    assert anchor_items(_agenda(events=[off, written]))["debate"] is written
    assert anchor_items(_agenda(events=[off]))["debate"] is off


def test_a_deadline_can_count_from_another_deadline() -> None:
    agenda = _agenda(
        deadlines=[
            _deadline("Nota", "2 workdays before letter", "memo"),
            _deadline("Brief", "7 days before meeting", "letter"),
        ]
    )
    dates = anchor_dates(agenda, PLAIN)
    assert dates["letter"].text == "2023-06-08"
    assert dates["memo"].text == "2023-06-06"


def test_circular_deadlines_are_unknown() -> None:
    agenda = _agenda(deadlines=[_deadline("A", "1 day before b", "a"), _deadline("B", "1 day before a", "b")])
    dates = anchor_dates(agenda, PLAIN)
    assert dates["a"].text == dates["b"].text == "unknown"
    own = anchor_dates(_agenda(deadlines=[_deadline("A", "1 day before a", "a")]), PLAIN)
    assert own["a"].text == "unknown"


def test_a_moved_meeting_moves_the_deadlines_counted_from_it() -> None:
    letter = _deadline("Brief", "14 days before meeting", "letter")
    moved = _agenda(status=Status.MOVED, moved_to=parse_when("2023-07-06"), deadlines=[letter])
    assert anchor_dates(moved, PLAIN)["letter"].text == "2023-06-22"
    undated = _agenda(status=Status.MOVED, deadlines=[letter])
    assert anchor_dates(undated, PLAIN)["letter"].text == "unknown"


def test_an_inherited_event_is_an_unconfirmed_anchor() -> None:
    debate = Expected(id="cd", title="Debat", due=parse_due("7 days before meeting"), kind="debate", happens=True)
    agenda = _agenda(deadlines=[_deadline("Lijnen", "1 day before debate", "lines")])
    dates = anchor_dates(agenda, PLAIN, [Inherited("dmm", debate)])
    assert dates["debate"].text == dates["cd"].text == "2023-06-08?"
    assert dates["lines"].text == "2023-06-07?"


def test_a_standard_debate_is_on_a_working_day() -> None:
    debate = Expected(id="cd", title="Debat", due=parse_due("7 days before meeting"), kind="debate", happens=True)
    visit = Expected(id="visit", title="Bezoek", due=parse_due("7 days before meeting"), kind="visit", happens=True)
    brought = [Inherited("dmm", each) for each in (debate, visit)]
    for meeting, day, other in (
        ("2023-06-18", "2023-06-09?", "2023-06-11?"),  # a Sunday
        ("2023-06-05", "2023-05-26?", "2023-05-29?"),  # Whit Monday
        ("2023-06", "2023-05/2023-06?", "2023-05/2023-06?"),
    ):
        dates = anchor_dates(_agenda(when=parse_when(meeting)), PLAIN, brought)
        assert (dates["cd"].text, dates["visit"].text) == (day, other), meeting


def test_an_event_of_the_file_wins_over_an_inherited_one() -> None:
    debate = Expected(id="debate", title="Debat", due=parse_due("7 days before meeting"), happens=True)
    agenda = _agenda(events=[_event("Debat", "2023-06-07", kind="debate")])
    assert anchor_dates(agenda, PLAIN, [Inherited("dmm", debate)])["debate"].text == "2023-06-07"


def test_a_written_consultation_replaces_a_missing_debate() -> None:
    written = _event("SO", "2023-06-07", kind="written consultation")
    debate = _event("Debat", "2023-06-09", kind="debate")
    assert anchor_items(_agenda(events=[written]))["debate"] is written
    assert anchor_items(_agenda(events=[written, debate]))["debate"] is debate
