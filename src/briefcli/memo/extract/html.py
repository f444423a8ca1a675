"""Turn the paragraphs of a mail or web page in HTML into lines, without text that its styles hide.

Tags open and close elements as in the HTML standard, so that a broken tag hides the same text here as in a mail
program. The running time grows linearly with the length of the text.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

import msgspec

from briefcli.memo.extract.looks import Look
from briefcli.memo.extract.office import CellPlace, ListLabel, ListLevel, OfficeParagraph, OfficeReader
from briefcli.memo.extract.properties import told
from briefcli.memo.extract.style_sheets import Attributes, StyleSheets
from briefcli.memo.text import FileText, words_of_file_name

_DEEPEST = 500  # nested elements: mail programs stop there as well
_MOST_TAGS = 100_000  # a mail of ten thousand lines has 80,000
_RAW = {"script", "style", "title", "iframe", "noembed", "noframes", "template"}  # their content is not text
_SAID = r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+("[^"]*+"?|'[^']*+'?|[^\s>]*+))?"""  # an attribute and its value
_ATTRIBUTE = re.compile(_SAID)
# What is never closed goes on to the end of the text, as in a browser
_TAG = re.compile(
    r"<!(?=--).*?(?:--!?>|\Z)"  # a comment
    rf"|<(?P<name>(?P<raw>{'|'.join(sorted(_RAW))})(?=[\s/>])|/?[a-z][^\s/>]*+)(?P<said>(?>(?:{_SAID})*))[\s/]*+(?:>|\Z)"
    r"(?(raw)(?P<held>.*?)(?=</(?P=raw)[\s/>]|\Z))"
    r"|<[!?/][^>]*+(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_PROPERTY = re.compile(r"<o:([^<>\s]+)(?:\s[^<>]*)?>([^<>]+)</o:")  # of a page that Word or Outlook saved
_COMMENT = re.compile(r"<!--(?!\[)([^<>]{1,500})-->")  # LibreOffice puts the comments of colleagues in these
# Elements that have no content and no end tag
_ALONE = {"hr", "img", "meta", "link", "input", "col", "base", "wbr", "area", "embed", "source", "track", "param"}
_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "td", "th", "thead", "tbody",
    "tfoot", "caption", "blockquote", "pre", "hr", "section", "article", "header", "footer", "main", "dl", "dt", "dd",
    "center", "form", "fieldset", "address", "body", "html", "figure", "figcaption", "nav", "aside", "details",
    "summary", "legend", "option", "dialog", "menu", "hgroup", "search", "noscript",
}  # fmt: skip
# If the paragraph or other block around these ends first, they continue after it, until their own end tag
_GOES_ON = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_CELLS = {"td", "th"}
_BOUNDS = {"td", "th", "table", "caption"}  # an end tag inside these closes no element outside them
_TABLE = _BOUNDS | {"tr", "thead", "tbody", "tfoot"}
# By start tag: the open elements that it closes, unless an element of the second set is open inside them
_ENDS: dict[str, tuple[set[str], set[str]]] = {
    "li": ({"li"}, _BOUNDS | {"ul", "ol", "blockquote"}), "tr": ({"tr"}, {"table"}),
    **dict.fromkeys(_CELLS, (_CELLS, {"table"})), **dict.fromkeys(("dt", "dd"), ({"dt", "dd"}, _BOUNDS | {"dl"})),
}  # fmt: skip

_COMMENT_LINK = re.compile(r"#cmnt(?P<back>_ref)?[0-9]+\Z")  # of Google Docs
_Token = tuple[str, Attributes, str]  # `p`, `/p` or empty; the attributes; the text after the tag or in it


def html_text(text: str) -> FileText:
    """The text that a reader of the page sees. Raises OverflowError for a text that is built to harm its reader."""
    tokens = list(islice(_tokens(text), _MOST_TAGS + 1))
    if len(tokens) > _MOST_TAGS:
        raise OverflowError
    sheets, inline = [held for name, _, held in tokens if name == "style"], (said.get("style") for _, said, _ in tokens)
    reader = _Reader(StyleSheets(sheets, filter(None, inline)))
    reader.beside += filter(None, _told_by_tags(tokens))
    reader.beside += [told(name, unescape(value)) for name, value in _PROPERTY.findall(text)]
    reader.beside += map(unescape, _COMMENT.findall(text))
    return reader.file_text(reader.lines(reader.paragraphs(tokens)))


class _Element(msgspec.Struct):
    name: str
    own: Look  # from its own attributes and rules
    look: Look  # the same, combined with the elements around it
    item: ListLevel | None = None  # only for a list
    number: int = 0  # identifies a list, table, row or cell


class _Reader(OfficeReader):
    def __init__(self, rules: StyleSheets) -> None:
        super().__init__()
        self._rules = rules
        self._open = [_Element("", Look(), Look())]  # the first stands for the whole text
        self._written: list[str] = []
        self._item: ListLevel | None = None  # of the next paragraph

    def paragraphs(self, tokens: list[_Token]) -> Iterator[OfficeParagraph]:
        for name, said, text in tokens:
            if name.lstrip("/") in _BLOCKS:
                yield from self._paragraph()
            if name.startswith("/"):
                self._end(name[1:])
            elif name == "br":
                self._written.append("\n")
            elif name and name not in _ALONE | _RAW:
                self._begin(name, said)
                if name in _CELLS:  # even if the cell stays empty
                    yield OfficeParagraph("", cell=self._cell())
            if name not in _RAW:
                self._write(text)
        yield from self._paragraph()

    def _paragraph(self) -> Iterator[OfficeParagraph]:
        """Yield the text since the last paragraph as a paragraph, if there is any."""
        text = "\n".join(" ".join(each.split()) for each in "".join(self._written).split("\n")).strip("\n")
        self._written = []
        if text.strip():
            is_heading = any(each.name in _HEADINGS for each in self._open)
            yield OfficeParagraph(text, self._item, cell=self._cell(), is_heading=is_heading)
            self._item = None

    def _cell(self) -> CellPlace:
        """The table, row and cell that are open. Empty outside a table."""
        places = [self._place_of(names, {"table"}) for names in ({"table"}, {"tr"}, _CELLS)]
        return tuple(self._open[place].number for place in places if place is not None) if None not in places else ()

    def _write(self, text: str) -> None:
        if not any(each.name == "pre" for each in self._open):
            text = text.replace("\n", " ")
        self._written.append(self.seen(unescape(text), self._open[-1].look))

    def _begin(self, name: str, said: Attributes) -> None:
        ended, bounds = _ENDS.get(name, ({"p"} if name in _BLOCKS else set[str](), _BOUNDS))
        self._close(self._place_of(ended, bounds))
        around = self._open[-1].look
        own = self._rules.look(name, said, around.size, is_block=name in _BLOCKS)
        if len(self._open) > _DEEPEST:
            raise OverflowError
        lists = [each.item for each in self._open if each.item is not None]
        element = _Element(name, own, own.within(around), number=next(self.numbers))
        if name in _CELLS:
            self.span(element.number, said.get("colspan"), said.get("rowspan"))
        elif name in {"ul", "ol"}:
            form = ListLabel(said.get("type") or "1") if name == "ol" else ListLabel()
            element.item = (str(element.number), len(lists), form)
            self.count_from(element.item, said.get("start") or "1")
        elif name == "li":
            self._item = lists[-1] if lists else None
            self.count_from(self._item, said.get("value"))
        self._open.append(element)
        if comment := _COMMENT_LINK.search(said.get("href", "")):
            self._hide_comment(is_sign=comment["back"] is None)

    def _hide_comment(self, *, is_sign: bool) -> None:
        """Hide a comment below a page of Google Docs, or the sign in the text that refers to it."""
        around = self._place_of({"div"}, {"body"}) or self._place_of(_BLOCKS, set())
        for each in self._open[-1 if is_sign else around :]:
            each.look = Look(hidden=True)

    def _end(self, name: str) -> None:
        bounds = {"table"} if name in _TABLE else _BOUNDS if name in _BLOCKS | _GOES_ON else _BLOCKS
        self._close(self._place_of({name}, bounds))

    def _place_of(self, names: set[str], bounds: set[str]) -> int | None:
        """The index of the innermost open element with one of these names. None if one of `bounds` is inside it."""
        names_open = ((place, self._open[place].name) for place in reversed(range(len(self._open))))
        place, name = next((each for each in names_open if each[1] in names | bounds), (None, ""))
        return place if name in names else None

    def _close(self, place: int | None) -> None:
        """Close an element and all inside it. Those in `_GOES_ON` continue, unless a cell or table is closed."""
        if place is None:
            return
        closed, *within = self._open[place:]
        del self._open[place:]
        for each in within:
            if closed.name in _GOES_ON or (each.name in _GOES_ON and closed.name not in _BOUNDS):
                self._open.append(msgspec.structs.replace(each, look=each.own.within(self._open[-1].look)))


def _told_by_tags(tokens: list[_Token]) -> Iterator[str]:
    """The title of a page, what its `meta` tags say, and the texts and names of its pictures."""
    for name, said, text in tokens:
        if name == "title":
            yield " ".join(unescape(text).split())
        elif name == "meta":
            sort = said.get("name") or said.get("property") or said.get("http-equiv") or ""
            yield told(sort, said.get("content", ""))
        elif name == "img" and not said.get("src", "").startswith("data:"):
            yield from words_of_file_name(said.get("src", ""))
        yield said.get("alt", "")


def _tokens(text: str) -> Iterator[_Token]:
    """Yield each tag in lower case with the text after it. Elements in `_RAW` come with their content."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    name, start = "", 0
    said: Attributes = {}
    for found in _TAG.finditer(text):
        yield name, said, text[start : found.start()]
        name, start = (found["name"] or "").lower(), found.end()
        said = {}
        for each, value in _ATTRIBUTE.findall(found["said"] or ""):
            said.setdefault(each.lower(), unescape(value.strip(value[:1]) if value[:1] in {"'", '"'} else value))
        if found["raw"]:
            yield name, said, found["held"]
            name = ""
    yield name, said, text[start:]
