"""The folder of the official record inside the agendas folder: its files, and the state of the House they add up to."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from briefcli.catalog import tr
from briefcli.errors import BriefError, UsageError
from briefcli.files.read import bytes_of, reason
from briefcli.files.write import create
from briefcli.official.contents import (
    ROWS,
    Activity,
    F,
    FileContents,
    HousePaper,
    RecordFormat,
    Toezegging,
    is_live,
    newest,
    papers_by_name,
    withdrawals,
)
from briefcli.official.formats import LARGEST, read_official
from briefcli.official.names import ENDING_OF, day_in_name, is_official_name

_FEWEST_SHARED = 3  # activities of a renamed committee; two committees may hold a few together


def unread_in(folder: Path) -> list[str]:
    """The names of the files in the folder whose ending is not one of the record's, without hidden files."""
    found = (each.name for each in folder.glob("*") if each.is_file() and each.name[0] != ".")
    return sorted(name for name in found if not is_official_name(name))


def read_record_file(file: Path, shown_as: str) -> FileContents:
    """The contents of a file that messages call `shown_as`. What cannot be read becomes a diagnostic."""
    try:
        data = bytes_of(file, LARGEST + 1)
        modified = file.stat().st_mtime
    except OSError as error:
        unread = FileContents(path=shown_as)
        unread.refuse(tr("the file cannot be read: {reason}", reason=reason(error)))
        return unread
    contents = read_official(shown_as, data)
    contents.downloaded = day_in_name(shown_as) or date(*time.localtime(modified)[:3])
    if is_undated(contents, shown_as):
        contents.report(tr("nothing says how old this file is: put the day of its download into its name"), (1, 1))
    return contents


def is_undated(contents: FileContents, name: str) -> bool:
    """Whether activities or commitments may be older than those of another file, as neither they nor the name say."""
    rows = (*contents.activities, *contents.toezeggingen)
    return day_in_name(name) is None and not all(each.changed for each in rows)


def add_file(folder: Path, source: Path, contents: FileContents) -> str:
    """Copy a file that the user downloaded, with these contents, into the folder. Returns its name there.

    That is its own name, with the ending of its kind if it has no ending of the record, and with the day of the
    download if nothing else says how old its rows are. A file that is there already with the same content is not
    added again. Raises BriefError.
    """
    name = source.name.lstrip(".")
    if not is_official_name(name):
        name += ENDING_OF.get(contents.kind or "", ".xml")
    if is_undated(contents, name):
        stem, _, ending = name.rpartition(".")
        name = f"{stem}_{contents.downloaded}.{ending}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        data = bytes_of(source, LARGEST)
        if (folder / name).exists():
            if bytes_of(folder / name, LARGEST) == data:
                return name
            hint = tr("rename the new file first: what was downloaded is never changed")
            raise UsageError(tr("{file} exists already", file=name), hint)
    except OSError as error:
        raise BriefError(tr("{file} cannot be added: {reason}", file=source, reason=reason(error))) from error
    create(folder / name, data, name)
    return name


class State(msgspec.Struct, frozen=True):
    """The newest row of each activity, paper and commitment, and the activities in each committee's newest calendar."""

    activities: tuple[Activity, ...] = ()
    papers: tuple[HousePaper, ...] = ()
    toezeggingen: tuple[Toezegging, ...] = ()
    withdrawn: frozenset[str] = frozenset()  # the ids of the rows that the House has withdrawn


def state_of(files: Sequence[FileContents]) -> State:
    """The state that the files give together. Rows that the House has withdrawn are left out."""
    withdrawn = withdrawals(each for file in files for each in file.withdrawn)
    others = [each for each in files if each.kind is not RecordFormat.CALENDAR]

    def live(rows_of: Callable[[FileContents], Iterable[F]]) -> Iterator[F]:
        return (row for file in others for row in rows_of(file) if is_live(row, withdrawn))

    numbered = newest(live(lambda each: each.activities)).values()
    known = {(each.day, each.subject.casefold().strip()) for each in numbered}
    papers = papers_by_name(live(lambda each: each.papers)).values()
    # An activity that only an older calendar of a committee has is gone
    calendars = [each for each in files if each.kind is RecordFormat.CALENDAR and each.activities]
    calendars.sort(key=lambda each: (day_in_name(each.path) or date.min, each.path))
    days, current = defaultdict[str, list[date]](list), list[FileContents]()
    for each in calendars:
        for name in {activity.committee.casefold() for activity in each.activities}:
            days[name].append(day_in_name(each.path) or date.min)
    for newer in calendars:
        current = [*(each for each in current if not _is_replaced(each, newer, days)), newer]
    bare = [each for file in current for each in file.activities]
    return State(
        activities=(*numbered, *(each for each in bare if (each.day, each.subject.casefold().strip()) not in known)),
        papers=tuple(sorted(dict.fromkeys(papers), key=lambda each: (each.document, each.official))),
        toezeggingen=tuple(newest(live(lambda each: each.toezeggingen)).values()),
        withdrawn=frozenset(withdrawn),
    )


def _is_replaced(older: FileContents, newer: FileContents, days: Mapping[str, Sequence[date]]) -> bool:
    """Whether a calendar replaces another one. `days` are those of the calendars of each committee, in order.

    A committee was renamed if all its calendars are older than those with the other name.
    """
    pairs = (
        (name.casefold(), now.casefold()) for name, now in committees_now(older.activities, newer.activities).items()
    )
    return any(name == now or days[name][-1] < days[now][0] for name, now in pairs)


def committees_now(before: Sequence[Activity], after: Sequence[Activity]) -> dict[str, str]:
    """The names in `after` of the committees in `before`: the same name, or that with most of the same activities.

    Two committees may have debates together. So most activities under the new name must be the same too, up to the
    last day that was known.
    """
    names = {(each.day, each.subject): each.committee for each in after}
    there = {each.casefold() for each in names.values()}
    found: dict[str, str] = {}
    for committee in {each.committee for each in before}:
        own = [each for each in before if each.committee == committee]
        ((name, many),) = Counter(names.get((each.day, each.subject)) for each in own).most_common(1)
        last = max(each.day or date.min for each in own)
        theirs = sum(each.committee == name and (each.day or date.max) <= last for each in after)
        is_renamed = many >= _FEWEST_SHARED and many * 2 > max(len(own), theirs)
        if same := committee if committee.casefold() in there else name if is_renamed else None:
            found[committee] = same
    return found


def state_at(moment: str, old: Sequence[FileContents], files: Sequence[FileContents]) -> State:
    """The state at a moment: all rows of the `old` files, and the rows of `files` that changed before that moment."""
    before = list(old)
    for file in files:
        rows = {name: [each for each in getattr(file, name) if "" < each.changed < moment] for name in ROWS}
        before.append(msgspec.structs.replace(file, **rows))
    return state_of(before)
