"""Where a mark as memos have them may stand in a text, and in which words: it withholds, and other words are public."""

import time

import pytest
from tests.marks import APART, IN_MEMOS

from briefcli.domain.marks_apart import stands_apart
from briefcli.reading.mark_words import holds_mark


@pytest.mark.parametrize("mark", IN_MEMOS)
@pytest.mark.parametrize("place", APART)
def test_a_mark_that_stands_apart_withholds_the_text(mark: str, place: str) -> None:
    assert holds_mark(place.format("De inzet volgt", mark))
    assert holds_mark(mark)


@pytest.mark.parametrize(
    "text",
    [
        "De inzet volgt, niet openbaar", "De inzet volgt, vertrouwelijk.", "De inzet volgt / vertrouwelijk",
        "De inzet volgt | geheim", "De inzet volgt #vertrouwelijk", "De inzet volgt VERTROUWELIJK",
        "De inzet volgt STRIKT GEHEIM", "VERTROUWELIJK de inzet volgt", "NIET OPENBAAR EU steunt dit",
        "Vertrouwelijk, de inzet volgt", "De inzet volgt (bedrijfsvertrouwelijke gegevens)",
        "[De inzet volgt: niet noemen]", "(NR) Allies agree",
        "(NC) Allies agree", "De inzet volgt (vertrouwelijk, want in onderhandeling)", "--- vertrouwelijk ---",
    ],
)  # fmt: skip
def test_a_mark_behind_a_comma_or_slash_or_in_capitals_withholds_the_text(text: str) -> None:
    assert holds_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "De stukken zijn vertrouwelijk ter inzage gelegd.", "Onderwerpen: sancties, visa, embargo",
        "Onderwerpen: sancties; embargo; visa", "Interne markt: voortgang", "Gerubriceerde informatie: akkoord",
        "De nota wordt op 12 juni openbaar gemaakt.", "Tot 12 juni kan de Kamer inbreng leveren.",
        "Niet naar aanleiding van de motie", "Niet in alle gevallen", "Alleen voor landen buiten de EU",
        "Politiek gevoelig dossier", "Koersgevoelige informatie moet worden gemeld", "GEHEIME DIENSTEN",
        "Beperkte verspreiding van kernwapens", "Woordvoeringslijn volgt", "Woo-verzoek over stikstof",
        "Artikel 5.2 van het wetsvoorstel", "(artikel 5.1, tweede lid, onder a, van de Wet dieren)",
        "Vertrouwen in de rechtsstaat", "Secretaris-generaal", "Dit vergt overleg met de Kamer en de pers.",
        "Rapport van Chatham House", "De spoorwegen (NS) rijden", "Het wapenembargo, deels opgeheven",
        "Verlenging van het embargo (tot 1 juni)", "Conferentie in Wenen", "ZWARTE ZEE en omgeving",
        "Is de informatie openbaar?", "Wordt openbaar op Prinsjesdag", "Onder embargo vallen ook onderdelen",
        "Directie DV", "De minister zegt, nee", "Het terrein is niet openbaar toegankelijk.",
    ],
)  # fmt: skip
def test_words_that_only_speak_of_such_things_are_public(text: str) -> None:
    assert not holds_mark(text)


def test_a_long_text_of_signs_and_numbers_takes_no_time() -> None:
    for text in (
        "1." * 60,
        "Dit is " + "12.06.2031 " * 8,
        "vertrouwelijk " * 7 + "x",
        "NIET " * 2_000 + "a",
        "(" * 20_000,
        "Vertrouwelijk. Dit is een zin. " * 300 + ")",
        "niet openbaar JK 12 " * 300 + "a",
    ):
        began = time.process_time()
        stands_apart(text)
        holds_mark(text)
        assert time.process_time() - began < 0.5, text[:20]  # each takes some thousandths
