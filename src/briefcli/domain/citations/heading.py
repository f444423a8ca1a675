"""A paper's own head, where dossier and number stand on lines of their own: `29 279 Rechtsstaat`, then `Nr. 874`."""

from collections.abc import Iterator
from typing import Final

import msgspec

from briefcli.domain.citations.dossier import read_dossier
from briefcli.domain.citations.form import Citation, Form, Opening
from briefcli.domain.citations.paper import cite
from briefcli.domain.citations.paper_number import read_numbers
from briefcli.domain.citations.session import Head
from briefcli.patterns import Pattern

# What a paper is, in capitals, behind its number.
_SORT: Final = (
    r"(?:(?:NADER|VOORLOPIG|EIND|GEWIJZIGDE?|NADERE|NOTA|TWEEDE|DERDE|AANVULLENDE?|OORSPRONKELIJK)[ ]){0,2}"
    r"(?:BRIEF|VERSLAG|MOTIE|AMENDEMENT|LIJST|MEMORIE|VOORSTEL|NOTA|ADVIES|RAPPORT|JAARVERSLAG|KONINKLIJKE|NOTA)"
)
_DOSSIER: Final = (
    r"[1-3][0-9][ .\u00a0]?[0-9]{3}(?:[ -]?(?:\(R[0-9]{3,4}\)|\([IVXLA-M]{1,5}\)|[IVX]{1,5}[AB]?|[A-M]|[0-9]{2}))?"
)
_TITLE: Final = r"(?![IVXA-M]{1,5}[^A-Za-z])[A-Z][^\n]{2,160}"  # "X, nr. 5" is none
_HEAD: Final = Pattern(
    rf"{_DOSSIER}(?:[ \t]{{1,8}}|(?P<lines>\s{{1,8}})){_TITLE}"
    rf"(?:\n[ \t]{{0,8}}(?![Nn][Rr]\.|[A-Z]{{1,3}}[ \t\n])[^\n]{{1,120}}+){{0,3}}"
    rf"(?:\n[ \t]{{0,8}}){{1,3}}(?P<number>(?:Nr\.|NR\.|nr\.)[ ]{{0,3}}[0-9]{{1,4}}(?![0-9])"
    rf"(?(lines)(?=\s{{1,8}}{_SORT}))"
    rf"|[A-Z]{{1,3}}(?=[ \t\n]{{1,8}}{_SORT}))",
)
_LINE: Final = Pattern(r"\n(?=[1-3][0-9][ .\u00a0]?[0-9]{3})")


def _places(text: str) -> Iterator[int]:
    """Every line that begins as a dossier may."""
    return (line.start() for line in _LINE.finditer(f"\n{text}"))


def read_heading(text: str, position: int) -> Citation | None:
    match = _HEAD.match(text, position)
    dossier = read_dossier(text, position, four_figures=False) if match else None
    if match is None or dossier is None:
        return None
    # The number is read where it stands, with the dossier that heads the paper.
    numbers = read_numbers(text, match.start("number"), chamber="I")
    numbers = numbers or read_numbers(f" {match['number']}", 0, chamber="I")
    if numbers is None:
        return None
    paper = cite(Head(text, position, position), [dossier], numbers).references[0]
    end = match.end("number")
    return Citation((msgspec.structs.replace(paper, end=end, text=text[position:end]),), end)


FORM: Final = Form(
    title="head of a paper",
    openings=(Opening(find=_places, sign="\n", readers=(read_heading,)),),
    examples="""
        29 279 Rechtsstaat en Rechtsorde\\nNr. 874 BRIEF VAN DE MINISTER → kst-29279-874
        36 200X Jaarverslag van Defensie\\nNr. 1\\n\\nJaarverslag → kst-36200-X-1
        36 067 Toekomst pensioenen\\n\\nBM VERSLAG VAN EEN SCHRIFTELIJK OVERLEG → kst-36067-BM
        33 763	Toekomst van de krijgsmacht\\n\\nNr. 173	BRIEF VAN DE MINISTER → kst-33763-173
        28 676\\n\\nNAVO\\n\\nNr. 443\\n\\nMOTIE VAN HET LID DE VRIES → kst-28676-443
        36 800 X\\nVaststelling van de begroting\\nNr. 2\\nMEMORIE VAN TOELICHTING → kst-36800-X-2
        29 279 Rechtsstaat\\nDat is nr. 874 van de lijst | 29 279 stemmen\\nNr. 874 op de lijst → nothing
        29 279 Rechtsstaat en Rechtsorde\\nDe minister → nothing
    """,
)
