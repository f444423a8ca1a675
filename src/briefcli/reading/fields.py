"""Turns YAML nodes into an agenda. They are compared with its declaration, so that every mistake is found in one go.

A value that cannot be read is left out and reported, never repaired. What is not public stays so, whatever else is
wrong with it: a mark that cannot be read counts as "not public".
"""

from typing import Any

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.diagnostic import Code, Diagnostic, problem
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import usual_word
from briefcli.domain.when import HOW_TO_WRITE, When
from briefcli.domain.woo_grounds import unknown_ground
from briefcli.reading import codes, visibility
from briefcli.reading.leaves import Refusal, first_sign_hint, leaf, nearest, shortened
from briefcli.reading.limits import BULLETS, MOST_MISTAKES
from briefcli.reading.lines import lines_of
from briefcli.reading.mark_words import has_own_words, holds_torn_mark, is_marked_text, may_hold_mark
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import MARKS, RecordShape, Shape, form_of
from briefcli.reading.yaml_places import is_nothing, lines_with, nodes_in, spot_of, value_of

_ADD_GROUND = later("add ground: with the ground, such as Woo 5.1.2e")


class Walker:
    """Walks through the nodes of one file, and collects every mistake in `diagnostics`.

    `kept` is as in `Places`; `with_dashes` are unquoted texts with a dash that may start an item.
    `commented` are the ids of nodes that a comment marks.
    """

    def __init__(self, text: str, commented: frozenset[int] = frozenset()) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.kept: dict[int, list[int]] = {}
        self.with_dashes: list[yaml.ScalarNode] = []
        self._hidden: list[yaml.Node] = []
        self._withheld = 0  # how many of the mappings around a node are known to be withheld
        self._marks = 0  # the number of marks that were met, including what may be one
        self._commented = commented
        self._lettered = set[int]()  # the ids of texts that start with the letter of a list
        self._torn = {*commented}  # the ids of the nodes of texts and lists that a mark became part of
        self._root: yaml.Node = yaml.MappingNode("", [])
        self._lines = lines_of(text)

    def agenda(self, node: yaml.MappingNode, title: str) -> Agenda:
        """The agenda as far as it can be read. If it has no title or date, it gets `title` or an unknown date."""
        self._root = node
        fields, _ = self._read(form_of(Agenda), node)
        agenda = Agenda(**dict[str, Any](title=title, when=When.unknown()) | fields)
        lines = self.hidden_lines() if self.diagnostics else ()
        self.diagnostics = [
            visibility.as_withheld(each) if each.line in lines else each
            for each in self.diagnostics
            # A person adds the grounds of an imported agenda when it is released
            if not (agenda.is_unread and each.code == codes.NO_GROUND.name)
        ]
        return agenda

    def hidden_lines(self) -> frozenset[int]:
        """The numbers of all lines of what is not public, and of everything under `withheld`."""
        return frozenset[int]().union(*map(lines_with, self._hidden))

    def _record(self, shape: Shape, record: type[msgspec.Struct], node: yaml.MappingNode) -> msgspec.Struct | None:
        form = form_of(record)
        fields, is_complete = self._read(form, node)
        if is_complete:
            return record(**fields)
        if fields["public"]:
            return None
        if not shape.many:
            self._hidden.append(self._root)  # the text to which the mark belongs may be anywhere
        # A hidden record is kept even if incomplete, so that due dates that count from it are hidden as well
        return record(**(dict.fromkeys(form.required, "") | fields))

    def _read(self, form: RecordShape, node: yaml.MappingNode) -> tuple[dict[str, Any], bool]:
        """The fields of a record, and whether none is missing. A mark in it, or in one of its texts, withholds it."""
        entries = {key.value: value for key, value in node.value if type(key) is yaml.ScalarNode}
        hidden = not self._is_public(form, node, entries)
        self._withheld += hidden
        fields = self._fields(form, node, entries)
        self._withheld -= hidden
        hidden = hidden or self._is_torn(node)
        if hidden and "withheld" in entries and (named := visibility.named_field(node, entries["withheld"])):
            message = tr("“{name}” is a field of this file; withheld: does not withhold it", name=named.value)
            hint = tr(
                "write public: false and ground: under each text instead; until then the whole agenda is withheld"
            )
            self._report(named, codes.WRONG_TYPE, message, hint)
        is_complete = self._require(form, fields, node)
        if hidden and "ground" not in fields and not self._is_torn(node):
            unknown = entries.keys() - form.shapes.keys()  # reported already
            if not any(nearest(key, ["ground"]) for key in unknown):
                self._report(node, codes.NO_GROUND, None, tr(_ADD_GROUND))
        if cited := unknown_ground(fields.get("ground") or ""):
            message = tr("the Woo has no ground {ground}", ground=cited)
            self._report(entries["ground"], codes.UNKNOWN_GROUND, message, None)
        if hidden and fields.get("public") and "ground" in fields and form.public:
            hint = tr("remove ground: if it is public, or write public: false")
            self._report(value_of(node, "public"), codes.PUBLIC_WITH_GROUND, None, hint)
        if hidden or "withheld" in entries:
            self._hidden.append(node if hidden else entries["withheld"])
        fields["public"] = not hidden
        return fields, is_complete

    def _is_public(self, form: RecordShape, node: yaml.MappingNode, entries: dict[str, yaml.Node]) -> bool:
        """Whether the mapping is public: nothing in it says, or may have been meant to say, that it is not."""
        if len(entries) == len(node.value) and form.says_nothing.issuperset(entries):
            return form.public
        self._marks += 1
        withheld = visibility.says_withheld(node, form.shapes, usually_public=form.public)
        return form.public if withheld is None else not withheld

    def _is_torn(self, node: yaml.MappingNode) -> bool:
        """Whether a mark of the mapping became part of one of its texts, or an item of a list within it."""
        if not self._torn:
            return False
        texts = (value for _, value in node.value if type(value) is yaml.ScalarNode)
        return any(id(each) in self._torn for each in (node, *texts)) or visibility.has_mark_below(node)

    def _fields(self, form: RecordShape, node: yaml.MappingNode, entries: dict[str, yaml.Node]) -> dict[str, Any]:
        """The values in the mapping, by field. The loop runs for every value of every file, so it does little."""
        shapes = form.shapes
        if len(entries) != len(node.value) or not entries.keys() <= shapes.keys() or node is self._root:
            entries = self._known(shapes, node)
        found: dict[str, Any] = {}
        is_open = "public" in entries and visibility.says_open(node)
        for name, value in entries.items():
            shape = shapes[name]
            read = self._many(shape, value) if shape.many else self._one(shape, value, is_open=is_open)
            if read is not None:
                found[name] = read
        return found

    def _known(self, shapes: dict[str, Shape], node: yaml.MappingNode) -> dict[str, yaml.Node]:
        """The first entry of each existing key. Others are reported, as are any that may belong to the item above."""
        found: dict[str, yaml.Node] = {}
        torn = visibility.torn_from_above(node, shapes, self._commented)
        is_next_item = False  # as its dash is missing
        for place, (key, value) in enumerate(node.value):
            is_known = type(key) is yaml.ScalarNode and key.value in shapes and key.value not in found
            if is_known and place not in torn:
                found[key.value] = value
                continue
            if is_known:
                message = tr("“{name}” may be a line of the item above it, which is withheld", name=key.value)
                hint = tr("indent it like that item, or put it above that list; until then it has no effect")
                self._report(key, codes.INDENT, message, hint)
            elif type(key) is not yaml.ScalarNode:
                self._report(key, codes.UNKNOWN_KEY, tr("a key must be a single word"), tr("put the text in quotes"))
            elif key.value not in shapes:
                self._unknown_key(key, value, shapes, node)
            else:
                begins = node is not self._root and key.value == node.value[0][0].value
                if begins or not is_next_item:
                    self._second_key(key, value, begins=begins)
                is_next_item |= begins
                if key.value in MARKS:
                    self._torn.add(id(key))
            if place in torn:
                self._hidden += (key, value)
            self._unread(value)
        return found

    def _many(self, shape: Shape, node: yaml.Node) -> list[Any]:
        """The values of a list, without those that cannot be read. A value without a dash is a list of one."""
        if not isinstance(node, yaml.SequenceNode):
            only = self._one(shape, node)
            return [] if only is None else [only]
        marks = self._marks
        self._lettered |= visibility.lettered(node.value)
        read = [self._one(shape, each) for each in node.value]
        if self._marks != marks:
            for place in visibility.marked_by_next(node.value, form_of(shape.record).shapes if shape.record else None):
                read[place] = visibility.as_hidden(read[place])
                self._hidden.append(node.value[place])
            if any(map(visibility.is_only_mark, node.value)):
                self._torn.add(id(node))
        if None not in read:
            return read
        self.kept[id(node)] = [place for place, value in enumerate(read) if value is not None]
        return [value for value in read if value is not None]

    def _one(self, shape: Shape, node: yaml.Node, *, is_open: bool = False) -> Any:
        """One value. None if there is none, or if it cannot be read. `is_open` if `public: true` is beside it."""
        if is_nothing(node):
            return None
        if type(node) is yaml.ScalarNode:
            text, kind = node.value, shape.leaf
            if kind is not None:
                if not node.style and ("- " in text or text.startswith(BULLETS)):
                    self.with_dashes.append(node)
                own = text[len("(A)") :] if id(node) in self._lettered else text
                is_marked = not shape.is_ground and (
                    id(node) in self._commented
                    or (may_hold_mark(own) and is_marked_text(node, self._lines, shape, is_open=is_open))
                )
                if is_marked:
                    self._hidden.append(node)
                # In a withheld text, a mark in the style of a memo is no mistake
                if is_marked and (not self._withheld or id(node) in self._torn or holds_torn_mark(text)):
                    return self._with_mark(shape, node)
                is_plain = kind is str and (not shape.vocabulary or text in shape.vocabulary)
                return text if is_plain else self._leaf(shape, kind, node)
        elif isinstance(node, yaml.MappingNode) and shape.record is not None:
            return self._record(shape, shape.record, node)
        self._wrong_shape(shape, node)
        return None

    def _leaf(self, shape: Shape, kind: type, node: yaml.ScalarNode) -> Any:
        if issubclass(kind, Marked):
            if not form_of(kind).public:
                self._hidden.append(node)
                self._report(node, codes.NO_GROUND, None, tr(_ADD_GROUND))
            return kind(text=node.value)
        try:
            value = leaf(kind, node.value)
        except Refusal as refusal:
            self._report(node, refusal.code, str(refusal), refusal.hint)
            return None
        value = usual_word(str(value), shape.vocabulary) if shape.vocabulary else value
        if shape.vocabulary and str(value).replace("-", " ") not in shape.vocabulary:
            usual = ", ".join(map(tr, shape.vocabulary))
            hint = nearest(str(value), shape.vocabulary) or tr("usual are {words}", words=usual)
            self._report(node, codes.UNKNOWN_KIND, tr("“{word}” is not one of the usual kinds", word=value), hint)
        return value

    def _with_mark(self, shape: Shape, node: yaml.ScalarNode) -> Any:
        """A withheld text, with a report of the mark in it if that is no comment. None if the field cannot hold one."""
        # In a list, or in the place of the meeting, a mark is about that text only
        is_own = shape.many or (shape.is_of_item and any(node is each for _, each in self._root.value))
        (self._torn.discard if is_own and not holds_torn_mark(node.value) else self._torn.add)(id(node))
        self._marks += 1
        hint = tr("put public: false on a line of its own, under text:; if the text is public, use other words")
        if not is_marked_text(node, self._lines, shape, is_open=True):
            hint = tr("put public: true on a line of its own, under text: or title:, if all of it is public")
        if id(node) not in self._commented:
            self._report(node, codes.MARK_IN_TEXT, None, hint)
        if self._withheld or not is_own:
            return self._leaf(shape, shape.leaf or str, node)
        record = shape.record
        return record(text=node.value, public=False) if record is not None and issubclass(record, Marked) else None

    def _require(self, form: RecordShape, found: dict[str, Any], node: yaml.MappingNode) -> bool:
        """Whether no required key is missing. Each that is missing is reported."""
        missing = [name for name in form.required if name not in found]
        if not missing:
            return True
        given = {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}
        unknown, is_item = given.keys() - form.shapes.keys(), node is not self._root
        for name in missing:
            # An unknown key that is this key misspelt, or a whole text with a colon, is reported already
            is_told = any(is_item or " " in key.strip() or nearest(key, [name]) for key in unknown)
            if not is_told and (name not in given or is_nothing(given[name])):
                hint = tr("add {name}: on a line of its own", name=name)
                if name == "when":
                    hint = tr("add when: on a line of its own, with unknown if it is not known")
                self._report(node, codes.MISSING_KEY, tr("the key “{name}” is missing", name=name), hint)
        return False

    def _unknown_key(
        self, key: yaml.ScalarNode, value: yaml.Node, shapes: dict[str, Shape], node: yaml.MappingNode
    ) -> None:
        if len(self.diagnostics) > MOST_MISTAKES:
            return  # looking for the nearest word takes long
        is_text, withholds = _is_text(shapes, node), visibility.is_doubtful(key, value, node)
        hint = first_sign_hint(key.value) or nearest(key.value, shapes)
        if withholds and is_text and has_own_words(f"{key.value}: {value.value}"):
            hint = tr("put the whole text in quotes; it stays withheld, as it starts with a mark")
        elif withholds and (hint is None or nearest(key.value, MARKS) is None):
            hint = tr("if this is not public, write public: false and ground: instead; until then the text is withheld")
        elif hint is None and (is_text or " " in key.value):
            hint = tr("a text with a colon and a space in it must be in quotes")
        hint = hint or tr("the keys here are {keys}", keys=", ".join(shapes))
        self._report(key, codes.UNKNOWN_KEY, tr("the key “{name}” does not exist", name=key.value), hint)

    def _second_key(self, key: yaml.ScalarNode, value: yaml.Node, *, begins: bool) -> None:
        """Report a key that is there already. It may begin the next item of a list, as its dash is missing."""
        message = tr("the key “{name}” is written a second time here", name=key.value)
        hint = tr("keep one of the two; nothing is taken from the second")
        if begins:
            hint = tr("put a dash before it if the next item begins here; else keep one of the two")
        elif isinstance(value, yaml.SequenceNode):  # to keep one would lose the items of the other
            hint = tr("put these items under the first one; nothing is taken from the second")
        self._report(key, codes.DUPLICATE_KEY, message, hint)

    def _unread(self, node: yaml.Node) -> None:
        """Hide a value that belongs to no field, if a mark may be in it."""
        if visibility.may_hold_marks(node, self._lines) or not self._commented.isdisjoint(map(id, nodes_in(node))):
            self._hidden.append(node)

    def _wrong_shape(self, shape: Shape, node: yaml.Node) -> None:
        self._marks += 1
        self._unread(node)
        keys = form_of(shape.record).shapes if shape.record else {}
        if isinstance(node, yaml.SequenceNode):
            message, hint = tr("there is a list instead of one value"), tr("keep one, without the dash")
            if shape.leaf is None and keys:
                hint = tr("put each text behind one of the keys {keys}", keys=", ".join(keys))
            elif node.flow_style:
                hint = tr("put the whole text in double quotes if the brackets belong to it")
        elif isinstance(node, yaml.MappingNode):
            message = tr("there are keys with values instead of a single value")
            hint = tr("a text with a colon and a space in it must be in quotes")
        else:
            message = tr("there is a plain text instead of keys with values")
            hint = tr("the keys are {keys}", keys=", ".join(keys))
            if node.value.partition(":")[0] in keys:
                message, hint = tr("there is no space after the colon of this key"), tr("write key: value")
        if shape.leaf is When and isinstance(node, yaml.CollectionNode):
            hint = tr(HOW_TO_WRITE)  # two days: to keep one would lose the other
        self._report(node, codes.WRONG_TYPE, message, hint)

    def _report(self, node: yaml.Node | None, code: Code, message: str | None, hint: str | None) -> None:
        if len(self.diagnostics) <= MOST_MISTAKES:
            place, width = spot_of(node)
            message = shortened(message or tr(code.title))
            self.diagnostics.append(problem(place, code, message, hint, width=width))


def _is_text(shapes: dict[str, Shape], node: yaml.MappingNode) -> bool:
    """Whether a text with a colon was read as a mapping: a text is allowed here, and none of the keys exists."""
    known = (key.value in shapes for key, _ in node.value if type(key) is yaml.ScalarNode)
    return "text" in shapes and bool(node.value) and not any(known)
