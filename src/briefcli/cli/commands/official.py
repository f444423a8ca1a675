import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from briefcli.catalog import count, tr
from briefcli.cli.choosing import meeting_typed
from briefcli.cli.input import agrees
from briefcli.cli.options import Common, NoCache, OutputFormat, Series, Undated, argument, flag, with_common_options
from briefcli.cli.output import answer, complain, emit, needing, warn, workspace, write
from briefcli.domain.agenda import Agenda
from briefcli.errors import BriefError, Exit, NothingFound
from briefcli.index.queries import Filter, Index
from briefcli.official.addresses import WITHDRAWN, downloads, last_changes
from briefcli.official.contents import FileContents
from briefcli.official.folder import add_file, read_record_file, state_of, unread_in
from briefcli.official.matching import FARTHEST, Match, meeting_of, proposals, with_number
from briefcli.official.names import own_download
from briefcli.official.practice import Name, cases, held_out, practice
from briefcli.views.official import downloaded_view, folder_view, match_view, practice_view
from briefcli.views.view import View
from briefcli.workspace import Workspace

run = typer.Typer(invoke_without_command=True)


@run.callback()
@with_common_options
def listed(context: typer.Context, form: OutputFormat = "table") -> Exit:
    """Show what the folder with the House's record holds, from when to when, and how old it is.

    Its files are kept as they were downloaded, in the folder “official” inside the agendas folder, or in the folder
    that brief.toml names. They are never changed.

    Example: brief official match rbz-2023-07
    """
    if context.invoked_subcommand is not None:
        return Exit.DONE
    place = workspace()
    with place.open_index() as index:
        files = [replace(each, path=place.path(each.path)) for each in index.house.files()]
    _warn_of_wrong(sum(len(each.diagnostics) for each in files))
    unread = unread_in(place.root / place.record_folder)
    return emit(folder_view(files, place.path(place.record_folder), unread), form)


@run.command()
@with_common_options
def add(
    files: Annotated[list[Path], argument("FILE…", "JSON, XML or calendars, unchanged after the download.")],
    form: OutputFormat = "table",
) -> Exit:
    """Add files that you downloaded to the folder, if they can be used.

    Example: brief official add ~/Downloads/Activiteit.json
    """
    place = workspace()
    added: list[FileContents] = []
    code = Exit.DONE
    for each in files:
        try:
            added.append(_added(place, each))
        except BriefError as error:
            complain(error)
            code = error.exit_code
    if added:
        emit(folder_view(added, place.path(place.record_folder)), form)
    return code


@run.command()
@with_common_options
def update(
    print_urls: Annotated[bool, flag("--print-urls", "Print the addresses, and download nothing.")] = False,
    form: OutputFormat = "table",
) -> Exit:
    """Download what brief.toml names under [official], if it changed since the last download.

    Example: brief official update --print-urls
    """
    place = workspace()
    wanted = place.settings().official
    with place.open_index() as index:
        files = index.house.files()
    found = downloads(wanted, last_changes(files))
    if not found:
        hint = tr("name committees, dossiers or ministries in brief.toml, under [official]")
        raise NothingFound(tr("there is nothing to download"), hint)
    if print_urls:
        write("".join(f"{each.url}\n" for each in found))
        return Exit.DONE
    hint = tr(
        'in the folder of the program: pip install ".[official]"; or download what --print-urls prints, and add it'
    )
    with needing(tr("downloading needs the package httpx"), hint):
        from briefcli.official.download import Downloader, TryAgainError

    known = frozenset(paper for file in files if own_download(file.path) for paper in file.papers)
    folder = place.root / place.record_folder
    loader = Downloader(folder=folder, pause=wanted.pause, tell=_progress, known=known)
    day = place.today.isoformat()
    names, rows, code = list[str](), 0, Exit.DONE
    for each in found:
        try:
            written, more = loader.download(each, day)
        except BriefError as error:
            complain(error)
            code = error.exit_code
            if isinstance(error, TryAgainError) or each.name.startswith(WITHDRAWN):
                break  # the others would fail too, or the next update would not ask for these withdrawn rows again
        else:
            names, rows = [*names, *written], rows + more
    if names or code is Exit.DONE:
        emit(downloaded_view(names, rows), form)
    return code


@run.command()
@with_common_options
def match(
    common: Undated,
    meeting: Annotated[str | None, argument("[ID]", "One meeting; default: all.")] = None,
    put: Annotated[bool, flag("--write", "Ask of each whether to write it into the agenda.")] = False,
    form: OutputFormat = "table",
) -> Exit:
    """Propose the debates and written consultations of the record that our meetings do not name yet.

    A guess is marked as one. If two could be meant, none is proposed. Exit code 1: there is nothing to propose.

    Example: brief official match rbz-2023-07 --write
    """
    found: list[tuple[str, Agenda, Match]] = []

    def view_of(index: Index, place: Workspace) -> View:
        agendas = dict(index.agendas())
        wanted = agendas if meeting is None else [meeting_typed(index, meeting, place)]
        ours = [known for id_, agenda in agendas.items() if (known := meeting_of(id_, agenda)) is not None]
        record = index.house.applied()
        for known in ours:
            if known.id in wanted:
                earliest = date.fromordinal(max(known.first.toordinal() - FARTHEST, 1))
                near = index.house.activities_between(earliest, known.first)
                agenda, activities = agendas[known.id], {**record.activities, **near}.values()
                proposed = proposals(known.id, agenda, activities, ours, record.came)
                found.extend((known.id, agenda, each) for each in proposed)
        return match_view(found)

    code = answer(common, form, view_of)
    for id_, _, each in found if put else ():
        _ask_and_write(id_, each, common)
    return code


@run.command("practice")
@with_common_options
def show_practice(series: Series = None, form: OutputFormat = "table", no_cache: NoCache = False) -> Exit:
    """Show how many days before a meeting its debate, written consultation and annotated agenda came, by the record.

    Example: brief official practice --series rbz
    """

    def view_of(index: Index, _: Workspace) -> View:
        names: dict[str, set[Name]] = {}
        for each in index.meetings(Filter(series=series)):
            found = index.agenda(each.id) if each.series else None
            if found and (known := meeting_of(each.id, found[0])):
                names.setdefault(each.series, set()).update((name, known.is_informal) for name in known.names)
        if series is not None and not names:
            raise NothingFound(tr("there is no meeting of the series “{series}” with a date", series=series))
        state = state_of(index.house.files())
        all_cases = cases(state.activities, state.papers)
        rows = practice(all_cases, names, bodies=series is None)
        return practice_view(rows, held_out(all_cases) if series is None else [])

    return answer(Common(no_cache=no_cache), form, view_of)


def _added(place: Workspace, source: Path) -> FileContents:
    """Add a file to the folder of the record and return it. Raises BriefError if it cannot be used or added."""
    file = read_record_file(source, str(source))
    if not file.facts and not file.unused:
        message = file.diagnostics[0].message if file.diagnostics else tr("it holds no rows")
        raise BriefError(tr("{file} is not added: {reason}", file=file.path, reason=message))
    folder = place.root / place.record_folder
    name = add_file(folder, source, file)
    added = read_record_file(folder / name, place.path(f"{place.record_folder}/{name}"))
    _warn_of_wrong(len(added.diagnostics))
    return added


def _ask_and_write(id_: str, match: Match, common: Common) -> None:
    """Ask the user whether to write the number into the agenda. Only that line of the file changes."""
    from briefcli.cli.changing import opened, save

    number = match.activity.official
    if agrees(tr("Write {number} into {id}?", number=number, id=id_), otherwise=False):
        change = opened(id_, common)
        said = tr("{file}: {number} is written", file=change.shown_as, number=number)
        save(change, with_number(change.text, match), said)


def _warn_of_wrong(wrong: int) -> None:
    if wrong:
        warn(count("{n} row or file of the record cannot be read whole; brief check shows it",
                   "{n} rows or files of the record cannot be read whole; brief check shows them", wrong))  # fmt: skip


def _progress(name: str, pages: int, rows: int) -> None:
    if sys.stderr.isatty():
        warn(tr("{name}: page {pages}, {rows} rows so far", name=name, pages=pages, rows=rows))
