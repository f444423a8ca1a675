"""Files are written whole or not at all, and never over what someone else wrote."""

import os
import stat
import tempfile
from pathlib import Path

from briefcli.errors import BriefError, UsageError


def create(file: Path, text: str, shown_as: str) -> None:
    """Write a file that is not there yet. Raises UsageError where it is, BriefError where it cannot be written."""
    create_bytes(file, text.encode(), shown_as)


def create_bytes(file: Path, data: bytes, shown_as: str) -> None:
    """As `create`, with the rights that the user's other files get."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError as error:
        raise UsageError(f"{shown_as} exists already", "brief edit opens it; nothing was changed") from error
    except OSError as error:
        raise _unwritable(shown_as, error) from error
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
    except OSError as error:
        file.unlink(missing_ok=True)
        raise _unwritable(shown_as, error) from error


def replace(file: Path, data: bytes, shown_as: str) -> None:
    """Put new bytes in the place of a file, with its rights, in one step. Raises BriefError."""
    target = Path(os.path.realpath(file))  # a link stays a link
    temporary = None
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644
        descriptor, temporary = tempfile.mkstemp(prefix=".brief-", dir=target.parent)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
        os.chmod(temporary, mode)  # noqa: PTH101  # beside mkstemp, which gives a name
        os.replace(temporary, target)  # noqa: PTH105
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise _unwritable(shown_as, error) from error


def _unwritable(shown_as: str, error: OSError) -> BriefError:
    reason = (error.strerror or "unknown reason").lower()
    return BriefError(f"{shown_as} cannot be written: {reason}", "look at the rights of its folder, and the disk")
