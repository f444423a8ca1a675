"""A paper as a Word document, made in Jinja's sandbox from a template: the built-in one, or the ministry's own.

LibreOffice, if it is installed, converts the document to OpenDocument.
"""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.shared import Cm
from docxtpl import InlineImage, RichText
from jinja2 import TemplateError
from markupsafe import Markup

from briefcli.catalog import tr
from briefcli.errors import BriefError, UsageError
from briefcli.files.outputs import WORD_MARK
from briefcli.render.as_pdf import png_of
from briefcli.render.paper_parts import PAGE_WIDTH, Run, parts_of
from briefcli.render.word_parts import fit_tables, footnote_mark, use_style, write_footnotes
from briefcli.render.word_template import (
    MadeWhenShown,
    Sandbox,
    Template,
    checked_template,
    cut_loose,
    mark_every_page,
    why_not,
)
from briefcli.views.paper import Paper

_TEMPLATE = Path(__file__).parent / "templates" / "paper.docx"
# What the libraries raise for a damaged file; lxml's errors are subclasses of SyntaxError
_BROKEN = (
    ArithmeticError, AttributeError, LookupError, MemoryError, OSError, RecursionError, SyntaxError, TypeError,
    ValueError, PythonDocxError, OpcError,
)  # fmt: skip
_LONGEST_PROPERTY = 255  # characters that python-docx accepts
_LINK = "#0b4f9e"


def render_docx(paper: Paper, template: bytes | None = None) -> bytes:
    """The Word file. Raises UsageError for a template that cannot be used."""
    data, parts = _TEMPLATE.read_bytes() if template is None else checked_template(template), parts_of(paper)
    try:
        page = Template(BytesIO(data))
        content = _Content(page, [], [])
        cut_loose(page.get_docx())
        page.render(_context(content, parts, paper), Sandbox(), autoescape=True)
        if template is None:
            fit_tables(page.docx, content.tables)
            use_style(page.docx, paper.style)
        if paper.internal:
            mark_every_page(page.docx, parts["internal"])
        write_footnotes(page.docx, content.notes)
        about = page.docx.core_properties
        about.title = parts["document_title"][:_LONGEST_PROPERTY]
        about.author = about.last_modified_by = paper.style.maker[:_LONGEST_PROPERTY]
        about.identifier, about.revision = WORD_MARK, 1
        about.created = about.modified = datetime.combine(paper.made, time(12))  # else those of the template
        about.language, about.comments, about.subject, about.keywords = "nl", "", "", ""
        out = BytesIO()
        page.save(out)
    except TemplateError as error:
        message = tr("the template cannot be used: {reason}", reason=why_not(error))
        raise UsageError(message, tr("brief help templates has its fields")) from error
    except _BROKEN as error:
        raise UsageError(tr("this template is no Word document"), tr("save it in Word as .docx")) from error
    return out.getvalue()


class _Content(NamedTuple):
    """What is collected while the texts are made: each footnote and its address, and the columns of each table."""

    page: Any
    notes: list[tuple[str, str]]
    tables: list[list[dict[str, Any]]]


def _context(content: _Content, parts: dict[str, Any], paper: Paper) -> dict[str, Any]:
    """What a template can show: plain data, and runs of text that Word shows with their links."""
    chapters = [_chapter(content, each, number) for number, each in enumerate(parts["chapters"])]
    titles = (_xml_of(each["plain_title"], color=_LINK, underline=True) for each in parts["chapters"])
    links = [_markup(f'<w:hyperlink w:anchor="m{n}">{title}</w:hyperlink>') for n, title in enumerate(titles)]
    papers = _table(content, parts["papers"]) if parts["papers"] else None
    plain = {name: parts[name] for name in ("title", "internal", "made", "maker", "several", "words")}
    logo = _picture(content, paper.logo.data, parts["logo_words"], height=parts["logo_height"]) if paper.logo else ""
    road = _road(content, parts["road"])
    return plain | {"chapters": chapters, "contents": links, "road": road, "papers": papers, "logo": logo}


def _chapter(content: _Content, chapter: dict[str, Any], number: int) -> dict[str, Any]:
    """The fields of one meeting; its heading has a bookmark, to which the contents link."""
    title = chapter["plain_title"]
    return {
        "id": chapter["id"],
        "title": title,
        "heading": _markup(
            f'<w:bookmarkStart w:id="{number}" w:name="m{number}"/>{_xml_of(title)}<w:bookmarkEnd w:id="{number}"/>'
        ),
        "under": _rich(content, chapter["under"]),
        "road": _road(content, chapter["road"]),
        "parts": [part for node in chapter["nodes"] for part in _parts(content, node)],
        "notes": [_rich(content, [each]) for each in chapter["notes"]],
    }


def _parts(content: _Content, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    match node["kind"]:
        case "heading":
            yield node
        case "facts":
            for row in node["rows"]:
                label = {"text": f"{row['label']}: ", "bold": True}
                yield {"kind": "text", "text": _rich(content, [label, *row["runs"]])}
        case "list":
            yield from _items(content, node["items"], 1)
        case "table":
            yield _table(content, node)
        case _:
            yield {"kind": "text", "text": _rich(content, node["runs"])}


def _items(content: _Content, items: Sequence[dict[str, Any]], level: int) -> Iterator[dict[str, Any]]:
    for each in items:
        label = [{"text": f"{each['label']} ", "bold": True}] if each["label"] else []
        yield {"kind": f"item{min(level, 3)}", "text": _rich(content, [*label, *each["runs"]])}
        yield from _items(content, each["items"], level + 1)


def _table(content: _Content, table: dict[str, Any]) -> dict[str, Any]:
    content.tables.append(table["columns"])
    return table | {"rows": [[_rich(content, cell) for cell in row] for row in table["rows"]]}


def _road(content: _Content, pictures: Sequence[dict[str, str]]) -> list[Any]:
    return [_picture(content, png_of(each["svg"]), each["words"], width=PAGE_WIDTH) for each in pictures]


def _picture(content: _Content, data: bytes, words: str, **size: float) -> Any:
    """A picture with its alternative text; its `width` or `height` in centimetres."""
    image = InlineImage(content.page, BytesIO(data), **{side: Cm(each) for side, each in size.items()})
    described = f"<wp:docPr descr={quoteattr(words)} "
    close = '<wp:inline distT="0" distB="0" distL="0" distR="0" '  # else LibreOffice indents it
    return MadeWhenShown(lambda: str(image).replace("<wp:docPr ", described, 1).replace("<wp:inline ", close, 1))


def _xml_of(text: str, **form: Any) -> str:
    rich = RichText()
    rich.add(text, **form)
    return str(rich.xml)


def _markup(xml: str) -> str:
    """The XML as a string that Jinja does not escape: a template could call the methods of any other object."""
    return Markup(xml)  # noqa: S704  # made of escaped texts


def _rich(content: _Content, runs: Sequence[Run]) -> Any:
    xml = ""
    for run in runs:
        form = {"bold": bool(run.get("bold")), "italic": bool(run.get("withheld")), "strike": bool(run.get("struck"))}
        url = run.get("url")
        link = {"url_id": content.page.build_url_id(url), "color": _LINK, "underline": True} if url else {}
        xml += _xml_of(run["text"], **form, **link)
        if run.get("note"):
            xml += footnote_mark(content.notes, run["cited"], run["url"])
    return _markup(xml)


def converted(docx: bytes, form: str = "odt") -> bytes:
    """The Word file in another format that LibreOffice writes. Raises BriefError if LibreOffice is missing or fails."""
    program = next((found for each in ("soffice", "libreoffice") if (found := shutil.which(each))), None)
    if program is None:
        raise BriefError(tr("LibreOffice is not installed, and it makes the .odt"), tr("install it, or export docx"))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "paper.docx"
        file.write_bytes(docx)
        profile = (Path(folder) / "profile").as_uri()  # its own, as LibreOffice may be open with the user's
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir", folder]
        try:
            subprocess.run([*command, str(file)], capture_output=True, check=True, timeout=120)  # noqa: S603
            return file.with_suffix(f".{form}").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            message = tr("LibreOffice could not make the .{form}", form=form)
            raise BriefError(message, tr("export docx, and open that")) from error
