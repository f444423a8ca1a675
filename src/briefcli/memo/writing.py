"""An imported agenda as the text of a file: a new one, or what it adds to one that stands."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec
import yaml

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.citations.reader import scan_references
from briefcli.domain.item import Item
from briefcli.domain.vocabulary import NOT_READ
from briefcli.errors import BriefError
from briefcli.memo.imported import Imported
from briefcli.memo.layout.headings import squash
from briefcli.memo.text import clean
from briefcli.reading.shapes import shapes_of
from briefcli.writing.releasing import note
from briefcli.writing.smallest_change import Draft, Unchangeable, plain_of, value_of
from briefcli.writing.yaml_text import BlockText, in_order

WIDTH = 92  # columns, as in the agendas that were written by hand
# What tells that two items of a list are the same one: any of these combinations of fields
_SAME_BY: dict[str, tuple[tuple[str, ...], ...]] = {
    "sessions": (("number",), ("title",)),
    "figures": (("amount", "to", "year"),),
    "documents": (("ref",), ("title",), ("note", "date")),
    "events": (("title",), ("kind", "when")),
    "deadlines": (("title",), ("owner", "kind", "due")),
    "commitments": (("ref",), ("title",)),
    "questions": (("question",),),
}
_MAY_BE_MISSING = ("to", "year")
_DATES = ("when", "moved_to", "due", "date", "made")
_OF_PEOPLE = frozenset({*Item.__struct_fields__, "released"})  # fields that no memo fills


def _data_of(agenda: Agenda) -> dict[str, Any]:
    """The fields that say something, in the order in which people write them, without what no text may hold."""
    data: dict[str, Any] = _cleaned(in_order(agenda))
    return data


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _cleaned(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return " ".join(clean(value).split()) if isinstance(value, str) else value


def write_agenda(imported: Imported) -> str:
    """The text of the agenda file, ending in a line end; `# check:` stands above what needs a look.

    The meeting's own mark comes last, with a comment that says how to release it.
    """
    block, data = BlockText(WIDTH), _data_of(imported.agenda)
    for check in imported.checks:
        block.remarks.setdefault(check.field, []).append(_cleaned(check.message))
    fields = {name: block.field(name, value) for name, value in data.items()}
    if imported.agenda.is_unread:
        fields["public"].insert(0, note(imported.id))
    lines: list[str] = []
    was_long = False
    for each in fields.values():
        is_long = each[-1].startswith(" ")
        lines += ["", *each] if lines and (is_long or was_long) else each
        was_long = is_long
    above = [f"# check: {message}" for message in block.remarks.pop("", ())]
    for field, messages in block.remarks.items():  # of fields that are not written, such as an unknown place
        if field.split(".")[0].split("[")[0] not in data:
            above += [f"# check: {field}: {message}" for message in messages]
    return "\n".join([*above, *lines]) + "\n"


class Addition(msgspec.Struct, frozen=True):
    """One field or item of the memo; `withheld` where it stays so after a release."""

    field: str
    words: str = ""
    withheld: bool = False

    def shown(self, *, internal: bool) -> str:
        """For people: the field, and with `internal` the words."""
        return f"{self.field}: {self.words}" if internal and self.words else self.field


class Merged(msgspec.Struct):
    """The new text of the file, and what was added.

    `left_out` could not be added without touching what stands there; `other_dates` stands there with another date.
    """

    text: str
    added: list[Addition] = []
    left_out: list[Addition] = []
    other_dates: list[Addition] = []


def merge(existing: str, imported: Imported) -> Merged:
    """Add to the agenda file `existing` what the memo has more. Raises BriefError where it cannot be read.

    In an agenda that is public each addition gets the mark of a text that nobody has read; a field that can have no
    mark is left out.
    """
    try:
        draft = Draft(existing, BlockText(WIDTH, spaced=True))
    except Unchangeable as error:
        raise BriefError(
            tr("the agenda that is there already cannot be read"), tr("brief check says where it is broken")
        ) from error
    merged = Merged(existing)
    data, there = _data_of(imported.agenda), plain_of(draft.root)
    merged.other_dates += _other_dates("", data, there)
    is_public = str(there.get("public", "true")).casefold() != "false"
    for name, value in data.items():
        shape = shapes_of(Agenda)[name]
        if name in _OF_PEOPLE or (is_public and shape.record is None):
            continue
        new = _unread(name, value, imported.agenda.ground or NOT_READ) if is_public else value
        if name == "considerations" and name in there:
            for field, texts in new.items():
                _add_field(draft, merged, name, field, texts)
        else:
            _add_field(draft, merged, "", name, new)
    merged.text = draft.text
    return merged


def _unread(field: str, value: Any, ground: str) -> Any:
    """A text, an item or all of a list with the mark; what is withheld already keeps its own."""
    if isinstance(value, list):
        return [_unread(field, each, ground) for each in value]
    if field == "considerations":
        return {name: _unread(name, texts, ground) for name, texts in value.items()}
    item = value if isinstance(value, dict) else {"text": value}
    if field == "withheld":  # which is not public unless it says so
        return {name: each for name, each in item.items() if name != "public"}
    return item if item.get("public") is False else {**item, "public": False, "ground": ground}


def _add_field(draft: Draft, merged: Merged, where: str, name: str, value: Any) -> None:
    """Add a field of the mapping at `where`, or the items that its list does not have."""
    path = f"{where}.{name}" if where else name
    owner = value_of(draft.root, where) if where else draft.root
    node = value_of(owner, name)
    if node is None:
        _try(merged, Addition(path), owner, draft.set, where, name, value)
    elif not isinstance(value, list):
        return
    elif not isinstance(node, yaml.SequenceNode):
        merged.left_out.append(Addition(path))
    else:
        known = plain_of(node)
        for item in value:
            same = next((place for place, each in enumerate(known) if _is_same(where or name, item, each)), None)
            if same is None:
                _try(merged, _addition(path, item), node, draft.add, name, item, where)
                known.append(item)
            else:
                merged.other_dates += _other_dates(f"{path}[{same}]", item, known[same])


def _other_dates(where: str, item: Any, there: Any) -> list[Addition]:
    """The dates that the memo and the file both give for one thing, where they differ."""
    if not isinstance(item, dict) or not isinstance(there, dict):
        return []
    both = [(name, _words(item.get(name)), _words(there.get(name))) for name in _DATES]
    return [
        Addition(f"{where}.{name}" if where else name, tr("{there} there, {new} in the memo", there=there, new=new))
        for name, new, there in both
        if new and there and new != there
    ]


def _try(
    merged: Merged, what: Addition, node: yaml.Node | None, change: Callable[..., object], *arguments: Any
) -> None:
    """Make a change within a node, where that takes lines of its own and no others."""
    is_made = False
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        with suppress(Unchangeable):
            change(*arguments)
            is_made = True
    (merged.added if is_made else merged.left_out).append(what)


def _addition(path: str, item: Any) -> Addition:
    """An item, called by a few of its words."""
    if not isinstance(item, dict):
        return Addition(path, item)
    words = next((_words(item[name]) for name in ("ref", "title", "what", "text", "question") if name in item), "")
    is_hidden = item.get("public", path != "withheld") is False
    return Addition(path, words, withheld=is_hidden and item.get("ground") != NOT_READ)


def _is_same(field: str, item: Any, there: Any) -> bool:
    if not isinstance(item, dict) or field not in _SAME_BY:
        return _letters(_words(item)) == _letters(_words(there))
    if not isinstance(there, dict):
        return False
    return any(
        all(_comparable(name, item) == _comparable(name, there) for name in names)
        for names in _SAME_BY[field]
        if all(item.get(name) for name in names if name not in _MAY_BE_MISSING)
    )


def _words(value: Any) -> str:
    """The words of a text in either form."""
    return str(value.get("text", "")) if isinstance(value, dict) else "" if value is None else str(value)


def _comparable(name: str, item: dict[str, Any]) -> str:
    """Two ways of writing the same thing become one: a paper by its identifier, a text by its letters."""
    value = _words(item.get(name))
    if name == "ref":
        found = scan_references(value)
        return found[0].canonical if len(found) == 1 else value
    return squash(value) if name in {"title", "kind", "owner", "note"} else value.strip()


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold().removeprefix(tr("ministerie van ")) if char.isalnum())
