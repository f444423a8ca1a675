"""Open the zip archive of a Word or OpenDocument file, within limits that stop files built to do harm."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder  # builds only; defusedxml parses

from briefcli.catalog import tr
from briefcli.errors import BriefError
from briefcli.memo.extract.properties import told
from briefcli.memo.text import DOCUMENTS_EXTRA

# For all parts of one file together: a memo of a hundred pages has about 2 million bytes of XML and 60,000 elements
LARGEST = 24_000_000
MOST_ELEMENTS = 200_000
MOST_PARTS = 4000
DEEPEST = 200  # levels of XML: a table within a table in a text box has about 40
_ENTRY = b"PK\x01\x02"  # starts each entry in the central directory of a zip archive
_STRICT = re.compile(r"\{http://purl\.oclc\.org/ooxml/(?P<what>\w+)/(?P<rest>\w+\})")
# The properties that Word, SharePoint and OpenDocument programs write
_PROPERTIES = re.compile(r"docProps/(?:core|custom|app)\.xml|customXml/item[0-9]+\.xml|meta\.xml", re.IGNORECASE)
_OF_SHAREPOINT = b"documentManagement"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """The parts of one office file. The limits apply to all parts together: beyond them it raises OverflowError."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        if content.count(_ENTRY) > MOST_PARTS:
            raise OverflowError
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            self.parts = {info.filename: info for info in self._archive.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self.broken() from error
        self._names = {part.lower(): part for part in self.parts}  # part names in Open XML are case-insensitive
        self._bytes_left = LARGEST
        self._elements_left = MOST_ELEMENTS

    def tree(self, part: str) -> Element | None:
        """One part as XML, or None if there is no such part. Raises BriefError if it is broken."""
        name = self._names.get(part.lower())
        return None if name is None else self._parsed(self._bytes(name))

    def related(self, part: str) -> dict[str, dict[str, str]]:
        """Return the paths that a part (`""`: the file) refers to, by type of relation (`styles`) and relation id."""
        folder, _, file = part.rpartition("/")
        tree = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, dict[str, str]] = {}
        for relation in tree.iter(_RELATION) if tree is not None else ():
            target, sort = relation.get("Target") or "", (relation.get("Type") or "").rpartition("/")[2]
            if relation.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found.setdefault(sort, {})[relation.get("Id") or path] = path
        return found

    def properties(self) -> Iterator[str]:
        """What the properties of the file say, such as its keywords or its sensitivity label."""
        for part in filter(_PROPERTIES.fullmatch, self.parts):
            is_own = part.startswith("customXml")  # of a program that made the file, unless it is of SharePoint
            tree = None if is_own and _OF_SHAREPOINT not in self._bytes(part) else self.tree(part)
            for each in tree.iter() if tree is not None else ():
                usual = each.tag.rpartition("}")[2] if is_own and not len(each) else ""
                name = next((value for key, value in each.items() if key.endswith("name")), usual)
                value = "".join(each.itertext()).strip()
                is_part = each.tag.endswith("str")  # lpwstr: the value of a property that has a name
                if value and (name or not len(each)) and not is_part:
                    yield told(name, value)

    def _bytes(self, part: str) -> bytes:
        info = self.parts[part]
        if info.flag_bits & 1:
            raise self.locked()
        if info.file_size > self._bytes_left:
            raise OverflowError
        try:
            with self._archive.open(info) as opened:
                data = opened.read(self._bytes_left + 1)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, zlib.error) as error:
            raise self.broken() from error
        self._bytes_left -= len(data)
        if self._bytes_left < 0:  # the archive may declare a smaller size than a part has
            raise OverflowError
        return data

    def _parsed(self, data: bytes) -> Element:
        try:
            from defusedxml import DefusedXmlException
            from defusedxml.ElementTree import DefusedXMLParser, ParseError
        except ImportError as error:
            message = tr("reading Word and OpenDocument needs the library defusedxml, which is not installed")
            raise BriefError(message, tr(DOCUMENTS_EXTRA)) from error
        builder = _Bounded(self._elements_left)
        parser = DefusedXMLParser(target=builder, forbid_dtd=True)
        try:
            parser.feed(data)  # in one call: given pieces, expat starts a long token again with each
            root: Element = parser.close()
        except DefusedXmlException as error:
            raise OverflowError from error
        except (ParseError, ValueError, LookupError) as error:
            raise self.broken() from error
        self._elements_left = builder.elements_left
        return root

    def locked(self) -> BriefError:
        message = tr("{name} is protected with a password", name=self.name)
        return BriefError(message, tr("save it without a password first"))

    def broken(self) -> BriefError:
        message = tr("{name} is a broken file", name=self.name)
        return BriefError(message, tr("open it in a word processor and save it again"))


class _Bounded(TreeBuilder):
    """Builds a tree. Raises OverflowError as soon as the tree is too deep or has more than `most` elements."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._levels, self.elements_left = DEEPEST, most

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._levels -= 1
        self.elements_left -= 1
        if self._levels < 0 or self.elements_left < 0:
            raise OverflowError
        if _STRICT.match(tag):
            tag, attrs = _usual(tag), {_usual(name): value for name, value in attrs.items()}
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._levels += 1
        return super().end(tag)


def _usual(name: str) -> str:
    """Turn a name of Strict Open XML into the usual one, which has another namespace: `…/main` → `…/2006/main`."""
    return _STRICT.sub(r"{http://schemas.openxmlformats.org/\g<what>/2006/\g<rest>", name)
