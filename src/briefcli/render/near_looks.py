"""How near a date is, as a screen shows it: a mark and a colour, which the user may choose."""

from collections.abc import Mapping

from briefcli.config import COLOUR_OF, MARK_OF
from briefcli.views.view import Nearness

_chosen: dict[str, str] = {}


def choose_looks(environ: Mapping[str, str]) -> None:
    """From now on these marks and colours hold, where they are right. One process has one look."""
    _chosen.clear()
    for each in (*COLOUR_OF, *MARK_OF):
        text = environ.get(each.variable, "")
        if text and each.mistake_in(text) is None:
            _chosen[each.variable] = text


def colour(near: Nearness) -> str:
    """A style of Rich, in the sixteen colours of the terminal's own theme: light and dark both stay readable."""
    setting = COLOUR_OF[near]
    return _chosen.get(setting.variable, setting.default)


def mark(near: Nearness) -> str:
    """One character, one column wide."""
    setting = MARK_OF[near]
    return _chosen.get(setting.variable, setting.default)
