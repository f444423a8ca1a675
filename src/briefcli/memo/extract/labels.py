"""Labels of list items: bullets in all the shapes that text extraction makes of them, and numbers."""

import re

BULLET = "bullet"
_BULLET_SIGNS = "•‣⁃◦▪▫■□●○∙·➢➤►▶❖✓✔–—―©®¨§o\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf06f\uf076\uf0e0"
_ALONE_ONLY = "-*"

BULLET_MARK = re.compile(rf"(?:[{_BULLET_SIGNS}](?=\s|$)|[\uf000-\uf0ff]|[{_ALONE_ONLY}](?=\s|$)|[•▪●](?=\S))\s*")
INLINE_BULLET = re.compile(r"(?<=\s)[•▪●©\uf0b7](?=\s)")
NUMBER_MARK = re.compile(r"(?:\(?(?P<number>[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)])(?:\s+(?=\S)|$)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


class ListCounter:
    """Counts the items of numbered lists, as a word processor does when it shows them."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}  # by list and level

    def label(self, number: str, level: int, form: str) -> str:
        """What stands before the next item of list `number` at `level`; `form` is the file's name for its shape."""
        indent = "  " * level
        if form in {BULLET, "none", ""}:
            return f"{indent}• "
        counts = self._counts.setdefault(number, {})
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        count = counts[level] = counts.get(level, 0) + 1
        return f"{indent}{_shown(count, form)}. "


def _shown(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter", "a", "A"} and count <= 26:
        return chr(ord("a") + count - 1)
    if form in {"lowerRoman", "upperRoman", "i", "I"} and count <= len(_ROMAN):
        return _ROMAN[count - 1]
    return str(count)
