"""Terms that count from a meeting or a debate."""

import pytest

from briefcli.domain.dates.terms import scan_terms
from briefcli.domain.due import parse_due
from briefcli.domain.findings import find


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("uiterlijk twee weken voor de vergadering", "2 weeks before meeting"),
        ("Uiterlijk 5 werkdagen vóór het commissiedebat", "5 workdays before debate"),
        ("binnen drie weken na de top", "3 weeks after meeting"),
        ("ten minste een maand voorafgaand aan de Raad", "1 month before meeting"),
    ],
)
def test_a_term_is_given_as_an_agenda_has_it(text: str, due: str) -> None:
    [found] = scan_terms(f"De brief komt {text}.")
    assert (found.text, found.due, found.when.text, found.certain) == (text, due, "unknown", False)
    assert parse_due(due).text == due
    assert find(text).dates[0].notation == due


@pytest.mark.parametrize(
    "text",
    ["binnen drie weken na ontvangst", "twee dagen na de top", "uiterlijk twee weken", "binnen 5 minuten na het debat"],
)
def test_what_counts_from_something_else_is_no_such_term(text: str) -> None:
    assert not list(scan_terms(text))
