"""Reads one YAML file into an agenda and diagnostics. Nothing in a file makes this raise."""

from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda, rebuilt
from briefcli.domain.composed import composed
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.domain.file_names import id_of
from briefcli.domain.redaction import redact
from briefcli.domain.rhythm import Rhythm
from briefcli.domain.vocabulary import WITH_THE_HOUSE, plain_name
from briefcli.domain.when import HOME, When
from briefcli.reading import codes
from briefcli.reading.comments import comment_marks
from briefcli.reading.fields import Walker
from briefcli.reading.limits import LARGEST, MOST_MISTAKES
from briefcli.reading.nodes import Unreadable, compose, decoded
from briefcli.reading.pyyaml import yaml
from briefcli.reading.sense import senseless
from briefcli.reading.yaml_places import Places


class Reading(msgspec.Struct):
    agenda: Agenda | None  # None if the file could not be read at all
    public: Agenda | None  # the public version; if nothing is withheld, the agenda itself
    diagnostics: list[Diagnostic]
    root: yaml.MappingNode | None = None
    places: Places = Places()


def read_agenda(path: str, data: bytes, rhythms: tuple[Rhythm, ...] = ()) -> Reading:
    """Read the bytes of a file, which messages call `path`. Due dates may count from the items that `rhythms` bring."""
    try:
        text = composed(decoded(data))  # as names are compared with what users type
        node = compose(text)
    except Unreadable as refused:
        text = data[:LARGEST].decode("utf-8-sig", "replace")
        reading = Reading(None, None, _mistakes(id_of(path), data, refused.diagnostic, rhythms))
    else:
        reading = _examined(id_of(path), text, node, rhythms)
    found = _listed(text, reading.diagnostics)
    reading.diagnostics = [msgspec.structs.replace(each, path=path) for each in found]  # the others do not know it
    return reading


def _examined(
    id_: str,
    text: str,
    node: yaml.MappingNode,
    rhythms: tuple[Rhythm, ...],
    *,
    dated: bool = True,
    secret: bool = False,
) -> Reading:
    """The agenda and everything that is wrong with its fields. If not `dated`, its date is in doubt and left out.

    If `secret`, any part may be withheld. Then the public may not see what makes no sense: it reveals values.
    """
    marks = comment_marks(text, node)
    walker = Walker(text, marks.nodes)
    agenda = walker.agenda(node, title=id_)
    if not dated:
        agenda = msgspec.structs.replace(agenda, when=When.unknown(), moved_to=None)
    places = Places(node, walker.kept)
    public = redact(agenda)
    doubts = senseless(id_, agenda, public, places, text, rhythms)
    if secret:
        doubts = [msgspec.structs.replace(each, internal=True) for each in doubts]
    zoned = _with_zone(agenda, is_known=all(each.code != codes.UNKNOWN_TIMEZONE.name for each in doubts))
    diagnostics = [*walker.diagnostics, *doubts]
    if "#" in text or walker.with_dashes:
        from briefcli.reading.misread import misread

        diagnostics += misread(text, node, walker.with_dashes, marks)
    if "brief:" in text:
        from briefcli.reading.ignores import unsilenced

        diagnostics = unsilenced(text, node, diagnostics)
    diagnostics.sort(key=lambda each: each.sort_key)
    return Reading(zoned, public if zoned is agenda else redact(zoned), diagnostics, node, places)


def _with_zone(agenda: Agenda, *, is_known: bool) -> Agenda:
    """The agenda with its time zone at each of its times, if the zone is known and not the home zone.

    Deadlines, commitments and what the House does are in Dutch time, wherever the meeting is.
    """
    zone = agenda.timezone
    if zone in {None, HOME}:
        return agenda
    if not is_known:
        return msgspec.structs.replace(agenda, timezone=None)

    def zoned(value: Any) -> Any:
        has_time = isinstance(value, When) and (value.from_time or value.to_time)
        return msgspec.structs.replace(value, zone=zone) if has_time else value

    events = [each if plain_name(each.kind or "") in WITH_THE_HOUSE else rebuilt(each, zoned) for each in agenda.events]
    away: Agenda = rebuilt(agenda, zoned)
    return msgspec.structs.replace(away, events=events, deadlines=agenda.deadlines, commitments=agenda.commitments)


def _mistakes(id_: str, data: bytes, first: Diagnostic, rhythms: tuple[Rhythm, ...]) -> list[Diagnostic]:
    """Everything that is wrong with an unreadable file. All of it is withheld if any part of the file may be."""
    from briefcli.reading.quoting import hidden_lines, may_withhold
    from briefcli.reading.recovery import DATES, recover

    rest = recover(data, first)
    found = [msgspec.structs.replace(each, in_own_words=True) for each in rest.mistakes]
    secret = may_withhold(data) or (rest.root is not None and bool(hidden_lines(rest.root, rest.text)))
    if rest.root is not None:
        dated = rest.sections.isdisjoint(DATES)
        more = _examined(id_, rest.text, rest.root, rhythms, dated=dated, secret=secret).diagnostics
        found = found + [each for each in more if rest.is_certain(each, has_rhythms=bool(rhythms))]
    if secret:
        found = [msgspec.structs.replace(each, withheld=True) for each in found]
    return sorted(found, key=lambda each: each.sort_key)


def _listed(text: str, found: list[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics to report. They name invisible characters. If there are too many, the last one says so."""
    if found and not text.isascii():
        from briefcli.reading.misread import with_invisible_named

        found = with_invisible_named(text, found)
    if len(found) <= MOST_MISTAKES:
        return found
    next_ = found[MOST_MISTAKES]
    hint = tr("correct the first ones and check again")
    return [*found[:MOST_MISTAKES], problem((next_.line, next_.column), codes.TOO_MANY, hint=hint)]
