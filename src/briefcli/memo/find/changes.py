"""What a sentence says of a meeting that is moved or does not take place."""

import re

from briefcli.domain.agenda import Status
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.when import When

_CANCELLED = re.compile(
    r"\b(?:gaat|gaan|ging)\b[^.;]{0,40}\bniet\s(?:meer\s)?door\b|\b(?:vervalt|vervallen|geannuleerd|afgelast|cancelled)\b"
    r"|\bomgezet\sin\s(?:een\s)?schriftelijk\soverleg\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:verplaatst|verzet|verschoven|uitgesteld|verdaagd|postponed|moved)\s(?:naar|tot|to|until)\s", re.IGNORECASE
)


def change_in(sentence: str) -> tuple[Status | None, When | None]:
    """Whether it is cancelled or moved, and to which day."""
    if moved := _MOVED.search(sentence):
        days = scan_dates(sentence[moved.end() :])
        return Status.MOVED, days[0].when if days else None
    return (Status.CANCELLED, None) if _CANCELLED.search(sentence) else (None, None)
