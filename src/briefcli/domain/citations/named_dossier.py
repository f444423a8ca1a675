"""Dossiers behind a word that says so: `wetsvoorstel 36.327 (R2179)`, `dossier 28676`."""

from typing import Final

from briefcli.domain.citations.dossier import read_dossier, read_dossiers
from briefcli.domain.citations.form import Citation, Form, Opening
from briefcli.domain.citations.paper import NO_DOSSIER_FROM, NUMBER_OF_OTHER, read_groups
from briefcli.domain.citations.paper_number import read_numbers
from briefcli.domain.citations.session import read_head
from briefcli.domain.citations.spelling import BLANK, WORD
from briefcli.patterns import Pattern

_DOSSIER_WORD: Final = Pattern(
    WORD + r"(?:(?:[Ww]ets|[Ii]nitiatiefwets)?voorstel(?:len)?"
    r"|(?:[Kk]amer|[Ww]etgevings)?[Dd]ossiers?(?:nummers?|nrs?\.?)?)(?![a-z])"
)
# Whose dossier it is, where it is not the chambers'.
_OTHER_OFFICE: Final = Pattern(
    rf"{BLANK}(?:van|bij){BLANK}(?:de{BLANK}|het{BLANK})?"
    r"(?:politie|rechtbank|gerechtshof|gemeente|provincie|verzekeraar|ziekenhuis|advocaat|notaris|OM|IND|UWV|CJIB|Belastingdienst)"
    r"(?![a-z])"
)


def read_named_dossier(text: str, position: int) -> Citation | None:
    """`wetsvoorstellen 31815, 31816 en 31840`, `dossier 28676`: a dossier of five figures or its papers."""
    word = _DOSSIER_WORD.match(text, position)
    head = read_head(text, position, word.end()) if word else None
    dossier = read_dossier(text, head.end, four_figures=False) if head else None
    if head is None or (dossier and dossier.number >= NO_DOSSIER_FROM):
        return None
    if dossier is None:
        return read_groups(head) if head.text[head.end : head.end + 1].isalpha() else None
    dossiers = read_dossiers(text, head.end, four_figures=False)
    # "wetsvoorstel 36 327 en 29 521, nr. 489": a bill, and most likely a paper of another dossier
    is_doubtful = len(dossiers) > 1 and read_numbers(text, dossiers[-1].end)
    citation = read_groups(head.doubted(NUMBER_OF_OTHER) if is_doubtful else head)
    # A dossier of another office may have any number.
    return None if citation and _OTHER_OFFICE.match(text, citation.end) else citation


FORM: Final = Form(
    title="dossier alone",
    openings=(
        Opening(
            words="~etsvoorst|~nitiatiefwetsvoorst|~amerdossier|~ossier",
            has_session=True,
            readers=(read_named_dossier,),
        ),
    ),
    address="https://zoek.officielebekendmakingen.nl/dossier/{}",
    examples="""
        dossier 28676 → 28676
        wetsvoorstel 36.327 (R2179) → 36327
        wetsvoorstellen 31815, 31816 en 31840 → 31815;31816;31840
        wetsvoorstel 36 327, nr. 3 → kst-36327-3
        dossier CXXV, A → kst-CXXV-A
        dossier 41234 | dossier 123456 | het dossier van 2023 | wetsvoorstel nr. 3 | strafdossier 28676a → nothing
        dossier 28676 van de politie → nothing
    """,
)
