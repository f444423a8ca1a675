"""Decode the bytes of a plain text, web page or mail."""

import codecs

# What a text can begin with. UTF-32 comes first, because its mark begins with that of UTF-16
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_SLOW = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}  # codecs that are not for texts
_LOOKED_AT = 512  # bytes


def decoded(data: bytes, *charsets: str | None) -> str:
    """Decode in the first of these character sets that fits, else in Windows-1252. UTF-16 and UTF-32 show themselves.

    Bytes that have no character become `�`.
    """
    if shown := _shown_by(data):
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
    return decoded(data).encode(errors="replace") if _shown_by(data) else data


def _shown_by(data: bytes) -> str | None:
    """UTF-16 or UTF-32 if the text begins with its mark, or if every other byte of its letters is 0."""
    if marked := next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None):
        return marked
    even, odd = data[:_LOOKED_AT:2], data[1:_LOOKED_AT:2]
    for name, zeros, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) > len(zeros) / 2 and not letters.count(0):
            return name
    return None
