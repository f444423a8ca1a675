"""What the screen can do, read from the environment that is passed in."""

from collections.abc import Mapping

import msgspec

from briefcli.config import COLOR_OFF, COLOR_ON, COLOURS, width_of

_ROOM_FOR_URLS = 120
# Terminals known to support links (OSC 8), by the variable that names them; others might print the escape code
_LINK_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"})
_LINK_TERMS = ("xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm", "contour")
_LINK_VARIABLES = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM", "ALACRITTY_WINDOW_ID")
_VTE_WITH_LINKS = 5000


class Screen(msgspec.Struct, frozen=True):
    """What the answer is printed on. Without a width (a pipe, a file) no line is wrapped."""

    width: int | None = None
    color: bool = False
    links: bool = False
    urls: bool = False
    ascii: bool = False

    @property
    def shows_urls(self) -> bool:
        """Whether addresses are written out: if asked for, or if the screen has room but no links to click."""
        return self.urls or (not self.links and (self.width is None or self.width >= _ROOM_FOR_URLS))


def screen_of(environ: Mapping[str, str], *, terminal_width: int | None, urls: bool, plain: bool = False) -> Screen:
    """The screen for a terminal of this width or, if the width is None, for a pipe or a file."""
    on_terminal = terminal_width is not None
    dumb = environ.get("TERM", "") in {"dumb", "unknown"}
    wanted = environ.get(COLOURS.variable, "auto")
    color = wanted == "always" or bool(environ.get(COLOR_ON.variable)) or (on_terminal and not dumb)
    return Screen(
        width=width_of(environ) or terminal_width,
        color=color and wanted != "never" and not environ.get(COLOR_OFF.variable),
        links=on_terminal and not dumb and _has_links(environ),
        urls=urls,
        ascii=plain,
    )


def _has_links(environ: Mapping[str, str]) -> bool:
    if "FORCE_HYPERLINK" in environ:
        return environ["FORCE_HYPERLINK"] not in {"", "0"}
    if environ.get("TERM", "").startswith(("screen", "tmux")):
        return False  # older versions swallow or garble links
    vte = environ.get("VTE_VERSION", "")
    return (
        (vte.isdigit() and int(vte) >= _VTE_WITH_LINKS)
        or environ.get("TERM_PROGRAM") in _LINK_PROGRAMS
        or environ.get("TERM", "").startswith(_LINK_TERMS)
        or any(name in environ for name in _LINK_VARIABLES)
    )
