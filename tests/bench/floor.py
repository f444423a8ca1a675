"""The simplest program of our kind: Typer, and a Rich table with a given number of rows. It reads nothing."""

import sys
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_HEADINGS = ("Left", "Date", "What", "Kind", "Meeting", "Owner")
_ROW = ("○ 14 days", "Thu 15 Jun 2023", "Geannoteerde agenda naar de Kamer", "letter", "DMM juni 2023", "DCO")


@app.command()
def table(rows: Annotated[int, typer.Argument()] = 12) -> None:
    from rich.console import Console
    from rich.table import Table

    grid = Table(box=None)
    for heading in _HEADINGS:
        grid.add_column(heading)
    for _ in range(rows):
        grid.add_row(*_ROW)
    Console(file=sys.stdout, width=200).print(grid)


if __name__ == "__main__":
    app()
