"""Papers of meetings: chosen, made in the form that is asked for, and written."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from briefcli.catalog import count, tr
from briefcli.cli.output import read_agendas, say, warn, write
from briefcli.cli.starting import speak_as_exported
from briefcli.errors import BriefError, UsageError
from briefcli.files.read import read_input
from briefcli.files.write import write_output
from briefcli.views.paper import Logo, Paper, chosen_ids, make_paper
from briefcli.views.show import sections_named
from briefcli.workspace import Workspace

_BEGINS = {"docx": b"PK\x03\x04", "odt": b"PK\x03\x04", "pdf": b"%PDF-", "md": b"# "}
_LARGEST_LOGO, _LARGEST_TEMPLATE = 1_000_000, 10_000_000  # bytes
_MOST_DOTS = 4_000  # of a logo, wide and high
_SOME = 20  # letters that are named


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked on the command line."""

    meetings: Sequence[str]
    days: int | None
    only: str | None
    form: str
    output: str | None
    template: str | None


def export_paper(place: Workspace, wanted: Wanted) -> None:
    """Raises UsageError for what does not go together, BriefError where it cannot be made."""
    if wanted.template is not None and wanted.form not in {"docx", "odt"}:
        raise UsageError(tr("a template is for Word"), tr("add --to docx"))
    if wanted.output in {None, "-"} and wanted.form not in {"html", "md"}:
        raise UsageError(
            tr("a {form} file cannot be shown on the screen", form=wanted.form), tr("name a file: --output FILE")
        )
    settings = place.settings()
    speak_as_exported(settings)
    style = settings.paper
    names = style.sections if wanted.only is None else [wanted.only]
    sections = [section for each in names for section in sections_named(each)]
    with read_agendas(place) as index:
        ids = chosen_ids(index, wanted.meetings, place.today, wanted.days)
        paper = make_paper(index, ids, place.today, style, sections or None, _logo(place))
    if wanted.form == "html" and len(ids) > 1 and wanted.output not in {None, "-"}:
        _write_site(paper, Path(str(wanted.output)))
        return
    data = _rendered(paper, wanted)
    if wanted.output in {None, "-"}:
        write(data.decode(), exact=True)
        return
    file = _marked(Path(str(wanted.output)), internal=paper.internal)
    write_output(file, data, _begins(wanted.form))
    say(str(file))


def _rendered(paper: Paper, wanted: Wanted) -> bytes:
    match wanted.form:
        case "html":
            from briefcli.render.as_html import render_html

            return render_html(paper).encode()
        case "md":
            from briefcli.render.as_markdown import render_paper

            return render_paper(paper).encode()
        case "pdf":
            from briefcli.render.as_pdf import render_pdf

            made = render_pdf(paper)
            _warn_of_letters(made.missing)
            return made.data
        case form:
            from briefcli.render.as_docx import render_docx
            from briefcli.render.as_odt import converted

            template = _read(wanted.template, _LARGEST_TEMPLATE) if wanted.template else None
            word = render_docx(paper, template)
            return word if form == "docx" else converted(word)


def _warn_of_letters(missing: dict[str, str]) -> None:
    """Name the letters that the PDF shows as white squares, by meeting."""
    for meeting in dict.fromkeys(missing.values()):
        here = [letter for letter, where in missing.items() if where == meeting]
        letters = [each for each in here if not any(each in other for other in here if other != each)]
        warn(
            count(
                "no font here has this letter, so the PDF shows □: {letters} (in {meeting})",
                "no font here has these letters, so the PDF shows □: {letters} (in {meeting})",
                len(letters),
                letters=" ".join([*letters[:_SOME], *("…" for _ in letters[_SOME:][:1])]),
                meeting=meeting,
            )
        )
    if missing:
        warn(tr("install a font that has these letters, or export docx or html"))


def _write_site(paper: Paper, folder: Path) -> None:
    """Pages into a folder that is empty, or holds such pages."""
    from briefcli.render.as_html import INDEX, render_site

    folder = _marked(folder, internal=paper.internal)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(tr("{file} is no folder", file=folder), tr("give another name with --output")) from error
    for name, text in render_site(paper).items():
        write_output(folder / name, text.encode(), _begins("html"))
    say(str(folder / INDEX))


def _begins(form: str) -> bytes:
    from briefcli.render.as_html import BEGINS

    return _BEGINS.get(form, BEGINS)


def _marked(file: Path, *, internal: bool) -> Path:
    """The name as given; that of an internal paper gets a word that says so to every finder."""
    word = tr("INTERN-niet-openbaar")
    return file.with_stem(f"{file.stem}-{word}") if internal and word not in file.name else file


def _read(name: str, most: int) -> bytes:
    data = read_input(name, most + 1)
    if len(data) > most:
        raise BriefError(tr("{file} is too large", file=name), tr("keep it under {size} MB", size=most // 1_000_000))
    return data


def _logo(place: Workspace) -> Logo | None:
    """The logo of the settings. Raises BriefError for anything but a small picture inside the agendas folder."""
    name = place.settings().paper.logo
    if not name:
        return None
    file, folder = place.root / name.replace("\0", "/"), place.root.resolve()
    if "\0" in name or not file.resolve().is_relative_to(folder):
        raise BriefError(tr("the logo {file} lies outside the folder of the agendas", file=name), tr("copy it there"))
    data = _read(str(file), _LARGEST_LOGO)
    from briefcli.render.pictures import kind_and_size

    kind, width, height = kind_and_size(data)
    if kind is None:
        hint = tr("save it as PNG or JPEG: an SVG can hold scripts and pictures from elsewhere")
        raise BriefError(tr("the logo {file} is no PNG or JPEG", file=name), hint)
    if not 0 < max(width, height) <= _MOST_DOTS:
        raise BriefError(tr("the logo {file} is too large", file=name), tr("make it smaller than 4000 by 4000 dots"))
    return Logo(data, kind)
