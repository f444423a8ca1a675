"""Every phrase in the list of marks works in every place, so adding a phrase needs no other change."""

import time
from collections.abc import Callable, Iterator
from itertools import product

import pytest
from tests.memo.words import memo_of

from briefcli.domain.agenda import plain
from briefcli.domain.mark_phrases import BESIDE, PHRASES, Kind
from briefcli.domain.marks import is_mark_alone, is_marked
from briefcli.domain.marks_apart import is_mark
from briefcli.domain.redaction import lifted, redact
from briefcli.domain.woo_grounds import unknown_ground
from briefcli.memo.importer import import_memo
from briefcli.reading.mark_words import holds_mark

PLACES = (
    "{}", "{}.", "“{}”", "De inzet volgt ({})", "[{}] De inzet volgt", "{}: de inzet volgt", "De inzet volgt. {}",
    "De inzet volgt – {}", "De inzet volgt\n{}", "{} (JK 12/3)", "{} – de inzet volgt", "Graag {}",
)  # fmt: skip

TURNS: tuple[Callable[[str], str], ...] = (str.lower, str.upper, str.capitalize)


def _written(phrase: str) -> Iterator[str]:
    """The phrase as people write it, once for each alternative of its first word, without its optional words."""
    first, *others = phrase.replace("~", " ~").split(" ")
    rest = [
        word.partition("/")[0].replace("_", " ").replace("bij *", "bij openbaarmaking")
        for word in others
        if not word.startswith("...") and not word.endswith("?")
    ]
    for word in first.split("/"):
        yield " ".join([word, *rest]).replace(" ~", "-").replace(" *", " publicatie").replace("*", "").replace("_", " ")


WRITTEN = {kind: [each for phrase in PHRASES[kind] for each in _written(phrase)] for kind in PHRASES}
MARKS = [each for kind in PHRASES if kind not in {Kind.TITLE, Kind.ELSE} for each in WRITTEN[kind]]


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_withholds_in_every_place(mark: str) -> None:
    assert is_mark(mark)
    for place, turn in product(PLACES, TURNS):
        if mark in {"embargo", "n. openb", "n.openb"} and "JK" in place:
            continue  # these marks may be about the note that follows
        assert holds_mark(place.format(turn(mark))), (place, turn)


@pytest.mark.parametrize("form", ["De Zilverreiger ({}).", "{}: het bod is Zilverreiger.", "[{}] Zilverreiger."])
@pytest.mark.parametrize("part", range(4))
def test_every_mark_withholds_in_an_imported_memo(form: str, part: int) -> None:
    marks = MARKS[part::4]
    turn = str.upper if form.startswith("[") else str.capitalize if form.startswith("{") else str
    points = [f"- {form.format(turn(mark))}\n- Dit is open, {number:03}.\n" for number, mark in enumerate(marks)]
    text = (
        "TER BESLISSING\nAan: MinXYZ\nDatum\n3 maart 2031\n\nKamerbrief over de dijken\n\nAanleiding\nDe Kamer vroeg "
        f"om een brief.\n\nKernpunten\n{''.join(points)}"
    )
    shown = repr(plain(redact(lifted(import_memo(memo_of(text)).agenda))))
    assert "Zilverreiger" not in shown
    assert [number for number in range(len(marks)) if f"Dit is open, {number:03}" not in shown] == []


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_is_recognised_on_its_own(mark: str) -> None:
    assert is_mark_alone(mark.upper())


@pytest.mark.parametrize(
    "mark", [each for kind in (Kind.LABEL, Kind.STRONG, Kind.FRONT, Kind.ORDER) for each in WRITTEN[kind]]
)
def test_a_strong_mark_counts_after_the_last_comma(mark: str) -> None:
    assert holds_mark(f"De inzet volgt, {mark}")
    assert is_marked(f"De inzet volgt, {mark}")


@pytest.mark.parametrize("word", [each for phrase in BESIDE for each in _written(phrase)])
def test_a_word_that_accompanies_a_mark_is_no_mark_by_itself(word: str) -> None:
    assert not holds_mark(word)
    assert is_mark(f"vertrouwelijk {word}")


@pytest.mark.parametrize(
    ("ground", "wrong"),
    [
        ("Woo 5.1.2z", "5.1.2z"), ("Woo 5.1, lid 9", "5.1, lid 9"), ("5.1(2)(k)", "5.1(2)(k)"), ("5.2.5", "5.2.5"),
        ("art. 5.1, negende lid", "5.1, negende lid"), ("5.1.2.e en 5.1.2.k", "5.1.2.k"), ("Woo 5.1.1f", "5.1.1f"),
        ("Woo 5.1.2e", None), ("Woo, art. 5.1, tweede lid, aanhef en onder e", None), ("5.1.5", None), ("5.2.1", None),
        ("Woo 5.1(2)(e)", None), ("Woo 5.1.2e JK 12/3", None), ("Dep.V.", None), ("Woo 5.2", None),
    ],
)  # fmt: skip
def test_a_ground_missing_from_the_law_is_recognised(ground: str, wrong: str | None) -> None:
    assert unknown_ground(ground) == wrong


PUBLIC = (
    "Vertrouwelijkheid van gegevens is geregeld in artikel 5", "Het wapenembargo tegen Rusland wordt verlengd",
    "De inlichtingendiensten werken samen met partners", "De procedures voor EU Restricted gelden in alle lidstaten",
    "De Wet open overheid verplicht tot actieve openbaarmaking", "Openbaarmaking van de stukken volgt in mei",
    "De Kamer vraagt om publicatie van het onderzoek", "Open data zijn vrij te gebruiken",
    "Geheime diensten vallen onder de Wiv", "Een geheimhoudingsplicht voor leden wordt voorgesteld",
    "Interne markt: voortgang van de dienstenrichtlijn", "Embargo op olie", "Dat is geen geheim",
    "De vertrouwelijke sessie van de Raad", "Secretaris-generaal", "Confidential computing wordt onderzocht",
    "Publiek-private samenwerking: steun", "De toegang tot het terrein is beperkt", "Gerubriceerde informatie: akkoord",
    "Het verslag wordt openbaar", "Niet alle lidstaten steunen dit", "Alleen voor landen buiten de EU",
    "Sancties, embargo's en visa", "Persoonsgegevens worden beschermd door de AVG", "Privacy, veiligheid, embargo",
    "De minister zegt: dat is openbaar", "Toezicht op de markt, intern en extern", "Woo-verzoek over stikstof",
    "Artikel 5.1, tweede lid, onder a, van de Wet dieren", "Op grond van Woo 5.1 mag informatie worden geweigerd",
    "EMBARGO OP OLIE", "INTERNE MARKT: VOORTGANG", "Beperkte verspreiding van kernwapens",
)  # fmt: skip


@pytest.mark.parametrize("text", PUBLIC)
def test_ordinary_sentences_about_secrecy_are_public(text: str) -> None:
    assert not holds_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "A", "1", "[", "(", ",", "niet ", "tot en ", "vertrouwelijk ", "NIET OPENBAAR ", "# ", "*", "* a ", "_", "`",
        "~", "<b>", "5.1 ", "art. ", "a b ", "  ", "NR ", "a, ", "(a ", "geheim: ", "~~a ", "5.1.2 en ", "\t", "a_b",
        "\ufffd", "´\ufffd ",
    ],
)  # fmt: skip
def test_checking_a_long_text_is_fast(text: str) -> None:
    began = time.process_time()
    holds_mark(text * (10_000 // len(text)))
    is_marked(text * (10_000 // len(text)))
    assert time.process_time() - began < 0.15
