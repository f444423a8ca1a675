"""Times elsewhere: every date with a time carries the time zone of its agenda, where that is not the one at home."""

from typing import Any

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.domain.when import When

HOME = "Europe/Amsterdam"


def with_zone(agenda: Agenda) -> Agenda:
    """The agenda with its time zone at each of its times."""
    zone = agenda.timezone
    if zone in {None, HOME}:
        return agenda
    zoned: Agenda = _with_zone(agenda, zone)
    return zoned


def _with_zone(value: Any, zone: str | None) -> Any:
    match value:
        case When():
            return msgspec.structs.replace(value, zone=zone) if value.from_time or value.to_time else value
        case list():
            return [_with_zone(each, zone) for each in value]
        case msgspec.Struct():
            fields = value.__struct_fields__
            return msgspec.structs.replace(value, **{name: _with_zone(getattr(value, name), zone) for name in fields})
        case _:
            return value
