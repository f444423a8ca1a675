"""Random agenda files, with secrets planted in every place that is not public.

They are generated from the declarations of the fields, so a new field is included automatically.
"""

import re
from enum import StrEnum
from typing import Any

import msgspec
import yaml
from hypothesis import strategies as st

from briefcli.domain.agenda import Agenda, Withheld
from briefcli.domain.due import Due
from briefcli.domain.item import Item, Marked
from briefcli.domain.vocabulary import OPEN_AUDIENCES
from briefcli.domain.when import When
from briefcli.reading.shapes import Shape, shapes_of
from tests.marks import TORN, mark_lines, marked_texts

# Ways in which authors mark something as not public, mistakes included
MARKS: tuple[dict[str, Any], ...] = (
    {"public": False},
    {"public": False, "ground": "Woo 5.1.2e"},
    {"ground": "Woo 5.1.2e"},
    {"public": "nee"},
    {"public": "flase"},
    {"public": ""},
    {"public": None},
    {"publc": False},
    {"vertrouwelijk": "ja"},
)
# What surrounds a word: markup, formulas, control and bidirectional characters, an injection, a line break
_AROUND = (
    "{}", "{}", "de inzet {} volgt", "[bold]{}[/]", "=1+{}", "- {} | [x](y)", "a\u202e{}\u2069", "\u0301{}",
    "eerst\n{}", "'{}'; DROP TABLE meeting", "{{{}}} %s", "zie 28 676, nr. 427: {}",
)  # fmt: skip
_PUBLIC_DAYS = ("2023-06-15", "2031-03-01/2031-03-03", "2031-03", "2031-W12", "2031-03-09?", "../2031-04-01", "unknown")
_SECRET_DAYS = ("-05-06", "-05-06/{}-05-08", "-05", "-W21", "-05-06T09:30", "-05-06?", "-05-06/..")


class Planted(msgspec.Struct):
    """An agenda file. Public output must contain everything in `publics` and nothing in `secrets`.

    All dates that are not public, and no others, are in `SECRET_YEARS`. `twin` is the same agenda with other secrets:
    the public output of both must be equal.
    """

    text: str
    secrets: list[str]
    publics: list[str]
    twin: str


SECRET_YEARS = range(2200, 2300)
_HIDDEN_KIND = "VERBORGENKIND"  # replaced by a kind of the vocabulary


def _revealed(text: str) -> str:
    return text.replace(_HIDDEN_KIND, "debate")


def _twin(text: str) -> str:
    """The same agenda with other secrets: other words, papers, kinds and amounts, and dates before all others."""
    text = re.sub(r"\b22([0-9]{2})\b", r"19\1", text)
    text = re.sub(r"\b98([0-9]{3})\b", r"97\1", text)
    return text.replace("ZILVER", "ANDERS").replace(".73519", ".61842").replace(_HIDDEN_KIND, "summit")


def planted_agendas(
    *, withheld_as_a_whole: bool = False, slips: bool = False, every_field: bool = False
) -> st.SearchStrategy[Planted]:
    """Agenda files with their secrets. With `withheld_as_a_whole`, some files are not public at all.

    With `slips`, marks are written in all the ways of `tests.marks`, as the first or last key of what they mark.
    With `every_field`, no field is left out.
    """
    return _planted(withheld_as_a_whole, slips, every_field)


def agenda_texts() -> st.SearchStrategy[tuple[str, list[str]]]:
    """The YAML of an agenda and its secrets. Some of these agendas are not public at all."""
    return planted_agendas(withheld_as_a_whole=True).map(lambda planted: (planted.text, planted.secrets))


@st.composite
def _planted(draw: st.DrawFn, withheld_as_a_whole: bool, slips: bool, every_field: bool) -> Planted:
    gardener = _Gardener(draw, slips=slips, every_field=every_field)
    hidden = withheld_as_a_whole and draw(st.integers(0, 9)) == 9
    content = gardener.record(Agenda, hidden=hidden)
    content = gardener.marked(content) if hidden else content
    text = yaml.dump(content, Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False, width=1_000)
    text = _MARK.sub(lambda found: found[1] + gardener.marks[int(found[2])].replace("{i}", " " * len(found[1])), text)
    return Planted(_revealed(text), gardener.secrets, gardener.publics, _twin(text))


_MARK = re.compile(r"^([ -]*)MARK([0-9]+): x$", re.MULTILINE)


class _WithoutAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # as PyYAML calls it
        return True


def _holds_text(kind: type[msgspec.Struct], name: str) -> bool:
    shape = shapes_of(kind)[name]
    return not shape.many and (shape.record is Marked or (issubclass(kind, Marked) and name == "text"))


class _Gardener:
    """Fills records field by field, and remembers each word it plants."""

    def __init__(self, draw: st.DrawFn, *, slips: bool, every_field: bool) -> None:
        self.draw = draw
        self.slips = slips
        self.every_field = every_field
        self.may_tear = slips and draw(st.booleans())
        self.marks: list[str] = []  # the mark that replaces each key MARKn
        self.secrets: list[str] = []
        self.publics: list[str] = []
        self._ids: list[str] = []
        self._count = 0

    def record(self, kind: type[msgspec.Struct], *, hidden: bool) -> dict[str, Any]:
        """The fields of one record, without the mark that hides it: the caller adds that."""
        shapes = {name: each for name, each in shapes_of(kind).items() if name not in {"public", "ground"}}
        given = [name for name, shape in shapes.items() if self._is_given(shape, hidden=hidden)]
        given = given or [next(iter(shapes))]  # a mark without other keys would hide the whole list
        made = {name: self._field(name, shapes[name], hidden=hidden) for name in given}
        if not hidden and any(secret in str(made.get("title")) for secret in self.secrets):
            for name in ("id", "official"):  # they would reveal a withheld title, so they are withheld as well
                text = str(made.pop(name, ""))
                self.publics = [each for each in self.publics if each not in text]
                self._ids = [each for each in self._ids if each not in text]
        return made

    def _is_given(self, shape: Shape, *, hidden: bool) -> bool:
        """Whether a field gets a value: always if required, but a hidden record may be incomplete and stay hidden."""
        if shape.required:
            return not hidden or not self._seldom()
        return self.every_field or self.draw(st.booleans())

    def _seldom(self) -> bool:
        return self.draw(st.integers(0, 9)) == 9

    def _field(self, name: str, shape: Shape, *, hidden: bool) -> Any:
        if not shape.many:
            return self._one(name, shape, hidden=hidden)
        return [self._one(name, shape, hidden=hidden) for _ in range(self.draw(st.integers(1, 2)))]

    def _one(self, name: str, shape: Shape, *, hidden: bool) -> Any:
        if shape.record is None or (shape.leaf is not None and self.draw(st.booleans())):
            return self._leaf(name, shape, hidden=hidden or shape.record is Withheld)
        return self._item(shape.record, hidden=hidden)

    def _item(self, kind: type[msgspec.Struct], *, hidden: bool) -> Any:
        has_mark = issubclass(kind, Item) and self.draw(st.booleans())
        made = self.record(kind, hidden=hidden or has_mark)
        if has_mark and self.slips and (marked := self._marked_within(kind, made)):
            return marked
        if has_mark:
            return made if kind is Withheld and self._seldom() else self.marked(made)
        return made | {"public": True} if kind is Withheld else made

    def _marked_within(self, kind: type[msgspec.Struct], made: dict[str, Any]) -> Any:
        """The record with a mark in one of its texts. None if it has no text or should get another kind of mark."""
        texts = [name for name, value in made.items() if isinstance(value, str) and _holds_text(kind, name)]
        if not texts or self.draw(st.booleans()):
            return None
        name = self.draw(st.sampled_from(texts))
        marked = made | {name: self.draw(marked_texts(made[name]))}
        return marked["text"] if list(marked) == ["text"] and self.draw(st.booleans()) else marked

    def marked(self, made: dict[str, Any]) -> dict[str, Any]:
        """The record with a mark that withholds it."""
        if not self.slips:
            return {**made, **self.draw(st.sampled_from(MARKS))}
        is_torn = self.may_tear and bool(made) and self._seldom()
        self.may_tear = self.may_tear and not is_torn
        self.marks.append(self.draw(st.sampled_from(TORN) if is_torn else mark_lines()))
        mark = {f"MARK{len(self.marks) - 1}": "x"}
        return made | mark if is_torn or self.draw(st.booleans()) else mark | made

    def _leaf(self, name: str, shape: Shape, *, hidden: bool) -> Any:
        kind = shape.leaf or str
        if hidden and self._seldom():
            return self._word(hidden=True)  # a value that cannot be read, which `brief check` must not quote
        if issubclass(kind, StrEnum):
            return str(self.draw(st.sampled_from(list(kind))))
        if kind is When:
            return self._when(hidden=hidden)
        if kind is Due:
            return self._due(hidden=hidden)
        if kind is float:
            return self._amount(hidden=hidden)
        if kind is int:
            return self.draw(st.sampled_from(SECRET_YEARS if hidden else range(1, 2031)))
        return self.draw(st.booleans()) if kind is bool else self._text(name, hidden=hidden)

    def _text(self, name: str, *, hidden: bool) -> str:
        if name == "timezone":
            return "Europe/Amsterdam"
        if name == "audience":
            return self._word(hidden=True) if hidden else self.draw(st.sampled_from(OPEN_AUDIENCES))
        if name == "ref":
            return self._ref(hidden=hidden)
        if name == "kind" and self.draw(st.booleans()):
            return _HIDDEN_KIND if hidden else "debate"
        word = self._word(hidden=hidden)
        if name == "id":
            self._ids.append(word)
        if name in {"id", "kind", "series", "leads_to", "drops", "unit", "period"}:
            return word
        return self.draw(st.sampled_from(_AROUND)).format(word)

    def _word(self, *, hidden: bool) -> str:
        self._count += 1
        word = f"{'ZILVER' if hidden else 'OPENBAAR'}{self._count:04}X"
        (self.secrets if hidden else self.publics).append(word)
        return word

    def _ref(self, *, hidden: bool) -> str:
        self._count += 1
        dossier = f"{98 if hidden else 35}{self._count:03}"
        (self.secrets if hidden else self.publics).append(dossier)
        return self.draw(st.sampled_from((f"kst-{dossier}-7", f"Kamerstuk {dossier}, nr. 7")))

    def _when(self, *, hidden: bool) -> str:
        if not hidden:
            return self.draw(st.sampled_from(_PUBLIC_DAYS))
        year = str(self.draw(st.sampled_from(SECRET_YEARS)))
        return year + self.draw(st.sampled_from(_SECRET_DAYS)).format(year)

    def _due(self, *, hidden: bool) -> str:
        if self.draw(st.booleans()):
            return self._when(hidden=hidden)
        kind = _HIDDEN_KIND if hidden else "debate"
        anchor = self.draw(st.sampled_from(["meeting", kind, "vote", *self._ids]))
        count = self.draw(st.sampled_from(("5 workdays before", "2 weeks after", "before", "on", "the friday before")))
        return f"{count} {anchor}"

    def _amount(self, *, hidden: bool) -> float:
        self._count += 1
        amount = self._count + (0.73519 if hidden else 0.25)
        if hidden:
            self.secrets.append(str(amount))
        return amount
