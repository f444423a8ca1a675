"""The format and size of a picture, read from its bytes without decoding it."""

from struct import unpack

_PNG, _LAST = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"  # the first bytes, and the last chunk with its checksum
_JPEG, _END = b"\xff\xd8\xff", b"\xff\xd9"
# Markers of a frame header, which holds the size; 0xC4, 0xC8 and 0xCC mean something else
_SIZES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})


def kind_and_size(data: bytes) -> tuple[str | None, int, int]:
    """`png` or `jpeg`, with width and height in pixels; None, 0 and 0 for other files and for one that is cut off."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and data.endswith(_LAST):
        width, height = unpack(">II", data[16:24])
        return "png", width, height
    if data.startswith(_JPEG) and _END in data[-64:] and (size := _jpeg_size(data)):
        return "jpeg", *size
    return None, 0, 0


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the first frame header (ISO 10918-1, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], unpack(">H", data[at + 2 : at + 4])[0]
        if marker in _SIZES:
            height, width = unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
