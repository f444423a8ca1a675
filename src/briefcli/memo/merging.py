"""What a memo adds to an agenda that stands already: only what is new, and never a changed line.

Every addition is lines put between lines. After each one the file is read again: where anything that stood there
would read differently, the addition is left out and reported.
"""

from collections.abc import Callable
from typing import Any

import msgspec
import yaml

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda, Considerations, Withheld
from briefcli.domain.citations.reader import scan_references
from briefcli.domain.item import Item, Marked, words_of
from briefcli.domain.vocabulary import NOT_READ
from briefcli.errors import BriefError
from briefcli.memo.imported import Imported
from briefcli.memo.layout.headings import squash
from briefcli.memo.writing import fields_of, write_items, write_record_field
from briefcli.reading.nodes import Unreadable, compose

# What tells that two items of a list are the same one: any of these combinations of fields
_SAME_BY: dict[str, tuple[tuple[str, ...], ...]] = {
    "sessions": (("number",), ("title",)),
    "figures": (("amount", "to", "year"),),
    "documents": (("ref",), ("title",), ("note",)),
    "events": (("title",), ("kind", "when")),
    "deadlines": (("title",), ("owner", "kind")),
    "commitments": (("ref",), ("title",)),
    "questions": (("question",),),
}
_MAY_BE_MISSING = ("to", "year")
_MAPPINGS = ("considerations",)
_NO_MARK = {"series", "kind", "leads_to"}  # fields that are no texts, and can have no mark

Names = tuple[str, ...]


class Addition(msgspec.Struct, frozen=True):
    """One field or item of the memo; `withheld` where it stays so after a release."""

    field: str
    words: str = ""
    withheld: bool = False

    def shown(self, *, internal: bool) -> str:
        """For people: the field, and with `internal` the words."""
        return f"{self.field}: {self.words}" if internal and self.words else self.field


class Merged(msgspec.Struct):
    """The new text of the file, what was added, and what could not be added without touching what stands there."""

    text: str
    added: list[Addition] = []
    left_out: list[Addition] = []


def merge(existing: str, imported: Imported) -> Merged:
    """Add to the agenda file `existing` what the memo has more. Raises BriefError where it cannot be read.

    In an agenda that is public each addition gets the mark of a text that nobody has read; a field that can have no
    mark is left out.
    """
    merged = Merged(existing)
    is_public = _plain(_root(existing)).get("public", "true").casefold() != "false"
    agenda = _unread(imported.agenda) if is_public else imported.agenda
    for name in fields_of(agenda):
        if name in {*Item.__struct_fields__, "released"}:
            continue
        if name in _MAPPINGS:
            inner = getattr(agenda, name)
            if _value(_root(merged.text), (name,)) is not None:
                for field in fields_of(inner):
                    _add_field(merged, (name, field), inner)
                continue
        _add_field(merged, (name,), agenda)
    return merged


def _unread(agenda: Agenda) -> Agenda:
    """The agenda with the mark at each item and text; what can have none is taken out."""
    ground = agenda.ground or NOT_READ
    fields = {name: _with_mark(getattr(agenda, name), ground) for name in fields_of(agenda) if name not in _NO_MARK}
    kept = {name: value for name, value in fields.items() if value is not None}
    return msgspec.structs.replace(Agenda(title="", when=agenda.when), **kept)


def _with_mark(value: Any, ground: str) -> Any:
    if isinstance(value, list):
        return [_with_mark(each, ground) for each in value]
    if isinstance(value, Considerations):
        return Considerations(**{name: _with_mark(getattr(value, name), ground) for name in fields_of(value)})
    if isinstance(value, Withheld):
        return msgspec.structs.replace(value, public=False)
    if isinstance(value, Item):
        return msgspec.structs.replace(value, public=False, ground=ground) if value.public else value
    return Marked(text=value, public=False, ground=ground) if isinstance(value, str) else None


def _add_field(merged: Merged, path: Names, record: msgspec.Struct) -> None:
    node = _value(_root(merged.text), path)
    value = getattr(record, path[-1])
    if node is None:
        _insert(merged, Addition(".".join(path)), lambda text: _with_field(text, path, record))
    elif isinstance(value, list):
        if not isinstance(node, yaml.SequenceNode):
            merged.left_out.append(Addition(".".join(path)))
            return
        for item in value:
            _add_item(merged, path, item)


def _add_item(merged: Merged, path: Names, item: object) -> None:
    known = _value(_root(merged.text), path)
    if not isinstance(known, yaml.SequenceNode) or any(_is_same(path[0], item, each) for each in known.value):
        return
    withheld = isinstance(item, Item) and not item.public and item.ground != NOT_READ
    _insert(merged, Addition(".".join(path), _name(item), withheld), lambda text: _with_item(text, path, item))


def _insert(merged: Merged, what: Addition, change: Callable[[str], str | None]) -> None:
    """Make one change, unless something that stands in the file would then read differently."""
    changed = change(merged.text)
    try:
        kept = changed is not None and _holds(_plain(_root(changed)), _plain(_root(merged.text)))
    except BriefError:
        kept = False
    if kept and changed is not None:
        merged.text = changed
        merged.added.append(what)
    else:
        merged.left_out.append(what)


def _with_field(text: str, path: Names, record: msgspec.Struct) -> str | None:
    """The text with a whole field more, before the first field that comes later in the order of the design."""
    owner = _root(text) if len(path) == 1 else _value(_root(text), path[:-1])
    if not isinstance(owner, yaml.MappingNode) or owner.flow_style or not owner.value:
        return None
    indent = " " * owner.value[0][0].start_mark.column
    order = list(Agenda.__struct_fields__) if len(path) == 1 else list(record.__struct_fields__)
    later = set(order[order.index(path[-1]) + 1 :])
    following = next((key for key, _ in owner.value if key.value in later), None)
    lines = text.splitlines(keepends=True)
    at = _end_of(lines, owner) if following is None else _above(lines, following.start_mark.line)
    block = write_record_field(record, path[-1], indent)
    if len(path) == 1 and len(block) > 1:
        block = [*([""] if at and lines[at - 1].strip() else []), *block, *([""] if following is not None else [])]
    return _inserted(lines, at, block)


def _with_item(text: str, path: Names, item: object) -> str | None:
    """The text with one item more at the end of a list."""
    node = _value(_root(text), path)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style or not node.value:
        return None
    lines = text.splitlines(keepends=True)
    at = _end_of(lines, node)
    block = write_items([item], " " * node.start_mark.column, {})
    return _inserted(lines, at, block)


def _end_of(lines: list[str], node: yaml.Node) -> int:
    """The line behind the last text in a node; a list itself ends only where the next key begins."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    if not isinstance(node, yaml.ScalarNode) or node.style not in {"|", ">"}:
        return node.end_mark.line + 1
    if node.end_mark.line == len(lines) - 1 and node.end_mark.column == len(lines[-1]):
        return len(lines)  # the file ends in this text, without a line end
    at = node.end_mark.line
    while at > node.start_mark.line + 1 and not lines[at - 1].strip():
        at -= 1
    return at


def _above(lines: list[str], at: int) -> int:
    """The line above a key and the comments that stand right above it."""
    while at > 0 and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    return at


def _inserted(lines: list[str], at: int, block: list[str]) -> str:
    """The lines, which have their line ends, with a block of lines at `at` that end as the first one does."""
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    above = "".join(lines[:at])
    if above and not above.endswith(end):
        above += end
    return above + "".join(f"{line}{end}" for line in block) + "".join(lines[at:])


def _root(text: str) -> yaml.MappingNode:
    try:
        return compose("", text)
    except Unreadable as error:
        raise BriefError(
            tr("the agenda that is there already cannot be read"), tr("brief check says where it is broken")
        ) from error


def _value(node: yaml.Node, path: Names) -> yaml.Node | None:
    for name in path:
        if not isinstance(node, yaml.MappingNode):
            return None
        found = next((value for key, value in node.value if key.value == name), None)
        if found is None:
            return None
        node = found
    return node


def _plain(node: yaml.Node) -> Any:
    """A node as plain lists, mappings and texts."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each) for each in node.value]
    return str(node.value).rstrip("\n")  # a text at the end of a file may have no line end yet


def _holds(new: Any, old: Any) -> bool:
    """Whether everything old is still there, in its order and unchanged."""
    if isinstance(old, dict):
        return isinstance(new, dict) and all(key in new and _holds(new[key], value) for key, value in old.items())
    if isinstance(old, list):
        return isinstance(new, list) and new[: len(old)] == old
    return bool(new == old)


def _is_same(field: str, item: object, node: yaml.Node) -> bool:
    if not isinstance(item, msgspec.Struct):
        return isinstance(item, str) and _letters(item) == _letters(_text_of(node))
    if field not in _SAME_BY:
        return _letters(str(getattr(item, "text", ""))) == _letters(_text_of(node))
    there = _plain(node)
    if not isinstance(there, dict):
        return False
    return any(
        all(_comparable(name, _shown(item, name)) == _comparable(name, str(there.get(name, ""))) for name in names)
        for names in _SAME_BY[field]
        if all(_shown(item, name) for name in names if name not in _MAY_BE_MISSING)
    )


def _shown(item: msgspec.Struct, name: str) -> str:
    value = getattr(item, name)
    return "" if value is None else str(words_of(value) if name in {"title", "note"} else value)


def _comparable(name: str, value: str) -> str:
    """Two ways of writing the same thing become one: a paper by its identifier, a text by its letters."""
    if name == "ref":
        found = scan_references(value)
        return found[0].canonical if len(found) == 1 else value
    return squash(value) if name in {"title", "kind", "owner", "note"} else value.strip()


def _text_of(node: yaml.Node) -> str:
    plain = _plain(node)
    return str(plain.get("text", "")) if isinstance(plain, dict) else str(plain)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold().removeprefix(tr("ministerie van ")) if char.isalnum())


def _name(item: object) -> str:
    """What was added, in a few words for people."""
    if isinstance(item, msgspec.Struct):
        for name in ("ref", "title", "what", "text"):
            if shown := getattr(item, name, None):
                return words_of(shown) if isinstance(shown, Marked) else str(shown)
    return str(item)
