"""What is done beside a command: a second process looks at the agendas while this one is being loaded.

To load takes 60 ms, to look at 10,000 files 30: side by side nobody waits for the files. Whatever it does not manage,
the command does itself, and tells what is wrong.
"""

import marshal
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefcli.cli.commands import READING
from briefcli.library.child import Child

if TYPE_CHECKING:
    from briefcli.library.survey import Folder, Survey

_TABLES = READING - {"check", "export"}
_HELP = frozenset({"--help", "-h"})


class Ahead:
    """The process that was sent ahead; nothing, as long as none was."""

    def __init__(self) -> None:
        self._sent: Child | None = None
        self._is_asked = False
        self._command = ""
        self._prints_tables = False

    def send(self, arguments: list[str]) -> None:
        """Let another process begin, if the command asks the library."""
        if arguments and arguments[0] in READING and not _HELP.intersection(arguments):
            self._sent = Child.begin(_look_at_agendas)
            self._command = arguments[0]
            has_format = any(each.startswith(("--format", "-f")) for each in arguments)
            self._prints_tables = arguments[0] in _TABLES and not has_format

    def survey(self, root: Path) -> "Survey | None":
        """What it saw, if that was this folder; None where nobody looked. Each survey is given once."""
        if self._sent is None or self._is_asked:
            return None
        # Nothing is to be done meanwhile but what is needed next, and then what may be
        for load in (self.load_what_prints, _load_parser, _load_reader, _load_grammar):
            if not self._sent.has_answered():
                load()
        self._is_asked = True
        summary = self._sent.part()
        folder, *seen = marshal.loads(summary) if summary else ("",)  # noqa: S302  # our own child's
        if folder != str(root):
            return None
        from briefcli.library.survey import Seen, Survey, look_again

        return Survey(Seen(*seen), lambda: self._folders(root), partial(look_again, root))

    def load_what_prints(self) -> None:
        """The 12 ms of it are better spent while we wait anyway."""
        if self._command == "check":
            import briefcli.library.checking
            import briefcli.render.diagnostics
        elif self._prints_tables:
            import briefcli.render.terminal  # noqa: F401

    def end(self) -> None:
        """Leave no process behind."""
        if self._sent is not None:
            self._sent.end()

    def _folders(self, root: Path) -> "Iterable[Folder]":
        from briefcli.library.survey import take_survey, unpacked

        found = self._sent.part() if self._sent is not None else None
        return take_survey(root).folders.values() if found is None else unpacked(found)


AHEAD = Ahead()


def _load_parser() -> None:
    import briefcli.reading.nodes  # noqa: F401


def _load_reader() -> None:
    import briefcli.library.filing  # noqa: F401


def _load_grammar() -> None:
    import briefcli.domain.reference.reader  # noqa: F401  # 31 ms, for citations that are not plain


def _look_at_agendas() -> Iterator[bytes]:
    """First what sums it up, which most often is all that is asked."""
    from briefcli.library.survey import packed, take_survey
    from briefcli.workspace import find_agendas

    root = find_agendas(Path.cwd(), os.environ)
    survey = take_survey(root)
    yield marshal.dumps((str(root), survey.taken_ns, survey.digest, survey.sums, survey.unsettled))
    yield packed(survey.folders.values())
