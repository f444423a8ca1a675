"""YAML nodes become the agenda: side by side with its declaration, so that every mistake is found in one go.

A value that cannot be read is left out and reported, never repaired. What is not public stays so whatever
else is wrong with it: a mark that cannot be read counts as "not public".
"""

from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

from briefcli.domain.agenda import Agenda, Item, Marked
from briefcli.domain.diagnostic import Code, Diagnostic, problem
from briefcli.domain.when import When
from briefcli.reading import codes
from briefcli.reading.leaves import FALSE, TRUE, Refusal, leaf, nearest
from briefcli.reading.nodes import place_of
from briefcli.reading.shapes import Shape, shapes_of

Place = tuple[int, int]
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

# Keys that do not exist, but whose author plainly did not mean to publish
_SECRET_WORDS = frozenset({"confidential", "internal", "openbaar", "publiek", "secret", "vertrouwelijk", "geheim"})


class Walker:
    """Goes down one file; `diagnostics` and `places` (field path → line, column) fill up on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.diagnostics: list[Diagnostic] = []
        self.places: dict[str, Place] = {}
        self._withheld = 0

    def agenda(self, node: yaml.MappingNode, title: str) -> Agenda:
        """The agenda as far as it can be read; `title` and an unknown date stand in for missing ones."""
        fields = self._fields(Agenda, node, "")
        self._require(Agenda, fields, node)
        fields["public"] = _is_public(Agenda, node)
        fields.setdefault("title", title)
        fields.setdefault("when", When.unknown())
        return Agenda(**fields)

    def _record(self, record: type[msgspec.Struct], node: yaml.MappingNode, where: str) -> msgspec.Struct | None:
        hidden = issubclass(record, Item) and not _is_public(record, node)
        self._withheld += hidden
        fields = self._fields(record, node, where)
        complete = self._require(record, fields, node)
        self._withheld -= hidden
        if issubclass(record, Item):
            fields["public"] = not hidden
        return record(**fields) if complete else None

    def _fields(self, record: type[msgspec.Struct], node: yaml.MappingNode, where: str) -> dict[str, Any]:
        shapes = shapes_of(record)
        found: dict[str, Any] = {}
        seen: set[str] = set()
        for key, value in self._pairs(node):
            shape = shapes.get(key.value)
            if shape is None:
                self._unknown_key(key, shapes)
            elif key.value in seen:
                hint = "keep one of the two; nothing is taken from the second"
                self._report(key, codes.DUPLICATE_KEY, f"the key “{key.value}” stands here a second time", hint)
            elif not _is_null(value):
                field = f"{where}.{key.value}" if where else key.value
                self._keep(found, key.value, shape, value, field)
            seen.add(key.value)
        return found

    def _keep(self, found: dict[str, Any], name: str, shape: Shape, node: yaml.Node, where: str) -> None:
        value = self._many(shape, node, where) if shape.many else self._one(shape, node, where)
        if value is not None:
            found[name] = value

    def _pairs(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key, value
            else:
                self._report(key, codes.UNKNOWN_KEY, "a key must be a single word", "put the text in quotes")

    def _many(self, shape: Shape, node: yaml.Node, where: str) -> list[Any]:
        if not isinstance(node, yaml.SequenceNode):
            only = self._one(shape, node, where)
            return [] if only is None else [only]
        # Each item keeps its own number, also after one that could not be read
        read = (self._one(shape, each, f"{where}[{i}]") for i, each in enumerate(node.value) if not _is_null(each))
        return [value for value in read if value is not None]

    def _one(self, shape: Shape, node: yaml.Node, where: str) -> Any:
        self._remember(where, node)
        if isinstance(node, yaml.ScalarNode) and shape.leaf is not None:
            return self._leaf(shape, node)
        if isinstance(node, yaml.MappingNode) and shape.record is not None:
            return self._record(shape.record, node, where)
        self._wrong_shape(shape, node)
        return None

    def _leaf(self, shape: Shape, node: yaml.ScalarNode) -> Any:
        kind = shape.leaf
        if kind is None:
            return None
        if issubclass(kind, Marked):
            return kind(text=node.value)
        try:
            value = leaf(kind, node.value)
        except Refusal as refusal:
            self._report(node, refusal.code, str(refusal), refusal.hint)
            return None
        if shape.vocabulary and str(value).replace("-", " ") not in shape.vocabulary:
            hint = nearest(str(value), shape.vocabulary) or f"usual are {', '.join(shape.vocabulary)}"
            self._report(node, codes.UNKNOWN_KIND, f"“{value}” is not one of the usual kinds", hint)
        return value

    def _require(self, record: type[msgspec.Struct], found: dict[str, Any], node: yaml.MappingNode) -> bool:
        given = {key.value for key, value in node.value if isinstance(key, yaml.ScalarNode) and not _is_null(value)}
        missing = [name for name, shape in shapes_of(record).items() if shape.required and name not in found]
        for name in missing:
            if name not in given:
                hint = "write unknown if it is not known" if name == "when" else f"add {name}: on a line of its own"
                self._report(node, codes.MISSING_KEY, f"the key “{name}” is missing", hint)
        return not missing

    def _unknown_key(self, key: yaml.ScalarNode, shapes: dict[str, Shape]) -> None:
        hint = nearest(key.value, shapes)
        if hint is None and " " in key.value:
            hint = "a text with a colon and a space in it must stand in quotes"
        known = f"the keys here are {', '.join(shapes)}"
        self._report(key, codes.UNKNOWN_KEY, f"the key “{key.value}” does not exist", hint or known)

    def _wrong_shape(self, shape: Shape, node: yaml.Node) -> None:
        if isinstance(node, yaml.SequenceNode):
            message, hint = "a list stands where one value is asked for", "keep one, without the dash"
        elif isinstance(node, yaml.MappingNode):
            message = "keys with values stand where a single value is asked for"
            hint = "a text with a colon and a space in it must stand in quotes"
        else:
            names = ", ".join(shapes_of(shape.record)) if shape.record else ""
            message, hint = "a plain text stands where keys with values are asked for", f"the keys are {names}"
        self._report(node, codes.WRONG_TYPE, message, hint)

    def _remember(self, where: str, node: yaml.Node) -> None:
        self.places[where] = place_of(node)

    def _report(self, node: yaml.Node, code: Code, message: str, hint: str | None) -> None:
        found = problem(self.path, place_of(node), code, message, hint)
        self.diagnostics.append(msgspec.structs.replace(found, withheld=bool(self._withheld)))


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


def _is_public(record: type[msgspec.Struct], node: yaml.MappingNode) -> bool:
    """Public only where nothing in the mapping says, or may have been meant to say, otherwise."""
    keys = {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    if any(_means_withheld(key) for key in keys.keys() - shapes_of(record).keys()):
        return False
    if "public" in keys:
        answers = [value for key, value in node.value if key.value == "public"]
        return all(isinstance(answer, yaml.ScalarNode) and _says_yes(answer) for answer in answers)
    return "ground" not in keys and _is_public_by_default(record)


def _is_public_by_default(record: type[msgspec.Struct]) -> bool:
    defaults = record.__struct_defaults__
    names = record.__struct_fields__[-len(defaults) :]
    return bool(dict(zip(names, defaults, strict=True))["public"])


def _means_withheld(key: str) -> bool:
    word = key.strip().lower()
    return word in _SECRET_WORDS or (word[:1] in "pw" and nearest(word, ("public", "withheld")) is not None)


def _says_yes(node: yaml.ScalarNode) -> bool:
    word = node.value.lower()
    return word in TRUE and word not in FALSE
