"""Shared by property tests: the number of examples, and a strategy for any text."""

import os

from hypothesis import strategies as st

_TIMES = int(os.environ.get("BRIEF_EXAMPLES", "1"))
IS_SEARCH = not {"BRIEF_EXAMPLES", "BRIEF_TEST_LEAKS"}.isdisjoint(os.environ)  # random examples, to find new faults


def examples(few: int) -> int:
    """The number of examples in a run of the suite. BRIEF_EXAMPLES=20 multiplies it by twenty."""
    return few * _TIMES


def any_text(*, min_size: int = 0, max_size: int | None = None) -> st.SearchStrategy[str]:
    """Like `st.text()`, with all characters but surrogates. Hypothesis itself needs seconds to find those."""
    return st.text(_ENCODABLE, min_size=min_size, max_size=max_size)


_ENCODABLE = st.characters(exclude_categories=["Cs"])
