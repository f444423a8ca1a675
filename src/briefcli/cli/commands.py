"""Which commands there are, and where each is written. Only what is run is loaded: that saves 25 ms of a start."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

Command = Callable[..., None]


class Commands(Mapping[str, Command]):
    """By name, in the order of the help; a command's file is loaded when it is asked for."""

    def __init__(self, **places: str) -> None:
        self._places = {name.strip("_"): place for name, place in places.items()}

    def __getitem__(self, name: str) -> Command:
        module, _, function = self._places[name].partition(".")
        command: Command = getattr(import_module(f"briefcli.cli.{module}"), function)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def asked_for(self, arguments: list[str]) -> list[str]:
        """The one command that these arguments run, if it is plain at once; else all, for the help or the mistake."""
        return arguments[:1] if arguments and arguments[0] in self._places else list(self)


COMMANDS = Commands(
    show="ask.show",
    list="ask.list_",
    deadlines="ask.deadlines",
    next="plan.next_",
    commitments="plan.commitments",
    workdays="plan.workdays",
    timeline="plan.timeline",
    diff="plan.diff",
    export="export.export",
    refs="ask.refs",
    search="keep.search",
    scan="scan.scan",
    check="write.check",
    import_="memo.import_",
    new="new.new",
    edit="edit.edit",
    fmt="write.fmt",
    schema="new.schema",
    cache="keep.cache",
)

# Those that ask the library: the same that offer --internal, as a test holds. Written down, as to load them would
# take longer than to begin.
READING = frozenset({
    "show", "list", "deadlines", "next", "commitments", "timeline", "diff", "export", "refs", "search", "check",
})  # fmt: skip
