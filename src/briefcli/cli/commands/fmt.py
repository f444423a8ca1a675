from collections import Counter
from pathlib import Path
from typing import Annotated, Literal

from briefcli.catalog import tr
from briefcli.cli.changing import rewritten
from briefcli.cli.options import Paths, flag
from briefcli.cli.output import complain, say, warn
from briefcli.cli.targets import files_at
from briefcli.domain.diagnostic import Diagnostic
from briefcli.errors import BriefError, Exit
from briefcli.files.read import read_bytes
from briefcli.reading.codes import CODES
from briefcli.reading.nodes import Unreadable, decoded
from briefcli.writing.formatting import formatted

Result = Literal["changed", "same", "unreadable", "unwritable"]


def run(
    paths: Paths = None,
    check_only: Annotated[bool, flag("--check", "Change nothing; exit with 1 if a file would be changed.")] = False,
) -> Exit:
    """Put the fields of agenda files in their usual order, and quotes around texts that need them.

    Values and comments stay as they are. A file that cannot be read is left as it is, and named.

    Example: brief fmt agendas/dmm-2023-06.yaml
    """
    results = Counter[str](changed=0, same=0, unreadable=0)
    results.update(_format(file, shown_as, change=not check_only) for file, shown_as in files_at(paths or []))
    if check_only:
        warn(tr("would change: {changed}, left as they are: {same}, not readable: {unreadable}", **results))
    else:
        warn(tr("changed: {changed}, left as they are: {same}, not readable: {unreadable}", **results))
    if results["unwritable"]:
        return Exit.UNUSABLE
    return Exit.NO if results["unreadable"] or (check_only and results["changed"]) else Exit.DONE


def _format(file: Path, shown_as: str, *, change: bool) -> Result:
    """Format one file. If it cannot be written, warn why and go on, so that the other files are formatted."""
    data = read_bytes(file, shown_as)
    if isinstance(data, Diagnostic):
        return _left(shown_as, data)
    try:
        text = formatted(decoded(data))
    except Unreadable as refused:
        return _left(shown_as, refused.diagnostic)
    if text == data.decode("utf-8-sig"):
        return "same"
    try:
        if change:
            rewritten(file, text, shown_as, data)
    except BriefError as error:
        complain(error)
        return "unwritable"
    say(shown_as)
    return "changed"


def _left(shown_as: str, found: Diagnostic) -> Result:
    """Warn why a file is left as it is, without quoting any of its words, which may not be public."""
    place = f"{shown_as}:{found.line}:{found.column}"
    reason = tr(CODES[found.code].title)
    warn(tr("{place}: left as it is: {reason} (brief check says more)", place=place, reason=reason))
    return "unreadable"
