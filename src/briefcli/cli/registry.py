"""Which commands there are, in which group of the help. Only the one that runs is loaded: that saves 25 ms of a start.

A command is one file in `cli/commands`, named after it, with a function `run`; of one with actions of its own, `run`
is their Typer.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    import typer

Run = Callable[..., None]


class Group(StrEnum):
    """The groups of the help, in its order."""

    LOOK = "Look"
    CHANGE = "Change"
    PAPERS = "Papers and the House"
    CHECK = "Check"
    SET_UP = "Set up"


Command = Union[Run, "typer.Typer"]


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
    Group.SET_UP: ("init", "cache"),
})  # fmt: skip
