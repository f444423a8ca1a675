"""Generates the pictures of the README from the program's own output: `python -m tests.pictures`."""

import io
import os
import sys
from datetime import date
from pathlib import Path
from unittest import mock

from rich.console import Console
from rich.text import Text

from briefcli.cli.app import run_command

PROJECT = Path(__file__).parent.parent
FOLDER = PROJECT / "tests" / "pictures"
DAY = date(2023, 6, 1)
WIDTH = 100

PICTURES = {
    "show": ("show", "dmm-2023-06", "--only", "facts,decision,sessions,documents"),
    "deadlines": ("deadlines", "--days", "45"),
    "refs": ("refs", "28676"),
}

# Rich's SVG template, without the web fonts that it would download
_FRAME = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""


def picture(name: str) -> str:
    """The SVG of the output of one command, as it looks on a terminal of WIDTH columns."""
    arguments = PICTURES[name]
    text = output(*arguments, FORCE_COLOR="1", COLUMNS=str(WIDTH), BRIEF_TODAY=DAY.isoformat())
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, _environ={})
    console.print(Text.from_ansi(text), end="")
    title = f"brief {' '.join(arguments)}"
    return console.export_svg(title=title, code_format=_FRAME, unique_id=f"brief-{name}")


def output(*arguments: str, **environment: str) -> str:
    """What a command prints about the sample agendas, with these variables in its environment."""
    screen = io.StringIO()
    variables = {"BRIEF_AGENDAS": str(PROJECT / "agendas"), "BRIEF_LANG": "en", **environment}
    with (
        mock.patch.dict(os.environ, variables),
        mock.patch.object(sys, "argv", ["brief", *arguments]),
        mock.patch.object(sys, "stdout", screen),
    ):
        run_command()
    return screen.getvalue()


def draw() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        (FOLDER / f"{name}.svg").write_text(picture(name), encoding="utf-8")


if __name__ == "__main__":
    draw()
