from typing import Annotated

from briefcli.catalog import page, tr
from briefcli.cli.options import argument
from briefcli.cli.output import page_or_write
from briefcli.errors import NothingFound
from briefcli.manual.described import TOPICS, described
from briefcli.manual.help import command_help, program_help, without_markdown


def run(
    words: Annotated[list[str] | None, argument("[COMMAND | TOPIC]", "A command or a topic; default: all.")] = None,
) -> None:
    """Explain a command or a topic: agenda, dates, deadlines, public, official and more.

    Example: brief help deadlines
    """
    page_or_write(_text(list(words or ())))


def _text(words: list[str]) -> str:
    """The help of the program, of a command or of a topic. A command is followed by the topic of the same name."""
    program = described()
    if not words:
        return program_help(program)
    name = " ".join(words)
    parts = [command_help(program, program.commands[name])] if name in program.commands else []
    if name in TOPICS:
        parts.append(without_markdown(page(name).read_text(encoding="utf-8")))
    if not parts:
        from briefcli.manual.mistakes import meant

        hint = meant(name, [*program.commands, *TOPICS], tr("topics: {topics}", topics=", ".join(TOPICS)))
        raise NothingFound(tr("there is no command or topic “{name}”", name=name), hint)
    return "\n".join(parts)
