"""Which commands there are, in which group of the help, with the line that the help says of each.

A command is a function in a file of `cli/commands`; where it has subcommands, a Typer. Only the file of the one that
runs is loaded, which saves 25 ms.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Union

from briefcli.catalog import later
from briefcli.errors import Exit

if TYPE_CHECKING:
    import typer

LoadedCommand = Union[Callable[..., Exit | None], "typer.Typer"]

LONGEST_SUMMARY = 63  # characters
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
        "workdays": later("Count working days from a day, past holidays"),
    },
    later("Change"): {
        "new": later("Write a new agenda"),
        "add": later("Add a deadline, event, paper, commitment, point or figure"),
        "done": later("Record that a deadline or commitment is done"),
        "move": later("Move a meeting or an event, and see what shifts with it"),
        "cancel": later("Cancel a meeting or an event around it"),
        "undo": later("Take back the last change"),
        "edit": later("Open an agenda in your editor, and check it afterwards"),
        "import": later("Make an agenda of a memo, letter or report"),
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
        "cache": later("Show where the index is kept, or throw it away"),
        "help": later("Explain a command or a topic"),
    },
}
SUMMARIES = {name: summary for summaries in GROUPS.values() for name, summary in summaries.items()}


# The commands of each file; any other command has a file of its own name
_FILES = {
    "lists": ("list", "deadlines", "commitments", "questions", "refs", "search"),
    "meeting": ("show", "diff", "next", "timeline"),
    "beginning": ("init", "new"),
    "settling": ("done", "move", "cancel", "undo"),
    "importing": ("import", "release"),
    "checking": ("check", "fmt"),
    "program": ("schema", "completion", "cache", "help"),
}


def command(name: str) -> LoadedCommand:
    """The command of this name; behind a name that is one of Python's own, its function has an underscore."""
    stem = next((stem for stem, names in _FILES.items() if name in names), name)
    file = import_module(f"briefcli.cli.commands.{stem}")
    found: LoadedCommand = getattr(file, name, None) or getattr(file, f"{name}_")
    return found
