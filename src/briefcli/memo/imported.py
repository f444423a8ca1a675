"""What an import gives: the agenda, and where everything in it comes from."""

import msgspec

from briefcli.domain.agenda import Agenda


class Trace(msgspec.Struct, frozen=True):
    """The place in the memo that a field comes from, and the memo's own words there.

    For a date or a reference in a text, `reads` is what it means: `2023-06-15`, `kst-28676-427`.
    """

    field: str
    page: int | None
    line: int
    words: str
    reads: str = ""


class Check(msgspec.Struct, frozen=True):
    """Something that a person has to look at: a field, or the empty text for the memo as a whole."""

    field: str
    message: str


class Imported(msgspec.Struct):
    """`dropped` lists what was left out (page numbers, running heads, headings that became fields), and why."""

    id: str
    agenda: Agenda
    traces: list[Trace] = []
    checks: list[Check] = []
    dropped: list[str] = []
