"""Adds the new fields and items of an imported agenda to an existing agenda file, of which no line changes."""

import re
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.citations.finder import scan_references
from briefcli.domain.item import Item
from briefcli.domain.vocabulary import NOT_READ
from briefcli.errors import BriefError
from briefcli.memo.imported import Imported
from briefcli.memo.writing import WIDTH, data_of
from briefcli.reading.lines import lines_of
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import all_words, shapes_of
from briefcli.reading.visibility import marked_by_next, may_hold_marks, says_withheld
from briefcli.reading.yaml_places import Places, is_nothing, value_of
from briefcli.writing.smallest_change import Draft, Unchangeable, plain_of
from briefcli.writing.yaml_text import BlockText

# Two items of a list are the same if they agree on all fields of one of these combinations; in other lists, if their
# titles are equal. In the lists of `_BESIDE` they are also the same if they agree on those fields, and the title of one
# contains the other's.
_NAMED: dict[str, tuple[tuple[str, ...], ...]] = {
    "figures": (("what", "amount", "to", "year", "unit"),),
    "documents": (("ref",), ("title",), ("note", "date")),
    "commitments": (("ref",), ("title",)),
    "questions": (("question",),),
}
_BESIDE: dict[str, tuple[str, ...]] = {
    "sessions": ("number",),
    "events": ("kind", "when"),
    "deadlines": ("owner", "kind", "due"),
}
_TELL_APART = {"documents": ("ref", "date"), "commitments": ("ref",)}  # two papers if one of these differs
_MAY_BE_MISSING = ("to", "year", "unit")
_DATES = ("when", "moved_to", "due", "date", "made", "done_on")
_MARK = frozenset(Item.__struct_fields__)
_OF_PEOPLE = _MARK | {"released"}  # fields that no memo fills
# The words and figures of a text. Other characters count only if they change a figure
_PIECES = re.compile(r"[^\W\d_]+|(?:(?<!\w)[-−])?[0-9]+(?:[.,:/-][0-9]+)*|[%€$£]")

_Mark = dict[str, Any]  # `public` and `ground`, which say that something is not public


class Addition(msgspec.Struct, frozen=True):
    """A field or item of the memo. `withheld`: it stays withheld after a release."""

    field: str
    words: str = ""
    withheld: bool = False

    def shown(self, *, internal: bool) -> str:
        """The text to print: the field, and with `internal` also the words."""
        return f"{self.field}: {self.words}" if internal and self.words else self.field


class Merged(msgspec.Struct):
    """The new text of the file, and what was added.

    `left_out` could not be added without changing an existing line, or cannot have the mark that it needs.
    `differing` are fields with another value in the file than in the memo; the file keeps its own.
    """

    text: str
    added: list[Addition] = []
    left_out: list[Addition] = []
    differing: list[Addition] = []


def merge(existing: str, imported: Imported) -> Merged:
    """Add to the agenda file `existing` what only the memo has. Raises BriefError if the file cannot be read.

    Each addition is marked as not public, by default on the ground that nobody has read it yet. It gets no mark if the
    whole agenda in the file has that same mark.
    """
    block = BlockText(WIDTH, spaced=True)
    try:
        draft = Draft(existing, block)
    except Unchangeable as error:
        raise BriefError(
            tr("the agenda that is there already cannot be read"), tr("brief check says where it is broken")
        ) from error
    return _Merger(draft, block, imported).merged()


class _Merger:
    """All paths are those of the file, except `source`, a path in the imported agenda."""

    def __init__(self, draft: Draft, block: BlockText, imported: Imported) -> None:
        self._draft, self._block, self._imported = draft, block, imported
        self._merged = Merged("")
        ground = imported.agenda.ground or NOT_READ
        is_hidden = says_withheld(draft.root, all_words())
        is_unread = is_hidden and plain_of(draft.root).get("ground") == NOT_READ
        self._is_closed = is_hidden and not is_unread
        self._mark = {} if is_unread and ground == NOT_READ else {"public": False, "ground": ground}

    def merged(self) -> Merged:
        for name, value in data_of(self._imported.agenda).items():
            if name == "considerations" and value_of(self._draft.root, name) is not None:
                for part, texts in value.items():
                    self._add_field(name, part, texts, f"{name}.{part}", self._mark)
            elif name not in _OF_PEOPLE:
                self._add_field("", name, value, name, self._mark)
        self._merged.text = self._draft.text
        return self._merged

    def _node(self, where: str) -> Any:
        """The node at a path of the draft as it is now. None if it has no such field."""
        return Places(self._draft.root).node(where)

    def _add_field(self, where: str, name: str, value: Any, source: str, mark: _Mark) -> None:
        """Add a field to the mapping at `where`, or to its list the items that are missing there."""
        path = f"{where}.{name}" if where else name
        owner = self._node(where)
        node = value_of(owner, name)
        if isinstance(value, list) and node is not None:
            if isinstance(node, yaml.SequenceNode) or is_nothing(node):
                self._add_items(where, name, value, source, mark)
            else:
                self._tell(self._merged.left_out, Addition(path))
        elif node is not None and not is_nothing(node):
            if name != "title":  # the program makes it from the meeting and its day
                self._compare_value(path, name, value, plain_of(node), is_withheld=False)
        elif mark and not isinstance(value, list) and shapes_of(Agenda)[name].record is None:  # it can have no mark
            self._tell(self._merged.left_out, Addition(path, _words(value)))
        else:
            change = partial(self._draft.set, where, name, _marked(name, value, mark))
            self._try(change, Addition(path), owner, source, name)

    def _add_items(self, where: str, name: str, items: list[Any], source: str, mark: _Mark) -> None:
        """Add the items that the file does not have, and compare the others.

        An item of the memo is matched with one of the file that says all that it says, or else with one that is about
        the same thing.
        """
        path = f"{where}.{name}" if where else name
        known = plain_of(self._node(path)) or []
        free = dict(enumerate(known))
        left: list[tuple[str, Any]] = []
        for number, item in enumerate(items):
            said = {name: value for name, value in _as_item(item).items() if name not in _MARK}
            others = enumerate(map(_as_item, known))
            equal = [at for at, each in others if all(_is_equal(name, said[name], each.get(name)) for name in said)]
            if equal:
                place = next((each for each in equal if each in free), equal[0])
                free.pop(place, None)
                self._ask_whether_public(f"{path}[{place}]", item)
            else:
                left.append((f"{source}[{number}]", item))
        for origin, item in left:
            same = next((place for place, each in free.items() if _is_same(name, item, each)), None)
            if same is None:
                change = partial(self._draft.add, name, _marked(name, item, mark), where)
                self._try(change, _addition(path, item), self._node(path), origin, "[0]")
            else:
                self._compare(f"{path}[{same}]", item, free.pop(same), origin)

    def _compare(self, path: str, item: dict[str, Any], there: dict[str, Any], source: str) -> None:
        """Add to an item of the file the texts that only the memo's has, and report what else differs."""
        self._ask_whether_public(path, item)
        mark = {name: each for name, each in item.items() if name in _MARK} or self._mark
        is_withheld = _is_withheld(path, item) or self._hides(path)
        for name, value in item.items():
            if isinstance(value, list):
                self._add_field(path, name, value, f"{source}.{name}", mark)
            elif name not in _MARK:
                self._compare_value(f"{path}.{name}", name, value, there.get(name), is_withheld=is_withheld)

    def _compare_value(self, path: str, name: str, value: Any, there: Any, *, is_withheld: bool) -> None:
        if _is_equal(name, value, there):
            return
        old, new = _words(there), _words(value)
        said = tr("{there} there, {new} in the memo", there=old, new=new) if old else tr("{new} in the memo", new=new)
        self._tell(self._merged.differing, Addition(path, said, withheld=is_withheld))

    def _ask_whether_public(self, path: str, item: Any) -> None:
        """Report an item that the memo withholds, but the file shows or will show after a release."""
        if _is_withheld(path, item) and not path.startswith("withheld") and not self._hides(path):
            self._tell(self._merged.differing, Addition(path, tr("public there, not public in the memo")))

    def _hides(self, path: str) -> bool:
        """Whether an item of the file, or a part of it, stays withheld after a release."""
        name, _, place = path.rstrip("]").rpartition("[")
        items = self._node(name).value
        node = items[int(place)]
        is_unread = isinstance(node, yaml.MappingNode) and plain_of(node).get("ground") == NOT_READ
        nodes = [value for _, value in node.value] if is_unread else [node]
        record: type[msgspec.Struct] | None = Agenda  # the type of the list's items
        for each in re.findall("[a-z_]+", name):
            record = shapes_of(record)[each].record if record else None
        lines = lines_of(self._draft.text)
        return int(place) in marked_by_next(items, shapes_of(record) if record else None) or any(
            may_hold_marks(each, lines) for each in nodes
        )

    def _try(self, change: Callable[[], object], what: Addition, node: Any, source: str, target: str) -> None:
        """Make a change within a node if it only adds lines; else count it as left out.

        Checks of the field `source` in the imported agenda become remarks above the field `target`, which is written.
        """
        self._block.remarks = {}
        for check in self._imported.checks:
            if check.field == source or check.field.startswith((f"{source}.", f"{source}[")):
                field = f"{target}{check.field.removeprefix(source)}"
                self._block.remarks.setdefault(field, []).append(check.message)
        outcome = self._merged.left_out
        if node is not None and not getattr(node, "flow_style", False):
            with suppress(Unchangeable):
                change()
                outcome = self._merged.added
        self._tell(outcome, what)

    def _tell(self, additions: list[Addition], what: Addition) -> None:
        additions.append(msgspec.structs.replace(what, withheld=True) if self._is_closed else what)


def _marked(field: str, value: Any, mark: _Mark) -> Any:
    """Mark a text, an item or each item of a list. What is withheld already keeps its own mark."""
    if isinstance(value, list):
        return [_marked(field, each, mark) for each in value]
    if field == "considerations":
        return {name: _marked(name, each, mark) for name, each in value.items()}
    if not mark:
        return value
    item = _as_item(value)
    if field == "withheld":  # its items are not public unless they say so
        return {name: each for name, each in item.items() if name != "public"}
    return item if item.get("public") is False else {**item, **mark}


def _as_item(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {"text": value}


def _is_withheld(path: str, item: Any) -> bool:
    """Whether an item of the memo stays withheld after a release."""
    if not isinstance(item, dict):
        return False
    return item.get("public", path.partition("[")[0] != "withheld") is False and item.get("ground") != NOT_READ


def _addition(path: str, item: Any) -> Addition:
    """The addition of an item, described by its number, title or text."""
    said = _as_item(item)
    words = next((_words(said[name]) for name in ("ref", "title", "what", "text", "question") if name in said), "")
    return Addition(path, words, withheld=_is_withheld(path, item))


def _is_equal(name: str, value: Any, there: Any) -> bool:
    if isinstance(value, list):
        return isinstance(there, list) and all(any(_is_equal(name, each, other) for other in there) for each in value)
    return _comparable(name, value) == _comparable(name, there)


def _is_same(field: str, item: Any, there: Any) -> bool:
    """Whether an item of the file is about the same thing as one of the memo, even if they say different things."""
    if not isinstance(item, dict) or not isinstance(there, dict):
        return False
    given = [name for name in _TELL_APART.get(field, ()) if item.get(name) and there.get(name)]
    if not all(_is_equal(name, item[name], there[name]) for name in given):
        return False
    if any(_agree(names, item, there) for names in _NAMED.get(field, (("title",),))):
        return True
    titles = sorted((_comparable("title", item.get("title")), _comparable("title", there.get("title"))), key=len)
    return field in _BESIDE and _agree(_BESIDE[field], item, there) and titles[0] in titles[1]


def _agree(names: tuple[str, ...], item: dict[str, Any], there: dict[str, Any]) -> bool:
    are_given = all(item.get(name) for name in names if name not in _MAY_BE_MISSING)
    return are_given and all(_is_equal(name, item.get(name), there.get(name)) for name in names)


def _words(value: Any) -> str:
    """The words of a text, which can be a string or a mapping with `text`."""
    return str(value.get("text", "")) if isinstance(value, dict) else "" if value is None else str(value)


def _comparable(name: str, value: Any) -> str:
    """A value in a form to compare: a paper as its identifier, a text as its words and figures."""
    text = _words(value)
    if name == "ref":
        found = scan_references(text)
        return found[0].canonical if len(found) == 1 else text
    if name in _DATES:
        return text.strip()
    return "".join(_PIECES.findall(text.casefold().removeprefix("ministerie van "))) or text.strip()
