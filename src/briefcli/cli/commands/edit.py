import os
import signal
import subprocess
import time
from pathlib import Path

from briefcli.catalog import tr
from briefcli.cli.choosing import file_typed
from briefcli.cli.input import agrees, is_terminal
from briefcli.cli.options import Common, Internal, MeetingId
from briefcli.cli.output import screen, warn, workspace, write
from briefcli.cli.programs import program_named
from briefcli.config import EDITOR
from briefcli.domain.diagnostic import Severity
from briefcli.errors import BriefError, Exit
from briefcli.files.read import bytes_of, bytes_or_error, reason
from briefcli.files.write import create, replace, rights_like
from briefcli.index.checks.files import Checker
from briefcli.views.check import shown_findings, summary

_USUAL = ("notepad",) if os.name == "nt" else ("sensible-editor", "nano", "vim", "vi")
_AT_ONCE = 0.5  # seconds: too short a time to read an agenda
_LARGEST = 100_000_000  # bytes: an agenda that is too large can still be made smaller


def run(meeting: MeetingId, internal: Internal = False) -> Exit:
    """Open an agenda in your editor, and check it when the editor closes.

    If the agenda then has errors, they are shown and you can go back into the editor. While the editor is open, a copy
    of the old agenda is kept beside it. It is put back if the file is gone or empty afterwards.

    Example: brief edit dmm-2023-06
    """
    place = workspace(Common(internal=internal))
    file = file_typed(place, meeting)
    editor = _editor()
    checker = Checker(internal=place.internal, rhythms=place.settings().rhythms)
    while True:
        failed = _open(editor, place.root / file, place.path(file))
        errors = _errors(place.root / file, place.path(file), checker)
        if not (errors and is_terminal() and agrees(tr("Go back into the editor?"), otherwise=True)):
            return Exit.NO if errors or failed else Exit.DONE


def _editor() -> list[str]:
    named = next(filter(None, map(os.environ.get, (EDITOR.variable, "VISUAL", "EDITOR"))), "").strip()
    command = next(filter(None, map(program_named, [named] if named else _USUAL)), None)
    if command is None:
        raise BriefError(tr("there is no editor {name} here", name=named or ", ".join(_USUAL)), _how_to_choose())
    return command


def _how_to_choose() -> str:
    name = "notepad" if os.name == "nt" else "nano"
    return tr("choose one: brief config set editor {name} (or set EDITOR)", name=name)


def _open(editor: list[str], file: Path, shown_as: str) -> int:
    """Run the editor and return its exit code. A copy of the agenda survives a crash; a file left empty is restored."""
    before = bytes_or_error(file, shown_as, _LARGEST)
    if len(before) == _LARGEST:  # the copy would be cut off
        raise BriefError(tr("{file} is too large to edit", file=shown_as), tr("brief check says more"))
    rights, copy = rights_like(file), _copy(file, before, shown_as)
    begun = time.monotonic()
    try:
        failed = _call([*editor, str(file)])
    except OSError as error:
        copy.unlink(missing_ok=True)
        message = tr("the editor {name} cannot be started: {reason}", name=editor[0], reason=reason(error))
        raise BriefError(message, _how_to_choose()) from error
    if failed:
        warn(tr("the editor ended with code {code}", code=failed))
    elif time.monotonic() - begun < _AT_ONCE and file.exists() and bytes_or_error(file, shown_as, _LARGEST) == before:
        warn(tr('the editor ended at once; if it is still open, let it wait: brief config set editor "code --wait"'))
    _rescue(file, before, shown_as, rights)
    copy.unlink(missing_ok=True)
    return failed


def _call(command: list[str]) -> int:
    """Run the editor. Ctrl-C is for the editor alone: if it ended us too, text that is not saved yet would be lost."""
    # An empty handler instead of SIG_IGN, because the editor would inherit SIG_IGN
    usual = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        return subprocess.call(command)  # noqa: S603  # the user's own editor
    finally:
        signal.signal(signal.SIGINT, usual)


def _copy(file: Path, before: bytes, shown_as: str) -> Path:
    """Make a hidden copy beside the file, which only the owner can read. Keeps older copies and warns of them."""
    for number in range(1, 100):
        copy = file.with_name(f".{file.name}.before-edit{'' if number == 1 else f'-{number}'}")
        if not os.path.lexists(copy):
            create(copy, before, tr("a copy of {file}", file=shown_as), 0o600)
            return copy
        warn(tr("{copy} beside the agenda was left by an interrupted edit; compare it, then remove it",
                copy=copy.name))  # fmt: skip
    message = tr("there are too many old copies of {file}", file=shown_as)
    raise BriefError(message, tr("remove the files that end in before-edit"))


def _rescue(file: Path, before: bytes, shown_as: str, rights: int) -> None:
    """Restore the agenda if it is gone or empty after the edit."""
    try:
        left = bytes_of(file, _LARGEST)
    except OSError:
        left = None
    if before.strip() and not (left or b"").strip():
        if left is None:
            create(file, before, shown_as, rights)
        else:
            replace(file, before, shown_as, left)
        warn(tr("{file} was gone or empty after the edit; the old text was put back", file=shown_as))


def _errors(file: Path, shown_as: str, checker: Checker) -> bool:
    """Show what is wrong in the file. Returns True if one of the mistakes is an error."""
    from briefcli.render.diagnostics import render_findings

    found = shown_findings(checker.file(file, shown_as), internal=checker.internal)
    if found:
        write(render_findings(found, summary([each.diagnostic for each in found]), screen()))
    return any(each.diagnostic.severity is Severity.ERROR for each in found)
