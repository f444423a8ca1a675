"""The plainest way to write a paper in a `ref:` field: `28676-427`, `28 676, nr. 427`, `kst-28676-427`."""

import re
from typing import Final

from briefcli.domain.citations.reference import Reference

# Nearly every `ref:` is written so, and this one pattern spares the compilation of all others.
_PAPER: Final = re.compile(r"(?:kst-)?([1-9][0-9])[ \u00a0]?([0-9]{3})(?:-|,[ \u00a0]nr\.?[ \u00a0]?)([1-9][0-9]{0,3})")
_COUNCIL_DOSSIER: Final = "21501"


def read_plain_paper(text: str) -> Reference | None:
    match = _PAPER.fullmatch(text)
    dossier = match[1] + match[2] if match else _COUNCIL_DOSSIER
    # The dossier of the councils has a suffix in figures, which looks like a paper's number.
    if match is None or dossier == _COUNCIL_DOSSIER:
        return None
    return Reference(
        kind="kamerstuk",
        text=text,
        start=0,
        end=len(text),
        canonical=f"kst-{dossier}-{match[3]}",
        certain=True,
        dossier=dossier,
        number=match[3],
    )
