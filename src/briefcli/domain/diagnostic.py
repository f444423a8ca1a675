"""Diagnostics: the mistakes found in a file, as data that is collected and shown, never raised."""

from enum import StrEnum

import msgspec

from briefcli.catalog import later, tr


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


SEVERITIES = {Severity.ERROR: later("error"), Severity.WARNING: later("warning")}  # as people read them


class Code(msgspec.Struct, frozen=True):
    """One kind of mistake. `title` describes it without quoting the file; `why` says what it leads to."""

    name: str
    severity: Severity
    title: str
    why: str = ""


class Diagnostic(msgspec.Struct, frozen=True):
    """One mistake at one place in a file."""

    path: str
    line: int  # from 1
    column: int  # from 1, in code points
    severity: Severity
    code: str
    message: str
    hint: str | None = None
    # The place is, or may be, inside something that is not public. Message and hint may then quote it, so the public
    # sees the title of the kind instead, unless they are `in_own_words`: these never quote a file
    withheld: bool = False
    internal: bool = False  # the public may not even know of it, because it follows from what a withheld text says
    width: int = 0  # how many code points of the line are meant; 0 if that is not known
    in_own_words: bool = False

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        return (self.path, self.line, self.column, self.code)


def problem(
    place: tuple[int, int],
    code: Code,
    message: str | None = None,
    hint: str | None = None,
    *,
    path: str = "",
    width: int = 0,
    withheld: bool = False,
) -> Diagnostic:
    """A diagnostic of this kind at (line, column). Without a message it shows the title of the kind."""
    words = message or tr(code.title)
    return Diagnostic(path, *place, code.severity, code.name, words, hint, withheld, width=width)


class Concern(msgspec.Struct, frozen=True):
    """A mistake in the value of a field; the place of the field in the text is not looked up yet."""

    where: str  # the path of the field
    code: Code
    message: str
    hint: str
    path: str = ""  # of the file, as the index names it
