"""The zip archive of a Word or OpenDocument file: opened within limits, before anything reads what it holds."""

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, NoReturn

from briefcli.errors import BriefError
from briefcli.memo.text import EXTRA

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_PART = 12_000_000  # bytes of XML: a memo of a hundred pages has about 2 million
MOST_PARTS = 4000
DEEPEST = 200  # levels of XML: a table within a table in a text box has about 40
IN_ROW = "\v"  # stands behind a cell of a table, when another follows in its row
LONGEST_LABEL = 40  # characters of a cell that can be the label of the next one
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
