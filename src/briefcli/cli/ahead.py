"""What is done beside a command: a second process looks at the agendas while this one is being loaded.

To load takes 60 ms, to look at 10,000 files 30: side by side nobody waits for the files. Whatever it does not manage,
the command does itself, and tells what is wrong.
"""

import marshal
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefcli.cli.registry import READING
from briefcli.index.child import Child

if TYPE_CHECKING:
    from briefcli.index.survey import Folder, Survey

_HELP = frozenset({"--help", "-h"})
_ALL_TOLD = b""  # the last part of its answer


class Ahead:
    """The process that was sent ahead; nothing, as long as none was."""

    def __init__(self) -> None:
        self._sent: Child | None = None
        self._is_asked = False
        self._left: Callable[[], None] | None = None  # what loads the rest of the command

    def send(self, arguments: list[str]) -> None:
        """Let another process begin, if the command asks the library."""
        if arguments and arguments[0] in READING and not _HELP.intersection(arguments):
            self._sent = Child.begin(_look_at_agendas)
            has_format = any(each.startswith(("--format", "-f")) for each in arguments)
            self._left = _LOADING.get(arguments[0], None if has_format else _load_tables)

    def survey(self, root: Path) -> "Survey | None":
        """What it saw, if that was this folder; None where nobody looked. Each survey is given once."""
        if self._sent is None or self._is_asked:
            return None
        # Nothing is to be done meanwhile but what is needed next, and then what may be
        for load in (self._load_rest, _load_parser, _load_reader, _load_grammar):
            if not self._sent.has_answered():
                load()
        self._is_asked = True
        summary = self._sent.part()
        folder, *seen = marshal.loads(summary) if summary else ("",)  # noqa: S302  # our own child's
        if folder != str(root):
            return None
        from briefcli.index.survey import Seen, Survey

        return Survey(Seen(*seen), self._folders(self._sent, root))

    def left_to_load(self) -> Callable[[], None] | None:
        """What may be done while we wait for another process; None where everything is loaded."""
        return self._load_rest if self._left is not None else None

    def _load_rest(self) -> None:
        if self._left is not None:
            self._left()
            self._left = None

    def end(self) -> None:
        """Leave no process behind."""
        if self._sent is not None:
            self._sent.end()

    def _folders(self, sent: Child, root: Path) -> "Iterator[Folder]":
        """One after the other, as they are asked for."""
        from briefcli.index.survey import take_survey, unpacked

        while found := sent.part():
            yield from unpacked(found)
        if found is None:  # it is gone: what is missing is looked at anew
            yield from take_survey(root).folders.values()


AHEAD = Ahead()


def _load_tables() -> None:
    import briefcli.render.terminal  # noqa: F401  # 14 ms


def _load_check() -> None:
    import briefcli.index.checking
    import briefcli.render.diagnostics  # noqa: F401


_LOADING = {"check": _load_check, "export": None}  # the other commands print tables


def _load_parser() -> None:
    import briefcli.reading.nodes  # noqa: F401


def _load_reader() -> None:
    import briefcli.index.filing  # noqa: F401


def _load_grammar() -> None:
    import briefcli.domain.citations.reader  # noqa: F401  # 31 ms, for citations that are not plain


def _look_at_agendas() -> Iterator[bytes]:
    """First what sums it up, which most often is all that is asked; then the folders that changed last."""
    from briefcli.index.survey import packed, take_survey
    from briefcli.workspace import find_agendas

    root = find_agendas(Path.cwd(), os.environ)
    survey = take_survey(root)
    yield marshal.dumps((str(root), survey.taken_ns, survey.digest, survey.sums, survey.unsettled))
    for folder in sorted(survey.folders.values(), key=lambda each: each.newest, reverse=True):
        yield packed([folder])
    yield _ALL_TOLD
