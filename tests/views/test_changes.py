"""The words of `brief changes`."""

from datetime import date

from briefcli.official.news import News
from briefcli.render.screen import Screen
from briefcli.render.terminal import render_terminal
from briefcli.views.changes import changes_view


def test_a_commitment_is_met_and_a_deadline_is_done() -> None:
    news = [News(what="met", kind=kind, title="Dijken") for kind in ("commitment", "deadline")]
    screen = render_terminal(changes_view(news, date(2031, 3, 4), []), Screen(width=80))
    assert [line.split()[0] for line in screen.splitlines() if "Dijken" in line] == ["met", "done"]
