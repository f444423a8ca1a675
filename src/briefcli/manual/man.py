"""Writes the manual pages: one for `brief` and one for each command, when the package is built.

It needs only the standard library, because the build loads it before anything is installed. The pages are in the
language of the process. Source of the macros: man(7) of mandoc.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator

from briefcli.catalog import tr, tr_as
from briefcli.manual.described import Command, Described, Parameter
from briefcli.manual.help import first_line, placeholder_of, translated_parts

_DATE = "2026-11-26"  # when the form of the pages last changed
_WIDTH = 60  # characters in a source line, before escapes make it longer


def pages(program: Described, version: str) -> dict[str, str]:
    """The text of every page by the name of its file."""
    found = {"brief.1": _page("brief", version, _program(program))}
    for command in program.commands.values():
        name = f"brief-{command.name.replace(' ', '-')}"
        found[f"{name}.1"] = _page(name, version, _command(program, command))
    return found


def _page(name: str, version: str, body: Iterable[str]) -> str:
    head = f'.TH {_text(name.upper())} 1 "{_DATE}" "brief {version}" "brief"'
    return "\n".join((head, *body)) + "\n"


def _program(program: Described) -> Iterator[str]:
    paragraphs, _ = translated_parts(program.about)
    yield from (_section(tr("NAME")), *_lines(f"brief - {paragraphs[0].rstrip('.').lower()}"))
    yield from (_section(tr("SYNOPSIS")), ".B brief", _text(tr_as("value", "COMMAND [OPTIONS]")))
    yield from (_section(tr("DESCRIPTION")), *_paragraphs(paragraphs))
    yield _section(tr("COMMANDS"))
    for group in program.groups:
        yield f".SS {_text(tr(group))}"
        for each in program.commands.values():
            if each.group == group:
                yield from (".TP", f".B {_text(each.name)}", *_lines(first_line(each)))
    yield from (_section(tr("OPTIONS")), *_parameters(program.options))
    yield _section(tr("EXIT STATUS"))
    yield from _lines(
        tr("0 done, 1 the answer is no, 2 wrong usage, 3 the agendas cannot be used, 70 a mistake in the program.")
    )
    yield from _lines(tr("The command brief help exit-codes says more."))
    yield from (_section(tr("SEE ALSO")), ".BR brief\\-show (1),", ".BR brief\\-deadlines (1),", ".BR brief\\-help (1)")


def _command(program: Described, command: Command) -> Iterator[str]:
    paragraphs, examples = translated_parts(command.help)
    yield from (_section(tr("NAME")), *_lines(f"brief-{command.name.replace(' ', '-')} - {first_line(command)}"))
    places = " ".join(f"\\fI{_text(placeholder_of(each))}\\fR" for each in command.arguments)
    yield from (_section(tr("SYNOPSIS")), f".B brief {_text(command.name)}")
    yield f"{places} {_text(tr_as('value', '[OPTIONS]'))}".strip()
    yield from (_section(tr("DESCRIPTION")), *_paragraphs(paragraphs))
    if command.arguments:
        yield from (_section(tr("ARGUMENTS")), *_parameters(command.arguments))
    yield from (_section(tr("OPTIONS")), *_parameters([*command.options, *program.options]))
    if examples:
        yield from (_section(tr("EXAMPLES")), ".nf", *map(_text, examples), ".fi")
    yield from (_section(tr("SEE ALSO")), ".BR brief (1)")


def _section(title: str) -> str:
    return f".SH {_text(title)}"


def _paragraphs(paragraphs: Iterable[str]) -> Iterator[str]:
    for place, each in enumerate(paragraphs):
        yield from ((".PP",) if place else ())
        yield from _lines(each)


def _parameters(parameters: Iterable[Parameter]) -> Iterator[str]:
    for each in parameters:
        names = ", ".join(f"\\fB{_text(name)}\\fR" for name in each.options)
        value = f"\\fI{_text(placeholder_of(each))}\\fR" if each.metavar else ""
        yield from (".TP", " ".join(filter(None, (names, value))), *_lines(tr(each.help)))


def _lines(text: str) -> Iterator[str]:
    """The source lines of a paragraph. Each sentence starts on a new line."""
    for sentence in re.split(r"(?<=[.!?]) (?=[A-Z])", " ".join(text.split())):
        yield from map(_text, textwrap.wrap(sentence, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _text(text: str) -> str:
    """Escape a text so that roff prints it as it is: no macro at the start of a line, hyphens that can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").replace("“", "\\(lq").replace("”", "\\(rq")
    return f"\\&{text}" if text.startswith((".", "'")) else text
