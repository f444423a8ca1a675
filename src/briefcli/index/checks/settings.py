"""What `brief.toml` names and no meeting has: most often a slip, by which a standard deadline gets lost."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefcli.catalog import tr
from briefcli.domain.anchors import anchor_items
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.domain.due import MEETING, anchor_name
from briefcli.domain.item import words_of
from briefcli.domain.rhythm import Rhythm
from briefcli.domain.vocabulary import DUTCH, EVENT_KINDS, MEETING_KINDS
from briefcli.files.read import read_bytes
from briefcli.index.queries import Index
from briefcli.reading import codes
from briefcli.reading.leaves import nearest
from briefcli.settings_reading import line_of

_FILE = "brief.toml"
_BODIES = ("EU", "European Union", "Europese Unie", "NATO", "NAVO", "UN", "VN", "Benelux", "OVSE", "OSCE")
_MEETINGS = (MEETING, "vergadering", "bijeenkomst")


def settings_doubts(root: Path, index: Index, rhythms: tuple[Rhythm, ...]) -> Iterator[Diagnostic]:
    """A warning for each kind, body or anchor of a rhythm that is neither usual nor in an agenda."""
    data = read_bytes(root / _FILE, _FILE) if rhythms else None
    if not isinstance(data, bytes):
        return
    text = data.decode("utf-8-sig")
    agendas = [found[0] for id_ in index.ids if (found := index.agenda(id_)) is not None]
    expects = [each for rhythm in rhythms for each in rhythm.expects]
    kinds = [*MEETING_KINDS, *(each.kind for each in agendas if each.kind)]
    bodies = [*_BODIES, *(words_of(each.body) for each in agendas if each.body)]
    anchors = [*_MEETINGS, *EVENT_KINDS, *(name for agenda in agendas for name in anchor_items(agenda))]
    ids = [each.id for each in expects]
    anchors += [name for each in expects for name in (each.id, each.kind if each.happens else "") if name]
    for number, rhythm in enumerate(rhythms):
        path = f"rhythm[{number}]"
        named = [
            *((f"{path}.kind", each, kinds, tr("no meeting is of the kind “{word}”", word=each))
              for each in rhythm.kinds),
            *((f"{path}.body", each, bodies, tr("no meeting has the body “{word}”", word=each))
              for each in rhythm.bodies),
            *((f"{path}.drops", each, ids, tr("no standard deadline has the id “{word}”", word=each))
              for each in rhythm.drops),
            *((f"{path}.{where}.due", each.due.anchor, anchors,
               tr("no meeting has “{word}” to count from", word=each.due.anchor))
              for where, each in rhythm.placed()),
            *((f"{path}.{where}.kind", each.kind, EVENT_KINDS,
               tr("“{word}” is not one of the usual kinds", word=each.kind))
              for where, each in rhythm.placed() if each.happens and each.kind),
        ]  # fmt: skip
        for where, word, known, message in named:
            if not _is_known(word, known):
                hint = nearest(word, [*dict.fromkeys(known), *DUTCH]) or tr(
                    "correct it, or leave it if it is yet to come"
                )
                yield problem(_FILE, (line_of(text, where) or 1, 1), codes.UNKNOWN_IN_SETTINGS, message, hint)


def _is_known(word: str, known: Iterable[str]) -> bool:
    return anchor_name(word) in map(anchor_name, known)
