"""Headings within an item, such as `Nederlandse inzet` or `Krachtenveld`, and the labels that stand before a text."""

import re

from briefcli.memo.layout.headings import squash, words_of_heading

_SUBHEADS = frozenset(map(squash, (
    "Toelichting", "Inleiding", "Inhoud", "Krachtenveld", "Stand van zaken", "Achtergrond", "Inhoud voorstel",
    "Indicatie krachtenveld", "Eerdere behandeling", "Beoogd resultaat", "Besluit", "Appreciatie", "Vervolg",
    "Aandachtspunten", "Background", "Doel", "Uitkomst", "Resultaat", "Document", "Documenten", "Stukken",
    "Aard bespreking", "Aard van de bespreking", "Inhoud bespreking", "Tijd", "Context", "Procedure",
)))  # fmt: skip
_POSITION = re.compile(
    r"(?:(?:de|onze|our|main|voorgestelde|beoogde|nederlandse?|kabinets|dutch|nl)[- ]?){0,2}"
    r"(?:inzet|positie|standpunt|opstelling|kernboodschap|boodschap|advies|position|objective|line to take)"
    r"(?:\s(?:(?:van|voor|of)\s)?(?:nederland|het kabinet|nl|the netherlands))?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*(?P<label>[A-Z][^.:;?!]{2,40}):\s+(?=\S)")


def is_subhead(text: str) -> bool:
    """Whether a whole line is a heading within an item."""
    words = words_of_heading(text).strip()
    return squash(words) in _SUBHEADS or is_position(text)


def is_position(text: str) -> bool:
    """Whether a heading or label says that what follows is our position."""
    return _POSITION.fullmatch(words_of_heading(text).strip()) is not None


def label_in(text: str) -> str | None:
    """The label before a text: `Inzet Nederland` in `Inzet Nederland: wij steunen …`."""
    found = _LABEL.match(text)
    return found["label"] if found and is_subhead(found["label"]) else None
