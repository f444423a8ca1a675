"""Reads the input of a command: files and standard input up to a maximum size, answers to questions, typed dates."""

import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

import typer

from briefcli.catalog import tr
from briefcli.cli.output import warn, wrapped_message
from briefcli.domain.dates.typed import read_typed, read_typed_due
from briefcli.domain.due import Due
from briefcli.domain.when import When
from briefcli.errors import BriefError, UsageError
from briefcli.files.read import read_input, reason
from briefcli.reading.encodings import wide_encoding
from briefcli.render.wording import date_words

T = TypeVar("T")
STANDARD_INPUT = "-"
_YES = frozenset({"y", "yes", "j", "ja"})
_NO = frozenset({"n", "no", "nee"})
LARGEST = 10_000_000  # bytes: a book of thousands of pages, read in a few seconds
_LARGEST_DOCUMENT = 60_000_001  # bytes, one more than a memo may have, so that the reader of memos refuses it

_DOCUMENTS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_FIELD = re.compile(rb"\s*[\w-]+:|From ")  # the start of a mail, but also of some plain texts


def is_terminal() -> bool:
    """Whether a person can see a question and answer it."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, otherwise: str | None = None) -> str:
    """What the user types; Enter alone means `otherwise`. Raises KeyboardInterrupt if the user stops."""
    shown = wrapped_message(f"{question} [{otherwise}]" if otherwise else question)
    try:
        return str(typer.prompt(shown, default=otherwise, show_default=False, err=True))
    except (typer.Abort, OSError) as stopped:  # Typer would exit with 1, which means that the answer is no
        with suppress(OSError):  # the terminal is gone
            sys.stderr.write("\n")
        raise KeyboardInterrupt from stopped


def ask_until(question: str, otherwise: str | None, read: Callable[[str], T]) -> T:
    """The answer after conversion by `read`. Asks again as long as `read` raises UsageError."""
    while True:
        try:
            return read(ask(question, otherwise))
        except UsageError as error:
            warn(f"{error}; {error.hint}")


def agrees(question: str, *, otherwise: bool) -> bool:
    """Whether the user says yes; Enter alone means `otherwise`. Raises KeyboardInterrupt at Ctrl-C or Ctrl-D."""
    asked = f"{question} {tr('[Y/n]') if otherwise else tr('[y/N]')}"
    while True:
        answer = ask(asked, "").strip().casefold()
        if not answer:
            return otherwise
        if answer in _YES | _NO:
            return answer in _YES
        sys.stderr.write(f"{tr('answer with y or n')}\n")


def text_named(name: str) -> str:
    """The text of the file `name`, or of standard input for `-`, with its line breaks as they are.

    Decodes UTF-8, UTF-16 and UTF-32; all other text is read as Windows-1252, with a warning. Extracts
    the text of a PDF, Word or OpenDocument file or a mail. Raises BriefError.
    """
    content = bytes_named(name)
    shown_as = tr("standard input") if name == STANDARD_INPUT else name
    if _is_document(content, shown_as):
        return _text_of_document(content, shown_as)
    if wide := wide_encoding(content):
        return content.decode(wide, errors="replace")
    if b"\0" in content[:8192]:
        raise BriefError(tr("{name} is no text", name=shown_as), tr("name a text file"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        warn(tr("{name} is not in UTF-8; it is read as Windows-1252, so look at letters with accents", name=shown_as))
        return content.decode("cp1252", errors="replace")


def bytes_named(name: str) -> bytes:
    """The bytes of the file `name`, or of standard input for `-`. Raises BriefError."""
    content = _standard_input() if name == STANDARD_INPUT else read_input(name, _LARGEST_DOCUMENT)
    if len(content) > LARGEST and not _is_document(content, name):
        message = tr("{name} is larger than {most} MB", name=name, most=LARGEST // 1_000_000)
        raise BriefError(message, tr("cut it into parts, or leave annexes out"))
    return content


def _standard_input() -> bytes:
    hint = tr("name a file, or send a text in with | brief scan -")
    if sys.stdin is None:
        raise BriefError(tr("standard input is closed"), hint)
    if sys.stdin.isatty():
        keys = tr("Ctrl-Z and Enter") if os.name == "nt" else "Ctrl-D"
        warn(tr("type or paste the text, then press {keys} on a line of its own", keys=keys))
    try:
        return sys.stdin.buffer.read(_LARGEST_DOCUMENT)
    except OSError as error:
        message = tr("{name} cannot be read: {reason}", name=tr("standard input"), reason=reason(error))
        raise BriefError(message, hint) from error


def _is_document(content: bytes, name: str) -> bool:
    """Whether the content is a PDF, Word or OpenDocument file or a mail, whose text the reader of memos extracts."""
    if content.startswith(_DOCUMENTS):
        return True
    if not _FIELD.match(content):
        return False
    from briefcli.memo.extract.source import is_mail

    return is_mail(name, content)


def _text_of_document(content: bytes, name: str) -> str:
    from briefcli.memo.extract.source import read_memo

    document = read_memo(Path(name), content)
    for remark in document.remarks:
        warn(f"{name}: {remark}")
    warn(tr("lines are counted in the text that {name} holds", name=name))
    return "\n".join(line.text for line in document.lines)


def typed_date(text: str, today: date, *, ahead: bool) -> When:
    """Read a date, and tell the user how it was understood if it is not typed as in a file. Raises UsageError.

    If the year is missing, `ahead` says whether to look for the day after or before today.
    """
    when = read_typed(text, today, ahead=ahead)
    _echo(text, when, today)
    return when


def typed_due(text: str, today: date) -> Due:
    """The same as `typed_date` for a due date, which may be counted: `5 workdays before meeting`. Raises UsageError."""
    due = read_typed_due(text, today)
    if due.when is not None:
        _echo(text, due.when, today)
    return due


def _echo(text: str, when: When, today: date) -> None:
    if text.strip() in {when.text, tr(when.text)}:
        return
    years, date_ = {day.year for day in (when.first, when.last) if day}, date_words(when)
    if today.year not in years and not any(str(year) in text for year in years):
        warn(tr("“{text}” is read as {date}, so not this year", text=text, date=date_))
    elif text.strip() != date_:
        warn(tr("“{text}” is read as {date}", text=text, date=date_))
