"""The id that is suggested for a new meeting: short enough for a table, and cut between words."""

import pytest

from briefcli.domain.file_names import LONGEST_ID, suggested_name


@pytest.mark.parametrize(
    ("words", "month", "name"),
    [
        ("dmm", "2031-06", "dmm-2031-06"),
        ("dmm", "2031-W06", "dmm-2031-W06"),
        ("dmm", "", "dmm"),
        ("raad-buitenlandse-zaken-defensie", "2031-06", "raad-2031-06"),
        ("overleg-over-de-begroting", "2031-06", "overleg-over-de-2031-06"),
        ("zorgverzekeringswetgeving", "2031-06", "zorgverzekerings-2031-06"),
    ],
)
def test_it_is_cut_between_words(words: str, month: str, name: str) -> None:
    assert suggested_name(words, month) == name
    assert len(name) <= LONGEST_ID
