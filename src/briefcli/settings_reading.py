"""Reads `brief.toml` into `Settings`. A mistake in the file raises BriefError with its line."""

import posixpath
import re
from datetime import date
from itertools import chain
from typing import NoReturn

import msgspec

from briefcli.catalog import LANGUAGES, later, tr
from briefcli.domain.composed import composed
from briefcli.domain.due import parse_due
from briefcli.domain.rhythm import Expected, Rhythm
from briefcli.domain.vocabulary import EVENT_KINDS, MEETING_KINDS, plain_name, usual_word
from briefcli.domain.when import WhenError
from briefcli.domain.workdays import Calendar, Recess
from briefcli.errors import BriefError
from briefcli.settings import AsWritten, Official, PaperStyle, Settings


class _DayOff(msgspec.Struct, forbid_unknown_fields=True):
    day: date
    name: str = later("set as a day off")


class _Expected(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    title: str
    due: str
    kind: str = ""
    owner: str = ""


class _Rhythm(msgspec.Struct, forbid_unknown_fields=True):
    name: str = ""
    series: str | list[str] = []
    kind: str | list[str] = []
    body: str | list[str] = []
    deadlines: list[_Expected] = []
    events: list[_Expected] = []
    drops: str | list[str] = []


class _File(AsWritten, frozen=True, forbid_unknown_fields=True, kw_only=True):
    days_off: tuple[_DayOff, ...] = ()
    recess: tuple[Recess, ...] = ()
    rhythm: tuple[_Rhythm, ...] = ()


def read_settings(data: bytes, shown_as: str) -> Settings:
    """Read the bytes of the file that messages call `shown_as`. Raises BriefError, with the line if it is known."""
    import tomllib

    try:
        text = composed(data.decode("utf-8-sig"))
        raw = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = tr("{place}: this is not written in UTF-8", place=f"{shown_as}:{line}")
        raise BriefError(message, tr("save it as UTF-8 in your editor")) from error
    except (ValueError, RecursionError) as error:
        found = re.search(r" \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)$", str(error))
        lines = text.rstrip().split("\n")
        place = filter(None, (shown_as, found and (found[1] or str(len(lines))), found and found[2]))
        message = tr("{place}: this cannot be read", place=":".join(place))
        told = f"{error}\n{lines[int(found[1]) - 1] if found and found[1] else ''}"
        raise BriefError(message, tr(next(hint for said, hint in _NO_TOML.items() if re.search(said, told)))) from error
    source = _Source(text, shown_as)
    try:
        file = msgspec.convert(raw, _File, builtin_types=(date,))
    except msgspec.ValidationError as error:
        source.refuse_shape(str(error))
    return _settings(file, source)


# The hint for each mistake, by words in which tomllib reports it or, behind a line break, its line
_NO_TOML = {
    r"\n(?:<{7}|={7}|>{7})": later(
        "keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>"
    ),
    "Invalid (?:value|initial character).*\n[^\"']*[“”„‘’]": later(
        'replace the curly quotes around the text with straight ones, as in "a text: with a colon"'
    ),
    "twice|overwrite|mutate": later(
        "this key or table is there already: keep one, or write each [[header]] with two brackets"
    ),
    "Expected '='|Invalid statement": later("write key = value, and a # before a remark; remove any other line"),
    "Illegal|Unterminated|Expected (?:'\"'|\"'\")": later("close it with the same sign"),
    "Unclosed|at end of document": later(
        "put commas between the parts, and close the bracket; a day is written as 2025-12-24"
    ),
    "Invalid initial character": later("leave out a comma before a closing brace, and give each key plain letters"),
    "Unescaped|Invalid hex": later("use single quotes, or write the backslash twice"),
    "Expected newline": later("remove what follows the value; a day is written as 2025-12-24"),
    "": later("a text needs quotes, a table a [[header]], a day is written as 2025-12-24"),
}


class _Source(msgspec.Struct, frozen=True):
    """The text of the file, in which a mistake is located to report its line."""

    text: str
    shown_as: str

    def refuse(self, message: str, path: str, hint: str | None = None) -> NoReturn:
        line = line_of(self.text, path)
        raise BriefError(f"{self.shown_as}{f':{line}' if line else ''}: {message}", hint)

    def refuse_shape(self, message: str) -> NoReturn:
        what, _, where = message.partition(" - at `$")
        path = where.rstrip("`").lstrip(".")
        table = re.sub(r"\[[0-9]+\]", "", path)
        if found := re.fullmatch(r"Object contains unknown field `(.*)`", what):
            key = f"{path}.{found[1]}" if path else found[1]
            keys = _TABLES.get(table, _Expected).__struct_fields__
            hint = tr("the keys here are {keys}", keys=", ".join(keys))
            self.refuse(tr("the key “{name}” does not exist", name=found[1]), key, hint)
        if found := re.fullmatch(r"Object missing required field `(.*)`", what):
            self.refuse(tr("the key “{name}” is missing", name=found[1]), path, tr("add {name} = …", name=found[1]))
        if found := re.fullmatch(r"Expected `(.*)`, got `(.*)`", what):
            wanted, given = (tr(_SORTS.get(each, each)) for each in found.groups())
            two = found.groups() == ("array", "object")
            hint = tr("write its header with two brackets: [[{name}]]", name=table) if two else ""
            self.refuse(tr("{key}: expected {wanted}, got {given}", key=path, wanted=wanted, given=given), path, hint)
        section, _, name = path.partition(".")
        hint = tr("write it as in {example}", example=getattr(getattr(_File(), section, None), name, "…"))
        self.refuse(tr("{key}: this value is not allowed here", key=path), path, hint)


_READABLE = 4.5  # the contrast that text needs, by WCAG 2.2
_SORTS = {
    "str": later("a text in quotes"),
    "str | array": later("a text in quotes, or a list of them"),
    "array": later("a list, or tables under a [[header]]"),
    "object": later("a table"),
    "date": later("a day without quotes, as in 2025-12-24"),
    "datetime": later("a day with a time"),
    "int": later("a number"),
    "float": later("a number"),
    "bool": later("true or false"),
}
_TABLES = {
    "": _File,
    "days_off": _DayOff,
    "recess": Recess,
    "rhythm": _Rhythm,
    "official": Official,
    "paper": PaperStyle,
}


def _settings(file: _File, source: _Source) -> Settings:
    if file.language not in {"", *LANGUAGES}:
        hint = tr("it is one of {choices}", choices=", ".join(LANGUAGES))
        source.refuse(tr("brief does not speak “{language}”", language=file.language), "language", hint)
    for dossier in file.official.dossiers:
        if not re.fullmatch(r"[0-9]{4,5}(?:-[0-9A-Z]{1,6})?", dossier):
            hint = tr("write 28676 or 36200-X")
            source.refuse(tr("“{asked}” is no dossier", asked=dossier), "official.dossiers", hint)
    folder = _folder(file.official.folder, source)
    for number, recess in enumerate(file.recess):
        if recess.last < recess.first:
            source.refuse(tr("the recess “{name}” ends before it begins", name=recess.name), f"recess[{number}].last")
    if _contrast_with_white(file.paper.colour) < _READABLE:
        hint = tr("choose a darker one, as in #154273")
        source.refuse(tr("this colour is too light to read on white"), "paper.colour", hint)
    as_written = {name: getattr(file, name) for name in AsWritten.__struct_fields__}
    return Settings(
        calendar=Calendar({each.day: each.name for each in file.days_off}, file.recess),
        rhythms=tuple(_rhythm(each, f"rhythm[{number}]", source) for number, each in enumerate(file.rhythm)),
        **as_written | {"official": msgspec.structs.replace(file.official, folder=folder)},
    )


def _folder(written: str, source: _Source) -> str:
    """The path with / as separator. It must be relative, because an absolute path differs on another computer."""
    folder = posixpath.normpath(written.replace("\\", "/"))
    if folder.startswith("/") or ":" in folder or folder.rpartition("/")[2] in {"", ".", ".."}:
        hint = tr("write a path as seen from the folder of the agendas, as in official or ../official")
        source.refuse(tr("“{folder}” can be no folder of the record", folder=written), "official.folder", hint)
    return folder


def _contrast_with_white(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _rhythm(raw: _Rhythm, path: str, source: _Source) -> Rhythm:
    listed = chain(
        (_expected(each, f"{path}.events[{n}]", source, happens=True) for n, each in enumerate(raw.events)),
        (_expected(each, f"{path}.deadlines[{n}]", source) for n, each in enumerate(raw.deadlines)),
    )
    expects: dict[str, Expected] = {}
    for each in listed:
        if (id_ := plain_name(each.id)) in expects:
            message = tr("the id “{id}” is used twice in one rhythm", id=id_)
            source.refuse(message, f"{each.where}.id", tr("give each its own id"))
        expects[id_] = each
    series, kinds, bodies, drops = (
        (each,) if isinstance(each, str) else tuple(each) for each in (raw.series, raw.kind, raw.body, raw.drops)
    )
    kinds = tuple(usual_word(each, MEETING_KINDS) for each in kinds)
    name = raw.name or ", ".join([*series, *kinds, *bodies]) or tr("every meeting")
    return Rhythm(name=name, series=series, kinds=kinds, bodies=bodies, expects=tuple(expects.values()), drops=drops)


def _expected(raw: _Expected, path: str, source: _Source, *, happens: bool = False) -> Expected:
    if not plain_name(raw.id):
        source.refuse(tr("an id may not be empty"), f"{path}.id")
    try:
        due = parse_due(raw.due)
    except WhenError as error:
        source.refuse(str(error), f"{path}.due", error.hint)
    if due.when is not None:
        hint = tr("count it: 14 days before meeting")
        source.refuse(tr("“{due}” is one date for every meeting", due=raw.due), f"{path}.due", hint)
    due = msgspec.structs.replace(due, anchor=usual_word(due.anchor, EVENT_KINDS))
    kind = usual_word(raw.kind, EVENT_KINDS) if happens else raw.kind
    return Expected(id=raw.id, title=raw.title, due=due, kind=kind, owner=raw.owner, happens=happens, where=path)


def line_of(text: str, path: str) -> int:
    """The line of a key such as `rhythm[1].deadlines[0].due`, or of the last part that has its own line, or else 0."""
    lines = text.splitlines()
    line, name = 0, ""
    for key, number in re.findall(r"([^.\[\]]+)(?:\[([0-9]+)\])?", path):
        name = f"{name}.{key}" if name else key
        pattern = rf"\s*(?:\[+\s*{re.escape(name)}\s*\]|{re.escape(key)}\s*=)"
        for _ in range(int(number or 0) + 1):
            found = next((each for each in range(line, len(lines)) if re.match(pattern, lines[each])), None)
            if found is None:
                return line
            line = found + 1
    return line
