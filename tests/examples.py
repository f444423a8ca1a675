"""How many examples a property test tries."""

import os

_TIMES = int(os.environ.get("BRIEF_EXAMPLES", "1"))


def examples(few: int) -> int:
    """This many in a run of the suite; with BRIEF_EXAMPLES=20 twenty times as many."""
    return few * _TIMES
