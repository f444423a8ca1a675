"""Follows the comments of a Word or OpenDocument file that say that the passage which they are on is not public."""

import re

from briefcli.domain.marks import closes

# `Deze zin weglaten`
_OF_PASSAGE = re.compile(
    r"(?i)\b(?:deze|dit|die|dat|this|that)\s(?:\w+\s)?(?:zin(?:sdeel|snede)?|alinea|passage|(?:kern)?punt|bullet|tekst(?:deel)?"
    r"|woord(?:en)?|bedrag|getal|cijfers?|kop(?:je)?|voetnoot|zinnen|sentence|paragraph|part)\b"
)
# `Naam lakken en weglaten`
_TO_BLACKEN = re.compile(r"(?i)\b(?:(?:weg)?(?:ge)?lak(?:ken|t)?|zwart ?(?:maken|gemaakt))\b(?: (?:en|of) weglaten\b)?")


class Comments:
    """The comments of one file. All must be taken before its text is read."""

    def __init__(self) -> None:
        self._marks: dict[str, list[str]] = {}  # by id, the texts of those that say that a passage is not public
        self._open: set[str] = set()  # the ids of those on what is read now
        self._placed: set[str] = set()  # the ids of those that were found on a text

    def take(self, name: str, texts: list[str]) -> list[str]:
        """Note a comment. Returns its texts if they are about the whole memo."""
        closes_memo = any(closes(_TO_BLACKEN.sub("", text)) for text in texts)
        shape = _OF_PASSAGE if closes_memo else _TO_BLACKEN
        if not any(map(shape.search, texts)):
            return texts
        self._marks[name] = texts
        return []

    def mark(self, begun: set[str], ended: set[str], *, has_text: bool) -> bool:
        """Whether a comment on a paragraph says that it is not public, given the comments that begin and end in it."""
        here = self._open | (begun & self._marks.keys())
        self._open = here - ended
        self._placed |= here if has_text else set()
        return bool(here)

    def unplaced(self) -> list[str]:
        """The texts of the comments that were on no text: nobody knows what they are about."""
        return [text for name in self._marks.keys() - self._placed for text in self._marks[name]]
