"""`brief release`: every text of an imported meeting that becomes public, before it does."""

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.due import Due
from briefcli.domain.item import Item, Text, words_of
from briefcli.domain.plain_data import plain
from briefcli.domain.redaction import lifted, redact
from briefcli.domain.when import When
from briefcli.views.labels import field_words, kind_words
from briefcli.views.view import Block, Heading, Point, Points, Remark, View, Words, present

_SETTINGS = {"title", "public", "ground", "released"}


def release_view(agenda: Agenda, open_checks: int) -> View:
    """What the public would see; `open_checks` is how many remarks `# check:` stand in the file."""
    public = redact(lifted(agenda))
    blocks: list[Block | None] = [Heading(Words(words_of(public.title)))]
    for name in public.__struct_fields__:
        value = getattr(public, name)
        if name not in _SETTINGS and value not in (None, []):
            values = value if isinstance(value, list) else [value]
            blocks.append(Points(tuple(_point(each, name) for each in values), field_words(name)))
    if open_checks:
        remarks = count(
            "{n} remark “# check:” is open in the file.", "{n} remarks “# check:” are open in the file.", open_checks
        )
        blocks.append(Remark(remarks))
    blocks.append(Remark(tr("All of this becomes public; what shows [withheld] stays withheld.")))
    return View(data=plain(public), blocks=present(blocks))


def _point(value: object, field: str) -> Point:
    """A text, or a record: its short values on one line, its lists below."""
    if not isinstance(value, msgspec.Struct) or isinstance(value, When | Due):
        return Point(Words(_short(value, field)))
    fields = {name: getattr(value, name) for name in value.__struct_fields__ if name not in {"public", "ground"}}
    short = [
        _short(each, name)
        for name, each in fields.items()
        if each not in (None, False, []) and not isinstance(each, list)
    ]
    below = [
        Point(field_words(name), below=tuple(_point(one, name) for one in each))
        for name, each in fields.items()
        if isinstance(each, list) and each
    ]
    return Point(Words(" · ".join(short)), below=tuple(below))


def _short(value: Text | object, field: str) -> str:
    if isinstance(value, Item):
        return words_of(value)  # type: ignore[arg-type]  # the only such item
    return kind_words(str(value)) if field in {"kind", "status", "audience"} else str(value)
