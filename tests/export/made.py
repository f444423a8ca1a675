"""Makes papers in every format, and extracts everything that can be read in such a file."""

import re
import subprocess
import zlib
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from briefcli.render.as_docx import render_docx
from briefcli.render.as_html import render_html, render_site
from briefcli.render.as_markdown import render_paper
from briefcli.render.as_pdf import render_pdf
from briefcli.settings import PaperStyle
from briefcli.views.paper import Logo, Paper, make_paper
from briefcli.workspace import Workspace

TODAY = date(2031, 3, 4)
STYLE = PaperStyle()


def paper_in(
    folder: Path, ids: Sequence[str], *, internal: bool = False, style: PaperStyle = STYLE, logo: Logo | None = None
) -> Paper:
    place = Workspace(root=folder, shown_as="agendas", internal=internal, today=TODAY)
    with place.open_index() as index:
        return make_paper(index, ids, TODAY, style, None, logo)


def all_forms(paper: Paper) -> dict[str, bytes]:
    return {
        "html": render_html(paper).encode(),
        "site": "".join(render_site(paper).values()).encode(),
        "md": render_paper(paper).encode(),
        "docx": render_docx(paper),
        "pdf": render_pdf(paper).data,
    }


def everything_in(form: str, data: bytes) -> str:
    """Everything that can be extracted: all parts of a Word file, or the streams, text and metadata of a PDF."""
    if form in {"docx", "odt"}:
        with ZipFile(BytesIO(data)) as package:
            xml = "\n".join(package.read(each).decode("utf-8", "replace") for each in package.namelist())
        return f"{xml}\n{re.sub('<[^>]*>', '', xml)}"
    if form == "pdf":
        # The offsets of objects may look like the number of a dossier
        raw = re.sub(rb"(?m)^[0-9]{10} [0-9]{5} [nf]|(?<=startxref\n)[0-9]+", b"", data)
        return f"{raw.decode('latin-1')}\n{_streams(data)}\n{text_of_pdf(data)}"
    return data.decode()


def _streams(data: bytes) -> str:
    found = []
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            found.append(stream.decode("latin-1"))
    return "\n".join(found)


def text_of_pdf(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    about = " ".join(str(each) for each in document.get_metadata_dict().values())
    return f"{text}\n{about}"


def ran(*command: str | Path) -> str:
    return subprocess.run([str(each) for each in command], capture_output=True, text=True, check=True).stdout
