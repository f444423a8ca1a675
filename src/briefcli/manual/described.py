"""Every command as its declarations describe it, read from `commands.json`, which is generated from them.

Knows nothing but the standard library: the help, the manual, the completion and the build read it.
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
    """An option, or an argument where `options` is empty."""

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
    """A command by its whole name, `official add` as well."""

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
    """The whole program; `options` may stand before and behind any command."""

    about: str
    options: list[Parameter]
    groups: list[str]
    commands: dict[str, Command]
    fields: list[str]
    settings: list[str]

    def named(self, words: list[str]) -> Command | None:
        """The command that these words begin with, the longest name first."""
        two = " ".join(words[:2])
        return self.commands.get(two) or (self.commands.get(words[0]) if words else None)

    def actions(self, name: str) -> list[str]:
        """The actions of a command: `add` of `official add`."""
        return [each.removeprefix(f"{name} ") for each in self.commands if each.startswith(f"{name} ")]


def described() -> Described:
    raw = json.loads(FILE.read_text(encoding="utf-8"))
    commands = [
        Command(
            each["name"], each["group"], each["summary"], each["help"], [Parameter(**one) for one in each["parameters"]]
        )
        for each in raw["commands"]
    ]
    return Described(
        raw["about"],
        [Parameter(**each) for each in raw["options"]],
        raw["groups"],
        {each.name: each for each in commands},
        raw["fields"],
        raw["settings"],
    )
