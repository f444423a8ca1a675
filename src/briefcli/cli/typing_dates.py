"""A date that a person typed in a command or as an answer, and what it was understood as."""

from datetime import date

from briefcli.catalog import tr
from briefcli.cli.output import warn
from briefcli.domain.due import Due
from briefcli.domain.when import When, WhenError
from briefcli.errors import UsageError


def typed_date(text: str, today: date, *, ahead: bool = True) -> When:
    """Read it, and say how it was understood where it is not in the form of the file. Raises UsageError."""
    from briefcli.domain.dates.typed import read_typed

    try:
        when = read_typed(text, today, ahead=ahead)
    except WhenError as error:
        raise UsageError(str(error), error.hint) from error
    _echo(text, when)
    return when


def typed_due(text: str, today: date) -> Due:
    """The same for a due date, which may be counted: `5 workdays before meeting`. Raises UsageError."""
    from briefcli.domain.dates.typed import read_typed_due

    try:
        due = read_typed_due(text, today)
    except WhenError as error:
        raise UsageError(str(error), error.hint) from error
    if due.when is not None:
        _echo(text, due.when)
    return due


def _echo(text: str, when: When) -> None:
    if text.strip() != when.text:
        from briefcli.render.wording import date_words

        warn(tr("“{text}” is read as {date}", text=text, date=date_words(when)))
