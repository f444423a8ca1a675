"""Read a mail that was saved as a file (.eml): its headers, the text that a reader sees, and the mails inside it.

Headers get the labels that Outlook uses, as in a mail that was pasted into a memo. If a text is there both as plain
text and as HTML, the HTML is read, because mail programs show that. Headers are decoded here, because
`email.policy.default` fails on those of broken mails or takes endless time.
"""

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parsedate_to_datetime
from typing import Any
from zoneinfo import ZoneInfo

from briefcli.catalog import tr
from briefcli.domain.when import HOME
from briefcli.errors import BriefError
from briefcli.memo.extract.characters import decoded
from briefcli.memo.extract.html import html_text
from briefcli.memo.extract.properties import told
from briefcli.memo.text import LARGEST_TEXT, FileLine, FileText, clean_line, words_of_file_name

_DEEPEST = 10  # nested mails
_MOST_LINES = 1_000_000  # of the file: a mail of 60 MB has 800,000
_MOST_PARTS = 1000
_LONGEST = 20_000  # characters of a header: hundreds of names
_LONGEST_FORM = 2000  # characters of a `Content-…` header
_LONGEST_NAME = 80  # characters of the name of an attachment
_BOUNDARY = re.compile(rb"^--[^-\s]", re.MULTILINE)
_LABELS = {"from": "Van", "date": "Verzonden", "to": "Aan", "cc": "CC", "bcc": "BCC", "subject": "Onderwerp"}
# Headers that may say who may read the mail
_OF_OPENNESS = re.compile(
    r"(?i)sensitivity|keywords|comments|label|classific|rubric|m[ae]rking|vertrouw|confidential|openba|secur|tlp"
)
_SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
_SEALED = {"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"}
_BROKEN = (AssertionError, AttributeError, LookupError, MessageError, TypeError, ValueError)


def mail_text(name: str, content: bytes) -> FileText:
    """Return the text of a mail. Raises BriefError if it is broken, sealed or empty, OverflowError if it is harmful."""
    content = content.removeprefix(codecs.BOM_UTF8).lstrip()
    if content.count(b"\n") > _MOST_LINES or len(_BOUNDARY.findall(content)) > _MOST_PARTS:
        raise OverflowError
    reader = _Reader()
    try:
        lines = list(reader.mail(message_from_bytes(content, policy=_Plain()), 0))
    except _BROKEN as error:
        message = tr("{name} is a broken mail", name=name)
        raise BriefError(message, tr("open it in a mail program and print it to a PDF")) from error
    if not reader.has_text and reader.is_sealed:
        message = tr("{name} is an encrypted mail", name=name)
        raise BriefError(message, tr("open it in your mail program and copy its text into a file"))
    if not reader.has_text:
        raise BriefError(tr("{name} has no text", name=name), tr("save what is attached to it, and import that"))
    return FileText(lines, reader.beside, reader.remarks())


class _Plain(Compat32):
    """Returns headers as they are written, each cut off at the longest that is needed."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[: _LONGEST_FORM if name.lower().startswith("content-") else _LONGEST]

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002  # as the base class has it
        return value


class _Reader:
    """Reads one mail, and collects remarks on what was left out."""

    def __init__(self) -> None:
        self.beside: list[str] = []
        self._left_out: set[str] = set()
        self._unread: dict[str, None] = {}
        self._is_broken = False
        self.is_sealed = self.has_text = False

    def remarks(self) -> list[str]:
        found = sorted(self._left_out)
        if self._unread:
            names = ", ".join(self._unread)
            found.append(tr("what is attached to the mail is not read, so import it by itself: {names}", names=names))
        if self.is_sealed:
            found.append(tr("a part of the mail is encrypted or sealed, and is not read"))
        if self._is_broken:
            found.append(tr("the mail is broken or cut off, so a part of its text may be missing"))
        return found

    def mail(self, message: "Message[str, str]", depth: int) -> Iterator[FileLine]:
        self.beside += [told(key, _shown(value)) for key, value in message.items() if _OF_OPENNESS.search(key)]
        yield from map(FileLine, _fields(message))
        yield from self._part(message, depth)

    def _part(self, part: "Message[str, str]", depth: int) -> Iterator[FileLine]:
        sort = part.get_content_type()
        inner: Any = part.get_payload()
        self._is_broken = self._is_broken or bool(part.defects)
        if sort in _SEALED:
            self.is_sealed = True
        elif sort == "message/rfc822" and isinstance(inner, list) and depth < _DEEPEST:
            for each in inner:
                yield FileLine("")
                yield from self.mail(each, depth + 1)
        elif sort == "multipart/alternative" and isinstance(inner, list):
            plain = [each for each in inner if each.get_content_type() == "text/plain"]
            shown = [line for each in inner if each not in plain for line in self._part(each, depth)]
            is_read = not all(line.is_blank for line in shown)
            yield from shown if is_read else (line for each in plain for line in self._part(each, depth))
        elif sort.startswith("multipart/") and isinstance(inner, list):
            for each in inner:
                yield from self._part(each, depth)
        elif sort in {"text/plain", "text/html"} and not (
            part.get_content_disposition() == "attachment" or part.get_filename() is not None
        ):
            yield from self._text(part, sort)
        elif sort not in _SIGNATURES:
            name = _shown(part.get_filename() or sort)
            self._unread[name[:_LONGEST_NAME]] = None
            self.beside += words_of_file_name(name)

    def _text(self, part: "Message[str, str]", sort: str) -> Iterator[FileLine]:
        data = part.get_payload(decode=True)
        self._is_broken = self._is_broken or bool(part.defects)
        if not isinstance(data, bytes) or not data.strip():
            return
        if len(data) > 4 * LARGEST_TEXT:
            raise OverflowError
        text = decoded(data, part.get_content_charset(), "utf-8")
        self.has_text = True
        if sort == "text/plain":
            yield from map(FileLine, text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        else:
            page = html_text(text)
            self._left_out |= set(page.remarks)
            self.beside += page.beside
            yield from page.lines


def _fields(message: "Message[str, str]") -> Iterator[str]:
    found = {field: ", ".join(map(_shown, message.get_all(field) or [])) for field in _LABELS}
    if not any(found.values()):
        return
    # To find officials, `named_in_mail` must see that this is a mail: by an address in `Van`, or else by a `Verzonden`
    is_known = "@" in found["from"]
    found["date"] = _sent(found["date"]) or ("" if is_known else "onbekend")
    for field, label in _LABELS.items():
        if found[field]:
            yield f"{label}: {found[field]}"
    yield ""


def _sent(written: str) -> str | None:
    """The Dutch date and time of a `Date` header, as `04-02-2031 08:47`. None if it cannot be read."""
    try:
        moment = parsedate_to_datetime(written.replace(" -0000", " +0000"))  # both are UTC
        home = moment.astimezone(ZoneInfo(HOME)) if moment.tzinfo else moment
    except (IndexError, LookupError, OverflowError, TypeError, ValueError):
        return None
    return f"{home:%d-%m-%Y %H:%M}"


def _shown(value: str) -> str:
    """The value of a header as a mail program shows it, on one line."""
    text = " ".join(decoded(value.encode("utf-8", "surrogateescape"), "utf-8").split())
    try:
        pieces = decode_header(text)
    except (MessageError, ValueError):
        pieces = [(text, None)]
    return clean_line("".join(
        each if isinstance(each, str) else decoded(each, charset, "utf-8") if charset else each.decode("latin-1")
        for each, charset in pieces
    ))  # fmt: skip
