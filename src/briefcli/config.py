"""Every setting, declared once: its name in the environment, what it means, its default."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from briefcli.catalog import tr
from briefcli.errors import UsageError

if TYPE_CHECKING:
    from datetime import date


class Setting(NamedTuple):
    variable: str
    meaning: str
    default: str


AGENDAS = Setting("BRIEF_AGENDAS", "The folder with the agendas.", "agendas, here or in a folder above")
TODAY = Setting("BRIEF_TODAY", "The day to count from, as 2023-06-01.", "today")
INTERNAL = Setting("BRIEF_INTERNAL", "1 shows what is not public, and marks it.", "public output only")
NO_CACHE = Setting("BRIEF_NO_CACHE", "1 reads every agenda anew and keeps nothing.", "an index is kept")
COLOR_OFF = Setting("NO_COLOR", "Any value: no colours.", "colours on a terminal")
COLOR_ON = Setting("FORCE_COLOR", "Any value: colours in a pipe or file too.", "no colours there")
COLUMNS = Setting("COLUMNS", "The width to write for, in columns.", "the terminal's; endless in a pipe or file")

SETTINGS = (AGENDAS, TODAY, INTERNAL, NO_CACHE, COLOR_OFF, COLOR_ON, COLUMNS)

_LONGEST_WIDTH = 5  # digits

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"", "0", "false", "no", "off"})


def today_of(option: str | None, environ: Mapping[str, str], clock: "date") -> "date":
    """The day to count from: the option, else the environment, else the clock. Raises UsageError."""
    text = option or environ.get(TODAY.variable)
    return one_day(text, clock) if text else clock


def one_day(text: str, clock: "date") -> "date":
    """The day that was typed on the day of the clock: 2023-06-01, 1 juni 2023, morgen. Raises UsageError."""
    from briefcli.domain.when import WhenError, parse_when

    try:
        when = parse_when(text)
    except WhenError:
        from briefcli.domain.dates.typed import read_typed

        try:
            when = read_typed(text, clock)
        except WhenError as error:
            raise UsageError(str(error), error.hint) from error
    if when.day is None or when.is_range:
        raise UsageError(tr("“{text}” is not one day", text=text), tr("write a day, as in 2023-06-01 or 1 juni 2023"))
    return when.day


def internal_of(option: bool, environ: Mapping[str, str]) -> bool:  # noqa: FBT001  # as the command line gives it
    """Whether to show what is not public; anything but a plain yes means no, and nonsense is refused."""
    return _is_set(INTERNAL, environ) or option


def cache_wanted(option: bool, environ: Mapping[str, str]) -> bool:  # noqa: FBT001  # as the command line gives it
    """Whether an index may be kept: neither the option nor the environment says no."""
    return not (_is_set(NO_CACHE, environ) or option)


def _is_set(setting: Setting, environ: Mapping[str, str]) -> bool:
    text = environ.get(setting.variable, "").strip().lower()
    if text not in _YES | _NO:
        raise UsageError(
            tr("{variable} is neither 1 nor 0", variable=setting.variable), tr("set it to 1, or remove it")
        )
    return text in _YES


def columns_of(environ: Mapping[str, str]) -> int | None:
    text = environ.get(COLUMNS.variable, "")
    is_width = text.isascii() and text.isdigit() and len(text) <= _LONGEST_WIDTH
    return int(text) or None if is_width else None
