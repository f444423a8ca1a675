"""The agenda while it is being put together: every field goes in with the place it comes from."""

import re

import msgspec

from briefcli.domain.agenda import Agenda, Considerations, Decision, Speaking, Withheld
from briefcli.domain.item import Text, Texts
from briefcli.domain.vocabulary import NOT_READ
from briefcli.domain.when import When
from briefcli.memo.imported import Check, Dropped, Imported, Trace
from briefcli.memo.text import Line
from briefcli.reading.visibility import holds_mark

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
        _reword(self.agenda)
        return Imported(identifier, self.agenda, self.traces, self.checks, self.dropped)

    def _texts(self, field: str) -> Texts:
        owner: Agenda | Considerations = self.agenda
        name = field
        if field.startswith("considerations."):
            self.agenda.considerations = owner = self.agenda.considerations or Considerations()
            name = field.removeprefix("considerations.")
        texts: list[Text] = [*getattr(owner, name)]  # the default of a field is shared: never add to it
        setattr(owner, name, texts)
        return texts


def _reword(record: msgspec.Struct) -> None:
    """Write a memo's own `openbaar: nee` so that no reader of the file takes it for a mark of the file."""
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, str) and holds_mark(value):
            setattr(record, name, _reworded(value))
        elif isinstance(value, list):
            setattr(record, name, [_reworded(each) if isinstance(each, str) else each for each in value])
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, msgspec.Struct) and not each.__struct_config__.frozen:
                _reword(each)


def _reworded(text: str) -> str:
    if not holds_mark(text):
        return text
    dashed = _COLON.sub(" –", text)
    return dashed if not holds_mark(dashed) else f"… {dashed} …"
