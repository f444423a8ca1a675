from datetime import date

import pytest

from briefcli.domain.when import parse_when
from briefcli.official.terms import term_in

MADE = date(2031, 6, 1)


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("voor eind 2031", "../2032-01-01"),
        ("vóór het einde van 2031", "../2032-01-01"),
        ("nog dit jaar", "../2032-01-01"),
        ("in september van dit jaar", "2031-09?"),
        ("in Q3 van dit jaar", "2031-07/2031-09?"),
        ("dit jaar in november", "2031-11?"),
        ("voor het najaar van dit jaar", "../2031-10-15?"),
        ("voor eind juni", "../2031-07-01?"),
        ("voor medio 2032", "../2032-07-01?"),
        ("voor half juli", "../2031-07-16?"),
        ("voor de zomer", "../2031-07-01?"),
        ("voor de zomer van 2032", "../2032-07-01?"),
        ("uiterlijk met kerst", "../2031-12-26?"),
        ("uiterlijk met Pasen", "2032-03-28?"),
        ("uiterlijk in de zomer", "../2031-10-01?"),
        ("voor het najaar van 2032", "../2032-10-15?"),
        ("voor Q4 2031", "../2031-10-01"),
        ("voor 2032", "../2032-01-01"),
        ("voor de start van 2032", "../2032-01-01"),
        ("tot 1 juli 2031", "../2031-07-01"),
        ("t/m 1 juli 2031", "2031-07-01"),
        ("uiterlijk eind 2031", "2031"),
        ("tussen 1 en 15 juli 2031", "2031-07-01/2031-07-15"),
        ("uiterlijk twee weken voor 1 juli 2031", "../2031-06-18"),
        ("voor de top in juni 2032", "../2032-06-01?"),
        ("voor de behandeling op 3 juli 2031", "../2031-07-03?"),
        ("twee weken voor de top in juli 2032", "../2032-06-18?"),
        ("voor de Eurogroep van 3 juli", "../2031-07-03?"),
        ("voor de hoorzitting op 3 juli 2031", "../2031-07-03?"),
        ("voor de verkiezingen in juni 2032", "../2032-06-01?"),
        ("een maand voor de start in juli 2032", "../2032-06-02?"),
        ("een plan voor de opvang in juli 2032", "2032-07?"),
        ("voor 3 juli 2031 om 12.00 uur", "2031-07-03T12:00"),
        ("niet later dan 1 juli 2031", "2031-07-01"),
        ("uiterlijk in het eerste kwartaal van 2032", "2032-01/2032-03"),
        ("halverwege 2032", "../2032-09-01?"),
        ("tot de zomer", "../2031-07-01?"),
        ("op 3 juli 2031, voor de zomer", "../2031-07-01?"),
        ("op 3 juli 2031", "2031-07-03?"),
        ("nadat per 1 januari 2032 de wet ingaat", "2032-01-01?"),
        ("voorafgaand aan het debat op 20 juni", "../2031-06-20?"),
        ("als het kabinet niet voor 1 juli 2031 besluit, voor 1 augustus 2031", "../2031-08-01"),
        ("als de Raad voor de zomer besluit, voor 1 november 2031", "../2031-11-01"),
        ("als het kabinet voor 1 juli 2031 besluit", "../2031-07-01?"),
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
        ("in de loop van 2032", "2032"),
        ("rond de zomer van 2032", "2032-06/2032-09?"),
        ("eerste helft 2032", "2032-01/2032-06?"),
        ("in het voorjaar", "../2031-07-01?"),
    ],
)
def test_the_term_of_a_commitment_is_read(words: str, when: str) -> None:
    assert term_in(f"De minister informeert de Kamer {words}.", MADE) == parse_when(when)


@pytest.mark.parametrize(
    "words",
    [
        "niet voor 1 juli",
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
def test_other_dates_and_periods_are_no_term(words: str) -> None:
    assert term_in(f"De minister informeert de Kamer {words}.", MADE) is None
