"""`brief fmt`: put agenda files in their usual form."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefcli.cli.output import warn, write
from briefcli.errors import Exit
from briefcli.reading.codes import CODES

if TYPE_CHECKING:
    from briefcli.domain.diagnostic import Diagnostic


Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH…]", help="Files or folders; nothing for the whole agendas folder.")
]


def run(
    paths: Paths = None,
    check_only: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit 1 where a file would be changed.")
    ] = False,
) -> None:
    """Put the fields of agenda files in their usual order, with quotes where a text needs them.

    Values and comments stay as they are. A file that cannot be read is left alone, and named.

    Example: brief fmt agendas/dmm-2023-06.yaml
    """
    from briefcli.cli.targets import files_at

    results = [_format(file, shown_as, change=not check_only) for file, shown_as in files_at(paths or [])]
    changed, broken = results.count("changed"), results.count("broken")
    word = "would change" if check_only else "changed"
    warn(f"{word}: {changed}, left as they are: {len(results) - changed - broken}, not readable: {broken}")
    raise typer.Exit(Exit.NO if broken or (check_only and changed) else Exit.DONE)


def _format(file: Path, shown_as: str, *, change: bool) -> str:
    """Format one file: changed, same or broken."""
    from briefcli.domain.diagnostic import Diagnostic
    from briefcli.files.read import read_bytes
    from briefcli.files.write import replace
    from briefcli.reading.nodes import Unreadable, decoded
    from briefcli.writing.formatting import formatted

    data = read_bytes(file, shown_as)
    if isinstance(data, Diagnostic):
        return _left(data)
    try:
        text = formatted(shown_as, decoded(shown_as, data))
    except Unreadable as refused:
        return _left(refused.diagnostic)
    made = (b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + text.encode()
    if made == data:
        return "same"
    if change:
        replace(file, made, shown_as, data)
    write(f"{shown_as}\n")
    return "changed"


def _left(found: "Diagnostic") -> str:
    """Say why a file is left as it is, without a word of it: it may not be public."""
    place = f"{found.path}:{found.line}:{found.column}"
    warn(f"{place}: left as it is: {CODES[found.code].title} (brief check says more)")
    return "broken"
