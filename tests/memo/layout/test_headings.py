"""Headings in every variant seen, and lines that only look like one."""

import pytest
from tests.conftest import SHARED

from briefcli.memo.layout.headings import HEADINGS, Part, heading_of, split_heading


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (" Aanleiding ", Part.REASON),
        ("1. Aanleiding", Part.REASON),
        ("1 AANLEIDING:", Part.REASON),
        ("A anleiding", Part.REASON),
        ("4.1. Politieke context", Part.POLITICAL),
        ("II. Toelichting", Part.EXPLANATION),
        ("5. Financiële, juridische en uitvoeringsaspecten", Part.FINANCIAL),
        ("Budgettaire gevolgen:", Part.FINANCIAL),
        ("Financiële en personele gevolgen", Part.FINANCIAL),
        ("Politieke en bestuurlijke context", Part.POLITICAL),
        ("Uitvoerings- en handhavingsaspecten", Part.IMPLEMENTATION),
    ],
)
def test_a_heading_is_known_in_every_variant(line: str, part: Part) -> None:
    found = heading_of(line)
    assert found is not None
    assert found.part is part


@pytest.mark.parametrize(
    "line",
    ["Aanleiding.", "De aanleiding", "Kernwapens", "1. In te stemmen", "", "12", "financiële en juridische gevolgen",
     "Financiële gevolgen zijn er niet", "Gevolgen", "Politieke partijen vrezen de gevolgen", "Personele gevolgen"],
)  # fmt: skip
def test_other_lines_are_no_heading(line: str) -> None:
    assert heading_of(line) is None


@pytest.mark.parametrize(
    ("line", "part", "rest"),
    [
        ("2 Geadviseerd besluit © Kennis te nemen; © Te tekenen.", Part.DECISION, "© Kennis te nemen; © Te tekenen."),
        ("1. Aanleiding: Op 3 maart vergadert de Raad.", Part.REASON, "Op 3 maart vergadert de Raad."),
        ("Kernpunten De dijk houdt.", Part.KEY_POINTS, "De dijk houdt."),
        ("Financiële en juridische aspecten: geen.", Part.FINANCIAL, "geen."),
    ],
)
def test_text_after_a_heading_is_kept(line: str, part: Part, rest: str) -> None:
    found = split_heading(line)
    assert found is not None
    assert (found[0].part, found[1]) == (part, rest)


@pytest.mark.parametrize(
    "line", ["Communicatie Rijk levert de tekst.", "Kernpunten zijn dit niet.", "Advies van de Raad"]
)
def test_a_sentence_that_starts_like_a_heading_is_no_heading(line: str) -> None:
    assert split_heading(line) is None


def test_every_variant_is_recognised_as_its_own_heading() -> None:
    for heading in HEADINGS:
        for variant in heading.variants:
            assert heading_of(variant) is heading, variant


def test_every_section_heading_seen_in_real_memos_is_known() -> None:
    table = SHARED / "facts" / "memo_headings.tsv"
    if not table.is_file():
        pytest.skip("the table of real headings is not at hand")
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    for variant, canonical, _, _ in rows:
        if not canonical.startswith(("meta", "noise")):
            assert heading_of(variant) or split_heading(variant), variant


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("Aanleiding/doel", "Aanleiding"),
        ("2. Kern en toelichting", "Kern"),
        ("Communicatie & Uitvoering:", "Communicatie"),
        ("DOEL, CONTEXT", "Doel"),
        ("Aanleiding en de rest", "De rest"),
    ],
)
def test_a_heading_of_two_usual_ones_opens_the_part_of_the_first(line: str, first: str) -> None:
    assert heading_of(line) is heading_of(first)
