"""CELEX numbers, under which EUR-Lex files European law, and ELI addresses: `32012R0260`, `eli/reg/2024/1689/oj`."""

from typing import Final

from briefcli.domain.citations.form import EUR_LEX, Form, Matcher
from briefcli.domain.citations.spelling import ALONE, WORD

CELEX_ADDRESS: Final = f"{EUR_LEX}CELEX:{{}}"

_LETTERS: Final = {"reg": "R", "dir": "L", "dec": "D", "reco": "H"}
_NAMED: Final = r"(?<=(?i:celex)[:=_ /-])"
_YEAR: Final = r"[02-9](?:19[5-9]|20[0-9])[0-9]"
# The treaties with articles (sector 1), by the year of their text; a number like theirs is mostly that of an order.
_TREATY: Final = r"1(?:19(?:57|92|97)|20(?:0[2678]|1[026]))[AEMP][0-9]{3}"
# Sector, year, type and number. A corrigendum or the day of a consolidated text may follow. Lower case is accepted only
# after the word “celex”: `uri=celex:32012r0260`.
_CELEX: Final = Matcher(
    rf"(?:(?:{ALONE}|{_NAMED})(?:{_YEAR}[A-Z]{{1,2}}[0-9]{{4}}|{_TREATY})|{_NAMED}{_YEAR}[a-z]{{1,2}}[0-9]{{4}})"
    r"(?:R\([0-9]{2}\))?(?:-[0-9]{8}(?![0-9]))?(?![0-9A-Za-z])",
    lambda match: match[0].upper(),
)
# `eli/reg/2024/1689/oj`: the European Legislation Identifier in an address
_ELI: Final = Matcher(
    WORD + r"eli/(?P<act>reg|dir|dec|reco)(?:_(?:impl|del))?/(?P<year>(?:19|20)[0-9]{2})/"
    r"(?P<number>[0-9]{1,4})(?![0-9])(?:\([0-9]{1,2}\))?(?:/(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|oj|[a-z]{3})(?![a-z])){0,3}",
    lambda match: f"3{match['year']}{_LETTERS[match['act']]}{match['number']:0>4}",
)

FORM: Final = Form(
    title="European legislation",
    words="eli/",
    at_numbers=True,
    readers=(_CELEX, _ELI),
    address=CELEX_ADDRESS,
    examples="""
        32012R0260 | 62019CJ0311 | 02012R0260-20140131 | 12016E075
        https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX%3A52022PC0546 → 52022PC0546
        https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=celex:32016r0679 → 32016R0679
        http://data.europa.eu/eli/reg/2024/1689/oj → 32024R1689
    """,
)
