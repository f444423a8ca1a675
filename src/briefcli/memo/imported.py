"""The result of an import: the agenda, and where in the memo each of its fields comes from."""

import re
from typing import Any, Generic, TypeVar

import msgspec

from briefcli.domain.agenda import Agenda, Considerations, Decision, Speaking, Withheld
from briefcli.domain.item import Item, Marked, words_of
from briefcli.domain.texts import passages
from briefcli.memo.text import Line

T = TypeVar("T", bound=Item)
_STEP = re.compile(r"[.\[]")  # starts the next step of a path
_TEXTS_WITH_MORE: dict[str, type[Marked]] = {"decision": Decision, "speaking": Speaking, "withheld": Withheld}


class Trace(msgspec.Struct, frozen=True):
    """The place in the memo that a field comes from, and the memo's own words there.

    If these words are a date or a reference, `reads` is how it was read: `2023-06-15`, `kst-28676-427`.
    """

    field: str
    page: int | None
    line: int
    words: str
    reads: str = ""


class Check(msgspec.Struct, frozen=True):
    """Something that a person has to check. `field` is its path, or empty for the memo as a whole."""

    field: str
    message: str


class Dropped(msgspec.Struct, frozen=True):
    """A line that was left out (a page number, a running head, a heading that became a field), and why.

    The public does not see the words of a line that is `withheld`.
    """

    page: int | None
    line: int
    words: str
    why: str
    withheld: bool = False


_Placed = TypeVar("_Placed", Trace, Check)


class Found(msgspec.Struct, Generic[T]):
    """An item for the list `field` of the agenda, with the line and the words of the memo that it comes from.

    `doubts` says why a field of the item has to be checked, `parts` which line and words a field comes from. In both,
    an empty name stands for the whole item. Without `parts` the whole item comes from `line`.
    """

    field: str
    item: T
    line: Line
    words: str
    doubts: dict[str, str | None] = {}
    parts: list[tuple[str, Line, str]] = []


class Imported(msgspec.Struct):
    """An agenda made from a memo. The agenda as a whole is not public until a person releases it."""

    id: str
    agenda: Agenda
    traces: list[Trace] = []
    checks: list[Check] = []
    dropped: list[Dropped] = []

    def trace(self, field: str, line: Line, words: str, reads: str = "") -> None:
        self.traces.append(Trace(field, line.page, line.line, words, reads))

    def check(self, field: str, message: str | None) -> None:
        """Ask a person to check a field. Does nothing if `message` is None, or if that was just asked."""
        if message is not None and self.checks[-1:] != [Check(field, message)]:
            self.checks.append(Check(field, message))

    def drop(self, line: Line, why: str, *, words: str | None = None, withheld: bool = False) -> None:
        """Record that a line, or only some `words` of it, is left out of the agenda."""
        self.dropped.append(Dropped(line.page, line.line, line.text.strip() if words is None else words, why, withheld))

    def drop_all(self, lines: list[tuple[Line, str]]) -> None:
        for line, why in lines:
            self.drop(line, why)

    def add(self, field: str, item: Item | str, line: Line, words: str | None = None, reads: str = "") -> str:
        """Append an item or a text to a list of the agenda, with its trace. Returns the path of the new item."""
        if isinstance(item, str) and field in _TEXTS_WITH_MORE:
            item = _TEXTS_WITH_MORE[field](text=item)
        path = self._append(field, item)
        self.trace(path, line, words_of(item) if words is None else words, reads)  # type: ignore[arg-type]
        return path

    def place(self, found: Found[Any]) -> None:
        """Append a found item to its list in the agenda, with its traces and checks."""
        self.tell(self._append(found.field, found.item), found)

    def tell(self, path: str, found: Found[Any]) -> None:
        """Add the traces and checks of a found item, which is at this path."""
        for field, line, words in found.parts or [("", found.line, found.words)]:
            self.trace(f"{path}.{field}".rstrip("."), line, words)
        for field, doubt in found.doubts.items():
            self.check(f"{path}.{field}".rstrip("."), doubt)

    def _append(self, field: str, item: Item | str) -> str:
        owner: Any = self.agenda
        name = field.removeprefix("considerations.")
        if name != field:
            self.agenda.considerations = owner = self.agenda.considerations or Considerations()
        items: list[Item | str] = getattr(owner, name)
        items.append(item)
        return f"{field}[{len(items) - 1}]"

    def shown(self, found: list[_Placed], *, internal: bool) -> list[_Placed]:
        """The traces or checks that may be shown: none whose field is, holds, or is a part of what stays withheld."""
        read = msgspec.structs.replace(self.agenda, public=True)
        hidden = {passage.where for passage in passages(read, labels=True) if passage.withheld}
        holders = {field[: step.start()] for field in hidden for step in _STEP.finditer(field)}

        def is_withheld(field: str) -> bool:
            around = (field[: dot.start()] for dot in re.finditer(r"\.", field))
            return field in hidden or field in holders or any(each in hidden for each in around)

        return [each for each in found if internal or not is_withheld(each.field)]
