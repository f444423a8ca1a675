"""What is wrong in a file: data that is collected and shown, never raised."""

from enum import StrEnum

import msgspec

from briefcli.catalog import later, tr


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


SEVERITIES = {Severity.ERROR: later("error"), Severity.WARNING: later("warning")}  # as people read them


class Code(msgspec.Struct, frozen=True):
    """One kind of mistake. `title` says what it is without quoting the file, `why` what it leads to."""

    name: str
    severity: Severity
    title: str
    why: str = ""


class Diagnostic(msgspec.Struct, frozen=True):
    """One mistake at one place; line and column count from 1, columns in code points, and so does `width`: how
    much of the line is meant (0 where that is not known).

    `withheld` is set where the place is, or may be, inside something that is not public: message and hint may
    then quote it, and `public_version` is what may be shown. `internal` is set where the public may not even know
    that something is wrong, since that follows from what a withheld text says.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str | None = None
    withheld: bool = False
    internal: bool = False
    width: int = 0

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        return (self.path, self.line, self.column, self.code)


def problem(
    path: str,
    place: tuple[int, int],
    code: Code,
    message: str | None = None,
    hint: str | None = None,
    *,
    width: int = 0,
    withheld: bool = False,
    internal: bool = False,
) -> Diagnostic:
    """A diagnostic of this kind at (line, column); without a message, the kind's own title."""
    words = message or tr(code.title)
    return Diagnostic(path, *place, code.severity, code.name, words, hint, withheld, internal, width)
