"""What a TAB offers. It must come at once, so it loads neither Typer nor Rich nor the reader of agendas.

Commands and options come from the generated description; for what agendas hold see `completing_agendas.py`.
"""

from __future__ import annotations

import os
import sys

from briefcli.folders import from_settings

TYPE_CHECKING = False  # the module typing costs 3 ms, and so do json, re, pathlib and hashlib
if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefcli.completing_agendas import Offer

FILES = ":files"  # as an answer: the shell completes names of files itself
WORDS = os.path.join(os.path.dirname(__file__), "manual", "words.tsv")


class Word:
    """A line of the table: a parameter of a command (of every command, where it names none)."""

    def __init__(self, cells: list[str], *, dutch: bool) -> None:
        _, self.command, options, self.sort, choices, completes, *about = cells
        self.about = about[dutch]
        self.options = options.split()
        self.choices = choices.split()
        self.completes = completes.split()


class Program:
    """What the table says: the commands with their descriptions, the parameters, and the words of other sorts."""

    def __init__(self, text: str, *, dutch: bool = False) -> None:
        rows = [line.split("\t") for line in text.splitlines()]
        self.commands = {each[1]: each[2 + dutch] for each in rows if each[0] == "command"}
        self.lists = {each[1]: each[2].split() for each in rows if each[0] == "list"}
        self._words = [Word(each, dutch=dutch) for each in rows if each[0] == "parameter"]

    def options(self, command: str | None) -> list[Word]:
        return [each for each in self._words if each.options and each.command in {command, ""}]

    def arguments(self, command: str) -> list[Word]:
        return [each for each in self._words if each.command == command and not each.options]

    def shown(self) -> list[Offer]:
        return [(name, about) for name, about in self.commands.items() if " " not in name]


def main(words: list[str]) -> None:
    """Print what can stand in the place of the last word, each with its description behind a tab."""
    lines = [f"{value}\t{about}" if about else value for value, about in offers(words, os.environ)]
    sys.stdout.buffer.write("".join(f"{' '.join(each.splitlines())}\n" for each in lines).encode("utf-8", "replace"))


def offers(words: list[str], environ: Mapping[str, str]) -> list[Offer]:
    """What begins with the last word, as the words before it ask."""
    with open(WORDS, encoding="utf-8") as file:
        program = Program(file.read(), dutch=_is_dutch(environ))
    *before, current = words or [""]
    given, waiting = _without_options(program, before)
    command, arguments = _command(program, given)
    if waiting is not None:
        found = _values(program, waiting, arguments, environ)
    elif current.startswith("--") and "=" in current:
        name = current.partition("=")[0]
        option = next((each for each in program.options(command) if name in each.options and each.sort != "flag"), None)
        values = _values(program, option, arguments, environ) if option else []
        found = [(f"{name}={value}", about) for value, about in values if value != FILES]
    elif current.startswith("-"):
        found = [
            (name, each.about) for each in program.options(command) for name in each.options if name.startswith("--")
        ]
    elif command is None:
        found = [] if given else program.shown()
    else:
        found = _for_argument(program, command, arguments, environ)
    return [each for each in found if each[0].startswith(current) or each[0] == FILES]


def _without_options(program: Program, words: list[str]) -> tuple[list[str], Word | None]:
    """The words that are no options nor their values; and the option that waits for its value, if one does."""
    given: list[str] = []
    waiting = None
    for word in words:
        if waiting is not None:
            waiting = None
        elif word.startswith("-") and word != "-":
            known = program.options(_command(program, given)[0])
            waiting = next((each for each in known if word in each.options and each.sort != "flag"), None)
        else:
            given.append(word)
    return given, waiting


def _command(program: Program, given: list[str]) -> tuple[str | None, list[str]]:
    """The command that the words name, and what follows its name."""
    for length in (2, 1):
        name = " ".join(given[:length])
        if len(given) >= length and name in program.commands:
            return name, given[length:]
    return None, given


def _for_argument(program: Program, command: str, arguments: list[str], environ: Mapping[str, str]) -> list[Offer]:
    actions = [
        (name.removeprefix(f"{command} "), about)
        for name, about in program.commands.items()
        if name.startswith(f"{command} ")
    ]
    if actions:
        return [] if arguments else actions
    places = program.arguments(command)
    if not places or (len(arguments) >= len(places) and places[-1].sort != "many"):
        return []
    return _values(program, places[min(len(arguments), len(places) - 1)], arguments, environ)


def _values(program: Program, word: Word, arguments: list[str], environ: Mapping[str, str]) -> list[Offer]:
    if word.choices:
        return [(each, "") for each in word.choices]
    found: list[Offer] = []
    for sort in word.completes:
        if sort == "file":
            found.append((FILES, ""))
        elif sort == "command":
            found += program.shown()
        elif sort in program.lists:
            found += [(each, "") for each in program.lists[sort]]
        else:
            from briefcli.completing_agendas import from_agendas

            found += from_agendas(sort, arguments, program.lists["field"], environ)
    return found


def _is_dutch(environ: Mapping[str, str]) -> bool:
    """Whether the descriptions are in Dutch, in the order of `cli.app`; on Windows the system is not asked."""
    wanted = environ.get("BRIEF_LANG") or from_settings("language", environ)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = wanted or environ.get(name)
    return (wanted or "").lower().startswith("nl")
