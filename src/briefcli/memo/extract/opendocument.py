"""The paragraphs of an OpenDocument text (.odt, .ott), in order, as lines of text."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from briefcli.catalog import tr
from briefcli.domain.marks import is_marked
from briefcli.errors import BriefError
from briefcli.memo.extract import office
from briefcli.memo.extract.looks import HIDDEN, Look, lies_outside, points
from briefcli.memo.extract.office import Cover, ListLabel, OfficeParagraph, OfficeReader, cover, in_box, whole
from briefcli.memo.extract.opendocument_looks import DRAW, LO, NAMESPACE, OFFICE, STYLE, SVG, TABLE, TEXT, Looks
from briefcli.memo.extract.package import Package
from briefcli.memo.extract.properties import told
from briefcli.memo.text import PROMPT, RAISED, FileLine, FileText, words_of_file_name

_ENCRYPTED = f"{{{NAMESPACE}manifest:1.0}}encryption-data"
_PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
_COMMENTS = {f"{OFFICE}annotation", f"{TEXT}annotation"}
_OF_PICTURE = {f"{SVG}title", f"{SVG}desc"}  # the texts that stand for a picture
# The attributes with the name of a picture, or with what a field may show
_VALUES = (
    f"{DRAW}name", f"{OFFICE}string-value", f"{TEXT}string-value", f"{TEXT}string-value-if-true",
    f"{TEXT}string-value-if-false",
)  # fmt: skip
_COMMENT_END = f"{OFFICE}annotation-end"
_HIDDEN_HERE = {f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"}
_UNSEEN_ROWS = {"collapse", "filter"}
_SILENT = {f"{TEXT}tracked-changes", f"{OFFICE}forms", f"{TEXT}script", f"{DRAW}glue-point", f"{OFFICE}event-listeners"}
_NO_SHAPES = {f"{DRAW}{name}" for name in ("text-box", "enhanced-geometry", "equation", "handle", "glue-point")}
_MOVED = re.compile(r"translate\s*\(\s*([^\s,()]+)[\s,]*([^\s,()]*)")  # a drawing
_XML = "{http://www.w3.org/XML/1998/namespace}"
_MOST_SPACES = 40


def opendocument_text(package: Package) -> FileText:
    """Return the lines of headers, body, footers and notes, one or more for each paragraph."""
    manifest = package.tree("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(_ENCRYPTED), None) is not None:
        raise package.locked()
    content = package.tree("content.xml")
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or body is None:
        message = tr("{name} is no text document", name=package.name)
        raise BriefError(message, tr("give the memo itself, not a sheet or slides"))
    found = package.tree("styles.xml")
    styles = content if found is None else found
    common = styles.find(f"{OFFICE}styles")
    of_pages, of_text = (Looks([tree.find(f"{OFFICE}automatic-styles"), common]) for tree in (styles, content))
    reader = _Reader(_list_forms([content, styles]), {_name_of(each) for each in content.iter(_COMMENT_END)})
    for each in content.iter(f"{OFFICE}annotation"):
        reader.beside += reader.comments.take(_name_of(each), _texts_in(each))
    for deletion in content.iter(f"{TEXT}deletion"):
        for text in _texts_in(deletion):
            reader.take_mark(text)
    lines: list[FileLine] = []
    for sort in ("header", "body", "footer"):
        shown = _shown_on_pages(content, styles, sort)
        lines += reader.read(body, of_text) if sort == "body" else []
        lines += [line for part in shown for line in reader.read(part, of_pages)]
        if any(each not in shown and _has_text(each) for each in _edges(styles, sort)):
            reader.leave_out(HIDDEN)
    reader.beside += _texts_in(styles)
    for each in (each for tree in (content, styles) for each in tree.iter()):
        name = each.get(f"{TEXT}name") or ""
        reader.beside += [told(name, value) for value in filter(None, map(each.get, _VALUES))]
        reader.beside += [each.text or ""] if each.tag in _OF_PICTURE else []
    return reader.file_text([*lines, *reader.notes])


class _Reader(OfficeReader):
    def __init__(self, forms: dict[tuple[str, int], ListLabel], ended: set[str]) -> None:
        """`ended` has the names of the comments of which the file says where they end."""
        super().__init__()
        self._forms, self._ended = forms, ended
        self._looks = Looks([])
        self._lists: dict[str | None, str] = {}  # the list that counts the items, by the id and by the style of a list
        self._counted = ""  # the list that counts the items now
        self.notes: list[FileLine] = []

    def read(self, part: Element, styles: Looks) -> list[FileLine]:
        """Return the lines of one part of the file, to which these styles apply."""
        self._looks = styles
        return self.lines(self._paragraphs(part, "", -1, Look()))

    def _paragraphs(self, element: Element, style: str, level: int, around: Look) -> Iterator[OfficeParagraph]:
        """The paragraphs in an element, also in lists and tables. `style` and `level` are those of the list around."""
        for child in element:
            if self._is_left_out(child):
                continue
            look = self._looks.of(child).within(around)
            if child.tag.startswith(DRAW) and child.get(f"{TEXT}anchor-type") == "page":
                yield OfficeParagraph(None, covers=self._covers([child]))
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child, look)
            elif child.tag == f"{TABLE}table":
                yield from self.inside(office.TABLE, self._paragraphs(child, style, level, self._of_table(child, look)))
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, child.get(f"{TEXT}style-name") or style, level + 1, look)
            elif child.tag == f"{TABLE}table-row":
                yield from self.inside(office.ROW, self._cells(child, style, level, look))
            else:
                is_closed = child.tag == f"{TEXT}section" and _has_name_of_mark(child)
                for each in self._paragraphs(child, style, level, look):
                    each.is_marked = each.is_marked or is_closed
                    yield each

    def _paragraph(self, paragraph: Element, look: Look) -> Iterator[OfficeParagraph]:
        """A paragraph, then the paragraphs in the drawings that are anchored to it."""
        hiding = next(paragraph.iter(f"{TEXT}hidden-paragraph"), None)
        if hiding is not None and _is_hidden(hiding):
            self.leave_out(HIDDEN, "".join(paragraph.itertext()))
            yield OfficeParagraph("")
            return
        drawings: list[Element] = []
        text = "".join(self._texts(paragraph, look, drawings))
        made = OfficeParagraph(text, covers=self._covers(drawings), is_heading=paragraph.tag == f"{TEXT}h")
        begun = {_name_of(each) for each in paragraph.iter(f"{OFFICE}annotation")}
        ended = (begun - self._ended) | {_name_of(each) for each in paragraph.iter(_COMMENT_END)}
        made.is_marked = self.comments.mark(begun, ended, has_text=text.strip() != "")
        yield made
        for drawing in drawings:
            around = self._looks.of(drawing).within(Look(hidden=look.hidden))
            yield from in_box(self._paragraphs(drawing, "", -1, around))

    def _covers(self, drawings: list[Element]) -> list[Cover]:
        """What these drawings may cover. All are anchored to the same place."""
        return list(filter(None, (self._cover(each, is_alone=len(drawings) == 1) for each in drawings)))

    def _cover(self, drawing: Element, *, is_alone: bool) -> Cover | None:
        drawn = self._looks.drawn_as(drawing)
        is_over = drawn.get(f"{STYLE}wrap") == "run-through" and drawn.get(f"{STYLE}run-through") != "background"
        if drawing.get(f"{TEXT}anchor-type") == "as-char" or not is_over or not self._is_painted(drawing):
            return None
        beside = drawn.get(f"{STYLE}vertical-rel", "paragraph")
        is_tied = beside in {"paragraph", "paragraph-content", "char", "line"}
        height, offset = (points(drawing.get(f"{SVG}{name}")) for name in ("height", "y"))
        is_known = is_tied or (beside == "page" and drawn.get(f"{STYLE}vertical-pos") == "from-top")
        has_text = any(each.tag in _PARAGRAPHS for each in drawing.iter())  # its text lies on top of it
        over_boxes, start = not (has_text and is_alone), (offset or 0.0) if is_known else None
        return cover(height or office.LINE, start, over_boxes=over_boxes, is_tied=is_tied)

    def _is_painted(self, shape: Element) -> bool:
        """Whether a shape, or one of its parts, is a picture or has a fill."""
        for each in shape.iter():
            if each.tag in {f"{DRAW}image", f"{DRAW}object"}:
                return True
            if each.tag.startswith(DRAW) and each.tag not in _NO_SHAPES:
                usual = "none" if each.tag in {f"{DRAW}frame", f"{DRAW}g"} else "solid"
                if self._looks.of(each).block or self._looks.drawn_as(each).get(f"{DRAW}fill", usual) != "none":
                    return True
        return False

    def _of_table(self, table: Element, around: Look) -> Look:
        """The look around the cells of a table: any cell may have the look of any column."""
        looks = dict.fromkeys(
            Look(hidden=True)
            if column.get(f"{TABLE}visibility") in _UNSEEN_ROWS
            else self._looks.of_style("table-cell", column.get(f"{TABLE}default-cell-style-name"))
            for column in table.iter(f"{TABLE}table-column")
        )
        return Look(also=tuple(looks)).within(around)

    def _cells(self, row: Element, style: str, level: int, around: Look) -> Iterator[OfficeParagraph]:
        of_row = self._looks.of_style("table-cell", row.get(f"{TABLE}default-cell-style-name"))
        for cell in row:
            if not self._is_left_out(cell):
                look = self._looks.of(cell).over(of_row).within(around)
                spans = (cell.get(f"{TABLE}number-columns-spanned"), cell.get(f"{TABLE}number-rows-spanned"))
                yield from self.inside(office.CELL, self._paragraphs(cell, style, level, look), spans)

    def _list(self, element: Element, style: str, level: int, around: Look) -> Iterator[OfficeParagraph]:
        if not level:
            before = element.get(f"{TEXT}continue-list")
            if before in self._lists:
                self._counted = self._lists[before]
            elif element.get(f"{TEXT}continue-numbering") == "true" and f"style {style}" in self._lists:
                self._counted = self._lists[f"style {style}"]
            else:
                self._counted = str(next(self.numbers))
            name = element.get(f"{_XML}id") or element.get(f"{TEXT}id") or ""
            self._lists |= {name: self._counted, f"style {style}": self._counted}
        for item in element:
            is_counted = item.tag == f"{TEXT}list-item" and len(item) and item[0].tag in _PARAGRAPHS
            for place, each in enumerate(self._paragraphs(item, style, level, around)):
                if is_counted and not place:
                    own = item.get(f"{TEXT}style-override") or style
                    each.item = self._counted, level, self._forms.get((own, level), ListLabel())
                    self.count_from(each.item, item.get(f"{TEXT}start-value"))
                yield each

    def _is_left_out(self, element: Element) -> bool:
        tag, reason = element.tag, None
        if tag == f"{TEXT}tracked-changes":
            is_deleted = next(element.iter(f"{TEXT}deletion"), None) is not None
            reason = office.DELETED if is_deleted else None
        elif tag in _COMMENTS:
            reason = office.COMMENTS
        elif _is_hidden(element) or (tag == f"{TABLE}covered-table-cell" and _has_text(element)):
            reason = HIDDEN
            self.beside += _texts_in(element)
        return self.leave_out(reason) or tag in _SILENT

    def _texts(self, element: Element, look: Look, drawings: list[Element]) -> Iterator[str]:
        yield self.seen(element.text or "", look)
        for child in element:
            if not self._is_left_out(child):
                yield from self._text(child, look, drawings)
            yield self.seen(child.tail or "", look)

    def _text(self, element: Element, look: Look, drawings: list[Element]) -> Iterator[str]:
        tag = element.tag.removeprefix(TEXT)
        if tag == "s":
            yield " " * min((whole(element.get(f"{TEXT}c")) or 1), _MOST_SPACES)
        elif tag in {"tab", "line-break"}:
            yield "\t" if tag == "tab" else "\n"
        elif tag == "note":
            yield self.seen("1", look) and self._note(element)
        elif element.tag.startswith(DRAW):
            drawings.append(element)
        elif tag == "placeholder" or element.get(f"{LO}showing-place-holder") == "true":
            self.leave_out(office.PLACEHOLDER)
            yield PROMPT
        else:
            yield from self._texts(element, self._looks.of(element).over(look), drawings)

    def _note(self, element: Element) -> str:
        place = len(self.notes)
        self.notes.append(FileLine(str(place + 1)))
        for body in element.findall(f"{TEXT}note-body"):
            self.notes[place] = self.note(place + 1, self._paragraphs(body, "", -1, Look()))
        return str(place + 1).translate(RAISED)


def _name_of(comment: Element) -> str:
    return comment.get(f"{OFFICE}name") or str(id(comment))


def _has_name_of_mark(section: Element) -> bool:
    name = section.get(f"{TEXT}name") or ""
    return any(map(is_marked, [name, *words_of_file_name(name)]))


def _texts_in(element: Element) -> list[str]:
    return ["".join(each.itertext()) for each in element.iter(f"{TEXT}p")]


def _is_hidden(element: Element) -> bool:
    """Whether an element itself says that it is not shown. An element with a condition counts as not shown.

    There is one exception: it counts as shown if the file was saved with it shown (`text:is-hidden="false"`). Even then
    it counts as not shown if its condition names no variable, because then the text was never shown.
    """
    if element.tag.startswith(DRAW):
        moved = _MOVED.search(element.get(f"{DRAW}transform") or "")
        places = (element.get(f"{SVG}x"), element.get(f"{SVG}y"), *(moved.groups() if moved else ()))
        sizes = (element.get(f"{SVG}{name}") for name in ("width", "height"))
        is_outside = lies_outside(map(points, sizes), map(points, places))
        return element.get(f"{DRAW}display", "always") != "always" or is_outside
    display, hidden = element.get(f"{TEXT}display"), element.get(f"{TEXT}is-hidden")
    if hidden is not None and display != "none":
        condition = (element.get(f"{TEXT}condition") or "x").rpartition(":")[2]
        return hidden != "false" or not any(map(str.isalpha, condition))
    if display in {"none", "condition"} or element.tag in _HIDDEN_HERE:
        return True
    return element.get(f"{TABLE}visibility") in _UNSEEN_ROWS or element.get(f"{TABLE}display") == "false"


def _has_text(element: Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _shown_on_pages(content: Element, styles: Element, sort: str) -> list[Element]:
    """The headers or footers (`sort`) of the page styles that the text can use."""
    masters = {each.get(f"{STYLE}name") or "": each for each in styles.iter(f"{STYLE}master-page")}
    named = [each.get(f"{STYLE}master-page-name") for tree in (content, styles) for each in tree.iter(f"{STYLE}style")]
    waiting = ["Standard" if "Standard" in masters else next(iter(masters), ""), *filter(None, named)]
    shown: list[Element] = []
    for name in waiting:  # the loop adds names to this list
        if (master := masters.pop(name, None)) is not None:
            shown += [each for each in _edges(master, sort) if each.get(f"{STYLE}display") != "false"]
            waiting.append(master.get(f"{STYLE}next-style-name") or "")
    return shown


def _edges(tree: Element, sort: str) -> list[Element]:
    """All headers or footers (`sort`) in a part of the file: for any page, and for left and first pages."""
    tags = {f"{space}{sort}{page}" for space in (STYLE, LO) for page in ("", "-left", "-first")}
    return [each for each in tree.iter() if each.tag in tags]


def _list_forms(trees: list[Element]) -> dict[tuple[str, int], ListLabel]:
    """How each level (from 0) of each list style is labelled. If two have the same name, the first counts."""
    forms: dict[tuple[str, int], ListLabel] = {}
    for tree in trees:
        for style in tree.iter(f"{TEXT}list-style"):
            for entry in style:
                level, form = whole(entry.get(f"{TEXT}level")) or 1, ListLabel()
                if entry.tag == f"{TEXT}list-level-style-number":
                    before, after = (entry.get(f"{STYLE}num-{each}") or "" for each in ("prefix", "suffix"))
                    first = whole(entry.get(f"{TEXT}start-value"))
                    words = f"{before}%{level}{after}"
                    form = ListLabel(entry.get(f"{STYLE}num-format") or "", 1 if first is None else first, words)
                forms.setdefault((style.get(f"{STYLE}name") or "", level - 1), form)
    return forms
