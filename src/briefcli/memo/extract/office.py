"""Word and OpenDocument files become lines: the parts of the archive by the reader of their sort."""

from itertools import pairwise

from briefcli.catalog import tr
from briefcli.errors import BriefError
from briefcli.memo.extract.package import IN_ROW, Package
from briefcli.memo.text import LARGEST_TEXT, Line, MemoText, clean, memo_text

_TORN = 0.05  # share of paragraphs that break off in a sentence; of written paragraphs it is almost none


def read_office(name: str, content: bytes) -> MemoText:
    """The lines of a Word or OpenDocument file. Raises BriefError for any other archive."""
    lines, remarks = _lines(Package(name, content))
    lines = _spaced(lines)
    if sum(map(len, lines)) > LARGEST_TEXT:
        message = tr("{name} holds more text than a memo can", name=name)
        raise BriefError(message, tr("give the memo alone, without its annexes"))
    if not any(line.strip() for line in lines):
        message = tr("{name} has no text", name=name)
        raise BriefError(message, tr("it may hold images only: make it searchable (OCR) first"))
    return memo_text([Line(clean(line), None, number) for number, line in enumerate(lines, start=1)], remarks)


def _lines(package: Package) -> tuple[list[str], list[str]]:
    if "content.xml" in package.parts:
        from briefcli.memo.extract.opendocument import opendocument_lines

        return opendocument_lines(package)
    from briefcli.memo.extract.word import word_lines

    found = word_lines(package)
    if found is None:
        message = tr("{name} is no Word or OpenDocument text", name=package.name)
        raise BriefError(message, tr("give the memo itself, not an archive"))
    return found


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
