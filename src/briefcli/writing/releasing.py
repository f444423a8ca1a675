"""The mark on imported texts, which are not public until a person releases them, and the removal of that mark."""

import re

from briefcli.catalog import later, tr
from briefcli.domain.vocabulary import NOT_READ
from briefcli.errors import BriefError
from briefcli.reading.comments import comments
from briefcli.reading.lines import line_end
from briefcli.reading.nodes import compose
from briefcli.reading.pyyaml import yaml
from briefcli.reading.yaml_places import nodes_in

# The comment above the mark, in the language of the user who imported; it is found and removed in either language
_NOTE = later("# Not public yet. Read it with: brief show {id} --internal. Make it public with: brief release {id}")
_NOTES = re.compile(r"\s*# [^:]*: brief show \S+ --internal\. [^:]*: brief release \S+\s*")


def note(id_: str) -> str:
    """The comment above the mark, which says how to release the meeting."""
    return tr(_NOTE, id=id_)


def released(text: str, day: str) -> str:
    """The file's text with every mark `not yet read` removed, and the day of the release in its place.

    The file must be one that can be read. All other lines stay as they are. Raises BriefError if a mark shares its line
    with something else.
    """
    root = compose(text)
    lines = text.splitlines(keepends=True)
    top, gone = None, set[int]()
    for mapping in filter(_is_marked, nodes_in(root)):
        places = [_own_line(lines, key, value) for key, value in mapping.value if key.value in {"public", "ground"}]
        gone.update(places)
        top = min(places) if mapping is root else top
    gone |= {number for number, line in enumerate(lines) if _NOTES.fullmatch(line)}
    gone |= {key.start_mark.line for key, _ in root.value if key.value == "released"}
    mark = f"released: {day}{line_end(text)}"
    kept = [mark if number == top else line for number, line in enumerate(lines) if number == top or number not in gone]
    if top is None:
        kept = ["".join(kept).rstrip("\r\n") + line_end(text), mark]
    return "".join(kept)


def open_checks(text: str) -> list[int]:
    """The numbers of the lines with a comment `# check:`, which asks a person to look. Texts do not count."""
    return [line for line, _, words in comments(text, compose(text)) if words.startswith("# check:")]


def _is_marked(node: yaml.Node) -> bool:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return any(key.value == "ground" and value.value == NOT_READ for key, value in pairs)


def _own_line(lines: list[str], key: yaml.Node, value: yaml.Node) -> int:
    """The number of the line that holds this field and nothing else."""
    number: int = key.start_mark.line
    line = lines[number]
    is_alone = not line[: key.start_mark.column].strip() and value.end_mark.line == number
    if not is_alone or (line[value.end_mark.column :].strip(" \t\r\n") and "#" not in line[value.end_mark.column :]):
        message = tr("line {line} holds the mark “{mark}” among other things", line=number + 1, mark=NOT_READ)
        raise BriefError(message, tr("remove `public: false` and its ground by hand, or put each on a line of its own"))
    return number
