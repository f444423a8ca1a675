"""The paragraphs of a Word file (.docx, .docm, .dotx, .dotm), in order, as lines of text."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

import msgspec

from briefcli.catalog import tr
from briefcli.errors import BriefError
from briefcli.memo.extract import office, word_xml
from briefcli.memo.extract.looks import HIDDEN, Look, rgb
from briefcli.memo.extract.office import OfficeParagraph, OfficeReader, in_box
from briefcli.memo.extract.package import Package
from briefcli.memo.extract.properties import told
from briefcli.memo.extract.word_looks import FIRST_ROW, WordLooks
from briefcli.memo.extract.word_xml import DRAWING, NOTHING, VML, W, WordField, first, inside, local, switch, value_at
from briefcli.memo.text import PROMPT, RAISED, FileLine, FileText, words_of_file_name

_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ID = f"{_RELATIONS}id"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DELETED = {f"{W}del", f"{W}moveFrom", f"{W}cellDel"}  # around text, or in the properties of a row or cell
_APART = {f"{W}txbxContent", f"{W}p"}  # inside a paragraph, but not part of its text: a text box
_SILENT = {f"{W}delText", f"{W}delInstrText"}
_IN_TABLE = {f"{W}tc": office.CELL, f"{W}tr": office.ROW, f"{W}tbl": office.TABLE}
_RUNS = {f"{W}r", f"{_M}r"}
_WRITTEN = {f"{W}t", f"{_M}t"}
_LETTERS = {f"{W}t", f"{W}delText"}
_FIELD = {f"{W}fldChar", f"{W}instrText"}
_REFERENCES = {f"{W}{kind}Reference": kind for kind in ("footnote", "endnote")}
_COMMENTED = {f"{W}comment{name}" for name in ("RangeStart", "RangeEnd", "Reference")}
# The attributes with the texts that stand for a drawing, or with the name of a picture or of its file
_OF_SHAPE = ("descr", "alt", "title", "{urn:schemas-microsoft-com:office:office}title")
_PICTURES, _OF_PICTURE = {"docPr", "cNvPr"}, (*_OF_SHAPE, "name")
_PLAIN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}


def word_text(package: Package) -> FileText:
    """Return the lines of headers, body, footers and notes. Raises BriefError if there is no Word text."""
    main = next(iter(package.related("").get("officeDocument", {}).values()), "word/document.xml")
    body = package.tree(main)
    if body is None or body.tag != f"{W}document":
        message = tr("{name} is no Word or OpenDocument text", name=package.name)
        raise BriefError(message, tr("give the memo itself, not an archive"))
    return _Reader(package, main).whole(body)


class _Reader(OfficeReader):
    def __init__(self, package: Package, main: str) -> None:
        super().__init__()
        self._package = package
        self._related = package.related(main) or _usual_parts(package)
        styles, self._settings = self._part("styles"), self._part("settings")
        self._looks = WordLooks(styles, self._part("theme"), inside(self._settings, "clrSchemeMapping"))
        self._lists = word_xml.Lists(self._part("numbering"), self._looks.styles, self.count_from)
        self._notes: dict[str, int] = {}
        self._fields: list[WordField] = []  # those that are open
        self._around = Look()
        self._page = word_xml.Page(NOTHING)

    def whole(self, body: Element) -> FileText:
        self._clean(body)
        # Variables, in which a program that fills in templates keeps what the writer chose
        said = self._settings.iter(f"{W}docVar")
        self.beside += [told(each.get(f"{W}name") or "", each.get(f"{W}val") or "") for each in said]
        self._around = self._looks.of_page(inside(body, "background"))
        self._page = word_xml.Page([NOTHING, *body.iter(f"{W}sectPr")][-1])
        for each in (each for comments in self._parts("comments") for each in comments):
            self.beside += self.comments.take(each.get(f"{W}id") or "", [line.text for line in self._lines(each)])
            self.leave_out(office.COMMENTS)
        headers, texts = self._lines_of("header", body), self._lines(body)
        return self.file_text([*headers, *texts, *self._lines_of("footer", body), *self._note_lines()])

    def _parts(self, sort: str, names: Iterable[str] | None = None) -> Iterator[Element]:
        """The parts of one type of relation, or only those with these relation ids."""
        related = self._related.get(sort, {})
        paths = related.values() if names is None else [related[each] for each in names if each in related]
        for path in dict.fromkeys(paths):
            tree = self._package.tree(path)
            if tree is not None:
                self._clean(tree)
                yield tree

    def _part(self, sort: str) -> Element:
        return next(self._parts(sort), NOTHING)

    def _lines_of(self, sort: str, body: Element) -> list[FileLine]:
        """The lines of the headers or footers that the pages show."""
        names: list[str] = []
        for section in body.iter(f"{W}sectPr"):
            asked = {"first": switch(section, "titlePg"), "even": switch(self._settings, "evenAndOddHeaders")}
            found = section.findall(f"{W}{sort}Reference")
            names += [each.get(_ID) or "" for each in found if asked.get(each.get(f"{W}type") or "", True)]
        parts = names, self._related.get(sort, {}).keys() - set(names)
        shown, hidden = ([line for tree in self._parts(sort, each) for line in self._lines(tree)] for each in parts)
        for line in hidden:
            self.leave_out(HIDDEN, line.text)
        self.beside += [line.text for line in shown]
        return shown

    def _clean(self, tree: Element) -> None:
        """Remove from a part what a reader never sees, whatever its look, such as deleted text."""
        for element in tree.iter():
            said = filter(None, map(element.get, _OF_PICTURE if local(element) in _PICTURES else _OF_SHAPE))
            self.beside += (text for each in said for text in (each, *words_of_file_name(each)))
            element[:] = [each for each in word_xml.shown(element) if not self._is_left_out(each)]

    def _lines(self, tree: Element) -> list[FileLine]:
        self._fields = []
        has_words = any(each.text or each.get("string") for each in tree.iter())  # else its paragraphs are empty
        return self.lines(self._paragraphs(tree, self._around)) if has_words else []

    def _paragraphs(self, element: Element, around: Look) -> Iterator[OfficeParagraph]:
        pieces: list[str] = []  # more than one if the end of a paragraph is deleted
        first_row = element.find(f"{W}tr") if element.tag == f"{W}tbl" else None
        for child in element:
            look = self._within(child, around)
            if first_row is not None and child is not first_row:
                also = tuple(each for each in look.also if each.only_in != FIRST_ROW)
                look = msgspec.structs.replace(look, also=also)
            if child.tag in _COMMENTED:
                self.comments.mark(*_comments_of(child), has_text=False)
            if child.tag == f"{W}p":
                text = "".join(self._texts(child, self._looks.of_block(inside(child, "pPr"), look))).strip("\n")
                pieces.append(text)
                yield self._paragraph(child, pieces)
            elif child.tag == f"{VML}textpath":  # WordArt, such as a watermark: its letters can have any size
                yield OfficeParagraph(self.seen(child.get("string") or "", Look(hidden=around.hidden)), in_box=True)
            elif child.tag == _DIAGRAM:
                yield from self._diagram(child.get(f"{_RELATIONS}dm") or "", look)
            found = self._paragraphs(child, look)
            if child.tag in _IN_TABLE:
                spans = value_at(child, "tcPr/gridSpan"), "0" if _goes_on(child) else "1"
                found = self.inside(_IN_TABLE[child.tag], found, spans)
            elif child.tag == f"{W}txbxContent":
                found = in_box(found)
            yield from found
        if pieces:
            yield OfficeParagraph("".join(pieces))

    def _paragraph(self, paragraph: Element, pieces: list[str]) -> OfficeParagraph:
        """Make a paragraph of these pieces, and empty the list; if its end is deleted, keep them for the next."""
        covers = word_xml.covers_in(paragraph, self._page)
        is_whole = inside(paragraph, "pPr/rPr/del") is NOTHING
        text = "".join(pieces)
        is_marked = self.comments.mark(*_comments_of(paragraph), has_text=is_whole and text.strip() != "")
        if not is_whole:
            return OfficeParagraph(None, covers=covers)
        pieces.clear()
        item, is_heading = self._lists.item(paragraph), self._lists.is_heading(paragraph)
        return OfficeParagraph(text, item, covers, is_heading=is_heading, is_marked=is_marked)

    def _diagram(self, name: str, around: Look) -> Iterator[OfficeParagraph]:
        """The texts of a SmartArt drawing, which are in a separate part of the file."""
        for tree in self._parts("diagramData", [name]):
            for each in tree.iter(f"{DRAWING}p"):
                text = "".join(piece.text or "" for piece in each.iter(f"{DRAWING}t"))
                yield OfficeParagraph(self.seen(text, Look(hidden=around.hidden)), in_box=True)

    def _within(self, element: Element, around: Look) -> Look:
        """The look around everything in this element."""
        if element.tag in _IN_TABLE:
            of_row = self._looks.of_table(inside(element, "tblPrEx"), around)  # other properties for one row
            return self._looks.of_table(inside(element, f"{local(element)}Pr"), of_row)
        if element.tag == _SHAPE:
            return self._looks.of_box(element, around)
        if switch(inside(element, "rPr"), "vanish") or (
            element.tag == f"{W}drawing" and word_xml.is_off_page(element, self._page)
        ):
            return Look(hidden=True).over(around)
        if element.tag.startswith(VML):
            colour = rgb(element.get("fillcolor")) or rgb(first(element, f"{VML}fill").get("color"))
            own = Look(
                hidden=word_xml.is_old_off_page(element) or None, block=colour if word_xml.is_filled(element) else None
            )
            return own.within(Look(hidden=around.hidden, block=around.block if local(element) == "textbox" else None))
        return around

    def _is_left_out(self, element: Element) -> bool:
        tag, reason = element.tag, None
        properties = inside(element, f"{local(element)}Pr") if tag in {f"{W}tr", f"{W}tc"} else NOTHING
        if (tag in _DELETED and len(element)) or any(each.tag in _DELETED for each in properties):
            reason = office.DELETED
            self.take_mark("".join(each.text or "" for each in element.iter() if each.tag in _LETTERS))
        elif tag == f"{W}tc" and _goes_on(element) and (text := "".join(element.itertext())).strip():
            reason = HIDDEN
            self.beside.append(text)
        elif tag in {f"{W}altChunk", f"{W}subDoc"}:
            reason = office.OTHER_FILE
        elif tag == f"{W}sdt" and switch(inside(element, "sdtPr"), "showingPlcHdr"):
            self.leave_out(office.PLACEHOLDER)
            for number, each in enumerate(element.iter(f"{W}t")):
                each.text = "" if number else PROMPT
        return self.leave_out(reason) or tag in _SILENT

    def _texts(self, element: Element, block: Look) -> Iterator[str]:
        """The texts in a paragraph, or in a part of it such as a run, that can be seen."""
        for child in element:
            if child.tag in _APART or child.tag.endswith("Pr"):  # a text box, or properties
                continue
            if child.tag in _RUNS or child.find(f"{W}rPr") is not None:
                yield self._run(child, block)
            elif child.tag == f"{_M}phant" or WordField(child.get(f"{W}instr") or "", is_over=True).hides:
                self.leave_out(HIDDEN)
            elif child.tag in _FIELD:
                yield self._field(child)
            elif len(child):
                yield from self._texts(child, block)
            else:
                piece = self._piece(child)
                # Outside a run, such as a tab between two runs, it looks like the paragraph
                yield piece if element.tag in _RUNS else self.seen(piece, self._looks.of_run(NOTHING, block))

    def _run(self, run: Element, block: Look) -> str:
        known = len(self._notes)
        text = "".join(self._texts(run, block))
        seen = self.seen(text, self._looks.of_run(inside(run, "rPr"), block))
        if text and not seen:
            for key in list(self._notes)[known:]:  # a note whose number is not seen is left out
                del self._notes[key]
        return seen

    def _piece(self, element: Element) -> str:
        """The text of an element without others in it. Empty in the part of a field that is not shown."""
        tag = element.tag
        text = (element.text or "") if tag in _WRITTEN else _PLAIN.get(tag, "")
        if any(each.hides for each in self._fields):
            self.leave_out(HIDDEN, text)
            return ""
        if tag == f"{W}sym":
            return word_xml.sign(element.get(f"{W}char") or "")
        if tag in _REFERENCES:
            key = f"{_REFERENCES[tag]}{element.get(f'{W}id')}"
            return str(self._notes.setdefault(key, len(self._notes) + 1)).translate(RAISED)
        return text

    def _field(self, part: Element) -> str:
        """Keep track of the open fields and their instructions. Returns what a form field shows, or nothing."""
        sort = part.get(f"{W}fldCharType")
        if sort == "begin":
            self._fields.append(WordField())
            return word_xml.filled_in(part)
        if self._fields and sort == "separate":
            self._fields[-1].is_over = True
        elif self._fields and sort == "end":
            self._fields.pop()
        elif self._fields:
            self._fields[-1].instruction += part.text or ""
        return ""

    def _note_lines(self) -> list[FileLine]:
        """Each footnote or endnote that the text refers to, as `number text`, in order of number."""
        self._fields = []
        notes = [
            (number, self.note(number, self._paragraphs(note, self._around)))
            for kind in ("footnote", "endnote")
            for tree in self._parts(f"{kind}s")
            for note in tree.iter(f"{W}{kind}")
            if (number := self._notes.get(f"{kind}{note.get(f'{W}id')}")) is not None
        ]
        return [note for _, note in sorted(notes, key=lambda each: each[0])]


def _comments_of(element: Element) -> tuple[set[str], set[str]]:
    """The ids of the comments that begin in an element, and of those that end in it."""
    found = [(each.tag, each.get(f"{W}id") or "") for each in element.iter() if each.tag in _COMMENTED]
    begun = {name for tag, name in found if tag != f"{W}commentRangeEnd"}
    return begun, {name for tag, name in found if tag != f"{W}commentRangeStart"}  # a reference alone is on one place


def _goes_on(cell: Element) -> bool:
    """Whether a cell only continues the merged cell above or beside it."""
    merges = [inside(cell, f"tcPr/{name}") for name in ("vMerge", "hMerge")]
    return any(each is not NOTHING and each.get(f"{W}val") != "restart" for each in merges)


def _usual_parts(package: Package) -> dict[str, dict[str, str]]:
    """Find parts by their usual names if the file does not list them. Without its styles, hidden text would show."""
    found: dict[str, dict[str, str]] = {}
    for name in sorted(package.parts):
        folder, _, file = name.rpartition("/")
        sort = file.removesuffix(".xml").rstrip("0123456789")
        if folder in {"word", "word/theme"} and file.endswith(".xml"):
            found.setdefault(sort, {})[name] = name
    return found
