"""Read the text of a PDF in a separate process, line by line in the order of the file."""

import importlib.util
import os
import subprocess
import sys

import msgspec

from briefcli.catalog import later, tr
from briefcli.errors import BriefError
from briefcli.memo.text import DOCUMENTS_EXTRA, FileLine, FileText

SECONDS = 8  # of CPU time, or of elapsed time if the system cannot limit CPU time
_LONGEST = 20  # seconds of elapsed time if CPU time is limited: the system may be busy with other things
_WORKER = "briefcli.memo.extract.pdf_worker"


class PdfText(msgspec.Struct, omit_defaults=True):
    """What the worker returns: lines, reasons why text was left out, and scanned pages without text.

    `beside` is that of `FileText`. If the PDF could not be read, only `trouble` and `number` are set.
    """

    lines: list[FileLine] = []
    beside: list[str] = []
    left_out: set[str] = set()
    scans: list[int] = []
    trouble: str = ""  # a key of `_TROUBLES`; empty if the PDF was read
    number: int = 0  # the broken page, or the number of pages


UNSEEN = later("text that nobody sees on the page (covered, blackened, transparent, hidden or outside it) is left out")
_SPLIT = later("split off its annexes")
_TROUBLES = {
    "locked": (later("{name} is protected with a password"), later("save it without a password first")),
    "broken": (later("{name} is a broken PDF"), later("open it in a reader and print it to a new PDF")),
    "page": (later("page {number} of {name} is broken"), later("print it to a new PDF")),
    "pages": (later("{name} has {number} pages, more than a memo can"), _SPLIT),
    "text": (later("{name} holds more text than a memo can"), _SPLIT),
    "died": (
        later("{name} takes too much time or memory, or is made to overload the program that opens it"),
        later("split off its annexes, or print the memo alone to a new PDF"),
    ),
}


def pdf_text(name: str, content: bytes) -> FileText:
    """Return all lines of all pages. Raises BriefError if the file is broken, encrypted, malicious or has no text."""
    if importlib.util.find_spec("pypdfium2") is None:
        raise BriefError(tr("reading PDF needs the library pypdfium2, which is not installed"), tr(DOCUMENTS_EXTRA))
    answer = _asked(content)
    if answer.trouble:
        message, hint = _TROUBLES[answer.trouble]
        raise BriefError(tr(message, name=name, number=answer.number), tr(hint))
    if not any(char.isalnum() for line in answer.lines for char in line.text):
        if answer.left_out:
            message = tr("{name} has no text that a reader sees", name=name)
            raise BriefError(message, tr("what it holds is hidden or blackened; ask the sender for the memo itself"))
        message = tr("{name} is a scan: its pages are images without text", name=name)
        raise BriefError(message, tr("make it searchable (OCR) first, or copy its text into a file"))
    remarks = [tr(sort) for sort in sorted(answer.left_out)]
    if answer.scans:
        numbers = ", ".join(map(str, answer.scans))
        remarks.append(tr("the picture on page {numbers} is not read: look at what it says", numbers=numbers))
    return FileText(answer.lines, answer.beside, remarks)


def _asked(content: bytes) -> PdfText:
    """Run the worker and return its answer. If it dies or takes too long, `trouble` is `died`."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    longest = _LONGEST if importlib.util.find_spec("resource") else SECONDS
    try:
        worker = subprocess.run(  # noqa: S603  # our own module
            [sys.executable, "-m", _WORKER],
            input=content, capture_output=True, timeout=longest, env=environment, check=False,
        )  # fmt: skip
        return msgspec.json.decode(worker.stdout, type=PdfText)
    except (OSError, subprocess.TimeoutExpired, msgspec.DecodeError):
        return PdfText(trouble="died")
