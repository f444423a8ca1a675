"""Recognise the files that `brief export` wrote, so that it overwrites those and no other files."""

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Final, NamedTuple

WORD_MARK: Final = "brief"  # the identifier in the properties of the document
MARKDOWN_MARK: Final = "<!-- brief -->"
HTML_BEGINS: Final = "<!doctype html>\n<!-- brief -->"
MAIL_MARK: Final = ("X-Mailer", "brief")
DATABASE_MARK: Final = b"brie"  # SQLite's application id
_LONGEST: Final = 100_000  # bytes that are read of one file in a zip archive
PRODUCER: Final = "-//briefcli//brief//EN"


class Output(NamedTuple):
    """One format of exported files."""

    endings: tuple[str, ...]  # of file names
    is_ours: Callable[[bytes], bool]  # whether brief wrote these bytes and, if they say that, nobody saved them again


def _is_word(data: bytes) -> bool:
    """Whether the file is ours and still at revision 1: Word raises the revision each time it saves a file."""
    about = _part(data, "docProps/core.xml")
    return f"<dc:identifier>{WORD_MARK}<" in about and "<cp:revision>1<" in about


def _is_opendocument(data: bytes) -> bool:
    # LibreOffice makes our .odt files, and counts here how often a file was saved
    about = _part(data, "meta.xml")
    return "LibreOffice" in about and "<meta:editing-cycles>1</meta:editing-cycles>" in about


def _part(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, package.open(name) as part:
            return part.read(_LONGEST).decode("utf-8", "replace")
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, RuntimeError, ValueError):  # damaged, or has a password
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
