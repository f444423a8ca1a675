"""The grounds of the Woo on which a text may be withheld."""

from briefcli.patterns import Pattern

# The letters of each paragraph of the two articles with grounds. Source: Woo, articles 5.1 and 5.2
_LETTERS_OF_LAW = {
    "5.1": {"1": "abcde", "2": "abcdefghi", **dict.fromkeys("34567", "")},
    "5.2": dict.fromkeys("1234", ""),
}
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
_CITED = Pattern(
    rf"(?i)(?<![\w.])(?P<article>5\.[12])[\s.,(/-]{{0,3}}(?:lid\s?)?(?P<paragraph>[0-9]{{1,2}}(?![0-9])|{'|'.join(_ORDINALS)})"
    r"(?:\slid)?[\s.,()/-]{0,3}(?:(?:aanhef|en|onder|sub|onderdeel)\s){0,3}(?P<letter>[a-z](?!\w))?\)?"
)


def unknown_ground(text: str) -> str | None:
    """The first ground in a text that article 5.1 or 5.2 of the Woo does not have: `5.1.2z`; None if there is none."""
    for cited in _CITED.finditer(text):
        paragraph = cited["paragraph"].lower()
        number = str(_ORDINALS.index(paragraph) + 1) if paragraph in _ORDINALS else paragraph
        letters = _LETTERS_OF_LAW[cited["article"]].get(number)
        if letters is None or (cited["letter"] or "").lower() not in letters:
            return cited[0].strip(" .,/-")
    return None
