"""Lists all commands, in the groups of the help, with the line that the help shows for each.

A command is one file in `cli/commands`, named after it, with a function `run`. If it has subcommands, `run` is a Typer
app. Only the command that runs is imported, which saves 25 ms.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Union

from briefcli.catalog import later
from briefcli.errors import Exit

if TYPE_CHECKING:
    import typer

LoadedCommand = Union[Callable[..., Exit | None], "typer.Typer"]

GROUPS: dict[str, dict[str, str]] = {
    later("Look"): {
        "show": later("One meeting: what is asked, sessions, points, papers"),
        "list": later("All meetings in order of date, with a countdown"),
        "deadlines": later("What is late and what must be ready, over all meetings"),
        "next": later("The next meeting, and what must be ready for it"),
        "commitments": later("Commitments (toezeggingen) and motions, overdue ones first"),
        "timeline": later("The road to a meeting, drawn along time"),
        "diff": later("What differs between two editions of a meeting"),
        "search": later("Find words in all fields of all agendas"),
        "questions": later("Questions and answers, and what was answered before"),
        "workdays": later("Count working days from a day, skipping holidays"),
    },
    later("Change"): {
        "new": later("Write a new agenda"),
        "add": later("Add a deadline, event, paper, commitment, point or figure"),
        "done": later("Record that a deadline or commitment is done"),
        "move": later("Move a meeting or an event, and see what shifts with it"),
        "cancel": later("Cancel a meeting or an event around it"),
        "undo": later("Take back the last change"),
        "edit": later("Open an agenda in your editor, and check it afterwards"),
        "import": later("Make an agenda from a memo, letter or report"),
        "release": later("Make an imported meeting public, after you have read it"),
    },
    later("Papers and the House"): {
        "refs": later("Every paper of a dossier, its date, and where it is cited"),
        "scan": later("Find the papers and dates that a text cites"),
        "export": later("Make a paper (PDF, Word), a calendar or a public database"),
        "official": later("The record of the House beside the agendas"),
        "changes": later("What is new since a day, in the record and the agendas"),
    },
    later("Check"): {
        "check": later("Find the mistakes in agenda files, and what to do"),
        "fmt": later("Put the fields of agenda files in their usual order"),
        "schema": later("Print the JSON Schema of an agenda, for editors"),
    },
    later("Set up"): {
        "init": later("Make an agendas folder, with the standard deadlines"),
        "config": later("Show your settings and where they come from, set or unset one"),
        "completion": later("Let the TAB key complete commands, meetings and owners"),
        "cache": later("Show where the index is kept, or clear it"),
        "help": later("Explain a command or a topic"),
    },
}
SUMMARIES = {name: summary for summaries in GROUPS.values() for name, summary in summaries.items()}


def command(name: str) -> LoadedCommand:
    """Import the command of this name. `import` is a keyword of Python, so the file of that command is `import_`."""
    run: LoadedCommand = import_module(f"briefcli.cli.commands.{'import_' if name == 'import' else name}").run
    return run
