"""Visibility: what the public may see of an agenda.

The rule: everything that is printed, counted or derived without `--internal` is computed from the public version of
the agenda, never from the whole one. Redact first, derive after. So the public version goes into rows, dates, checks,
rhythms, calendars and comparisons like any other agenda, and nothing further down needs to know that there is more.
Two agendas that differ only in what they withhold therefore look the same to the public.

A withheld item keeps only its place and its ground; its id and kind are removed with its text. If only the title of an
event or deadline is withheld, its id and its number in the record are removed too, as they name it. A date that counts
from something withheld is therefore unknown, and its words are removed too, since they may name the withheld thing. If
a public event has the kind that a date counts from, the date counts from that event.

A text that repeats a withheld sentence of the same agenda is withheld too: an import may write one sentence in several
fields, and a person may mark only one of them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from briefcli.domain.agenda import Agenda, Commitment, Deadline, Document, Event, rebuilt
from briefcli.domain.anchors import anchor_items
from briefcli.domain.composed import folded
from briefcli.domain.due import MEETING_ANCHOR, Due
from briefcli.domain.item import Item, Marked, is_hidden, marker, words_of
from briefcli.domain.rhythm import Inherited, Rhythm, inherited
from briefcli.domain.texts import Passage, passages
from briefcli.domain.vocabulary import NOT_READ
from briefcli.domain.when import When
from briefcli.patterns import Pattern

Secret = Mapping[str, str]

_SENTENCE_END = Pattern(r"(?<=[.!?])\s+(?=[^a-z0-9])|\n+")
_WORD = Pattern(r"\w+")
_FEWEST_WORDS = 5


def redact(agenda: Agenda) -> Agenda:
    """The public version: each withheld item keeps its place and shows `[withheld: ground]`.

    If nothing is withheld, the result is the agenda itself, so `redact(agenda) is agenda` tests that.
    """
    if not has_withheld(agenda):
        return agenda
    if not agenda.public:
        return Agenda(title=marker(agenda.ground), when=When.unknown(), public=False, ground=agenda.ground)
    secret = withheld_sentences(passages(agenda))
    public = msgspec.structs.replace(
        agenda, **{name: _public(getattr(agenda, name), secret) for name in agenda.__struct_fields__}
    )
    known = _known_names(public)
    if known is not None:
        dated: list[Deadline | Commitment] = [*public.deadlines, *public.commitments]
        for item in dated:
            item.due = item.due and _known_due(item.due, known)
    return public


def withheld_sentences(texts: Iterable[Passage]) -> Secret:
    """The sentences of the texts that are withheld, each with its longest word."""
    found = (said.text for said in texts if said.withheld and not is_hidden(said.text))
    return {each: max(each.split(), key=len) for text in found for each in _sentences_of(text)}


def repeats(text: str, secret: Secret) -> bool:
    """Whether a text contains a sentence that is withheld elsewhere."""
    small = folded(text)  # few texts contain the longest word, and splitting a text takes forty times as long
    return any(word in small and sentence in _sentences_of(text) for sentence, word in secret.items())


def _sentences_of(text: str) -> tuple[str, ...]:
    """The words of each sentence too long to be repeated by chance, in lower case, without accents and punctuation."""
    found = (_WORD.findall(folded(sentence)) for sentence in _SENTENCE_END.split(text))
    return tuple(" ".join(words) for words in found if len(words) >= _FEWEST_WORDS)


def lifted(agenda: Agenda) -> Agenda:
    """The agenda as it is after its release: all that is withheld only because nobody has read it yet is public."""

    def released(value: Any) -> Any:
        is_unread = isinstance(value, Item) and value.ground == NOT_READ
        return msgspec.structs.replace(value, public=True, ground=None) if is_unread else value

    return rebuilt(agenda, released)  # type: ignore[no-any-return]


def inherited_in_public(public: Agenda, rhythms: tuple[Rhythm, ...]) -> tuple[Inherited, ...]:
    """The items that the rhythms add to a public version; none if the meeting is withheld as a whole."""
    if not public.public:
        return ()
    brought, known = inherited(public, rhythms), _known_names(public)
    if known is None:
        return brought
    return tuple(
        Inherited(each.rhythm, msgspec.structs.replace(each.item, due=_known_due(each.item.due, known)))
        for each in brought
    )


def shows_only_mark(item: Item) -> bool:
    """Whether only a mark is shown of an item. Of a paper whose title is withheld, the number is shown too."""
    return is_hidden(words_of(getattr(item, item.headline))) and not (isinstance(item, Document) and item.ref)


def has_withheld(value: Any) -> bool:
    """True when the public version of an agenda (or of a part of one) differs from the internal one."""
    if isinstance(value, list):
        return any(map(has_withheld, value))
    if not isinstance(value, Item):
        return False
    return not value.public or any(has_withheld(getattr(value, name)) for name in value.__struct_fields__)


def _known_names(public: Agenda) -> set[str] | None:
    """The names that a date can count from; None if no event or deadline has a withheld title."""
    named: list[Event | Deadline] = [*public.events, *public.deadlines]
    if not any(is_hidden(words_of(each.title)) for each in named):
        return None
    return {MEETING_ANCHOR, *anchor_items(public)}


def _known_due(due: Due, known: set[str]) -> Due:
    return due if due.when is not None or due.anchor in known else Due(text=When.unknown().text, when=When.unknown())


def _public(value: Any, secret: Secret) -> Any:
    if isinstance(value, list):
        return [_public(each, secret) for each in value]
    if isinstance(value, str):
        return marker(None) if repeats(value, secret) else value
    if isinstance(value, Item) and not (value.public and _is_own(value, secret)):
        return _trace(value)
    if not isinstance(value, msgspec.Struct) or isinstance(value, When | Due):
        return value
    shown = {*value.__struct_fields__}
    if isinstance(value, Event | Deadline) and has_withheld(value.title):
        shown -= {"id", "official"}  # which would reveal the title
    return type(value)(**{name: _public(getattr(value, name), secret) for name in shown})


def _is_own(item: Item, secret: Secret) -> bool:
    """Whether the title of an item repeats no withheld sentence."""
    title = getattr(item, item.headline)
    is_open = isinstance(title, str) or (isinstance(title, Marked) and title.public)
    return not is_open or not repeats(words_of(title), secret)


def _trace(item: Item) -> Item | str:
    """What is left of a withheld item: its place, and the ground."""
    mark = marker(item.ground)
    if type(item) is Marked:
        return mark
    headline = [mark] if isinstance(getattr(item, item.headline), list) else mark
    kept: dict[str, Any] = {item.headline: headline, "public": False, "ground": item.ground}
    return type(item)(**kept)
