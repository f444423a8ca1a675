"""`brief new`: a complete agenda to fill in, and the schema by which an editor helps with that."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefcli.catalog import count, tr
from briefcli.cli.input import ask, ask_until, is_terminal
from briefcli.cli.output import say, warn, workspace
from briefcli.errors import UsageError
from briefcli.workspace import Workspace

if TYPE_CHECKING:
    from briefcli.index.queries import Index


SCHEMA = ".schema.json"  # hidden, so it is no agenda; beside the agendas, so that it goes where they go


_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")


_EDITION = re.compile(r"(?P<series>.+?)-(?P<when>[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?)")


def run(
    meeting: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="The new meeting's id: the name of its file.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What meeting it is.")] = None,
    when: Annotated[str | None, typer.Option("--when", metavar="DATE", help="When, as exactly as it is known.")] = None,
    series: Annotated[str | None, typer.Option("--series", metavar="NAME", help="Its series, if not as in ID.")] = None,
    body: Annotated[str | None, typer.Option("--body", metavar="NAME", help="Whose meeting it is: NATO, EU.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="What sort of meeting.")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="TEXT", help="Where it is held.")] = None,
    earlier: Annotated[
        str | None, typer.Option("--from", metavar="ID", help="Take over what carries over from an earlier edition.")
    ] = None,
    long: Annotated[bool, typer.Option("--template", help="Every other field as a comment that explains it.")] = False,
) -> None:
    """Write a new agenda. Without options it leads you through it in at most eight questions.

    An agenda that exists is never overwritten. The schema for editors is written beside the agendas, as .schema.json.

    Example: brief new dmm-2025-06 --from dmm-2025-02 --when 2025-06-05
    """
    from briefcli.cli.leading import answers

    given = {"title": title, "when": when, "series": series, "body": body, "kind": kind, "place": place}
    if meeting is not None:
        check_id(meeting)
    _check_texts(*given.values())
    home = workspace()
    known = (_from_id(meeting) if meeting else {}) | _carried(home, meeting, earlier)
    known |= {name: text for name, text in given.items() if text}
    if is_terminal() and not any(given.values()):
        known |= answers(home, known)
    else:
        known["when"] = _when(home, when, known.get("when"))
        known["title"] = _title(title)
    _write(home, meeting, known, earlier, long=long)


def lead_through(folder: Path) -> None:
    """Ask about a first meeting in this folder, and write it."""
    from briefcli.cli.leading import answers

    home = workspace(folder=folder)
    _write(home, None, answers(home, {}), None, long=False)


def _write(home: Workspace, meeting: str | None, known: dict[str, Any], earlier: str | None, *, long: bool) -> None:
    from briefcli.cli.choosing import file_typed
    from briefcli.cli.leading import suggested_id
    from briefcli.files.undo import UndoEntry, Written, remember
    from briefcli.files.write import create, rights_like
    from briefcli.writing.template import short, template

    if meeting is None:
        with home._replace(internal=True).open_index() as index:
            meeting = suggested_id(index, known)
    file = home.root / f"{meeting}.yaml"
    text = (template if long else short)(known, SCHEMA).encode()
    create(file, text, home.path(file.name), rights_like(home.root / file_typed(home, earlier)) if earlier else 0o666)
    kept = remember(UndoEntry(tr("{meeting} is written", meeting=meeting), (Written(file.resolve(), None, text),)))
    _refresh_schema(home)
    say(home.path(file.name))
    warn(tr("brief show {meeting} shows it, brief add {meeting} deadline adds to it", meeting=meeting))
    if kept:
        warn(tr("brief undo takes it away"))


def check_id(meeting: str) -> None:
    """Raises UsageError for an id that is no plain file name everywhere."""
    from briefcli.domain.file_names import is_device

    if meeting.endswith((".yaml", ".yml")):
        raise UsageError(
            tr("the id is the file's name without its ending"), tr("brief new {id}", id=meeting.rpartition(".")[0])
        )
    if not _SAFE_ID.fullmatch(meeting) or is_device(meeting) or meeting.endswith("."):
        hint = tr("use letters, digits, hyphens and underscores, as in dmm-2025-06")
        raise UsageError(tr("“{meeting}” cannot be an id", meeting=meeting), hint)


def _check_texts(*texts: str | None) -> None:
    """Raises UsageError for what came in bytes that are no text."""
    for text in texts:
        if text is not None and not text.isascii() and text.encode("utf-8", "replace").decode() != text:
            raise UsageError(tr("one of the texts is not UTF-8"), tr("give it in the encoding of your terminal"))


def _from_id(meeting: str) -> dict[str, Any]:
    """What the usual form of an id (`dmm-2025-06`) says of a meeting."""
    found = _EDITION.fullmatch(meeting)
    return {"series": found["series"], "when": found["when"]} if found else {}


def _carried(home: Workspace, meeting: str | None, earlier: str | None) -> dict[str, Any]:
    """What comes from an earlier edition, withheld things with their marks. Raises NothingFound, UsageError."""
    from briefcli.index.naming import choose
    from briefcli.writing.carrying import carried_over, left_behind

    with home._replace(internal=True).open_index() as index, index.as_public() as public:
        if meeting is not None and meeting.casefold() in map(str.casefold, index.ids):  # on Windows one file
            raise UsageError(
                tr("there is a meeting “{meeting}” already", meeting=meeting),
                tr("brief edit {meeting} opens it", meeting=meeting),
            )
        if earlier is None:
            return {}
        id_ = choose(index.ids, earlier)
        found, shown = index.agenda(id_), public.agenda(id_)
        if found is None:
            return {}
        if shown is not None and (left := left_behind(shown[0])):
            warn(
                count(
                    "{n} open commitment was due counted from {meeting}; give it a date there",
                    "{n} open commitments were due counted from {meeting}; give them a date there",
                    left,
                    meeting=id_,
                )
            )
        return carried_over(id_, found[0], _edition_before(index, id_))


def _edition_before(index: "Index", id_: str) -> Any:
    """The agenda of the same series that comes just before this one; None where there is none."""
    from briefcli.index.queries import Filter

    meeting = index.meeting(id_)
    if meeting is None or not meeting.series:
        return None
    ids = [each.id for each in index.meetings(Filter(series=meeting.series))]
    place = ids.index(id_)
    found = index.agenda(ids[place - 1]) if place else None
    return found[0] if found else None


def _title(given: str | None) -> str:
    if given and given.strip():
        return given.strip()
    if not is_terminal():
        raise UsageError(tr("the title is missing"), tr("give it with --title"))
    return ask(tr("Title")).strip()


def _when(home: Workspace, given: str | None, guess: str | None) -> str:
    """The date as given, or as asked for: until it can be read. Raises UsageError."""
    from briefcli.cli.typing_dates import typed_date

    if given is not None:
        return typed_date(given, home.today).text
    if not is_terminal():
        return guess or "unknown"
    return ask_until(tr("When"), guess or "unknown", lambda typed: typed_date(typed, home.today).text)


def _refresh_schema(home: Workspace) -> None:
    """Keep the schema beside the agendas as this version of the program knows it."""
    from briefcli.files.write import replace
    from briefcli.writing.schema import schema_text

    file, text = home.root / SCHEMA, schema_text().encode()
    if file.is_symlink():
        return  # it may lead anywhere
    if not file.is_file() or file.read_bytes() != text:
        replace(file, text, home.path(SCHEMA), None)
