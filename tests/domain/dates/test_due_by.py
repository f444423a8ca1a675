"""Deadlines that a text states, such as “before” a date or “two weeks before the meeting”."""

from datetime import date

import pytest

from briefcli.domain.cited import find
from briefcli.domain.dates.due_by import due_by, scan_terms
from briefcli.domain.dates.in_text import scan_dates
from briefcli.domain.due import parse_due
from briefcli.domain.when import parse_when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("1 juli 2031", "../2031-07-01"),
        ("juli 2031", "../2031-07-01"),
        ("eind 2031", "../2032-01-01"),
        ("het einde van 2031", "../2032-01-01"),
        ("medio juni 2031", "../2031-06-15?"),
        ("de zomer van 2031", "../2031-07-01?"),
    ],
)
def test_before_part_of_a_period_is_not_before_the_period(text: str, when: str) -> None:
    words = f"Voor {text} volgt een brief."
    [found] = scan_dates(words, date(2031, 1, 5))
    assert due_by(words[: found.start], found) == parse_when(when)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("uiterlijk twee weken voor de vergadering", "2 weeks before meeting"),
        ("Uiterlijk 5 werkdagen vóór het commissiedebat", "5 workdays before debate"),
        ("binnen drie weken na de top", "3 weeks after meeting"),
        ("ten minste een maand voorafgaand aan de Raad", "1 month before meeting"),
        ("binnen een half jaar na de top", "6 months after meeting"),
        ("binnen tien werkbare dagen na het debat", "10 workdays after debate"),
        ("uiterlijk 5 wd voor de raad", "5 workdays before meeting"),
        ("binnen 10 werkdgn na het debat", "10 workdays after debate"),
        ("binnen 6 wkn na de top", "6 weeks after meeting"),
        ("uiterlijk 10 dagen voor de RBZ", "10 days before meeting"),
        ("binnen twee weken na het AO", "2 weeks after debate"),
        ("minimaal 2 mnd voor de top", "2 months before meeting"),
    ],
)
def test_a_term_is_given_in_the_notation_of_an_agenda(text: str, due: str) -> None:
    [found] = scan_terms(f"De brief komt {text}.")
    assert (found.text, found.due, found.when.text, found.certain) == (text, due, "unknown", False)
    assert parse_due(due).text == due
    assert find(text).dates[0].notation == due


@pytest.mark.parametrize(
    "text",
    [
        "binnen drie weken na ontvangst",
        "twee dagen na de top",
        "uiterlijk twee weken",
        "binnen 5 minuten na het debat",
        "binnen twee weken na de cd-presentatie",
    ],
)
def test_a_term_without_a_meeting_or_limit_is_ignored(text: str) -> None:
    assert not list(scan_terms(text))
