"""The agenda while it is being put together: every field goes in with the place it comes from."""

from briefcli.domain.agenda import Agenda, Considerations, Decision, Speaking, Withheld
from briefcli.domain.item import Text, Texts
from briefcli.domain.vocabulary import NOT_READ
from briefcli.domain.when import When
from briefcli.memo.imported import Check, Dropped, Imported, Trace
from briefcli.memo.text import Line


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
