"""Official identifiers, alone or inside an address: `kst-28676-427`, `ah-tk-20232024-2129`, `KST36353B`.

Web pages also write `35.673 EK B` and `?dossier=36300`.
"""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import Form, Matcher, Opening
from briefcli.domain.citations.forms import PUBLICATION
from briefcli.domain.citations.spelling import ALONE, CHAPTER, ROMAN_DOSSIER, WORD

# The first dossier of the session 2010-2011, since when papers of the Eerste Kamer are numbered across sessions.
FIRST_NUMBERED_THROUGH: Final = 32500
_NO_GAP: Final = later("There is nothing between the dossier and the number.")
NO_SESSION: Final = later(
    "Papers of the Eerste Kamer up to 2009-2010 have their session in the identifier, and no session is stated here."
)


def _by_parts(match: re.Match[str]) -> str | None:
    """The identifier of a paper (`kst-20082009-31145-C`), or of a dossier if the match has no number (`36200-X`)."""
    parts = match.groupdict()
    dossier = re.sub(r"[.\s]", "", parts["dossier"]).upper()
    if not (dossier.isdigit() or ROMAN_DOSSIER.fullmatch(dossier)):
        return None
    suffix, number = (parts.get("suffix") or "").upper(), parts.get("number")
    if number is None:
        return f"{dossier}-{suffix}" if suffix else dossier
    number = number.upper() if number.isalpha() else number
    return "-".join(filter(None, ("kst", parts.get("session"), dossier, suffix, number)))


def _without_session(match: re.Match[str]) -> str | None:
    is_older = int(re.sub("[^0-9]", "", match["dossier"])) < FIRST_NUMBERED_THROUGH
    return NO_SESSION if is_older else None


_END: Final = r"(?![0-9A-Za-z])"
_NUMBER: Final = rf"(?:[0-9]{{1,4}}[a-z]?|[A-Z]{{1,3}}|[a-z]{{1,2}}){_END}"
# A single letter is a chapter or fund only if a number follows: `kst-35570-C` is a paper. A chapter of several letters
# and a council need no number. Web addresses may have small letters: `kst-cxxiv-g`.
PAPER: Final = Matcher(
    rf"{WORD}[Kk](?:st|ST)(?:(?P<dash>-)[ ]?|:[ ]?|[ ])?(?:(?P<session>[0-9]{{8}})-(?=[0-9A-Za-z]+-[0-9A-Za-z]))?"
    rf"(?P<dossier>(?!(?:19|20)[0-9]{{2}}-(?:19|20)[0-9]{{2}}{_END})[0-9]{{4,5}}|[A-Za-z]{{2,8}}){_END}(?:-(?:\([Rr][0-9]{{3,4}}\)|[Rr][0-9]{{3,4}}{_END})){{0,4}}"
    rf"(?>(?:-(?P<suffix>(?:(?i:{CHAPTER}|[A-M])|[0-9]{{2}})(?=-{_NUMBER})|(?=[A-Za-z]{{2}})(?i:{CHAPTER}){_END}"
    rf"|(?<=21501-)[0-9]{{2}}{_END}))?)(?:-(?P<number>{_NUMBER}(?:-[a-z][0-9]{{1,2}}{_END})?))?(?(number)|(?(dash)(?!-[0-9])|(?!)))",
    _by_parts,
)
_PUBLICATION: Final = Matcher(
    rf"{WORD}(?i:(?:(?P<answers>ah)|h)-(?:tk|ek|vv)-(?P<session>[0-9]{{8}})-[0-9]{{1,5}}(?(answers)|-[0-9]{{1,5}})"
    r"|(?:stb|stcrt|trb)-(?:18|19|20)[0-9]{2}-[0-9]{1,6}(?:-n[0-9])?|blg-[0-9]{3,9})(?![0-9])",
    lambda match: match[0].lower(),
)
# "KST36353B", "KST363533": the dashes between the parts are lost.
_GLUED: Final = Matcher(
    rf"{ALONE}KST(?!21501)(?P<dossier>[1-3][0-9]{{4}})(?P<number>[A-Z]{{1,2}}|[1-9][0-9]{{0,3}})(?![A-Za-z0-9-])",
    _by_parts,
    lambda match: _NO_GAP if match["number"].isdigit() else _without_session(match),
)
# Since 2026, the identifier has the number of the publication, which says neither dossier nor session.
NUMBERED: Final = Matcher(rf"{WORD}(?:kst|ah)-[0-9]{{7,8}}(?![0-9A-Za-z-])")
_SENATE: Final = Matcher(
    rf"{ALONE}(?P<dossier>[1-3][0-9][. ]?[0-9]{{3}})(?:[- ]?(?P<suffix>[IVX]{{1,5}}[AB]?|[A-M])(?![A-Za-z]))?"
    r",?[ -]EK[ ,-]{1,2}(?:nr\.[ ]?)?(?P<number>[A-Z]{1,2})(?![A-Za-z0-9])",
    _by_parts,
    _without_session,
)
# After 21501 two digits are a council; after another dossier they begin a title: "wetsvoorstel/35673_20_jaar".
_ADDRESS: Final = Matcher(
    r"(?:(?:kamerstuk)?dossier[=/:]|wetsvoorstel[=/:][ ]?)"
    r"(?P<dossier>[1-3][0-9]{4})(?:[-_](?P<suffix>[IVXivx]{1,5}|(?<=21501.)[0-9]{2})(?![A-Za-z0-9]))?(?![0-9])",
    _by_parts,
)

FORM: Final = Form(
    title="identifiers",
    words="kst|KST|Kst|ah-|AH-TK|AH-EK|H-TK|H-EK|h-tk|h-ek|h-vv|blg-|~tb-|~tcrt-|~rb-"
    "|dossier=|dossier/|dossier:|wetsvoorstel",
    readers=(PAPER, NUMBERED, _PUBLICATION, _GLUED, _ADDRESS),
    openings=(Opening(at_numbers=True, readers=(_SENATE,)),),
    address=PUBLICATION,
    examples="""
        kst-28676-427
        kst-36200-X-5 | kst-20082009-31145-C | h-tk-20122013-71-15 | ah-tk-20232024-2129
        KST31145B → kst-31145-B?
        KST311453 → kst-31145-3?
        kst-1268678 | ah-1271549
    """,
)
