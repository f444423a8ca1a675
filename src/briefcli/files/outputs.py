"""How a file that `brief export` made is known again, so that it may be replaced and nobody else's file is."""

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Final, NamedTuple

WORD_MARK: Final = "brief"  # the identifier in a paper's properties
MARKDOWN_MARK: Final = "<!-- brief -->"
HTML_BEGINS: Final = "<!doctype html>\n<!-- brief -->"
MAIL_MARK: Final = ("X-Mailer", "brief")
DATABASE_MARK: Final = b"brie"  # as SQLite's application id
_LONGEST: Final = 100_000  # characters of a part of a package
PRODUCER: Final = "-//briefcli//brief//EN"


class Output(NamedTuple):
    """The endings of the names of such files, and whether these bytes are of one that nobody changed since."""

    endings: tuple[str, ...]
    is_ours: Callable[[bytes], bool]


def _is_word(data: bytes) -> bool:
    """Word counts each time that it saves it."""
    about = _part(data, "docProps/core.xml")
    return f"<dc:identifier>{WORD_MARK}<" in about and "<cp:revision>1<" in about


def _is_opendocument(data: bytes) -> bool:
    about = _part(data, "meta.xml")
    return "LibreOffice" in about and "<meta:editing-cycles>1</meta:editing-cycles>" in about


def _part(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, package.open(name) as part:
            return part.read(_LONGEST).decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, RuntimeError, ValueError):  # damaged, or locked
        return ""


OUTPUTS: Final = {
    "ics": Output((".ics",), lambda data: f"PRODID:{PRODUCER}".encode() in data[:200]),
    "html": Output((".html", ".htm"), lambda data: data.startswith(HTML_BEGINS.encode())),
    "md": Output((".md", ".markdown", ".txt"), lambda data: data.rstrip().endswith(MARKDOWN_MARK.encode())),
    "pdf": Output((".pdf",), lambda data: data.startswith(b"%PDF-") and b"Typst" in data),
    "docx": Output((".docx",), _is_word),
    "odt": Output((".odt",), _is_opendocument),
    "eml": Output((".eml",), lambda data: f"{MAIL_MARK[0]}: {MAIL_MARK[1]}".encode() in data[:2_000]),
    "sqlite": Output((".db", ".sqlite", ".sqlite3"), lambda data: data[68:72] == DATABASE_MARK),
}
