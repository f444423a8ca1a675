"""How Dutch texts are compared and sorted: accents, upper case, ij and prefixes of names such as “van den”."""

from hypothesis import given
from tests.examples import any_text

from briefcli.domain.composed import composed, dutch_order, folded, is_in


def test_accents_case_and_ligatures_are_ignored() -> None:
    assert folded("Café") == folded("CAFE\u0301") == "cafe"
    assert folded("ĲMUIDEN") == folded("IJmuiden") == folded("ĳmuiden") == "ijmuiden"
    assert folded("coördinatie") == "coordinatie"
    assert folded("be\u00adleid") == "beleid"
    assert is_in("andre", "Directie André")
    assert is_in("ĳz", "Van IJzeren")
    assert not is_in("x", "André")


def test_names_sort_as_in_a_dutch_list() -> None:
    names = [
        "Zijlstra",
        "van den Berg",
        "Éthiopie",
        "de Vries",
        "IJzerman",
        "bos",
        "'t Hooft",
        "Eerste Kamer",
        "d'Ancona",
    ]
    assert sorted(names, key=dutch_order) == [
        "d'Ancona", "van den Berg", "bos", "Eerste Kamer", "Éthiopie", "'t Hooft", "IJzerman", "de Vries", "Zijlstra",
    ]  # fmt: skip


@given(any_text())
def test_folding_is_idempotent(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(composed(text)) == folded(text)
