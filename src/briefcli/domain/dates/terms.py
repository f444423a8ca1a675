"""Terms that count from a meeting or a debate: `uiterlijk twee weken voor de vergadering`, `binnen 5 dagen na de top`.

Which meeting it is follows from the agenda that the term is written into, so the reading is never certain.
"""

import re
from collections.abc import Iterator
from typing import Final

from briefcli.catalog import later, tr
from briefcli.domain.dates.mention import DateMention
from briefcli.domain.dates.words import NO_WORD_AFTER, NO_WORD_BEFORE, SPACE, lowered
from briefcli.domain.when import When

COUNTS: Final = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "twaalf": 12, "veertien": 14,
}  # fmt: skip
_UNITS: Final = {"werkdag": "workday", "dag": "day", "we": "week", "maand": "month"}
_TERM: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:uiterlijk|ten{SPACE}minste|tenminste|minstens|minimaal|niet{SPACE}later{SPACE}dan|binnen){SPACE}"
    rf"(?P<count>{'|'.join(COUNTS)}|[0-9]{{1,3}}){SPACE}(?P<unit>werkdag|dag|we|maand)(?:ek|ken|en)?{SPACE}"
    rf"(?P<side>voor|vóór|voorafgaand{SPACE}aan|na){SPACE}(?:(?:de|het|die|dat|deze|dit|elke|iedere?){SPACE})?"
    rf"(?:(?P<meeting>\w{{0,30}}(?:vergadering|bijeenkomst|top|raad)|dmm)|(?P<debate>\w{{0,30}}debat)){NO_WORD_AFTER}"
)
_OTHER_DAY: Final = later("It is counted from another day, which the text need not state.")


def scan_terms(text: str) -> Iterator[DateMention]:
    """Every such term in the text, in order."""
    for found in _TERM.finditer(lowered(text)):
        count = COUNTS.get(found["count"]) or int(found["count"])
        unit = _UNITS[found["unit"]] + ("s" if count > 1 else "")
        side = "after" if found["side"] == "na" else "before"
        yield DateMention(
            text=text[found.start() : found.end()],
            start=found.start(),
            end=found.end(),
            when=When.unknown(),
            certain=False,
            reason=tr(_OTHER_DAY),
            due=f"{count} {unit} {side} {'meeting' if found['meeting'] else 'debate'}",
        )
