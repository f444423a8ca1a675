"""`brief edit`: an agenda in the user's editor, checked when it closes, and never lost."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefcli.cli.options import Internal
from briefcli.cli.output import screen, warn, workspace, write
from briefcli.domain.diagnostic import Severity
from briefcli.errors import BriefError, Exit
from briefcli.workspace import Workspace

if TYPE_CHECKING:
    from briefcli.index.checking import Checker


_USUAL = ("sensible-editor", "nano", "vim", "vi")


def run(
    meeting: Annotated[str, typer.Argument(metavar="ID", help="The meeting's id, or as much of it as is unique.")],
    internal: Internal = False,
) -> None:
    """Open an agenda in your editor ($VISUAL, else $EDITOR), and check it when the editor closes.

    Where it then has errors they are shown, and you may go back in. As long as the editor is open, a copy of the
    agenda as it was lies beside it; it comes back if the file is gone or empty afterwards.

    Example: brief edit dmm-2023-06
    """
    from briefcli.index.checking import Checker

    place = workspace(None, internal=internal)
    file = file_of(place, meeting)
    editor = _editor()
    checker = Checker(place.internal, place.settings().rhythms)
    raise typer.Exit(_edited(editor, place.root / file, place.path(file), checker))


def file_of(place: Workspace, meeting: str) -> str:
    """The file's path in the agendas folder; one that cannot be read as an agenda can be edited as well."""
    from briefcli.domain.agenda import id_of
    from briefcli.index.naming import choose
    from briefcli.index.survey import take_survey

    # Of two files with one id the first counts, as in every other command
    files = {id_of(path): path for path in sorted(take_survey(place.root).paths, reverse=True)}
    return files[choose(sorted(files), meeting)]


def _editor() -> list[str]:
    """The editor's command with its arguments. Raises BriefError where there is none."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(named) if named.strip() else []
    except ValueError as error:
        raise BriefError(f"$VISUAL or $EDITOR cannot be read: {named}", "a quote in it is not closed") from error
    if not command:
        command = [found for name in _USUAL if (found := shutil.which(name))][:1]
    if not command or shutil.which(command[0]) is None:
        name = command[0] if command else "nano"
        raise BriefError(f"there is no editor {name} here", "set EDITOR to your editor, as in EDITOR=nano")
    return command


def _edited(editor: list[str], file: Path, shown_as: str, checker: "Checker") -> Exit:
    """Open, check, and open again as long as there are errors and the user wants to."""
    before = _bytes(file, shown_as)
    copy = _copy(file, before, shown_as)
    while True:
        failed = subprocess.call([*editor, str(file)])  # noqa: S603  # the user's own editor
        if failed:
            warn(f"the editor ended with code {failed}")
        _rescue(file, before, shown_as)
        errors = _errors(file, shown_as, checker)
        if not errors or not _goes_back():
            copy.unlink(missing_ok=True)
            return Exit.NO if errors or failed else Exit.DONE


def _bytes(file: Path, shown_as: str) -> bytes:
    try:
        if not file.is_file():
            raise BriefError(f"{shown_as} is not an ordinary file", "brief check says more")
        return file.read_bytes()
    except OSError as error:
        raise BriefError(f"{shown_as} cannot be read: {(error.strerror or '').lower()}") from error


def _copy(file: Path, before: bytes, shown_as: str) -> Path:
    """A hidden copy beside the file, which outlives a crash; one that lies there already is told and kept."""
    from briefcli.files.write import create

    for number in range(1, 100):
        copy = file.with_name(f".{file.name}.before-edit{'' if number == 1 else f'-{number}'}")
        if not os.path.lexists(copy):
            create(copy, before, f"a copy of {shown_as}", 0o600)
            return copy
        warn(f"{copy.name} beside the agenda is left from an edit that was cut short; compare it, then remove it")
    raise BriefError(f"there are too many old copies of {shown_as}", "remove the files that end in before-edit")


def _rescue(file: Path, before: bytes, shown_as: str) -> None:
    """Put the agenda back where the editor left nothing of it."""
    from briefcli.files.write import replace

    try:
        gone = not file.read_bytes().strip()
    except OSError:
        gone = True
    if gone and before.strip():
        replace(file, before, shown_as, None)
        warn(f"{shown_as} was gone or empty after the edit; it is back as it was before")


def _errors(file: Path, shown_as: str, checker: "Checker") -> bool:
    """Show what is wrong in the file; True where one of the mistakes is an error."""
    from briefcli.render.diagnostics import render_findings
    from briefcli.views.check import shown_findings, summary

    found = shown_findings(checker.file(file, shown_as), internal=checker.internal)
    if found:
        write(render_findings(found, summary([each.diagnostic for each in found]), screen()))
    return any(each.diagnostic.severity is Severity.ERROR for each in found)


def _goes_back() -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return bool(typer.confirm("Go back into the editor?", default=True, err=True))
