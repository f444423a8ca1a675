"""Numbers that the Tweede Kamer gives to its cases, papers and activities: `2022Z24775`, `2023D45117`, `2008A02139`."""

from typing import Final

from briefcli.catalog import later, tr
from briefcli.domain.citations.form import Citation, Form, reference, with_further
from briefcli.domain.citations.spelling import ALONE
from briefcli.patterns import Pattern

_FIGURES: Final = 5
_SITE: Final = "https://www.tweedekamer.nl/kamerstukken/detail"

_NUMBER: Final = Pattern(rf"{ALONE}(?:19|20)[0-9]{{2}}[ZDAzda][ ]?[0-9]{{4,6}}(?![0-9A-Za-z])")
_TORN: Final = later("There is a space in the number.")


@with_further
def read_kamer_number(text: str, position: int) -> Citation | None:
    """One such number, also inside a web address. It is uncertain if the letter has more or fewer than five digits."""
    match = _NUMBER.match(text, position)
    if match is None:
        return None
    canonical = match[0].upper().replace(" ", "")
    series, figures = canonical[:5], canonical[5:]
    reason, others = tr(_TORN) if " " in match[0] else None, dict[str, None]()
    if len(figures) != _FIGURES:
        reason = tr("A number of the Tweede Kamer has five digits after the letter; this one has {n}.", n=len(figures))
        # The likeliest typos are a missing zero in front, a missing digit at the end, and a digit too many.
        missing = (f"0{figures}", *(f"{figures}{last}" for last in range(10)))
        surplus = (figures[:index] + figures[index + 1 :] for index in range(len(figures)))
        others = dict.fromkeys(missing if len(figures) < _FIGURES else surplus)
    alternatives = [f"{series}{other}" for other in others]
    return Citation((reference(text, *match.span(), canonical, reason, alternatives=alternatives),), match.end())


def address(canonical: str) -> str | None:
    letter = canonical[4]
    if letter == "A":
        return None
    return f"{_SITE}?id={canonical}&did={canonical}" if letter == "D" else f"{_SITE}?id={canonical}"


FORM: Final = Form(
    title="Tweede Kamer numbers",
    at_numbers=True,
    readers=(read_kamer_number,),
    address=address,
    examples="""
        2022Z24775 | 2023D45117 | 2008A02139
        https://www.tweedekamer.nl/debat_en_vergadering/details?id=2019a03323 → 2019A03323
    """,
)
