"""Decides whether a mapping or an item of a list is public, from the marks in the file.

In doubt it is not public. An unknown key that may be meant as a mark counts as that mark. So does a mark that became
part of the text above it, and one that became an item of its own.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec

from briefcli.domain.diagnostic import Diagnostic, Severity
from briefcli.domain.item import Item, Marked
from briefcli.reading import codes
from briefcli.reading.mark_words import (
    entry_may_withhold,
    has_own_words,
    holds_mark,
    is_department,
    is_for_few,
    is_mark_line,
    is_marked_text,
)
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import MARKS, OPENNESS_KEYS, WHO, Shape, all_words, form_of
from briefcli.reading.yaml_places import is_nothing, nodes_in, scalars
from briefcli.yes_no import TRUE

_STEP = 2  # columns by which most files indent
# Words for the whole, behind `withheld`, which is for a list of what is not in the file
_ALL = TRUE | {"all", "alles", "everything", "geheel", "volledig"}
_HEADLINES = frozenset({"text", "title", "question", "what"})
_ENDS_RANGE, _AROUND_WORDS = ("eind", "end"), " [(<{-–—="
_OF_GROUNDS = frozenset({codes.NO_GROUND.name, codes.UNKNOWN_GROUND.name})  # about grounds, which are public
_LONGEST_ITEM = 60  # characters of an item that is nothing but a mark


def says_withheld(node: yaml.MappingNode, known: Collection[str], *, usually_public: bool = True) -> bool | None:
    """Whether a mapping says, or may have been meant to say, that it is withheld. None if it does not say.

    `known` are the keys that exist. A mapping that is `usually_public` and has a ground counts as withheld, even if it
    says that it is public.
    """
    answers, has_ground = [], False
    is_open = says_open(node)
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            return True  # such a key may contain a mark
        word = _word(value)
        if key.value not in known:
            if is_doubtful(key, value, node):
                return True
        elif key.value == "public":
            answers.append(word.lower() in TRUE)
        elif key.value == "ground":
            has_ground = True
        elif _value_withholds(key.value, value, node, is_open=is_open):
            return True
    if answers:
        return not all(answers) or (usually_public and has_ground)
    if has_ground or any(key.value == "audience" and is_for_few(_word(value)) for key, value in node.value):
        return True
    return None


def says_open(node: yaml.MappingNode) -> bool:
    """Whether a mapping says `public: true`."""
    return any(_word(key) == "public" and _word(value).lower() in TRUE for key, value in node.value)


def _value_withholds(name: str, value: yaml.Node, node: yaml.MappingNode, *, is_open: bool) -> bool:
    """Whether a value holds a mark, or withholds the mapping: `withheld: all`, `released: not yet`."""
    word = _word(value).lower()
    if holds_mark(_word(value), is_open=is_open):
        return not (name in WHO and is_department(_word(value)))
    if name == "withheld":
        return word in _ALL or named_field(node, value) is not None
    return name == "released" and not (is_nothing(value) or word in TRUE or re.search("[0-9]", word))


def may_hold_marks(root: yaml.Node, lines: Sequence[str]) -> bool:
    """Whether a mark may be anywhere in a node that is not read as a field. `lines` are the lines of the file."""

    def may_hold(node: yaml.Node) -> bool:
        if isinstance(node, yaml.MappingNode):
            has_key = any(_word(key) == "withheld" for key, _ in node.value)
            return has_key or has_mark_below(node) or bool(says_withheld(node, all_words()))
        if isinstance(node, yaml.ScalarNode):
            return is_marked_text(node, lines, Shape(), is_open=False)
        return bool(marked_by_next(node.value))

    return any(map(may_hold, nodes_in(root)))


def named_field(node: yaml.MappingNode, value: yaml.Node) -> yaml.ScalarNode | None:
    """The word in the value of `withheld` that names a field of the mapping, as if that withheld the field."""
    given = {_word(key) for key, _ in node.value} - OPENNESS_KEYS
    return next((each for each in scalars(value) if re.sub("[ -]", "_", each.value.strip().lower()) in given), None)


def is_doubtful(key: yaml.ScalarNode, value: yaml.Node, node: yaml.MappingNode) -> bool:
    """Whether an unknown key of a mapping was perhaps meant as a mark, or is the rest of one.

    A comma splits a mark in two: `{text: x, public: ja, na akkoord}`.
    """
    is_rest = (
        bool(node.flow_style)
        and not _word(value)
        and not OPENNESS_KEYS.isdisjoint(_word(each) for each, _ in node.value)
    )
    marked = {id(each) for item in nodes_in(value) if _has_own_mark(item) for each in nodes_in(item)}
    return is_rest or entry_may_withhold(key.value, [each.value for each in scalars(value) if id(each) not in marked])


def _has_own_mark(item: yaml.Node) -> bool:
    """Whether an item has keys that exist only, a text and a mark among them: that mark is about the item."""
    keys = {_word(key) for key, _ in item.value} if isinstance(item, yaml.MappingNode) else set[str]()
    return keys <= all_words() and not (keys.isdisjoint(_HEADLINES) or keys.isdisjoint(MARKS))


def marked_by_next(items: Sequence[yaml.Node], known: Collection[str] | None = None) -> list[int]:
    """The places of the items of a list that are withheld by a mark that is an item itself, or starts an item.

    Such a mark withholds the item before it, as its dash may be a mistake. A mark in words, without a value, or in the
    first item may be a heading: it also withholds all items below it, up to one such as `einde vertrouwelijk`.
    An item that belongs elsewhere (`known` are the keys that exist here) may be a part of the item before it: then both
    are withheld if one is.
    """
    is_own = [has_own_words(_line_of(each), surely=True) for each in items]
    marks = [is_only_mark(each) and not own for each, own in zip(items, is_own, strict=True)]
    found = set[int]()
    is_below = False
    for place, each in enumerate(items):
        if place and (marks[place] or _goes_on(each)) and not is_own[place]:
            found.add(place - 1)
        if place and ((known is not None and _is_strange(each, known)) or _is_part(items[place - 1], each)):
            both = {place - 1, place}
            found |= both if found & both or any(map(_ends_withheld, items[place - 1 : place + 1])) else set()
        if is_below:
            found.add(place)
        if marks[place]:
            ends = _word(each).strip(_AROUND_WORDS).lower().startswith(_ENDS_RANGE)
            has_value = isinstance(each, yaml.MappingNode) and any(any(_words_in(value)) for _, value in each.value)
            is_below = not ends and (is_below or place == 0 or not has_value)
    return sorted(found)


def lettered(items: Sequence[yaml.Node]) -> set[int]:
    """The ids of the items of a list that start with (A), (B) and so on, in this order. Elsewhere (C) is a mark."""
    found = [each for each in items if re.match(r"\([A-Z]\) ", _word(each))]
    is_list = len(found) > 1 and all(_word(each)[1] == chr(65 + place) for place, each in enumerate(found))
    return {*map(id, found)} if is_list else set()


def _line_of(item: yaml.Node) -> str:
    """An item as one line: a text, or the only entry of a mapping with an unknown key. Else empty."""
    if isinstance(item, yaml.MappingNode):
        ((key, value), *others) = item.value or [(item, item)]
        return "" if others or _word(key) in all_words() else f"{_word(key)}: {_word(value)}"
    return _word(item)


def as_withheld(found: Diagnostic) -> Diagnostic:
    """The diagnostic, marked as being about something withheld.

    A warning, except about grounds, becomes internal too, because it would reveal a value. An error is reported to
    everyone: it is about a value that cannot be read.
    """
    internal = found.severity is Severity.WARNING and found.code not in _OF_GROUNDS
    return msgspec.structs.replace(found, withheld=True, internal=internal)


def as_hidden(value: Any) -> Any:
    """The same item, marked as not public. None if nothing was read."""
    if isinstance(value, str):
        return Marked(text=value, public=False)
    return msgspec.structs.replace(value, public=False) if isinstance(value, Item) else value


def _is_part(item: yaml.Node, of: yaml.Node) -> bool:
    """Whether an item repeats the first line of another item (`of`), and has no other."""
    if not (isinstance(item, yaml.MappingNode) and isinstance(of, yaml.MappingNode) and len(item.value) == 1):
        return False
    (one, first), (other, second) = item.value[0], of.value[0] if of.value else (of, of)
    return _word(one) == _word(other) and _word(first) == _word(second)


def _is_strange(item: yaml.Node, known: Collection[str]) -> bool:
    """Whether an item belongs elsewhere: a text where none is allowed, or a mapping that starts with an unknown key."""
    if isinstance(item, yaml.ScalarNode):
        return "text" not in known
    first = next(iter(item.value), None)
    return isinstance(first, tuple) and _word(first[0]) not in known and not _is_mark_entry(*first)


def has_mark_below(node: yaml.MappingNode) -> bool:
    """Whether a mark within a mapping may belong to the mapping itself, but is indented too deep.

    The mark is an item of a list whose dashes are in the column of the keys, or it is twice in the last mapping below.
    One with words of its own, such as `Vertrouwelijk: NL stemt tegen`, belongs to the list.
    """
    return _has_mark_twice(node) or any(
        isinstance(value, yaml.SequenceNode)
        and value.start_mark.column == node.start_mark.column
        and any(is_only_mark(each) and not has_own_words(_line_of(each)) for each in value.value)
        for _, value in node.value
    )


def _has_mark_twice(node: yaml.MappingNode) -> bool:
    last = node.value[-1][1] if node.value else node
    last = last.value[-1] if isinstance(last, yaml.SequenceNode) and last.value else last
    if last is node or not isinstance(last, yaml.MappingNode):
        return False
    marks = [_word(key) for key, _ in last.value if _word(key) in OPENNESS_KEYS]
    return len(set(marks)) < len(marks) or _has_mark_twice(last)


def torn_from_above(node: yaml.MappingNode, shapes: Mapping[str, Shape], commented: frozenset[int]) -> set[int]:
    """The places of keys that may be lines of the withheld item above them, indented too little.

    Such a key does not exist here, or is here a second time; or it is optional, the item may have it too, and the item
    is indented at most one step deeper. `commented` are the ids of nodes that a comment marks.
    """
    torn, seen, above = set[int](), set[str](), None
    for place, (key, _) in enumerate(node.value):
        name, before = _word(key), node.value[place - 1][1]
        is_known = name in shapes and name not in seen
        inner: Mapping[str, Shape] = form_of(above).shapes if above is not None else {}
        last = before.value[-1] if isinstance(before, yaml.SequenceNode) and before.value else before
        is_near = last.start_mark.column - key.start_mark.column <= _STEP
        is_of_item = name in inner and name not in OPENNESS_KEYS and is_near
        may_be = not is_known or (is_of_item and not shapes[name].required)
        if may_be and place and (place - 1 in torn or _ends_withheld(before, commented)):
            torn.add(place)
        elif is_known:
            seen.add(name)
            above = shapes[name].record
    return torn


def _ends_withheld(node: yaml.Node, commented: Collection[int] = ()) -> bool:
    """Whether the node, or the last item or value in it at any depth, is not public."""
    while isinstance(node, yaml.CollectionNode) and node.value:
        if isinstance(node, yaml.MappingNode):
            if id(node) in commented or says_withheld(node, all_words()):
                return True
            node = node.value[-1][1]
        else:
            node = node.value[-1]
    return False


def _goes_on(node: yaml.Node) -> bool:
    """Whether an item is the rest of the one before it: it starts with a mark and has no text or title of its own."""
    return (
        isinstance(node, yaml.MappingNode)
        and bool(node.value)
        and _is_mark_entry(*node.value[0])
        and _HEADLINES.isdisjoint(_word(key) for key, _ in node.value)
        and says_withheld(node, all_words()) is not False
    )


def is_only_mark(node: yaml.Node) -> bool:
    """Whether an item of a list is a mark and nothing else. Keys without words may be beside the mark."""
    if isinstance(node, yaml.ScalarNode):
        return is_mark_line(node.value)
    return (
        isinstance(node, yaml.MappingNode)
        and sum(map(len, _words_in(node))) <= _LONGEST_ITEM
        and all(_is_mark_entry(key, value) or not any(_words_in(value)) for key, value in node.value)
        and bool(says_withheld(node, all_words()) or any(_word(key) == "withheld" for key, _ in node.value))
    )


def _is_mark_entry(key: yaml.Node, value: yaml.Node) -> bool:
    """Whether a key is a mark of the file format, or an unknown key that was perhaps meant as one."""
    name = _word(key)
    return name in OPENNESS_KEYS or (name not in all_words() and entry_may_withhold(name, _words_in(value)))


def _words_in(node: yaml.Node) -> list[str]:
    return [each.value for each in scalars(node)]


def _word(node: yaml.Node) -> str:
    return node.value if isinstance(node, yaml.ScalarNode) else ""
