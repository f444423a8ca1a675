"""The messages for translators: `python -m tests.catalog` brings `locale/nl.po` up to date with the program.

Most messages stand in calls of `tr`, `count`, `tr_as` and `later`. Help texts, descriptions of
fields and the kinds of mistakes are collected from their declarations.
"""

import ast
import inspect
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import typer
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from briefcli.cli.app import brief
from briefcli.cli.registry import COMMANDS
from briefcli.domain.agenda import Agenda
from briefcli.reading.codes import CODES
from briefcli.reading.shapes import shapes_of

SOURCE = Path(__file__).parent.parent / "src" / "briefcli"
LOCALE = SOURCE / "locale"
# By function: whether its first text is a context
_FUNCTIONS = {"tr": False, "later": False, "count": False, "tr_as": True, "later_as": True}


def collected() -> Catalog:
    """Every message of the program, by the file in which it stands; without line numbers, which change daily."""
    catalog = Catalog(project="brief", charset="utf-8", fuzzy=False)
    for file in sorted(SOURCE.rglob("*.py")):
        for name, (context, *forms) in _calls(ast.parse(file.read_text(encoding="utf-8"))):
            message = tuple(map(str, forms)) if name == "count" else str(forms[0])
            catalog.add(message, None, locations=[(file.relative_to(SOURCE).as_posix(), 0)], context=context)
    catalog.add(inspect.cleandoc(brief.__doc__ or ""), locations=[("cli/app.py", 0)])
    for name, message in (*_help(), *_descriptions(Agenda), *_codes()):
        catalog.add(message, None, locations=[(name, 0)])
    return catalog


def _calls(tree: ast.AST) -> Iterator[tuple[str, list[str | None]]]:
    """Each call that names a message, also within an f-string: its function, then a context or None, then the texts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FUNCTIONS:
            texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if _FUNCTIONS[node.func.id] and len(texts) == 2:
                yield node.func.id, [*texts]
            elif texts and texts[0] and not _FUNCTIONS[node.func.id]:
                yield node.func.id, [None, *texts]


def _help() -> Iterator[tuple[str, str]]:
    """The help of every command and of its parameters."""
    commands = [COMMANDS[name] for name in COMMANDS]
    groups = [each for each in commands if isinstance(each, typer.Typer)]
    grouped = [
        each.callback for group in groups for each in (group.registered_callback, *group.registered_commands) if each
    ]
    for run in (each for each in (*commands, *grouped) if inspect.isfunction(each)):
        file = Path(inspect.getsourcefile(run) or "").name
        yield f"cli/commands/{file}", inspect.cleandoc(run.__doc__ or "")
        for parameter in inspect.signature(run).parameters.values():
            for info in getattr(parameter.annotation, "__metadata__", ()):
                if isinstance(info, (typer.models.OptionInfo, typer.models.ArgumentInfo)) and info.help:
                    yield f"cli/commands/{file}", info.help


def _codes() -> Iterator[tuple[str, str]]:
    """What each kind of mistake is, and why it matters."""
    for code in CODES.values():
        yield "reading/codes.py", code.title
        yield "reading/codes.py", code.why


def _descriptions(record: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    """What each field of the agenda means, as the reference, the schema and the template say it."""
    if record.__doc__:
        yield "domain/agenda.py", record.__doc__.strip()
    info: Any = msgspec.inspect.type_info(record)
    for field in info.fields:
        description = (
            (field.type.extra_json_schema or {}).get("description")
            if hasattr(field.type, "extra_json_schema")
            else None
        )
        if description:
            yield "domain/agenda.py", description
    for shape in shapes_of(record).values():
        if shape.record is not None and shape.leaf is None:
            yield from _descriptions(shape.record)


def updated(language: str) -> Catalog:
    """The catalog of a language with the messages of today; translations stay, those of gone messages go."""
    path = LOCALE / f"{language}.po"
    catalog = read_po(BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    catalog.update(collected(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def write(language: str) -> None:
    catalog = updated(language)  # read before the file is opened, which empties it
    with (LOCALE / f"{language}.po").open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, include_lineno=False, ignore_obsolete=True)


if __name__ == "__main__":
    write("nl")
