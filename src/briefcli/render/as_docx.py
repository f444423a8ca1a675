"""A paper in Word, through a template: the one that comes along, or the ministry's own, run in Jinja's sandbox."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from briefcli.catalog import later, tr
from briefcli.errors import BriefError, UsageError
from briefcli.render.paper_parts import Run, parts_of
from briefcli.views.paper import Paper

_TEMPLATE = Path(__file__).parent / "templates" / "paper.docx"
_LARGEST = 50_000_000  # bytes of a template when unpacked
_WIDTH = 16.6  # cm between the margins of our template
_LINK = "#0b4f9e"
EXTRA = later("install it: pip install 'briefcli[papers]'")


def render_docx(paper: Paper, template: bytes | None = None) -> bytes:
    """Raises BriefError where the library is not there, UsageError for a template that cannot be used."""
    try:
        from docxtpl import DocxTemplate
        from jinja2 import TemplateError
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError as error:
        raise BriefError(tr("Word needs a library that is not installed"), tr(EXTRA)) from error
    data = _TEMPLATE.read_bytes() if template is None else template
    _require_sane(data)
    page = DocxTemplate(BytesIO(data))
    try:
        page.render(_context(page, paper), ImmutableSandboxedEnvironment(), autoescape=True)
    except TemplateError as error:
        raise UsageError(
            tr("the template cannot be used: {reason}", reason=str(error)), tr("brief help templates has its fields")
        ) from error
    except (KeyError, ValueError, TypeError, AttributeError, OSError, OverflowError) as error:
        raise UsageError(tr("this template is no Word document"), tr("save it in Word as .docx")) from error
    if template is None:
        for table in page.docx.tables:
            _fit(table)
    about = page.docx.core_properties
    about.title = parts_title(paper)
    about.author = about.last_modified_by = paper.style.maker
    about.language, about.comments, about.subject, about.keywords = "nl", "", "", ""
    out = BytesIO()
    page.save(out)
    return out.getvalue()


def parts_title(paper: Paper) -> str:
    """The title for a file's properties."""
    parts = parts_of(paper)
    return f"{parts['internal']}: {parts['title']}" if parts["internal"] else str(parts["title"])


def _require_sane(data: bytes) -> None:
    """Raises UsageError for what is no zip file, or would fill the memory."""
    try:
        with ZipFile(BytesIO(data)) as package:
            size = sum(each.file_size for each in package.infolist())
    except BadZipFile as error:
        raise UsageError(tr("this template is no Word document"), tr("save it in Word as .docx")) from error
    if size > _LARGEST:
        raise UsageError(tr("this template is too large"), tr("keep it under 50 MB"))


def _context(page: Any, paper: Paper) -> dict[str, Any]:
    """What a template can show: plain data, and runs of text that Word shows with their links."""
    parts = parts_of(paper)
    chapters = [_chapter(page, each) for each in parts["chapters"]]
    papers = _table(page, parts["papers"]) if parts["papers"] else None
    plain = {name: parts[name] for name in ("title", "internal", "made", "maker", "several", "words")}
    return plain | {"chapters": chapters, "papers": papers, "logo": _logo(page, paper)}


def _logo(page: Any, paper: Paper) -> Any:
    from docx.shared import Cm
    from docxtpl import InlineImage

    return InlineImage(page, BytesIO(paper.logo.data), height=Cm(1.6)) if paper.logo else ""


def _chapter(page: Any, chapter: dict[str, Any]) -> dict[str, Any]:
    notes = [
        _rich(page, [{"text": f"{each['number']}. "}, {"text": each["text"], "url": each["url"]}])
        for each in chapter["notes"]
    ]
    return {
        "id": chapter["id"],
        "title": chapter["plain_title"],
        "under": _rich(page, chapter["under"]),
        "parts": [part for node in chapter["nodes"] for part in _parts(page, node)],
        "notes": notes,
    }


def _parts(page: Any, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    match node["kind"]:
        case "heading":
            yield {"kind": "heading", "text": node["text"]}
        case "facts":
            for row in node["rows"]:
                label = {"text": f"{row['label']}: ", "bold": True}
                yield {"kind": "text", "text": _rich(page, [label, *row["runs"]])}
        case "list":
            yield from _items(page, node["items"], 1)
        case "table":
            yield _table(page, node)
        case _:
            yield {"kind": "text", "text": _rich(page, node["runs"])}


def _items(page: Any, items: Sequence[dict[str, Any]], level: int) -> Iterator[dict[str, Any]]:
    for each in items:
        label = [{"text": f"{each['label']} ", "bold": True}] if each["label"] else []
        yield {"kind": f"item{min(level, 3)}", "text": _rich(page, [*label, *each["runs"]])}
        yield from _items(page, each["items"], level + 1)


def _table(page: Any, table: dict[str, Any]) -> dict[str, Any]:
    rows = [[_rich(page, cell) for cell in row] for row in table["rows"]]
    return {"kind": "table", "title": table["title"], "columns": table["columns"], "rows": rows}


def _fit(table: Any) -> None:
    """Give each column room for its longest word, and share what is left by the longest cell of each."""
    from docx.shared import Cm

    columns = [[cell.text for cell in column.cells] for column in table.columns]
    least = [
        0.5 + 0.24 * min(max(len(word) for text in texts for word in (text.split() or [""])), 24) for texts in columns
    ]
    more = [min(max(map(len, texts)), 60) + 1 for texts in columns]
    left = max(_WIDTH - sum(least), 0)
    for column, needs, share in zip(table.columns, least, more, strict=True):
        column.width = Cm(needs + left * share / sum(more))
        for cell in column.cells:
            cell.width = column.width


def _rich(page: Any, runs: Sequence[Run]) -> Any:
    from docxtpl import RichText

    rich = RichText()
    for run in runs:
        form = {"bold": bool(run.get("bold")), "italic": bool(run.get("withheld")), "strike": bool(run.get("struck"))}
        link = {"url_id": page.build_url_id(run["url"]), "color": _LINK, "underline": True} if run.get("url") else {}
        rich.add(run["text"], **form, **link)
        if run.get("note"):
            rich.add(str(run["note"]), superscript=True)
    return rich
