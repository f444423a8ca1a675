"""The references and dates of a text, without dates that are part of a reference."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefcli.domain.citations.reference import Reference
from briefcli.domain.cited import find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Staatscourant van 5 juli 2024, nr. 21380", ["stcrt-2024-21380"]),
        ("op 5 juli 2024 in Stcrt. 2024, 21380", ["2024-07-05", "stcrt-2024-21380"]),
        ("Kamerstuk 28 676, nr. 427 van 9 maart 2023", ["kst-28676-427", "2023-03-09"]),
        ("Kamerstuk 28 676, nr. 4 en 5 mei 2023", ["kst-28676-4", "2023-05-05"]),
        ("Kamerstukken II 2022/23, 36 200 X, nr. 5", ["kst-36200-X-5"]),
        ("Richtlijn 2014/65/EU en COM(2022) 546", ["32014L0065", "COM(2022)546"]),
        ("TZ202305-123", ["TZ202305-123"]),
    ],
)
def test_references_and_dates_are_found_once_and_in_text_order(text: str, found: list[str]) -> None:
    read = [each.canonical if isinstance(each, Reference) else each.when.text for each in find(text).in_order]
    assert read == found


PIECES = st.sampled_from([
    "Kamerstuk ", "28 676", ", nr. ", "427", " van ", "9 maart 2023", "Stcrt. ", "2024", ", ", "5 juli ", "nr. 21380",
    "Handelingen II 2012/13, ", "item 15", " en ", "-", "/", "(", ")", "p. 3", "15 juni", "2023Z12345", "\n", "1",
])  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join), st.none() | st.just(date(2023, 6, 5)))
def test_no_date_lies_within_a_reference(text: str, written: date | None) -> None:
    found = find(text, written)
    for mention in found.dates:
        for reference in found.references:
            assert not (reference.start <= mention.start and mention.end <= reference.end)
