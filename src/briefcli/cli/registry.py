"""Which commands there are, in which group of the help. Only the one that runs is loaded, which saves 25 ms.

A command is one file in `cli/commands`, named after it, with a function `run`; where it has subcommands, `run` is a
Typer.
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


LONGEST_SUMMARY = 63  # characters
# Every command by its group, with the line that the help says of it
_GROUPS: dict[Group, dict[str, str]] = {
    Group.LOOK: {
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
    Group.CHANGE: {
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
    Group.PAPERS: {
        "refs": later("Every paper of a dossier, its date, and where it is cited"),
        "scan": later("Find the papers and dates that a text cites"),
        "export": later("Make a paper (PDF, Word), a calendar or a public database"),
        "official": later("The record of the House beside the agendas"),
        "changes": later("What is new since a day, in the record and the agendas"),
    },
    Group.CHECK: {
        "check": later("Find the mistakes in agenda files, and what to do"),
        "fmt": later("Put the fields of agenda files in their usual order"),
        "schema": later("Print the JSON Schema of an agenda, for editors"),
    },
    Group.SET_UP: {
        "init": later("Make an agendas folder, with the standard deadlines"),
        "config": later("Show your settings and where they come from, or set one"),
        "completion": later("Let the TAB key complete commands, meetings and owners"),
        "cache": later("Show where the index is kept, or throw it away"),
        "help": later("Explain a command or a topic"),
    },
}
SUMMARIES = {name: summary for summaries in _GROUPS.values() for name, summary in summaries.items()}


class Commands(Mapping[str, Command]):
    """By name, in the order of the help; a command's file is loaded when it is asked for."""

    def __init__(self, groups: Mapping[Group, Mapping[str, str]]) -> None:
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
        """The command that the first argument names; all commands where it names none, for the help or the error."""
        return arguments[:1] if arguments and arguments[0] in self._groups else list(self)


def module_of(name: str) -> str:
    """The name of the command's file: `import` is a word of Python, so its file is `import_`."""
    return "import_" if name == "import" else name.replace("-", "_")


COMMANDS = Commands(_GROUPS)
