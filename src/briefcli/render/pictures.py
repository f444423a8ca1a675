"""What the bytes of a picture say of it, without reading it as a picture."""

from struct import unpack

_PNG, _LAST = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"  # the first bytes, and the last chunk with its checksum
_JPEG, _END = b"\xff\xd8\xff", b"\xff\xd9"
_SIZES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})


def kind_and_size(data: bytes) -> tuple[str | None, int, int]:
    """Png or jpeg with its width and height in dots; None for anything else, and for a file that is not whole."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and data.endswith(_LAST):
        width, height = unpack(">II", data[16:24])
        return "png", width, height
    if data.startswith(_JPEG) and _END in data[-64:] and (size := _jpeg_size(data)):
        return "jpeg", *size
    return None, 0, 0


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """From the first frame header (ISO 10918-1, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], unpack(">H", data[at + 2 : at + 4])[0]
        if marker in _SIZES:
            height, width = unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
