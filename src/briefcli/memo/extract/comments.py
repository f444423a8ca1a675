"""Follows the comments of a Word or OpenDocument file that say that the passage which they are on is not public."""

import re

from briefcli.domain.marks import closes

_PASSAGE = (
    r"(?:zin(?:sdeel|snede)?|alinea|passage|(?:kern)?punt|bullet|tekstdeel|woord(?:en)?|bedrag|getal|cijfers?|kop(?:je)?"
    r"|voetnoot|zinnen|sentence|paragraph|part)\b"
)
# `Deze zin weglaten`. `Deze tekst` may be the whole memo
_OF_PASSAGE = re.compile(rf"(?i)\b(?:deze|dit|die|dat|this|that)\s(?:\w+\s)?{_PASSAGE}")
# `Vanaf deze zin weglaten`, `Dit punt en punt 3 weglaten`
_OF_MORE = re.compile(
    r"(?i)\b(?:vanaf|from|onwards?|following|below|volgende|rest|alles?|overal|everything|hieronder|onderstaande|t/m"
    rf"|tot\sen\smet|ook\s(?:in|de|het|bij|onder|punt)|hele(?!\s{_PASSAGE})|nota|memo|notitie|stuk|document)\b"
    rf"|\b{_PASSAGE}\s(?:en|and|plus|&|\+)\s"
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
        """Note a comment. Returns those of its texts that are about the whole memo, or about more than a passage."""
        of_passage = list(filter(_is_of_passage, texts))
        if of_passage:
            self._marks[name] = texts
        return [text for text in texts if text not in of_passage or _OF_MORE.search(text)]

    def mark(self, begun: set[str], ended: set[str], *, has_text: bool) -> bool:
        """Whether a comment on a paragraph says that it is not public, given the comments that begin and end in it."""
        here = self._open | (begun & self._marks.keys())
        self._open = here - ended
        self._placed |= here if has_text else set()
        return bool(here)

    def unplaced(self) -> list[str]:
        """The texts of the comments that were on no text: nobody knows what they are about."""
        return [text for name in self._marks.keys() - self._placed for text in self._marks[name]]


def _is_of_passage(text: str) -> bool:
    """Whether a text says that the passage which it is on is not public, or perhaps so."""
    closes_memo = closes(_TO_BLACKEN.sub("", text))
    return (_OF_PASSAGE if closes_memo else _TO_BLACKEN).search(text) is not None
