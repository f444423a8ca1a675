"""What the public may see: an agenda in which withheld things are gone but for their ground.

Everything that is printed without `--internal` starts from what comes out of here, so that nothing further
down can show, count or find what was withheld.
"""

from functools import lru_cache
from typing import Any, get_args

import msgspec

from briefcli.domain.agenda import NOT_READ, Agenda, Commitment, Deadline, Item, Marked, declared
from briefcli.domain.anchors import anchor_items
from briefcli.domain.due import Due
from briefcli.domain.rhythm import Inherited, Rhythm, inherited
from briefcli.domain.when import When

_DATES = (When, Due)
UNREAD = "[imported, not yet released]"
_UNKNOWN_DUE = Due(text=When.unknown().text, when=When.unknown())


def redact(agenda: Agenda) -> Agenda:
    """The public version: each withheld item keeps its place and shows `[withheld: ground]`.

    A due date that is counted from something withheld becomes unknown, since it would give that date away.
    """
    if not agenda.public:
        return Agenda(title=marker(agenda.ground), when=When.unknown(), public=False, ground=agenda.ground)
    hidden = _hidden_names(agenda)
    public = msgspec.structs.replace(agenda, **{name: _public(getattr(agenda, name)) for name in _FIELDS})
    dated: list[Deadline | Commitment] = [*public.deadlines, *public.commitments]
    for item in dated:
        if item.due is not None and item.due.anchor in hidden:
            item.due = _UNKNOWN_DUE
    return public


def lifted(agenda: Agenda) -> Agenda:
    """The agenda as it is after the release: everything that was only not yet read is public."""
    read: Agenda = _lifted(agenda)
    return read


def _lifted(value: Any) -> Any:
    if isinstance(value, list):
        return [_lifted(each) for each in value]
    if not isinstance(value, msgspec.Struct) or isinstance(value, _DATES):
        return value
    fields = {name: _lifted(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, Item) and value.ground == NOT_READ:
        fields |= {"public": True, "ground": None}
    return type(value)(**fields)


def redact_inherited(agenda: Agenda, rhythms: tuple[Rhythm, ...]) -> tuple[Inherited, ...]:
    """What the public may see of what the rhythms bring to this agenda, which is the internal version.

    Of what is withheld nothing follows: no date is counted from it, and no rhythm of a body that is not named.
    """
    if not agenda.public:
        return ()
    hidden = _hidden_names(agenda)
    brought = inherited(agenda, rhythms)
    shown = inherited(msgspec.structs.replace(agenda, body=_public(agenda.body)), rhythms)
    return tuple(_undated(each) if each.item.due.anchor in hidden else each for each in brought if each in shown)


def has_withheld(value: Any) -> bool:
    """True when the public version of an agenda (or of a part of one) differs from the internal one."""
    # A plain loop: every agenda comes by here, and this is four times as fast as a generator in any()
    if type(value) is list:
        for each in value:
            if type(each) is not str and has_withheld(each):
                return True
    elif isinstance(value, msgspec.Struct):
        if isinstance(value, Item) and not value.public:
            return True
        for name in _fields_with_items(type(value)):
            part = getattr(value, name)
            if part and type(part) is not str and has_withheld(part):
                return True
    return False


@lru_cache(maxsize=32)
def _fields_with_items(record: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields that can hold something with a mark, as they are declared."""
    return tuple(field.name for field in declared(record) if _mentions_item(field.type))


def _mentions_item(declared: Any) -> bool:
    if isinstance(declared, type) and issubclass(declared, msgspec.Struct):
        return issubclass(declared, Item) or bool(_fields_with_items(declared))
    return any(map(_mentions_item, get_args(declared)))


def marker(ground: str | None) -> str:
    """What stands in the place of a withheld text."""
    if ground == NOT_READ:
        return UNREAD
    return f"[withheld: {ground}]" if ground else "[withheld]"


def _hidden_names(agenda: Agenda) -> set[str]:
    """The names by which a due date can point at something withheld."""
    return {name for name, item in anchor_items(agenda).items() if not item.public}


def _undated(brought: Inherited) -> Inherited:
    return Inherited(brought.rhythm, msgspec.structs.replace(brought.item, due=_UNKNOWN_DUE))


_FIELDS = Agenda.__struct_fields__


def _public(value: Any) -> Any:
    if isinstance(value, list):
        return [_public(each) for each in value]
    if isinstance(value, Item) and not value.public:
        return _trace(value)
    if isinstance(value, msgspec.Struct) and not isinstance(value, _DATES):
        return type(value)(**{name: _public(getattr(value, name)) for name in value.__struct_fields__})
    return value


def _trace(item: Item) -> Item | str:
    """What is left of a withheld item: its place, and the ground."""
    mark = marker(item.ground)
    if type(item) is Marked:
        return mark
    headline = [mark] if isinstance(getattr(item, item.headline), list) else mark
    kept: dict[str, Any] = {item.headline: headline, "public": False, "ground": item.ground}
    return type(item)(**kept)
