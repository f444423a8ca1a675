"""The errors that a user can act on, and the exit codes of the program."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes. Scripts rely on them, so they do not change."""

    DONE = 0
    NO = 1  # nothing found, or `check` found errors
    USAGE = 2
    UNUSABLE = 3  # no agendas folder, a file that cannot be read, output that cannot be written
    BUG = 70
    INTERRUPTED = 130


class BriefError(Exception):
    """An error that the user can act on: the message says what is wrong, the hint what to do."""

    exit_code = Exit.UNUSABLE

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class NoAgendas(BriefError):  # noqa: N818  # a place to start, not an error
    """There is no agendas folder here yet."""


class UsageError(BriefError):
    """The command line asks for something that cannot be done."""

    exit_code = Exit.USAGE


class NothingFound(BriefError):  # noqa: N818  # the answer is no: not an error of the program
    """The question has an answer, and the answer is no."""

    exit_code = Exit.NO
