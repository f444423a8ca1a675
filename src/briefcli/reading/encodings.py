"""Recognises UTF-16 and UTF-32, with or without the mark at the start of the file."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

_MARKS = {  # the longer ones first, as one begins with a shorter one
    BOM_UTF32_LE: "utf-32",
    BOM_UTF32_BE: "utf-32",
    BOM_UTF16_LE: "utf-16",
    BOM_UTF16_BE: "utf-16",
}


def wide_encoding(data: bytes) -> str | None:
    """The name of the encoding, or None for any other. Without a mark, the zero byte in each Latin letter shows it."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return name
    first, second = data[:200:2], data[1:200:2]
    for name, zeros, letters in (("utf-16-le", second, first), ("utf-16-be", first, second)):
        if 2 * zeros.count(0) > len(zeros) and 2 * sum(each > ord(" ") for each in letters) > len(letters):
            return name
    return None
