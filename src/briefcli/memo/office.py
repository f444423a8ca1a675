"""Word and OpenDocument files are zip archives of XML: opened here, within limits, before anything reads them."""

import io
import zipfile
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn

from briefcli.errors import BriefError
from briefcli.memo.source import EXTRA
from briefcli.memo.text import LARGEST_TEXT, Line, MemoText, clean, memo_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_PART = 12_000_000  # bytes of XML: a memo of a hundred pages has about 2 million
MOST_PARTS = 4000
DEEPEST = 200  # levels of XML: a table within a table in a text box has about 40
IN_ROW = "\v"  # stands behind a cell of a table, when another follows in its row
LONGEST_LABEL = 40  # characters of a cell that can be the label of the next one
_TORN = 0.05  # share of paragraphs that break off in a sentence; of written paragraphs it is almost none
_BROKEN_HINT = "open it in a word processor and save it anew"


class Package:
    """The parts of one office file."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            self.parts = {info.filename: info for info in self._archive.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise BriefError(f"{name} is a broken file", _BROKEN_HINT) from error
        if len(self.parts) > MOST_PARTS:
            self._refuse_bomb()

    def tree(self, part: str) -> "Element | None":
        """One part as XML, or None where the file has no such part. Raises BriefError for what may do harm."""
        if part not in self.parts:
            return None
        return self._parsed(self._bytes(part))

    def _bytes(self, part: str) -> bytes:
        info = self.parts[part]
        if info.flag_bits & 1:
            raise BriefError(f"{self.name} is protected with a password", "save it without a password first")
        if info.file_size > LARGEST_PART:
            self._refuse_bomb()
        try:
            with self._archive.open(info) as opened:
                data = opened.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, zlib.error) as error:
            raise BriefError(f"{self.name} is a broken file", _BROKEN_HINT) from error
        if len(data) > LARGEST_PART:  # the size that the archive declares need not be true
            self._refuse_bomb()
        return data

    def _parsed(self, data: bytes) -> "Element":
        try:
            from defusedxml import DefusedXmlException
            from defusedxml.ElementTree import ParseError, iterparse
        except ImportError as error:
            raise BriefError(
                "reading Word and OpenDocument needs the library defusedxml, which is not installed", EXTRA
            ) from error
        depth = 0
        root: Element | None = None
        try:
            for event, element in iterparse(io.BytesIO(data), events=("start", "end"), forbid_dtd=True):
                depth += 1 if event == "start" else -1
                root = element if root is None else root
                if depth > DEEPEST:
                    self._refuse_bomb()
        except DefusedXmlException:
            self._refuse_bomb()
        except (ParseError, ValueError, LookupError) as error:
            raise BriefError(f"{self.name} is a broken file", _BROKEN_HINT) from error
        if root is None:
            raise BriefError(f"{self.name} is a broken file", _BROKEN_HINT)
        return root

    def _refuse_bomb(self) -> NoReturn:
        raise BriefError(
            f"{self.name} is built to overwhelm the program that opens it, or far too large for a memo",
            "ask the sender for a PDF",
        )


def read_office(name: str, content: bytes) -> MemoText:
    """The lines of a Word or OpenDocument file. Raises BriefError for any other archive."""
    package = Package(name, content)
    if "word/document.xml" in package.parts:
        from briefcli.memo.word import word_lines

        lines, remarks = word_lines(package)
    elif "content.xml" in package.parts:
        from briefcli.memo.opendocument import opendocument_lines

        lines, remarks = opendocument_lines(package)
    else:
        raise BriefError(f"{name} is no Word or OpenDocument text", "give the memo itself, not an archive")
    lines = _spaced(lines)
    if sum(map(len, lines)) > LARGEST_TEXT:
        raise BriefError(f"{name} holds more text than a memo can", "give the memo alone, without its annexes")
    if not any(line.strip() for line in lines):
        raise BriefError(f"{name} has no text", "it may hold images only: make it searchable (OCR) first")
    return memo_text([Line(clean(line), None, number) for number, line in enumerate(lines, start=1)], remarks)


def _spaced(paragraphs: list[str]) -> list[str]:
    """The paragraphs with an empty line after each, unless they are printed lines that were pasted one by one."""
    written = [text.strip() for text in paragraphs if text.strip()]
    in_row = [text.endswith(IN_ROW) for text in paragraphs]
    pairs = list(pairwise(written))
    torn = sum(below[0].islower() and above[-1] not in ".;:" for above, below in pairs)
    if torn > max(len(pairs) * _TORN, 1):
        return paragraphs
    spaced: list[str] = []
    for text, goes_on in zip(paragraphs, in_row, strict=True):
        spaced += [text] if goes_on or not text.strip() else [text, ""]
    return spaced
