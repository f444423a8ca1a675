import textwrap
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from briefcli.reading.reader import read_agenda
from briefcli.writing.formatting import formatted
from briefcli.writing.smallest_change import Draft, Unchangeable

AGENDA = """\
# Boven alles
title: 'Raad'   # de raad
when: 2031-03-18

key_points:
  - Een punt   # met toelichting
  - >-
    Een lang
    punt

deadlines:
# de eerste
- title: Nota
  due: 2031-03-01
  owner: "BPZ"

# de tweede
- {title: Lijn, due: before meeting}
commitments:
  - done_on:
    title: Belofte

events:
"""


def changed(text: str, *steps: Any) -> str:
    draft = Draft(textwrap.dedent(text))
    for name, *arguments in steps:
        getattr(draft, name)(*arguments)
    return draft.text


def difference(text: str, *steps: Any) -> list[str]:
    """The lines that differ, as a reader of `diff` sees them."""
    from difflib import ndiff

    after = changed(text, *steps)
    return [line.rstrip() for line in ndiff(text.splitlines(), after.splitlines()) if line[0] in "+-"]


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        (("set", "", "title", "Raad: een"), ["- title: 'Raad'   # de raad", "+ title: 'Raad: een'   # de raad"]),
        (("set", "", "when", "2031-04-01"), ["- when: 2031-03-18", "+ when: 2031-04-01"]),
        (("set", "", "status", "moved"), ["+ status: moved"]),
        (("set", "deadlines[0]", "done", True), ["+   done: true"]),
        (("set", "deadlines[0]", "paper", "99 001, nr. 4"), ["+   paper: 99 001, nr. 4"]),
        (
            ("set", "deadlines[1]", "paper", "99 001, nr. 4"),
            [
                "- - {title: Lijn, due: before meeting}",
                "+ - {title: Lijn, due: before meeting, paper: '99 001, nr. 4'}",
            ],
        ),
        (("set", "commitments[0]", "done_on", "2031-03-05"), ["-   - done_on:", "+   - done_on: 2031-03-05"]),
        (("remove", "deadlines[0]", "owner"), ['-   owner: "BPZ"']),
        (("remove", "deadlines[0]", "kind"), []),
        (
            ("remove", "deadlines[1]", "due"),
            ["- - {title: Lijn, due: before meeting}", "+ - {title: Lijn}"],
        ),
        (
            ("remove", "commitments[0]", "done_on"),
            ["-   - done_on:", "-     title: Belofte", "+   - title: Belofte"],
        ),
        (("add", "deadlines", {"title": "Brief", "done": True}), ["+ - title: Brief", "+   done: true"]),
        (("add", "key_points", "Nog een"), ["+   - Nog een"]),
        (("add", "events", {"title": "Debat"}), ["+   - title: Debat"]),
        (("add", "consulted", "BZ"), ["+", "+ consulted:", "+   - BZ"]),
    ],
)
def test_a_change_touches_no_other_line(step: Any, lines: list[str]) -> None:
    assert difference(AGENDA, step) == lines


def test_a_file_on_one_line_stays_on_one_line() -> None:
    text = "{title: Top, when: 2031-06, deadlines: [{title: Inzet}]}"
    after = changed(text, ("set", "deadlines[0]", "done", True), ("add", "consulted", "BZ"))
    assert after == "{title: Top, when: 2031-06, deadlines: [{title: Inzet, done: true}], consulted: [BZ]}"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("title: a\nwhen: 2031-06-15T10:00  # b\n", "title: a\nwhen: 2031-06-16T11:00  # b\n"),
        ("{title: a, when: 2031-06-15}\n", "{title: a, when: '2031-06-16T11:00'}\n"),
    ],
)
def test_a_value_has_quotes_only_where_it_needs_them(text: str, after: str) -> None:
    assert changed(text, ("set", "", "when", "2031-06-16T11:00")) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("title: a\nconsulted:\n", "title: a\nconsulted:\n  - BZ\n"),
        ("title: a\nconsulted: []\n", "title: a\nconsulted: [BZ]\n"),
        ("title: a\nconsulted: ~\n", "title: a\nconsulted: [BZ]\n"),
        ("{title: a, consulted: }\n", "{title: a, consulted: [BZ] }\n"),
    ],
)
def test_the_first_item_of_an_empty_list_is_written_as_the_list_is(text: str, after: str) -> None:
    assert changed(text, ("add", "consulted", "BZ")) == after


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_added_at_the_end_has_the_same_line_ending(end: str) -> None:
    after = changed(f"title: Top{end}when: 2031-06", ("set", "", "status", "held"))
    assert after == f"title: Top{end}when: 2031-06{end}status: held{end}"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("title: >-\n  Een\n  raad\nwhen: 2031-06\n", ("set", "", "title", "Top")),
        ("title: Top\nwhen: 2031-06\ndeadlines: {title: Inzet}\n", ("add", "deadlines", {"title": "Brief"})),
        ("title: Top\nwhen: 2031-06\nsessions: {topics: [a]}\n", ("set", "sessions[0].topics", "x", "y")),
        ("title: [Top\n", ("set", "", "when", "2031-06")),
    ],
)
def test_an_unsafe_change_is_refused(text: str, step: Any) -> None:
    with pytest.raises(Unchangeable):
        changed(text, step)


TOUCHED = ("- title: Nota", '  owner: "BPZ"', "- {title: Lijn, due: before meeting}")
TEXTS = st.text(st.sampled_from("aé ,:#{}[]'\"-&*!|>%@`?0123~\\"), max_size=12)
NAMES = st.sampled_from(["title", "note", "owner", "kind", "paper"])


@settings(max_examples=examples(10))
@given(st.lists(st.tuples(st.integers(0, 1), NAMES, TEXTS), max_size=4), st.lists(TEXTS, max_size=2))
def test_any_text_is_read_back_and_all_other_lines_stay(fields: list[tuple[int, str, str]], points: list[str]) -> None:
    draft = Draft(AGENDA)
    for number, name, text in fields:
        draft.set(f"deadlines[{number}]", name, text)
    for text in points:
        draft.add("key_points", text)
    agenda = read_agenda("raad.yaml", draft.text.encode()).agenda
    assert agenda is not None
    for (number, name), text in {(number, name): text for number, name, text in fields}.items():
        assert getattr(agenda.deadlines[number], name) == text
    assert agenda.key_points[2:] == points
    lines = draft.text.splitlines()
    assert [line for line in AGENDA.splitlines() if line not in lines and line not in TOUCHED] == []


def test_a_formatted_file_stays_formatted_after_a_change() -> None:
    text = formatted(AGENDA)
    after = changed(
        text, ("set", "", "status", "moved"), ("set", "", "moved_to", "2031-04"), ("add", "consulted", "BZ")
    )
    assert formatted(after) == after


def test_an_amount_with_three_decimals_is_read_back() -> None:
    draft = Draft("title: T\nwhen: 2031\n")
    draft.add("figures", {"what": "Kosten", "amount": 16.125})
    agenda = read_agenda("x.yaml", draft.text.encode()).agenda
    assert agenda is not None
    assert agenda.figures[0].amount == 16.125
