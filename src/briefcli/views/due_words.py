"""A due date that is counted (`5 workdays before meeting`), in the user's language."""

from typing import TYPE_CHECKING

from briefcli.catalog import SOURCE, count, language, tr
from briefcli.domain.when import WhenError
from briefcli.views.labels import in_words

if TYPE_CHECKING:  # English needs none of it
    from briefcli.domain.due import Due, Unit


def due_words(written: str, title: str = "") -> str:
    """As it is written in English, which is the notation of the file; in another language in its words.

    The title of what it counts from takes the place of an id, where it is given.
    """
    if language() == SOURCE and not title:
        return written
    from briefcli.domain.due import parse_due

    try:
        due = parse_due(written)
    except WhenError:
        return written
    return written if due.when is not None else _counted(due, f"“{title}”" if title else in_words(due.anchor))


def _counted(due: "Due", anchor: str) -> str:
    from briefcli.domain.due import Side

    is_before = due.side is Side.BEFORE
    if due.count is not None and due.unit is not None:
        return _units(due.unit, due.count, anchor, is_before=is_before)
    if due.weekday is not None:
        from briefcli.domain.dates.words import full_weekday

        weekday = full_weekday(due.weekday)
        if is_before:
            return tr("the {weekday} before {anchor}", weekday=weekday, anchor=anchor)
        return tr("the {weekday} after {anchor}", weekday=weekday, anchor=anchor)
    if due.side is Side.ON:
        return tr("on {anchor}", anchor=anchor)
    return tr("before {anchor}", anchor=anchor) if is_before else tr("after {anchor}", anchor=anchor)


def _units(unit: "Unit", number: int, anchor: str, *, is_before: bool) -> str:
    from briefcli.domain.due import Unit

    match unit, is_before:
        case Unit.WORKDAY, True:
            return count("{n} workday before {anchor}", "{n} workdays before {anchor}", number, anchor=anchor)
        case Unit.WORKDAY, False:
            return count("{n} workday after {anchor}", "{n} workdays after {anchor}", number, anchor=anchor)
        case Unit.DAY, True:
            return count("{n} day before {anchor}", "{n} days before {anchor}", number, anchor=anchor)
        case Unit.DAY, False:
            return count("{n} day after {anchor}", "{n} days after {anchor}", number, anchor=anchor)
        case Unit.WEEK, True:
            return count("{n} week before {anchor}", "{n} weeks before {anchor}", number, anchor=anchor)
        case Unit.WEEK, False:
            return count("{n} week after {anchor}", "{n} weeks after {anchor}", number, anchor=anchor)
        case _, True:
            return count("{n} month before {anchor}", "{n} months before {anchor}", number, anchor=anchor)
        case _:
            return count("{n} month after {anchor}", "{n} months after {anchor}", number, anchor=anchor)
