"""How the number of a paper is written for people: the same way on every screen and in every file."""

from typing import Final

from briefcli.domain.citations.reference import dossier_of, paper_of
from briefcli.domain.citations.spelling import Pattern

# Papers without a dossier, as footnotes of the House name them. From 2010-2011 on a part of the Handelingen is an item
# of a numbered sitting, before it stands on pages.
_SESSION: Final = r"(?P<chamber>[te]k)-(?P<first>[0-9]{4})[0-9]{2}(?P<last>[0-9]{2})"
_WITH_ITEMS: Final = rf"(?=..-20[1-9]){_SESSION}"
_WITH_PAGES: Final = rf"(?!..-20[1-9]){_SESSION}"
_OTHERS: Final = (
    (Pattern(r"stb-(?P<year>[0-9]{4})-(?P<nr>.+)"), "Stb. {year}, {nr}"),
    (Pattern(r"stcrt-(?P<year>[0-9]{4})-(?P<nr>.+)"), "Stcrt. {year}, {nr}"),
    (Pattern(r"trb-(?P<year>[0-9]{4})-(?P<nr>.+)"), "Trb. {year}, {nr}"),
    (Pattern(rf"ah-{_SESSION}-(?P<nr>.+)"), "Aanhangsel {house} {first}/{last}, nr. {nr}"),
    (Pattern(rf"h-{_WITH_ITEMS}-(?P<nr>[0-9]+)"), "Handelingen {house} {first}/{last}, nr. {nr}"),
    (
        Pattern(rf"h-{_WITH_ITEMS}-(?P<nr>[0-9]+)-(?P<item>[0-9]+)"),
        "Handelingen {house} {first}/{last}, nr. {nr}, item {item}",
    ),
    (Pattern(rf"h-{_WITH_PAGES}-(?P<pages>.+)"), "Handelingen {house} {first}/{last}, p. {pages}"),
)


def paper_name(document: str) -> str:
    """An official identifier as the House writes it: “28 676, nr. 427”, “Stb. 2023, 12”; other kinds as they are."""
    paper = paper_of(document)
    if paper is None:
        return _other_name(document)
    name = dossier_name(dossier_of(document) or paper.dossier)
    if paper.number is None:
        return name
    number = f"nr. {paper.number}" if paper.number[:1].isdigit() else paper.number
    session = f" ({paper.session[:4]}–{paper.session[4:]})" if paper.session else ""
    return f"{name}, {number}{session}"


def _other_name(document: str) -> str:
    for shape, name in _OTHERS:
        if found := shape.fullmatch(document):
            parts = found.groupdict()
            return name.format_map(parts | {"house": "I" if parts.get("chamber") == "ek" else "II"})
    return document


def dossier_name(dossier: str) -> str:
    """`28676` as “28 676”, `36200-X` as “36 200 X”, `21501-28` as “21 501-28”."""
    number, _, suffix = dossier.partition("-")
    name = f"{number[:-3]} {number[-3:]}" if number.isdigit() and len(number) == 5 else number
    if not suffix:
        return name
    return f"{name}-{suffix}" if suffix[:1].isdigit() else f"{name} {suffix}"
