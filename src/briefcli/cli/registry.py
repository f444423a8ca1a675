"""Which commands there are, in which group of the help. Only the one that runs is loaded: that saves 25 ms of a start.

A command is one file in `cli/commands`, named after it, with a function `run`; of one with actions of its own, `run`
is their Typer.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Union

from briefcli.catalog import later

if TYPE_CHECKING:
    import typer

Run = Callable[..., None]


class Group(StrEnum):
    """The groups of the help, in its order."""

    LOOK = later("Look")
    CHANGE = later("Change")
    PAPERS = later("Papers and the House")
    CHECK = later("Check")
    SET_UP = later("Set up")


Command = Union[Run, "typer.Typer"]


# What the help says of each command: one line of at most LONGEST_SUMMARY characters
LONGEST_SUMMARY = 63
SUMMARIES = {
    "show": later("One meeting: what is asked, sessions, points, papers"),
    "list": later("All meetings in order of date, with a countdown"),
    "deadlines": later("What is late and what must be ready, over all meetings"),
    "next": later("The next meeting, and what must be ready for it"),
    "commitments": later("Commitments (toezeggingen) and motions, overdue ones first"),
    "timeline": later("The road to a meeting, drawn along time"),
    "diff": later("What differs between two editions of a meeting"),
    "search": later("Find words in all fields of all agendas"),
    "workdays": later("Count working days from a day, past holidays"),
    "questions": later("Questions and answers, and what was answered before"),
    "new": later("Write a new agenda"),
    "add": later("Add a deadline, event, paper, commitment, point or figure"),
    "done": later("Record that a deadline or commitment is done"),
    "move": later("Move a meeting or an event, and see what shifts with it"),
    "cancel": later("Cancel a meeting or an event around it"),
    "undo": later("Take back the last change"),
    "edit": later("Open an agenda in your editor, and check it afterwards"),
    "import": later("Make an agenda of a memo, letter or report"),
    "release": later("Make an imported meeting public, after you have read it"),
    "refs": later("Every paper of a dossier, its date, and where it is cited"),
    "scan": later("Find the papers and dates that a text cites"),
    "export": later("Make a calendar, or a database for the whole ministry"),
    "official": later("The record of the House beside the agendas"),
    "changes": later("What is new since a day, in the record and the agendas"),
    "check": later("Find the mistakes in agenda files, and what to do"),
    "fmt": later("Put the fields of agenda files in their usual order"),
    "schema": later("Print the JSON Schema of an agenda, for editors"),
    "init": later("Make an agendas folder, with the standard deadlines"),
    "config": later("Show your settings and where they come from, or set one"),
    "completion": later("Let the TAB key complete commands, meetings and owners"),
    "cache": later("Show where the index is kept, or throw it away"),
    "help": later("Explain a command or a topic"),
}


class Commands(Mapping[str, Command]):
    """By name, in the order of the help; a command's file is loaded when it is asked for."""

    def __init__(self, groups: Mapping[Group, tuple[str, ...]]) -> None:
        self._groups = {name: group for group, names in groups.items() for name in names}

    def __getitem__(self, name: str) -> Command:
        if name not in self._groups:
            raise KeyError(name)
        module = import_module(f"briefcli.cli.commands.{module_of(name)}")
        run: Command = module.run
        return run

    def __iter__(self) -> Iterator[str]:
        return iter(self._groups)

    def __len__(self) -> int:
        return len(self._groups)

    def group(self, name: str) -> Group:
        return self._groups[name]

    def asked_for(self, arguments: list[str]) -> list[str]:
        """The one command that these arguments run, if it is plain at once; else all, for the help or the mistake."""
        return arguments[:1] if arguments and arguments[0] in self._groups else list(self)


def module_of(name: str) -> str:
    """The name of the command's file: `import` is a word of Python, so its file is `import_`."""
    return "import_" if name == "import" else name.replace("-", "_")


COMMANDS = Commands({
    Group.LOOK: (
        "show", "list", "deadlines", "next", "commitments", "timeline", "diff", "search", "questions", "workdays",
    ),
    Group.CHANGE: ("new", "add", "done", "move", "cancel", "undo", "edit", "import", "release"),
    Group.PAPERS: ("refs", "scan", "export", "official", "changes"),
    Group.CHECK: ("check", "fmt", "schema"),
    Group.SET_UP: ("init", "config", "completion", "cache", "help"),
})  # fmt: skip
