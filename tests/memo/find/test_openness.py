"""What a memo keeps from the public is kept from it in every field of the agenda, however it is marked."""

import pytest
from tests.memo.words import memo_of

from briefcli.domain.agenda import Agenda, plain
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.find.openness import ground_of, only_says_what_is_left_out
from briefcli.memo.imported import Imported
from briefcli.memo.importer import import_memo
from briefcli.memo.layout.persons import tells_of_officials

WITHHELD = "Informatie die niet openbaar gemaakt kan worden"


def import_memo_text(text: str) -> Imported:
    return import_memo(memo_of(text))


def memo(body: str) -> Imported:
    return import_memo_text(
        "Aan: de minister\nDatum: 14 maart 2025\n\nNota over de Raad\n\nAanleiding\nDe Raad komt bijeen.\n\n"
        f"Geadviseerd besluit\nAkkoord.\n\n{body}\n"
    )


def public(agenda: Agenda) -> str:
    return repr(plain(redact(lifted(agenda))))


SECRETS = {
    "a promise": (f"{WITHHELD}\n- U heeft op 5 maart 2025 toegezegd dat Nederland SECRET levert.", "SECRET"),
    "a paper": (f"{WITHHELD}\n- De motie-Jansen (36 045, nr. 777) wordt afgedaan.", "777"),
    "a sentence that is left out": (f"{WITHHELD}\nNederland wil SECRET. Dit wordt gelakt.", "SECRET"),
    "names": (f"{WITHHELD}\n- De namen van de heren SECRET en Klaassen zijn verwijderd.", "SECRET"),
    "a reason in free words": (f"{WITHHELD}\n- Dit wordt niet genoemd omdat SECRET dan het veto inzet.", "SECRET"),
    "a numbered part of it": (f"5. {WITHHELD}\n5.1 Toelichting\nHet is SECRET.", "SECRET"),
    "a heading below it": (f"{WITHHELD}\n\nPolitieke context\nHet is SECRET.", "SECRET"),
    "a mark in front": ("Kernpunten\n- NIET OPENBAAR: de ondergrens is SECRET.", "SECRET"),
    "a mark in brackets": ("Kernpunten\n- (vertrouwelijk) SECRET zal tegenstemmen.", "SECRET"),
    "a mark behind": ("Kernpunten\n- SECRET zal tegenstemmen. [NIET OPENBAAR]", "SECRET"),
    "a marked figure": ("Kernpunten\n- NIET OPENBAAR: de ondergrens is 777 miljoen euro.", "777"),
    "a marked heading": ("Juridische overwegingen (niet openbaar)\nDe advocaat zegt SECRET.", "SECRET"),
    "a mark as heading": ("VERTROUWELIJK – NIET VOOR PUBLICATIE\nHet is SECRET.", "SECRET"),
    "a part that is named": (f"Krachtenveld\nSECRET is boos.\n\n{WITHHELD}\nDe kop Krachtenveld is gelakt.", "SECRET"),
    "a part by number": (f"4.1 Krachtenveld\nSECRET is boos.\n\n5. {WITHHELD}\nParagraaf 4.1 is gelakt.", "SECRET"),
    "an annex": ("Bijlagen\n1. Brief\n2. Vertrouwelijk advies over SECRET (niet openbaar)", "SECRET"),
}  # fmt: skip


@pytest.mark.parametrize("name", SECRETS)
def test_it_is_in_the_agenda_but_not_in_its_public_version(name: str) -> None:
    body, secret = SECRETS[name]
    agenda = memo(body).agenda
    assert secret in repr(plain(agenda))
    assert secret not in public(agenda)


def test_the_next_heading_of_its_own_level_is_public_again() -> None:
    found = memo(f"5. {WITHHELD}\nGeheim.\n\n6. Kernpunten\nOPEN.")
    assert "OPEN" in public(found.agenda)
    found = memo("Juridische overwegingen (niet openbaar)\nGeheim.\n\nCommunicatie\nOPEN.")
    assert "OPEN" in public(found.agenda)


def test_whatever_is_withheld_or_shown_of_it_is_to_be_checked() -> None:
    found = memo(f"{WITHHELD}\n- De persoonsgegevens zijn gelakt.\n- Iets anders.\n- De bijlage is niet toegevoegd.")
    assert {"withheld[0]", "withheld[1]", "withheld[2]"} <= {each.field for each in found.checks}
    assert any("another place" in each.message for each in found.checks)


def test_who_wrote_it_is_not_public() -> None:
    found = import_memo_text(
        "Aan: de minister\nContactpersoon: A. Bakker; T 06 1234 5678\nDatum: 14 maart 2025\n\nNota over de Raad\n\n"
        "Aanleiding\nDe Raad komt bijeen.\n\nGeadviseerd besluit\nAkkoord.\n"
    )
    assert "Bakker" in repr(plain(found.agenda))
    assert "Bakker" not in public(found.agenda)


@pytest.mark.parametrize("text", ["J. de Vries (tst. 4412)", "a.bakker@minjenv.nl", "T 070-1234567", "Steller: X"])
def test_what_tells_of_officials(text: str) -> None:
    assert tells_of_officials(text)


@pytest.mark.parametrize("text", ["Aan: de minister", "Kenmerk: BZ2514987", "Datum: 14 maart 2025"])
def test_what_is_not_personal(text: str) -> None:
    assert not tells_of_officials(text)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("vanwege de bescherming van de persoonlijke levenssfeer.", "de bescherming van de persoonlijke levenssfeer"),
        ("gelakt op grond van artikel 5.1 lid 2 sub a Woo.", "artikel 5.1 lid 2 sub a Woo"),
        ("op grond van artikel 5.1, tweede lid, onder e, van de Woo.", "artikel 5.1, tweede lid, onder e, van de Woo"),
        ("gelakt wegens bedrijfs- en fabricagegegevens", "bedrijfs- en fabricagegegevens"),
        ("gelakt omdat Hongarije dan zijn veto inzet", None),
        ("gelakt.", None),
    ],
)  # fmt: skip
def test_a_ground_is_one_of_the_law_and_no_free_words(text: str, ground: str | None) -> None:
    assert ground_of(text) == ground


@pytest.mark.parametrize(
    ("text", "is_harmless"),
    [
        ("In de openbaar gemaakte versie van de nota zijn alle persoonsgegevens van ambtenaren geanonimiseerd.", True),
        ("De gegevens van steller zijn gelakt op grond van de Woo.", True),
        ("De naam van Pietersen is gelakt.", False),
        ("Een bedrag van 3 miljoen is gelakt.", False),
        ("Dit is gelakt. De ondergrens is laag.", False),
        ("", False),
    ],
)  # fmt: skip
def test_only_what_names_nothing_may_be_shown(text: str, is_harmless: bool) -> None:
    assert only_says_what_is_left_out(text) is is_harmless
