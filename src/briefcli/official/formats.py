"""Reads a downloaded file in any format. The content of the file decides which format it is, not its name."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

import msgspec

from briefcli.catalog import tr
from briefcli.official.contents import MOST_MISTAKES, FileContents, RecordFormat
from briefcli.official.house_files import is_row, read_odata, read_syncfeed
from briefcli.official.ics import FOLD, read_calendar
from briefcli.official.koop import read_publication, read_records
from briefcli.official.names import day_in_name, own_download
from briefcli.official.tree import XmlError, parse_xml

LARGEST = 64 * 1024 * 1024  # bytes; room for 60,000 activities
_UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE)
_OF_KOOP = {"searchRetrieveResponse", "record", "records", "owms-metadata", "metadata"}


def read_official(path: str, data: bytes) -> FileContents:
    """The contents of the file that is shown as `path`. Never raises: broken files and rows become diagnostics."""
    contents = FileContents(path=path)
    data = _as_utf8(data)
    begin = data[:200].removeprefix(BOM_UTF8).lstrip()
    if len(data) > LARGEST:
        contents.refuse(tr("the file is larger than 64 MB"))
    elif not begin:
        contents.refuse(tr("there is nothing in this file"))
    elif begin.startswith((b"{", b"[")):
        read_odata(contents, data.removeprefix(BOM_UTF8))
    elif begin.upper().startswith(b"BEGIN:VCALENDAR"):
        read_calendar(contents, data)
    elif re.search(rb"(?is)\A<(?:.*<)?(?:!doctype )?html\b", begin):
        contents.refuse(tr("this is a web page, not data: the download went wrong"))
    elif begin.startswith((b"<", *_UTF16)):
        _read_xml(contents, data)
    else:
        contents.refuse(tr("this is no file of the House: no JSON, XML or calendar"))
    _date_rows(contents)
    if contents.next_page and not own_download(path):
        contents.report(tr("this is one page of several; the others are missing"), (1, 1))
    if (wrong := len(contents.diagnostics) - MOST_MISTAKES) > 0:
        last = contents.diagnostics[MOST_MISTAKES]
        del contents.diagnostics[MOST_MISTAKES:]
        contents.report(tr("{n} more rows of this file have something wrong", n=wrong), (last.line, last.column))
    return contents


def _date_rows(contents: FileContents) -> None:
    """Date rows that do not say when they changed by the day of the download, if the file's name has it."""
    day = None if contents.kind is RecordFormat.CALENDAR else day_in_name(contents.path)
    moment = f"{day}T00:00:00.000000+00:00"
    for name in ("activities", "papers", "toezeggingen") if day else ():
        rows = getattr(contents, name)
        rows[:] = [each if each.changed else msgspec.structs.replace(each, changed=moment) for each in rows]


def _as_utf8(data: bytes) -> bytes:
    """Convert JSON and calendars to UTF-8; XML is left as it is, because it declares its own encoding.

    Data may be UTF-16, as Windows writes the output of a command, or Windows-1252 from an old program: this is assumed
    of a calendar that is not valid UTF-8, and of JSON without any valid UTF-8 character beyond ASCII.
    """
    if len(data) > LARGEST or data.isascii() or data.lstrip().startswith(b"<"):
        return data
    if data.startswith(_UTF16):
        text = data.decode("utf-16", "replace").lstrip()
        return data if text.startswith("<") else text.encode("utf-8", "replace")
    data = data.removeprefix(BOM_UTF8)
    whole = FOLD.sub(b"", data)  # a fold in a calendar may split a character
    read = whole.decode("utf-8", "ignore")
    is_calendar = whole.lstrip()[:6].upper() == b"BEGIN:"
    is_old = read.encode() != whole if is_calendar else read.isascii()
    return data.decode("cp1252", "replace").encode() if is_old else data


def _read_xml(contents: FileContents, data: bytes) -> None:
    try:
        root = parse_xml(data)
    except XmlError as error:
        message, place = error.args
        contents.refuse(message, place)
        return
    if root.name in _OF_KOOP:
        read_records(contents, root)
    elif root.name == "officiele-publicatie":
        read_publication(contents, root)
    elif is_row(root) or root.name in {"feed", "entry"}:
        read_syncfeed(contents, root)
    else:
        contents.refuse(tr("XML of this kind (“{name}”) is not read", name=root.name[:40]), root.place)
