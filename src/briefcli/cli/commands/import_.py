"""`brief import`: a decision memo becomes an agenda file, with a word on everything that needs a look."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefcli.cli.commands.new import check_id
from briefcli.cli.input import STANDARD_INPUT, read_bytes
from briefcli.cli.options import Format, Internal, OutputFormat
from briefcli.cli.output import emit, warn, write
from briefcli.errors import BriefError, Exit, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefcli.domain.when import When
    from briefcli.memo.imported import Imported


def run(
    memo: Annotated[
        str, typer.Argument(metavar="MEMO|-", help="A memo as PDF, Word, OpenDocument or text; - for standard input.")
    ],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE|-", help="Write here, or - to standard output.")
    ] = None,
    id_: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="The meeting's id, if not as suggested.")
    ] = None,
    series: Annotated[str | None, typer.Option("--series", metavar="NAME", help="Its series.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title.")] = None,
    when: Annotated[str | None, typer.Option("--when", metavar="DATE", help="When it is held.")] = None,
    merge: Annotated[
        bool, typer.Option("--merge", help="Add what is new to the agenda that stands, and show what that is.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Write nothing; show where in the memo each field comes from.")
    ] = False,
    form: OutputFormat = Format.TABLE,
    internal: Internal = False,
) -> None:
    """Make an agenda of a decision memo: the memo's own words, each in its field, nothing invented.

    What needs a look is marked `# check:` in the file and told on standard error. A file that stands is never
    overwritten. --format is for --explain.

    Example: brief import beslisnota.pdf --series dmm
    """
    from briefcli.config import internal_of
    from briefcli.memo.extract.source import read_memo
    from briefcli.memo.importer import ImportOptions, import_memo

    if id_ is not None:
        check_id(id_)
    options = ImportOptions(id=id_, series=series, title=title, when=_when(when))
    text = read_memo(Path("memo" if memo == STANDARD_INPUT else memo), read_bytes(memo), _progress())
    imported = import_memo(text, options)
    if explain:
        from briefcli.views.explain import explain_view

        raise typer.Exit(emit(explain_view(imported, internal=internal_of(internal, os.environ)), form))
    _write(imported, output, merge=merge)
    _report(imported)
    raise typer.Exit(Exit.DONE)


def _when(text: str | None) -> "When | None":
    """Raises UsageError for what is no date."""
    from briefcli.domain.when import WhenError, parse_when

    try:
        return None if text is None else parse_when(text)
    except WhenError as error:
        raise UsageError(str(error), error.hint) from error


def _write(imported: "Imported", output: str | None, *, merge: bool) -> None:
    """To standard output, to a new file, or into the agenda that stands."""
    from briefcli.files.write import create
    from briefcli.memo.writing import write_agenda

    file, shown_as = _target(imported.id, output)
    if merge and file.exists():
        _merge(imported, file, shown_as, only_show=output == STANDARD_INPUT)
    elif output == STANDARD_INPUT:
        write(write_agenda(imported))
    else:
        create(file, write_agenda(imported).encode(), shown_as)
        write(f"{shown_as}\n")


def _target(id_: str, output: str | None) -> tuple[Path, str]:
    """Where the agenda stands or goes to, and how that is shown."""
    from briefcli.workspace import find_agendas, shown_path

    if output is not None and output != STANDARD_INPUT:
        return Path(output), output
    try:
        folder = find_agendas(Path.cwd(), os.environ)
    except BriefError:
        if output is None:
            raise
        return Path(f"{id_}.yaml"), f"{id_}.yaml"
    return folder / f"{id_}.yaml", f"{shown_path(folder, Path.cwd())}/{id_}.yaml"


def _merge(imported: "Imported", file: Path, shown_as: str, *, only_show: bool) -> None:
    from briefcli.files.write import replace
    from briefcli.memo.merging import merge

    try:
        before = file.read_bytes()
        merged = merge(before.decode(), imported)
    except (OSError, UnicodeDecodeError) as error:
        raise BriefError(f"{shown_as} cannot be read", "brief check tells what is wrong with it") from error
    if only_show:
        write(merged.text)
    elif merged.added:
        replace(file, merged.text.encode(), shown_as, before)
        write("".join(f"{shown_as}: added {each}\n" for each in merged.added))
    else:
        write(f"{shown_as}: the memo adds nothing new\n")
    for each in merged.left_out:
        warn(f"{shown_as}: {each} stands there in another form and was left as it is; add the memo's words by hand")


def _report(imported: "Imported") -> None:
    """What a person has to look at, and what was left out; never words that are not public."""
    from briefcli.catalog import count
    from briefcli.views.explain import hidden_fields, is_hidden

    hidden = hidden_fields(imported.agenda)
    for check in imported.checks:
        message = "not public; look at it in the file" if is_hidden(check.field, hidden) else check.message
        warn(f"check {check.field}: {message}" if check.field else f"check: {message}")
    for each in imported.dropped:
        warn(f"left out: {each}")
    if number := len(imported.agenda.unplaced):
        warn(count("{n} text could not be placed; it stands under unplaced:", "{n} texts could not be placed; they "
                   "stand under unplaced:", number))  # fmt: skip


def _progress() -> "Callable[[int, int], None] | None":
    if not sys.stderr.isatty():
        return None
    from briefcli.catalog import tr
    from briefcli.render.progress import Bar

    return Bar(tr("Reading pages"))
