"""What an import gives: the agenda, and where everything in it comes from."""

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.domain.texts import passages


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


class Dropped(msgspec.Struct, frozen=True):
    """A line that was left out (a page number, a running head, a heading that became a field), and why."""

    page: int | None
    line: int
    words: str
    why: str
    withheld: bool = False


class Imported(msgspec.Struct):
    """The agenda is not public as a whole until a person releases it."""

    id: str
    agenda: Agenda
    traces: list[Trace] = []
    checks: list[Check] = []
    dropped: list[Dropped] = []

    def hidden_fields(self) -> frozenset[str]:
        """The paths of all texts that are withheld also after a release."""
        read = msgspec.structs.replace(self.agenda, public=True)
        return frozenset(passage.where for passage in passages(read, labels=True) if passage.withheld)


def is_hidden(field: str, hidden: frozenset[str]) -> bool:
    """Whether the field is, holds, or is a part of something that is not public."""
    return any(
        field == each or each.startswith((f"{field}.", f"{field}[")) or field.startswith(f"{each}.") for each in hidden
    )
