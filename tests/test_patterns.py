"""Patterns made of phrases."""

import re

from briefcli.patterns import any_of


def test_any_of_the_phrases_is_found_across_a_line_break() -> None:
    pattern = any_of(
        """
        naar verwachting|in principe
        onder voorbehoud(?: van)?
        """,
        gap=r"\s+",
    )
    assert [re.fullmatch(pattern, each) is not None for each in ("in\n principe", "onder voorbehoud van", "in")] == [
        True,
        True,
        False,
    ]
