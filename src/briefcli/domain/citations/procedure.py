"""Procedures by which the European Union makes law: `2023/0123(COD)`."""

from typing import Final

from briefcli.domain.citations.form import Form, Matcher
from briefcli.domain.citations.spelling import ALONE

PROCEDURES: Final = "(?:COD|NLE|CNS|APP|BUD|BUI|INI|RSP|ACI|INL|DEC|IMM|DEA|RPS|SYN|AVC|COS|REG|ACC|DCE|GBD)"
_KIND: Final = f"(?P<kind>{PROCEDURES})"
_CANONICAL: Final = "{year}/{number:0>4}({kind})"
_PROCEDURE: Final = Matcher(
    rf"{ALONE}(?<!/)(?P<year>(?:19|20)[0-9]{{2}})[/_](?P<number>[0-9]{{1,4}}[A-Z]?)[ ]?"
    rf"(?:(?P<bracket>\()|[/ ]){_KIND}(?(bracket)\)|(?![A-Z]))",
    _CANONICAL,
)
_KIND_FIRST: Final = Matcher(
    rf"{ALONE}(?<!/){_KIND}[ /]?\(?(?P<year>(?:19|20)[0-9]{{2}})/(?P<number>[0-9]{{4}}[A-Z]?)(?![0-9])\)?", _CANONICAL
)

FORM: Final = Form(
    title="procedure of the EU",
    words="COD|NLE|CNS|APP",
    at_numbers=True,
    readers=(_PROCEDURE, _KIND_FIRST),
    address="https://oeil.secure.europarl.europa.eu/oeil/en/procedure-file?reference={}",
    examples="""
        2023/0123(COD)
        2023/123 (COD) → 2023/0123(COD)
        2023/0123/COD → 2023/0123(COD)
        COD 2023/0123 → 2023/0123(COD)
    """,
)
