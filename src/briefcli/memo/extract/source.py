"""Turn a file into the text of a memo. The reader is chosen by the content; the file name only decides in doubt."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import groupby, zip_longest
from pathlib import Path
from textwrap import dedent

from briefcli.catalog import later, tr
from briefcli.domain.marks import is_marked
from briefcli.domain.marks_apart import is_mark
from briefcli.errors import BriefError
from briefcli.memo.extract.characters import as_utf8, decoded
from briefcli.memo.extract.looks import STRUCK
from briefcli.memo.extract.office import COMMENTS
from briefcli.memo.layout.head_labels import split_columns
from briefcli.memo.layout.side_column import columns_apart
from briefcli.memo.layout.table_rows import CELL, are_columns, rows_together
from briefcli.memo.text import LARGEST_TEXT, MOST_LINES, REPLACEMENT, FileLine, FileText, MemoText, words_of_file_name

LARGEST_FILE = 60_000_000  # bytes: scanned annexes make a PDF large, a memo alone is a hundredth of this

_MOST_LINES = 10 * MOST_LINES  # with those that are blank
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TO_WORD = later("save it as .docx or PDF first")
# Formats that are not read: the first bytes, a string that the file contains (in UTF-16), the message and the hint
_OTHER_FORMATS = (
    (_OLD_OFFICE, "EncryptedPackage", later("{name} is protected with a password"),
     later("save it without a password first")),
    (_OLD_OFFICE, "__substg1.0_", later("{name} is a mail in the format of Outlook (.msg)"),
     later("open it in Outlook and save it as .eml or text, or print it to a PDF")),
    (_OLD_OFFICE, "", later("{name} is in the format of Word before 2007"), _TO_WORD),
    (b"{\\rtf", "", later("{name} is rich text (RTF)"), _TO_WORD),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"), "", later("{name} is an image"),
     later("a scan has no text: make it searchable (OCR) first")),
)  # fmt: skip
# A Markdown heading. `# ` on the first line does not count, as it can be a comment about the file
_MARKDOWN = re.compile(r"(?:(?<!\A)^#|^##{1,5}) \S", re.MULTILINE)
_CALLOUT = re.compile(r"(?m)^> ?\[!\w+\][+-]? *")  # the heading of a coloured block in Obsidian or GitHub
_HEADING = re.compile(r"^#{1,6} +(.*?)(?: #+)?$", re.MULTILINE)
# Markdown syntax, and what a reader sees instead
_MARKUP = tuple((re.compile(shape), seen) for shape, seen in (
    (r"\A--- *\n((?:[^\n]+\n)+?)---(?= *\n)", r"\n\1"),
    (r"(?m)^([ \t]*[-*+] )\[ \] ", r"\1☐ "), (r"(?m)^([ \t]*[-*+] )\[[xX]\] ", r"\1☒ "),
    (r"(?m)^> ?", ""), (r"\[\[(?:[^\[\]|\n]+\|)?([^\[\]|\n]+)\]\]", r"\1"),
    (r"!?\[([^\[\]\n]+)\]\([^()\n]*\)", r"\1"),
    (r"`([^`\n]+)`", r"\1"),
    (r"\*\*([^*\n]+)\*\*|__([^_\n]+)__", r"\1\2"), (r"(?<![\w*_])[*_]([^*_\n]+)[*_](?![\w*_])", r"\1"),
    (r"\\([\\`*_{}\[\]()#+.!~>-])", r"\1"),
))  # fmt: skip
_UNSEEN = (
    (COMMENTS, re.compile(r"(?s)<!--.*?(?:-->|\Z)|(?<!\d)%%.+?%%|(?m:^\[[^\]\n]+\]: *(?:#|<>)[^\n]*$)")),
    (STRUCK, re.compile(r"~~(?=\S).+?~~")),
)
# A mail that was saved as a file starts with header fields. `_OF_PROGRAMS`: those that only mail programs write
_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:", re.MULTILINE)
_TOP_END = re.compile(rb"\r\n\r\n|\n\n|\r\r")
_OF_PROGRAMS = {b"mime-version", b"message-id", b"received", b"return-path", b"content-type", b"x-unsent", b"x-mailer"}
# What may come before the first element of a web page, and which elements can be the first
_BEFORE_PAGE = re.compile(rb"(?>(?:\s+|<\?[^>]*>|<!doctype[^>]*>|<!--(?s:.*?)-->)*)", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:html|head|body)[\s>]|<!doctype html", re.IGNORECASE)
_CHARSET = re.compile(rb"""<(?:meta|\?xml)\s[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_GAP = re.compile(r"(?<=\S)(?:\t| {2,})\s*(?=\S)")
# Endnotes with Roman numbers, or the comments `[a]` of Google Docs, from the first one on. They are not put back behind
# their words: in doubt not public
_MARK_OF_ENDNOTE = re.compile(r"\S(?:\[[ai]\]|ⁱ|(?<=[.,;:!?)])i(?=\s))")
_ENDNOTES = re.compile(r"(?<=\n)[^\S\n]{0,3}(?:(?:\[i\]|i|ⁱ)\s|\[a\])(?s:.*)")
_NUMBER_OF_NOTE = re.compile(r"^\s*(?:\[[a-z]+\]|[ivxⁱᵛˣ]+\s)\s*")
_FEWEST_COLUMNS = 3  # of a table that has only spaces or tabs between its columns
_LOOKED_AT = 65_536  # bytes at the start of a file
_ALONE = later("give the memo alone, without its annexes")
_READS = later("it reads PDF, Word (.docx), OpenDocument (.odt), mail (.eml), web pages and plain text")


def read_memo(path: Path, content: bytes) -> MemoText:
    """Return the text of a memo, given the path and the content of its file.

    Raises BriefError, with a hint, if the file is too large, broken, encrypted, scanned or malicious, or the library
    for its format is not installed.
    """
    name = path.name or str(path)
    if len(content) > LARGEST_FILE:
        message = tr("{name} is too large for a memo ({n} MB)", name=name, n=len(content) // 1_000_000)
        raise BriefError(message, tr("split off its annexes"))
    try:
        text = _memo_text(name, _file_text(name, content))
    except (OverflowError, RecursionError) as error:
        message = tr("{name} is made to overload the program that opens it, or far too large for a memo", name=name)
        raise BriefError(message, tr("ask the sender for a PDF")) from error
    if sum(not line.is_blank for line in text.lines) > MOST_LINES:
        message = tr("{name} has more lines than a memo can have ({n} is the limit)", name=name, n=MOST_LINES)
        raise BriefError(message, tr(_ALONE))
    return text


def is_mail(name: str, content: bytes) -> bool:
    """Whether a file starts with mail headers: one that only mail programs write, or `From` in an .eml file."""
    top = _TOP_END.split(content[:_LOOKED_AT].removeprefix(BOM_UTF8).lstrip(), maxsplit=1)[0]
    fields = {each.lower() for each in _FIELD.findall(top)}
    is_named = name.lower().endswith(".eml") and b"from" in fields
    return bool(_FIELD.match(top) or top.startswith(b"From ")) and (is_named or bool(fields & _OF_PROGRAMS))


def _file_text(name: str, content: bytes) -> FileText:
    if b"%PDF-" in content[:1024]:
        from briefcli.memo.extract.pdf import pdf_text

        return pdf_text(name, content)
    if content.startswith(b"PK\x03\x04"):  # a zip archive
        return _office_text(name, content)
    if is_mail(name, content):
        from briefcli.memo.extract.mail import mail_text

        return mail_text(name, content)
    for begins, holds, message, hint in _OTHER_FORMATS:
        if content[:512].lstrip().startswith(begins) and holds.encode("utf-16-le") in content:
            raise BriefError(tr(message, name=name), tr(hint))
    content = as_utf8(content)
    if _is_web_page(name, content):
        from briefcli.memo.extract.html import html_text

        return html_text(_decoded(name, content))
    return _plain_text(name, content)


def _is_web_page(name: str, content: bytes) -> bool:
    """Whether a file starts like a web page. Raises BriefError for any other XML."""
    top = content[:_LOOKED_AT].removeprefix(BOM_UTF8)
    before = _BEFORE_PAGE.match(top)
    begin = before.end() if before else 0
    if _PAGE.match(top, begin) or _PAGE.search(top, 0, begin):
        return True
    if top.lstrip().startswith(b"<?xml"):
        raise BriefError(tr("{name} is no text", name=name), tr(_READS))
    return name.lower().endswith((".html", ".htm", ".xhtml")) and top.startswith(b"<", begin)


def _office_text(name: str, content: bytes) -> FileText:
    """The text of a Word or OpenDocument file. Raises BriefError for any other zip archive."""
    from briefcli.memo.extract.package import Package

    package = Package(name, content)
    if "content.xml" in package.parts:
        from briefcli.memo.extract.opendocument import opendocument_text as read
    else:
        from briefcli.memo.extract.word import word_text as read
    text = read(package)
    text.beside += package.properties()
    return text


def _memo_text(name: str, text: FileText) -> MemoText:
    """Clean the lines, and split them into columns. Raises BriefError if there is no text, or too much."""
    if len(text.lines) > _MOST_LINES:
        raise OverflowError
    if sum(len(line.text) for line in text.lines) > LARGEST_TEXT:
        raise _too_large(name)
    if all(line.is_blank for line in text.lines):
        message = tr("{name} has no text", name=name)
        raise BriefError(message, tr("it may hold images only: make it searchable (OCR) first"))
    found = MemoText([], text.remarks, [*text.beside, *words_of_file_name(name)])
    whole = "\n".join(line.text for line in text.lines)
    marked = _MARK_OF_ENDNOTE.search(whole)
    begun = _ENDNOTES.search(whole, marked.end()) if marked else None
    notes = begun[0].split("\n") if begun else []
    found.beside += filter(is_marked, (_NUMBER_OF_NOTE.sub("", note) for note in notes))
    for count, line in enumerate(text.lines, start=1):
        number = line.number or count
        found.lines += split_columns(line.text, line.page, number, is_heading=line.is_heading)
        is_note = count > len(text.lines) - len(notes) and not line.is_blank
        found.marked |= {number} if line.is_marked or is_note else set()
    replaced = sum(line.text.count(REPLACEMENT) for line in found.lines)
    if replaced:
        found.remarks.append(tr("{n} unreadable characters are shown as {sign}", n=replaced, sign=REPLACEMENT))
    return found


def _plain_text(name: str, content: bytes) -> FileText:
    text = "\f".join(map(dedent, _decoded(name, content).split("\f")))  # a PDF saved as text has a margin on each page
    if len(text) > LARGEST_TEXT:
        raise _too_large(name)
    if text.count("\n") > _MOST_LINES:
        raise OverflowError
    if not text.strip():
        raise BriefError(tr("{name} is empty", name=name), tr("a memo has text"))
    found, headings = FileText([]), set[int]()
    if _MARKDOWN.search(text) or name.lower().endswith((".md", ".markdown")):
        text, headings = _without_markup(text, found)
    is_paged = "\f" in text.strip()
    number = 1
    for page, sheet in enumerate(text.split("\f"), start=1):
        rows = columns_apart(_ruled(sheet.split("\n")))
        for place, row in _by_row([row for _, row in rows]):
            at = number + rows[place][0]
            found.lines.append(FileLine(row, at in headings, page=page if is_paged else None, number=at))
        number += sheet.count("\n") + 1
    return found


def _without_markup(text: str, found: FileText) -> tuple[str, set[int]]:
    """What a reader of Markdown sees, and the numbers of its headings. Tells `found` what is left out.

    All lines keep their numbers.
    """
    for sort, shape in _UNSEEN:
        unseen = shape.findall(text)
        text = shape.sub(lambda each: "\n" * each[0].count("\n"), text)
        found.remarks += [tr(sort)] if unseen else []
        found.beside += unseen if sort == COMMENTS else []
    text = _CALLOUT.sub("## ", text)
    numbered = enumerate(re.split(r"[\n\f]", text), start=1)
    headings = {number for number, line in numbered if _HEADING.match(line)}
    text = _HEADING.sub(r"\1", text)
    for shape, shown in _MARKUP:
        text = shape.sub(shown, text)
    return text, headings


def _by_row(rows: list[str]) -> Iterator[tuple[int, str]]:
    """Yield each line with its index in `rows`. A table row becomes one line or more, then an empty line."""
    for is_table, run in groupby(range(len(rows)), key=lambda place: _is_row(rows, place)):
        if not is_table:
            yield from ((place, rows[place]) for place in run)
            continue
        split = ((place, rows[place].strip().removeprefix("|").removesuffix("|").split("|")) for place in run)
        table = {
            place: [each.strip() for each in cells] for place, cells in split if any(c.strip("-: ") for c in cells)
        }
        together = rows_together(list(table.values())) or ()
        for (place, cells), line in zip_longest(table.items(), together):
            has_mark = any(map(is_mark, cells[1:]))  # it is about the cells before it
            filled = [cell for cell in cells if cell.strip("-: ")]
            apart = line.split("\n") if line else [CELL.join(cells)] if has_mark else filled
            yield from ((place, each) for each in apart)
            yield place, ""


def _is_row(rows: list[str], place: int) -> bool:
    """Whether a line is a table row: it contains `|`, and the line above or below contains as many."""
    strokes = rows[place].count("|")
    near = [*rows[max(place - 1, 0) : place], *rows[place + 1 : place + 2]]
    return strokes > 0 and any(each.count("|") == strokes for each in near)


def _ruled(rows: list[str]) -> list[str]:
    """Put ` | ` between the cells of tables that have only spaces or tabs: a row of column names, and rows as long."""
    ruled: list[str] = []
    for _, block in groupby(rows, key=lambda row: row.strip() != ""):
        lines = list(block)
        cells = [_GAP.split(line.strip()) for line in lines]
        named = (place for place, names in enumerate(cells) if len(names) >= _FEWEST_COLUMNS and are_columns(names))
        start = next(named, len(lines))
        if all(len(each) == len(cells[start]) for each in cells[start:]):
            lines[start:] = map(CELL.join, cells[start:])
        ruled += lines
    return ruled


def _decoded(name: str, content: bytes) -> str:
    if len(content) > 4 * LARGEST_TEXT:
        raise _too_large(name)
    named = _CHARSET.search(content[:_LOOKED_AT])
    text = decoded(content, "utf-8", named[1].decode() if named else None)
    if text[:8192].count("\0") or text[:8192].count("\x1b") > 8:
        raise BriefError(tr("{name} is no text", name=name), tr(_READS))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")


def _too_large(name: str) -> BriefError:
    most = LARGEST_TEXT // 1_000_000
    message = tr("{name} holds more text than a memo can ({n} million characters is the limit)", name=name, n=most)
    return BriefError(message, tr(_ALONE))
