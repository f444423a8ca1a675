"""The messages for translators: `python -m tests.catalog` brings `locale/nl.po` up to date with the program.

Most messages are arguments of `tr`, `count`, `tr_as` and `later`. Help texts, descriptions of fields and the kinds of
mistakes are collected from their declarations.
"""

import ast
import inspect
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from io import BytesIO
from pathlib import Path

import typer
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from briefcli import __version__
from briefcli.cli.app import brief
from briefcli.cli.options import with_common_options
from briefcli.cli.registry import SUMMARIES, command
from briefcli.domain.citations.finder import all_forms
from briefcli.index.database import TABLES, VIEWS
from briefcli.manual.described import described
from briefcli.reading.codes import CODES
from briefcli.reading.shapes import records, shapes_of
from briefcli.views.labels import english_label
from tests.sources import SOURCE, imports_and_calls

LOCALE = SOURCE / "locale"
# For each function: whether its first argument is a context
_FUNCTIONS = {"tr": False, "later": False, "count": False, "tr_as": True, "later_as": True}


def collected() -> Catalog:
    """Every message of the program with the file that it is in. Line numbers are left out: they change daily."""
    catalog = Catalog(project="brief", charset="utf-8", fuzzy=False)
    for file, nodes in imports_and_calls().items():
        for name, (context, *forms) in _calls(nodes):
            message = tuple(map(str, forms)) if name == "count" else str(forms[0])
            catalog.add(message, None, locations=[(file, 0)], context=context)
    catalog.add(inspect.cleandoc(brief.__doc__ or ""), locations=[("cli/app.py", 0)])
    for name, message in (*_help(), *_descriptions(), *_codes(), *_pages()):
        catalog.add(message, None, locations=[(name, 0)])
    for sign in _values():
        catalog.add(sign, None, locations=[("manual/commands.json", 0)], context="value")
    return catalog


def _calls(nodes: Sequence[ast.AST]) -> Iterator[tuple[str, list[str | None]]]:
    """For each call with a message: the name of the function, and a list of the context (or None) and the texts."""
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FUNCTIONS:
            texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if _FUNCTIONS[node.func.id] and len(texts) == 2:
                yield node.func.id, [*texts]
            elif texts and texts[0] and not _FUNCTIONS[node.func.id]:
                yield node.func.id, [None, *texts]


def _help() -> Iterator[tuple[str, str]]:
    """The help of every command and of its parameters."""
    commands = [command(name) for name in SUMMARIES]
    groups = [each for each in commands if isinstance(each, typer.Typer)]
    grouped = [
        each.callback for group in groups for each in (group.registered_callback, *group.registered_commands) if each
    ]
    for run in (each for each in (*commands, *grouped) if inspect.isfunction(each)):
        file = Path(inspect.getsourcefile(run) or "").name
        yield f"cli/commands/{file}", inspect.cleandoc(run.__doc__ or "")
        for parameter in inspect.signature(with_common_options(run)).parameters.values():
            for info in getattr(parameter.annotation, "__metadata__", ()):
                if isinstance(info, (typer.models.OptionInfo, typer.models.ArgumentInfo)) and info.help:
                    yield f"cli/commands/{file}", info.help


def _values() -> Iterator[str]:
    """The placeholders for values in the help, such as `FILE`. Lists of choices are the same in every language."""
    program = described()
    parameters = [each for command in program.commands.values() for each in command.parameters]
    return (each.metavar for each in (*parameters, *program.options) if re.search("[A-Z]{2}", each.metavar))


def _pages() -> Iterator[tuple[str, str]]:
    """The descriptions of the database in the reference pages, and the titles of the forms of citation."""
    for table in TABLES:
        yield "index/database.py", table.about
        for _, _, meaning in table.columns:
            yield "index/database.py", meaning
    for about, _ in VIEWS.values():
        yield "index/database.py", about
    for form in all_forms():
        yield "domain/citations/finder.py", form.title


def _codes() -> Iterator[tuple[str, str]]:
    """What each kind of mistake is, and why it matters."""
    for code in CODES.values():
        yield "reading/codes.py", code.title
        yield "reading/codes.py", code.why


def _descriptions() -> Iterator[tuple[str, str]]:
    """The meaning of each record and field of the agenda, the label of each field, and its vocabulary."""
    for record in records():
        for text in ((record.__doc__ or "").strip(), *(shape.description for shape in shapes_of(record).values())):
            if text:
                yield "domain/agenda.py", text
        for name, shape in shapes_of(record).items():
            yield "views/labels.py", english_label(name)
            for word in (*shape.vocabulary, *(shape.leaf if shape.leaf and issubclass(shape.leaf, StrEnum) else ())):
                yield "domain/vocabulary.py", word.replace("-", " ")


def updated(language: str) -> Catalog:
    """The catalog of a language with the current messages. Translations are kept, except those of obsolete messages."""
    path = LOCALE / f"{language}.po"
    catalog = read_po(BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    catalog.update(collected(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.header_comment = "# Dutch texts of brief. Licensed under the EUPL, as brief itself."
    catalog.project, catalog.version, catalog.fuzzy = "brief", __version__, False
    catalog.last_translator = catalog.language_team = "the maintainers of brief"
    catalog.msgid_bugs_address = ""
    catalog.revision_date = catalog.creation_date  # the day of each run would make every two branches conflict
    return catalog


def write(language: str) -> None:
    catalog = updated(language)  # read first: opening the file for writing empties it
    with (LOCALE / f"{language}.po").open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, include_lineno=False, ignore_obsolete=True)


if __name__ == "__main__":
    write("nl")
