"""Items that we owe stay in the lists until they are recorded as done or dropped."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.agendas import index_of

from briefcli.domain.due import parse_due
from briefcli.domain.rhythm import Expected, Rhythm
from briefcli.domain.workdays import Calendar
from briefcli.index.queries import Index
from briefcli.settings import Settings
from briefcli.views import commitments as pledges
from briefcli.views.deadlines import DeadlineChoice, deadlines_view
from briefcli.views.next import days_view, next_view
from briefcli.views.show import show_view, shown_meeting

TODAY = date(2031, 6, 2)
ORIGIN = "{title: Raad, when: 2031-03-10, commitments: [{title: Tijdpad, due: 2031-05-01}]}"


def carried(meeting: str, title: str = "Tijdpad", *, due: str = "2031-05-01") -> str:
    promise = f"{{title: {title}, due: {due}, carried_from: {meeting}}}"
    return f"{{title: Latere raad, when: 2031-06-10, commitments: [{promise}]}}"


def listed(index: Index, **choice: Any) -> list[tuple[str, str]]:
    """The title and meeting of each item that `deadlines` lists, except the meetings themselves."""
    data = deadlines_view(index, TODAY, DeadlineChoice(**choice)).data
    return [(each["title"], each["meeting"]) for each in data if each["kind"] != "meeting"]


def promised(index: Index) -> list[tuple[str, str]]:
    return [
        (each["title"], each["meeting"]) for each in pledges.commitments_view(index, TODAY, only_open=True).data or []
    ]


def late(index: Index) -> list[str]:
    return [each["title"] for each in next_view(index, TODAY).data["late"]]


@pytest.mark.parametrize("internal", [False, True])
def test_a_carried_over_commitment_counts_where_it_was_made(tmp_path: Path, *, internal: bool) -> None:
    index = index_of(tmp_path, {"raad": ORIGIN, "later": carried("raad")}, internal=internal)
    assert listed(index) == promised(index) == [("Tijdpad", "raad")]
    assert late(index) == ["Tijdpad"]


@pytest.mark.parametrize(
    ("origin", "named"),
    [
        (ORIGIN, "raad-2031"),  # no such meeting
        (ORIGIN, "later"),  # itself
        ("{title: Raad, when: 2031-03-10}", "raad"),  # the meeting no longer has it
        ("{title: Raad, when: 2031-03-10, commitments: [{title: Ander tijdpad}]}", "raad"),
        ("{title: Raad, when: 2031-03-10, commitments: [{title: Tijdpad}]}", "raad"),  # without a date
        (ORIGIN.replace("2031-05-01", "2031-07-01"), "raad"),  # on another date
        (ORIGIN.replace("[", "{"), "raad"),  # cannot be read
        (ORIGIN.replace("{title: Raad", "{public: false, title: Raad"), "raad"),  # withheld
        (ORIGIN.replace("{title: Raad", "{public: false, ground: not yet read, title: Raad"), "raad"),
        (ORIGIN.replace("{title: Tijdpad", "{public: false, title: Tijdpad"), "raad"),
        (carried("later"), "raad"),  # in a circle
    ],
    ids=[
        "nowhere",
        "itself",
        "gone",
        "renamed",
        "undated",
        "later",
        "unreadable",
        "withheld",
        "unread",
        "promise-withheld",
        "circle",
    ],
)
def test_a_commitment_carried_over_from_nowhere_counts_here(tmp_path: Path, origin: str, named: str) -> None:
    index = index_of(tmp_path, {"raad": origin, "later": carried(named)})
    assert ("Tijdpad", "later") in listed(index)
    assert ("Tijdpad", "later") in promised(index)
    assert "Tijdpad" in late(index)


def test_a_commitment_carried_over_from_a_cancelled_meeting_counts_there(tmp_path: Path) -> None:
    origin = ORIGIN.replace("{title: Raad", "{status: cancelled, title: Raad")
    index = index_of(tmp_path, {"raad": origin, "later": carried("raad")})
    assert listed(index) == promised(index) == [("Tijdpad", "raad")]


OWED = [
    "{title: Brief}",
    "{title: Brief, due: unknown}",
    "{title: Brief, due: 2031-04-01/..}",  # some day after
    "{title: Brief, due: ../2031-04-01}",
    "{title: Brief, due: XXXX-04-01}",
    "{title: Brief, due: 2031-04}",
    "{title: Brief, due: 2031-04-01?}",
    "{title: Brief, due: 3 days before nothing}",
    "{title: Brief, due: 3 days before report}",  # counted from a standard deadline that is dropped
    "{title: Brief, due: 3 days before debate}",  # counted from an event without a date
    "{title: Brief, due: 2031-04-01, done_on: 2031-06}",  # may be done later this month
    "{title: Brief, due: 2031-04-01, done_on: 2031-06-20?}",
    "{title: Brief, due: 2031-04-01, done_on: 2031-05-01/2031-06-20}",
    "{title: Brief, due: 2031-04-01, done_on: ../2031-06-20}",
    "{title: Brief, due: 2031-04-01, done_on: 2031-06-20T10:00}",
    "{title: Brief, done_on: 2031-06-20}",
]


@pytest.mark.parametrize("field", ["deadlines", "commitments"])
@pytest.mark.parametrize(
    "meeting", ["when: 2031-03-10", "when: 2031-03-10, status: held", "when: 2031-03-10, status: moved"]
)
def test_open_items_stay_listed_after_their_meeting(tmp_path: Path, meeting: str, field: str) -> None:
    report = Expected(id="report", title="Verslag", due=parse_due("10 days after meeting"))
    settings = Settings(rhythms=(Rhythm(name="alle", expects=(report,)),))
    head = f"title: Raad, {meeting}, drops: [report], events: [{{title: Debat, kind: debate}}]"
    agendas = {f"raad-{number}": f"{{{head}, {field}: [{item}]}}" for number, item in enumerate(OWED)}
    index = index_of(tmp_path, agendas, settings=settings)
    owed = {("Brief", each) for each in agendas}
    assert owed - set(listed(index)) == set()
    assert field == "deadlines" or owed - set(promised(index)) == set()
    for each in agendas:
        screen = show_view(shown_meeting(index, each, TODAY, "agendas"), ["dates", "commitments"])
        assert [row["title"] for row in screen.data[field]] == ["Brief"], each
    # Both lists have the same late items
    data = deadlines_view(index, TODAY, DeadlineChoice()).data
    overdue = [(row["title"], row["meeting"]) for row in data if row["status"] == "overdue"]
    assert sorted((row["title"], row["meeting"]) for row in next_view(index, TODAY).data["late"]) == sorted(overdue)


def test_done_and_dropped_items_are_not_listed(tmp_path: Path) -> None:
    done = "{title: Brief, due: 2031-04-01, done_on: 2031-06-02}, {title: Nota, done: true}"
    text = f"{{title: Raad, when: 2031-03-10, deadlines: [{done}], commitments: [{{title: Weg, status: dropped}}]}}"
    assert listed(index_of(tmp_path, {"raad": text})) == []


def test_a_cancelled_meeting_keeps_its_undated_commitments(tmp_path: Path) -> None:
    lists = "deadlines: [{title: Brief}], commitments: [{title: Tijdpad}]"
    index = index_of(tmp_path, {"raad": f"{{title: Raad, when: 2031-03-10, status: cancelled, {lists}}}"})
    assert listed(index) == [("Tijdpad", "raad")]


def test_a_deadline_with_its_own_date_stays_late_if_the_meeting_moves(tmp_path: Path) -> None:
    due = "deadlines: [{title: Brief, due: 2031-04-01}, {title: Nota, due: 5 days before meeting}]"
    index = index_of(tmp_path, {"raad": f"{{title: Raad, when: 2031-05-10, status: moved, {due}}}"})
    assert listed(index) == [("Brief", "raad"), ("Nota", "raad")]
    assert late(index) == ["Brief"]


def test_two_files_with_one_id_both_count(tmp_path: Path) -> None:
    text = "{{title: Raad, when: 2031-03-10, deadlines: [{{title: {}, due: 2031-04-01}}]}}"
    index = index_of(tmp_path, {"a/raad": text.format("Brief"), "b/raad": text.format("Nota")})
    assert {title for title, _ in listed(index)} == {"Brief", "Nota"}
    assert sorted(late(index)) == ["Brief", "Nota"]


def test_items_beyond_the_horizon_are_counted_but_vague_ones_listed(tmp_path: Path) -> None:
    dues = "[{title: Dichtbij, due: 2031-06}, {title: Daarna, due: 2031-06-20/..}, {title: Ver, due: 2032-01-05}]"
    index = index_of(tmp_path, {"raad": f"{{title: Raad, when: 2031-06-20, deadlines: {dues}}}"})
    assert [title for title, _ in listed(index)] == ["Dichtbij", "Daarna"]
    assert [title for title, _ in listed(index, days=30)] == ["Dichtbij", "Daarna"]
    assert "1 more comes after " in str(deadlines_view(index, TODAY, DeadlineChoice()).blocks[-1])


def test_items_with_only_one_bound_are_in_the_days_ahead(tmp_path: Path) -> None:
    items = "events: [{title: Diner, when: ../2031-06-10}], deadlines: [{title: Nota, due: 2031-06-04/..}]"
    index = index_of(tmp_path, {"raad": f"{{title: Raad, when: 2031-09-10, {items}}}"})
    assert {each["title"] for each in days_view(index, TODAY, 14, Calendar()).data} == {"Diner", "Nota"}


def summits(*events: str, summit: str = "kind: summit") -> dict[str, str]:
    listed_events = ", ".join(f"{{title: {each}, {summit}, when: 2031-06-20}}" for each in events)
    return {
        "raad": f"{{title: Raad, when: 2031-06-10, leads_to: top, events: [{listed_events}]}}",
        "top": f"{{title: Top van Oslo, {summit}, when: 2031-06-20}}",
    }


def test_an_event_on_the_old_day_of_a_moved_meeting_gives_way_to_it(tmp_path: Path) -> None:
    agendas = summits("Top")
    moved = {"top": agendas["top"].replace("}", ", status: moved, moved_to: 2031-06-26}")}
    index = index_of(tmp_path / "a", agendas | moved)
    found = deadlines_view(index, TODAY, DeadlineChoice(kind="summit")).data
    assert [(each["meeting"], each["when"]) for each in found] == [("top", "2031-06-26")]
    index = index_of(tmp_path / "b", moved | {"raad": agendas["raad"].replace("2031-06-20", "2031-06-21")})
    assert len(deadlines_view(index, TODAY, DeadlineChoice(kind="summit")).data) == 2


def test_two_events_that_match_one_meeting_both_stay_listed(tmp_path: Path) -> None:
    assert len(listed(index_of(tmp_path, summits("Top", "Nog een top")))) == 2


def test_a_deadline_like_an_event_that_is_a_meeting_stays_listed(tmp_path: Path) -> None:
    agendas = summits("Top")
    raad = agendas["raad"].removesuffix("}") + ", deadlines: [{title: Top, kind: summit, due: 2031-06-20}]}"
    assert listed(index_of(tmp_path, agendas | {"raad": raad})) == [("Top", "raad")]


def test_frequent_kinds_of_events_match_only_by_a_common_word(tmp_path: Path) -> None:
    events = ("Gesprek met Duitsland",)
    assert len(listed(index_of(tmp_path / "a", summits(*events, summit="kind: bilateral")))) == 1
    assert listed(index_of(tmp_path / "b", summits("Gesprek in Oslo", summit="kind: bilateral"))) == []
    assert listed(index_of(tmp_path / "c", summits("NAVO-bijeenkomst"))) == []


def test_an_event_stays_listed_if_its_own_agenda_is_not_shown(tmp_path: Path) -> None:
    agendas = summits("Top")
    hidden = agendas | {"top": "{title: {text: Geheim, public: false}, kind: summit, when: 2031-06-20}"}
    assert listed(index_of(tmp_path / "a", hidden)) == [("Top", "raad")]
    assert listed(index_of(tmp_path / "b", agendas), kind="event") == [("Top", "raad")]
    cancelled = agendas | {"top": "{title: Top, kind: summit, when: 2031-06-20, status: cancelled}"}
    assert listed(index_of(tmp_path / "c", cancelled)) == []
