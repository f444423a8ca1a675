import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal, get_args

from briefcli import __version__
from briefcli.catalog import count, later, tr
from briefcli.cli.choosing import meetings_typed
from briefcli.cli.options import Common, argument, option
from briefcli.cli.output import (
    clock,
    deliver,
    marked_file,
    marked_title,
    needing,
    read_agendas,
    say,
    speak_as_exported,
    store,
    warn,
    workspace,
    write,
)
from briefcli.errors import BriefError, NothingFound, UsageError
from briefcli.files.outputs import OUTPUTS
from briefcli.files.read import read_input
from briefcli.files.write import delete, make_folder
from briefcli.views.export import by_calendar, export_of
from briefcli.views.making import missing_words
from briefcli.views.paper import Logo, Paper, chosen_ids, make_paper
from briefcli.views.show import sections_named
from briefcli.workspace import Workspace

_NAMED = 10  # items that a calendar leaves out and a warning names
_LARGEST_LOGO, _LARGEST_TEMPLATE, _LARGEST_PAGE = 1_000_000, 10_000_000, 200_000_000  # bytes
_MOST_DOTS = 4_000  # largest width and height of a logo, in pixels
_PAPERS = later('in the folder of the program: pip install ".[papers]"')
_BEGINNING = 200  # bytes of a calendar that say who made it
_SOME = 20  # letters that a warning names

Target = Literal["ics", "docx", "pdf", "html", "odt", "md", "sqlite"]
_TARGETS: tuple[Target, ...] = get_args(Target)
_ENDINGS = tuple(ending for name in _TARGETS for ending in OUTPUTS[name].endings)


def run(
    common: Common,
    meetings: Annotated[
        list[str] | None, argument("[ID | SERIES]…", "Meetings or series; default for a calendar: all meetings.")
    ] = None,
    to: Annotated[
        Target | None,
        option("--to", None, "What to make; default: what the extension of FILE says, or else a calendar (ics)."),
    ] = None,
    output: Annotated[
        str | None, option("--output -o", "FILE|DIR|-", "Write here; a folder gets a calendar for each series or body.")
    ] = None,
    days: Annotated[int | None, option("--days", "N", "A paper of all meetings in N days.", min=0, max=3660)] = None,
    only: Annotated[str | None, option("--only", "SECTIONS", "Only these sections of a paper, with commas.")] = None,
    template: Annotated[str | None, option("--template", "FILE", "A Word template of your own.")] = None,
    alarm: Annotated[int | None, option("--alarm", "DAYS", "Remind DAYS days before.", min=0, max=365)] = None,
) -> None:
    """Make a paper of meetings for Word, PDF or the web, or a calendar that Outlook and others import and update.

    A web page of several meetings is a folder of pages. --internal includes what is not public, and says so on every
    page and in the file's name. A calendar leaves out what has no known day; a message lists it.

    Example: brief export dmm-2023-06 --to pdf --output dmm.pdf
    """
    typed = meetings or []
    if not output and (file := next((each for each in typed if each.lower().endswith(_ENDINGS)), None)):
        _expect_meeting(file, common)
    is_on_screen = output is None and sys.stdout is not None and sys.stdout.isatty()
    output = None if output == "-" else output
    form = _form(to, output or "")
    if template is not None and form not in {"docx", "odt"}:
        raise UsageError(tr("a template is for Word"), tr("add --to docx"))
    if output is None and form not in ({"html", "md"} if is_on_screen else {"html", "md", "ics"}):
        message = tr("a {form} file cannot be shown on the screen", form=form)
        raise UsageError(message, tr("name a file: --output FILE"))
    if form == "sqlite":
        _database(workspace(common), typed, output)
    elif form != "ics":
        place = workspace(common)
        paper = _paper(place, typed, days, only)
        if output is None:
            write(_rendered(paper, form, template).decode(), exact=True)
        elif form == "html" and len(paper.chapters) > 1:
            _write_site(paper, Path(output))
        else:
            say(str(store(Path(output), _rendered(paper, form, template), form, internal=paper.internal)))
    elif len(typed) > 1 or days is not None or only is not None:
        raise UsageError(tr("a calendar holds one meeting, one series or all meetings"), tr("add --to pdf for a paper"))
    else:
        _calendar(workspace(common), typed[0] if typed else None, output, alarm)


def _form(to: Target | None, output: str) -> Target:
    """What to make: what `to` says or, without it, the extension of the file. Raises UsageError if these differ."""
    ending = Path(output).suffix.lower()
    meant = next((each for each in _TARGETS if ending in OUTPUTS[each].endings), None)
    if to and meant and to != meant:
        message = tr("{file} is the name of a {form} file", file=output, form=meant)
        raise UsageError(message, tr("leave --to {form} out", form=to))
    if output and not (to or meant or _is_folder(output)):
        message = tr("the name {file} does not say what to make", file=output)
        hint = tr("give it one of the extensions {endings}, or say with --to what to make", endings=", ".join(_ENDINGS))
        raise UsageError(message, hint)
    return to or meant or "ics"


def _expect_meeting(file: str, common: Common) -> None:
    """Raises UsageError if the name of a file is not that of a meeting too."""
    with read_agendas(workspace(common)) as index:
        is_known = file in index.ids
    if not is_known:
        message = tr("“{file}” is the name of a file, not of a meeting", file=file)
        raise UsageError(message, tr("write {option} {value}", option="--output", value=file))


def _calendar(place: Workspace, target: str | None, output: str | None, alarm: int | None) -> None:
    from briefcli.render.as_ics import render_ics
    from briefcli.render.wording import date_words

    speak_as_exported(place.settings())
    with read_agendas(place) as index, index.as_public() as public:
        found = export_of(index, public, meetings_typed(index, target, place), place.settings().rhythms)
        missing = missing_words(index)
    for meeting, item, when in found.left_out[:_NAMED]:
        warn(tr("left out: {meeting}: {title}: {date}", meeting=meeting, title=item, date=date_words(when)))
    if (more := len(found.left_out) - _NAMED) > 0:
        warn(count("left out: one more without a day; brief deadlines --all shows it",
                   "left out: {n} more without a day; brief deadlines --all shows them", more))  # fmt: skip
    if found.left_out:
        warn(tr("if an earlier export put these into a calendar, remove them there"))
    if not found.entries:
        what = tr("nothing in “{name}” has a known day", name=target) if target else tr("no agenda has a known day")
        raise NothingFound(what, tr("brief list shows what there is"))
    now = _moment(place.today)
    if output is not None and _is_folder(output):
        make_folder(Path(output))
        written = set[Path]()
        for stem, entries in by_calendar(found.entries).items():
            title = marked_title(entries[0].calendar, internal=place.internal)
            data = render_ics(entries, now, alarm, title, missing)
            written.add(store(Path(output, f"{stem}.ics"), data, "ics", internal=place.internal))
        for each in sorted(written):
            say(str(each))
        for each in sorted({*Path(output).glob("*.ics")} - written):  # such as the file of a series that is gone
            if each.is_file() and OUTPUTS["ics"].is_ours(read_input(str(each), _BEGINNING)):
                warn(tr("{file} is of an earlier export, and stays as it was", file=each))
        return
    title = marked_title(target or "brief", internal=place.internal)
    deliver(render_ics(found.entries, now, alarm, title, missing), output, "ics", internal=place.internal)


def _moment(today: date) -> datetime:
    """The current time, moved to the day that counts as today."""
    return datetime.now(UTC) + timedelta(days=(today - clock()).days)


def _is_folder(output: str) -> bool:
    return Path(output).is_dir() or output.endswith(("/", os.sep))


def _database(place: Workspace, typed: Sequence[str], output: str | None) -> None:
    """Write the public version of all agendas to one file, also with --internal. Raises UsageError."""
    from briefcli.index.database import database
    from briefcli.render.clean import harmless

    if typed:
        raise UsageError(tr("a database holds all meetings"), tr("leave “{name}” out", name=typed[0]))
    if place.internal:
        warn(tr("the database holds only the public version, even with --internal"))
    with read_agendas(place._replace(internal=False)) as index:
        data = database(index, __version__, place.today.isoformat(), harmless)
    deliver(data, output, "sqlite")


def _paper(place: Workspace, typed: Sequence[str], days: int | None, only: str | None) -> Paper:
    settings = place.settings()
    speak_as_exported(settings)
    style = settings.paper
    names = style.sections if only is None else [only]
    sections = [section for each in names for section in sections_named(each)]
    with read_agendas(place) as index:
        ids = chosen_ids(index, [meetings_typed(index, each, place) for each in typed], place.today, days)
        return make_paper(index, ids, place.today, style, sections or None, _logo(place, style.logo))


def _rendered(paper: Paper, form: str, template: str | None) -> bytes:
    match form:
        case "html":
            from briefcli.render.as_html import render_html

            return render_html(paper).encode()
        case "md":
            from briefcli.render.as_markdown import render_paper

            return render_paper(paper).encode()
        case "pdf":
            with needing(tr("PDF needs a library that is not installed"), tr(_PAPERS)):
                from briefcli.render.as_pdf import render_pdf

            made = render_pdf(paper)
            _warn_of_letters(made.missing)
            return made.data
        case _:
            with needing(tr("Word needs a library that is not installed"), tr(_PAPERS)):
                from briefcli.render.as_docx import converted, render_docx

            word = render_docx(paper, _read(template, _LARGEST_TEMPLATE) if template else None)
            return word if form == "docx" else converted(word)


def _warn_of_letters(missing: set[str]) -> None:
    """Warn of the letters that the PDF shows as white squares."""
    letters = [each for each in sorted(missing) if not any(each in other for other in missing - {each})]
    named = " ".join([*letters[:_SOME], *("…" for _ in letters[_SOME:][:1])])
    if letters:
        warn(count("no font here has this letter, so the PDF shows □: {letters}",
                   "no font here has these letters, so the PDF shows □: {letters}",
                   len(letters), letters=named))  # fmt: skip
        warn(tr("install a font that has these letters, or export docx or html"))


def _write_site(paper: Paper, folder: Path) -> None:
    """Write the web pages of a paper into a folder, which is created if necessary. Raises UsageError, BriefError."""
    from briefcli.render.as_html import INDEX_PAGE, SITE_PAGES, render_site

    is_page = folder.suffix.lower() in OUTPUTS["html"].endings  # of the name of one page
    named = marked_file(folder, internal=paper.internal)
    folder = named.with_suffix("") if is_page else named
    make_folder(folder)
    pages = render_site(paper)
    for name, text in pages.items():
        store(folder / name, text.encode(), "html", internal=False)
    if is_page:
        warn(tr("several meetings become a folder of pages: {folder}", folder=folder))
    earlier = (named, *(each for name in SITE_PAGES for each in folder.glob(name)))
    for each in earlier:  # what they say may be withheld or out of date by now
        data = read_input(str(each), _LARGEST_PAGE) if each.is_file() and each.name not in pages else b""
        if OUTPUTS["html"].is_ours(data):
            delete(each, data, str(each))
            warn(tr("{file} is removed: an earlier export made it", file=each))
    say(str(folder / INDEX_PAGE))


def _read(name: str, most: int) -> bytes:
    data = read_input(name, most + 1)
    if len(data) > most:
        raise BriefError(tr("{file} is too large", file=name), tr("keep it under {size} MB", size=most // 1_000_000))
    return data


def _logo(place: Workspace, name: str) -> Logo | None:
    """The logo that the settings name. Raises BriefError if it is not a small picture inside the agendas folder."""
    if not name:
        return None
    file, folder = place.root / name.replace("\0", "/"), place.root.resolve()
    if "\0" in name or not file.resolve().is_relative_to(folder):
        raise BriefError(tr("the logo {file} is outside the agendas folder", file=name), tr("copy it there"))
    data = _read(str(file), _LARGEST_LOGO)
    from briefcli.render.pictures import kind_and_size

    kind, width, height = kind_and_size(data)
    if kind is None:
        hint = tr("save it as PNG or JPEG: an SVG can hold scripts and pictures from elsewhere")
        raise BriefError(tr("the logo {file} is no PNG or JPEG", file=name), hint)
    if not 0 < min(width, height) <= max(width, height) <= _MOST_DOTS:
        raise BriefError(tr("the logo {file} is too large", file=name), tr("make it smaller than 4000 by 4000 dots"))
    return Logo(data, kind, width / height)
