"""Describes every command, from `commands.json`, which is generated from the declarations of the commands.

The help, the manual pages and the build use it. It imports only the standard library, because the build runs before
the dependencies are installed.
"""

import json
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("commands.json")
TOPICS = (
    "agenda", "dates", "deadlines", "public", "import", "citations", "templates", "official", "sqlite", "settings",
    "exit-codes",
)  # fmt: skip


class Parameter(NamedTuple):
    """An option, or an argument if `options` is empty."""

    options: list[str]
    metavar: str
    help: str
    choices: list[str]
    flag: bool = False
    number: bool = False
    min: int | None = None
    max: int | None = None
    required: bool = False
    many: bool = False
    completes: str = ""


class Command(NamedTuple):
    """A command or subcommand. `name` is its full name, such as `official add`."""

    name: str
    group: str
    summary: str
    help: str
    parameters: list[Parameter]

    @property
    def options(self) -> list[Parameter]:
        return [each for each in self.parameters if each.options]

    @property
    def arguments(self) -> list[Parameter]:
        return [each for each in self.parameters if not each.options]


class Described(NamedTuple):
    """The whole program. Its `options` may be before or after any command."""

    about: str
    options: list[Parameter]
    groups: list[str]
    commands: dict[str, Command]

    def named(self, words: list[str]) -> Command | None:
        """The command that these words start with, the longest name first; None if there is none."""
        two = " ".join(words[:2])
        return self.commands.get(two) or (self.commands.get(words[0]) if words else None)

    def actions(self, name: str) -> list[str]:
        """The subcommands of a command, without its own name: `add` for `official add`."""
        return [each.removeprefix(f"{name} ") for each in self.commands if each.startswith(f"{name} ")]


def described() -> Described:
    raw = json.loads(FILE.read_text(encoding="utf-8"))
    raw["options"] = [Parameter(**each) for each in raw["options"]]
    for each in raw["commands"]:
        each["parameters"] = [Parameter(**one) for one in each["parameters"]]
    raw["commands"] = {each["name"]: Command(**each) for each in raw["commands"]}
    return Described(**raw)
