"""Declares every setting once: its key in `config.toml`, its variable, its option, its meaning and its default.

`cli/app.py` puts the values from the file and from the command line into the environment of the process, so that the
rest of the program looks in one place. An option wins over the environment, and the environment over the file.
"""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefcli.catalog import later, tr, tr_as
from briefcli.errors import UsageError
from briefcli.yes_no import FALSE, TRUE

if TYPE_CHECKING:
    from datetime import date

RECORD_FOLDER = "official"  # of the official record, relative to the agendas folder; brief.toml can name another

YES = TRUE | {"1"}
_NO = FALSE | {"0", ""}
_LONGEST_WIDTH = 5  # digits
_HUES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_STYLES = ("none", "bold", "dim", "italic", "underline", "reverse", *_HUES, *(f"bright_{each}" for each in _HUES))


class Setting(NamedTuple):
    """One setting. `key` is its name in config.toml, `option` its name on the command line; either may be empty.

    A global option may be anywhere on a command line. The other options belong to the commands that declare them.
    """

    key: str
    variable: str
    option: str
    meaning: str
    default: str
    choices: tuple[str, ...] = ()
    sort: Literal["text", "boolean", "number", "colour", "mark"] = "text"
    is_global: bool = False
    metavar: str = ""

    def mistake_in(self, text: str) -> str | None:
        """What is wrong with this value; None if it is right."""
        for word in (text.split() or [text]) if self.sort == "colour" else [text]:
            if self.choices and word not in self.choices:
                from briefcli.manual.mistakes import choice_meant

                return f"{tr('“{text}” is not allowed there', text=word)}; {choice_meant(word, self.choices)}"
        match self.sort:
            case "boolean" if text.strip().lower() not in YES | _NO:
                return tr("neither 1 nor 0")
            case "number" if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_WIDTH):
                return tr("“{text}” is not a whole number", text=text)
            case "mark" if not _is_mark(text):
                return tr("not one plain character, one column wide")
        return None


def _is_mark(text: str) -> bool:
    """Whether the text is one character that every terminal draws one column wide, from left to right."""
    import unicodedata

    if len(text) != 1 or unicodedata.category(text)[0] not in "PS":
        return len(text) == 1 and text.isascii() and text.isalnum()
    is_narrow = unicodedata.east_asian_width(text) not in "WF" and unicodedata.bidirectional(text) not in {"R", "AL"}
    return is_narrow and "GRAM FOR " not in unicodedata.name(text, "")  # characters that Unicode 16 made wide


AGENDAS = Setting(
    "agendas", "BRIEF_AGENDAS", "--agendas", later("The folder with the agendas."),
    later("agendas, here or in a folder above"), is_global=True, metavar="FOLDER",
)  # fmt: skip
TODAY = Setting("", "BRIEF_TODAY", "--today", later("The day to count from, as 2023-06-01."), later("today"))
LANGUAGE = Setting(
    "language", "BRIEF_LANG", "--lang", later("The language of texts: en or nl."), later("the system's language"),
    choices=("en", "nl"), is_global=True, metavar="en|nl",
)  # fmt: skip
INTERNAL = Setting(
    "internal", "BRIEF_INTERNAL", "--internal", later("1 shows what is not public, and marks it."),
    later("public output only"), sort="boolean",
)  # fmt: skip
NO_CACHE = Setting(
    "no_cache", "BRIEF_NO_CACHE", "--no-cache", later("1 reads every agenda again and keeps nothing."),
    later("an index is kept"), sort="boolean",
)  # fmt: skip
HORIZON = Setting(
    "horizon", "BRIEF_HORIZON", "--days", later("How many days ahead brief deadlines looks."), "90", sort="number"
)
MINE = Setting(
    "mine", "BRIEF_MINE", "--mine", later("Who I am: the owners, with commas, whose deadlines --mine shows."),
    later("nobody"),
)  # fmt: skip
PAGER = Setting(
    "pager", "BRIEF_PAGER", "--pager", later("The program that shows long answers; cat for none."),
    later("PAGER, else less"), is_global=True, metavar="COMMAND",
)  # fmt: skip
EDITOR = Setting(
    "editor", "BRIEF_EDITOR", "--editor", later("The program that brief edit opens."), later("VISUAL, else EDITOR"),
    is_global=True, metavar="COMMAND",
)  # fmt: skip
COLOURS = Setting(
    "colours", "BRIEF_COLOURS", "--colours", later("When to use colours: auto, always or never."),
    later("auto: on a terminal"), choices=("auto", "always", "never"), is_global=True, metavar="auto|always|never",
)  # fmt: skip
DATES = Setting(
    "dates", "BRIEF_DATES", "--date-style", later("How days are written: words (Thu 15 Jun 2023) or iso (2023-06-15)."),
    "words", choices=("words", "iso"), is_global=True, metavar="words|iso",
)  # fmt: skip
CSV = Setting(
    "csv", "BRIEF_CSV", "--csv", later("What --format csv writes: standard, or excel for Dutch Excel."), "standard",
    choices=("standard", "excel"), is_global=True, metavar="standard|excel",
)  # fmt: skip
COLOR_OFF = Setting("", "NO_COLOR", "", later("Any value: no colours."), later("colours on a terminal"))
COLOR_ON = Setting("", "FORCE_COLOR", "", later("Any value: colours in a pipe or file too."), later("no colours there"))
COLUMNS = Setting(
    "", "COLUMNS", "", later("The width of the output, in columns."),
    later("the terminal's width; unlimited in a pipe or file"),
)  # fmt: skip

# For each `views.cell.Nearness` of a date, in its order: the name of its look, its words in a legend, the default
# colour and mark, and the meaning of the look
_LOOKS = (
    ("late", later("late"), "bold red", "‼", later("The look of what is late.")),
    ("now", later("within two days"), "bold magenta", "●", later("The look of what is due within two days.")),
    ("week", later("within a week"), "magenta", "◕", later("The look of what is due within a week.")),
    ("month", later("within a month"), "blue", "◑", later("The look of what is due within a month.")),
    ("later", later("later"), "none", "○", later("The look of what is due later.")),
    ("undated", later("no day yet"), "italic", "–", later("The look of what has no day yet.")),
    ("past", later("past"), "dim", "·", later("The look of what is past.")),
    ("done", later("done"), "green", "✓", later("The look of what is done.")),
    (
        "not-recorded", later("not recorded"), "dim", "□",
        later("The look of a standard deadline of which nothing was recorded."),
    ),
    ("called-off", later("called off"), "dim", "×", later("The look of something that is cancelled or dropped.")),
)  # fmt: skip


def _look(sort: Literal["colour", "mark"], name: str, meaning: str, default: str) -> Setting:
    variable = f"BRIEF_{sort}_{name}".upper().replace("-", "_")
    return Setting(f"{sort}.{name}", variable, "", meaning, default, _STYLES if sort == "colour" else (), sort)


WORDS_OF = tuple(words for _, words, _, _, _ in _LOOKS)
COLOUR_OF = tuple(_look("colour", name, meaning, colour) for name, _, colour, _, meaning in _LOOKS)
MARK_OF = tuple(_look("mark", name, meaning, mark) for name, _, _, mark, meaning in _LOOKS)

SETTINGS = (
    AGENDAS, TODAY, LANGUAGE, INTERNAL, NO_CACHE, HORIZON, MINE, PAGER, EDITOR, COLOURS, DATES, CSV,
    *COLOUR_OF, *MARK_OF, COLOR_OFF, COLOR_ON, COLUMNS,
)  # fmt: skip


def split(arguments: list[str]) -> tuple[list[str], dict[str, str]]:
    """The command line without the global options, and the values of these options by variable. Raises UsageError."""
    by_option = {each.option: each for each in SETTINGS if each.is_global}
    rest: list[str] = []
    found: dict[str, str] = {}
    waiting = iter(arguments)
    for each in waiting:
        if each == "--":
            return [*rest, each, *waiting], found
        name, has_value, value = each.partition("=")
        setting = by_option.get(name)
        if setting is None:
            rest.append(each)
            continue
        text = value if has_value else next(waiting, None)
        if text is None:
            raise UsageError(tr("{option} needs a value", option=name), tr("write {option} {value}", option=name,
                             value=tr_as("value", setting.metavar)))  # fmt: skip
        if wrong := setting.mistake_in(text):
            raise UsageError(tr("{key}: {reason}", key=name, reason=wrong))
        found[setting.variable] = text
    return rest, found


def today_of(option: str | None, environ: Mapping[str, str], clock: "date") -> "date":
    """The day to count from: the option, else the environment, else the clock. Raises UsageError."""
    text = option or environ.get(TODAY.variable)
    return one_day(text, clock, ahead=True) if text else clock


def one_day(text: str, clock: "date", *, ahead: bool) -> "date":
    """Read one day, as typed on the day `clock`: `2023-06-01`, `1 juni 2023`, `morgen`. Raises UsageError.

    If the year is missing, `ahead` says whether to look for the day after or before `clock`.
    """
    from briefcli.domain.dates.typed import read_typed

    when = read_typed(text, clock, ahead=ahead)
    if when.day is None or when.is_range:
        raise UsageError(tr("“{text}” is not one day", text=text), tr("write a day, as in 2023-06-01 or 1 juni 2023"))
    return when.day


def is_on(setting: Setting, environ: Mapping[str, str]) -> bool:
    """Whether the environment turns this setting on. Raises UsageError if it says neither yes nor no."""
    text = environ.get(setting.variable, "").strip().lower()
    if text not in YES | _NO:
        message = tr("{variable} is neither 1 nor 0", variable=setting.variable)
        raise UsageError(message, tr("set it to 1, or remove it"))
    return text in YES


def width_of(environ: Mapping[str, str]) -> int | None:
    text = environ.get(COLUMNS.variable, "")
    is_width = text.isascii() and text.isdigit() and len(text) <= _LONGEST_WIDTH
    return int(text) or None if is_width else None


def value_of(setting: Setting) -> str:
    """The value of a setting in the environment of this process, or else its default, if that is a value."""
    return os.environ.get(setting.variable) or setting.default
