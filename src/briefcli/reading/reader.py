"""One YAML file becomes an agenda and its diagnostics; nothing that a file holds makes this raise."""

from pathlib import PurePath

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.domain.diagnostic import Diagnostic
from briefcli.reading.fields import Place, Walker
from briefcli.reading.nodes import Unreadable, compose, may_withhold


class Reading(msgspec.Struct):
    """What one file gave: no agenda where it could not be read at all, places by field path."""

    agenda: Agenda | None
    diagnostics: list[Diagnostic]
    places: dict[str, Place] = {}


def read_agenda(path: str, data: bytes) -> Reading:
    """Read the bytes of the file that is shown to the user as `path`."""
    try:
        node = compose(path, data)
    except Unreadable as refused:
        found = refused.diagnostic
        return Reading(None, [msgspec.structs.replace(found, withheld=may_withhold(data))])
    walker = Walker(path)
    agenda = walker.agenda(node, title=PurePath(path).stem)
    return Reading(agenda, sorted(walker.diagnostics, key=lambda each: each.sort_key), walker.places)
