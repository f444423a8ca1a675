"""Decode the bytes of a plain text, web page or mail."""

import codecs

from briefcli.reading.encodings import wide_encoding

_SLOW = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}  # codecs that are not for texts


def decoded(data: bytes, *charsets: str | None) -> str:
    """Decode in the first of these character sets that fits, else in Windows-1252. UTF-16 and UTF-32 show themselves.

    Bytes that have no character become `�`.
    """
    if shown := wide_encoding(data):
        return data.decode(shown, errors="replace")
    for name in filter(None, charsets):
        try:
            codec = codecs.lookup(name).name
            if codec not in _SLOW:
                return data.decode({"iso8859-1": "cp1252", "utf-8": "utf-8-sig"}.get(codec, codec))
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", errors="replace")


def as_utf8(data: bytes) -> bytes:
    """The same text in UTF-8, if it is in UTF-16 or UTF-32. All other bytes stay as they are."""
    return decoded(data).encode(errors="replace") if wide_encoding(data) else data
