"""The messages for translators: `python -m tests.catalog` brings `locale/nl.po` up to date with the program.

Most messages stand in calls of `tr`, `count`, `tr_as` and `later`. Help texts, descriptions of
fields and the kinds of mistakes are collected from their declarations.
"""

import inspect
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import typer
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from briefcli.cli.registry import COMMANDS
from briefcli.domain.agenda import Agenda
from briefcli.reading.codes import CODES
from briefcli.reading.shapes import shapes_of

SOURCE = Path(__file__).parent.parent / "src" / "briefcli"
LOCALE = SOURCE / "locale"
_KEYWORDS = {"tr": None, "later": None, "count": (1, 2), "tr_as": ((1, "c"), 2), "later_as": ((1, "c"), 2)}


def collected() -> Catalog:
    """Every message of the program, by the file in which it stands; without line numbers, which change daily."""
    catalog = Catalog(project="brief", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        SOURCE, method_map=[("**.py", "python")], keywords=_KEYWORDS, comment_tags=("for translators:",)
    )
    for name, _line, message, comments, context in found:
        catalog.add(message, None, locations=[(name, 0)], auto_comments=comments, context=context)
    for name, message in (*_help(), *_descriptions(Agenda), *_codes()):
        catalog.add(message, None, locations=[(name, 0)])
    return catalog


def _help() -> Iterator[tuple[str, str]]:
    """The help of every command and of its parameters."""
    commands = [COMMANDS[name] for name in COMMANDS]
    groups = [each for each in commands if isinstance(each, typer.Typer)]
    grouped = [command.callback for group in groups for command in group.registered_commands]
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
    with (LOCALE / f"{language}.po").open("wb") as file:
        write_po(file, updated(language), width=120, sort_by_file=True, include_lineno=False, ignore_obsolete=True)


if __name__ == "__main__":
    write("nl")
