"""What property tests share: how many examples they try, and any text at all."""

import os

from hypothesis import strategies as st

_TIMES = int(os.environ.get("BRIEF_EXAMPLES", "1"))
IS_SEARCH = not {"BRIEF_EXAMPLES", "BRIEF_TEST_LEAKS"}.isdisjoint(os.environ)  # for what nobody has found yet


def examples(few: int) -> int:
    """This many in a run of the suite; with BRIEF_EXAMPLES=20 twenty times as many."""
    return few * _TIMES


def any_text(*, min_size: int = 0, max_size: int | None = None) -> st.SearchStrategy[str]:
    """What `st.text()` makes, without trying for seconds which characters can be encoded: all but halves of pairs."""
    return st.text(_ENCODABLE, min_size=min_size, max_size=max_size)


_ENCODABLE = st.characters(exclude_categories=["Cs"])
