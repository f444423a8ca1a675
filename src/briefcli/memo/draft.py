"""The agenda while it is being put together: every field goes in with the place it comes from."""

import re

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda, Considerations, Decision, Speaking, Withheld
from briefcli.domain.item import Item, Marked, Text, Texts
from briefcli.domain.vocabulary import NOT_READ
from briefcli.domain.when import When
from briefcli.memo.imported import Check, Dropped, Imported, Trace
from briefcli.memo.text import Line
from briefcli.reading.visibility import holds_mark, opens_with_mark

_COLON = re.compile(r"\s*[:=：]")


class Draft:
    """Collects an agenda's fields, their traces and what has to be checked."""

    def __init__(self) -> None:
        self.agenda = Agenda(title="", when=When.unknown(), public=False, ground=NOT_READ)
        self.traces: list[Trace] = []
        self.checks: list[Check] = []
        self.dropped: list[Dropped] = []

    def trace(self, field: str, line: Line, words: str, reads: str = "") -> None:
        self.traces.append(Trace(field, line.page, line.line, words, reads))

    def check(self, field: str, message: str) -> None:
        self.checks.append(Check(field, message))

    def drop(self, line: Line, words: str, why: str, *, withheld: bool = False) -> None:
        self.dropped.append(Dropped(line.page, line.line, words, why, withheld))

    def add_text(self, field: str, text: str, line: Line) -> str:
        """Add a text to one of the agenda's lists of texts; gives the path of its place."""
        texts = self._texts(field)
        texts.append(text)
        path = f"{field}[{len(texts) - 1}]"
        self.trace(path, line, text)
        return path

    def add_decision(self, text: str, line: Line) -> str:
        self.agenda.decision = [*self.agenda.decision, Decision(text=text)]
        path = f"decision[{len(self.agenda.decision) - 1}]"
        self.trace(path, line, text)
        return path

    def add_speaking(self, text: str, line: Line) -> str:
        self.agenda.speaking = [*self.agenda.speaking, Speaking(text=text)]
        path = f"speaking[{len(self.agenda.speaking) - 1}]"
        self.trace(path, line, text)
        return path

    def add_withheld(self, item: Withheld, line: Line) -> str:
        self.agenda.withheld = [*self.agenda.withheld, item]
        path = f"withheld[{len(self.agenda.withheld) - 1}]"
        self.trace(path, line, item.text)
        return path

    def finish(self, identifier: str) -> Imported:
        self._withhold_torn(self.agenda)
        return Imported(identifier, self.agenda, self.traces, self.checks, self.dropped)

    def _withhold_torn(self, record: msgspec.Struct, path: str = "") -> None:
        """Withhold what says of itself that it is not public in the words of a mark, and word it otherwise."""
        for name in record.__struct_fields__:
            value, place = getattr(record, name), f"{path}.{name}" if path else name
            if _is_torn(value) and name != "ground":
                setattr(record, name, _reworded(value))
                if isinstance(record, Item) and path:
                    record.public = False
                else:
                    setattr(record, name, Marked(text=_reworded(value), public=False))
                self.check(place, tr("not shown in public, as it says"))
            for number, each in enumerate(value if isinstance(value, list) else [value]):
                within = f"{place}[{number}]" if isinstance(value, list) else place
                if isinstance(value, list) and _is_torn(each):
                    value[number] = Marked(text=_reworded(each), public=False)
                    self.check(within, tr("not shown in public, as it says"))
                elif isinstance(each, msgspec.Struct) and not each.__struct_config__.frozen:
                    self._withhold_torn(each, within)

    def _texts(self, field: str) -> Texts:
        owner: Agenda | Considerations = self.agenda
        name = field
        if field.startswith("considerations."):
            self.agenda.considerations = owner = self.agenda.considerations or Considerations()
            name = field.removeprefix("considerations.")
        texts: list[Text] = [*getattr(owner, name)]  # the default of a field is shared: never add to it
        setattr(owner, name, texts)
        return texts


def _reworded(text: str) -> str:
    """The memo's own `openbaar: nee` in words that no reader of the file takes for a mark of the file."""
    dashed = _COLON.sub(" –", text)
    return dashed if not holds_mark(dashed) else f"… {dashed} …"


def _is_torn(value: object) -> bool:
    """Whether a reader of the file would see a mark in a text; one that opens with a mark is withheld already."""
    return isinstance(value, str) and holds_mark(value) and not opens_with_mark(value)
