"""Letters, agendas and programmes as they are printed, and as they are copied from the pages of others."""

import pytest
from tests.memo.words import memo_of

from briefcli.domain.agenda import Agenda
from briefcli.domain.item import words_of
from briefcli.memo.importer import import_memo


def agenda_of(text: str) -> Agenda:
    return import_memo(memo_of(text)).agenda


LETTER = """\
29 999 Dijken

Nr. 12 BRIEF VAN DE MINISTER VAN WATER

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 7 juli 2031

{body}

De Minister van Water, J.P. Molen Dijkstra
"""


@pytest.mark.parametrize(
    "body",
    [
        "Hierover is gesproken met het\nMinisterie van Bruggen en met het\nkabinet, waarna met\n"
        "de minister van Bruggen en de minister van Sluizen over de\nkosten is gesproken.",
        "De Kamer vroeg dit aan\nde staatssecretaris van Water in het vorige\ndebat. Daarvoor gaat vanaf\n"
        "2032 EU geld naar de dijken.",
        "Internet en sociale media vragen om aandacht.",
    ],
)
def test_running_text_that_names_a_minister_or_a_ministry_stays_where_it_is(body: str) -> None:
    agenda = agenda_of(LETTER.format(body=body))
    assert [words_of(each) for each in agenda.summary] == [" ".join(body.split())]
    (paper,) = [each for each in agenda.documents if each.kind == "letter"]
    assert "De Minister van Water, J.P. Molen Dijkstra" in words_of(paper.note or "")
    assert not agenda.sessions


NOTA = "Nota\n\nAan: de Minister van Water\nDatum: 20 november 2030\nOnderwerp: Dijken\n\nAanleiding\nIets.\n\nKernpunten\n"


def test_a_year_with_eu_behind_it_in_a_memo_is_no_postal_code() -> None:
    agenda = agenda_of(NOTA + "Voor het plan is in het jaar\n2029 EU geld gevraagd, dat\nspoedig komt.\n")
    assert [words_of(each) for each in agenda.key_points] == [
        "Voor het plan is in het jaar 2029 EU geld gevraagd, dat spoedig komt."
    ]


def test_the_minister_may_sign_in_capitals() -> None:
    agenda = agenda_of(LETTER.format(body="Ik stuur u een rapport.\n\nDE MINISTER VAN BRUGGEN\n\nE. van Middelburg"))
    assert not agenda.withheld
    assert len(agenda.summary) == 1
