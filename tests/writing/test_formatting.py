"""Formatting orders fields and adds quotes if they are needed: no value changes, and no comment is lost."""

import random
from collections import Counter
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import PROJECT, SAMPLES
from tests.examples import examples
from tests.strategies import Planted, planted_agendas

from briefcli.domain.agenda import plain
from briefcli.reading.comments import comments
from briefcli.reading.nodes import Unreadable, compose
from briefcli.reading.reader import read_agenda
from briefcli.writing.formatting import formatted

AGENDAS = sorted((PROJECT / "agendas").glob("*.yaml"))
FILES = [*AGENDAS, *sorted((SAMPLES / "agendas").rglob("*.yaml"))]

BEFORE = """\
# yaml-language-server: $schema=.schema.json
# about the file

# about the date
when: 2023-06-15  # not sure
title: 2023
sessions:
  # the first session
  - topics:
      - een   # remark
      - text: yes
        ground: Woo
        public: false
    # about the title
    title: NO
    number: 1

  # the second session
  - kind: x
    title: y
public: true
summary: |
  first line

  # no comment
# about the place
place: 9:30
# the end
"""
AFTER = """\
# yaml-language-server: $schema=.schema.json
# about the file

title: '2023'
# about the place
place: '9:30'
# about the date
when: 2023-06-15  # not sure
summary: |
  first line

  # no comment
sessions:
  # the first session
  - number: 1
    # about the title
    title: 'NO'
    topics:
      - een   # remark
      - text: 'yes'
        public: false
        ground: Woo

  # the second session
  - title: y
    kind: x
public: true
# the end
"""


def values(text: str) -> Any:
    """The contents of the file as a plain YAML parser reads them, whatever the order of keys."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # BaseLoader makes texts only


def remarks(text: str) -> Counter[str]:
    return Counter(words for _, _, words in comments(text, compose(text)))


def assert_same(before: str, after: str) -> None:
    assert values(after) == values(before)
    assert remarks(after) == remarks(before)
    one, other = read_agenda("x", before.encode()).agenda, read_agenda("x", after.encode()).agenda
    assert plain(one) == plain(other)
    assert formatted(after) == after


def test_an_agenda_is_put_in_the_usual_form() -> None:
    assert formatted(BEFORE) == AFTER
    assert_same(BEFORE, AFTER)


def test_formatting_the_samples_changes_only_their_order() -> None:
    for file in FILES:
        before = file.read_text(encoding="utf-8")
        assert_same(before, formatted(before))


def test_the_agendas_of_the_project_are_formatted() -> None:
    for file in AGENDAS:
        text = file.read_text(encoding="utf-8")
        assert formatted(text) == text


def test_formatting_shuffled_samples_changes_only_their_order() -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        before = _shuffled(text, random.Random(0))  # noqa: S311  # the same order again, no secret
        assert_same(before, formatted(before))


@settings(max_examples=examples(4))
@given(planted_agendas(withheld_as_a_whole=True), st.randoms(use_true_random=False))
def test_formatting_random_agendas_changes_only_their_order(planted: Planted, chance: random.Random) -> None:
    before = _with_comments(_shuffled(planted.text, chance), chance)
    assert_same(before, formatted(before))


@pytest.mark.parametrize(
    "text",
    [
        "title: T\r\nwhen: 2023\r\nplace: x\r\n",
        "when: 2023\ntitle: |+\n  T\n\n\nplace: x\n",
        "when: 2023\nsummary: |\n  T",
        "when: 2023\nsummary: >-\n  T\n\n\ntitle: x",
        "{when: 2023, title: 12}\n",
        "? when\n: 2023\n? title\n: x\n",
        "when: 2023\ntitle: a\ntitle: b\nwat: x\n",
        "when: 2023\n'title': a\n\"place\": b\n",
        "when: 2023\ntitle: a\nevents:\n- when: 2023\n  title: a\n-\n  when: 2023\n  title: b\n- \n",
        "when: 2023\ntitle: a\nkey_points:\n  - - a\n    - b\n",
        "when: 2023\ntitle: T\nplace: a\u2028  b\n",
        "when: 2023\ntitle: ~\nplace: null\nbody:\n",
        "---\n# x\nwhen: 2023\ntitle: T\n...\n",
        "when: 2023\ntitle: een\n  twee\n  # los\nplace: y\n",
        "sessions:\n  - title: a\n    # los\n\n# van de titel\ntitle: T\nwhen: 2023\n",
    ],
)
def test_unusual_yaml_keeps_its_meaning(text: str) -> None:
    after = formatted(text)
    assert values_or_none(after) == values_or_none(text)
    assert remarks(after) == remarks(text)
    assert formatted(after) == after


def values_or_none(text: str) -> Any:
    return plain(read_agenda("x", text.encode()).agenda)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "title: T\nconsiderations:\n  # over politiek\n  political:\n    - a\n  general:\n    - b\n",
            "title: T\nconsiderations:\n  general:\n    - b\n  # over politiek\n  political:\n    - a\n",
        ),
        (
            "considerations:  # alles\n  # van wie\n\n  # geld\n  financial: [a]\n  political: [b]\ntitle: T\n",
            "title: T\nconsiderations:  # alles\n  # van wie\n\n  political: [b]\n  # geld\n  financial: [a]\n",
        ),
        (
            "when: 2031\nevents:\n  - title: a\n  # nog een\ntitle: T\n",
            "title: T\nwhen: 2031\nevents:\n  - title: a\n  # nog een\n",
        ),
        (
            "events:\n  - title: a\n    # plaats\n    place: x\n    when: 2031\n    # los\n  - title: b\ntitle: T\n",
            "title: T\nevents:\n  - title: a\n    when: 2031\n    # plaats\n    place: x\n    # los\n  - title: b\n",
        ),
    ],
)
def test_a_comment_stays_with_its_field(before: str, after: str) -> None:
    assert formatted(before) == after


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_are_kept(end: str) -> None:
    assert formatted(f"when: 2023{end}title: T{end}") == f"title: T{end}when: 2023{end}"


def test_a_file_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(Unreadable):
        formatted("title: a: b\n")


def _shuffled(text: str, chance: random.Random) -> str:
    """The top-level fields in another order, each with the lines up to the next field."""
    root = compose(text)
    starts = [key.start_mark.line for key, _ in root.value]
    lines = text.splitlines(keepends=True)
    parts = ["".join(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    chance.shuffle(parts)
    return "".join(lines[: starts[0]]) + "".join(parts)


def _with_comments(text: str, chance: random.Random) -> str:
    """The text with comments above some of the fields."""
    root = compose(text)
    starts = {key.start_mark.line for key, _ in root.value}
    lines = text.splitlines(keepends=True)
    made = []
    for number, line in enumerate(lines):
        if number in starts and chance.random() < 0.5:
            made += [chance.choice(["\n", "", "\n\n"]), f"# remark {number}\n", chance.choice(["\n", "", "#\n"])]
        made.append(line)
    return "".join(made)
