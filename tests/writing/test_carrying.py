"""What a new edition takes over from the previous one, and what it leaves behind."""

from typing import Any

from briefcli.domain.agenda import Agenda
from briefcli.reading.reader import read_agenda
from briefcli.writing.carrying import carried_over, left_behind
from briefcli.writing.template import template

EARLIER = """\
title: Raad maart
short: Raad
when: 2031-03-18
series: raad
body: EU
kind: council
place: Brussel
status: held
timezone: Europe/Brussels
summary: Een aanleiding
leads_to: top
sessions:
  - number: 1
    title: Werkontbijt
    kind: working session
    when: 2031-03-18
    status: held
    attendees: [HV EU]
    topics: [Onderwerp]
    position: Een inzet
  - number: 2
    title: {text: Besloten deel, public: false, ground: Woo 5.1.2b}
commitments:
  - {title: Open toezegging, status: open, due: 2031-06-01, note: x, public: false, ground: Woo}
  - {title: Zonder status, due: 10 days after meeting}
  - {title: Klaar, status: done}
  - {title: Vervallen, status: dropped}
documents: [{ref: 28676, title: Een stuk}]
deadlines: [{title: Brief, due: before meeting}]
"""


def agenda(text: str) -> Agenda:
    found = read_agenda("x.yaml", text.encode()).agenda
    assert found is not None
    return found


def test_series_place_sessions_and_open_commitments_carry_over() -> None:
    known: dict[str, Any] = carried_over("raad-2031-03", agenda(EARLIER))
    assert known == {
        "series": "raad",
        "body": "EU",
        "kind": "council",
        "place": "Brussel",
        "timezone": "Europe/Brussels",
        "sessions": [
            {"number": 1, "title": "Werkontbijt", "kind": "working session", "attendees": ["HV EU"]},
            {"number": 2, "title": {"text": "Besloten deel", "public": False, "ground": "Woo 5.1.2b"}},
        ],
        "commitments": [
            {"title": "Open toezegging", "public": False, "ground": "Woo", "carried_from": "raad-2031-03"},
            {"title": "Zonder status", "carried_from": "raad-2031-03"},
        ],
    }  # fmt: skip


def test_the_number_of_open_withheld_commitments_is_not_revealed() -> None:
    settled = EARLIER.replace("status: open, due: 2031-06-01, note: x", "status: done")
    before, after = (carried_over("raad-2031-03", agenda(text))["commitments"] for text in (EARLIER, settled))
    assert len(before) == len(after)
    assert after[0]["status"] == "done"


def test_due_dates_that_are_left_behind_are_counted() -> None:
    assert left_behind(agenda(EARLIER)) == 1


def test_only_sessions_of_both_earlier_editions_carry_over() -> None:
    before = agenda("title: T\nwhen: 2031-01\nsessions: [{title: WERKONTBIJT}, {title: Iets anders}]\n")
    sessions = carried_over("raad-2031-03", agenda(EARLIER), before)["sessions"]
    assert [each["title"] for each in sessions] == ["Werkontbijt"]


def test_a_session_with_only_a_day_does_not_carry_over() -> None:
    earlier = read_agenda(
        "raad.yaml", b"title: t\nwhen: 2031-03-18\nsessions:\n- when: 2031-03-18\n- title: Lunch\n"
    ).agenda
    assert earlier is not None
    assert carried_over("raad", earlier)["sessions"] == [{"title": "Lunch"}]
    assert "- title: Lunch" in template(carried_over("raad", earlier), "")


def test_withheld_items_stay_withheld_in_the_new_file() -> None:
    text = template({**carried_over("raad-2031-03", agenda(EARLIER)), "title": "Raad juni", "when": "2031-06"}, "x")
    new = agenda(text)
    assert not new.commitments[0].public
    assert new.commitments[0].ground == "Woo"
    assert read_agenda("x.yaml", text.encode()).diagnostics == []
    whole = agenda("title: T\nwhen: 2031\nplace: geheim\npublic: false\nground: Woo\n")
    assert not agenda(template({**carried_over("raad", whole), "title": "T", "when": "2031"}, "x")).public
