"""One downloaded file becomes a record, whatever its form: what it holds decides, not its name."""

from briefcli.catalog import tr
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.official.contents import FileContents
from briefcli.official.ics import read_calendar
from briefcli.official.odata import read_odata
from briefcli.official.sru import read_metadata, read_publication, read_sru
from briefcli.official.syncfeed import is_row, read_syncfeed
from briefcli.official.tree import XmlError, parse_xml
from briefcli.reading import official_codes

LARGEST = 64 * 1024 * 1024  # 60,000 activities
MOST_MISTAKES = 100


def read_official(path: str, data: bytes) -> FileContents:
    """The record of the file that is shown as `path`. Never raises; broken files and rows are diagnostics."""
    if len(data) > LARGEST:
        return _unreadable(path, tr("the file is larger than 64 MB"))
    data = _as_utf8(data)
    begin = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not begin:
        return _unreadable(path, tr("there is nothing in this file"))
    if begin.startswith((b"{", b"[")):
        record = read_odata(path, data)
    elif begin.upper().startswith(b"BEGIN:VCALENDAR"):
        record = read_calendar(path, data)
    elif begin.lower().startswith((b"<!doctype html", b"<html")):
        return _unreadable(path, tr("this is a web page, not data: the download went wrong"))
    elif begin.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        record = _read_xml(path, data)
    else:
        return _unreadable(path, tr("this is no file of the House: no JSON, XML or calendar"))
    record.diagnostics = _listed(record.diagnostics)
    return record


def _as_utf8(data: bytes) -> bytes:
    """JSON and calendars in UTF-16, as Windows writes what a command prints. XML says its encoding itself."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    text = data.decode("utf-16", "replace").lstrip()
    return data if text.startswith("<") else text.encode("utf-8", "replace")


def _read_xml(path: str, data: bytes) -> FileContents:
    try:
        root = parse_xml(data)
    except XmlError as error:
        return _unreadable(path, str(error), error.line, error.column)
    if root.name in {"searchRetrieveResponse", "record", "records"}:
        return read_sru(path, root)
    if root.name in {"owms-metadata", "metadata"}:
        return read_metadata(path, root)
    if root.name == "officiele-publicatie":
        return read_publication(path, root)
    if is_row(root) or root.name in {"feed", "entry"}:
        return read_syncfeed(path, root)
    message = tr("XML of this sort (“{name}”) is not read", name=root.name[:40])
    return _unreadable(path, message, root.line, root.column)


def _unreadable(path: str, message: str, line: int = 1, column: int = 1) -> FileContents:
    return FileContents(path=path, diagnostics=[problem(path, (line, column), official_codes.UNREADABLE, message)])


def _listed(found: list[Diagnostic]) -> list[Diagnostic]:
    """Not more than anyone reads; the last one says how many there are."""
    if len(found) <= MOST_MISTAKES:
        return found
    last = found[MOST_MISTAKES]
    message = tr("{n} more rows of this file have something wrong", n=len(found) - MOST_MISTAKES)
    return [*found[:MOST_MISTAKES], problem(last.path, (last.line, last.column), official_codes.ROW, message)]
