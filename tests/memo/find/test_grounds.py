"""What a memo says that was left out of it."""

import pytest

from briefcli.memo.find.grounds import ground_of, only_says_what_is_left_out


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
def test_a_ground_must_be_one_of_the_law(text: str, ground: str | None) -> None:
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
def test_only_a_redaction_notice_without_details_may_be_shown(text: str, is_harmless: bool) -> None:
    assert only_says_what_is_left_out(text) is is_harmless
