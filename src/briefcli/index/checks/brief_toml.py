"""Checks `brief.toml` for names that no meeting has: usually a typo, because of which a standard deadline gets lost."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefcli.catalog import later, tr
from briefcli.domain.anchors import anchor_items, circular, expected_items
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.domain.due import MEETING_ANCHOR
from briefcli.domain.item import words_of
from briefcli.domain.rhythm import Rhythm
from briefcli.domain.vocabulary import BODIES, DUTCH, EVENT_KINDS, MEETING_KINDS, plain_name
from briefcli.files.read import read_bytes
from briefcli.folders import SETTINGS_FILE
from briefcli.index.queries import Index
from briefcli.reading import codes
from briefcli.reading.leaves import nearest
from briefcli.settings_reading import line_of

_MEETINGS = (MEETING_ANCHOR, "vergadering", "bijeenkomst")
_SAYS = {
    "kind": later("there is no meeting of the kind “{word}”"),
    "body": later("no meeting has the body “{word}”"),
    "drops": later("no standard deadline has the id “{word}”"),
    "due": later("no meeting has “{word}” to count from"),
    "event": later("“{word}” is not one of the usual kinds"),
}


def settings_doubts(root: Path, index: Index, rhythms: tuple[Rhythm, ...]) -> Iterator[Diagnostic]:
    """Due dates that count in a circle, and names in a rhythm that are neither usual nor in an agenda."""
    known = _usual(rhythms)
    doubted = [each for each in _named(rhythms) if not _is_one_of(each[2], known[each[1]])]
    circles = list(_circles(rhythms))
    data = read_bytes(root / SETTINGS_FILE, SETTINGS_FILE) if doubted or circles else None
    if not isinstance(data, bytes):
        return
    text = data.decode("utf-8-sig")
    for where, due in circles:
        message = tr("“{due}” counts from itself, directly or through others", due=due)
        hint = tr("count from the meeting or from an event")
        yield problem((line_of(text, where) or 1, 1), codes.CIRCLE, message, hint, path=SETTINGS_FILE)
    for _, agenda in index.agendas() if doubted else ():  # only if needed, as reading many agendas takes long
        known["kind"] += [agenda.kind] if agenda.kind else []
        known["body"] += [words_of(agenda.body)] if agenda.body else []
        known["due"] += anchor_items(agenda)
    for where, sort, word in doubted:
        if not _is_one_of(word, known[sort]):
            hint = nearest(word, [*dict.fromkeys(known[sort]), *DUTCH]) or tr(
                "correct it, or leave it if it is yet to come"
            )
            place = (line_of(text, where) or 1, 1)
            message = tr(_SAYS[sort], word=word)
            yield problem(place, codes.UNKNOWN_IN_SETTINGS, message, hint, path=SETTINGS_FILE)


def _circles(rhythms: tuple[Rhythm, ...]) -> Iterator[tuple[str, str]]:
    """The path and the text of each due date that counts from itself, within its rhythm or through a broader one."""
    for rhythm in rhythms:
        broader = [each.expects for each in rhythms if each.breadth > rhythm.breadth]
        found = set().union(*(circular(expected_items((*each, *rhythm.expects))) for each in ((), *broader)))
        yield from ((f"{each.where}.due", each.due.text) for each in rhythm.expects if id(each) in found)


def _usual(rhythms: tuple[Rhythm, ...]) -> dict[str, list[str]]:
    """The words of each sort that are right even if no agenda has them."""
    expects = [each for rhythm in rhythms for each in rhythm.expects]
    brought = [name for each in expects for name in (each.id, each.kind if each.happens else "") if name]
    return {
        "kind": list(MEETING_KINDS),
        "body": [name for names in BODIES for name in names],
        "drops": [each.id for each in expects],
        "due": [*_MEETINGS, *EVENT_KINDS, *brought],
        "event": list(EVENT_KINDS),
    }


def _named(rhythms: tuple[Rhythm, ...]) -> Iterator[tuple[str, str, str]]:
    """Each name in the settings: its path, what it should be the name of (a key of `_SAYS`), and the name itself."""
    for number, rhythm in enumerate(rhythms):
        for sort, names in (("kind", rhythm.kinds), ("body", rhythm.bodies), ("drops", rhythm.drops)):
            yield from ((f"rhythm[{number}].{sort}", sort, each) for each in names)
        yield from ((f"{each.where}.due", "due", each.due.anchor) for each in rhythm.expects)
        events = (each for each in rhythm.expects if each.happens and each.kind)
        yield from ((f"{each.where}.kind", "event", each.kind) for each in events)


def _is_one_of(word: str, known: Iterable[str]) -> bool:
    return plain_name(word) in map(plain_name, known)
