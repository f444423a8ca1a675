"""Tests by when something is due, as the words around a date say."""

from datetime import date

import pytest

from briefcli.domain.cited import find
from briefcli.domain.dates.due_by import before_date, due_in, scan_terms
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.due import parse_due
from briefcli.domain.when import parse_when

MADE = date(2031, 6, 1)


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("voor eind 2031", "../2032-01-01"),
        ("vóór het einde van 2031", "../2032-01-01"),
        ("nog dit jaar", "../2032-01-01"),
        ("voor eind juni", "../2031-07-01?"),
        ("voor medio 2032", "../2032-07-01?"),
        ("voor half juli", "../2031-07-16?"),
        ("voor de zomer", "../2031-07-01?"),
        ("voor de zomer van 2032", "../2032-07-01?"),
        ("voor het najaar van 2032", "../2032-10-15?"),
        ("voor Q4 2031", "../2031-10-01"),
        ("voor 2032", "../2032-01-01"),
        ("voor de start van 2032", "../2032-01-01"),
        ("tot 1 juli 2031", "../2031-07-01"),
        ("t/m 1 juli 2031", "2031-07-01"),
        ("uiterlijk eind 2031", "2031"),
        ("tussen 1 en 15 juli 2031", "2031-07-01/2031-07-15?"),
        ("uiterlijk twee weken voor 1 juli 2031", "../2031-06-18?"),
        ("voor de top in juni 2032", "../2032-06-01?"),
        ("voor de behandeling op 3 juli 2031", "../2031-07-03?"),
        ("op 3 juli 2031, voor de zomer", "../2031-07-01?"),
        ("op 3 juli 2031", "2031-07-03?"),
        ("nadat per 1 januari 2032 de wet ingaat", "2032-01-01?"),
        ("voorafgaand aan het debat op 20 juni", "../2031-06-20?"),
        ("voorafgaand aan 20 juni 2031", "../2031-06-20"),
        ("uiterlijk twee weken voor het debat van 3 juli", "../2031-06-20?"),
        ("vijf werkdagen voor het debat op 3 juli 2031", "../2031-06-27?"),
        ("binnen een half jaar", "../2031-12-02?"),
        ("binnen anderhalve maand", "../2031-07-14?"),
        ("binnen zes tot acht weken", "../2031-07-28?"),
        ("binnen 6 à 8 weken", "../2031-07-28?"),
        ("binnen tien werkdagen", "../2031-06-17?"),
        ("begin juli", "2031-07?"),
        ("in de week van 8 juli", "2031-W28?"),
        ("volgende week", "2031-W23?"),
        ("over drie weken", "2031-W25?"),
        ("morgen", "2031-06-02?"),
        ("medio 2032", "../2032-09-01?"),
        ("begin volgend jaar", "../2032-04-01?"),
        ("begin komend najaar", "../2032-01-01?"),
        ("in het voorjaar van 2032", "../2032-07-01?"),
        ("dit najaar", "../2032-01-01?"),
        ("in het najaar", "../2032-01-01?"),
        ("in de loop van 2032", "2032?"),
        ("rond de zomer van 2032", "2032-06/2032-09?"),
        ("eerste helft 2032", "2032-01/2032-06?"),
        ("in het voorjaar", "../2031-07-01?"),
    ],
)
def test_the_term_of_a_commitment(words: str, when: str) -> None:
    assert due_in(f"De minister informeert de Kamer {words}.", MADE) == parse_when(when)


@pytest.mark.parametrize(
    "words",
    [
        "niet voor 1 juli",
        "naar verwachting op 3 mei 2031",
        "niet voor het einde van het jaar",
        "niet voor het zomerreces",
        "uiterlijk twee weken voor 1 juni 2031",
        "niet eerder dan 1 juli",
        "vanaf 1 juli",
        "voor 1 juli 2030",
        "binnen zes tot acht weken na het advies",
        "twee weken voor het debat van 8 juni",
        "over de brief van begin mei",
        "",
    ],
)
def test_what_is_no_term(words: str) -> None:
    assert due_in(f"De minister informeert de Kamer {words}.", MADE) is None


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
def test_before_a_part_of_a_period_is_not_before_the_whole(text: str, when: str) -> None:
    [found] = scan_dates(f"Voor {text} volgt een brief.", date(2031, 1, 5))
    assert before_date(found) == parse_when(when)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("uiterlijk twee weken voor de vergadering", "2 weeks before meeting"),
        ("Uiterlijk 5 werkdagen vóór het commissiedebat", "5 workdays before debate"),
        ("binnen drie weken na de top", "3 weeks after meeting"),
        ("ten minste een maand voorafgaand aan de Raad", "1 month before meeting"),
        ("binnen een half jaar na de top", "6 months after meeting"),
        ("binnen tien werkbare dagen na het debat", "10 workdays after debate"),
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
