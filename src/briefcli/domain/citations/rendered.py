"""Papers and dossiers as web pages write them: `KST36353B`, `35.673 EK B`, `?dossier=36300`, run-together metadata."""

from collections.abc import Iterator
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import GAP, PAGE_WORD, is_roman_dossier, stands_alone

_FIRST_NUMBERED_THROUGH: Final = 32500
_NO_SESSION: Final = later("Papers of the Eerste Kamer up to 2009-2010 have their session in the identifier.")

_DOSSIER: Final = r"(?P<dossier>[1-3][0-9][. ]?[0-9]{3})(?:[- ]?(?P<suffix>[IVX]{1,5}[AB]?|[A-M])(?![A-Za-z]))?"
# "KST36353B": what stands between the parts is lost.
_GLUED: Final = Pattern(r"KST(?P<dossier>[1-3][0-9]{4})(?P<number>[A-Z]{1,2})(?![A-Za-z0-9-])")
_SMALL: Final = Pattern(r"kst-(?P<dossier>[clxvi]{2,8})-(?P<number>[a-z]{1,2})(?![a-z0-9-])")
_SENATE: Final = Pattern(rf"{_DOSSIER},?[ -]EK[ ,-]{{1,2}}(?:nr\.[ ]?)?(?P<number>[A-Z]{{1,2}})(?![A-Za-z0-9])")
_ADDRESS: Final = Pattern(
    r"(?:(?:kamerstuk)?dossier(?:=|/|%3[Aa]|%3[Dd])|wetsvoorstel(?:=|/|:|%3[Aa])[ ]?)"
    r"(?P<dossier>[1-3][0-9]{4})(?:[-_](?P<suffix>[IVXivx]{1,5}|[0-9]{2}(?=[^0-9]|$))(?![A-Za-z0-9]))?(?![0-9])"
)
_METADATA: Final = Pattern(
    r"Staten-Generaal(?P<first>(?:19|20)[0-9]{2})-(?P<second>(?:19|20)[0-9]{2})"
    r"(?:(?P<dossier>[1-3][0-9]{4})(?:-(?P<suffix>[IVX]{1,5}|[A-M]))?[ ]?nr\.[ ]?(?P<number>[0-9]{1,4})"
    rf"|nr\.[ ]?[0-9]{{1,3}},{GAP}{PAGE_WORD}{GAP}(?P<pages>[0-9]{{1,5}}-[0-9]{{1,5}}))(?![0-9])"
)
_COUNCIL_DOSSIER: Final = "21501"


def _places_of_small(text: str) -> Iterator[int]:
    return _SMALL.starts(text) if "kst-" in text else iter(())


def read_glued(text: str, position: int) -> Citation | None:
    match = _GLUED.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    canonical = f"kst-{match['dossier']}-{match['number']}"
    return cite_one("kamerstuk", canonical, match, reason=_doubt(match["dossier"]))


def read_small(text: str, position: int) -> Citation | None:
    """`kst-cxxiv-g`: an identifier in small letters, as addresses have it."""
    match = _SMALL.match(text, position)
    if match is None or not stands_alone(text, position) or not is_roman_dossier(match["dossier"].upper()):
        return None
    return cite_one("kamerstuk", f"kst-{match[1].upper()}-{match[2].upper()}", match)


def read_senate(text: str, position: int) -> Citation | None:
    match = _SENATE.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    dossier = match["dossier"].replace(".", "").replace(" ", "")
    name = "-".join(filter(None, (dossier, match["suffix"], match["number"])))
    return cite_one("kamerstuk", f"kst-{name}", match, reason=_doubt(dossier))


def read_address(text: str, position: int) -> Citation | None:
    match = _ADDRESS.match(text, position)
    if match is None:
        return None
    suffix = (match["suffix"] or "").upper()
    # The Eerste Kamer goes on with the title: "wetsvoorstel/35673_wet_…".
    if suffix.isdigit() and match["dossier"] != _COUNCIL_DOSSIER:
        return None
    return cite_one("dossier", "-".join(filter(None, (match["dossier"], suffix))), match)


def read_metadata(text: str, position: int) -> Citation | None:
    """`Tweede Kamer der Staten-Generaal2012-201333316 nr. 6`: a table of which only the text is left."""
    match = _METADATA.match(text, position)
    if match is None or int(match["second"]) != int(match["first"]) + 1:
        return None
    if match["pages"]:
        canonical = f"h-tk-{match['first']}{match['second']}-{match['pages']}"
        return cite_one("handelingen", canonical, match, number=match["pages"])
    name = "-".join(filter(None, (match["dossier"], match["suffix"], match["number"])))
    return cite_one("kamerstuk", f"kst-{name}", match)


def _doubt(dossier: str) -> str | None:
    return None if int(dossier) >= _FIRST_NUMBERED_THROUGH else _NO_SESSION


FORM: Final = Form(
    title="as web pages write it",
    openings=(
        Opening(words="KST", readers=(read_glued,)),
        Opening(find=_places_of_small, readers=(read_small,)),
        Opening(at_numbers=True, readers=(read_senate,)),
        Opening(words="dossier=|dossier/|dossier%3|kamerstukdossier|wetsvoorstel", readers=(read_address,)),
        Opening(words="Staten-Generaal", readers=(read_metadata,)),
    ),
    examples=(
        ("KST36353B", "kst-36353-B"),
        ("https://zoek.officielebekendmakingen.nl/kst-cxxiv-g.html", "kst-CXXIV-G"),
        ("35.673 EK B", "kst-35673-B"),
        ("https://www.tweedekamer.nl/kamerstukken/wetsvoorstellen/detail?dossier=36300", "36300"),
        ("https://www.eerstekamer.nl/wetsvoorstel/35673_wet_kwaliteit", "35673"),
        ("https://zoek.officielebekendmakingen.nl/dossier/36410-X", "36410-X"),
        ("Tweede Kamer der Staten-Generaal2012-201333316 nr. 6", "kst-33316-6"),
    ),
    uncertain=(("KST31145B", "kst-31145-B"),),
    lookalikes=("KST363B", "kst-abc-g", "35.673 EKB", "dossier=123", "verslagdeel/20221004/rapport"),
)
