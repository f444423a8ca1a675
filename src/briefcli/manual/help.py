"""Writes the text of `--help`: all commands in their groups, or one command, its example first. Truncates nothing."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from briefcli.catalog import later, tr, tr_as
from briefcli.manual.described import TOPICS, Command, Described, Parameter

WIDTH = 80
_MARGIN = 2
_LEFT_MOST = 26  # columns for names of options; a longer name gets a line of its own
HELP = Parameter(["--help", "-h"], "", later("Show this help."), [], flag=True)
_VERSION = Parameter(["--version"], "", later("Print the version and stop."), [], flag=True)
_EXAMPLE = re.compile(r"^(?:Example|Voorbeeld): ")


def program_help(program: Described) -> str:
    """The help of `brief` itself: each command on one line, in its group."""
    lines = [tr("Usage: {usage}", usage=tr_as("value", "brief COMMAND …")), ""]
    lines += _paragraphs(tr(program.about).split("\n\n"))
    commands = [each for each in program.commands.values() if " " not in each.name]
    width = max(len(each.name) for each in commands)
    for group in program.groups:
        lines += _section(group, [(each.name, first_line(each)) for each in commands if each.group == group], width)
    lines += _parameters(later("Options"), [*program.options, _VERSION, HELP])
    more = tr("brief help COMMAND or brief help TOPIC explains more; topics: {topics}.", topics=", ".join(TOPICS))
    return "\n".join([*lines, *_paragraphs([more])]).rstrip() + "\n"


def first_line(command: Command) -> str:
    """What a command does, on one line."""
    if command.summary:
        return tr(command.summary)
    paragraphs, _ = translated_parts(command.help)
    return re.split(r"(?<=[.:;])\s", paragraphs[0], maxsplit=1)[0].rstrip(":;") if paragraphs else ""


def command_help(program: Described, command: Command) -> str:
    """The help of one command, its example first."""
    paragraphs, examples = translated_parts(command.help)
    actions = program.actions(command.name)
    told = [(each, first_line(program.commands[f"{command.name} {each}"])) for each in actions]
    places = [placeholder_of(each) for each in command.arguments]
    places += [tr_as("value", "[OPTIONS]"), *([tr_as("value", "[ACTION]")] if actions else [])]
    usage = " ".join(["brief", command.name, *places])
    lines = [f"{tr('For example')}:", *(f"  {each}" for each in examples), ""] if examples else []
    lines += [*_paragraphs(paragraphs), tr("Usage: {usage}", usage=usage), ""]
    lines += _parameters(later("Arguments"), command.arguments)
    lines += _section(later("Actions"), told, max(map(len, actions), default=0))
    lines += _parameters(later("Options"), [*command.options, HELP])
    everywhere = ", ".join(each.options[0] for each in program.options)
    lines += _paragraphs([tr("Every command also takes {options}; see brief --help.", options=everywhere)])
    return "\n".join(lines).rstrip() + "\n"


def without_markdown(markdown: str) -> str:
    """Markdown as plain text of 80 columns."""
    lines: list[str] = []
    table: list[list[str]] = []
    fenced = False
    for line in [*re.sub(r"<!--.*?-->\n?", "", markdown, flags=re.DOTALL).splitlines(), ""]:
        if line.startswith("|") and not fenced:
            table.append([_unmarked(each.strip()) for each in line.strip()[1:-1].split(" | ")])
            continue
        lines += _table(table)
        table = []
        if line.startswith("```"):
            fenced = not fenced
        elif fenced or line.startswith("    "):
            lines.append(f"    {line if fenced else line.strip()}".rstrip())
        else:
            lines += textwrap.wrap(_unmarked(line.lstrip("#").strip()), WIDTH - 1) or [""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _table(rows: list[list[str]]) -> Iterator[str]:
    """Each row as its first cell and the others beside it. Of the header only the name of a fifth column is needed."""
    below = [cells for cells in rows[2:] if any(cells)]
    for cells in below:
        cells[4:] = [f"{rows[0][4].capitalize()}: {each}" for each in cells[4:]]
    if rows and len(rows[0]) == 3:  # the first column groups the rows
        yield from _grouped(below)
        return
    below = [[each for each in cells if each] for cells in below]
    width = min(max((len(cells[0]) for cells in below), default=0), _LEFT_MOST)
    for cells in below:
        yield from _two_columns(cells[0], "; ".join(cells[1:]).replace(".; ", ". "), width)


def _grouped(rows: list[list[str]]) -> Iterator[str]:
    """Rows of three cells, grouped under the first cell. An empty first cell means that of the row above."""
    for first, second, third in rows:
        if first:
            yield f"{' ' * _MARGIN}{first}:"
        yield from _two_columns(f"  {' '.join(second.replace('<br>', ' ').split())}", third, _LEFT_MOST + 14)


def _unmarked(text: str) -> str:
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text).replace("`", "").replace("**", "")


def placeholder_of(parameter: Parameter) -> str:
    """The placeholder for a value, in the user's language. A choice of words is the same in every language."""
    return tr_as("value", parameter.metavar)


def usage_of(parameter: Parameter) -> str:
    """A parameter as the help shows it: `--format, -f table|json`."""
    return " ".join(filter(None, (", ".join(parameter.options), placeholder_of(parameter))))


def translated_parts(text: str) -> tuple[list[str], list[str]]:
    """The paragraphs of a help text in the user's language, and its examples without the word “Example:”."""
    paragraphs = [" ".join(each.split()) for each in tr(text).split("\n\n") if each.strip()]
    examples = [_EXAMPLE.sub("", each) for each in paragraphs if _EXAMPLE.match(each)]
    return [each for each in paragraphs if not _EXAMPLE.match(each)], examples


def _paragraphs(paragraphs: Iterable[str]) -> Iterator[str]:
    for each in paragraphs:
        yield from textwrap.wrap(" ".join(each.split()), WIDTH - 1, break_long_words=False, break_on_hyphens=False)
        yield ""


def _parameters(title: str, parameters: Iterable[Parameter]) -> list[str]:
    rows = [(usage_of(each).replace("|", "/"), tr(each.help)) for each in parameters]
    return _section(title, rows, min(max((len(name) for name, _ in rows), default=0), _LEFT_MOST))


def _section(title: str, rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    """Two columns below their title; nothing if there are no rows."""
    lines = [line for name, text in rows for line in _two_columns(name, text, width)]
    return [f"{tr(title)}:", *lines, ""] if lines else []


def _two_columns(name: str, text: str, width: int) -> Iterator[str]:
    left = " " * _MARGIN + name
    indent = " " * (width + 2 * _MARGIN)
    if len(name) > width:
        yield left
        left = ""
    yield from textwrap.wrap(
        text, WIDTH - 1, initial_indent=left.ljust(len(indent)), subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    ) or [left]  # fmt: skip
