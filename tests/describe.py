"""Describes every command as data: `python -m tests.readme` generates `manual/commands.json` from the declarations.

The help, the manual pages, the completion and the messages on wrong usage read that file, so that none of them needs
to load Typer.
"""

import inspect
import json
from collections.abc import Iterator
from typing import Any

import typer

from briefcli.catalog import LANGUAGES, tr
from briefcli.cli.app import app_with, brief
from briefcli.cli.registry import GROUPS, SUMMARIES
from briefcli.completing import FILES
from briefcli.config import SETTINGS
from briefcli.manual.described import TOPICS
from briefcli.reading.codes import CODES
from briefcli.views.show import SECTIONS
from tests.speaking import speaking

# What completes a value, by its placeholder in the help
_COMPLETED = {
    "ID": "meeting", "A": "meeting", "B": "meeting", "ID | SERIES": "meeting series", "DOSSIER | PAPER": "dossier",
    "DOSSIER": "dossier", "FILE": "file", "FILE|-": "file", "FILE|DIR|-": "file", "MEMO|-": "file", "PATH": "file",
    "FOLDER": "file", "DIR": "file", "WHAT": "deadline", "EVENT": "event", "EVENT] WHEN": "event",
    "SECTIONS": "section", "COMMAND | TOPIC": "command topic", "KEY": "setting", "VALUE": "value",
    "CODE": "code",
}  # fmt: skip
_BY_OPTION = {"--series": "series", "--body": "body", "--owner": "owner", "--meeting": "meeting"}


def described() -> dict[str, Any]:
    group: Any = typer.main.get_command(app_with(SUMMARIES))
    commands = {name: group.commands[name] for name in SUMMARIES}  # Typer puts those with subcommands last
    return {
        "about": inspect.cleandoc(brief.__doc__ or ""),
        "options": [
            {
                "options": each.option.split(" "),
                "metavar": each.metavar,
                "help": each.meaning,
                "choices": list(each.choices),
                "completes": _COMPLETED.get(each.metavar, ""),
            }
            for each in SETTINGS
            if each.is_global
        ],
        "groups": list(GROUPS),
        "commands": [
            _command(name, command, next(each for each in GROUPS if name.partition(" ")[0] in GROUPS[each]))
            for name, command in with_actions(commands)
        ],
    }


def description() -> str:
    """JSON with one line for each parameter, so that diffs stay small."""
    return f"{_lines(described())}\n"


def _lines(value: Any, indent: str = "") -> str:
    inner = f"\n{indent} "
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"[{inner}{f',{inner}'.join(_lines(each, f'{indent} ') for each in value)}\n{indent}]"
    if isinstance(value, dict) and any(
        isinstance(each, list) and each and isinstance(each[0], dict) for each in value.values()
    ):
        parts = (f"{json.dumps(name)}: {_lines(each, f'{indent} ')}" for name, each in value.items())
        return f"{{{inner}{f',{inner}'.join(parts)}\n{indent}}}"
    return json.dumps(value, ensure_ascii=False)


def words() -> str:
    """The same for shell completion: a tab-separated line for each command, list of words and parameter.

    The last two cells of a line are the description in English and in Dutch.
    """
    tables = []
    for each in LANGUAGES:
        with speaking(each):
            tables.append(_words())
    return "".join("\t".join((*row, other[-1])) + "\n" for row, other in zip(*tables, strict=True))


def _words() -> list[tuple[str, ...]]:
    program = described()
    lines: list[tuple[str, ...]] = [
        ("command", each["name"], tr(each["summary"]) or _first(tr(each["help"]))) for each in program["commands"]
    ]
    lists = {
        "topic": TOPICS,
        "section": SECTIONS,
        "setting": [each.key for each in SETTINGS if each.key],
        "code": CODES,
        "agendas": [FILES],
        **{each.key: each.choices for each in SETTINGS if each.key and each.choices},
        **{each.key: ("true", "false") for each in SETTINGS if each.key and each.sort == "boolean"},
    }
    lines += [("list", name, " ".join(each)) for name, each in lists.items()]
    for command in program["commands"]:
        lines += [_word(command["name"], each) for each in command["parameters"]]
    lines += [_word("", each) for each in program["options"]]
    lines.append(("parameter", "", "--help -h", "flag", "", "", tr("Show this help.")))
    return lines


def _first(help_text: str) -> str:
    return " ".join(help_text.split("\n\n", maxsplit=1)[0].split()).partition(". ")[0].rstrip(".")


def _word(command: str, each: dict[str, Any]) -> tuple[str, ...]:
    sort = "flag" if each.get("flag") else "many" if each.get("many") and not each["options"] else ""
    names, choices = " ".join(each["options"]), " ".join(each["choices"])
    return ("parameter", command, names, sort, choices, each.get("completes", ""), tr(each["help"]))


def with_actions(commands: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command with its full name, followed by its subcommands."""
    for name, command in commands.items():
        yield before + name, command
        yield from with_actions(getattr(command, "commands", {}), f"{before}{name} ")


def _command(name: str, command: Any, group: str) -> dict[str, Any]:
    return {
        "name": name,
        "group": group,
        "summary": SUMMARIES.get(name, ""),
        "help": inspect.cleandoc(command.help or ""),
        "parameters": [_parameter(each) for each in command.params if each.name != "help"],
    }


def _parameter(parameter: Any) -> dict[str, Any]:
    is_option = parameter.param_type_name == "option"
    metavar = "" if getattr(parameter, "is_flag", False) else parameter.metavar or ""
    choices = [str(each) for each in getattr(parameter.type, "choices", None) or ()]
    number = getattr(parameter.type, "name", "").startswith("int")
    bounds = {bound: getattr(parameter.type, bound, None) for bound in ("min", "max")} if number else {}
    completed = next((_BY_OPTION[each] for each in parameter.opts if each in _BY_OPTION), "") if is_option else ""
    said = {
        "flag": getattr(parameter, "is_flag", False),
        "number": number,
        "required": parameter.required and not is_option,
        "many": parameter.nargs == -1 or getattr(parameter, "multiple", False),
        "completes": completed or _COMPLETED.get(metavar.strip("[]…"), ""),
    }
    return {
        "options": parameter.opts if is_option else [],
        "metavar": metavar or ("|".join(choices) if choices else ""),
        "help": parameter.help or "",
        "choices": choices,
        **{name: value for name, value in said.items() if value},
        **{name: value for name, value in bounds.items() if value is not None},
    }
