"""Dutch words in due dates, kinds and statuses are read, and `fmt` writes the English ones."""

import pytest

from briefcli.domain.due import parse_due
from briefcli.reading.reader import read_agenda
from briefcli.writing.formatting import formatted

DUTCH = """\
title: Overleg
kind: debat
when: 2023-06-15
status: gepland
events:
  - title: Debat
    kind: debat
    when: 2023-06-08
deadlines:
  - title: Lijnen
    due: 5 werkdagen voor vergadering  # zoals altijd
  - title: Nota
    due: voor debat
commitments:
  - title: Rapport
    kind: motie
    status: vervallen
"""
ENGLISH = (
    DUTCH.replace("gepland", "planned")
    .replace("kind: debat", "kind: debate")
    .replace("5 werkdagen voor vergadering", "5 workdays before meeting")
    .replace("voor debat", "before debat")
    .replace("motie", "motion")
    .replace("vervallen", "dropped")
)


def test_the_agenda_is_the_same_in_both_languages() -> None:
    reading = read_agenda("x.yaml", DUTCH.encode())
    assert reading.diagnostics == []
    assert reading.agenda == read_agenda("x.yaml", ENGLISH.encode()).agenda


def test_fmt_writes_english_words_and_keeps_the_comments() -> None:
    assert formatted(DUTCH) == ENGLISH


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("10 dagen na de vergadering", "10 days after meeting"),
        ("1 werkdag voor debat", "1 workday before debat"),
        ("de vrijdag voor vergadering", "the Friday before meeting"),
        ("2 weken vóór bijeenkomst", "2 weeks before meeting"),
    ],
)
def test_due_dates_may_be_counted_in_dutch(dutch: str, english: str) -> None:
    assert parse_due(dutch) == parse_due(english)


def test_an_id_wins_over_a_dutch_kind() -> None:
    text = "title: T\nwhen: 2023-06-15\nevents:\n  - {title: A, kind: debate}\n  - {title: B, id: debat}\n"
    assert read_agenda("x.yaml", text.encode()).diagnostics == []
