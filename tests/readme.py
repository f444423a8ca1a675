"""The generated parts of the README: `python -m tests.readme` writes them anew from the declarations."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import typer

from briefcli.cli.app import app_with
from briefcli.cli.registry import COMMANDS
from briefcli.config import SETTINGS
from briefcli.domain.agenda import Agenda, Item
from briefcli.errors import Exit
from briefcli.reading.shapes import shapes_of
from tests.bench.__main__ import RESULTS
from tests.docs.forms import forms

README = Path(__file__).parent.parent / "README.md"
_EXITS = {
    Exit.DONE: "done",
    Exit.NO: "the answer is no: nothing found, or `check` found errors",
    Exit.USAGE: "wrong usage",
    Exit.UNUSABLE: "the agendas cannot be used: no folder, unreadable, output unwritable",
    Exit.BUG: "a mistake in the program; the line printed names the log",
    Exit.INTERRUPTED: "interrupted",
}


def fields() -> str:
    return "\n".join(_record(Agenda, ""))


def _record(record: type[msgspec.Struct], path: str) -> Iterator[str]:
    if not path:
        yield "| key | meaning |"
        yield "| --- | --- |"
    shapes = shapes_of(record)
    ordered = [name for name in shapes if name not in Item.__struct_fields__]
    for name in [*ordered, *(Item.__struct_fields__ if not path else ())]:
        yield f"| `{path}{name}` | {_described(record, name)} |"
        inner = shapes[name].record
        if inner is not None and shapes[name].leaf is None:
            yield from _record(inner, f"{path}{name}{'[]' if shapes[name].many else ''}.")


def _described(record: type[msgspec.Struct], name: str) -> str:
    info: Any = msgspec.inspect.type_info(record)
    field = next(each for each in info.fields if each.name == name)
    schema = field.type.extra_json_schema or {}
    examples = ", ".join(f"`{each}`" for each in schema.get("examples", ()))
    return f"{schema['description']} {examples}".rstrip()


def commands() -> str:
    group: Any = typer.main.get_command(app_with(COMMANDS))
    return "\n\n".join(_command(name, command) for name, command in with_actions(group.commands))


def with_actions(commands: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by its whole name, each followed by its own actions."""
    for name, command in commands.items():
        yield before + name, command
        yield from with_actions(getattr(command, "commands", {}), f"{before}{name} ")


def _command(name: str, command: Any) -> str:
    words = (command.help or "").strip().split("\n\n")
    about = " ".join(words[0].split())
    examples = [" ".join(each.split()) for each in words[1:]]
    rows = [_parameter(each) for each in command.params if each.name != "help"]
    table = ["| | |", "| --- | --- |", *rows] if rows else []
    return "\n".join([f"#### brief {name}", "", about, "", *(f"{each}\n" for each in examples), *table])


def _parameter(parameter: Any) -> str:
    metavar = "" if getattr(parameter, "is_flag", False) else parameter.metavar or ""
    names = ", ".join(parameter.opts) if parameter.param_type_name == "option" else ""
    choices = getattr(parameter.type, "choices", None)
    shown = "\\|".join(str(each) for each in choices) if choices else metavar.replace("|", "\\|")
    return f"| `{' '.join(each for each in (names, shown) if each)}` | {parameter.help or ''} |".replace("\\|", "/")


def settings() -> str:
    rows = (f"| `{each.variable}` | {each.meaning} | {each.default} |" for each in SETTINGS)
    return "\n".join(["| variable | meaning | default |", "| --- | --- | --- |", *rows])


def exits() -> str:
    return "\n".join(["| code | meaning |", "| --- | --- |", *(f"| {code:d} | {_EXITS[code]} |" for code in Exit)])


def figures() -> str:
    """What the last run of the benchmark found."""
    found = json.loads((RESULTS / "figures.json").read_text(encoding="utf-8"))
    sizes = list(found["sizes"])
    by_name: dict[str, dict[str, str]] = {}
    for size in sizes:
        for each in found["sizes"][size]:
            by_name.setdefault(each["name"], {})[size] = f"{each['milliseconds']:,.0f} ms, {each['ratio']:.2f}"
    heads = " | ".join(f"{int(size):,} agendas" for size in sizes)
    rows = [f"| {name} | {' | '.join(cells.get(size, '') for size in sizes)} |" for name, cells in by_name.items()]
    about = found["machine"]
    machine = f"{about['processor']}, {about['cores']} cores, {about['system']}, Python {about['python']}"
    table = [f"| | {heads} |", "| --- |" + " ---: |" * len(sizes), *rows]
    return "\n".join([*table, "", f"Measured on {machine}."])


PARTS: dict[str, Callable[[], str]] = {
    "fields": fields,
    "commands": commands,
    "settings": settings,
    "exits": exits,
    "forms": forms,
    "figures": figures,
}


def with_parts(text: str) -> str:
    """The README's text with each generated part in its place."""
    for name, make in PARTS.items():
        text = _with_part(text, name, make())
    return text


def _with_part(text: str, name: str, made: str) -> str:
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    assert found, f"the README has no place for {name}"
    assert closed, f"the README has no place for {name}"
    return f"{before}{begin}\n{made}\n{end}{after}"


if __name__ == "__main__":
    README.write_text(with_parts(README.read_text(encoding="utf-8")), encoding="utf-8")
