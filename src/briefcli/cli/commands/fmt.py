"""`brief fmt`: put agenda files in their usual form."""

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.changing import rewritten
from briefcli.cli.options import Paths, flag
from briefcli.cli.output import say, warn
from briefcli.cli.targets import files_at
from briefcli.domain.diagnostic import Diagnostic
from briefcli.errors import BriefError, Exit
from briefcli.files.read import read_bytes
from briefcli.reading.codes import CODES
from briefcli.reading.nodes import Unreadable, decoded
from briefcli.writing.formatting import formatted


class Result(StrEnum):
    """What became of a file."""

    CHANGED = "changed"
    SAME = "same"
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"


def run(
    paths: Paths = None,
    check_only: Annotated[bool, flag("--check", "Change nothing; exit 1 where a file would be changed.")] = False,
) -> Exit:
    """Put the fields of agenda files in their usual order, with quotes where a text needs them.

    Values and comments stay as they are. A file that cannot be read is left alone, and named.

    Example: brief fmt agendas/dmm-2023-06.yaml
    """
    results = Counter(_format(file, shown_as, change=not check_only) for file, shown_as in files_at(paths or []))
    places = {each.value: results[each] for each in Result}
    if check_only:
        warn(tr("would change: {changed}, left as they are: {same}, not readable: {unreadable}", **places))
    else:
        warn(tr("changed: {changed}, left as they are: {same}, not readable: {unreadable}", **places))
    if results[Result.UNWRITABLE]:
        return Exit.UNUSABLE
    is_no = results[Result.UNREADABLE] or (check_only and results[Result.CHANGED])
    return Exit.NO if is_no else Exit.DONE


def _format(file: Path, shown_as: str, *, change: bool) -> Result:
    """Format one file. Where it cannot be written the user reads why, and the other files go on."""
    data = read_bytes(file, shown_as)
    if isinstance(data, Diagnostic):
        return _left(data)
    try:
        text = formatted(shown_as, decoded(shown_as, data))
    except Unreadable as refused:
        return _left(refused.diagnostic)
    if text == data.decode("utf-8-sig"):
        return Result.SAME
    try:
        if change:
            rewritten(file, text, shown_as, data)
    except BriefError as error:
        warn(str(error))
        return Result.UNWRITABLE
    say(shown_as)
    return Result.CHANGED


def _left(found: Diagnostic) -> Result:
    """Say why a file is left as it is, without a word of it: it may not be public."""
    place = f"{found.path}:{found.line}:{found.column}"
    reason = tr(CODES[found.code].title)
    warn(tr("{place}: left as it is: {reason} (brief check says more)", place=place, reason=reason))
    return Result.UNREADABLE
