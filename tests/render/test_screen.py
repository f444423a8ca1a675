import pytest

from briefcli.render.screen import Screen, screen_of

KITTY = {"TERM": "xterm-kitty"}
XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environ", "terminal", "color"),
    [
        (XTERM, 80, True),
        (XTERM, None, False),
        ({}, 80, True),
        ({"TERM": "dumb"}, 80, False),
        ({"TERM": "unknown"}, 80, False),
        (XTERM | {"NO_COLOR": "1"}, 80, False),
        (XTERM | {"NO_COLOR": ""}, 80, True),
        (XTERM | {"FORCE_COLOR": "1"}, None, True),
        (XTERM | {"FORCE_COLOR": ""}, None, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, None, True),
        (XTERM | {"FORCE_COLOR": "1", "NO_COLOR": "1"}, None, False),
        (XTERM | {"FORCE_COLOR": "1", "NO_COLOR": "1"}, 80, False),
    ],
)
def test_colours_depend_on_the_terminal(environ: dict[str, str], terminal: int | None, color: bool) -> None:
    assert screen_of(environ, terminal_width=terminal, urls=False).color is color


@pytest.mark.parametrize(
    ("environ", "terminal", "width"),
    [
        ({}, None, None),
        ({}, 80, 80),
        ({"COLUMNS": "120"}, 80, 120),
        ({"COLUMNS": "120"}, None, 120),
        ({"COLUMNS": "0"}, 80, 80),
        ({"COLUMNS": ""}, 80, 80),
        ({"COLUMNS": "-5"}, 80, 80),
        ({"COLUMNS": "wide"}, None, None),
        ({"COLUMNS": "²"}, None, None),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, None, None),
    ],
)
def test_columns_overrides_the_terminal_width(environ: dict[str, str], terminal: int | None, width: int | None) -> None:
    assert screen_of(environ, terminal_width=terminal, urls=False).width == width


@pytest.mark.parametrize(
    ("environ", "links"),
    [
        (XTERM, False),
        (KITTY, True),
        (XTERM | {"TERM_PROGRAM": "iTerm.app"}, True),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, False),
        (XTERM | {"VTE_VERSION": "6800"}, True),
        (XTERM | {"VTE_VERSION": "4999"}, False),
        (XTERM | {"VTE_VERSION": "nonsense"}, False),
        (XTERM | {"WT_SESSION": "a"}, True),
        (XTERM | {"KONSOLE_VERSION": "220401"}, True),
        ({"TERM": "tmux-256color", "VTE_VERSION": "6800"}, False),
        ({"TERM": "screen", "TERM_PROGRAM": "iTerm.app"}, False),
        ({"TERM": "tmux-256color", "FORCE_HYPERLINK": "1"}, True),
        (KITTY | {"FORCE_HYPERLINK": "0"}, False),
        (KITTY | {"FORCE_HYPERLINK": ""}, False),
        ({"TERM": "dumb", "VTE_VERSION": "6800"}, False),
        (KITTY | {"NO_COLOR": "1"}, True),
    ],
)
def test_links_need_a_terminal_that_supports_them(environ: dict[str, str], links: bool) -> None:
    assert screen_of(environ, terminal_width=80, urls=False).links is links
    assert screen_of(environ, terminal_width=None, urls=False).links is False


@pytest.mark.parametrize(
    ("screen", "shown"),
    [
        (Screen(), True),
        (Screen(width=119), False),
        (Screen(width=120), True),
        (Screen(width=200, links=True), False),
        (Screen(width=80, urls=True), True),
        (Screen(width=80, links=True, urls=True), True),
    ],
)
def test_addresses_are_written_out_if_there_is_room_and_no_link(screen: Screen, shown: bool) -> None:
    assert screen.shows_urls is shown


def test_addresses_are_written_out_when_asked_for() -> None:
    assert screen_of({}, terminal_width=40, urls=True).urls is True
