"""Numbers that the Tweede Kamer gives to its cases, papers and activities: `2022Z24775`, `2023D45117`, `2008A02139`."""

import re
from typing import Final

from briefcli.catalog import later, tr
from briefcli.domain.citations.form import Form, Opening, Shape, plain
from briefcli.domain.citations.spelling import ALONE

_FIGURES: Final = 5  # behind the letter
_SITE: Final = "https://www.tweedekamer.nl/kamerstukken/detail"
_TORN: Final = later("A blank stands in the number.")


def _doubt(match: re.Match[str]) -> str | None:
    figures = len(match["figures"])
    if figures != _FIGURES:
        return tr("A number of the Tweede Kamer has five figures after the letter; this one has {n}.", n=figures)
    return _TORN if " " in match[0] else None


_NUMBER: Final = Shape(
    rf"{ALONE}(?:19|20)[0-9]{{2}}[ZDAzda][ ]?(?P<figures>[0-9]{{4,6}})(?![0-9A-Za-z])",
    lambda match: plain(match[0]).upper(),
    _doubt,
)


def address(canonical: str) -> str | None:
    letter = canonical[4]
    if letter == "A":
        return None
    return f"{_SITE}?id={canonical}&did={canonical}" if letter == "D" else f"{_SITE}?id={canonical}"


FORM: Final = Form(
    title="Tweede Kamer numbers",
    openings=(Opening(at_numbers=True, readers=(_NUMBER,)),),
    address=address,
    examples="""
        2022Z24775 | 2023D45117 | 2008A02139
        https://www.tweedekamer.nl/debat_en_vergadering/details?id=2019a03323 → 2019A03323
    """,
)
