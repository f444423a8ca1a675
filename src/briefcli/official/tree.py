"""XML as a small tree in which every element knows its line. Entities are refused: they could grow without end."""

from collections.abc import Iterator
from xml.parsers import expat  # entities are refused below

import msgspec

from briefcli.catalog import tr

DEEPEST = 100  # the deepest file of the House has 12


class XmlError(Exception):
    """The file is no XML that may be read; `line` and `column` count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class Element(msgspec.Struct):
    """One element, its name and those of its attributes without their namespaces."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list["Element"] = []
    text: str = ""

    def walk(self, name: str) -> Iterator["Element"]:
        """Every element of this name, itself included, in order; none inside another."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element.name == name:
                yield element
            else:
                waiting.extend(reversed(element.children))

    def first(self, name: str) -> "Element | None":
        return next(self.walk(name), None)

    def words(self, name: str) -> str:
        """The text of the first element of this name that has one."""
        return next((" ".join(found.text.split()) for found in self.walk(name) if found.text.strip()), "")


def parse_xml(data: bytes) -> Element:
    """The root of the file. Raises XmlError."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    root = Element("", {}, 1, 1)
    path = [root]

    def refuse(message: str) -> None:
        raise XmlError(message, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(path) > DEEPEST:
            refuse(tr("elements are nested too deep"))
        plain = {_local(key): value for key, value in attributes.items()}
        element = Element(_local(name), plain, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        path[-1].children.append(element)
        path.append(element)

    def end(_: str) -> None:
        path.pop()

    def text(words: str) -> None:
        path[-1].text += words

    def entity(*_: object) -> None:
        refuse(tr("the file declares entities, which are not read"))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)  # noqa: FBT003  # the whole file at once
    except expat.ExpatError as error:
        raise XmlError(tr("this cannot be read as XML"), error.lineno, error.offset + 1) from error
    except (ValueError, LookupError) as error:  # an encoding that does not exist
        raise XmlError(tr("the encoding of the file is not known"), 1, 1) from error
    return root.children[0]


def _local(name: str) -> str:
    return name.rpartition(":")[2]
