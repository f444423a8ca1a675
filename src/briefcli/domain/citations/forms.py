"""The forms of citation in the order in which they are tried, and the identifiers that each of them can return.

A new form takes one new file in this package and one line here. The patterns of the identifiers are here, so that
finding the address of a paper imports only the file of its form.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

from briefcli.patterns import Pattern

# The address of a publication of the States General or the government.
PUBLICATION: Final = "https://zoek.officielebekendmakingen.nl/{}.html"

# file of the form: {kind of paper: pattern of its identifier}
FORMS: Final[dict[str, dict[str, str]]] = {
    "identifier": {"bijlage": r"blg-.+"},
    "heading": {},
    "kamerstuk": {"kamerstuk": r"kst-.+", "dossier": r"[0-9]{4,5}(?:-[0-9A-Z]+)?|[CLXVI]{2,8}"},
    "aanhangsel": {"aanhangsel": r"ah-.+"},
    "handelingen": {"handelingen": r"h-.+"},
    "gazette": {"stb": r"stb-.+", "stcrt": r"stcrt-.+", "trb": r"trb-.+"},
    "kamer_number": {
        "tk-zaak": r"[0-9]{4}Z[0-9]{4,}",
        "tk-document": r"[0-9]{4}D[0-9]{4,}",
        "tk-activiteit": r"[0-9]{4}A[0-9]{4,}",
    },
    "toezegging": {"toezegging": r"T(?:Z[0-9]{4}|[0-9]{4}).*"},
    "commission": {"eu": r"(?:COM|JOIN|SWD|SEC|C)\([0-9]+\)[0-9]+"},
    "council": {"eu": r"(?:ST|EUCO|WK|CM|DS|SN|PE-CONS) .+"},
    "legislation": {},
    "celex": {"celex": r"[0-9]{5}[A-Z].{3,}"},
    "official_journal": {"pb": r"OJ:.+"},
    "procedure": {"eu-procedure": r"[0-9]{4}/[0-9]{4}[A-Z]?\([A-Z]{3}\)"},
    "parliament": {
        "ep": r"P[0-9]+_TA.+|(?:RC-B|[ABCT])[0-9]+-[0-9]{4}/[0-9]{4}|[EPO]-[0-9]{6}/[0-9]{4}|PE [0-9]{3}\.[0-9]{3}"
    },
    "ecli": {"ecli": r"ECLI:.+", "ljn": r"LJN [A-Z]{2}[0-9]{4}"},
    "court_case": {"eu-case": r"[CTF]-[0-9]{1,4}/[0-9]{2}(?: .+)?|[1-9][0-9]{0,2}/[5-8][0-9]"},
    "dutch_case": {
        "nl-case": r"(?:NJ|RvdW|BNB|EHRC|AB|JB|JV|JAR|JOR|RSV|USZ|TAR|V-N|NTFR|AWB|[A-Z]{3}) [0-9]{2,4}/[0-9.]+"
        r"|C/[0-9]{2}/[0-9]+|(?:HA|KG) (?:ZA|RK) .+|200[.][0-9]{3}[.].+|20[0-9]{7}/.+|[0-9]{2}/[0-9]{3,6}.*",
        "echr-case": r"EHRM [0-9]{4,5}/[0-9]{2}",
    },
    "law": {"wet": r"BWB[RV][0-9]{7}|CVDR[0-9]+|jci.+"},
    "state_council": {"rvs": r"W[0-9]{2}\.[0-9]{2}\.[0-9]{4,5}.*"},
    "united_nations": {"vn": r"(?:[SAE]|[A-Z]{3,5}/C)/.+"},
    "nato": {"nato": r"(?:PO|C-M|D?SG|DPRC|NPC|EAPC|PCC|RDC|AC/|PR/CP|MCM|MC [0-9]|IMSM|IMSWM|IMSTAM).+"},
    "bare": {},
}
KINDS: Final = tuple(dict.fromkeys(kind for kinds in FORMS.values() for kind in kinds))
_LISTED: Final = [(file, kind, shape) for file, kinds in FORMS.items() for kind, shape in kinds.items()]
_IDENTIFIER: Final = Pattern("|".join(f"(?P<n{number}>{shape})" for number, (_, _, shape) in enumerate(_LISTED)))


def kind_of(canonical: str) -> str | None:
    """The kind of paper that an official identifier names; None if it is no official identifier."""
    return _listed(canonical)[1]


def url_of(canonical: str) -> str | None:
    """The web address of the paper; None if it does not follow from the identifier alone."""
    file, kind = _listed(canonical)
    if kind is None:
        return None
    if kind == "kamerstuk":  # most papers are, and importing their readers takes longer than listing them
        return PUBLICATION.format(canonical)
    form: Any = import_module(f"{__package__}.{file}").FORM
    address: str | Callable[[str], str | None] | None = form.address
    return address.format(canonical) if isinstance(address, str) else address(canonical) if address else None


@lru_cache(maxsize=4_000)  # the same papers are cited in many places
def _listed(canonical: str) -> tuple[str, str | None]:
    """The file of the form and the kind of paper; no kind if it is no official identifier."""
    # Most identifiers are those of Kamerstukken, which are recognised without the pattern.
    if canonical.startswith("kst-") and len(canonical) > 4:
        return "kamerstuk", "kamerstuk"
    match = _IDENTIFIER.fullmatch(canonical)
    return _LISTED[int(match.lastgroup[1:])][:2] if match and match.lastgroup else ("", None)
