"""When a session of the States General runs, and whether a paper's date fits the session it is cited with."""

from datetime import date, timedelta
from typing import Final

from briefcli.domain.when import When

# A letter is printed after it is sent, sometimes weeks later and then in the next session.
_SLACK: Final = timedelta(weeks=6)


def opening_day(year: int) -> date:
    """The third Tuesday of September, on which the session opens (Grondwet, article 65)."""
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def fits_session(when: When, session: str) -> bool:
    """Whether a date can be that of a paper of the session (`20222023`), give or take six weeks.

    True as well where the date is not known well enough to tell.
    """
    year = int(session[:4])
    opens, closes = opening_day(year) - _SLACK, opening_day(year + 1) + _SLACK
    return (when.last is None or when.last >= opens) and (when.first is None or when.first <= closes)
