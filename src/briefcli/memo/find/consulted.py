"""Finds who was consulted or agreed, as a memo says, and splits a list of names."""

import re
from collections.abc import Iterator

from briefcli.memo.layout.paragraphs import Paragraph
from briefcli.memo.text import Line

_AGREED = tuple(map(re.compile, (
    (r"\b(?:[Aa]fgestemd|[Cc]oordinated|in samenspraak|in overeenstemming|overeengekomen)\s(?:met|with):?\s"
     r"(?:(?:de|het)\s)?(?:collega['’]?s van\s)?(?:(?:de\s)?(?:betrokken\s)?"
     r"(?:ministeries?|departementen|ministers?|bewindspersonen)\svan\s|ministeries?\s)?"
     r"(?P<who>[^.;()]{2,160}?)(?=\s(?:en\s)?(?:is|heeft|zijn|wordt|\w+(?:gesteld|gestemd|gekomen))\b|[.;(]|$)"),
    r"\bmet\s(?:(?:de|het)\s)?(?:ministeries?\svan\s)?(?P<who>[A-Z][^.;()]{1,120}?)\s(?:is|zijn)?\s?afgestemd\b",
    (r"(?:^|\s)(?:De|Het|Ook|de|het)?\s?(?P<who>[A-Z]{2,8}(?:(?:,|\sen)\s[A-Z]{2,8})*)\s(?:is|zijn|gaat|gaan)"
     r"\sakkoord\b"),
)))  # fmt: skip
_DENIED = re.compile(r"(?i)\b(?:niet|not|geen|nooit|zonder|onvoldoende)\b")
_ASIDE = re.compile(r"\([^()]*\)")
_NO_PARTY = re.compile(
    r"(?i)\b\w*(?:verdrag|wet|richtlijn|verordening|regels|regeling|besluit|akkoord|protocol|convenant|motie|advies|beleid"
    r"|norm|strategie|afspraken|artikel|conclusies|handvest|resolutie)\w*\b"
)
# Words in the name of one ministry, which alone are the name of none: `Volksgezondheid, Welzijn en Sport`
_LATER_WORDS = (
    r"(?!(?:Veiligheid|Migratie|Waterstaat|Cultuur|Wetenschap|Werkgelegenheid|Welzijn|Sport|Visserij|Voedsel\w+|Natuur"
    r"|Ruimtelijke|Klimaat(?!\sen\sGroene)|Groene|Koninkrijks\w+|Ontwikkelings\w+)\b)"
)
_AND = re.compile(
    rf",\s*+(?:en\s|(?!en\s)){_LATER_WORDS}|\s+(?:en|and)\s+{_LATER_WORDS}(?=(?:het\s|de\s)?(?:[A-Z]|ministerie))|;\s*|\s*/\s*"
)
_NAME = re.compile(r"(?:het |de )?(?:[Mm]inisterie van )?(?P<name>[A-Z].*)")


def find_consulted(paragraphs: list[Paragraph]) -> Iterator[tuple[str, Line]]:
    """Each party that was consulted or agreed, as the memo says, and the line that names it."""
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            for match in (found for pattern in _AGREED for found in pattern.finditer(sentence.text)):
                if not denies_any(sentence.text) and not _NO_PARTY.search(match["who"]):
                    line = paragraph.line_at(sentence.start + match.start("who"))
                    yield from ((name, line) for name in names_in(match["who"]))


def denies_any(text: str) -> bool:
    """Whether a text says that someone was not consulted, other than in brackets: `FIN (niet akkoord)`."""
    return _DENIED.search(_ASIDE.sub("", text)) is not None


def names_in(text: str) -> list[str]:
    """The names in `Financiën en Buitenlandse Zaken`; a ministry such as `Justitie en Veiligheid` stays one."""
    names = _AND.split(" ".join(text.split()).strip(" .,;"))
    found = [_NAME.fullmatch(name.strip()) for name in names]
    return [match["name"] for match in found if match]
