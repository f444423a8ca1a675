"""Minimal files in the formats of memos, made by code: they have only what a test needs."""

import io
import zipfile
from pathlib import Path
from unittest import mock

from briefcli.memo.extract import pdf as pdf_reading
from briefcli.memo.extract import pdf_worker
from briefcli.memo.extract.source import read_memo
from briefcli.memo.text import MemoText

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SORT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_OPEN = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in {
        "office": "office", "text": "text", "style": "style", "fo": "xsl-fo-compatible", "table": "table",
        "draw": "drawing", "svg": "svg-compatible",
    }.items()
)  # fmt: skip


HIDDEN = "Geheimpje"  # a word that no reader of the file sees; the next one is visible
SEEN = "Zichtbaar"


def run(text: str, properties: str = "") -> str:
    """A piece of text in Word."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(runs: str, properties: str = "") -> str:
    """A paragraph in Word."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def archive(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def word(body: str, styles: str = "", *, main: str = "word/document.xml", parts: dict[str, str] | None = None) -> bytes:
    """A Word file with its text in the part `main`. Other `parts` are named after their type of relation."""
    others = {"styles": styles, **(parts or {})}
    related = "".join(
        f'<Relationship Id="{name}" Type="{_SORT}{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in others
    )
    folder, _, file = main.rpartition("/")
    return archive(
        {
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
            f'<Relationship Id="a" Type="{_SORT}officeDocument" Target="/{main}"/></Relationships>',
            f"{folder}/_rels/{file}.rels": f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>',
            main: f"<w:document {_NAMES}>{body if body.startswith('<w:background') else f'<w:body>{body}</w:body>'}"
            "</w:document>",
            **{f"{folder}/{name}.xml": f"<w:{_root(name)} {_NAMES}>{part}</w:{_root(name)}>"
               for name, part in others.items()},
        }
    )  # fmt: skip


def _root(part: str) -> str:
    return {"header": "hdr", "footer": "ftr"}.get(part.rstrip("0123456789"), part)


def opendocument(body: str, automatic: str = "", common: str = "", masters: str = "") -> bytes:
    styles = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    text = f"{styles}<office:body><office:text>{body}</office:text></office:body>"
    shared = f"<office:styles>{common}</office:styles><office:master-styles>{masters}</office:master-styles>"
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_OPEN}>{text}</office:document-content>",
            "styles.xml": f"<office:document-styles {_OPEN}>{shared}</office:document-styles>",
        }
    )


def pdf(*pages: str, catalog: str = "", objects: tuple[bytes, ...] = (), resources: str = "") -> bytes:
    """A PDF with an A4 page for each stream of drawing operators. `objects` get numbers from 4 + 2 × pages on."""
    first = 4
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    made = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, stream in enumerate(pages):
        made.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 1 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {resources} >> >>".encode()
        )
        made.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream".encode())
    return numbered([*made, *objects])


def numbered(objects: list[bytes]) -> bytes:
    """A PDF of these objects; the first is its catalog."""
    made = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def read_here(data: bytes, name: Path = Path("memo")) -> MemoText:
    """The text of a memo. A PDF is read in this process: a separate one takes ten times as long as reading a page."""
    with mock.patch.object(pdf_reading, "_asked", pdf_worker._answer):
        return read_memo(name, data)
