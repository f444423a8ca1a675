"""Parses XML to a small tree in which every element knows its place. Entities are refused: they can grow endlessly."""

from collections.abc import Callable, Iterator
from xml.parsers import expat  # entities are refused below

import msgspec

from briefcli.catalog import tr

_MARKUP = {"b", "em", "i", "span", "strong", "sub", "sup", "u"}  # its text belongs to the element around it
DEEPEST = 100  # levels; the deepest file of the House has 12


class XmlError(Exception):
    """The file is not XML that may be read. The arguments are a message, and the line and column as a tuple."""


class Element(msgspec.Struct):
    """One element. Its name and its attributes' names have no namespaces. `place` is its line and column."""

    name: str
    attributes: dict[str, str] = {}
    place: tuple[int, int] = (1, 1)
    children: list["Element"] = []
    text: str = ""

    def outermost(self, is_wanted: Callable[["Element"], bool]) -> Iterator["Element"]:
        """Every wanted element, in order, itself included. Elements inside a wanted one are left out."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if is_wanted(element):
                yield element
            else:
                waiting.extend(reversed(element.children))

    def walk(self, name: str) -> Iterator["Element"]:
        return self.outermost(lambda each: each.name == name)

    def words(self, name: str) -> str:
        """The text of the first element of this name that has text; empty if none has."""
        return next((" ".join(found.text.split()) for found in self.walk(name) if found.text.strip()), "")


def parse_xml(data: bytes) -> Element:
    """The root of the file. Raises XmlError."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    root = Element("")
    path = [root]

    def place() -> tuple[int, int]:
        return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(path) > DEEPEST:
            raise XmlError(tr("elements are nested too deep"), place())
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(":")[2], plain, place())
        path[-1].children.append(element)
        path.append(element)

    def text(words: str) -> None:
        path[-1].text += words

    def end(_: str) -> None:
        done = path.pop()
        if done.name in _MARKUP:
            path[-1].text += done.text

    def entity(*_: object) -> None:
        raise XmlError(tr("the file declares entities, which are not read"), place())

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)  # noqa: FBT003  # the whole file at once
    except expat.ExpatError as error:
        raise XmlError(tr("this cannot be read as XML"), (error.lineno, error.offset + 1)) from error
    except (ValueError, LookupError) as error:  # an encoding that does not exist
        raise XmlError(tr("the encoding of the file is not known"), (1, 1)) from error
    return root.children[0]
