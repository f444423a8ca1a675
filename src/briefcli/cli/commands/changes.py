from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, timedelta
from functools import cache
from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.options import Common, MailFormat, MailOutput, option
from briefcli.cli.output import emit_or_mail, workspace_for
from briefcli.config import one_day
from briefcli.domain.agenda import Agenda
from briefcli.domain.file_names import id_of
from briefcli.domain.item import is_hidden, marker, words_of
from briefcli.domain.when import When
from briefcli.errors import Exit
from briefcli.files.git import Earlier, NoHistory, folder_on, versions_since
from briefcli.index.rows import official_number
from briefcli.index.scan import is_agenda_path, scan
from briefcli.official.agenda_news import news_of_agendas
from briefcli.official.applied import EMPTY_RECORD, with_record
from briefcli.official.contents import FileContents
from briefcli.official.folder import State, state_at, state_of
from briefcli.official.formats import read_official
from briefcli.official.names import is_official, is_official_name
from briefcli.official.news import News, news_of_record, sorted_news
from briefcli.official.values import moment_of
from briefcli.reading.reader import read_agenda
from briefcli.render.wording import day_words
from briefcli.views.changes import changes_view
from briefcli.views.making import missing_words
from briefcli.workspace import Workspace


def run(
    common: Common,
    since: Annotated[str | None, option("--since", "DAY", "Since this day; default: a week ago.")] = None,
    form: Annotated[MailFormat, option("--format -f", None, "The format of the answer.")] = "table",
    output: MailOutput = None,
) -> Exit:
    """Show what is new, moved, cancelled, met or published since a day, in the record and (with git) in the agendas.

    Exit code 1: nothing changed.

    Example: brief changes --since 2023-06-01 --format eml --output news.eml
    """
    place = workspace_for(form, output, common)
    day = one_day(since, place.today, ahead=False) if since else place.today - timedelta(days=7)
    found, remarks, all_known = _news_since(place, day)
    view = changes_view(sorted_news(found), day, remarks, all_known=all_known)
    subject = tr("What changed since {day}", day=day_words(day))
    return emit_or_mail(view, form, subject, output, internal=place.internal)


def _news_since(place: Workspace, since: date) -> tuple[list[News], list[str], bool]:
    """The changes, remarks on what cannot be known, and whether the earlier agendas are known."""
    with place.open_index() as index:
        agendas = dict(index.agendas())
        record = index.house.applied() if index.has_record else EMPTY_RECORD
        missing = missing_words(index)
        files = index.house.files()
    earlier, remarks = _folder_on(place, since)
    found = _news_of_record(files, place.record_folder, since, agendas, earlier)
    if earlier is not None:
        folder = place.record_folder
        old: dict[str, Agenda] = {}
        for path, agenda in _agendas_in(sorted(earlier.files.items()), folder):
            if agenda is not None:  # combined with today's record, because its changes are listed separately
                old.setdefault(id_of(path), place.seen(with_record(agenda, record)))
        # An agenda is not gone if its file exists but cannot be read now
        there = {id_of(path) for path in scan(place.root, folder).paths}
        old = {id_: agenda for id_, agenda in old.items() if id_ in agendas or id_ not in there}
        found += news_of_agendas(old, agendas, place.settings(), _versions(place, earlier.commit))
    return found, [*remarks, *([missing] if missing else [])], earlier is not None


def _news_of_record(
    files: list[FileContents], folder: str, since: date, agendas: Mapping[str, Agenda], earlier: Earlier | None
) -> list[News]:
    """The changes in the record. `earlier` is the folder as git has it from that day, or from its first commit."""
    numbers = {event.activity: id_ for id_, agenda in agendas.items() for event in agenda.events if event.activity}
    promises = ((each, id_) for id_, agenda in agendas.items() for each in agenda.commitments)
    seen = ((official_number(each.ref), id_) for each, id_ in promises if not is_hidden(words_of(each.title)))
    numbers |= {number: id_ for number, id_ in seen if number}
    kept = earlier.files.items() if earlier is not None and earlier.begins is None else ()
    recorded = {path: data for path, data in kept if is_official(path, folder) and is_official_name(path)}
    return news_of_record(_record_on(since, files, recorded), state_of(files), since, numbers)


def _versions(place: Workspace, commit: str) -> Callable[[set[str]], list[Agenda]]:
    """A function that returns the versions of an agenda in git since a commit, given the ids of the agenda."""
    unreadable = Agenda(title=marker(None), when=When.unknown(), public=False)  # counts as wholly withheld

    @cache
    def known() -> list[tuple[str, Agenda]]:
        read = _agendas_in(versions_since(place.root, commit), place.record_folder)
        return [(id_of(path), place.seen(agenda or unreadable)) for path, agenda in read]

    def versions(ids: set[str]) -> list[Agenda]:
        try:
            return [agenda for id_, agenda in known() if id_ in ids]
        except NoHistory:
            return [unreadable]

    return versions


def _folder_on(place: Workspace, since: date) -> tuple[Earlier | None, list[str]]:
    """The folder as git has it from that day, or else from its first commit; with remarks on what cannot be known."""
    try:
        earlier = folder_on(place.root, since)
    except NoHistory as reason:
        return None, [str(reason)]
    if earlier.begins is None:
        return earlier, []
    day = day_words(earlier.begins)
    return earlier, [tr("Git knows the agendas from {day} on; what changed in them before is not known.", day=day)]


def _record_on(since: date, files: list[FileContents], earlier: Mapping[str, bytes]) -> State:
    """The record at the start of that day: from files that git has from then or that are older, and from older rows."""
    begin = moment_of(since.isoformat())  # midnight in Amsterdam
    moment = begin.astimezone(UTC).isoformat(timespec="microseconds") if begin else ""
    old: list[FileContents] = [read_official(path, data) for path, data in earlier.items()]
    known = {each.path.rpartition("/")[2] for each in old}
    others = (each for each in files if each.path.rpartition("/")[2] not in known)
    old += [each for each in others if each.downloaded and each.downloaded < since]
    return state_at(moment, old, files)


def _agendas_in(files: Iterable[tuple[str, bytes]], folder: str) -> Iterator[tuple[str, Agenda | None]]:
    """The path and the agenda of each file that is no part of the record; None if the agenda cannot be read."""
    return ((path, read_agenda(path, data).agenda) for path, data in files if is_agenda_path(path, folder))
