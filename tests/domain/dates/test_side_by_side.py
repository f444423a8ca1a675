"""Dates beside each other do not change each other, as in a list or an agenda."""

from datetime import date
from itertools import permutations

import pytest

from briefcli.domain.dates.in_text import scan_dates

WRITTEN = date(2024, 5, 6)
CERTAIN = (
    "op 14 juni 2024 om 10.00 uur", "om 14.00 uur op 15 juni 2024", "17 juni 2024, 9 uur", "09:30 18 juni 2024",
    "donderdag 20 juni 2024", "van 9.00 tot 12.00 uur op vrijdag 21 juni 2024", "24 en 25 juni 2024",
    "30 juni – 2 juli 2024", "12-07-2024", "2024-07-15", "2024-07-16T10:00", "week 30 van 2024", "Q3 2024",
    "augustus 2024", "volgende maand", "at 10 a.m. on 4 September 2024",
    "om 15.00 uur in Parijs op 5 september 2024", "vrijdag de 14e van volgende maand", "1 oktober 2024 (10.00 uur)",
)  # fmt: skip


def read(text: str) -> list[tuple[str, bool]]:
    return [(each.when.text, each.certain) for each in scan_dates(text, WRITTEN)]


@pytest.mark.parametrize("between", ["\n", "; "])
def test_a_date_means_the_same_beside_another_one(between: str) -> None:
    alone = {each: read(each) for each in CERTAIN}
    for one, other in permutations(CERTAIN, 2):
        assert read(f"{one}{between}{other}") == [*alone[one], *alone[other]]
