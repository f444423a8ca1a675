"""An imported text is not public until a person releases it: the mark that says so, and its removal."""

import re

import yaml

from briefcli.catalog import later, tr
from briefcli.domain.vocabulary import NOT_READ
from briefcli.errors import BriefError
from briefcli.reading.nodes import Unreadable, compose

_HINT = later("remove `public: false` and its ground by hand, or put each on a line of its own")
# The comment above the mark, in the language of the one who imported; in either it is found and removed
_NOTE = later("# Not public yet. Read it with: brief show {id} --internal. Make it public with: brief release {id}")
_NOTES = re.compile(r"\s*# [^:]*: brief show \S+ --internal\. [^:]*: brief release \S+\s*")


def note(id_: str) -> str:
    """The comment above the mark, which says how to release the meeting."""
    return tr(_NOTE, id=id_)


def released(text: str, day: str) -> str:
    """The file's text with every mark `not yet read` removed, and the day of the release in its place.

    All other lines stay as they are. Raises BriefError where a mark is written in a way that no line can be removed.
    """
    try:
        root = compose("", text)
    except Unreadable as error:
        raise BriefError(tr("the file cannot be read"), tr("brief check says what is wrong with it")) from error
    lines = text.splitlines(keepends=True)
    top, gone = None, set[int]()
    for mapping in _marked(root):
        places = [_own_line(lines, key, value) for key, value in mapping.value if key.value in {"public", "ground"}]
        gone.update(places)
        top = min(places) if mapping is root else top
    gone |= {number for number, line in enumerate(lines) if _NOTES.fullmatch(line)}
    gone |= {key.start_mark.line for key, _ in root.value if key.value == "released"}
    mark = f"released: {day}\n"
    kept = [mark if number == top else line for number, line in enumerate(lines) if number == top or number not in gone]
    if top is None:
        kept = ["".join(kept).rstrip("\n") + "\n", mark]
    return "".join(kept)


def open_checks(text: str) -> int:
    """How many comments of the file say that something has to be looked at; a text may hold these words too."""
    scanned = yaml.scan(text, Loader=yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)
    inside: set[int] = set()
    for token in scanned:
        if isinstance(token, yaml.ScalarToken):
            inside.update(range(token.start_mark.line + 1, token.end_mark.line + bool(token.end_mark.column)))
    lines = text.split("\n")
    return sum(line.lstrip().startswith("# check:") for number, line in enumerate(lines) if number not in inside)


def _marked(node: yaml.Node) -> list[yaml.MappingNode]:
    """All mappings with the mark, also within each other."""
    found: list[yaml.MappingNode] = []
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, yaml.MappingNode):
            if any(key.value == "ground" and value.value == NOT_READ for key, value in each.value):
                found.append(each)
            waiting += [value for _, value in each.value]
        elif isinstance(each, yaml.SequenceNode):
            waiting += each.value
    return found


def _own_line(lines: list[str], key: yaml.Node, value: yaml.Node) -> int:
    """The number of the line that holds this field and nothing else."""
    number: int = key.start_mark.line
    line = lines[number]
    is_alone = not line[: key.start_mark.column].strip() and value.end_mark.line == number
    if not is_alone or (line[value.end_mark.column :].strip(" \t\r\n") and "#" not in line[value.end_mark.column :]):
        raise BriefError(
            tr("line {line} holds the mark “{mark}” among other things", line=number + 1, mark=NOT_READ), tr(_HINT)
        )
    return number
