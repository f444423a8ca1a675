"""One YAML file becomes an agenda and its diagnostics; nothing that a file holds makes this raise."""

import msgspec
import yaml

from briefcli.domain.agenda import Agenda, id_of
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.domain.rhythm import Rhythm
from briefcli.reading import codes
from briefcli.reading.fields import Walker
from briefcli.reading.ignores import unsilenced
from briefcli.reading.limits import MOST_MISTAKES
from briefcli.reading.nodes import Unreadable, compose, decoded
from briefcli.reading.places import Places
from briefcli.reading.quoting import may_withhold
from briefcli.reading.sense import senseless


class Reading(msgspec.Struct):
    """What one file gave: no agenda where it could not be read at all."""

    agenda: Agenda | None
    diagnostics: list[Diagnostic]
    root: yaml.MappingNode | None = None
    places: Places = Places()


def read_agenda(path: str, data: bytes, rhythms: tuple[Rhythm, ...] = ()) -> Reading:
    """Read the bytes of the file that is shown to the user as `path`; due dates may count from what `rhythms` bring."""
    try:
        text = decoded(path, data)
        node = compose(path, text)
    except Unreadable as refused:
        found = msgspec.structs.replace(refused.diagnostic, withheld=may_withhold(data))
        return Reading(None, [found])
    walker = Walker(path)
    agenda = walker.agenda(node, title=id_of(path))
    places = Places(node, walker.kept)
    diagnostics = [*walker.diagnostics, *senseless(path, agenda, places, text, rhythms)]
    if "brief:" in text:
        diagnostics = unsilenced(path, text, node, diagnostics)
    return Reading(agenda, _listed(sorted(diagnostics, key=lambda each: each.sort_key)), node, places)


def _listed(found: list[Diagnostic]) -> list[Diagnostic]:
    """Not more than anyone reads; the first that is left out says so."""
    if len(found) <= MOST_MISTAKES:
        return found
    next_ = found[MOST_MISTAKES]
    hint = "correct the first ones and check again"
    return [*found[:MOST_MISTAKES], problem(next_.path, (next_.line, next_.column), codes.TOO_MANY, hint=hint)]
