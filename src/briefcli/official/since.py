"""From which moment each download must go on: the last change that its files know of."""

import re
from collections.abc import Iterable

from briefcli.official.contents import Activity, HousePaper, Toezegging
from briefcli.official.folder import RecordFile

_NAME = re.compile(r"(?P<name>[a-z]+-[a-z0-9-]+)_[0-9]{4}-[0-9]{2}-[0-9]{2}(?:_[0-9]+)?\.")


def last_changes(files: Iterable[RecordFile]) -> dict[str, str]:
    """By the name of the download; a file that the user added under another name counts for none."""
    found: dict[str, str] = {}
    for file in files:
        record = file.record
        named = _NAME.match(record.path.rpartition("/")[2])
        if named is None:
            continue
        rows: tuple[Activity | HousePaper | Toezegging, ...] = (
            *record.activities,
            *record.papers,
            *record.toezeggingen,
        )
        last = max((each.changed for each in rows), default="")
        found[named["name"]] = max(found.get(named["name"], ""), last)
    return {name: changed for name, changed in found.items() if changed}
