"""The format and size of a picture, read from its bytes without decoding it."""

from struct import unpack
from zlib import crc32

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG, _END = b"\xff\xd8\xff", b"\xff\xd9"
# Markers of a frame header, which holds the size; 0xC4, 0xC8 and 0xCC mean something else
_SIZES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})


def kind_and_size(data: bytes) -> tuple[str | None, int, int]:
    """`png` or `jpeg`, with width and height in pixels; None, 0 and 0 for other files and for one that is damaged."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and _is_whole_png(data):
        width, height = unpack(">II", data[16:24])
        return "png", width, height
    if data.startswith(_JPEG) and _END in data[-64:] and (size := _jpeg_size(data)):
        return "jpeg", *size
    return None, 0, 0


def _is_whole_png(data: bytes) -> bool:
    """Whether its chunks, up to the last one, have the right checksums (ISO 15948, 5.3)."""
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = unpack(">I4s", data[at : at + 8])
        end = at + 8 + length
        if data[end : end + 4] != crc32(data[at + 4 : end]).to_bytes(4, "big"):
            return False
        if kind == b"IEND":
            return True
        at = end + 4
    return False


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
