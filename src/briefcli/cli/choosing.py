"""Finds the meeting that a user typed: by its id, a part of the id or the path of its file. Asks if several fit."""

import sys
from collections.abc import Sequence
from datetime import date

from briefcli.catalog import tr
from briefcli.cli.input import ask, is_terminal
from briefcli.cli.output import NO_AGENDA, warn, wrapped_message
from briefcli.domain.diagnostic import Diagnostic, Severity
from briefcli.domain.file_names import id_of
from briefcli.domain.when import Grain, When
from briefcli.errors import NothingFound
from briefcli.folders import is_agenda_name
from briefcli.index.naming import choose, fitting
from briefcli.index.queries import Filter, Index
from briefcli.index.scan import scan
from briefcli.render.clean import clean
from briefcli.render.wording import countdown, date_words
from briefcli.workspace import Workspace

_MOST = 12  # choices that are shown at once


def id_typed(typed: str) -> str:
    """The id in what was typed: `agendas/dmm-2023-06.yaml` names the meeting dmm-2023-06."""
    return id_of(typed.replace("\\", "/")) if is_agenda_name(typed) else typed


def file_typed(place: Workspace, typed: str) -> str:
    """The path, in the agendas folder, of the file that the user typed, even if that is no readable agenda."""
    paths = scan(place.root, place.settings().official.folder).paths
    files = {id_of(path): path for path in sorted(paths, reverse=True)}  # if two have the same id, the first counts
    if not files:
        raise NothingFound(tr(NO_AGENDA))
    typed = id_typed(typed)
    fits = fitting(sorted(files), typed)
    if typed in files or len(fits) < 2:
        return files[choose(sorted(files), typed)]
    public = place._replace(internal=False)  # `brief release` opens all, but nobody asked to see what is withheld
    with public.open_index() as index:
        return files[_one_of(index, fits, typed, public)]


def meeting_typed(index: Index, typed: str, place: Workspace) -> str:
    """The id of the meeting that the user typed. If several fit, the user chooses. Raises NothingFound."""
    typed = id_typed(typed)
    if (meeting := index.meeting(typed)) is not None:
        return meeting.id
    _refuse_unreadable(index, place, typed)
    fits = fitting(index.ids, typed)
    if len(fits) < 2:
        return choose(index.ids, typed)
    found = _one_of(index, fits, typed, place)
    return found if index.meeting(found) else choose([], found)


def _one_of(index: Index, ids: Sequence[str], typed: str, place: Workspace) -> str:
    """The id that the user chooses of these, which all fit what was typed; those of unreadable files come last."""
    known = {each.id: each.when for each in index.meetings()}
    # The longest names come last: those of conflict copies
    dated = sorted(known.keys() & {*ids}, key=lambda each: (known[each].sort_key, -len(each), each), reverse=True)
    words = [f"{each}  {_dated(known[each], place.today)}" for each in dated]
    index.commit()  # no other command has to wait until the user has chosen
    choices = [*dated, *(each for each in ids if each not in known)]
    question = tr("“{typed}” fits {n} meetings, the newest first:", typed=typed, n=len(choices))
    return choices[chosen(question, [*words, *choices[len(words) :]])]


def _dated(when: When, today: date) -> str:
    is_vague = when.grain is not Grain.DAY  # “in Jun 2031” says no more than “Jun 2031”
    return date_words(when) if is_vague else f"{date_words(when)}, {countdown(when, today)}"


def meetings_typed(index: Index, typed: str | None, place: Workspace) -> Filter:
    """The filter for the series that the user typed, or else for the meeting; for all meetings if nothing was typed."""
    if typed is None:
        return Filter()
    if typed not in index.ids and any(index.meetings(Filter(series=typed))):
        _refuse_unreadable(index, place, typed)
        return Filter(series=typed)
    return Filter(meeting=meeting_typed(index, typed, place))


def _refuse_unreadable(index: Index, place: Workspace, typed: str) -> None:
    """Raise NothingFound if `typed` is the id of a file that cannot be read, or fits only the ids of such files."""
    broken = {id_of(each.path): each for each in reversed(errors_in(index))}  # the first error of each file
    if meant := fitting(sorted(broken), typed):
        id_, error = meant[0], broken[meant[0]]
        is_its_id = id_.casefold() == typed.casefold()
        if is_its_id or not (fitting(index.ids, typed) or any(index.meetings(Filter(series=typed)))):
            file, line = place.path(error.path), error.line
            raise NothingFound(
                tr("{file} cannot be shown; line {line}: {message}", file=file, line=line, message=error.message),
                tr("brief check shows the line and what to do; brief edit {id} opens it", id=id_),
            )


def errors_in(index: Index, id_: str | None = None) -> list[Diagnostic]:
    """The errors in all files, or in those of one meeting, as far as this user may see them."""
    found = [each for each in index.diagnostics(id_) if each.severity is Severity.ERROR]
    if not found:
        return []
    from briefcli.views.check import readable

    return [shown for each in found if (shown := readable(each, internal=index.internal))]


def chosen(question: str, choices: Sequence[str]) -> int:
    """The index of the choice that the user makes on a terminal. Raises NothingFound if there is no terminal."""
    shown = list(choices[:_MOST])
    if not is_terminal():
        more = [tr("and {n} more", n=len(choices) - _MOST)] if len(choices) > _MOST else []
        raise NothingFound(question.rstrip(":"), "; ".join([*shown, *more]))
    lines = [question, *(f"{number:3}  {each}" for number, each in enumerate(shown, start=1))]
    sys.stderr.write("".join(f"{wrapped_message(clean(line))}\n" for line in lines))
    while True:
        answer = ask(tr("Which one"), "1").strip()
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(shown):
            return int(answer) - 1
        warn(tr("type a number from 1 to {most}", most=len(shown)))
