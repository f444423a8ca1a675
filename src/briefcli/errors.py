"""What keeps the program from working, and the exit codes that tell it to a script."""

from enum import IntEnum


class Exit(IntEnum):
    """The contract with scripts."""

    DONE = 0
    NO = 1  # nothing found, or `check` found errors
    USAGE = 2
    UNUSABLE = 3  # no agendas folder, unreadable, output unwritable
    BUG = 70
    INTERRUPTED = 130


class BriefError(Exception):
    """Something the user can act on: what is wrong, and what to do."""

    exit_code = Exit.UNUSABLE

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class NoAgendas(BriefError):  # noqa: N818  # a place to begin in, not an error
    """There is no agendas folder here yet."""


class UsageError(BriefError):
    """The command line asks for something that cannot be."""

    exit_code = Exit.USAGE


class NothingFound(BriefError):  # noqa: N818  # the answer is no: not an error of the program
    """The question has an answer, and the answer is no."""

    exit_code = Exit.NO
