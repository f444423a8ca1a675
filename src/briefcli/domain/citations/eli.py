"""Addresses of European acts by the European Legislation Identifier, given as CELEX: `eli/reg/2024/1689/oj`."""

from typing import Final

from briefcli.domain.citations.celex import ADDRESS
from briefcli.domain.citations.form import Form, Opening, Shape
from briefcli.domain.citations.spelling import WORD

_LETTERS: Final = {"reg": "R", "dir": "L", "dec": "D", "reco": "H"}
_ELI: Final = Shape(
    WORD
    + r"eli/(?P<act>reg|dir|dec|reco)(?:_(?:impl|del))?/(?P<year>(?:19|20)[0-9]{2})/(?P<number>[0-9]{1,4})(?![0-9])"
    r"(?:\([0-9]{1,2}\))?(?:/(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|oj|[a-z]{3})(?![a-z])){0,3}",
    lambda match: f"3{match['year']}{_LETTERS[match['act']]}{match['number']:0>4}",
)

FORM: Final = Form(
    title="European Legislation Identifier",
    openings=(Opening(words="eli/", readers=(_ELI,)),),
    address=ADDRESS,
    examples=(
        ("http://data.europa.eu/eli/reg/2024/1689/oj", "32024R1689"),
        ("https://eur-lex.europa.eu/eli/dir/2022/2555", "32022L2555"),
        ("eli/dec_impl/2015/1601/oj/nld", "32015D1601"),
    ),
    lookalikes="eli/law/2024/1689 | deli/reg/2024/1 | eli/reg/24/1689 | eli/reg/2024/16890",
)
