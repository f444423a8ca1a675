"""What a sentence says of a meeting or an event that is moved, cancelled or becomes a written consultation."""

import re

import msgspec

from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import When

_CANCELLED = re.compile(
    r"\b(?:gaat|gaan|ging|gingen)\b[^.;]{0,40}\bniet\s(?:meer\s)?door\b|\bniet\sdoorgegaan\b"
    r"|\b(?:vervalt|vervallen|komt\ste\svervallen|geannuleerd|afgelast|afgezegd|geschrapt|cancell?ed)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"\b(?:omgezet|veranderd|gewijzigd)\b[^.;,]{0,40}?\b(?:in|naar)\s(?:een\s)?(?P<title>schriftelijk\soverleg)\b"
    r"|\b(?:vervangen\sdoor|wordt|werd)\s(?:een\s)?(?P<other>schriftelijk\soverleg)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:verplaatst|verzet|verschoven|uitgesteld|verdaagd|opgeschoven|vervroegd|postponed|moved|rescheduled)\s"
    r"(?:\w+\s){0,3}?(?:naar|tot|to|until)\s",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:niet|nooit|not)\s(?:\w+\s){0,2}$", re.IGNORECASE)


class EventChange(msgspec.Struct, frozen=True):
    """`moved_to` is the new day in `words`, where it is given; `written` the words that name the consultation."""

    status: Status | None = None
    moved_to: When | None = None
    written: str | None = None
    words: str = ""


def change_in(words: str) -> EventChange:
    """What the words say; nothing where they deny it."""
    if (moved := _MOVED.search(words)) and not _DENIED.search(words[: moved.start()]):
        days = scan_dates(words[moved.end() :])
        return EventChange(Status.MOVED, days[0].when, words=days[0].text) if days else EventChange(Status.MOVED)
    if written := _WRITTEN.search(words):
        return EventChange(written=written["title"] or written["other"])
    found = _CANCELLED.search(words)
    return EventChange(Status.CANCELLED) if found and not _DENIED.search(words[: found.start()]) else EventChange()
